from lxml import html

from corpus.prose import ProseMap
from tests.test_corpus.layouts import PARAGRAPHS


def page(body: str) -> ProseMap:
    return ProseMap(html.document_fromstring(f"<html><body>{body}</body></html>").find("body"))


def box(css: str, *paragraphs: str) -> str:
    return f"<div class='{css}'>" + "".join(f"<p>{text}</p>" for text in paragraphs) + "</div>"


def test_the_body_stands_where_nearly_all_prose_is():
    place = page(f"<div class='menu'><a>Beranda</a></div><div class='rumah'>{box('isi', *PARAGRAPHS)}</div>").place()
    assert place.outer.get("class") == place.core.get("class") == "isi"
    assert place.prose == sum(map(len, PARAGRAPHS))


def test_comments_beside_it_widen_the_place_and_not_the_core():
    place = page(f"<div class='rumah'>{box('isi', *PARAGRAPHS[:4])}{box('obrolan', *PARAGRAPHS[4:])}</div>").place()
    assert place.outer.get("class") == "rumah"
    assert place.core.get("class") == "isi"


def test_a_lead_before_the_box_is_not_left_behind():
    place = page(f"<div class='rumah'><p>{PARAGRAPHS[0]}</p>{box('isi', *PARAGRAPHS[1:] * 2)}</div>").place()
    assert place.outer.get("class") == "rumah"


def test_a_last_paragraph_behind_the_box_is_not_left_behind():
    place = page(f"<div class='rumah'>{box('isi', *PARAGRAPHS[1:] * 2)}<p>{PARAGRAPHS[0]}</p></div>").place()
    assert place.outer.get("class") == "rumah"


def test_boxes_of_one_class_are_pieces_of_one_body():
    pieces = "".join(f"<section>{box('potong', *PARAGRAPHS[i : i + 2])}</section>" for i in (0, 2, 4))
    assert (
        page(f"<div class='rumah'>{pieces}</div>{box('obrolan', PARAGRAPHS[6])}").place().core.get("class") == "rumah"
    )


def test_teasers_in_a_list_are_no_core():
    items = "".join(f"<li>{text}</li>" for text in PARAGRAPHS[2:])
    place = page(f"<div class='rumah'>{box('isi', *PARAGRAPHS[:2])}<ul class='daftar'>{items}</ul></div>").place()
    assert place.core.get("class") == "isi"


def test_what_is_dropped_no_longer_counts():
    prose = page(f"<div class='rumah'>{box('isi', *PARAGRAPHS[:2])}{box('komentar', *PARAGRAPHS[2:])}</div>")
    (comments,) = prose.root.find_class("komentar")
    inner = comments[0]
    prose.drop(comments)
    assert prose.of(prose.root) == sum(map(len, PARAGRAPHS[:2]))
    assert not prose.has(inner)
    assert prose.place().core.get("class") == "isi"


def test_links_and_labels_are_no_prose():
    assert page(f"<a href='/x'>{PARAGRAPHS[0]}</a><p>Bagikan berita ini</p>").place().prose == 0
