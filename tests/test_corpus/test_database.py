import json
import os
import shutil
import sqlite3
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Store, StoreError, collect
from tests.test_corpus.kept import ARTICLE, OTHER, PAGE, put


def test_only_what_was_committed_is_there_again(tmp_path):
    path = tmp_path / "corpus.sqlite"
    with Store.open(path) as store:
        put(store, PAGE, ARTICLE)
        store.commit()
        put(store, OTHER, replace(ARTICLE, id="a2"))
    with Store.open(path, create=False) as store:
        assert [article.id for article in store.articles()] == ["a1"]


def test_one_may_read_while_another_writes(tmp_path):
    path = tmp_path / "corpus.sqlite"
    with Store.open(path) as writer:
        put(writer, PAGE, ARTICLE)
        writer.commit()
        put(writer, OTHER, replace(ARTICLE, id="a2"))
        with Store.open(path, create=False) as reader:
            assert reader.counts().articles == 1


def test_a_reader_sees_what_is_committed_while_another_writes(tmp_path):
    path = tmp_path / "kota désa #1?.sqlite"
    with Store.open(path) as writer, Store.open(path, read_only=True) as reader:
        put(writer, PAGE, ARTICLE)
        assert reader.counts().articles == 0
        writer.commit()
        put(writer, OTHER, replace(ARTICLE, id="a2"))
        assert reader.counts().articles == 1
        with pytest.raises(StoreError, match="it may not be written; "):
            reader.put_note("k", "v")


def refused_to_open(path, **settings):
    with pytest.raises(StoreError) as told:
        Store.open(path, **settings)
    message = str(told.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    assert ";" in message, "the next step follows what was wrong"
    return message


def test_a_store_of_a_newer_version_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "corpus.sqlite"
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    assert "newer Wartagraf (store version 99" in refused_to_open(path)
    assert "newer Wartagraf (store version 99" in refused_to_open(path, read_only=True)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "corpus.sqlite"
    path.write_bytes(b"this is a letter, not a database. " * 100)
    assert "no Wartagraf store" in refused_to_open(path)


def test_a_database_of_something_else_is_refused(tmp_path):
    path = tmp_path / "corpus.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE accounts (id)")
    connection.close()
    assert "something else" in refused_to_open(path)


def test_a_store_that_is_not_there_is_not_made_unasked(tmp_path):
    assert "no store here" in refused_to_open(tmp_path / "corpus.sqlite", create=False)
    assert "no store here" in refused_to_open(tmp_path / "corpus.sqlite", read_only=True)
    assert not list(tmp_path.iterdir())


def test_an_empty_file_is_not_made_a_store_by_reading(tmp_path):
    path = tmp_path / "corpus.sqlite"
    path.touch()
    assert "no store here" in refused_to_open(path, read_only=True)
    assert path.stat().st_size == 0


def test_a_folder_that_does_not_exist_is_told(tmp_path):
    assert "cannot be opened" in refused_to_open(tmp_path / "tidak-ada" / "corpus.sqlite")


def test_a_damaged_store_is_told(tmp_path):
    path = tmp_path / "corpus.sqlite"
    with Store.open(path) as store:
        put(store, PAGE, ARTICLE)
        store.commit()
    raw = path.read_bytes()
    path.write_bytes(raw[:4096] + os.urandom(len(raw) - 4096))
    with pytest.raises(StoreError, match="damaged"), Store.open(path) as store:
        list(store.articles())


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc, where not even root may make files")
def test_an_unwritable_folder_is_told():
    assert "check that the folder exists and that you may write in it" in refused_to_open(Path("/proc/corpus.sqlite"))


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte, really mounted; skipped where that is not allowed."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place]
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def fill(path, *, most_pages=None):
    with Store.open(path) as store:
        if most_pages:
            store._database.rows(f"PRAGMA max_page_count = {most_pages}")
        for i in range(1000):
            put(store, replace(PAGE, raw=os.urandom(20_000)), replace(ARTICLE, id=f"a{i:04}"))
            store.commit()


def test_a_store_on_a_read_only_disk_is_told(small_disk):
    path = small_disk / "corpus.sqlite"
    Store.open(path).close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(StoreError, match=r"corpus.sqlite: it (may not be written|cannot be opened); "):
        fill(path)


def test_a_store_on_a_read_only_disk_can_be_read(small_disk):
    path = small_disk / "corpus.sqlite"
    with Store.open(path) as store:
        put(store, PAGE, ARTICLE)
        store.commit()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with Store.open(path, read_only=True) as store:
        assert list(store.articles()) == [ARTICLE]
        with pytest.raises(StoreError, match="it may not be written; "):
            store.put_note("k", "v")


def test_a_full_disk_is_told_and_what_was_committed_is_safe(small_disk):
    path = small_disk / "corpus.sqlite"
    with pytest.raises(StoreError, match=r"corpus.sqlite: the disk is full; free space"):
        fill(path)
    with Store.open(path) as store:
        assert store.counts().articles == store.counts().pages > 0


def test_a_store_that_may_not_grow_is_told(tmp_path):
    with pytest.raises(StoreError, match=r"corpus.sqlite: the disk is full; free space"):
        fill(tmp_path / "corpus.sqlite", most_pages=60)


def test_a_full_disk_stops_collecting_with_its_reason(small_disk, tmp_path):
    source = tmp_path / "artikel.jsonl"
    lines = (json.dumps({"id": f"j{i}", "text": os.urandom(8000).hex()}) for i in range(200))
    source.write_text("\n".join(lines), "utf-8")
    with (
        pytest.raises(StoreError, match="the disk is full"),
        Store.open(small_disk / "corpus.sqlite") as store,
    ):
        list(collect([source], store))
