import random
import sqlite3
from itertools import permutations

import pytest

from graph.repeats import ENOUGH, Repeats, share, sketch

BODY = [f"Kalimat nomor {n} bercerita tentang sampah di kota itu" for n in range(10)]
WHOLE = ". ".join(BODY)
COPY = "PASAR LAMA - " + ". ".join(s.upper() for s in BODY) + ". Baca juga: hal lain."
OTHER = ". ".join(f"Sama sekali lain isi berita yang ke-{n} ini" for n in range(10))


def found(articles: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    repeats = Repeats(sqlite3.connect(":memory:"))
    for id_, date, text in articles:
        repeats.add(id_, date, text)
    return [(later, earlier) for later, earlier, _ in repeats.rows()]


def test_case_commas_and_a_line_more_make_no_new_article() -> None:
    assert share(sketch(WHOLE), sketch(COPY)) > ENOUGH


def test_another_text_shares_nothing() -> None:
    assert share(sketch(WHOLE), sketch(OTHER)) == 0.0


def test_a_text_without_sentences_repeats_nothing() -> None:
    assert found([("a", "", ""), ("b", "", ""), ("c", "", "Baca juga.")]) == []


def test_every_copy_leads_to_the_earliest_in_any_order() -> None:
    articles = [
        ("z-first", "2024-01-01", WHOLE),
        ("b", "2024-01-02", COPY),
        ("a", "", WHOLE),
        ("x", "2023-01-01", OTHER),
    ]
    for order in permutations(articles):
        assert found(list(order)) == [("a", "z-first"), ("b", "z-first")]


@pytest.mark.parametrize(("changed", "enough"), [(0, True), (3, True), (6, False)])
def test_a_copy_is_found_while_few_of_its_sentences_are_changed(changed: int, enough: bool) -> None:
    dice = random.Random(7)
    sentence = lambda: " ".join(f"kata{dice.randrange(5000)}" for _ in range(12))  # noqa: E731
    articles, wanted = [], []
    for n in range(200):
        body = [sentence() for _ in range(dice.randint(12, 20))]
        copy = body.copy()
        for place in dice.sample(range(len(body)), changed):
            copy[place] = sentence()
        articles += [(f"{n:03}-first", "2024-01-01", ". ".join(body)), (f"{n:03}-later", "2024-01-02", ". ".join(copy))]
        wanted += [(f"{n:03}-later", f"{n:03}-first")] * enough
    assert found(articles) == wanted


def test_a_thousand_copies_give_a_thousand_rows() -> None:
    assert len(found([(f"a{n:04}", "2024-01-01", WHOLE) for n in range(1001)])) == 1000
