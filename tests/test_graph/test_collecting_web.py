"""``wartagraf collect`` of a site on loopback, as a user runs it."""

import json
import re
import signal
import subprocess
import sys
import time

import pytest

from corpus import Store
from graph.folder import STORE_FILE
from tests.test_corpus import site as web
from tests.test_corpus.site import Answer, Site, running_site

COMMAND = [sys.executable, "-c", "from graph.cli import main; main()", "collect"]
LOOPBACK = ["--allow-private", "--delay", "0"]


@pytest.fixture
def site():
    with running_site() as site:
        site.answers["/robots.txt"] = web.robots("User-agent: *\nDisallow: /tutup")
        site.answers["/feed"] = web.feed("/1", "/2", "/tutup", "/hilang")
        site.answers |= {f"/{i}": web.page(i) for i in (1, 2)}
        yield site


def collect(*args):
    return subprocess.run([*COMMAND, *map(str, args)], capture_output=True, text=True, check=False, timeout=120)


def test_the_summary_tells_what_was_fetched_and_what_was_not(site: Site, tmp_path):
    done = collect(f"{site.url}/feed", "--into", tmp_path / "data", *LOOPBACK)
    assert done.returncode == 0
    told = {what.strip(): int(number) for number, what in re.findall(r"^ *(\d+) +(.+)$", done.stdout, re.MULTILINE)}
    assert told == told | {"pages in": 4, "fetched": 3, "rejected: robots": 1, "rejected: gone": 1, "articles": 2}
    assert f"{site.url}/tutup: the robots.txt of 127.0.0.1 forbids it" in done.stderr
    again = collect(f"{site.url}/feed", "--into", tmp_path / "data", "--json", *LOOPBACK)
    lines = [json.loads(line) for line in again.stdout.splitlines()]
    assert {line.get("rejected", "article") for line in lines} == {"article", "robots", "gone"}
    assert site.asked().count("/1") == site.asked().count("/2") == 1


def test_where_nothing_can_be_fetched_the_command_fails(site: Site, tmp_path):
    done = collect(f"{site.url}/feed", "--into", tmp_path / "data")
    assert done.returncode == 1
    assert "no address of the public internet; allow it with --allow-private" in done.stderr
    assert site.requests == []


def test_settings_that_mean_nothing_are_a_wrong_call(site: Site, tmp_path):
    for wrong in (["--since", "kemarin"], ["--match", "("], ["--limit", "0"], ["--delay", "-1"]):
        done = collect(f"{site.url}/feed", "--into", tmp_path / "data", *wrong)
        assert done.returncode == 2, wrong
        assert "Traceback" not in done.stderr
    assert site.requests == []


def test_ctrl_c_keeps_what_was_fetched(site: Site, tmp_path):
    def pieces():
        site.stopping.wait(20)
        yield b""

    site.answers["/feed"] = web.feed("/1", "/lama", "/2")
    site.answers["/lama"] = Answer(pieces=pieces)
    into = tmp_path / "data"
    running = subprocess.Popen(
        [*COMMAND, f"{site.url}/feed", "--into", into, *LOOPBACK],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while "/lama" not in site.asked() and time.monotonic() < until:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "interrupted" in told
    site.answers["/lama"] = web.page("lama")
    assert collect(f"{site.url}/feed", "--into", into, *LOOPBACK).returncode == 0
    assert site.asked().count("/1") == 1
    with Store.open(into / STORE_FILE) as store:
        assert store.counts().articles == 3
