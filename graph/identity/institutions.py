"""Names of institutions: what of them says which one is meant, apart from where it works."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from extract.lexicon import read_words
from extract.naming.gazetteer import Level, ambiguous_names, longest_by_first_word, places_by_words, words_of
from extract.naming.institution_forms import known_forms
from graph.identity.areas import words_for
from graph.identity.naming import entity_id, identity_data, plain

_CACHED = 65_536  # names remembered; bounds memory, regional news repeats a few thousand
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_SHORTEST_ACRONYM = 2  # letters of one that an article explains; more than these
_ENOUGH_INITIALS = 4  # of words, whose letters are taken for a short form that no article explains
_LAYERS = 2  # short forms within long ones: "Mapolda X" is "Polda X", that is "Kepolisian Daerah X"
_NATIONAL = ("ministry", "national agency")
_GOVERNED = (Level.PROVINCE, Level.KABUPATEN, Level.KOTA)

Words = tuple[str, ...]
_ENDS = ((), ("ri",), ("republik",), ("pusat",))  # may follow an acronym that stands alone: "DPD RI", no "DPD Golkar"
COUNTRY = "indonesia"


@lru_cache(_CACHED)
def core_of(name: str, area: str) -> str:
    """What ``name`` says beside the ``area`` where the institution works: short forms written out, the area left out.

    >>> core_of("Satpol PP Kota Metro", "18.72"), core_of("DPRD Jatim", "35"), core_of("PT PLN (Persero)", "")
    ('satuan polisi pamong praja', 'dewan perwakilan rakyat daerah', 'pln')
    """
    words = _housed(_without_area(tuple(plain(_BRACKETED.sub(" ", name)).split()), area))
    left_out = _data().left_out
    for _ in range(_LAYERS):
        words = tuple(" ".join(_written_out(words)).split())
    words = tuple(word for word in words if word not in left_out)
    words = _without_country(words) if area in ("", COUNTRY) else words
    core = _replaced(" ".join(words) or plain(name))
    if core in _data().governments and area:
        return "pemerintah"
    core = _data().same.get(core, core)
    return _completed(core) if core in _starts() else core


@lru_cache(_CACHED)
def area_in(name: str) -> str:
    """The code of the province, kabupaten or kota that ``name`` names beyond doubt, "" if none.

    >>> area_in("Pemprov Jabar"), area_in("DPRD Kabupaten Bogor"), area_in("Polres Bogor"), area_in("Pemkot Bogor")
    ('32', '32.01', '', '32.71')
    """
    words = tuple(word for word in plain(_BRACKETED.sub(" ", name)).split() if word != "dan")
    implied = next((identity_data().implies[word] for word in words if word in identity_data().implies), "")
    found = {code for start in range(1, len(words)) if (code := _code_at(words, start, implied))}
    return found.pop() if len(found) == 1 else ""


def area_of_profile(id_: str, name: str, kind: str, area: str) -> str:
    """The area of an institution's profile, COUNTRY for one of the whole country, "" where it is not known.

    A profile that is bound to nothing, as its id says, is the country's: that is what its article told.
    """
    bound = area or is_the_countrys(name, kind) or id_ == entity_id(plain(name), "")
    return area or (COUNTRY if bound else "")


@lru_cache(_CACHED)
def is_the_countrys(name: str, kind: str) -> bool:
    """Whether an institution needs no region to be known by ``name`` all over the country."""
    words = tuple(plain(name).split())
    data = _data()
    if kind not in identity_data().local_kinds or plain(name) in identity_data().national:
        return not any(f"{plain(name)} ".startswith(f"{local} ") for local in data.local)
    if _without_country(words) != words:
        return True
    core = core_of(name, "")
    if core.partition(" ")[0] in data.universities:
        return True
    return core in data.national or any(core.endswith(f" {parent}") for parent in data.national_parents)


def is_apex(core: str) -> bool:
    """Whether every region and the country itself have an institution of this core."""
    return core in _data().apex


def acronyms(name: str, aliases: tuple[str, ...]) -> Iterator[str]:
    """The short forms of ``name``: made of its first letters, if it has many words or one of ``aliases`` is that."""
    words = (word for word in re.findall(r"\w+", _BRACKETED.sub(" ", name)) if word[0].isupper())
    initials = "".join(word[0] for word in words if word.casefold() not in _data().left_out)
    if len(initials) >= _ENOUGH_INITIALS:
        yield initials.casefold()
    for alias in aliases:
        for short in (alias, *re.findall(r"\(([^)]*)\)", alias)):
            letters = short.strip().upper()
            if short.isupper() and short.isalpha() and len(short) > _SHORTEST_ACRONYM and initials.startswith(letters):
                yield letters.casefold()


def _code_at(words: Words, start: int, implied: str) -> str:
    """The code of the one area whose name begins with word ``start``, the longest name first; "" if none."""
    level = words[start - 1] if words[start - 1] in identity_data().area_words else implied
    for size in range(longest_by_first_word().get(words[start], 0), 0, -1):
        name = words[start : start + size]
        if words[start : start + size + 1] in _lookalikes() or (name in ambiguous_names() and not level):
            return ""
        places = [p for p in places_by_words().get(name, ()) if p.level in _GOVERNED and level in ("", p.level)]
        if places:
            return places[0].code if len(places) == 1 else ""
    return ""


def _without_area(words: Words, area: str) -> Words:
    """``words`` without the name of ``area``: its official names, or the words it is known by."""
    elsewhere = (tuple(area.split()),) if area and area != COUNTRY and not area[:1].isdigit() else ()
    for name in words_for(area) or elsewhere:
        for start in range(len(words) - len(name), 0, -1):
            if words[start : start + len(name)] == name:
                return words[:start] + words[start + len(name) :]
    return words


def _housed(words: Words) -> Words:
    """``words`` without the building that stands for the institution: "Mabes Polri", "Kantor Dinas X"."""
    if len(words) > 1 and words[0] in _data().houses and (words[0] != "kantor" or words[1] in _data().housed):
        return words[1:]
    return words


def _replaced(core: str) -> str:
    """``core`` with the short forms of fields written out that only stand behind others: "dinas pupr"."""
    for short, long in _data().phrases.items():
        if f" {short} " in f" {core} ":
            core = f" {core} ".replace(f" {short} ", f" {long} ").strip()
    return core


def _completed(core: str) -> str:
    """The one known national institution whose name ``core`` begins: "badan gizi"; ``core`` where there are several."""
    found = _starts()[core]
    return next(iter(found)) if len(found) == 1 else core


@cache
def _starts() -> dict[str, frozenset[str]]:
    """Beginnings, of two words and more, of names of ministries and national agencies that are none themselves."""
    forms = [form for group in known_forms().values() for form in group if form.kind in _NATIONAL]
    names = {_short(plain(form.full or form.head)) for form in forms if form.full or form.tail in ("alone", "region")}
    found: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        for size in range(2, len(words)):
            found.setdefault(" ".join(words[:size]), set()).add(name)
    return {start: frozenset(whole) for start, whole in found.items() if start not in names}


def _short(name: str) -> str:
    words = tuple(word for word in name.split() if word not in _data().left_out)
    return _data().same.get(" ".join(words), " ".join(words))


def _without_country(words: Words) -> Words:
    """``words`` without the country behind them; "Bank Indonesia" and "Universitas Indonesia" keep it."""
    for last in _data().country:
        if len(words) > len(last) + (last == ("indonesia",)) and words[-len(last) :] == last:
            return words[: -len(last)]
    return words


def _written_out(words: Words) -> Iterator[str]:
    """``words`` with every short form of an institution written out."""
    forms, longest = _long_forms()
    done = 0
    while done < len(words):
        size = next((n for n in range(min(longest, len(words) - done), 0, -1) if words[done : done + n] in forms), 0)
        long, alone = forms.get(words[done : done + size], ("", False))
        if long and not (alone and words[done + size : done + size + 1] not in _ENDS):
            yield long
        else:
            size = 1
            yield _data().words.get(words[done], words[done])
        done += size


@cache
def _long_forms() -> tuple[dict[Words, tuple[str, bool]], int]:
    """The plain words of short forms, each with the long one and whether it stands alone; the most words of one."""
    rows = [form for group in known_forms().values() for form in group if form.full and "#" not in form.head]
    open_ = {form.head for form in rows if form.tail != "alone"}
    forms = {tuple(plain(r.head).split()): (plain(r.full), r.head not in open_ and r.head.isupper()) for r in rows}
    return forms, max(map(len, forms))


@cache
def _lookalikes() -> frozenset[Words]:
    """Words that hold the name of an area and name none: "Metro Jaya"."""
    return frozenset(map(words_of, read_words("region_lookalikes.txt")))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Institutions:
    left_out: frozenset[str]
    country: tuple[Words, ...]
    governments: frozenset[str]
    local: frozenset[str]
    apex: frozenset[str]
    national: frozenset[str]
    national_parents: tuple[str, ...]
    universities: frozenset[str]
    houses: frozenset[str]
    housed: frozenset[str]
    phrases: dict[str, str]
    words: dict[str, str]
    same: dict[str, str]


@cache
def _data() -> _Institutions:
    raw = tomllib.loads(files(__package__).joinpath("institutions.toml").read_text("utf-8"))
    lists = ("left_out", "governments", "local", "apex", "national", "universities", "houses", "housed")
    return _Institutions(
        **{name: frozenset(raw[name]) for name in lists},
        country=tuple(map(tuple, raw["country"])),
        national_parents=tuple(raw["national_parents"]),
        phrases=raw["phrases"],
        words=raw["words"],
        same=raw["same"],
    )
