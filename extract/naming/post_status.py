"""The status of a post: held now, held once, not yet, or for another, by the words before and behind it."""

from functools import cache

from extract.lexicon import read_tsv
from extract.naming.offices import Office
from extract.naming.phrases import Phrases
from extract.naming.posts import MODIFIERS, Kind, bracket_end, long_form
from extract.naming.reading import Reading
from extract.record import RoleStatus

ELECTED = "terpilih"  # behind a post: "Bupati Kulon terpilih"
CANDIDATE = "calon "  # begins the full form of short posts: "Cabup", "Caleg"
STATUSES = {
    Kind.FORMER: RoleStatus.FORMER,
    Kind.FUTURE: RoleStatus.DESIGNATE,
    Kind.ACTING: RoleStatus.ACTING,
}  # "mantan Pj Bupati" is former, "calon Pj Bupati" designate


def status_of(reading: Reading, office: Office) -> RoleStatus:
    """The status that the words of an office give it, "pernah menjabat" before and "terpilih" behind it.

    Only words that open the post count: no "Ketua Ikatan Mantan Atlet" is former.
    """
    kinds, i = set[Kind](), office.start
    while i < office.end and (hit := _modifiers().longest(reading, i)) is not None:
        i = bracket_end(reading, hit[0])
        kinds.add(hit[1])
    found = next((status for kind, status in STATUSES.items() if kind in kinds), RoleStatus.CURRENT)
    wanted = long_form(office.position).startswith(CANDIDATE) or reading.lower(office.end) == ELECTED
    if found is not RoleStatus.CURRENT:
        return found
    if wanted:
        return RoleStatus.DESIGNATE
    return RoleStatus.FORMER if office.past else RoleStatus.CURRENT


@cache
def _modifiers() -> Phrases[Kind]:
    rows = read_tsv("posts.tsv", "surface", "long", "kind", "body")
    return Phrases((row["surface"], Kind(row["kind"])) for row in rows if row["kind"] in MODIFIERS)
