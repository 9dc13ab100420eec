"""Listings: an office given once for the names behind it, a body named once for the seats in it."""

import re
from collections.abc import Set

from extract.naming.names import INSIDE_GAPS
from extract.naming.offices import Office
from extract.naming.posts import Kind
from extract.naming.reading import Reading
from extract.record import Mention

LISTERS = frozenset({"antaranya", "diantaranya", "lain", "yakni", "yaitu", "adalah", "ialah"})
LISTER_GAPS = INSIDE_GAPS | {", ", ": "}
SEAT_LISTERS = LISTERS | {"seperti"}
HEADING_GAPS = frozenset({", ", ": "})
FACTION = re.compile(r"Fraksi\b")
SENTENCE_END = re.compile(r"\n|(?<=[^ .][^ .][^ .])\. ?(?=[A-Z“\"])|[!?] ")
SEATS = frozenset({"ketua", "wakil", "sekretaris", "bendahara", "koordinator"})
LIST_GAPS = INSIDE_GAPS | {", ", " (", "), ", ") ", "-", "."}
LONGEST_LIST = 150  # words
LONGEST_INITIAL = 3  # letters of "M." or "Abd." inside a name
NATION = "Negara"  # what posts head that need no area beside them: "para mantan wakil presiden"
FARTHEST = 400  # characters from the office to a name of its list


class Listings:
    """What was named once for all that follow, while an article is read.

    Attributes:
        group: The office of several people that no name stood beside.
        heading: The body whose seats are being listed.
        headed: Where the listing of its seats begins, in characters.
        running: The office that the names of the list being read hold.
        list_end: The word after that list.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.group: Office | None = None
        self.heading: Mention | None = None
        self.headed = 0
        self.running: Office | None = None
        self.list_end = 0

    def note(self, office: Office) -> None:
        """Note an office of several people that has no name beside it; one without a body or area ends the last."""
        whole = office.post.post.body == NATION or office.post.post.kind is Kind.MINISTER
        self.group = office if office.institution is not None or office.region is not None or whole else None

    def run(self, office: Office, end: int, posts: Set[int]) -> None:
        """Note that ``office`` is held by all whose names are listed behind the one that ends before word ``end``.

        Handles ``anggota DPRD Kulon Amir Lubis, Rd. Tata Budi (PKB), Wati, dan Yusuf``; a post, an institution and a
        word in lower case end the list.
        """
        reading, i = self.reading, end
        while i < len(reading) and i - end < LONGEST_LIST and i not in posts:
            if i in reading.institutions and "(" not in reading.gap(i) and i - 1 not in reading.institutions:
                break
            gap, linked = reading.gap(i), reading.lower(i) in ("dan", "serta")
            short = gap == ". " and len(reading.words[i - 1]) <= LONGEST_INITIAL
            if not (reading.capital(i) or linked) or not (gap in LIST_GAPS or short):
                break
            i += 1
        self.running, self.list_end = office, i

    def running_at(self, start: int) -> Office | None:
        """The office of the list being read, if the next name of it begins at word ``start``."""
        linked = self.reading.lower(start - 1) in ("dan", "serta")
        listed = linked or self.reading.gap(start).lstrip(")") == ", "
        return self.running if listed and start < self.list_end else None

    def office_at(self, start: int) -> Office | None:
        """The office given before to the name that begins at word ``start``, if a list begins there.

        Handles ``Anggota DPRD Kulon yang dilantik di antaranya Amir, Budi`` in one sentence; in any sentence, for
        a council, ``Dari Fraksi Melati adalah Amir``, ``dari Fraksi Melati, Budi``.
        """
        reading, group = self.reading, self.group
        if group is None or reading.gap(start) not in LISTER_GAPS:
            return None
        body = reading.institutions.get(start - 1)
        of_faction = body is not None and FACTION.match(body.text) is not None
        if not (of_faction or reading.lower(start - 1) in LISTERS):
            return None
        begin = reading.ends[group.end - 1]
        if start > group.end and not self._parted(begin, reading.starts[start]):
            return group
        council = group.institution is not None and reading.entities[group.institution.target].kind == "council"
        return group if council and self._faction_before(start) else None

    def body_of(self, office: Office, *, free: bool) -> Mention | None:
        """The body that the seat ``office`` is in, where it was named before all the seats.

        Handles ``Komisi I, Ketua Amir, Wakil Ketua Budi, Sekretaris Wati``.

        Args:
            office: An office without a body.
            free: Whether the words before it belong to no other office.
        """
        reading = self.reading
        if reading.lower(office.start) not in SEATS or office.post.post.kind is Kind.RELATION:
            return None
        group = self.group
        if group is not None and group.institution is not None and self._lists_seats(group, office):
            self.heading, self.headed = group.institution, reading.starts[office.start]
        if self.heading is not None and not self._parted(self.headed, reading.starts[office.start]):
            return self.heading
        body = reading.institutions.get(office.start - 1)
        self.heading = body if free and reading.gap(office.start) in HEADING_GAPS else None
        self.headed = self.heading.end if self.heading is not None else 0
        return self.heading

    def council_before(self, i: int) -> Mention | None:
        """The council named last before word ``i``, not far off."""
        bodies, entities = self.reading.institutions, self.reading.entities
        near = (bodies[place] for place in range(i - 1, max(-1, i - LONGEST_LIST), -1) if place in bodies)
        return next((body for body in near if entities[body.target].kind == "council"), None)

    def _lists_seats(self, group: Office, office: Office) -> bool:
        """Whether the members of a group are named by their seats: ``anggota DPRD Kulon. Seperti Ketua Amir``."""
        reading, listed = self.reading, self.reading.lower(office.start - 1) in SEAT_LISTERS
        return listed and 0 <= reading.starts[office.start] - reading.ends[group.end - 1] <= FARTHEST

    def _parted(self, begin: int, end: int) -> bool:
        """Whether a sentence ends between two places, or they are far apart."""
        return end - begin > FARTHEST or SENTENCE_END.search(self.reading.text, begin, end) is not None

    def _faction_before(self, start: int) -> bool:
        """Whether the sentence names a faction before word ``start``."""
        reading, begin = self.reading, self.reading.starts[start]
        line = reading.text[max(0, begin - FARTHEST) : begin]
        return FACTION.search(SENTENCE_END.split(line)[-1]) is not None
