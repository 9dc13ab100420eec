"""W3C Web Annotations, one a line: who said it and about which rules, on the very words of the article.

The target is the article by its address. Each span of words is a target of its own: what is said of a statement holds
for each. A span is selected twice: by its words with those around them (``TextQuoteSelector``), as many as make it
the only place in the article, and by its place (``TextPositionSelector``) in the text of the article as Wartagraf
keeps it (``Article.text``, in Unicode characters), not in the page.
"""

import json
from collections.abc import Iterator
from importlib.metadata import version
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any, TextIO

from graph.exports.names import Names
from graph.exports.options import Options
from graph.exports.reading import GraphTables
from graph.exports.report import Report
from graph.exports.statements import Spoken, statements
from graph.speakers import source_words

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after; doubled until the place is the only one


def write_annotations(tables: GraphTables, out: TextIO, options: Options, report: Report) -> None:
    """Write an annotation a line for each statement, in the order of the articles."""
    names = Names(options.base)
    number = version("wartagraf")
    generator = {"id": f"{names.base}wartagraf/{number}", "type": "Software", "name": f"Wartagraf {number}"}
    for spoken, text in _with_texts(tables):
        annotation = {
            "@context": _CONTEXT,
            "id": names.node("annotation", spoken.id),
            "type": "Annotation",
            "motivation": ["identifying", "linking"],
            "generator": generator,
            "body": list(_bodies(spoken, names)),
            "target": list(_targets(spoken, text, names)),
        }
        out.write(json.dumps(annotation, ensure_ascii=False) + "\n")
        report.count("annotations")


def _with_texts(tables: GraphTables) -> Iterator[tuple[Spoken, str]]:
    """Each statement with the text of its article: both are sorted by article."""
    texts = tables.rows(f"SELECT id, text FROM {tables['Article']} ORDER BY id")
    for article, group in groupby(statements(tables), key=attrgetter("article")):
        text = next(text for id_, text in texts if id_ == article)
        for spoken in group:
            yield spoken, text


def _bodies(spoken: Spoken, names: Names) -> Iterator[dict[str, str]]:
    """The speaker, the rules and sanctions, and all of it in words."""
    yield {"type": "SpecificResource", "purpose": "identifying", "source": names.node("Statement", spoken.id)}
    if spoken.speaker:
        yield {"type": "SpecificResource", "purpose": "identifying", "source": names.node(*spoken.speaker)}
    for label, ids in (("Regulation", spoken.rules), ("Sanction", spoken.sanctions)):
        for id_ in ids:
            yield {"type": "SpecificResource", "purpose": "linking", "source": names.node(label, id_)}
            yield {"type": "TextualBody", "purpose": "tagging", "value": id_}
    who = ", ".join(filter(None, (source_words(spoken.speaker_name), spoken.post)))
    yield {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": f"{who}: {spoken.found}"}


def _targets(spoken: Spoken, text: str, names: Names) -> Iterator[dict[str, Any]]:
    source = names.node("Article", spoken.article, spoken.url)
    for start, end in list(pairwise(spoken.spans))[::2]:
        place = {"type": "TextPositionSelector", "start": start, "end": end}
        yield {"source": source, "selector": [quote_selector(text, start, end), place]}


def quote_selector(text: str, start: int, end: int) -> dict[str, str]:
    """The words from ``start`` to ``end`` with what stands around them, so that ``text`` has this only once.

    >>> quote_selector("Ia diam. Ia pergi.", 9, 11)
    {'type': 'TextQuoteSelector', 'exact': 'Ia', 'prefix': 'Ia diam. ', 'suffix': ' pergi.'}
    """
    around = _AROUND
    while True:
        low, high = max(0, start - around), min(len(text), end + around)
        first = text.find(text[low:high])
        if (low, high) == (0, len(text)) or text.find(text[low:high], first + 1) < 0:
            break
        around *= 2
    return {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[low:start],
        "suffix": text[end:high],
    }
