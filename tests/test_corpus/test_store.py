import json
import os
import shutil
import sqlite3
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Article, Media, Page, Reason, Rejection, Store, StoreError, collect

PAGE = Page(source="a.html", raw=b"<p>isi</p>" * 50, media=Media.HTML)
OTHER = Page(source="b.html", raw=b"<p>lain</p>", media=Media.HTML)
ARTICLE = Article(id="a1", title="Judul", text="Isi pertama.")
REFUSED = Rejection(source="a.html", reason=Reason.NO_ARTICLE, detail="a.html: kosong")


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "corpus.sqlite") as opened:
        yield opened


def put(store, page, outcome, cleaner="v1"):
    store.put_page(page)
    return store.put_outcome(page, outcome, cleaner)


def test_a_page_comes_back_byte_for_byte(store):
    store.put_page(PAGE)
    assert store.page(PAGE.id) == PAGE


def test_the_same_page_twice_changes_nothing(store):
    assert store.put_page(PAGE)
    assert not store.put_page(replace(PAGE, source="elsewhere.html"))
    assert store.counts().pages == 1


def test_an_article_comes_back_as_it_was_put(store):
    put(store, PAGE, ARTICLE)
    assert store.article("a1") == ARTICLE
    assert store.article("tidak-ada") is None


def test_the_outcome_is_known_for_the_cleaner_that_made_it(store):
    put(store, PAGE, ARTICLE)
    assert store.outcome_known(PAGE.id, "v1")
    assert not store.outcome_known(PAGE.id, "v2")
    assert not store.outcome_known(OTHER.id, "v1")
    assert store.outcome(PAGE.id) == "a1"
    assert store.outcome(OTHER.id) is None


def test_the_same_article_from_another_page_is_no_second_article(store):
    put(store, PAGE, ARTICLE)
    assert put(store, OTHER, replace(ARTICLE, author="Siti")) == replace(ARTICLE, author="Siti")
    assert list(store.articles()) == [ARTICLE]
    assert store.counts().pages == 2


def test_an_id_that_belongs_to_another_text_is_refused(store):
    put(store, PAGE, ARTICLE)
    outcome = put(store, OTHER, replace(ARTICLE, text="Isi lain."))
    assert isinstance(outcome, Rejection)
    assert outcome.reason is Reason.ID_TAKEN
    assert '"a1"' in outcome.detail
    assert list(store.articles()) == [ARTICLE]
    assert store.outcome(OTHER.id) == outcome


def test_a_newer_cleaner_replaces_the_article_and_its_record(store):
    put(store, PAGE, ARTICLE, "v1")
    store.put_record("a1", "x1", {"id": "a1"})
    put(store, PAGE, replace(ARTICLE, id="a2", text="Isi bersih."), "v2")
    assert [article.id for article in store.articles()] == ["a2"]
    assert list(store.records("x1")) == []
    assert store.counts().pages == 1


def test_a_newer_cleaner_that_finds_the_same_keeps_the_record(store):
    put(store, PAGE, ARTICLE, "v1")
    store.put_record("a1", "x1", {"id": "a1"})
    before = store.state()
    put(store, PAGE, ARTICLE, "v2")
    assert store.state() == before
    assert [record for _, record in store.records("x1")] == [{"id": "a1"}]


def test_a_newer_cleaner_may_give_the_same_id_other_words(store):
    put(store, PAGE, ARTICLE, "v1")
    store.put_record("a1", "x1", {"id": "a1"})
    put(store, PAGE, replace(ARTICLE, text="Isi bersih."), "v2")
    assert [article.text for article in store.articles()] == ["Isi bersih."]
    assert list(store.records("x1")) == []


def test_an_article_stays_while_another_page_still_gives_it(store):
    put(store, PAGE, ARTICLE, "v1")
    put(store, OTHER, ARTICLE, "v1")
    put(store, PAGE, REFUSED, "v2")
    assert [article.id for article in store.articles()] == ["a1"]
    put(store, OTHER, REFUSED, "v2")
    assert list(store.articles()) == []


