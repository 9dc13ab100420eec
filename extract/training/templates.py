"""Sentences made from templates: titles, quotations, datelines and lists with names that stand in no data set."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from extract.lexicon import read_tsv, read_words
from extract.training.example import INSTITUTION, PERSON, REGION, UNKNOWN, Labelled

T = TypeVar("T")

HERE = Path(__file__).parent
SLOT = re.compile(r"\{(\w)\}")
LABELS = {
    "P": PERSON,
    "p": PERSON,
    "S": PERSON,
    "I": INSTITUTION,
    "A": INSTITUTION,
    "R": REGION,
    "U": REGION,
    "r": UNKNOWN,
}
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
ACTIVE = (
    "mengatakan",
    "menyebut",
    "menegaskan",
    "menjelaskan",
    "menilai",
    "meminta",
    "mengimbau",
    "mengakui",
    "menuturkan",
    "berharap",
    "memastikan",
    "menyampaikan",
)
BEHIND = ("kata", "ujar", "tegas", "jelas", "ucap", "tutur", "ungkap", "katanya", "sebut", "imbuh", "papar", "terang")
POSTS_OF_BODIES = (
    "Ketua",
    "Wakil Ketua",
    "Sekretaris",
    "Anggota",
    "anggota",
    "Kepala",
    "Direktur",
    "Juru Bicara",
    "Komisioner",
    "Humas",
    "Kabid",
    "Kasi",
    "Kabag Humas",
    "Direktur Utama",
    "Koordinator",
    "Kepala Bidang Penindakan",
    "Kepala Seksi Pelayanan",
)
SPOKEN_TITLES, LONG_TITLE = frozenset({"pak", "bu", "ibu"}), 4  # letters; shorter titles end in a full stop
KINDS_OF_AREAS = ("Kota", "Kabupaten", "Provinsi", "Kecamatan", "Desa", "Kelurahan", "Kab.", "Kec.")


@dataclass(slots=True)
class _Words:
    """The lists that slots are filled from."""

    names: list[str]
    regions: list[str]
    districts: list[str]
    places: list[str]
    posts: dict[str, list[str]]
    heads: dict[str, list[str]]
    fields: list[str]
    honorifics: list[str]
    degrees: list[str]


@dataclass(slots=True)
class _Sentence:
    """A sentence while its slots are filled, with the spans so far."""

    text: str = ""
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    person: str = ""

    def add(self, words: str, label: str = "") -> None:
        if label:
            self.spans.append((len(self.text), len(self.text) + len(words), label))
        self.text += words


class Templates:
    """Fills templates at random; the same seed gives the same sentences."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)  # noqa: S311 - not for secrets
        self._words = _read_words()
        self._templates = _lines("templates.txt")
        self._said = _lines("said.txt")

    def sentences(self, number: int) -> Iterator[Labelled]:
        """``number`` sentences, some of them with all their letters in capitals."""
        for _ in range(number):
            made = self._fill(self._pick(self._templates))
            yield Labelled(text=made.text, spans=tuple(made.spans))

    def _fill(self, template: str) -> _Sentence:
        sentence = _Sentence()
        for part in re.split(r"(\{\w\})", template):
            if SLOT.fullmatch(part):
                self._slot(sentence, part[1])
            else:
                sentence.add(part)
        if sentence.text[:1].islower():
            sentence.text = sentence.text[0].upper() + sentence.text[1:]
        return sentence

    def _slot(self, sentence: _Sentence, slot: str) -> None:
        match slot:
            case "T":
                self._post(sentence)
            case "P":
                sentence.person = self._full_name()
                sentence.add(sentence.person, PERSON)
            case "p":
                words = [word for word in sentence.person.split() if len(word.strip(".")) > 1]
                sentence.add(self._pick([words[0], words[-1]]) if words else self._pick(self._words.names), PERSON)
            case "I":
                self._institution(sentence)
            case _:
                sentence.add(self._plain(slot), LABELS.get(slot, ""))

    def _plain(self, slot: str) -> str:
        makers: dict[str, Callable[[], str]] = {
            "S": lambda: self._pick(self._words.names),
            "H": self._honorific,
            "G": lambda: ", ".join(self._pick(self._words.degrees) for _ in range(self._random.randint(1, 2))),
            "A": self._acronym,
            "R": self._region,
            "U": self._dateline,
            "D": self._day,
            "N": lambda: str(self._random.randint(2, 78)),
            "V": lambda: self._pick(ACTIVE),
            "K": lambda: self._pick(BEHIND),
            "B": lambda: self._pick(self._said),
            "t": lambda: self._pick(POSTS_OF_BODIES).lower(),
        }
        return makers[slot]()

    def _honorific(self) -> str:
        title = self._pick(self._words.honorifics)
        return f"{title}." if len(title) < LONG_TITLE and title.lower() not in SPOKEN_TITLES else title

    def _acronym(self) -> str:
        letters = range(self._random.randint(2, 3))
        return "".join(self._pick("ABDFGHIKLMNPRST") + (self._pick("AIU") if i % 2 else "") for i in letters)

    def _dateline(self) -> str:
        regions = self._words.regions
        return self._pick(regions).upper() if self._chance(0.8) else self._pick(regions)

    def _day(self) -> str:
        day, number = self._pick(DAYS), self._random.randint
        return f"{day} ({number(1, 30)}/{number(1, 12)}/{number(2014, 2026)})"

    def _full_name(self) -> str:
        words = [self._pick(self._words.names) for _ in range(self._random.choices((1, 2, 3, 4), (15, 50, 27, 8))[0])]
        if len(words) > 1 and self._chance(0.12):
            words[self._pick((0, len(words) - 1))] = self._pick("ABDFHIJKMNRSTY") + self._pick((".", "", "."))
        if self._chance(0.06):
            words[0] = self._pick(
                (
                    "Muhammad",
                    "Moh.",
                    "Muh.",
                    "M.",
                    "Abd.",
                    "Siti",
                    "Sri",
                    "I Made",
                    "Ni Luh",
                    "Tengku",
                    "La Ode",
                    "Andi",
                )
            )
        if len(words) > 2 and self._chance(0.05):
            words.insert(-1, self._pick(("bin", "binti", "Al", "van", "el")))
        return " ".join(words)

    def _region(self) -> str:
        words = self._words
        name = self._pick(self._pick((words.regions, words.regions, words.districts, words.places)))
        return f"{self._pick(KINDS_OF_AREAS)} {name}" if self._chance(0.25) and name not in words.places else name

    def _post(self, sentence: _Sentence) -> None:
        posts = self._words.posts
        if self._chance(0.12):
            sentence.add(self._pick((*posts["acting"], *posts["former"])) + " ")
        kind = self._random.choice(
            ("region", "region", "office", "command", "minister", "unit", "calling", "body", "body", "body")
        )
        if kind == "body":
            sentence.add(self._pick(POSTS_OF_BODIES) + " ")
            self._institution(sentence)
            return
        sentence.add(self._pick(posts[kind]))
        if kind in ("region", "office", "command") and self._chance(0.85):
            level = self._pick(("Kota ", "Kabupaten ", "")) if kind == "office" else ""
            sentence.add(" ")
            sentence.add(level + self._pick(self._words.regions), UNKNOWN)
        elif kind == "unit":
            sentence.add(" ")
            self._institution(sentence)

    def _institution(self, sentence: _Sentence) -> None:
        heads, pick = self._words.heads, self._pick
        tail = self._random.choices(
            ("alone", "region", "needs-region", "needs-field", "needs-name", "quoted"), (20, 20, 25, 20, 12, 3)
        )[0]
        name = pick(heads[tail])
        if tail == "needs-field":
            name += " " + self._field()
        if tail == "needs-name":
            number = self._random.randint(1, 3)
            name += (
                " " + " ".join(pick(self._words.names) for _ in range(number))
                if self._chance(0.5)
                else f" {number} {pick(self._words.regions)}"
            )
        if tail == "needs-region" or (tail in ("region", "needs-field") and self._chance(0.6)):
            name += f" {pick(('Kota', 'Kabupaten', 'Provinsi'))}" if self._chance(0.3) else ""
            name += " " + pick(self._words.regions)
        sentence.add(name, INSTITUTION)

    def _field(self) -> str:
        words = [self._pick(self._words.fields) for _ in range(self._random.randint(1, 3))]
        return " dan ".join((" ".join(words[:-1]), words[-1])) if len(words) > 2 else " ".join(words)

    def _pick(self, choices: Sequence[T]) -> T:
        return self._random.choice(choices)

    def _chance(self, part: float) -> bool:
        return self._random.random() < part


