"""Pointing back: offices that call a person named before, as in "kata politikus Demokrat itu"."""

import re

from extract.naming.evidence import word_before
from extract.naming.listings import SENTENCE_END
from extract.naming.names import INSIDE_GAPS, degrees_end
from extract.naming.offices import Office
from extract.naming.person_cues import words_before_speaker, words_behind_speaker
from extract.naming.posts import Kind
from extract.naming.reading import Reading
from extract.naming.tellings import POINTING, is_told

FARTHEST_POINTER = 40  # words; a speaker may be farther off
LONGEST_DESCRIPTION = 12  # words
SHORTEST_PART = 3  # letters of a word of a name that may stand for the name
DESCRIBING_GAPS = INSIDE_GAPS | {"-"}
PRONOUN = re.compile(r"\b(?:[Ii]a|[Dd]ia|[Bb]eliau)\b")
QUOTE = re.compile(r"[\"“”]")
Name = tuple[int, int]
OPEN: Name = (-1, -1)  # somebody who is not known


class Pointing:
    """Who can be called by an office, while an article is read.

    Attributes:
        last: First word of the name found last, and the word after it.
        first: The same of the name that stood first in the sentence of the last one.
        speaker: The same of the name that stood last beside a reporting word.
        at: The word after the place where the last person was named, in full or in part.
        opened: Where, in characters, the words before that name begin and end.
        parts: By word of a name, in lower case, the name.
        held: Posts given to somebody, with the body or area they are held in.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.last: Name | None = None
        self.first: Name | None = None
        self.speaker: Name | None = None
        self.at = 0
        self.opened = 0, 0
        self.parts: dict[str, Name] = {}
        self.held: set[tuple[str, str]] = set()

    def note(self, start: int, end: int, offices: tuple[Office, ...]) -> None:
        """Note the person named by words ``start`` to ``end`` (exclusive), who holds ``offices``."""
        self.held.update(map(_held_in, offices))
        parts = [word for word in self.reading.lowers[start:end] if len(word) >= SHORTEST_PART]
        self.parts.update(dict.fromkeys(parts, (start, end)))
        self._see((start, end), start, end, min([start, *(office.start for office in offices)]))

    def recall(self, i: int) -> None:
        """Note that word ``i`` may be a part of a name found before."""
        name = self.parts.get(self.reading.lower(i))
        if name is not None and self.reading.capital(i):
            self._see(name, i, i + 1, i)

    def _see(self, name: Name, start: int, end: int, first: int) -> None:
        """Note that ``name`` is named by words ``start`` to ``end``, with its offices from word ``first`` on."""
        if start < self.at:  # called by an office
            return
        if self.first is None or self._opens(first):
            self.first = name
        self.last, self.at = name, end
        if self._speaks(first, end):
            self.speaker = name

    def _opens(self, i: int) -> bool:
        """Whether the name at word ``i`` stands first in its sentence; the place is noted then."""
        begin, end = self.reading.ends[self.at - 1], self.reading.starts[i]
        if SENTENCE_END.search(self.reading.text, begin, end) is None:
            return False
        self.opened = begin, end
        return True

    def _plain(self) -> bool:
        """Whether the sentence names the person first in it before any "ia"."""
        begin, end = self.opened
        last = max((match.end() for match in SENTENCE_END.finditer(self.reading.text, begin, end)), default=end)
        return PRONOUN.search(self.reading.text, last, end) is None

    def called(self, office: Office) -> Name | None:
        """The person named before whom ``office`` calls; None if it calls nobody or somebody who was given it.

        Handles ``Mantan Bupati Kulon itu menolak`` for the person the sentence before is about, ``kata politikus
        Demokrat itu`` for who spoke last, ``ujar Amir Ketua KNPI Kulon itu``, ``Politikus Demokrat yang pernah jadi
        menteri itu mengatakan``. Only an office that says where, or a former one.
        """
        reading = self.reading
        placed = office.institution is not None or office.region is not None or office.post.former
        if not placed or not self._points(office) or _held_in(office) in self.held:
            return None
        if self.last is not None and self.at == office.start and reading.gap(office.start) in INSIDE_GAPS:
            return self.last
        if self._reported(office.start) or self._reports(office.end):
            return self.speaker or self._only(office)
        if self.last is None or office.start - self.at > FARTHEST_POINTER:
            return None
        if self._begins(office.start) or (_personal(office) and not self._told_by_last(office)):
            return self._only(office)
        return None

    def told_of(self, office: Office) -> Name | None:
        """The person whose office a sentence about "ia" tells; None where two were named, or the office has no place.

        Handles ``Ia pernah menjabat Camat Kulon``, ``Sebelumnya, dia dipercaya sebagai Kepala Dinas …``, ``Kariernya
        dimulai sebagai staf di …``; nothing within quotation marks, where somebody else may be meant.
        """
        placed = office.institution is not None or office.region is not None
        if not placed or self.last is None or self.first != self.last or office.start - self.at > FARTHEST_POINTER:
            return None
        if not (is_told(self.reading, office.start) and self._plain()):
            return None
        begin, start = self.reading.ends[self.at - 1], self.reading.starts[office.start]
        if QUOTE.search(self.reading.text, begin, start):
            return None
        self.at = office.end
        return self.last

    def _points(self, office: Office) -> bool:
        """Whether "itu" or "ini" stands behind an office, or behind words that describe who speaks."""
        reading, i = self.reading, office.end
        if reading.gap(i).strip(" \xa0)"):
            return False
        if reading.lower(i) in POINTING:
            return True
        limit = min(i + LONGEST_DESCRIPTION, len(reading) - 1) if self._begins(office.start) else i
        while i < limit and (i == office.end or reading.gap(i) in DESCRIBING_GAPS):
            if reading.lower(i) in POINTING:
                behind = reading.lower(i + 1)
                return behind in words_behind_speaker() or behind in ("juga", "pun")
            i += 1
        return False

    def _only(self, office: Office) -> Name | None:
        """The one person named in the last sentence that names any; of several none, and who is meant stays open."""
        if self.first == self.last:
            return self.last
        self.first, self.at = OPEN, office.end
        return None

    def _told_by_last(self, office: Office) -> bool:
        """Whether the office stands in what the person named last says: ``Amir kini menilai, mantan camat itu …``."""
        begin, end = self.reading.ends[self.at - 1], self.reading.starts[office.start]
        told = any(self.reading.lower(i) in words_behind_speaker() for i in range(self.at, office.start))
        return told and SENTENCE_END.search(self.reading.text, begin, end) is None

    def _reports(self, i: int) -> bool:
        """Whether the pointing word ``i`` goes on with a reporting word: ``itu juga menilai``."""
        behind = i + 1 + (self.reading.lower(i + 1) in ("juga", "pun"))
        return self.reading.lower(behind) in words_behind_speaker()

    def _reported(self, i: int) -> bool:
        return word_before(self.reading, i) in words_before_speaker()

    def _begins(self, i: int) -> bool:
        """Whether a sentence begins at word ``i``."""
        return "\n" in self.reading.gap(i) or ". " in self.reading.gap(i)

    def _speaks(self, first: int, end: int) -> bool:
        """Whether a reporting word stands before word ``first`` or behind the name that ends before word ``end``."""
        behind = degrees_end(self.reading, end)
        return self._reported(first) or self.reading.lower(behind) in words_behind_speaker()


def _held_in(office: Office) -> tuple[str, str]:
    place = office.institution or office.region
    return office.post.post.long, place.target if place is not None else ""


def _personal(office: Office) -> bool:
    """Whether the office calls persons more than it names a post: ``mantan Bupati``, ``politikus Demokrat``.

    Not ``guru di Kulon ini``: there the area is pointed at.
    """
    return office.post.former or (office.post.post.kind is Kind.CALLING and office.institution is not None)
