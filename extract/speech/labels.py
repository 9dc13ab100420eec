"""Labels: what sources without a name are called, each by one label in an article."""

import re
from collections.abc import Iterable

from extract.speech.courts import BESIDE, OF_THE_COURT

_BRACKETS = re.compile(r"\s\([^()]*\)")
_WORD = re.compile(r"\w+")
_SHORT = {"jpu": "jaksa"}  # abbreviated posts of the court


def one_label_each(labels: Iterable[str]) -> dict[str, str]:
    """What each label is to be called: a source is the same whether "Polisi", "polisi" or "polisi (Polri)" speaks.

    Nor do "jaksa", "JPU" and "jaksa penuntut umum" differ. With "jaksa Kejari Metro" they do not where no other
    prosecutors speak; else that may be somebody else.

    >>> one_label_each(["?jaksa", "?Jaksa penuntut umum (JPU)", "?warga"])["?jaksa"]
    '?Jaksa penuntut umum'
    """
    written = {label: _BRACKETS.sub("", label) for label in labels}
    sources = {short: _source(short) for short in written.values()}
    for post in OF_THE_COURT:
        of_bodies = {source for source in sources.values() if _post(source) == post and source != post}
        if len(of_bodies) == 1:
            sources |= dict.fromkeys((short for short, source in sources.items() if source == post), *of_bodies)
    called: dict[str, str] = {}
    for short in sorted(written.values(), key=len, reverse=True):
        called.setdefault(sources[short], short)
    return {label: called[sources[short]] for label, short in written.items()}


def _source(label: str) -> str:
    """What two labels of one source have in common."""
    words, post = _WORD.findall(label.lower()), _post(label)
    return post if post in OF_THE_COURT and BESIDE.issuperset(words[1:]) else label.lower()


def _post(label: str) -> str:
    """The first word of a label, written out."""
    words = _WORD.findall(label.lower())
    return _SHORT.get(words[0], words[0]) if words else ""
