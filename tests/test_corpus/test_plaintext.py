import pytest

from corpus.plaintext import read_export
from tests.test_corpus.pages import BODY, HEADLINE


def test_headline_section_and_caption_stand_above_the_dateline():
    export = read_export(["Advertorial Kota", HEADLINE, "Suasana trotoar setelah penertiban. (Dok)", *BODY])
    assert export.title == HEADLINE
    assert export.lines == BODY


def test_the_byline_tells_author_and_day():
    byline = "Oleh Siti Rahma diperbarui 04 Mar 2020, 11:27 WIB"
    export = read_export([HEADLINE, "Apa saja sanksinya?", byline, *BODY])
    assert (export.author, export.date) == ("Siti Rahma", "2020-03-04")


def test_an_export_that_begins_with_its_body_has_no_headline():
    export = read_export(BODY)
    assert export.title == ""
    assert export.lines == BODY


def test_without_a_dateline_the_body_begins_at_the_first_prose():
    export = read_export([HEADLINE, *BODY[1:]])
    assert export.title == HEADLINE
    assert export.lines == BODY[1:]


def test_the_day_is_the_first_that_the_body_reports_with_its_weekday():
    export = read_export([*BODY, "Aturan tahun 2014 itu dibahas lagi di balai kota, Selasa (20/10/2020)."])
    assert export.date == "2020-10-20"


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        (
            "METROJAYA, KABARCONTOH.CO.ID Wali kota menertibkan pedagang di trotoar sejak pagi.",
            "KABARCONTOH.CO.ID",
        ),
        (
            "Kabarcontoh.com, Metrojaya Wali kota menertibkan pedagang di trotoar sejak pagi.",
            "Kabarcontoh.com",
        ),
        ("METROJAYA – Wali kota menertibkan pedagang di trotoar sejak pagi.", ""),
    ],
)
def test_the_dateline_names_the_outlet_by_its_web_name(opening, outlet):
    export = read_export(["Kios di Metrojaya Ditertibkan", opening])
    assert export.lines == (opening,)
    assert export.outlet == outlet


def test_a_long_first_paragraph_is_never_taken_for_a_heading():
    lead = "Wali kota " + "yang baru saja dilantik itu " * 9 + "menertibkan pedagang."
    export = read_export([lead, *BODY])
    assert export.lines[0] == lead
