"""Labels: what sources without a name are called, each by one label in an article."""

import re
from collections.abc import Iterable

from extract.speech.courts import BESIDE, OF_THE_COURT

_BRACKETS = re.compile(r"\s\([^()]*\)")
_WORD = re.compile(r"\w+")
_SHORT = {"jpu": "jaksa"}  # abbreviated posts of the court


def one_label_each(labels: Iterable[str]) -> dict[str, str]:
    """What each label is to be called: a source is the same whether "Polisi", "polisi" or "polisi (Polri)" speaks.

    Nor do "jaksa", "JPU" and "jaksa penuntut umum" differ; "jaksa Kejari Metro" may be somebody else.

    >>> one_label_each(["?jaksa", "?Jaksa penuntut umum (JPU)", "?warga"])["?jaksa"]
    '?Jaksa penuntut umum'
    """
    written = {label: _BRACKETS.sub("", label) for label in labels}
    called: dict[str, str] = {}
    for short in sorted(written.values(), key=len, reverse=True):
        called.setdefault(_source(short), short)
    return {label: called[_source(short)] for label, short in written.items()}


def _source(label: str) -> str:
    """What two labels of one source have in common."""
    words = _WORD.findall(label.lower())
    post = _SHORT.get(words[0], words[0]) if words else ""
    return post if post in OF_THE_COURT and BESIDE.issuperset(words[1:]) else label.lower()
