from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Article, Media, Page, Store, clean, collect
from corpus.parts import find_part, join_parts
from tests.test_corpus.layouts import PARAGRAPHS, TITLE

URL = "https://warta.example/daerah/pedagang-trotoar"


def part_page(number: int, paragraphs: tuple[str, ...], *, total: int = 3) -> str:
    turns = "".join(f"<a href='?page={n}'>{n}</a>" for n in range(1, total + 1) if n != number)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><meta property='og:title' content='{TITLE}'>"
        f"<link rel='canonical' href='{URL}?page={number}'></head><body><article><h1>{TITLE}</h1>"
        + "".join(f"<p>{text}</p>" for text in paragraphs)
        + f"<div class='paging'>Halaman {turns} <a href='?page=all'>Semua</a></div></article></body></html>"
    )


PAGES = [part_page(n, PARAGRAPHS[(n - 1) * 2 : n * 2 + (n == 3)]) for n in (1, 2, 3)]


def into(tmp_path, *numbers):
    folder = tmp_path / "-".join(map(str, numbers))
    folder.mkdir()
    for number in numbers:
        (folder / f"hal-{number}.html").write_text(PAGES[number - 1], "utf-8")
    return folder


@pytest.mark.parametrize(
    ("url", "hrefs", "number", "found"),
    [
        (URL, ["?page=2", "?page=3"], 1, (URL, "1/3")),
        (URL, [f"{URL}?page=1", f"{URL}?page=3&utm_source=x"], 2, (URL, "2/3")),
        (URL, ["?page=2"], 0, (URL, "")),
        (URL, [f"{URL}/2/", f"{URL}/3/"], 1, (URL, "1/3")),
        (f"{URL}/2/", [f"{URL}/", f"{URL}/3/"], 1, (URL, "2/3")),
        (URL, ["/lain?page=2", "https://warta.example/daerah/7", "?page=999", "http://["], 1, (URL, "")),
        (
            "https://warta.example/read/12",
            ["https://warta.example/read/13", "/read/2"],
            1,
            ("https://warta.example/read/12", ""),
        ),
    ],
)
def test_a_part_is_known_by_links_to_the_others(url, hrefs, number, found):
    assert find_part(url, hrefs, number=number) == found


def test_a_page_that_is_a_part_says_so():
    article = clean(Page(source="p", raw=PAGES[1].encode(), media=Media.HTML))
    assert isinstance(article, Article)
    assert (article.url, article.part) == (URL, "2/3")


def test_a_page_that_turns_its_parts_itself_is_whole():
    boxes = "".join(f"<div class='paging-content'><p>{a}</p><p>{b}</p></div>" for a, b in pairwise(PARAGRAPHS))
    turns = "<a href='?page=2'>2</a>"
    raw = f"<html><head><link rel='canonical' href='{URL}'></head><body><h1>{TITLE}</h1>{boxes}{turns}</body></html>"
    article = clean(Page(source="p", raw=raw.encode(), media=Media.HTML))
    assert isinstance(article, Article)
    assert article.part == ""
    assert article.text.splitlines() == list(PARAGRAPHS)


def articles_in(folder, sources):
    with Store.open(folder / "corpus.db") as store:
        for source in sources:
            list(collect([source], store))
        return list(store.articles())


def test_parts_at_hand_become_one_article(tmp_path):
    (article,) = articles_in(tmp_path, [into(tmp_path, 1, 2, 3)])
    assert article.text.splitlines() == list(PARAGRAPHS)
    assert (article.part, article.title) == ("", TITLE)


def test_a_missing_part_is_flagged_and_joined_when_it_comes(tmp_path):
    first = into(tmp_path, 1, 2)
    (article,) = articles_in(tmp_path, [first])
    assert article.part == "1-2/3"
    with Store.open(tmp_path / "corpus.db") as store:
        assert store.counts().partial == 1
    (article,) = articles_in(tmp_path, [into(tmp_path, 3)])
    assert article.part == ""
    assert article.text.splitlines() == list(PARAGRAPHS)
    assert articles_in(tmp_path, [first]) == [article], "what was joined stays so"


@settings(deadline=None)
@given(st.permutations([1, 2, 3]))
def test_parts_are_joined_in_their_order_whatever_the_order_they_come_in(order):
    parts = [Article(id=str(n), url=URL, text=PARAGRAPHS[n], part=f"{n}/3") for n in order]
    whole = join_parts(parts)
    assert whole.text.splitlines() == list(PARAGRAPHS[1:4])
    assert whole.part == ""
