"""The sample pages: what a careful reader finds in them, and that cleaning finds it too."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from corpus import Article, Page, Reason, Rejection, clean, read_sources

TESTS = Path(__file__).parents[1]
SAMPLE = TESTS.parent / "corpus" / "sample"
REGULATION = re.compile(r"[a-z]+(-[a-z]+)*/(19|20)\d{2}/[1-9]\d*")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def json_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


GOLD = {row["page"]: row for row in json_lines(TESTS / "test_corpus" / "sample_pages.jsonl")}
ANSWERS = {row["page"]: row for row in json_lines(TESTS / "test_graph" / "sample_answers.jsonl")}
ARTICLES = sorted(page for page, row in GOLD.items() if row["kind"] == "article")
OTHERS = sorted(set(GOLD) - set(ARTICLES))
SAVED_TWICE = ("arunika-labuhpinang-skb-netralitas.html", "arunika-labuhpinang-skb-netralitas-1.html")


@pytest.fixture(scope="module")
def pages():
    read = read_sources([SAMPLE / name for name in sorted(GOLD)])
    return {Path(page.source).name: page for page in read if isinstance(page, Page)}


@pytest.fixture(scope="module")
def cleaned(pages):
    return {name: clean(page) for name, page in pages.items()}


def on_page(name):
    """All text of a page, scripts too, with single blanks."""
    tree = html.document_fromstring((SAMPLE / name).read_bytes().decode())
    return " ".join(tree.text_content().split())


def test_every_page_in_the_folder_has_its_gold():
    assert sorted(path.name for path in SAMPLE.glob("*.html")) == sorted(GOLD)
    assert sorted(ANSWERS) == ARTICLES


def test_four_outlets_print_twenty_two_articles_a_listing_and_photos():
    assert Counter(row["kind"] for row in GOLD.values()) == {"article": 22, "listing": 1, "photo": 1}
    assert len({row["outlet"] for row in GOLD.values()}) == 4


@pytest.mark.parametrize("name", sorted(GOLD))
def test_gold_paragraphs_and_clutter_stand_on_the_page(name):
    shown = on_page(name)
    row = GOLD[name]
    assert [paragraph for paragraph in row["paragraphs"] if paragraph not in shown] == []
    assert [snippet for snippet in row["without"] if snippet not in shown] == []


@pytest.mark.parametrize("name", sorted(GOLD))
def test_gold_clutter_is_long_enough_and_no_part_of_the_body(name):
    row = GOLD[name]
    body = "\n".join(row["paragraphs"])
    assert len(set(row["without"])) >= 8
    assert [snippet for snippet in row["without"] if len(snippet) < 15 or snippet in body] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_answers_quote_the_body_and_keep_quotes_and_reports_apart(name):
    paragraphs = GOLD[name]["paragraphs"]
    quoted = [quote for paragraph in paragraphs for quote in QUOTED.findall(paragraph)]
    reported = [QUOTED.sub("“”", paragraph) for paragraph in paragraphs]
    places = {"direct": quoted, "indirect": reported}
    for statement in ANSWERS[name]["statements"]:
        assert any(statement["words"] in text for text in places[statement["mode"]]), statement["words"]


@pytest.mark.parametrize("name", ARTICLES)
def test_answers_come_in_the_order_of_the_text(name):
    body = "\n".join(GOLD[name]["paragraphs"])
    places = [body.index(statement["words"]) for statement in ANSWERS[name]["statements"]]
    assert places == sorted(set(places))


@pytest.mark.parametrize("name", ARTICLES)
def test_answers_name_people_of_the_article_and_rules_it_cites(name):
    body, answers = "\n".join(GOLD[name]["paragraphs"]), ANSWERS[name]
    rules = set(answers["regulations"])
    assert [rule for rule in rules if not REGULATION.fullmatch(rule)] == []
    for statement in answers["statements"]:
        assert statement["speaker"].startswith("?") or statement["speaker"] in body
        assert set(statement["regulations"]) <= rules
    assert [role["person"] for role in answers["roles"] if role["person"] not in body] == []


def test_the_demo_question_has_a_rich_answer():
    speakers = {
        statement["speaker"]
        for row in ANSWERS.values()
        for statement in row["statements"]
        if "uu/2014/5" in statement["regulations"]
    }
    assert len(speakers) >= 6


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_comes_out_as_its_body_and_nothing_else(cleaned, name):
    article = cleaned[name]
    assert isinstance(article, Article)
    assert article.text.split("\n") == GOLD[name]["paragraphs"]


@pytest.mark.parametrize("name", ARTICLES)
def test_nothing_of_the_clutter_gets_into_the_text(cleaned, name):
    article = cleaned[name]
    assert isinstance(article, Article)
    assert [snippet for snippet in [*GOLD[name]["without"], "IKLAN"] if snippet in article.text] == []


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("fact", ["title", "date", "author", "outlet"])
def test_the_facts_of_an_article_are_those_it_shows(cleaned, name, fact):
    article = cleaned[name]
    assert isinstance(article, Article)
    assert getattr(article, fact) == GOLD[name][fact]


@pytest.mark.parametrize("name", OTHERS)
def test_a_listing_and_a_photo_page_are_no_articles(cleaned, name):
    refusal = cleaned[name]
    assert isinstance(refusal, Rejection)
    assert refusal.reason is Reason.NO_ARTICLE


def test_a_page_saved_twice_is_one_page_and_one_article(pages, cleaned):
    first, second = SAVED_TWICE
    assert pages[first].raw == pages[second].raw
    assert pages[first].id == pages[second].id
    assert cleaned[first] == cleaned[second]
    assert len({page.id for page in pages.values()}) == len(pages) - 1


def test_a_press_release_in_two_papers_is_two_articles(cleaned):
    printed = [
        cleaned[name] for name in ("suaramarawangi-siaran-pers-netralitas.html", "gapura-korpri-bawaslu-marawangi.html")
    ]
    first, second = (article.text for article in printed if isinstance(article, Article))
    assert first != second
    assert len(set(first.split()) & set(second.split())) > 0.9 * len(set(first.split()))
