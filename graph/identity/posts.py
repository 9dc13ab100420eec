"""Posts as identity compares them: written out, without the words that say how they are held."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extract.naming.posts import long_form
from graph.identity.weights import weights

_CACHED = 65_536  # posts remembered; regional news has a few thousand


@lru_cache(_CACHED)
def post_of(position: str) -> str:
    """``position`` in small letters, written out, without what says that it is past, wanted or held for another.

    >>> post_of("Plt. Walikota"), post_of("mantan Sekda"), post_of("Calon Bupati")
    ('wali kota', 'sekretaris daerah', 'calon bupati')
    """
    return " ".join(_manner().sub(" ", long_form(position)).split())


@lru_cache(_CACHED)
def is_exclusive(post: str) -> bool:
    """Whether nobody holds such a post, as ``post_of`` gives it, in two areas at a time."""
    return post in weights().exclusive


@lru_cache(_CACHED)
def is_of_the_state(post: str) -> bool:
    """Whether such a post is one of the country: president, minister, head of police."""
    return any(f"{post} ".startswith(f"{first} ") for first in weights().national)


@lru_cache(_CACHED)
def is_single(post: str) -> bool:
    """Whether a place has one holder of such a post at a time: its head."""
    return any(f"{post} ".startswith(f"{first} ") for first in weights().single)


@cache
def _manner() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_longest_first())})\b")


def _longest_first() -> Iterator[str]:
    yield from sorted(map(re.escape, weights().manner), key=len, reverse=True)
