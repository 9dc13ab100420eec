"""Review in a real terminal: the program in a pseudo-terminal, keys pressed, the log and the graph afterwards."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from tests.test_graph.reviewed import groups, load, log, officials_loaded, speakers

COMMAND = "from graph.cli import main; main()"
WAIT = 60  # seconds for an answer: this machine may be busy


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that nobody has reviewed, with its graph; not to be changed."""
    return officials_loaded(tmp_path_factory.mktemp("terminal") / "data")


@pytest.fixture
def into(loaded: Path, tmp_path: Path) -> Path:
    """The same folder, to be reviewed."""
    return Path(shutil.copytree(loaded, tmp_path / "data"))


class Sitting:
    """`wartagraf review` in a terminal; one that knows no styles is easiest to read for a test."""

    def __init__(self, into: Path, *options: str, term: str = "dumb") -> None:
        environment = os.environ | {"TERM": term}
        arguments = ["-c", COMMAND, "review", "--into", str(into), "--by", "ani", *options]
        self.program = pexpect.spawn(
            sys.executable, arguments, env=environment, dimensions=(60, 110), timeout=WAIT, encoding="utf-8"
        )

    def sees(self, *words: str) -> str:
        """Wait until the words stood on the screen, in this order; what stood between."""
        seen = ""
        for each in words:
            self.program.expect_exact(each)
            seen += self.program.before
        return seen

    def press(self, key: str) -> None:
        self.program.send(key)

    def end(self) -> int:
        """Wait for the end of the program; its exit code, or that of the signal that ended it."""
        self.program.expect(pexpect.EOF)
        self.last = self.program.before
        self.program.close()
        return self.program.exitstatus if self.program.exitstatus is not None else -self.program.signalstatus


@pytest.fixture
def sit(into: Path) -> Iterator[list[Sitting]]:
    """The sittings of a test, ended with it."""
    begun: list[Sitting] = []
    yield begun
    for sitting in begun:
        sitting.program.close(force=True)


def test_the_names_are_marked_where_the_terminal_can(sit, into):
    sitting = Sitting(into, term="xterm-256color")
    sit.append(sitting)
    assert "\x1b[1;7m[Hasan Tarwiyah]" in sitting.sees("quit")
    sitting.press("q")
    sitting.sees("nothing judged")
    assert sitting.end() == 0


def test_a_sitting_shows_both_sides_and_every_key_does_its_work(sit, into):
    sitting = Sitting(into)
    sit.append(sitting)
    seen = sitting.sees("1 of 3", "chance that they are one", "quit")
    assert "kepala dinas perhubungan" in seen
    assert "[Hasan Tarwiyah] mengatakan" in " ".join(seen.split())
    assert "https://kabar.example/h1" in seen
    assert "same: 1 statement of" in seen
    sitting.press("x")
    sitting.sees("1 of 3", "no such key: x")
    sitting.press("k")
    sitting.sees("1 of 3", "this is the first question")
    sitting.press("e")
    sitting.sees("1 of 3", "quit")
    sitting.press("s")
    sitting.sees("2 of 3, 1 same", "quit")
    assert [row["decision"] for row in log(into)] == ["same"]
    sitting.press("k")
    sitting.sees("1 of 3", "taken back: same")
    assert [row["decision"] for row in log(into)] == ["same", "undo"]
    sitting.press("n")
    sitting.sees("2 of 3", "quit")
    sitting.press("u")
    sitting.sees("3 of 3, 1 unsure", "quit")
    sitting.press("d")
    sitting.sees("no question is left; 1 different, 1 unsure")
    sitting.sees("wartagraf load --into")
    assert sitting.end() == 0
    assert [row["decision"] for row in log(into)] == ["same", "undo", "unsure", "different"]
    assert {row["by"] for row in log(into)} == {"ani"}


def test_what_is_answered_is_applied_when_that_is_wanted(sit, into):
    sitting = Sitting(into, "--apply")
    sit.append(sitting)
    sitting.sees("1 of 3", "quit")
    sitting.press("s")
    sitting.sees("2 of 3", "quit")
    sitting.press("S")
    sitting.sees("no question is left; 2 same")  # the third follows from these two
    sitting.sees("articles", "statements")
    assert sitting.end() == 0
    assert frozenset({"h1", "h2", "t1", "t2"}) in groups(into)


def test_keys_pressed_in_haste_all_count_and_sequences_are_no_keys(sit, into):
    sitting = Sitting(into)
    sit.append(sitting)
    sitting.sees("1 of 3")
    sitting.press("\x1b[A")
    sitting.sees("no such key")
    sitting.press("dun")
    sitting.sees("no question is left; 1 different, 1 unsure")
    assert sitting.end() == 0
    assert [row["decision"] for row in log(into)] == ["different", "unsure"]


def test_the_end_of_input_is_the_end_and_the_terminal_is_as_before(sit, into):
    sitting = Sitting(into)
    sit.append(sitting)
    sitting.sees("1 of 3", "quit")
    assert not sitting.program.getecho()
    sitting.press("\x04")
    sitting.sees("nothing judged")
    assert sitting.program.getecho()
    assert sitting.end() == 0


@pytest.mark.parametrize(("ending", "code"), [("q", 0), ("\x03", 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_no_answer_is_lost_however_it_ends(sit, into, ending, code):
    before = speakers(into)
    sitting = Sitting(into)
    sit.append(sitting)
    sitting.sees("1 of 3", "quit")
    sitting.press("s")
    sitting.sees("2 of 3", "quit")
    if isinstance(ending, str):
        sitting.press(ending)
    else:
        sitting.program.kill(ending)
    assert sitting.end() == code
    assert [row["decision"] for row in log(into)] == ["same"]
    load(into)
    assert len(speakers(into)) == len(before) - 1
