"""Office chains: the offices that are joined in one phrase, and the body that is not said again with them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from extract.naming.evidence import word_before
from extract.naming.listings import Listings
from extract.naming.names import INSIDE_GAPS, name_end, skip_honorifics
from extract.naming.offices import Office, read_office
from extract.naming.person_cues import cue_phrases
from extract.naming.posts import Kind, PostMention
from extract.naming.reading import Reading
from extract.naming.tellings import past_adverbs, telling_end

# "Ketua DPRD Kulon sementara Amir"
PROVISIONAL = frozenset({"sementara", "nonaktif", "nondefinitif", "petahana", "inkumben", "incumbent"})
LIST_GAPS = INSIDE_GAPS | {", "}
LONGEST_LIST = 10  # offices
CLOSING = frozenset({"dan", "serta", "hingga", "sampai"})  # before the last of a list
LINKS = CLOSING | {"lalu", "kemudian"}
CLOSED = re.compile(r"\)?(?:\.(?:\s|$)|;|\n|$)")
TIME = re.compile(
    r"(?:\s\(?(?:pada|sejak|selama|mulai|dari|hingga|sampai|tahun|periode|masa bakti|sekarang"
    r"|\d{4}(?:\s?[-–/]\s?\d{2,4})?)){1,5}"
    rf"(?=\)?(?:[,.;\n]|\s(?:{'|'.join(sorted(LINKS))})\s|$))"
)
BESIDE = re.compile(  # between a head of a body and who sits in it, too: "Ketua KPU Kulon Amir, serta dua anggota Budi"
    r",?(?:\s(?:dan|serta|beserta|bersama|didampingi|maupun))?"
    r"(?:\s(?:oleh|dengan|para|masing-masing|seorang|satu|dua|tiga|empat|lima|enam|\d|kedua|ketiga|keempat|orang))*\s"
)
SEATS_BESIDE = frozenset({"anggota", "komisioner", "wakil ketua", "sekretaris", "bendahara"})
SAME_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?! )){0,60}")


@dataclass(slots=True)
class Chains:
    """Reads offices and those joined to them, while an article is read.

    Attributes:
        reading: The article.
        posts: Its posts by first word.
        listings: What is given once for several names or seats.
        end: The word after the offices read last.
        before: The last of them.
    """

    reading: Reading
    posts: Mapping[int, PostMention]
    listings: Listings
    end: int = -1
    before: Office | None = None

    def read(self, post: PostMention, held: tuple[Office, ...], held_end: int) -> tuple[Office, ...]:
        """The office that begins with ``post`` and those joined to it: ``Camat X sekaligus Ketua Y``.

        Args:
            post: The first post.
            held: The offices of the person named last.
            held_end: The word after the name of that person.
        """
        offices = [self._placed(read_office(self.reading, post, self.posts), held, held_end)]
        while (i := self._joined(offices)) in self.posts:
            office = read_office(self.reading, self.posts[i], self.posts)
            if self._serves_another(offices[-1], office):
                break
            offices.append(office)
            offices[-2] = _seated(offices[-2], offices[-1])
        self.before = offices[-1]
        return tuple(offices)

    def _serves_another(self, before: Office, office: Office) -> bool:
        """Whether a telling joins the post of who serves the person named behind it: ``yang kini ajudan Amir``."""
        told = self.reading.lower(before.end) == "yang" and (office.institution or office.region) is None
        behind = office.end in self.posts or self._named(office.end)
        return told and self.reading.gap(office.end) in INSIDE_GAPS and behind

    def listed_behind(self, last: Office) -> tuple[Office, ...]:
        """The offices in a list that goes on behind ``last``, each in a place of its own, none with a name behind it.

        Handles ``Amir, yang juga Ketua KONI Kulon, Wakil Ketua PMI Kulon dan Pembina FKUB Kulon, …``, ``Ia menjabat
        Camat Lor pada 2010, Kadis Sosial Kulon (2012-2015), hingga Sekda Kulon``; a list that neither "dan" nor the
        sentence closes is of other people.
        """
        reading, offices, office = self.reading, list[Office](), last
        while len(offices) < LONGEST_LIST:
            i = self._past_time(office.end)
            if offices and CLOSED.match(reading.text, reading.ends[i - 1]):
                return tuple(offices)
            linked = reading.lower(i) in LINKS and reading.gap(i).lstrip(")") in LIST_GAPS
            start = self._past_telling(i + linked) if linked else i
            if not (linked or reading.gap(i).lstrip(")") == ", ") or start not in self.posts:
                return ()
            office = read_office(reading, self.posts[start], self.posts)
            if (office.institution or office.region) is None or (linked and self._named(office.end)):
                return ()
            offices.append(office)
            if linked and reading.lower(i) in CLOSING:
                return tuple(offices)
        return ()

    def moved_to(self, office: Office) -> tuple[Office, ...]:
        """The office that the holder of ``office`` moves to from it: ``(dari) Camat Lor menjadi Kadis Kulon``."""
        i = self._past_time(office.end)
        end = telling_end(self.reading, i)
        if self.reading.lower(end - 1) != "menjadi" or self.reading.gap(i).lstrip(")") not in LIST_GAPS:
            return ()
        post = self.posts.get(end)
        moved = read_office(self.reading, post, self.posts) if post is not None else office
        bare = moved.end - moved.start == 1 and moved.institution is None and moved.region is None
        return () if moved is office or bare else (moved,)

    def _past_time(self, i: int) -> int:
        """The word behind the time that an office was held: ``pada 2010``, ``(2010-2015)``, ``sejak tahun 2010``."""
        time = TIME.match(self.reading.text, self.reading.ends[i - 1])
        return i + len(re.findall(r"\w+", time[0])) if time else i

    def _past_telling(self, i: int) -> int:
        """The word behind the telling at word ``i`` of a list that goes on: ``lalu (menjadi)``, ``dan (sebagai)``."""
        start = past_adverbs(self.reading, i)
        end = max(start, telling_end(self.reading, start))
        return end + (end == start and self.reading.lower(start) in ("sebagai", "selaku"))

    def _named(self, i: int) -> bool:
        """Whether a name begins at word ``i``, behind a comma or none."""
        start, _ = skip_honorifics(self.reading, i)
        return self.reading.gap(i) in LIST_GAPS and name_end(self.reading, start, self.posts.keys()) > start

    def _joined(self, offices: list[Office]) -> int:
        """The word where an office joined to the last of ``offices`` would begin, or -1."""
        offices[-1] = self._with_status(offices[-1])
        i = self.end = offices[-1].end
        hit = cue_phrases("join").longest(self.reading, i)
        if hit is not None and self.reading.gap(i).lstrip(")") in INSIDE_GAPS:
            return -1 if self.reading.lower(i) == "selaku" and self._stands_for(offices[0], hit[0]) else hit[0]
        if self.reading.lower(i) == "yang" and (end := telling_end(self.reading, i)) > i:
            return end if self.reading.gap(i).lstrip(")") in INSIDE_GAPS else -1
        if self._heads_too(offices[-1]):
            return i + 1
        return i if self.reading.gap(i) == "/" else -1

    def _stands_for(self, office: Office, i: int) -> bool:
        """Whether one acts for another: ``Menteri Hukum selaku wakil Presiden``, ``kuasa hukum Bupati selaku …``."""
        acts = {"wakil", "kuasa", "pengganti", "utusan"}.intersection(self.reading.words[i : i + 1])
        return bool(acts) or any(post.end == office.start for post in self.posts.values())

    def _with_status(self, office: Office) -> Office:
        """``office`` with "sementara" behind it, where a second office is joined: ``Ketua X sementara sekaligus …``."""
        i, reading = office.end, self.reading
        joined = reading.lower(i) in PROVISIONAL and cue_phrases("join").longest(reading, i + 1) is not None
        if not joined or {reading.gap(i), reading.gap(i + 1)} - INSIDE_GAPS:
            return office
        return replace(office, end=i + 1, position=f"{office.position} {reading.words[i]}")

    def _heads_too(self, office: Office) -> bool:
        """Whether a minister is head of a body as well: ``Menteri Lingkungan Hidup dan Kepala Badan …``."""
        i, reading = office.end, self.reading
        joined = reading.lower(i) == "dan" and reading.lower(i + 1) == "kepala" and reading.gap(i).lstrip(")") == " "
        return joined and office.post.post.kind is Kind.MINISTER

    def _placed(self, office: Office, held: tuple[Office, ...], held_end: int) -> Office:
        """``office`` in the body it is listed under, or that of the person before it in the sentence.

        Handles ``Komisi I, Ketua Amir, Wakil Ketua Budi``, ``Kepala Badan Penghubung Kulon Amir didampingi Kasubbid
        Humas Budi``, ``Ketua KPU Kulon Amir, serta dua anggota Budi dan Wati``, ``(Kepala) Rutan Kulon diwakili Kasubsi
        Budi``: the head of a unit.
        """
        if office.institution or office.region or office.post.former:
            return office
        if body := self.listings.body_of(office, free=self.end != office.start):
            return replace(office, institution=body)
        if office.post.post.kind is Kind.UNIT and word_before(self.reading, office.start) == "diwakili":
            return self._stands_in(office)
        return self._beside(office, held, held_end)

    def _beside(self, office: Office, held: tuple[Office, ...], held_end: int) -> Office:
        """``office`` in the body of the person named before, if it is that of a unit or a lesser seat there."""
        body = next((o.institution for o in held if o.institution), None)
        seat = office.post.post.kind is Kind.INSTITUTION and office.position.lower() in SEATS_BESIDE
        if body is None or not (seat or office.post.post.kind is Kind.UNIT):
            return office
        between = self.reading.text[self.reading.ends[held_end - 1] : self.reading.starts[office.start]]
        near = (BESIDE if seat else SAME_SENTENCE).fullmatch(between)
        return replace(office, institution=body) if near else office

    def _stands_in(self, office: Office) -> Office:
        """``office`` in the body or region of the one right before it, which its holder stands in for."""
        if self.before is not None and self.before.end == office.start - 1:
            return replace(office, institution=self.before.institution, region=self.before.region)
        return replace(office, institution=self.reading.institutions.get(office.start - 2))


def _seated(office: Office, behind: Office) -> Office:
    """``office`` in the body of the one joined behind it, if both are seats: ``Ketua merangkap anggota KPU Kulon``."""
    bare = office.institution is None and office.region is None and office.end - office.start == 1
    seats = bare and {office.post.post.kind, behind.post.post.kind} == {Kind.INSTITUTION}
    return replace(office, institution=behind.institution, region=behind.region) if seats else office
