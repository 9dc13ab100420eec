"""Offices: a post with the institution and region it is held in, as one phrase of the text."""

from collections.abc import Mapping
from dataclasses import dataclass

from extract.naming.name_words import is_name_word
from extract.naming.names import skip_honorifics
from extract.naming.office_steps import Draft, take_step
from extract.naming.office_words import char_end, names_unit, near
from extract.naming.posts import Kind, PostMention
from extract.naming.reading import Reading
from extract.record import Mention

SMALL_AREAS = frozenset({"Desa", "Kelurahan", "Kecamatan"})
FIELDLESS = frozenset({"Wakil Menteri", "Menteri Koordinator", "Direktur Jenderal", "Sekretaris Jenderal"})
LONGEST_OFFICE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A post with what it is held in: words ``start`` to ``end`` (exclusive), position as written.

    ``past`` says that the words before it tell of it as held once: ``pernah menjabat Camat Kulon``.
    """

    start: int
    end: int
    position: str
    post: PostMention
    institution: Mention | None = None
    region: Mention | None = None
    past: bool = False


def read_office(reading: Reading, post: PostMention, posts: Mapping[int, PostMention]) -> Office:
    """The office that begins with ``post``.

    Handles ``Kepala Badan Kepegawaian Daerah (BKD) Kota Kulon``, ``Kabid Humas Polda Wetan``, ``Asisten II
    Bidang Umum``, ``PPK pada Kementerian …``, ``Bupati Kabupaten Kulon``, ``Ketua Komisi I``,
    ``Menteri/Kepala …``.
    """
    begin = reading.starts[post.start]
    draft = Draft(post.end, char_end(reading, post.end, begin), begin)
    draft.forced = names_unit(reading, post.end - 1)
    draft.alone = post.post.kind is Kind.RELATION and not reading.capital(post.start)
    draft.whole = post.post.kind is Kind.MINISTER and _says_all(post)
    draft.described = post.post.kind is Kind.COMMAND and post.end - post.start > 1
    if post.post.body in SMALL_AREAS and _unknown_area(reading, post.end, posts):
        draft.forced = True
    while draft.i - post.start < LONGEST_OFFICE and take_step(reading, draft, posts):
        pass
    return Office(
        start=post.start,
        end=draft.i,
        position=" ".join(filter(None, (_without_clitic(reading.text[begin : draft.position_end]), draft.field))),
        post=post,
        institution=draft.institution,
        region=draft.region,
    )


def _says_all(post: PostMention) -> bool:
    """Whether a minister's post is an abbreviation with its field inside (``Mensos``, not ``Menko``)."""
    long = post.post.long
    return long not in FIELDLESS and post.end - post.start < len(long.split())


def _unknown_area(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> bool:
    """Whether word ``i`` is an area nobody knows, with a name behind it: ``Kepala Desa Sukamulur Amir``."""
    if not near(reading, i) or not reading.capital(i) or reading.covered(i):
        return False
    if is_name_word(reading.words[i]) or skip_honorifics(reading, i)[0] > i:
        return False
    return reading.gap(i + 1).strip(" \xa0") in ("", ",") and reading.capital(i + 1) and i + 1 not in posts


def _without_clitic(position: str) -> str:
    """``position`` on one line; "kuasa hukumnya" is a "kuasa hukum"."""
    written = position.replace("(\n", "(").replace("\n)", ")")
    return " ".join(written.split()).removesuffix("nya")
