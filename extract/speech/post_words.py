"""Posts as words: whether "Sekda" or "Kapolres" is the post an entity holds."""

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from extract.lexicon import read_tsv
from extract.record import Role
from extract.speech.small_words import phrase_words

WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def post_words(text: str) -> tuple[str, ...]:
    """The words that tell which post is meant: in lower case, short forms written out, empty ones left out.

    >>> post_words("Sekda Kota Sukamaju")
    ('sekretaris', 'daerah', 'sukamaju')
    """
    long = _long_forms()
    text = text.lower()
    for phrase, meant in _phrases():
        text = text.replace(phrase, meant)
    words = (whole for word in WORD.findall(text) for whole in long.get(word, (word,)))
    return tuple(word for word in words if word not in phrase_words("empty"))


@cache
def relation_words() -> tuple[str, ...]:
    """Posts that may name a client before their holder, in lower case: ``pengacara``, ``kuasa hukum``."""
    rows = read_tsv("posts.tsv", "surface", "long", "kind", "body")
    return tuple(row["surface"].lower() for row in rows if row["kind"] == "relation")


def holds(role: Role, words: Collection[str], places: Collection[str]) -> bool:
    """Whether words that name a post name this role: its position in full, and nothing the role lacks.

    Args:
        role: A post as the article gives it.
        words: ``post_words`` of the phrase.
        places: Words of regions and institutions, which the phrase may leave out ("Kapolres" for the
            post "Kapolres Sukamaju").
    """
    acting = phrase_words("acting")
    position = set(post_words(role.position))
    around = position | acting | set(post_words(f"{role.institution} {role.region}"))
    needed = position - acting - set(places)
    return bool(needed) and needed <= set(words) <= around


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """Posts of several words and what else they are called."""
    return tuple((wording, words) for wording, words in _wordings() if " " in wording)


@cache
def _long_forms() -> Mapping[str, tuple[str, ...]]:
    """Short posts of one word and what they stand for."""
    forms = dict(_wordings())
    for row in read_tsv("post_spellings.tsv", "short", "long"):
        forms.setdefault(row["short"], row["long"])
    for row in read_tsv("posts.tsv", "surface", "long", "kind", "body"):
        forms.setdefault(row["surface"].lower(), row["long"].lower())
    return {short: tuple(WORD.findall(long)) for short, long in forms.items() if " " not in short}


def _wordings() -> tuple[tuple[str, str], ...]:
    rows = read_tsv("post_wordings.tsv", "wording", "words")
    return tuple((row["wording"], row["words"]) for row in rows)
