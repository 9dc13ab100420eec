"""Appositions: the offices told behind a name, as in "Amir, Ketua DPRD", "Amir yang pernah menjabat Camat"."""

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace

from extract.naming.aliases import INITIALS
from extract.naming.evidence import AGE
from extract.naming.holders import apposed, in_one_bracket
from extract.naming.listings import Listings
from extract.naming.names import degrees_end
from extract.naming.office_chains import LIST_GAPS, Chains
from extract.naming.offices import Office
from extract.naming.person_cues import cue_phrases
from extract.naming.posts import Kind, PostMention
from extract.naming.reading import Reading
from extract.naming.tellings import is_past, telling_end

YEARS = re.compile(r", \d{1,3} tahun(?=,)")
# In what tells the first office of a list that one person holds, or held.
ALSO = frozenset(
    {"juga", "pernah", "sempat", "menjabat", "menduduki", "merupakan", "adalah", "tercatat", "karier", "karir"}
)
FORMERLY = frozenset({"dari", "semula", "sebelumnya"})  # "Amir dari Camat Kulon menjadi Kadis Kulon"
Chain = Callable[[PostMention], tuple[Office, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apposition:
    """The offices behind a name.

    Attributes:
        offices: The offices, in text order.
        named: The word after the name, its degrees and its age.
        start: The first word of the offices.
        given: First words of posts that are told of nobody else.
    """

    offices: tuple[Office, ...]
    named: int
    start: int
    given: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Appositions:
    """Reads the offices behind names, while an article is read.

    Attributes:
        reading: The article.
        posts: Its posts by first word.
        inside: Numbers of the words that belong to posts.
        chains: Reads the offices.
        listings: What is given once for several names or seats.
    """

    reading: Reading
    posts: Mapping[int, PostMention]
    inside: Set[int]
    chains: Chains
    listings: Listings

    def behind(self, end: int, chain: Chain, *, held: bool) -> Apposition | None:
        """The offices behind the name that ends before word ``end``: ``…, Ketua DPRD``, ``… selaku Camat``.

        An office that has a name of its own behind it is not taken, nor one that only points back (``mantan
        camat itu``), nor, where the name has its office before it (``held``), one that does not end there.

        Args:
            end: The word after the name.
            chain: Reads an office and those joined to it.
            held: Whether the name has its office before it.
        """
        reading, i = self.reading, self._past_asides(end)
        if seated := self._seat_behind_party(i, chain):
            return seated
        start = self._past_link(i)
        moves = start == i and reading.lower(i) in FORMERLY and reading.gap(i) in LIST_GAPS
        start += moves
        post, gap = self.posts.get(start), reading.gap(start)
        if post is None or gap.strip(" \xa0,(") not in ("", ")") or "\n" in gap:
            return None
        offices, given = self._told(chain(post), i, start)
        moved = self.chains.moved_to(offices[-1]) if start > i else ()
        if (moves and not moved) or (start == i and not apposed(reading, _whole(offices), self.inside, held=held)):
            return None
        if start > i or offices[0].post.post.kind is Kind.RELATION:
            given |= {start}
        offices = tuple(replace(office, past=office.past or moves) for office in offices) + moved
        return Apposition(offices=offices, named=i, start=start, given=given | {office.start for office in moved})

    def with_list(self, offices: tuple[Office, ...], verb: int) -> tuple[tuple[Office, ...], frozenset[int]]:
        """``offices`` and those in a list behind them, and the first words of these, which no name behind holds then.

        Held once are those that words from word ``verb`` on tell so of: ``pernah menjabat Camat Kulon``.
        """
        more = self.chains.listed_behind(offices[-1])
        past = is_past(self.reading, verb, offices[0].start)
        listed = tuple(replace(office, past=past) for office in (*offices, *more))
        return listed, frozenset(office.start for office in more)

    def _told(self, offices: tuple[Office, ...], i: int, start: int) -> tuple[tuple[Office, ...], frozenset[int]]:
        """``offices``, told by words ``i`` to ``start``, with the list behind them and the posts that it takes."""
        if not ALSO.isdisjoint(self.reading.lowers[i:start]):
            return self.with_list(offices, i)
        past = start > i and is_past(self.reading, i, start)
        return tuple(replace(office, past=True) for office in offices) if past else offices, frozenset()

    def _past_asides(self, end: int) -> int:
        """The word behind the degrees, the age and the initials of the name that ends before word ``end``."""
        i = degrees_end(self.reading, end)
        for aside in (AGE, YEARS, INITIALS):
            if (found := aside.match(self.reading.text, self.reading.ends[i - 1])) is not None:
                i += len(re.findall(r"\w+", found[0]))
        return i

    def _past_link(self, i: int) -> int:
        """The word behind what links a name before word ``i`` to an office (``selaku``, ``yang menjabat``)."""
        if "\n" in self.reading.gap(i):
            return i
        hit = cue_phrases("apposition").longest(self.reading, i)
        return max(hit[0] if hit is not None else i, telling_end(self.reading, i))

    def _seat_behind_party(self, i: int, chain: Chain) -> Apposition | None:
        """The seat in brackets behind a party, in the council named last: ``Amir dari PKS (Wakil Ketua)``."""
        reading = self.reading
        party = reading.institutions.get(i + 1) if reading.lower(i) == "dari" else None
        if party is None or reading.entities[party.target].kind != "party":
            return None
        start = reading.past(party, i + 1)
        post = self.posts.get(start)
        if post is None or not reading.gap(start).endswith(" (") or not in_one_bracket(reading, start, post.end):
            return None
        (office, *_) = chain(post)
        office = replace(office, institution=office.institution or self.listings.council_before(i))
        return Apposition(offices=(office,), named=i, start=start, given=frozenset({start}))


def _whole(offices: tuple[Office, ...]) -> Office:
    """Offices joined in one phrase as one: where they stand, and what tells their places."""
    first, last = offices[0], offices[-1]
    body, region = first.institution or last.institution, first.region or last.region
    return replace(last, start=first.start, institution=body, region=region)
