"""What a reviewer is shown: the sentence with the name, and nothing that disturbs a terminal."""

from dataclasses import replace

from rich.console import Console

from graph.cast import Cast
from graph.identity.naming import apart_id
from graph.review.evidence import Evidence, evidence_in, side_in
from graph.review.portraits import Portrait, Post
from graph.review.questions import Question
from graph.review.showing import Shown, drawn, marked, outcome_line
from tests.test_graph.reviewed import KENARI, Pair, spoken

HASAN = spoken("h1", "Hasan Tarwiyah", "Camat", KENARI, "aturan harus ditaati")


def profile_in(pair: Pair, apart: frozenset[tuple[str, str]] = frozenset()) -> str:
    return Cast(*pair, apart).by_key["p"].id


def test_the_sentence_that_names_somebody_first_is_told_with_every_name_in_it():
    article, record = HASAN
    found = evidence_in(article, record, profile_in(HASAN))
    assert found.sentence == "KOTA TANJUNG KENARI – Camat Hasan Tarwiyah mengatakan aturan harus ditaati."
    assert [found.sentence[start:end] for start, end in found.marks] == ["Hasan Tarwiyah"]
    assert (found.title, found.outlet, found.date) == (article.title, article.outlet, article.date)


def test_where_nobody_is_named_the_words_that_were_said_are_told():
    article, record = HASAN
    found = evidence_in(article, replace(record, mentions=()), profile_in(HASAN))
    assert [found.sentence[start:end] for start, end in found.marks] == ["aturan harus ditaati"]


def test_somebody_else_is_not_told_of():
    assert evidence_in(*HASAN, "somebody-else").sentence == ""
    assert side_in(*HASAN, "somebody-else") is None


def test_a_long_sentence_is_cut_around_the_name():
    words = "jalan " * 200 + "selesai"
    article, record = spoken("h1", "Hasan Tarwiyah", "Camat", KENARI, words)
    found = evidence_in(article, record, profile_in((article, record)))
    assert len(found.sentence) == 400
    assert [found.sentence[start:end] for start, end in found.marks] == ["Hasan Tarwiyah"]


def test_a_side_names_the_place_of_a_mention():
    article, record = HASAN
    side = side_in(article, record, profile_in(HASAN))
    assert side is not None
    assert article.text[side.start : side.end] == side.name == "Hasan Tarwiyah"


def test_an_appearance_that_was_taken_out_is_a_profile_of_its_own():
    article, record = HASAN
    apart = frozenset({("h1", profile_in(HASAN))})
    taken = profile_in(HASAN, apart)
    assert taken == apart_id(profile_in(HASAN), "h1")
    assert evidence_in(article, record, taken, apart).marks
    assert not evidence_in(article, record, profile_in(HASAN), apart).marks


def screen(one: Shown, other: Shown, width: int) -> str:
    question = Question(
        label="Person", one="a", other="b", score=0.7, reasons=("same name",), entities=("a", "b"), statements=3
    )
    console = Console(width=width, force_terminal=True)
    with console.capture() as captured:
        console.print(drawn(question, one, other, width=width))
    return captured.get()


def test_nothing_that_articles_say_moves_the_terminal():
    nasty = "Ha\x1b[2Jsan\x07 \x9b31m[red]"
    portrait = Portrait(label="Person", entity="a", name=nasty, aliases=(nasty,), posts=(Post(post=nasty),))
    evidence = Evidence(article=nasty, title=nasty, sentence=nasty, marks=((0, 4),), url=nasty)
    for width in (20, 80, 160):
        shown = screen(Shown(portrait=portrait, evidence=[evidence]), Shown(portrait=portrait, evidence=[]), width)
        assert "\x1b[2J" not in shown
        assert not {"\x07", "\x9b"} & set(shown)


def test_both_sides_stand_beside_each_other_where_there_is_room():
    sides = [Shown(portrait=Portrait(label="Person", entity=id_, name=f"Nama {id_}"), evidence=[]) for id_ in "ab"]
    assert [line.count("╭") for line in screen(*sides, 120).splitlines() if "╭" in line] == [2]
    assert [line.count("╭") for line in screen(*sides, 79).splitlines() if "╭" in line] == [1, 1]


def test_marks_that_overlap_are_marked_once():
    assert marked("Pak Hasan Tarwiyah pergi", [(4, 18), (4, 9)]).plain == "Pak [Hasan Tarwiyah] pergi"


def test_the_smaller_side_is_said_to_join_the_larger_one():
    one = Portrait(label="Person", entity="a", name="Hasan", statements=2, posts=(Post(post="camat"),))
    other = Portrait(label="Person", entity="b", name="Hasan T.", statements=5, posts=(Post(post="camat"),))
    words = "same: 2 statements of Hasan (1) would be by Hasan T. (2), which then has 7 statements and 1 post"
    assert outcome_line(one, other).plain == words
    assert outcome_line(other, one).plain == words.replace("(1)", "(x)").replace("(2)", "(1)").replace("(x)", "(2)")
