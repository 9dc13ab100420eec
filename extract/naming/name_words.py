"""Single words: whether they are known from names of persons, or mostly are something else."""

import re
from functools import cache

from extract.lexicon import read_words

VERB = re.compile(r"(?:di|me[mn]|meng|meny)\w{3,}(?:kan|i)|me(?:mp|mb|nd|nt|nj|nc|ng[aeiou]|ny[aeiou])\w{3,}")
DOER = re.compile(r"pe(?:ng[aghiou]|ny[aeou]|m[bp])\w{4,}|di(?:mo|pe|ke|se|te)\w{5,}")  # "Pengunggah", "Dimoratorium"


def is_name_word(word: str) -> bool:
    """Whether ``word`` is known as a part of personal names."""
    return word.lower() in read_words("person_names.txt")


def is_other_word(word: str) -> bool:
    """Whether ``word``, written with a capital, mostly is no name: a common word, a month, a brand, a field of work."""
    return is_common_word(word) or word.lower() in _other_names()


def is_common_word(word: str) -> bool:
    """Whether ``word`` mostly is a common word, with its suffixes, or never part of a name."""
    lower = word.lower()
    common = read_words("person_other_words.txt")
    if lower in common or lower in read_words("person_stop_words.txt"):
        return True
    if lower in read_words("person_names.txt"):
        return False
    suffixed = any(lower.endswith(end) and lower[: -len(end)] in common for end in ("nya", "lah"))
    return suffixed or bool(VERB.fullmatch(lower) or DOER.fullmatch(lower))


@cache
def _other_names() -> frozenset[str]:
    return read_words("person_other_names.txt") | field_words()


@cache
def field_words() -> frozenset[str]:
    """The words in lower case that say what an agency or a post is for, those known as names apart."""
    fields = read_words("institution_fields.txt") | read_words("office_fields.txt")
    return frozenset(map(str.lower, fields)) - read_words("person_names.txt")
