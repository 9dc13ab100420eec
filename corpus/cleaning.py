"""From a page to its article: one headline, one body, no boilerplate, or the reason why not."""

from functools import cache

from corpus.article import Article, Media, Page, Reason, Rejection, content_id, is_address
from corpus.body import body_lines
from corpus.boilerplate import without_boilerplate
from corpus.credits import signature
from corpus.datelines import find_dateline, with_dateline
from corpus.encoding import decode, looks_binary
from corpus.given import given_article
from corpus.metadata import Metadata, find_metadata
from corpus.paragraphs import is_prose, lines_of, words
from corpus.plaintext import read_export
from corpus.repeats import without_repeats
from corpus.versions import fingerprint
from corpus.webpage import is_listing, parse

# Fewer words of prose make no article: the shortest body of the page gold has 44 words, teasers of listings
# reach 30. Rerun score_pages.py and tests/test_corpus after a change.
LEAST_WORDS = 25


def clean(page: Page) -> Article | Rejection:
    """The article of ``page``, or why there is none.

    It depends on the page alone, never on pages cleaned before it.
    """
    if not page.raw.strip():
        return _rejection(page, Reason.EMPTY, "nothing in it; fetch or export it again")
    if page.media is Media.JSON:
        return given_article(page)
    if looks_binary(page.raw):
        return _rejection(page, Reason.BINARY, f"its bytes are no {page.media}; give the page itself")
    text = decode(page.raw, declared=page.media is Media.HTML, charset=page.charset)
    if text is None:
        return _rejection(page, Reason.ENCODING, "its characters are destroyed or unknown; save it as UTF-8")
    return _webpage(page, text) if page.media is Media.HTML else _export(page, text)


def _webpage(page: Page, text: str) -> Article | Rejection:
    tree = parse(text)
    if tree is None:
        return _rejection(page, Reason.NO_ARTICLE, "no HTML in it; name plain text .txt")
    facts = find_metadata(tree, address=page.source if is_address(page.source) else "")
    if is_listing(tree, facts):
        return _rejection(page, Reason.NO_ARTICLE, "a list of articles; collect the articles it links to")
    return _article(page, facts, body_lines(tree))


def _export(page: Page, text: str) -> Article | Rejection:
    export = read_export(lines_of(text))
    facts = Metadata(title=export.title, date=export.date, author=export.author, outlet=export.outlet)
    return _article(page, facts, list(export.lines))


def _article(page: Page, facts: Metadata, lines: list[str]) -> Article | Rejection:
    body = without_boilerplate(without_repeats(lines), title=facts.title, own=facts.peculiar.lines)
    signed = signature(body[-1]) if body else ""
    body = with_dateline(body[:-1] if signed else body)
    found = sum(len(words(line)) for line in body if is_prose(line))
    if found < LEAST_WORDS:
        lack = f"{found} words of prose, an article has {LEAST_WORDS} or more; give the page of a single article"
        return _rejection(page, Reason.NO_ARTICLE, lack)
    text = "\n".join(body)
    return Article(
        id=content_id((facts.url or facts.outlet).encode(), facts.title.encode(), text.encode()),
        url=facts.url,
        outlet=facts.outlet,
        title=facts.title,
        date=facts.date,
        published=facts.published,
        author=facts.author or signed,
        editor=facts.editor,
        section=facts.section,
        place=find_dateline(body[0], outlet=facts.peculiar).place,
        part=facts.part,
        text=text,
    )


def _rejection(page: Page, reason: Reason, detail: str) -> Rejection:
    return Rejection(source=page.source, reason=reason, detail=f"{page.source}: {detail}")


@cache
def cleaner_version() -> str:
    """Twelve hexadecimal digits that change with this package's code and data, or its page libraries.

    A page cleaned by another version is cleaned again.
    """
    return fingerprint("corpus", "trafilatura", "lxml")
