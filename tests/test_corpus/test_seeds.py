"""The five real exports and the press-office fragments this project began with, read from the shared data."""

import json
import re

import pytest

from corpus import Article, Media, Page, Rejection, clean
from corpus.paragraphs import words

BOILERPLATE = re.compile(
    r"iklan|about the author|add comment|tinggalkan balasan|blogger|baca juga|populer|google news"
    r"|saksikan video|simak berita|selengkapnya|pixabay|\(dok\)|sumber:",
    re.IGNORECASE,
)
# Counted by a person in the files: paragraphs of the body, words of the headline, day.
SEEDS = {
    "000": (12, 8, "2020-10-20"),
    "001": (12, 11, "2020-03-04"),
    "002": (12, 0, ""),
    "003": (11, 0, ""),
    "004": (12, 7, "2023-03-14"),
}


@pytest.fixture(scope="module")
def seeds(shared):
    files = sorted((shared / "seeds").glob("*.txt"))
    return {file.name[:3]: clean(Page(source=file.name, raw=file.read_bytes(), media=Media.TEXT)) for file in files}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_comes_out_as_its_body_and_nothing_else(seeds, seed):
    article = seeds[seed]
    assert isinstance(article, Article)
    paragraphs, headline, day = SEEDS[seed]
    assert len(article.text.splitlines()) == paragraphs
    assert len(words(article.title)) == headline
    assert article.date == day
    assert not BOILERPLATE.search(article.text)


def test_no_paragraph_of_a_seed_stands_twice(seeds):
    for article in seeds.values():
        lines = article.text.splitlines()
        assert len(set(lines)) == len(lines)


def test_a_press_office_fragment_comes_out_as_all_its_paragraphs(shared):
    (file,) = (shared / "pages" / "fragments").glob("*.json")
    stories = json.loads(file.read_text("utf-8"))
    assert len(stories) == 24
    for story in stories:
        article = clean(Page(source=story["id"], raw=story["deskripsi"].encode(), media=Media.HTML))
        assert isinstance(article, Article)
        bare = re.sub(r"<[^>]+>|&\w+;|&#\d+;", " ", story["deskripsi"])
        lost = len(words(bare)) - len(words(article.text))
        assert abs(lost) <= 3, story["id"]


def test_listings_are_no_articles(shared):
    pages = sorted((shared / "pages" / "listings").glob("*.html"))
    outcomes = [clean(Page(source=page.name, raw=page.read_bytes(), media=Media.HTML)) for page in pages]
    assert len(outcomes) == 6
    assert all(isinstance(outcome, Rejection) for outcome in outcomes)
