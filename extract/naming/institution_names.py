"""Names of institutions in a text: where they start, where they end, and what they are made of."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

from extract.lexicon import read_words
from extract.naming.english_names import company_end, english_name_end
from extract.naming.institution_forms import Form, Forms, field_words, known_forms, may_continue_field
from extract.naming.lone_names import full_name_follows, name_follows, person_follows
from extract.naming.name_surroundings import may_name
from extract.naming.name_words import is_common_word, is_name_word
from extract.naming.short_forms import abbreviates, initials, spells
from extract.record import Mention

SMALL = (
    r"pem(?:kab|kot|ko|prov|da|erintah)|pol(?:da|res\w{0,6}|sek\w{0,2})|kodim|koramil|kejari|kejati|pengadilan"
    r"|kejaksaan|satpol"
)
CANDIDATE = re.compile(
    rf"(?<![\w#@.])(?:[A-Z]|detik|kumparan|bank(?= bjb\b)|(?:{SMALL})(?= (?:kota |kabupaten |provinsi )?[A-Z]))\w*"
)
SCHOOL = "school"
NO_SCHOOL = re.compile(
    r"\s(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad|Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September"
    r"|Oktober|November|Desember|Rp)\b"
)
FIELD_WORD = re.compile(r"(,)?[ \n]((?:dan |serta |& |dan/atau )?)([A-Z][\w-]*)")
LIST_GOES_ON = re.compile(r"(?:,? [A-Z]\w+){0,4},? (?:dan|serta|&) [A-Z]")
EXPLAINED = re.compile(r"(?:[ \n](?:dan |untuk )?[A-Z][\w-]*){1,8}(?= ?\( ?([A-Z][A-Za-z-]{2,11}) ?\))")
NAME_WORD = re.compile(
    r"[ \n](?:(?:dan(?! (?:USD\b|US\$|Rp\b))|and|of|for|bin|on|untuk) )?"
    r"(?:[A-Z0-9][\w&'’.-]*|\((?:Persero|Perseroda)\))"
)
LAST_NAME_WORD = re.compile(r" ([A-Z][a-z]+)(?: [A-Z][a-z]+)?(?=[,.;)]|$| dan | (?!selaku|di|kepada)[a-z])")
BEARER = re.compile(r"(?:[ \n](?:Prof|Dr|dr|H|Hj|KH|Ir|Drs|M)\b\.?)+(?= [A-Z])")  # "RSUD dr. X", "RS H. X"
ACRONYM = re.compile(r"[ \n]?\( ?((?!Perseroda?\W)[A-Z][\w-]+(?:[ /][A-Z][\w-]*)?) ?\)")
BRACKETS = re.compile(r" ?\([^)]*\)")
STATE = re.compile(r"[ \n](?:RI|Republik Indonesia|Pusat)(?!\w)")
BRANCH = " Perwakilan "  # "BPK RI Perwakilan X"
BEFORE_REGION = re.compile(
    r"(?:[ \n]{1,2}(?:Kota|Kabupaten|Kab\.?|Provinsi|Propinsi|Prov\.?|Daerah|Kecamatan|Desa|Kelurahan|Wilayah|Cabang"
    r"|Perwakilan|[Kk]elas (?:[IVXl1]+|\d) ?[AB]?|Unit|Metro(?:politan)?(?= (?:Jak|Bek|Dep|Tang|Kota))"
    r"|[IVX]+(?:[-/]\d+)?|\d+(?:[-/]\w+)?))*[ \n/-]{1,2}"
)
UNKNOWN_REGION = re.compile(
    r"[ \n](?!(?:Kota|Kabupaten|Tinggi|Utama|Agung)\b)([A-Z][a-z]+)(?: [A-Z][a-z]+)?(?!\w| [A-Z])"
)
SEAT = re.compile(r"[ \n]pada(?=[ \n]Pengadilan)")  # "Pengadilan Tindak Pidana Korupsi pada Pengadilan Negeri X"
TWO_WORDS = re.compile(r" [A-Z][a-z]+ ([A-Z][a-z]+)")
GAP = re.compile(r"[ \n](?=[A-Z])")
NUMBER = re.compile(r" [IVX]{1,4}(?![\w-])")  # "PT Pelindo III"
NEED_WORDS = frozenset(("needs-field", "needs-name", "needs-acronym"))
LONGEST_NAME = 6  # words of a free name ("PT A B C D E"); longer runs swallow what follows
LONGEST_UNIT = 6  # words between a unit and the institution it belongs to
DEEPEST_UNIT = 3  # units within units; deeper is no name, and each level costs time
BEAR_NAMES = frozenset(("company", "school", "other"))  # kinds that are often called by a person's name
PLACED = frozenset(("police", "army", "court", "prosecutor"))  # kinds that also take a place no list has


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name found in the text.

    Attributes:
        start: First character.
        end: One past the last character.
        base: Its own words, without acronym in brackets and region ("Badan Kepegawaian Daerah").
        full: The base with a short head written out ("Kepolisian Resor" for "Polres").
        acronym: The acronym in brackets, or "".
        area: The words after the base ("Kota Banjarmasin", "RI"), or "".
        region: Key of the region entity in it, or "".
        kind: One of the guide's kinds.
        part: The words of a unit with its acronym ("Badan Anggaran", "Banggar"), or ("", "").
        whole: The institution of a unit, where an acronym in brackets stands behind it, or None.
    """

    start: int
    end: int
    base: str
    full: str
    acronym: str = ""
    area: str = ""
    region: str = ""
    kind: str
    part: tuple[str, str] = ("", "")
    whole: "Name | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameReader:
    """Reads the names of institutions off one article.

    Attributes:
        text: The article's text.
        regions: Its region mentions by their first character.
        own: Forms of this article (acronyms it explains); they go before the known ones.
        lone: Names of persons that the article uses by themselves; no free name goes on with them.
        persons: Where the trained model sees a person's name of several words; free names end there too.
        depth: In how many units the reader is ("Unit X" in "Satuan Y" in "Polres Z").
        parents: What ``_parent`` found, by depth and place: units ask for the same place again and again.
    """

    text: str
    regions: Mapping[int, Mention]
    own: Forms
    lone: frozenset[str] = frozenset()
    persons: frozenset[int] = frozenset()
    depth: int = 0
    parents: dict[tuple[int, int], Name | None] = field(default_factory=dict)

    def names(self) -> Iterator[Name]:
        """The names in the text, left to right, the longest reading of each."""
        end = 0
        for match in CANDIDATE.finditer(self.text):
            if match.start() >= end:
                name = self._name_at(match.start(), match[0])
                if name:
                    yield name
                    end = name.end

    def _name_at(self, start: int, word: str) -> Name | None:
        first = word.casefold()
        best: Name | None = None
        for form in (*self.own.get(first, ()), *known_forms().get(first, ())):
            head = form.pattern.match(self.text, start)
            if not head or (best and form.tail == "needs-name" and best.end > head.end()):
                continue
            name = self._complete(start, head.end(), form)
            own_case = form.tail == "quoted" or form.head[0].islower()  # "bank bjb" writes itself so
            if name and self.text[start].islower() and not (name.region or own_case):
                continue  # "polres" alone is any of them
            if name and (best is None or name.end > best.end):
                best = name
        if best is None:
            return self._english(start) or self._company(start)
        company = self._company(start) if best.kind == "company" else None
        return company if company and company.end > best.end else best

    def _company(self, start: int) -> Name | None:
        """The company that says so at its end: "Kulon Energy Trading Ltd"."""
        end = company_end(self.text, start)
        return self._whole(start, end, "company") if end else None

    def _english(self, start: int) -> Name | None:
        """The English name of an organisation: "Public Ledger Watch"."""
        end = english_name_end(self.text, start)
        return self._whole(start, end, "ngo") if end else None

    def _whole(self, start: int, end: int, kind: str) -> Name | None:
        """The name between two places, with its acronym in brackets."""
        form = Form(head=self.text[start:end], kind=kind, tail="alone")
        return self._placed(Name(start=start, end=end, base=form.head, full=form.head, kind=kind), form)

    def _complete(self, start: int, end: int, form: Form) -> Name | None:
        """The name that begins with a form's head, or None where what it needs is missing."""
        if not may_name(self.text, start, end, form):
            return None
        if form.tail == "needs-parent":
            return self._unit(start, end, form)
        head_end, end = end, self._own_words_end(start, end, form)
        base = " ".join(self.text[start:end].split())
        if form.tail in NEED_WORDS and end == head_end and not self._named_behind_acronym(end, form):
            return None
        head = self.text[start:head_end] if "#" in form.head else form.head
        full = (form.full or head) + self.text[head_end:end]
        name = self._placed(Name(start=start, end=end, base=base, full=full, kind=form.kind), form)
        return None if name and form.tail.startswith("needs") and self._generic(name) else name

    def _named_behind_acronym(self, end: int, form: Form) -> bool:
        """Whether the name of a school stands behind the acronym of its sort: "Sekolah Dasar Negeri (SDN) Melati"."""
        acronym = self._acronym(end, form.head) if form.kind == SCHOOL and form.tail == "needs-name" else None
        if acronym is None or name_follows(self.text, acronym.end()) or NO_SCHOOL.match(self.text, acronym.end()):
            return False
        word = FIELD_WORD.match(self.text, acronym.end())
        if word is not None and known_forms().get(word[3].casefold()):  # "(SMA) Dinas Pendidikan"
            return False
        return self._free_end(acronym.end(), form) > acronym.end()

    def _generic(self, name: Name) -> bool:
        """Whether a name stands for any of its sort, or for the government of the country."""
        whole = " ".join(self.text[name.start : name.end].split())
        generics = read_words("institution_generics.txt")
        return (name.base in generics and not (name.region or name.area)) or whole in generics

    def _own_words_end(self, start: int, end: int, form: Form) -> int:
        if form.tail == "needs-field":
            return max(self._field_end(end), self._explained_end(end))
        if form.tail == "needs-acronym":
            explained = EXPLAINED.match(self.text, end)
            if explained is None or explained[1] in read_words("institution_acronyms_generic.txt"):
                return end
            return explained.end() if abbreviates(explained[1], self.text[start : explained.end()]) else end
        return max(self._free_end(end, form), self._spelled_end(start, end)) if form.tail == "needs-name" else end

    def _spelled_end(self, start: int, end: int) -> int:
        """End of words whose first letters are the acronym in brackets behind them: "Aliansi Relawan Amir (ARA)"."""
        explained = EXPLAINED.match(self.text, end)
        if explained is None or initials(self.text[start : explained.end()]) != explained[1]:
            return end
        return explained.end()

    def _placed(self, name: Name, form: Form) -> Name | None:
        """The name with its acronym in brackets and its region; brackets that end it stay outside."""
        if form.kind == "company" and (number := NUMBER.match(self.text, name.end)) is not None:
            name = replace(name, end=number.end(), base=name.base + number[0], full=name.full + number[0])
        acronym = self._acronym(name.end, name.full)
        after = acronym.end() if acronym else name.end
        if acronym and form.tail == "needs-name" and not self._ends_with(acronym, name, form):
            after = self._free_end(after, form)
        of_sort = acronym is not None and form.kind == SCHOOL and after > acronym.end()
        if acronym and of_sort:  # "(SMKN) Melati": the acronym is that of many
            rest = " ".join(self.text[acronym.end() : after].split())
            name = replace(name, base=f"{name.base} {rest}", full=f"{name.full} {rest}")
        end, region = self._region_end(after, form)
        if form.tail == "needs-region" and end == after:
            return None
        if acronym and end == acronym.end():
            parent = self._parent(after)
            end = parent.end if parent else name.end
            name = replace(name, full=f"{name.full} {parent.full}") if parent else name
        elif seat := SEAT.match(self.text, end):
            court = self._parent(seat.end())
            end, region = (court.end, court.region) if court else (end, region)
        brackets_end = after if of_sort else acronym.end() if acronym else name.end
        behind = None if acronym or end == name.end else self._acronym(end, self.text[name.start : end])
        acronym = acronym or (behind if behind and spells(self.text[name.start : end], behind[1]) else None)
        return replace(
            name,
            end=end,
            acronym=acronym[1] if acronym and not of_sort else "",
            area=" ".join(self.text[brackets_end:end].split()),
            region=region,
            kind=_kind(name, form, bool(region)),
            whole=self._inner(name, acronym[1]) if acronym else None,
        )

    def _inner(self, name: Name, acronym: str) -> Name | None:
        """The institution at the end of a name that the acronym behind it is of: "Biro Humas Badan X (BX)"."""
        if acronym[0].casefold() == name.base[0].casefold():
            return None
        gaps = (match.start() for match in GAP.finditer(self.text, name.start, name.end))
        parts = (self._parent(gap) for gap in gaps)
        return next((part for part in parts if part is not None and part.acronym == acronym), None)

    def _ends_with(self, acronym: re.Match[str], name: Name, form: Form) -> bool:
        """Whether no free name goes on behind its acronym: a person's name follows, known or not.

        An unknown one has two words behind a company whose acronym has all letters: ``PT Kulon Jaya (KJ) Amir Lubis``,
        not ``PT Kulon Jaya (KJ) Tbk``, ``PT Kulon Jaya (KJ) Unit Wetan``.
        """
        if name_follows(self.text, acronym.end()):
            return True
        words = TWO_WORDS.match(self.text, acronym.end()) if form.kind == "company" else None
        return words is not None and words.start(1) not in self.regions and spells(name.base, acronym[1])

    def _acronym(self, end: int, words: str) -> re.Match[str] | None:
        """The acronym in brackets after a name; the short form of a region ("(Jabar)") or a place is none."""
        found = ACRONYM.match(self.text, end)
        if found is None or found.start(1) in self.regions:
            return None
        known = found[1].isupper() or found[1].casefold() in known_forms()
        return found if known or abbreviates(found[1], words) else None

    def _region_end(self, end: int, form: Form) -> tuple[int, str]:
        """End of the region that follows, and the key of its entity; ``end`` itself where none does."""
        if form.tail != "needs-region" and (state := STATE.match(self.text, end)):
            end = state.end()
            if not self.text.startswith(BRANCH, end):
                return end, ""
        before = BEFORE_REGION.match(self.text, end)
        region = self.regions.get(end + 1) or (self.regions.get(before.end()) if before else None)
        if region and form.tail != "alone":
            city = form.kind == "police" and self.text.startswith(" Kota", region.end)
            return region.end + len(" Kota") * city, region.target
        if form.tail == "needs-region" and form.kind in PLACED:
            unknown = UNKNOWN_REGION.match(self.text, end)
            return (unknown.end() if unknown and not is_common_word(unknown[1]) else end), ""
        return end, ""

    def _field_end(self, end: int) -> int:
        """End of the words an agency's field is made of, linked by "dan" and commas; common words do not begin it."""
        start = end
        while match := FIELD_WORD.match(self.text, end):
            known = match[3].casefold() in field_words() or (end > start and may_continue_field(match[3]))
            comma_ends = match[1] and not match[2] and not LIST_GOES_ON.match(self.text, match.end())
            if not known or comma_ends:
                break
            end = match.end()
        return end

    def _explained_end(self, end: int) -> int:
        """End of the capitalised words that an acronym in brackets closes."""
        match = EXPLAINED.match(self.text, end)
        return match.end() if match else end

    def _free_end(self, end: int, form: Form) -> int:
        """End of a run of capitalised words; a region in it, a person, a post or a full stop ends it."""
        start = end
        bearer = BEARER.match(self.text, end) if form.kind in BEAR_NAMES else None
        end = bearer.end() if bearer else end
        lone = self.lone if form.kind not in BEAR_NAMES else frozenset[str]()
        for _ in range(LONGEST_NAME):
            whole = self._parent(end) if form.kind == "school" else None
            if whole is not None and whole.kind == "school":  # "Fakultas Hukum Universitas X"
                return whole.end
            match = NAME_WORD.match(self.text, end)
            if not match or self._ends_name(match[0]) or self._seen_at(end, form, first=end == start):
                break
            if end > start and (self._person_at(end, form, lone) or self._joins_person(match)):
                break
            region = self.regions.get(match.start() + 1)
            end = region.end if region else match.end()
            if (region and not self._goes_past(end, form)) or self.text[end - 1] == ".":
                break
        end -= self.text[end - 1] == "."
        return end if any(c.isalpha() for c in self.text[start:end][2:]) else start

    def _joins_person(self, word: re.Match[str]) -> bool:
        """Whether "dan" joins a person to the name: ``PT Kulon Jaya dan Amir Lubis``."""
        linked = word[0].split()[0] == "dan"
        return linked and word.end() - len(word[0].split()[-1]) in self.persons

    def _goes_past(self, end: int, form: Form) -> bool:
        """Whether the name of a company goes on behind a region in it: "PT Kulon West Java", "PT Sinar Wetan Tin"."""
        match = LAST_NAME_WORD.match(self.text, end) if form.kind == "company" else None
        return (
            match is not None
            and not is_name_word(match[1])
            and end + 1 not in self.regions
            and end + 1 not in self.persons
        )

    def _person_at(self, end: int, form: Form, lone: Set[str]) -> bool:
        """Whether the name of a person follows ``end``; schools and hospitals bear full names themselves."""
        swallows = form.kind in ("company", "ngo") and full_name_follows(self.text, end)
        return swallows or person_follows(self.text, end, lone)

    def _seen_at(self, end: int, form: Form, *, first: bool) -> bool:
        """Whether the trained model sees a person behind ``end``.

        Schools and hospitals bear such names; companies too, where the name comes ``first``.
        """
        bears = form.kind in BEAR_NAMES and (first or form.kind != "company")
        return not bears and end + 1 in self.persons

    def _ends_name(self, word: str) -> bool:
        """Whether a word, with the "dan" that may stand before it, belongs to something else."""
        *link, last = word.strip(" \n.").split()
        starts_another = bool(link) and last.casefold() in known_forms()
        return starts_another or last in read_words("institution_stops.txt")

    def _unit(self, start: int, end: int, form: Form) -> Name | None:
        """A unit with the institution it belongs to ("Komisi I DPRD Kota Metro"), or None without one."""
        acronym = ACRONYM.match(self.text, end)
        after = acronym.end() if acronym else end
        for _ in range(LONGEST_UNIT):
            parent = self._parent(after)
            if parent:
                council = self._parent(parent.end) if form.kind == "council" else None
                parent = council if council and council.kind == "council" else parent
                base = " ".join(BRACKETS.sub("", self.text[start : parent.start]).split())
                long = BRACKETS.sub("", form.full + self.text[end : parent.start] if form.full else base).strip()
                return replace(
                    parent,
                    start=start,
                    base=base,
                    full=f"{long} {parent.full}",
                    area=" ".join(BRACKETS.sub("", self.text[parent.start : parent.end]).split()),
                    kind=parent.kind if "party" in (form.kind, parent.kind) else form.kind,
                    part=(long, acronym[1]) if acronym else ("", ""),
                    whole=parent.whole or (parent if parent.acronym else None),
                )
            word = NAME_WORD.match(self.text, after)
            if not word or word[0].endswith("."):
                return None
            after = word.end()
        return None

    def _parent(self, end: int) -> Name | None:
        """The institution that starts one space after ``end``."""
        asked = (self.depth, end)
        if asked not in self.parents:
            self.parents[asked] = self._read_parent(end)
        return self.parents[asked]

    def _read_parent(self, end: int) -> Name | None:
        if self.depth == DEEPEST_UNIT or self.text[end : end + 1] not in (" ", "\n"):
            return None
        match = CANDIDATE.match(self.text, end + 1)
        return replace(self, depth=self.depth + 1)._name_at(end + 1, match[0]) if match else None


def _kind(name: Name, form: Form, has_region: bool) -> str:
    """A "Badan" or "Kantor" is a regional one where its name says "Daerah" or a region follows."""
    local = has_region or name.base.endswith("Daerah")
    regional = form.tail == "needs-field" and form.kind == "national agency" and local
    return "regional agency" if regional else form.kind
