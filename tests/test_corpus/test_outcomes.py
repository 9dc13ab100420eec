from dataclasses import replace

from corpus import Reason, Rejection
from tests.test_corpus.kept import ARTICLE, OTHER, PAGE, REFUSED, put


def test_the_outcome_is_known_for_the_cleaner_that_made_it(store):
    put(store, PAGE, ARTICLE)
    assert store.outcomes.known(PAGE.id, "v1")
    assert not store.outcomes.known(PAGE.id, "v2")
    assert not store.outcomes.known(OTHER.id, "v1")
    assert store.outcomes.get(PAGE.id) == "a1"
    assert store.outcomes.get(OTHER.id) is None


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
    assert store.outcomes.get(OTHER.id) == outcome


def test_an_article_stays_while_another_page_still_gives_it(store):
    put(store, PAGE, ARTICLE, "v1")
    put(store, OTHER, ARTICLE, "v1")
    put(store, PAGE, REFUSED, "v2")
    assert [article.id for article in store.articles()] == ["a1"]
    put(store, OTHER, REFUSED, "v2")
    assert list(store.articles()) == []


def test_a_rejection_gives_way_to_an_article(store):
    put(store, PAGE, REFUSED, "v1")
    assert store.outcomes.get(PAGE.id) == REFUSED
    put(store, PAGE, ARTICLE, "v2")
    assert list(store.rejections) == []


def test_a_source_without_bytes_is_noted_once_until_it_can_be_read(store):
    missing = Rejection(source="a.html", reason=Reason.UNREADABLE, detail="a.html: no such file")
    assert store.rejections.put(missing)
    assert not store.rejections.put(missing)
    assert list(store.rejections) == [missing]
    put(store, PAGE, ARTICLE)
    assert list(store.rejections) == []
