from lxml import html

from corpus.cards import drop_cards


def dropped(markup: str) -> str:
    tree = html.document_fromstring(markup)
    drop_cards(tree.body)
    return " ".join(filter(None, map(str.strip, tree.body.itertext())))


def cards(number: int, teaser: str = "Ringkasan singkat.") -> str:
    return "".join(f"<li><h3><a href='/{i}'>Judul {i}</a></h3><p>{teaser}</p></li>" for i in range(number))


def test_a_list_of_linked_headlines_goes():
    assert dropped(f"<div><p>Isi berita.</p></div><ul>{cards(3)}</ul>") == "Isi berita."


def test_two_of_them_may_be_anything():
    assert dropped(f"<p>Isi berita.</p><ul>{cards(2)}</ul>").startswith("Isi berita. Judul 0")


def test_sections_of_the_article_with_a_link_in_their_heading_stay():
    assert "Judul 2" in dropped(f"<p>Isi.</p><ul>{cards(3, 'Kalimat yang panjang sekali. ' * 20)}</ul>")


def test_subheadings_between_paragraphs_stay():
    markup = "".join(f"<h3><a href='/{i}'>Judul {i}</a></h3><p>Paragraf {i}.</p>" for i in range(4))
    assert "Judul 3 Paragraf 3." in dropped(f"<div>{markup}</div>")
