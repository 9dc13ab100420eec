"""Pairs: two offices joined before both names: "Bupati dan Wakil Bupati Kulon Amir dan Budi", "… Amir-Budi"."""

from collections.abc import Mapping, Set
from dataclasses import replace

from extract.naming.names import INSIDE_GAPS, degrees_end, name_end, skip_honorifics
from extract.naming.offices import Office
from extract.naming.posts import PostMention
from extract.naming.reading import Reading

HYPHENS = frozenset({"-", " - ", "–", " – "})


def joined_office(reading: Reading, office: Office, ended: Mapping[int, PostMention]) -> Office | None:
    """The office that "dan" or a hyphen joins before ``office``, in the same place.

    ``ended`` are the posts of the article by the word after them.
    """
    linked = reading.lower(office.start - 1) == "dan"
    i = office.start - linked
    gaps = {reading.gap(n) for n in range(i, office.start + 1)}
    if not gaps <= (INSIDE_GAPS if linked else HYPHENS):
        return None
    post = ended.get(i)
    if post is None:
        return None
    position = reading.text[reading.starts[post.start] : reading.ends[post.end - 1]]
    return replace(office, start=post.start, end=post.end, position=position, post=post)


def joined_name(reading: Reading, end: int, posts: Set[int]) -> int:
    """The first word of the name that "dan" or a hyphen joins to the name before word ``end``, or -1.

    ``posts`` are the words that belong to posts.
    """
    i = degrees_end(reading, end)
    if reading.lower(i) != "dan" and reading.gap(i) not in HYPHENS:
        return -1
    start, _ = skip_honorifics(reading, i + (reading.lower(i) == "dan"))
    return start if name_end(reading, start, posts) > start else -1
