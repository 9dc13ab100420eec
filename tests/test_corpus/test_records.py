from dataclasses import replace

from tests.test_corpus.kept import ARTICLE, PAGE, put


def test_a_newer_cleaner_replaces_the_article_and_its_record(store):
    put(store, PAGE, ARTICLE, "v1")
    store.records.put("a1", "x1", {"id": "a1"})
    put(store, PAGE, replace(ARTICLE, id="a2", text="Isi bersih."), "v2")
    assert [article.id for article in store.articles()] == ["a2"]
    assert list(store.records.all("x1")) == []
    assert store.counts().pages == 1


def test_a_newer_cleaner_that_finds_the_same_keeps_the_record(store):
    put(store, PAGE, ARTICLE, "v1")
    store.records.put("a1", "x1", {"id": "a1"})
    before = store.state()
    put(store, PAGE, ARTICLE, "v2")
    assert store.state() == before
    assert [record for _, record in store.records.all("x1")] == [{"id": "a1"}]


def test_a_newer_cleaner_may_give_the_same_id_other_words(store):
    put(store, PAGE, ARTICLE, "v1")
    store.records.put("a1", "x1", {"id": "a1"})
    put(store, PAGE, replace(ARTICLE, text="Isi bersih."), "v2")
    assert [article.text for article in store.articles()] == ["Isi bersih."]
    assert list(store.records.all("x1")) == []


def test_articles_and_records_come_by_id(store):
    for i in (3, 1, 2):
        put(store, replace(PAGE, raw=b"%d" % i), replace(ARTICLE, id=f"a{i}"))
        store.records.put(f"a{i}", "x1", {"id": f"a{i}", "nama": "Désirée"})
    assert [article.id for article in store.articles()] == ["a1", "a2", "a3"]
    assert [(article.id, record["nama"]) for article, record in store.records.all("x1")] == [
        (f"a{i}", "Désirée") for i in (1, 2, 3)
    ]


def test_a_record_comes_by_the_id_of_its_article(store):
    put(store, PAGE, replace(ARTICLE, id="a1"))
    store.records.put("a1", "x1", {"nama": "Désirée"})
    assert store.records.get("a1", "x1") == {"nama": "Désirée"}
    assert store.records.get("a1", "x2") is None
    assert store.records.get("a2", "x1") is None


def test_articles_without_a_record_are_those_this_extractor_has_not_seen(store):
    for i in (1, 2):
        put(store, replace(PAGE, raw=b"%d" % i), replace(ARTICLE, id=f"a{i}"))
    store.records.put("a1", "x1", {})
    assert [article.id for article in store.records.missing("x1")] == ["a2"]
    assert [article.id for article in store.records.missing("x2")] == ["a1", "a2"]


def test_records_of_earlier_versions_stay_until_this_one_has_given_its_own(store):
    for i in (1, 2):
        put(store, replace(PAGE, raw=b"%d" % i), replace(ARTICLE, id=f"a{i}"))
        store.records.put(f"a{i}", "x1", {"id": f"a{i}"})
    store.records.put("a1", "x2", {"id": "a1", "new": 1})
    store.records.drop_earlier("x2")
    assert [record for _, record in store.records.all("x2")] == [{"id": "a1", "new": 1}]
    assert [record for _, record in store.records.all("x1")] == [{"id": "a2"}]


def test_records_may_be_written_while_articles_are_read(store):
    for i in range(450):
        put(store, replace(PAGE, raw=b"%d" % i), replace(ARTICLE, id=f"a{i:04}"))
    for article in store.records.missing("x1"):
        store.records.put(article.id, "x1", {"id": article.id})
    assert len(list(store.records.all("x1"))) == 450
    assert list(store.records.missing("x1")) == []
