import pytest
from lxml import html

from corpus.read_also import drop_read_also

LINK = "<a href='/b'>Sepuluh Kios Liar Disegel</a>"


@pytest.mark.parametrize(
    ("markup", "left"),
    [
        (f"<p>Baca juga: {LINK}</p>", ""),
        (f"<p><strong>Baca juga: {LINK}</strong></p>", ""),
        (f"<p><b>Baca Juga :</b> {LINK}</p>", ""),
        ("<p><a href='/b'><b>BACA JUGA: Kios Disegel</b></a></p>", ""),
        (f"<p>Warga patuh. <b>Baca juga: {LINK}</b></p>", "Warga patuh. "),
        (f"<p>Warga patuh. Baca juga: {LINK}</p>", "Warga patuh. "),
        (f"<p><span>Baca juga: {LINK}</span>\n“Kami patuh,” ujarnya.</p>", "\n“Kami patuh,” ujarnya."),
        (f"<p>Baca juga: {LINK} “Kami patuh,” ujarnya.</p>", " “Kami patuh,” ujarnya."),
        (f"<p>Menurut {LINK}, warga patuh.</p>", "Menurut Sepuluh Kios Liar Disegel, warga patuh."),
        (f"<p>“Baca juga aturannya,” kata {LINK}.</p>", "“Baca juga aturannya,” kata Sepuluh Kios Liar Disegel."),
        ("<p>“Baca juga pasal tujuh,” katanya.</p>", "“Baca juga pasal tujuh,” katanya."),
    ],
)
def test_the_link_goes_and_what_stands_around_it_stays(markup, left):
    box = html.fragment_fromstring(f"<div>{markup}</div>")
    drop_read_also(box)
    assert box.text_content().strip() == left.strip()
