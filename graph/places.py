"""The region that a name means: in a question ("Metro", "Kab. Toba", "kabupaten-bogor") or in an article."""

from collections.abc import Iterable, Iterator, Sequence

from extract.naming.gazetteer import Level, Place, Words, official_places, places_by_words, region_code, words_of
from graph.identity.naming import named_id
from graph.rows import Row

_LEVELS = {
    **dict.fromkeys(("provinsi", "propinsi", "prov", "pemprov"), Level.PROVINCE),
    **dict.fromkeys(("kabupaten", "kab", "pemkab"), Level.KABUPATEN),
    **dict.fromkeys(("kota", "pemkot"), Level.KOTA),
}


def regions_called(name: str) -> tuple[Place, ...]:
    """The provinces, kabupaten and kota that ``name`` may mean, in order of their codes; none for an unknown one.

    Handles the official name, the bare name and its aliases, as words or as a slug, in any case; before them
    "Provinsi", "Prov.", "Kabupaten", "Kab." or "Kota" (with "Administrasi" or not), which tell the level, and
    "Pemerintah", "Pemprov", "Pemkab" or "Pemkot".

    >>> [place.name for place in regions_called("Kab. Toba")], [place.name for place in regions_called("bogor")]
    (['Kabupaten Toba'], ['Kabupaten Bogor', 'Kota Bogor'])
    """
    words = _without(words_of(name), "pemerintah")
    found = [place for place in official_places().values() if words_of(place.name) == words] or _known(words)
    if not found and words and (level := _LEVELS.get(words[0])):
        found = [place for place in _known(_without(words[1:], "administrasi")) if place.level is level]
    return tuple(sorted(found, key=lambda place: place.code))


def official_region(name: str, code: str) -> tuple[str, str]:
    """The official name and the code of a region that an article calls ``name`` and is known to be ``code``, or "".

    >>> official_region("Banjar", "63.03"), official_region("Kota Metro", ""), official_region("Bogor", "")
    (('Kabupaten Banjar', '63.03'), ('Kota Metro', '18.72'), ('Bogor', ''))
    """
    if place := official_places().get(code):
        return place.name, code
    if is_district(code):
        return f"Kecamatan {name.removeprefix('Kecamatan ')}", code
    return name, code or region_code(name)


def region_id(name: str, code: str) -> str:
    """The id of the region with this official name; several kecamatan bear one name, so their codes tell them apart.

    >>> region_id("Kota Metro", "18.72"), region_id("Kecamatan Metro Pusat", "18.72.01")
    ('kota-metro', 'kecamatan-metro-pusat-18-72-01')
    """
    return named_id(f"{name} {code}" if is_district(code) else name)


def regions_around(regions: Iterable[Sequence[str]]) -> Iterator[Row]:
    """The regions in which these lie (ids and codes), in turn those around them, and what lies in which."""
    waiting = sorted(map(tuple, regions))
    done = set(waiting)
    for id_, code in waiting:
        outer = official_places().get(code.rpartition(".")[0])
        if not outer:
            continue
        other = region_id(outer.name, outer.code)
        yield Row("PART_OF:Region:Region", (id_, other))
        if (other, outer.code) not in done:
            done.add((other, outer.code))
            waiting.append((other, outer.code))
            yield Row("Region", (other, outer.name, outer.code))


def is_district(code: str) -> bool:
    """Whether a code is a kecamatan's: several of them bear one name."""
    return code.count(".") > 1


def _known(words: Words) -> list[Place]:
    """The provinces, kabupaten and kota of this bare name."""
    return [place for place in places_by_words().get(words, ()) if place.code and place.level in _LEVELS.values()]


def _without(words: Words, first: str) -> Words:
    return words[1:] if words[:1] == (first,) else words
