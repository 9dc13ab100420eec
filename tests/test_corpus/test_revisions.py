import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from corpus import Article, Media, Page, Revision, Store, StoreError
from corpus.database import SCHEMA

PARTS = [f"Paragraf nomor {n} bercerita tentang penertiban reklame di Kota Rantau Seberang" for n in range(12)]
FIRST = ". ".join(PARTS)
CHANGED = ". ".join([*PARTS[:9], "Denda dinaikkan menjadi lima juta rupiah menurut ralat redaksi"])
OTHER = ". ".join(f"Sama sekali lain isi kabar ke-{n} dari laut dan pelabuhan ini" for n in range(12))
URL = "https://kabar.example/reklame.html"


def put(store: Store, id_: str, text: str, *, url: str = URL, title: str = "", fetched: str = "") -> None:
    page = Page(source=f"{id_}.html", raw=id_.encode(), media=Media.HTML, fetched=fetched)
    store.put_page(page)
    store.outcomes.put(page, Article(id=id_, url=url, title=title, text=text), "c1")
    store.records.put(id_, "x1", {"id": id_})


def links(store: Store) -> list[tuple[str, str]]:
    return [(revision.earlier, revision.later) for revision in store.revisions("x1")]


def test_a_changed_text_at_the_same_address_is_the_next_revision(store: Store) -> None:
    put(store, "b", FIRST)
    put(store, "a", CHANGED)
    assert store.revisions("x1") == [Revision(earlier="b", later="a")]
    assert store.article("b")
    assert store.article("a")


def test_three_revisions_make_a_chain(store: Store) -> None:
    for id_, text in (("c", FIRST), ("a", CHANGED), ("b", CHANGED + " sekali")):
        put(store, id_, text)
    assert links(store) == [("c", "a"), ("a", "b")]


def test_the_time_of_the_fetch_counts_before_that_of_reading(store: Store) -> None:
    put(store, "new", CHANGED, fetched="2024-05-02T08:00:00+00:00")
    put(store, "old", FIRST, fetched="2024-05-01T08:00:00+00:00")
    assert links(store) == [("old", "new")]


def test_a_text_that_comes_back_is_the_newest_again(store: Store) -> None:
    put(store, "a", FIRST, fetched="2024-05-01T08:00:00+00:00")
    put(store, "b", CHANGED, fetched="2024-05-02T08:00:00+00:00")
    put(store, "a", FIRST, fetched="2024-05-03T08:00:00+00:00")
    assert links(store) == [("b", "a")]
    put(store, "a", FIRST, fetched="2024-04-01T08:00:00+00:00")
    assert links(store) == [("b", "a")]


def test_the_same_headline_makes_a_revision_of_a_text_written_anew(store: Store) -> None:
    put(store, "a", FIRST, title="Reklame Ditertibkan")
    put(store, "b", OTHER, title="REKLAME ditertibkan")
    assert links(store) == [("a", "b")]


def test_other_texts_at_the_address_of_a_home_page_are_no_revisions(store: Store) -> None:
    put(store, "a", FIRST, title="Reklame Ditertibkan")
    put(store, "b", OTHER, title="Kapal Bersandar")
    put(store, "c", CHANGED, title="Reklame Ditertibkan Lagi")
    assert links(store) == [("a", "c")]


@pytest.mark.parametrize("url", ["", "https://kabar.example/lain.html"])
def test_texts_without_a_common_address_are_no_revisions(store: Store, url: str) -> None:
    put(store, "a", FIRST, url="")
    put(store, "b", CHANGED, url=url)
    assert links(store) == []


def test_a_text_that_was_not_read_takes_nobodys_place(store: Store) -> None:
    put(store, "a", FIRST)
    put(store, "b", CHANGED)
    assert store.revisions("x2") == []


def test_an_older_store_is_brought_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    old = sqlite3.connect(path)
    old.executescript((Path(__file__).parent / "store_version_1.sql").read_text("utf-8"))
    old.close()
    with pytest.raises(StoreError, match="older Wartagraf"):
        Store.open(path, read_only=True)
    with Store.open(path) as store:
        assert store.counts().articles == 2
        assert links(store) == [("p1", "p2")]
    fresh = Store.open(tmp_path / "fresh.sqlite")
    fresh.close()
    assert columns(path) == columns(tmp_path / "fresh.sqlite")


def columns(path: Path) -> set[tuple[str, str]]:
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {(table, row[1]) for table in tables for row in database.execute(f"PRAGMA table_info({table})")}


def test_every_version_has_its_upgrade() -> None:
    names = {file.name for file in files("corpus").iterdir()}
    assert {f"upgrade_to_{version}.sql" for version in range(2, SCHEMA + 1)} <= names