def test_a_rejection_gives_way_to_an_article(store):
    put(store, PAGE, REFUSED, "v1")
    assert store.outcome(PAGE.id) == REFUSED
    put(store, PAGE, ARTICLE, "v2")
    assert list(store.rejections()) == []


def test_a_source_without_bytes_is_noted_once_until_it_can_be_read(store):
    missing = Rejection(source="a.html", reason=Reason.UNREADABLE, detail="a.html: no such file")
    assert store.put_rejection(missing)
    assert not store.put_rejection(missing)
    assert list(store.rejections()) == [missing]
    put(store, PAGE, ARTICLE)
    assert list(store.rejections()) == []


def test_articles_and_records_come_by_id(store):
    for i in (3, 1, 2):
        put(store, replace(PAGE, raw=b"%d" % i), replace(ARTICLE, id=f"a{i}"))
        store.put_record(f"a{i}", "x1", {"id": f"a{i}", "nama": "Désirée"})
    assert [article.id for article in store.articles()] == ["a1", "a2", "a3"]
    assert [(article.id, record["nama"]) for article, record in store.records("x1")] == [
        (f"a{i}", "Désirée") for i in (1, 2, 3)
    ]


def test_a_record_comes_by_the_id_of_its_article(store):
    put(store, PAGE, replace(ARTICLE, id="a1"))
    store.put_record("a1", "x1", {"nama": "Désirée"})
    assert store.record("a1", "x1") == {"nama": "Désirée"}
    assert store.record("a1", "x2") is None
    assert store.record("a2", "x1") is None


def test_articles_without_a_record_are_those_this_extractor_has_not_seen(store):
    for i in (1, 2):
        put(store, replace(PAGE, raw=b"%d" % i), replace(ARTICLE, id=f"a{i}"))
    store.put_record("a1", "x1", {})
    assert [article.id for article in store.articles_without_record("x1")] == ["a2"]
    assert [article.id for article in store.articles_without_record("x2")] == ["a1", "a2"]


def test_records_may_be_written_while_articles_are_read(store):
    for i in range(450):
        put(store, replace(PAGE, raw=b"%d" % i), replace(ARTICLE, id=f"a{i:04}"))
    for article in store.articles_without_record("x1"):
        store.put_record(article.id, "x1", {"id": article.id})
    assert len(list(store.records("x1"))) == 450
    assert list(store.articles_without_record("x1")) == []


def test_counts_tell_pages_articles_and_refusals_by_reason(store):
    put(store, PAGE, ARTICLE)
    put(store, OTHER, replace(REFUSED, source="b.html"))
    store.put_rejection(Rejection(source="c", reason=Reason.UNREADABLE, detail="c: x"))
    counts = store.counts()
    assert (counts.pages, counts.articles) == (2, 1)
    assert counts.rejected == {Reason.NO_ARTICLE: 1, Reason.UNREADABLE: 1}


def test_notes_are_kept(store):
    assert store.note("graph") is None
    store.put_note("graph", "1")
    store.put_note("graph", "2")
    assert store.note("graph") == "2"


def test_the_state_changes_with_articles_and_records_and_with_nothing_else(store):
    states = [store.state()]
    put(store, PAGE, ARTICLE)
    states.append(store.state())
    store.put_record("a1", "x1", {"id": "a1"})
    states.append(store.state())
    store.put_record("a1", "x1", {"id": "a1", "statements": []})
    states.append(store.state())
    assert len(set(states)) == 4
    store.put_note("k", "v")
    put(store, OTHER, replace(REFUSED, source="b.html"))
    assert store.state() == states[-1]


def test_equal_content_has_equal_state_whatever_the_order(tmp_path):
    states = []
    for name, order in (("a", (1, 2, 3)), ("b", (3, 1, 2))):
        with Store.open(tmp_path / name) as store:
            for i in order:
                put(store, replace(PAGE, raw=b"%d" % i), replace(ARTICLE, id=f"a{i}"))
            states.append(store.state())
    assert states[0] == states[1]


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
