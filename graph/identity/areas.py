"""Areas as identity compares them: by official code where it is known, else by their plain name."""

from functools import cache

from extract.naming.gazetteer import Words, official_places, places_by_words, words_of
from graph.identity.naming import plain

COUNTRY = "indonesia"


def area_of(name: str, code: str) -> str:
    """What tells an area: its code, or its plain name where it has none.

    >>> area_of("Kota Metro", "18.72"), area_of("Arab Saudi", ""), area_of("", "")
    ('18.72', 'arab saudi', '')
    """
    return code or plain(name)


def is_within(one: str, other: str) -> bool:
    """Whether one of two areas lies in the other by their codes, or is the other.

    >>> is_within("18.72", "18"), is_within("18", "18.72.01"), is_within("18.72", "18.71")
    (True, True, False)
    """
    return bool(one and other) and (one == other or one.startswith(f"{other}.") or other.startswith(f"{one}."))


@cache
def words_for(code: str) -> tuple[Words, ...]:
    """Every name of an official area as words, with its level and without, the longest first."""
    place = official_places().get(code)
    if place is None:
        return ()
    names = {words_of(place.name), *_short_names().get(code, ())}
    level = words_of(place.name)[:1]
    names |= {level + words for words in names if words[:1] != level}
    return tuple(sorted(names, key=lambda words: (-len(words), words)))


@cache
def only_area(words: Words) -> str:
    """The code of the one province, kabupaten or kota of this name, "" where there is none or several.

    >>> only_area(("jatim",)), only_area(("bogor",))
    ('35', '')
    """
    codes = {place.code for place in places_by_words().get(words, ()) if place.code in official_places()}
    return codes.pop() if len(codes) == 1 else ""


@cache
def _short_names() -> dict[str, tuple[Words, ...]]:
    found: dict[str, list[Words]] = {}
    for words, places in places_by_words().items():
        for place in places:
            found.setdefault(place.code, []).append(words)
    return {code: tuple(names) for code, names in found.items() if code}
