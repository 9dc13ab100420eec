"""Capitals as the news writes them, for data sets that were put in lower case."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from extract.training.example import Labelled

SENTENCE = re.compile(r'(^["“]?|[.!?] ["“]?|["“])([a-z])')


def usual_casing(lines: Iterable[str]) -> dict[str, str]:
    """How each word that has a capital somewhere is written most often: "kpk" as "KPK"."""
    forms: dict[str, Counter[str]] = {}
    for line in lines:
        for word in line.split():
            if word[0].isupper():
                forms.setdefault(word.lower(), Counter())[word] += 1
    return {word: written.most_common(1)[0][0] for word, written in forms.items()}


def recased(example: Labelled, usual: Mapping[str, str]) -> Labelled:
    """The example with its labelled words as they are usually written, and capitals where sentences begin."""
    text = example.text
    for start, end, _ in example.spans:
        words = re.split(r"(\W+)", text[start:end])
        written = "".join(usual.get(word.lower(), word) if word[:1].isupper() else word for word in words)
        if len(written) == end - start:
            text = text[:start] + written + text[end:]
    text = SENTENCE.sub(lambda match: match[1] + match[2].upper(), text)
    return replace(example, text=text)
