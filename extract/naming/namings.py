"""Namings: the places of an article where something says that the words there are a person's name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from extract.naming.aliases import initials_behind, is_alias
from extract.naming.appositions import Appositions
from extract.naming.asides import aside_words
from extract.naming.evidence import can_be_person, in_building, is_evident, word_before
from extract.naming.holders import (
    DAYS,
    ends_clause,
    held_by_several,
    held_once,
    in_one_bracket,
    names_ministry,
    of_several,
    only_reached,
    unknown_body_end,
    with_tail,
)
from extract.naming.listings import Listings
from extract.naming.names import INSIDE_GAPS, LOWER_TITLES, degrees_end, name_end, numbers_party, skip_honorifics
from extract.naming.office_chains import PROVISIONAL, Chains
from extract.naming.office_runs import closes_behind, office_before
from extract.naming.offices import SMALL_AREAS, Office
from extract.naming.pairs import joined_name, joined_office
from extract.naming.person_cues import cue_phrases, cue_words, famous_names, words_before_speaker
from extract.naming.pointing import Pointing
from extract.naming.posts import Kind, PostMention
from extract.naming.reading import Reading
from extract.naming.serving import servant_behind, servant_of, served_by, serves
from extract.naming.successions import appointer, is_appointed, is_stood_for, succeeds

SHARED = frozenset({"yakni", "yaitu", "adalah", "ialah", "antaranya", "diantaranya"})
TOLD_TO = frozenset({"kepada", "terhadap", "depan", "hadapan", "setelah", "usai", "pandangan", "dakwaan", "tuntutan"})
PLACING = (
    DAYS
    | {"di", "saat", "kepada", "dalam", "usai", "seusai", "ketika", "melalui", "lewat"}
    | {"kemarin", "seperti", "sebagaimana"}
)
ADDRESS = frozenset({"pak", "bapak", "bu", "ibu"})  # before a post: "Menurut Pak Kadis, Amir anak yang rajin"
EACH = "masing"  # of "masing-masing"
LONGEST_VERB = 6  # words: "Ia dulu juga pernah menjabat sebagai (Camat Kulon)"
LISTED = re.compile(r"(?:-[a-z]+)?(?:, | (?=dan|serta|&))(?:(?:dan|serta|&) )?")  # "Perangin-angin, dan "


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Words ``start`` to ``end`` (exclusive) name a person.

    Attributes:
        start: The first word of the name.
        end: The word after the name.
        offices: The offices beside it, in text order.
        shared: The office that the names listed behind this one hold as well.
        alias_of: The first word of the name that this one is another name for, or -1.
        certain: Whether there is evidence; else the words only look like a name.
    """

    start: int
    end: int
    offices: tuple[Office, ...] = ()
    shared: Office | None = None
    alias_of: int = -1
    certain: bool = True


def find_namings(reading: Reading, posts: Mapping[int, PostMention]) -> tuple[Naming, ...]:
    """Every place with evidence of a person in text order, and names of several words without evidence."""
    return tuple(_Finder(reading, posts).namings())


