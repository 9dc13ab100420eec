"""Pin cites: articles, paragraphs and letters ("Pasal 71 ayat (1), (2) dan (3) huruf a jo. Pasal 188")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.rules.provision_words import (
    AMENDING,
    ARTICLE,
    BARE,
    BRACKETED,
    CODE,
    CODE_AND,
    FRONT,
    LED,
    LINK,
    LONE,
    LONE_LEAD,
    MEANT,
    NEXT,
    NO_ARTICLE,
    NUMBER,
    NUMERALS,
    OF_CODE,
    OPENINGS,
    PARAGRAPH,
    PARTS,
    RULING,
    SPACE,
    TAX_ARTICLES,
    WORDLESS,
)

_TAX_REACH = 80  # characters before an article in which the name of its tax stands
_NEAR = {"pasal": 20, "ayat": 5, "angka": 5, "ke": 5}  # numbers named in one breath stand close: 246 and 247
_FRONT_REACH = 40  # characters before "Pasal" that "ayat (1) dan (2)" may fill
_LONE_REACH = 600  # characters from a paragraph told of by itself back to its article
_MOST_SKIPPED = 3  # paragraphs between the last one told of and this one
_BEFORE = 24  # characters in which the words stand that lead to a paragraph or say that an article is only meant
_NUMBER_REACH = 6  # characters of " 212 "
_PARAGRAPH = re.compile(r"ayat \((\d+)")
_FIRST = (ARTICLE, AMENDING, LED, WORDLESS, NUMBER)
_ORDER = ("pasal", *PARTS)
_SHAPES = {"ayat": "ayat ({})", "ke": "ke-{}"}  # the others are written "pasal 5", "huruf a"

Parts = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PinCite:
    """A run of linked provisions that pin one rule.

    Attributes:
        start: First character.
        end: One past the last character.
        provisions: Each in short form, in the order of the text ("pasal 71 ayat (1)").
        lone: Whether it is a paragraph apart from its article ("Kemudian ayat (2) menyebutkan").
    """

    start: int
    end: int
    provisions: tuple[str, ...]
    lone: bool = False


def find_pin_cites(low: str) -> Iterator[PinCite]:
    """Runs of provisions in ``low``, a text in lower case, in text order.

    Read are articles ("Pasal 27A", "Pasal I angka 4", "pasal berlapis yakni 340 subsider 338"), their parts
    before and behind ("ayat (1) Pasal 5", "Pasal 114 (2)", "ayat dua", "huruf a", "ke-1", "butir c"), what
    "dan", "serta", "jo", "subsider", commas or dashes join to them, and "diktum kedua". A range gives its ends.
    A paragraph told of by itself ("Kemudian ayat (2) menyebutkan") is one of the article told of before it.

    >>> [pin.provisions for pin in find_pin_cites("pasal 71 ayat (1), (2) dan (3) huruf a jo. pasal 188")]
    [('pasal 71 ayat (1)', 'pasal 71 ayat (2)', 'pasal 71 ayat (3) huruf a', 'pasal 188')]
    """
    end = 0
    told: list[PinCite] = []  # the last one with a paragraph and the last one, but for what another one only means
    for start in _starts(low):
        if start >= end and (pin := _pin_cite(low, start, end) or _lone_paragraph(low, start, told)):
            yield pin
            end = pin.end
            if not MEANT.search(low, max(0, start - _BEFORE), start):
                told = [*(one for one in told[-2:] if _paragraph(one)), pin][-2:]


def paragraph_at(low: str, at: int) -> str:
    """The " ayat (2)" that stands at ``at``, behind a rule: "Pasal 115 KUHAP ayat 2"; "" where none does."""
    found = PARTS["ayat"].match(low, SPACE.match(low, at).end())  # type: ignore[union-attr]  # matches the empty string
    return f" ayat ({found['value']})" if found and found["value"] else ""


def _starts(low: str) -> list[int]:
    """Places where a run may begin: at a word, or at an article joined to another that has its own rule."""
    starts = {found.start() for opening in OPENINGS for found in opening.finditer(low)}
    starts.update(found.end() for found in CODE_AND.finditer(low))
    starts.update(found.start() for found in PARAGRAPH.finditer(low))
    names = (found.start() for found in CODE.finditer(low))
    starts.update(found.start() for at in names if (found := OF_CODE.search(low, max(0, at - _NUMBER_REACH), at + 4)))
    return sorted(starts)


def _pin_cite(low: str, start: int, free: int) -> PinCite | None:
    """The run that begins at ``start``; a paragraph before it may begin at ``free``."""
    if start and low[start - 1].isalnum():
        return None
    if ruling := RULING.match(low, start):
        return PinCite(start=start, end=ruling.end(), provisions=(ruling.group(),))
    first = next((match for form in _FIRST if (match := form.match(low, start))), None)
    if not first or _names_tax(low, start, first["value"]):
        return None
    found: list[Parts] = [{"pasal": _squeezed("pasal", first["value"])}]
    if front := FRONT.search(low, max(free, start - _FRONT_REACH), start):
        start = front.start()
        found = [found[0] | {"ayat": number} for number in re.findall(r"\d+", front["value"])]
    at = first.end("value")
    while step := _part(low, at, found) or _linked(low, at, found):
        at = step
    return PinCite(start=start, end=at, provisions=tuple(dict.fromkeys(_written(parts) for parts in found)))


def _lone_paragraph(low: str, start: int, told: Sequence[PinCite]) -> PinCite | None:
    """The paragraph at ``start`` that is told of by itself, of the article that it counts on from."""
    found = LONE.match(low, start) if told else None
    if not found or not LONE_LEAD.search(low, max(0, start - _BEFORE), start):
        return None
    value = int(found["value"])
    near = [pin for pin in told if start - pin.end <= _LONE_REACH and pin.provisions[-1].startswith("pasal")]
    next_to = [pin for pin in near if _paragraph(pin) == value - 1 and not found["pointer"]]
    skipping = [pin for pin in near if 0 < value - _paragraph(pin) <= _MOST_SKIPPED]
    if not skipping:
        return None
    article = " ".join((next_to or skipping)[-1].provisions[-1].split()[:2])
    return PinCite(start=start, end=found.end(), provisions=(f"{article} ayat ({value})",), lone=True)


def _paragraph(pin: PinCite) -> int:
    """The number of the last paragraph that a pin cite names, 0 for none."""
    found = _PARAGRAPH.search(pin.provisions[-1])
    return int(found[1]) if found else 0


def _article(low: str, at: int) -> re.Match[str] | None:
    return ARTICLE.match(low, at) or AMENDING.match(low, at)


def _names_tax(low: str, start: int, article: str) -> bool:
    """Whether "Pasal 21" is the name of a tax here."""
    return article in TAX_ARTICLES and NO_ARTICLE.search(low, max(0, start - _TAX_REACH), start) is not None


def _part(low: str, at: int, found: list[Parts]) -> int:
    """Read "ayat (1)", "huruf a", "ke-1" directly behind the last provision; 0 where none stands."""
    at = SPACE.match(low, at).end()  # type: ignore[union-attr]  # matches the empty string
    if (bracketed := BRACKETED.match(low, at)) and list(found[-1])[-1] in {"pasal", "ayat"}:
        _add(found, "ayat", bracketed["value"])
        return bracketed.end()
    for level, pattern in PARTS.items():
        if part := pattern.match(low, at):
            _add(found, level, part["value"] or NUMERALS[part["numeral"]])
            return part.end()
    return 0


def _linked(low: str, at: int, found: list[Parts]) -> int:
    """Read a link and what it joins: an article, a part, or a bare value of a level; 0 for none."""
    link = LINK.match(low, at)
    if not link:
        return 0
    at = link.end()
    if article := _article(low, at):
        found.append({"pasal": _squeezed("pasal", article["value"])})
        return article.end("value")
    return _part(low, at, found) or _bare(low, at, found)


def _bare(low: str, at: int, found: list[Parts]) -> int:
    """Read a number or letter that goes on with the last provision or its article; 0 for none."""
    level = list(found[-1])[-1]
    if (near := NEXT.match(low, at)) and _counts_on(found[-1], level, int(near["value"])):
        _add(found, level, near["value"])
        return near.end()
    for name in dict.fromkeys((level, "ayat", "pasal")):
        pattern = BARE.get(name)
        if pattern and (name in found[-1]) and (bare := pattern.match(low, at)):
            _add(found, name, bare["value"])
            return bare.end()
    return 0


def _counts_on(last: Parts, level: str, value: int) -> bool:
    """Whether ``value`` counts on from the last article or paragraph."""
    before = int(re.sub(r"\D", "", last[level]) or 0)
    return before < value <= before + _NEAR.get(level, 0)


def _add(found: list[Parts], level: str, value: str) -> None:
    """Add a part to the last provision, or begin its next sibling where it has one of this level or below."""
    last = found[-1]
    value = _squeezed(level, value)
    if level not in last and (level in {"huruf", "angka"} or all(_below(level, name) for name in last)):
        last[level] = value
        return
    found.append({name: kept for name, kept in last.items() if _below(level, name)} | {level: value})


def _below(level: str, name: str) -> bool:
    return _ORDER.index(name) < _ORDER.index(level)


def _squeezed(level: str, value: str) -> str:
    """The article "27 a" as "27A" and "ii" as "II"; paragraphs and letters stay small."""
    value = "".join(value.split())
    return value.upper() if level == "pasal" else value


def _written(parts: Parts) -> str:
    return " ".join(_SHAPES.get(level, level + " {}").format(value) for level, value in parts.items())
