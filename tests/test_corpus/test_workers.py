import math
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from itertools import count, islice

import pytest

from corpus import Failure, WorkerError, ordered_map

# Spawned processes import what they run by name, so functions of the standard library stand in here:
# eval runs what an item says.
DIE = "__import__('os').kill(__import__('os').getpid(), 9)"
EXIT = "__import__('os')._exit(3)"


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_items(workers):
    items = [0.2, 0.0, 0.1, 0.0, 0.05, 0.0]
    assert list(ordered_map(time.sleep, items, workers=workers, few=0)) == [(item, None) for item in items]


def test_a_slow_item_costs_none_of_those_behind_it():
    slow = [0.5, *[0.0] * 100, 0.5, *[0.0] * 100]
    assert len(list(ordered_map(time.sleep, slow, workers=2))) == len(slow)


def test_the_work_is_spread_over_processes():
    pids = {
        result
        for _, result in ordered_map(
            eval, ["(__import__('time').sleep(0.02), __import__('os').getpid())[1]"] * 40, workers=2
        )
    }
    assert len(pids) == 2
    assert os.getpid() not in pids


@pytest.mark.parametrize("workers", [1, 2])
def test_an_item_that_raises_costs_only_itself(workers):
    results = [result for _, result in ordered_map(math.sqrt, [4.0, -1.0, 9.0], workers=workers, few=0)]
    assert results == [2.0, Failure(message="ValueError: math domain error"), 3.0]


@pytest.mark.parametrize(("deadly", "told"), [(DIE, "signal SIGKILL"), (EXIT, "exit code 3")])
def test_an_item_that_kills_its_process_costs_only_itself(deadly, told):
    items = ["1", deadly, "2", deadly, "3", "4"]
    results = [result for _, result in ordered_map(eval, items, workers=2, few=0)]
    assert [result for result in results if isinstance(result, int)] == [1, 2, 3, 4]
    assert [told in result.message for result in results if isinstance(result, Failure)] == [True, True]


def test_a_result_that_cannot_be_sent_back_is_a_failure():
    ((_, result),) = ordered_map(eval, ["lambda: 1"], workers=2, few=0)
    assert isinstance(result, Failure)
    assert "cannot be sent back" in result.message


def test_a_few_items_are_worked_on_without_another_process():
    results = ordered_map(eval, ["__import__('os').getpid()"] * 3, workers=2)
    assert {result for _, result in results} == {os.getpid()}


def test_no_more_processes_start_than_there_are_items():
    before = set(multiprocessing.active_children())
    results = ordered_map(math.sqrt, [4.0, 9.0], workers=5, few=1)
    next(results)
    assert len(set(multiprocessing.active_children()) - before) == 2
    results.close()


@pytest.mark.parametrize("workers", [1, 2])
def test_items_are_read_only_a_little_ahead(workers):
    read = []
    endless = (read.append(i) or float(i) for i in count())
    results = ordered_map(math.sqrt, endless, workers=workers)
    assert [result for _, result in islice(results, 5)] == [math.sqrt(i) for i in range(5)]
    results.close()
    assert len(read) <= 5 + 16 * workers


def test_results_larger_than_a_pipe_come_through():
    results = [result for _, result in ordered_map(eval, ["'x' * 3_000_000"] * 6, workers=2, few=0)]
    assert [len(result) for result in results] == [3_000_000] * 6


def test_items_larger_than_a_pipe_come_through():
    items = ["x" * 3_000_000] * 4
    assert [result for _, result in ordered_map(len, items, workers=2, few=0)] == [3_000_000] * 4


def test_every_process_starts_once_before_its_first_item():
    start = partial(signal.signal, signal.SIGUSR1, signal.SIG_IGN)
    results = [
        result for _, result in ordered_map(signal.getsignal, [signal.SIGUSR1] * 4, workers=2, few=0, start=start)
    ]
    assert results == [signal.SIG_IGN] * 4


@pytest.mark.parametrize("start", [partial(math.sqrt, -1.0), partial(os._exit, 5)])
def test_processes_that_cannot_start_are_told_instead_of_tried_for_ever(start):
    with pytest.raises(WorkerError, match=r"could not start|died at its start"):
        list(ordered_map(math.sqrt, [1.0], workers=2, few=0, start=start))


def test_fewer_than_one_worker_is_refused():
    with pytest.raises(ValueError, match="workers=0"):
        ordered_map(math.sqrt, [1.0], workers=0)


def test_leaving_early_ends_the_processes():
    results = ordered_map(eval, ["__import__('os').getpid()"] * 50, workers=2)
    _, pid = next(results)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


INTERRUPTED = """
import time
from corpus import ordered_map
if __name__ == "__main__":
    print("ready", flush=True)
    try:
        for _ in ordered_map(time.sleep, [0.05] * 1000, workers=2):
            pass
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""


@pytest.mark.parametrize("pause", [0.05, 0.4, 1.5])
def test_ctrl_c_ends_the_work_without_a_word_from_the_processes(tmp_path, pause):
    (tmp_path / "job.py").write_text(INTERRUPTED)
    job = subprocess.Popen(
        [sys.executable, tmp_path / "job.py"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert job.stdout
    job.stdout.readline()
    time.sleep(pause)
    os.killpg(job.pid, signal.SIGINT)
    out, errors = job.communicate(timeout=20)
    assert (out, errors) == ("interrupted\n", "")


def test_an_item_that_lost_its_process_once_is_tried_again(tmp_path):
    seen = tmp_path / "seen"
    item = f"7 if __import__('os').path.exists({str(seen)!r}) else (open({str(seen)!r}, 'w').close(), {DIE})"
    assert [result for _, result in ordered_map(eval, ["1", item, "2"], workers=2, few=0)] == [1, 7, 2]


def test_an_item_that_kills_is_tried_twice_and_no_more(tmp_path):
    tries = tmp_path / "tries"
    item = f"(open({str(tries)!r}, 'a').write('x'), {DIE})"
    (_, result), _ = ordered_map(eval, [item, "1"], workers=2, few=0)
    assert isinstance(result, Failure)
    assert tries.read_text() == "xx"


ORPHANING = """
import sys
from corpus import ordered_map
if __name__ == "__main__":
    item = "(print('working', flush=True), __import__('time').sleep(40))"
    list(ordered_map(eval, [item] * 2, workers=2, few=0))
"""


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_outlives_its_parent(tmp_path, sign):
    (tmp_path / "job.py").write_text(ORPHANING)
    job = subprocess.Popen([sys.executable, tmp_path / "job.py"], stdout=subprocess.PIPE)
    assert job.stdout
    assert [job.stdout.readline() for _ in range(2)] == [b"working\n"] * 2
    job.send_signal(sign)
    job.communicate(timeout=10)  # the pipe ends only when the last process that holds it has ended
    assert job.returncode == -sign
