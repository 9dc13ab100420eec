from dataclasses import replace

from corpus import Reason, Rejection, Store
from tests.test_corpus.kept import ARTICLE, OTHER, PAGE, REFUSED, put


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


def test_counts_tell_pages_articles_and_refusals_by_reason(store):
    put(store, PAGE, ARTICLE)
    put(store, OTHER, replace(REFUSED, source="b.html"))
    store.rejections.put(Rejection(source="c", reason=Reason.UNREADABLE, detail="c: x"))
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
    store.records.put("a1", "x1", {"id": "a1"})
    states.append(store.state())
    store.records.put("a1", "x1", {"id": "a1", "statements": []})
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
