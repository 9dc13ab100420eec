"""Articles that come ready-made, as objects of a JSON Lines file."""

import json
import re
from dataclasses import astuple, replace
from typing import Any

from corpus.article import Article, Page, Reason, Rejection, content_id, host_of
from corpus.dates import iso_day
from corpus.encoding import decode

_SURROGATE = re.compile("[\ud800-\udfff]")


def given_article(page: Page) -> Article | Rejection:
    """The article of one JSON object: its ``id`` and ``text`` as given, its ``date`` as an ISO day.

    Without an ``id`` one is made from address, title and text. Dates with numbers alone are read month first
    ("10/22/2025 10:25"), as the files that have them write them; what is no date becomes "".
    """
    text = decode(page.raw, verbatim=True)
    if text is None:
        return _malformed(page, "it is not UTF-8; save the file as UTF-8 and read it again", Reason.ENCODING)
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        return _malformed(page, f"not a JSON object ({error}); mend or delete this line")
    if not isinstance(row, dict):
        return _malformed(page, f"a JSON {type(row).__name__} where an object with id and text is expected")
    return _article(page, row)


def _article(page: Page, row: dict[str, Any]) -> Article | Rejection:
    if "text" not in row:
        return _malformed(page, f'no "text" among its fields ({", ".join(row) or "none"}); name the body "text"')
    given_id = row.get("id", "")
    if given_id is None:
        given_id = ""
    elif isinstance(given_id, int) and not isinstance(given_id, bool):
        given_id = str(given_id)
    try:
        article = Article.from_json({**row, "id": given_id})
    except TypeError as error:
        return _malformed(page, f"{error}; write it as a string")
    if not article.text.strip():
        return _malformed(page, '"text" is empty, so there is nothing to read', Reason.EMPTY)
    if _SURROGATE.search("".join(astuple(article))):
        return _malformed(page, "it holds half a character (a lone surrogate); export it again", Reason.ENCODING)
    own_id = article.id or content_id(*(part.encode() for part in (article.url, article.title, article.text)))
    return replace(
        article,
        id=own_id,
        outlet=article.outlet or host_of(article.url),
        date=iso_day(article.date, month_first=True),
    )


def _malformed(page: Page, detail: str, reason: Reason = Reason.MALFORMED) -> Rejection:
    return Rejection(source=page.source, reason=reason, detail=f"{page.source}: {detail}")
