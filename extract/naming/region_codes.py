"""Official codes of the regions an article names: which of several areas of one name it means."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from extract.naming.gazetteer import Level, Place
from extract.naming.place_names import Hit

PROVINCE, TOWN = 2, 5  # characters of a code: "18" is Lampung, "18.72" Kota Metro, "18.72.01" a kecamatan of it


def codes_of(named: Iterable[tuple[Hit, str]]) -> dict[str, str]:
    """The Kemendagri code of each name that ``named`` gives its mentions; none where several areas may be meant.

    Of areas with one name ("Banjar" in two provinces, "Kecamatan Sukamaju" in many towns) the one counts that lies
    in a town the article names, else in a province it names, else in the province of such a town.
    """
    candidates: dict[str, set[str]] = {}
    for hit, name in named:
        candidates.setdefault(name, set()).update(place.code for place in hit.places if _is_called(place, name, hit))
    sure = {name: next(iter(codes)) for name, codes in candidates.items() if len(codes) == 1}
    told = ((name, _told(codes, sure)) for name, codes in candidates.items() if len(codes) > 1)
    return sure | {name: code for name, code in told if code}


def _is_called(place: Place, name: str, hit: Hit) -> bool:
    """Whether a place with a code has this name, in full or (a kecamatan only where nothing else has it) in short."""
    if not place.code or place.name == name:
        return bool(place.code)
    return place.short == name and (place.level is not Level.DISTRICT or hit.minor)


def _told(codes: Collection[str], sure: Mapping[str, str]) -> str:
    """The one code inside the nearest areas that hold any, or ""; a province is inside no other area."""
    if any(len(code) == PROVINCE for code in codes):
        return ""
    for areas in _around(sure.values()):
        if inside := [code for code in codes if code.startswith(areas)]:
            return inside[0] if len(inside) == 1 else ""
    return ""


def _around(codes: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Towns, provinces, and provinces of towns, as beginnings of the codes inside them."""
    known = set(codes)
    yield tuple(f"{code}." for code in known if len(code) == TOWN)
    yield tuple(f"{code}." for code in known if len(code) == PROVINCE)
    yield tuple({f"{code[:PROVINCE]}." for code in known})