def _read_words() -> _Words:
    common = read_words("person_other_names.txt") | read_words("person_other_words.txt")
    posts: dict[str, list[str]] = {}
    for row in read_tsv("posts.tsv", "surface", "long", "kind", "body"):
        posts.setdefault(row["kind"], []).append(row["surface"])
    common |= {surface.lower() for surfaces in posts.values() for surface in surfaces}
    heads: dict[str, list[str]] = {}
    for row in read_tsv("institutions.tsv", "head", "kind", "tail", "full"):
        if not set("#*") & set(row["head"]):
            heads.setdefault(row["tail"], []).append(row["head"])
    return _Words(
        names=sorted(word.capitalize() for word in read_words("person_names.txt") - common if len(word) > 2),
        regions=[row["short"] for row in read_tsv("regions.tsv", "code", "name", "short")],
        districts=[row["name"] for row in read_tsv("districts.tsv", "code", "name")],
        places=[name for row in read_tsv("places.tsv", "name", "kind") for name in row["name"].split("|")],
        posts=posts,
        heads=heads,
        fields=sorted(read_words("institution_fields.txt")),
        honorifics=[row["surface"] for row in read_tsv("honorifics.tsv", "surface", "kind")],
        degrees=sorted(_dotted(word) for word in read_words("degrees.txt")),
    )


def _dotted(degree: str) -> str:
    return re.sub(r"([A-Z][a-z]*)", r"\1.", degree)


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