class _Finder:
    """One pass over the words of an article.

    Attributes:
        ended: The posts by the word after them.
        inside: Numbers of the words that belong to posts.
        aside: Numbers of the words where nobody is named first: pointers to other articles, headlines.
        last: The naming found last.
        before: The naming found before it.
        owed: A word where a name begins, and the office that name holds.
        given: First words of posts that a name before them holds.
        pointing: Who can be called by an office further on.
        listings: What is given once for several names or seats.
        chains: Reads the offices.
        appositions: Reads those behind a name.
        free: The office read last, if no name stood beside it.
        appointed: Somebody named before whom the naming read last appoints to an office.
    """

    def __init__(self, reading: Reading, posts: Mapping[int, PostMention]) -> None:
        self.reading = reading
        self.posts = posts
        self.ended = {post.end: post for post in posts.values()}
        self.inside = {i for post in posts.values() for i in range(post.start, post.end)}
        self.aside = aside_words(reading, posts)
        self.last: Naming | None = None
        self.before: Naming | None = None
        self.owed: tuple[int, Office] | None = None
        self.given: set[int] = set()
        self.pointing = Pointing(reading)
        self.listings = Listings(reading)
        self.chains = Chains(reading, posts, self.listings)
        self.appositions = Appositions(
            reading=reading, posts=posts, inside=self.inside, chains=self.chains, listings=self.listings
        )
        self.free: Office | None = None
        self.appointed: Naming | None = None
        self.parties: list[Naming] = []

    def namings(self) -> Iterator[Naming]:
        """The namings in text order; initials in brackets behind a name follow it."""
        done = 0
        for i, word in enumerate(self.reading.words):
            if i < done or i in self.aside or not (word[0].isupper() or i in self.posts or word in LOWER_TITLES):
                continue
            naming, done = self._at(i)
            if naming is not None:
                naming = _with_body(self.reading, naming)
                yield naming
                done = max(done, degrees_end(self.reading, naming.end))
            else:
                self.pointing.recall(i)
            if naming is not None and naming.certain:
                self.pointing.note(naming.start, naming.end, naming.offices)
                self.before, self.last = self.last, naming
                yield from self._alike(naming)
                if initials_behind(self.reading, naming.start, naming.end):
                    yield Naming(start=naming.end, end=naming.end + 1, alias_of=naming.start)
                if self.appointed is not None:
                    yield self.appointed
                    self.appointed = None

    def _alike(self, naming: Naming) -> Iterator[Naming]:
        """The parties to a case before one of the same office: ``Teradu I Amir. Teradu II Budi, masing-masing …``."""
        if not numbers_party(self.reading, naming.start - 1):
            self.parties = []
        elif not naming.offices:
            self.parties.append(naming)
        else:
            each = self.reading.lower(naming.end) == EACH
            yield from (replace(party, offices=naming.offices) for party in self.parties if each)
            self.parties = []

    def _at(self, i: int) -> tuple[Naming | None, int]:
        """The naming that begins with a post, an honorific or a name at word ``i``, and where to read on."""
        reading = self.reading
        if (post := self.posts.get(i)) is not None:
            offices = self._chain(post)
            if word_before(reading, i) in cue_words("place"):  # "Jalan Gubernur H. Amir"
                start, kinds = skip_honorifics(reading, offices[-1].end)
                return None, name_end(reading, start, self.inside, titled=bool(kinds))
            if in_building(reading, i) and reading.gap(offices[-1].end) != " ":
                return None, offices[-1].end
            body = unknown_body_end(reading, offices[-1], self.inside)
            if body and self.last is not None and self.last.end == i:
                return None, body
            if i in self.given:
                area = offices[-1].post.post.body in SMALL_AREAS and offices[-1].region is None
                return None, offices[-1].end + area
            naming = self._held(offices) or self._pointed_back(offices[0]) or self._told(offices)
            self.free = offices[-1] if naming is None else None
            if naming is None and held_by_several(reading, offices[-1]):
                self.listings.note(offices[-1])
            return naming, offices[-1].end
        return (None, i + 1) if reading.covered(i) else self._named(i)

    def _chain(self, post: PostMention) -> tuple[Office, ...]:
        """The office that begins with ``post`` and those joined to it: ``Camat X sekaligus Ketua Y``."""
        last = self.last
        return self.chains.read(post, last.offices if last else (), last.end if last else 0)

    def _held(self, offices: tuple[Office, ...]) -> Naming | None:
        """The person offices are written before: ``Ketua DPRD, Amir``, ``Camat itu, yakni Amir``."""
        reading = self.reading
        office = with_tail(reading, offices[-1], self.inside)
        i, linked = self._past_link(office.end)
        if linked in PROVISIONAL and i == office.end + 1:
            office = replace(office, position=f"{office.position} {reading.words[office.end]}")
        offices = (servant_of(reading, office, linked, self.ended),) if len(offices) == 1 else (*offices[:-1], office)
        holder = self._holder(offices, i)
        if holder is None:
            return None
        start, end = holder
        apart, naming = self._apart(offices[0], i, start, end)
        if apart:
            return naming
        if serves(office) and (server := servant_behind(reading, end, self.inside)) >= 0:
            self.owed = server, office
            return Naming(start=start, end=end)
        reached = linked in SHARED and held_once(office) and only_reached(reading, office, end)
        if reached or self._not_of(office, i, start, end):
            return Naming(start=start, end=end)
        first = joined_office(reading, offices[0], self.ended)
        second = joined_name(reading, end, self.inside) if first is not None and first.start not in self.given else -1
        if first is not None and second >= 0:
            self.owed = second, office
            return Naming(start=start, end=end, offices=(first,))
        shared = office if linked in SHARED or held_by_several(reading, office) else None
        if shared is not None:
            self.listings.run(shared, end, self.inside)
        offices = (*offices, *self._offices_behind(offices[0].start, end, held=True))
        return Naming(start=start, end=end, offices=offices, shared=shared)

    def _apart(self, office: Office, i: int, start: int, end: int) -> tuple[bool, Naming | None]:
        """Whether the name behind a comma at word ``i`` is of somebody beside the holder, and what it names then.

        Handles who stands in for the holder, a relative (``istri Bupati Kulon, Siti``), and who serves the holder
        (``ajudan Bupati Kulon, Amir``).
        """
        if "," not in self.reading.gap(i):
            return False, None
        if is_stood_for(self.reading, office.start):
            return True, self._standing_in(office, start, end)
        famous = " ".join(self.reading.lowers[start:end]) in famous_names()  # "putra Presiden ketiga RI, BJ Habibie"
        if word_before(self.reading, office.start) in cue_words("kin") and not famous:
            return True, Naming(start=start, end=end)
        servant = served_by(self.reading, office, self.ended)
        return servant is not None, Naming(start=start, end=end, offices=(servant,)) if servant else None

    def _not_of(self, office: Office, i: int, start: int, end: int) -> bool:
        """Whether the post before word ``i`` is of somebody else than the name from word ``start`` to ``end``.

        Handles whom a post serves who was named before (``kuasa hukum Amir menolak``), who turns to the holder of a
        post (``Kepada hakim, Amir menyatakan …``), and a clause that ends in one (``Selain bertemu Bupati Kulon, Amir
        juga …``).
        """
        reading, gap = self.reading, self.reading.gap(i)
        if gap == ", " and ends_clause(reading, office, end):
            return True
        if office.institution is not None or office.region is not None:
            return False
        if gap == ", ":
            return word_before(reading, office.start) in TOLD_TO and "," not in reading.gap(end)
        serving = serves(office) or office.post.post.long == "Staf"
        own = reading.lower(office.end - 1).endswith("nya")
        return serving and not own and gap in INSIDE_GAPS and reading.lower(start) in self.pointing.parts

    def _holder(self, offices: tuple[Office, ...], i: int) -> tuple[int, int] | None:
        """The first word of the name behind offices, with its titles at word ``i``, and the word after the name."""
        reading, first = self.reading, offices[0].start
        bracketed = ")" in reading.gap(i) and reading.gap(first).endswith("(")
        if bracketed or reading.gap(i).strip(" \xa0,:(") not in ("", ")", "/)") or "\n" in reading.gap(i):
            return None
        start, kinds = skip_honorifics(reading, i)
        evident = "," in reading.gap(i) or self._quoted(offices)
        end = name_end(reading, start, self.inside, titled=bool(kinds) or evident)
        if "," not in reading.gap(i) and offices[0].position.lower() == "menteri" and of_several(reading, offices[0]):
            return None
        if names_ministry(reading, offices[-1], start, end):
            return None
        enclosed = "," not in reading.gap(i) and in_one_bracket(reading, first, end)
        if end == start or i in self.inside or enclosed:
            return None
        held = not self._speaks(offices[0], i, end) and can_be_person(reading, first, start, end, titled=bool(kinds))
        return (start, end) if held else None

    def _quoted(self, offices: tuple[Office, ...]) -> bool:
        """Whether somebody with a post somewhere is told to speak: ``kata Kasi Pidsus Kejari X Kukuh Kumara``."""
        placed = offices[-1].institution is not None or offices[-1].region is not None
        return placed and word_before(self.reading, offices[0].start) in words_before_speaker()

    def _standing_in(self, office: Office, start: int, end: int) -> Naming | None:
        """Who stands in for an office, by the office right before: ``Asisten I mewakili Bupati Kulon, Amir``."""
        if self.free is None or self.free.end != office.start - 1:
            return None
        return Naming(start=start, end=end, offices=(self.free,))

    def _pointed_back(self, office: Office) -> Naming | None:
        """The person named before whom the office calls: ``kata politikus Demokrat itu``."""
        called = self.pointing.called(office)
        return Naming(start=called[0], end=called[1], offices=(office,)) if called is not None else None

    def _told(self, offices: tuple[Office, ...]) -> Naming | None:
        """The person named before whose offices are told: ``Ia pernah menjabat Ketua KONI Kulon dan …``."""
        name = self.pointing.told_of(offices[0])
        if name is None:
            return None
        verb = max(name[1], offices[0].start - LONGEST_VERB)
        offices, given = self.appositions.with_list(offices, verb)
        self.given.update(given)
        return Naming(start=name[0], end=name[1], offices=offices)

    def _speaks(self, office: Office, i: int, end: int) -> bool:
        """Whether a bare post speaks itself: "menurut Kapolres, Amir …" does not call Amir a Kapolres.

        Two commas do (``kata jaksa, Amir, saat …``), a calling (``Menurut pakar hukum, Amir …``), and words that
        say where or when (``kata jaksa, Amir di Kulon``).
        """
        reading, before = self.reading, word_before(self.reading, office.start)
        if before in ADDRESS:
            before = word_before(reading, office.start - 1)
        placed = reading.lower(end) in PLACING and reading.gap(end) in INSIDE_GAPS
        if before != "menurut" and (placed or reading.gap(end).startswith(". ")):
            return False
        if "," not in reading.gap(i) or "," in reading.gap(end) or office.post.post.kind is Kind.CALLING:
            return False
        bare = office.institution is None and office.region is None
        return bare and before in words_before_speaker()

    def _past_link(self, i: int) -> tuple[int, str]:
        """Past words that link an office to its holder, and the last of them."""
        reading, linked = self.reading, ""
        while (hit := cue_phrases("link").longest(reading, i)) is not None:
            if reading.gap(i).strip() not in ("", ","):
                break
            i, linked = hit[0], reading.lower(hit[0] - 1)
        return i, linked

    def _named(self, i: int) -> tuple[Naming | None, int]:
        """The person named at word ``i``, if there is evidence, and where to read on if not."""
        reading = self.reading
        start, kinds = skip_honorifics(reading, i)
        end = name_end(reading, start, self.inside, titled=bool(kinds))
        alias = self._alias_at(i, end)
        if end == start:  # a common word: "Amir alias Kumis"
            return (Naming(start=i, end=i + 1, alias_of=alias) if alias >= 0 else None), max(start, i + 1)
        if not can_be_person(reading, i, start, end, titled=bool(kinds)):
            return None, end
        offices = self._offices_behind(i, end, alias=alias)
        if self.owed is not None and self.owed[0] == start:
            offices = (self.owed[1], *offices)
        listed = self._listed(start)
        evident = bool(kinds or offices or alias >= 0) or is_evident(reading, start, end, listed=listed)
        if run := self._run_before(i, end, evident=evident):
            offices = self._offices_behind(i, end, held=True, alias=alias)
            return Naming(start=start, end=end, offices=(run, *offices), alias_of=alias), end
        succeeded = self._succeeded(i)
        group = self._group_at(i, end, listed=listed) if succeeded is None and not offices else None
        if group is not None:
            return Naming(start=start, end=end, offices=(group,), shared=group), end
        if evident or succeeded is not None:
            offices = offices if succeeded is None else (succeeded, *offices)
            return Naming(start=start, end=end, offices=offices, alias_of=alias), end
        return (Naming(start=start, end=end, certain=False) if end - start > 1 else None), end

    def _alias_at(self, i: int, end: int) -> int:
        """The first word of the name that words ``i`` to ``end`` are another name for, or -1.

        Behind "atau" it is one word, and the name one with an office: ``Ketua KPU Amir Lubis atau Ucok``.
        """
        if self.last is None:
            return -1
        short = end <= i + 1 and bool(self.last.offices)
        return self.last.start if is_alias(self.reading, self.last.end, i, short=short) else -1

    def _group_at(self, i: int, end: int, *, listed: bool) -> Office | None:
        """The office of all whose names are listed, if the title or name at word ``i`` is in the list."""
        group = self.listings.office_at(i) or self.listings.running_at(i)
        if group is None and listed and self.last is not None:
            group = self.last.shared
        if group is not None and group is not self.listings.running:
            self.listings.run(group, end, self.inside)
        return group

    def _appoints(self, first: int, end: int, offices: tuple[Office, ...], *, alias: int) -> bool:
        """Whether the name of words ``first`` to ``end`` is not of who holds ``offices``, but of who appoints to them.

        Who is appointed, if named right before, is noted. ``alias`` is the first word of the name that the words
        are another name for, or -1.
        """
        appointed = self.last
        if alias >= 0 and self.last is not None:
            first, appointed = min([self.last.start, *(office.start for office in self.last.offices)]), self.before
        verb = appointer(self.reading, first, end)
        if verb >= 0 and appointed is not None and is_appointed(self.reading, appointed.end, verb):
            self.appointed = Naming(start=appointed.start, end=appointed.end, offices=offices)
        return verb >= 0

    def _succeeded(self, i: int) -> Office | None:
        """The office of the person named last, if the one named at word ``i`` comes after or came before in it."""
        if self.last is None or len(self.last.offices) != 1 or not succeeds(self.reading, self.last.end, i):
            return None
        office = self.last.offices[0]
        return office if office.institution is not None or office.region is not None else None

    def _run_before(self, i: int, end: int, *, evident: bool) -> Office | None:
        """The office whose words stand before a title or name at word ``i``; a name without evidence needs a comma."""
        reading = self.reading
        if not (evident or "," in reading.gap(i)) or not closes_behind(reading, end):
            return None
        if reading.lower(i - 1) in ("dan", "serta"):  # "Amir, Ketua DPRD Kulon, dan Budi"
            return None
        run = office_before(reading, i, self.last.end if self.last is not None else 0, self.posts)
        return None if run is None or run.start in self.given else run

    def _listed(self, start: int) -> bool:
        """Whether only a comma, dan or serta stand between the last person and word ``start``."""
        if self.last is None:
            return False
        between = self.reading.text[self.reading.ends[self.last.end - 1] : self.reading.starts[start]]
        return LISTED.fullmatch(between) is not None

    def _offices_behind(self, first: int, end: int, *, held: bool = False, alias: int = -1) -> tuple[Office, ...]:
        """The offices behind the name that ends before word ``end``, if they are of who is named there.

        Args:
            first: The first word of the name, its titles and its office.
            end: The word after the name.
            held: Whether the name has its office before it.
            alias: The first word of the name that this one is another name for, or -1.
        """
        found = self.appositions.behind(end, self._chain, held=held)
        if found is None:
            return ()
        if self._appoints(first, found.named, found.offices, alias=alias):
            self.given.add(found.start)
            return ()
        self.given.update(found.given)
        return found.offices


def _with_body(reading: Reading, naming: Naming) -> Naming:
    """The naming with the body behind the name, where its only office names none: ``direktur Amir (Kementerian X)``.

    Handles ``peneliti Amir Hakim dari Universitas X`` too.
    """
    if len(naming.offices) != 1:
        return naming
    (office,) = naming.offices
    bare = (
        office.institution is None
        and office.region is None
        and office.post.post.kind in (Kind.CALLING, Kind.INSTITUTION)
    )
    first = naming.end + (reading.lower(naming.end) == "dari" and reading.gap(naming.end) in INSIDE_GAPS)
    body = reading.institutions.get(first)
    behind = reading.gap(first) in (INSIDE_GAPS if first > naming.end else (" (",))
    if not bare or body is None or not behind or reading.entities[body.target].kind == "party":
        return naming
    return replace(naming, offices=(replace(office, institution=body),))
