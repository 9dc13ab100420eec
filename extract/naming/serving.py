"""Serving: posts of who serves somebody, beside whom both names stand: "ajudan Bupati Kulon bernama Amir"."""

from collections.abc import Mapping, Set
from dataclasses import replace

from extract.naming.names import INSIDE_GAPS, name_end
from extract.naming.offices import Office
from extract.naming.posts import Kind, PostMention
from extract.naming.reading import Reading

SERVANTS = frozenset({"Staf Khusus", "Sekretaris Pribadi", "Supir", "Supir Pribadi", "Sopir Pribadi"})
ONCE = frozenset({("saat", "menjadi"), ("ketika", "menjadi"), ("saat", "menjabat"), ("ketika", "menjabat")})
NAMED = frozenset({"bernama", "yakni", "yaitu"})
OTHER = frozenset({"lain", "lainnya"})  # "pengacara Amir lainnya, Budi Lubis"


def serves(office: Office) -> bool:
    """Whether a name behind the office may be of who is served by its holder: ``pengacara Amir``."""
    bare = office.institution is None and office.region is None
    servant = not SERVANTS.isdisjoint((office.position, office.post.post.long))
    return office.post.post.kind is Kind.RELATION or (bare and servant)


def servant_of(reading: Reading, office: Office, linked: str, ended: Mapping[int, PostMention]) -> Office:
    """The post of who serves the office, where a word names its holder: ``ajudan Bupati Kulon bernama Amir``.

    Handles ``ajudannya saat menjadi Bupati, yakni Amir`` too.

    Args:
        reading: The article.
        office: The office.
        linked: The last of the words that link the office to a name behind it.
        ended: The posts of the article by the word after them.
    """
    once = (reading.lower(office.start - 2), reading.lower(office.start - 1)) in ONCE
    post = ended.get(office.start - 2 * once)
    if linked not in NAMED or post is None or post.post.kind is not Kind.RELATION:
        return office
    begin, end = reading.starts[post.start], reading.ends[office.post.end - 1]
    if once:
        end = reading.ends[post.end - 1]
        office = replace(office, institution=None, region=None)
    position = " ".join(reading.text[begin:end].split()).removesuffix("nya")
    return replace(office, start=post.start, position=position, post=post)


def served_by(reading: Reading, office: Office, ended: Mapping[int, PostMention]) -> Office | None:
    """The post of who serves the holder of the office, where one stands before it: ``ajudan Bupati Kulon, Amir``."""
    post = ended.get(office.start)
    if post is None or post.post.kind is not Kind.RELATION or reading.gap(office.start) not in INSIDE_GAPS:
        return None
    words = reading.text[reading.starts[post.start] : reading.ends[post.end - 1]]
    return replace(office, start=post.start, position=" ".join((*words.split(), office.position)), post=post)


def servant_behind(reading: Reading, i: int, posts: Set[int]) -> int:
    """The first word of the other name that follows a client's at word ``i``, or -1.

    Handles ``pengacara Amir (yang lain), Budi Lubis``, ``sopir Amir bernama Budi``; ``posts`` are the words that belong
    to posts.
    """
    other = i + (reading.lower(i) == "yang")
    if reading.lower(other) in OTHER and reading.gap(i) in INSIDE_GAPS:
        i = other + 1
    end = name_end(reading, i, posts)
    if reading.lower(i) == "bernama" and reading.gap(i) in INSIDE_GAPS:
        return i + 1 if name_end(reading, i + 1, posts) > i + 1 else -1
    if reading.gap(i) != ", " or end == i:
        return -1
    alone = reading.gap(end) == ", " and not reading.capital(end) and reading.lower(end) not in ("dan", "serta")
    alone = alone or reading.gap(end)[:1] in (".", "\n") or "\n" in reading.gap(end)
    return i if end > i + 1 or alone else -1
