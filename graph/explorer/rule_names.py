"""Rules by names that people read, made of their ids; a numbered rule is found by its name again."""

from functools import cache
from importlib.resources import files


def rule_name(identifier: str) -> str:
    """A rule as people cite it, in short.

    >>> rule_name("uu/2014/5"), rule_name("perda-provinsi-dki-jakarta/1998/10"), rule_name("se-gubernur-bali//7-SE")
    ('UU 5/2014', 'Perda Provinsi DKI Jakarta 10/1998', 'SE Gubernur Bali 7-SE')
    >>> rule_name("kuhp//"), rule_name("uud/1945/"), rule_name("~perda-ktr")
    ('KUHP', 'UUD 1945', 'Perda KTR (no number known)')
    """
    words, _, rest = identifier.removeprefix("~").removeprefix("other-").partition("/")
    year, _, number = rest.partition("/")
    called = (_written().get(word, word.capitalize()) for word in words.split("-"))
    numbered = "(no number known)" if identifier.startswith("~") else "/".join(filter(None, (number, year)))
    return " ".join(filter(None, (*called, numbered))) or identifier


@cache
def _written() -> dict[str, str]:
    """The words that are written in a way of their own, by their form in ids."""
    lines = files(__package__).joinpath("rule_words.txt").read_text("utf-8").split("\n")
    return {line.lower(): line for line in lines if line and not line.startswith("#")}
