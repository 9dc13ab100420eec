"""The region that a person means by a name: "Metro", "Lampung", "Kab. Toba", "kabupaten-bogor"."""

from extract.naming.gazetteer import Level, Place, Words, official_places, places_by_words, words_of

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


def _known(words: Words) -> list[Place]:
    """The provinces, kabupaten and kota of this bare name."""
    return [place for place in places_by_words().get(words, ()) if place.code and place.level in _LEVELS.values()]


def _without(words: Words, first: str) -> Words:
    return words[1:] if words[:1] == (first,) else words
