"""Pairs: two offices that "dan" joins before both names: "Bupati dan Wakil Bupati Kulon Amir dan Budi"."""

from collections.abc import Mapping, Set
from dataclasses import replace

from extract.naming.names import INSIDE_GAPS, degrees_end, name_end, skip_honorifics
from extract.naming.offices import Office
from extract.naming.posts import PostMention
from extract.naming.reading import Reading


def joined_office(reading: Reading, office: Office, ended: Mapping[int, PostMention]) -> Office | None:
    """The office that "dan" joins before ``office``, in the same place.

    ``ended`` are the posts of the article by the word after them.
    """
    i = office.start - 1
    if reading.lower(i) != "dan" or not {reading.gap(i), reading.gap(i + 1)} <= INSIDE_GAPS:
        return None
    post = ended.get(i)
    if post is None:
        return None
    position = reading.text[reading.starts[post.start] : reading.ends[post.end - 1]]
    return replace(office, start=post.start, end=post.end, position=position, post=post)


def joined_name(reading: Reading, end: int, posts: Set[int]) -> int:
    """The first word of the name that "dan" joins to the name before word ``end``, or -1.

    ``posts`` are the words that belong to posts.
    """
    i = degrees_end(reading, end)
    if reading.lower(i) != "dan":
        return -1
    start, _ = skip_honorifics(reading, i + 1)
    return start if name_end(reading, start, posts) > start else -1
