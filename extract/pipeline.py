"""The whole of extraction: one spaCy pipeline a process, from an article to its record.

spaCy takes about a second to import, so it is imported with the first pipeline: who only asks does not wait.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import corpus
from corpus import (
    Article,
    Failure,
    Media,
    Page,
    Reason,
    Rejection,
    fingerprint,
    ordered_map,
    read_sources,
)
from corpus.given import given_article
from corpus.rings import without_rings
from extract.record import Mention, MentionType, Record, SanctionUse

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENTS = ("guesses", "regions", "institutions", "persons", "regulations", "sanctions", "statements")


def load_pipeline() -> "Language":
    """A new Indonesian spaCy pipeline with our components, ready for text; it needs no network.

    >>> nlp = load_pipeline()
    >>> doc = nlp("“Jangan buang sampah,” kata Wali Kota Rantau Seberang Budi Hartawan.")
    >>> [statement.speaker_name for statement in doc._.statements]
    ['Budi Hartawan']
    """
    from extract import model  # noqa: PLC0415 - see above

    nlp = model.load_model()
    from extract import components  # noqa: PLC0415 - behind the model, which imports spaCy without its command line

    components.declare_attributes()
    for name in COMPONENTS:
        nlp.add_pipe(f"wartagraf_{name}")
    return nlp


def extract_record(article: Article) -> Record:
    """What ``article`` says: entities, mentions, rules, sanctions and statements, with their places."""
    nlp = _pipeline()
    doc = nlp.make_doc(article.text)
    doc._.title, doc._.outlet, doc._.date, doc._.whole_text = article.title, article.outlet, article.date, article.text
    return _record(article.id, nlp(doc))


def extract_records(articles: Iterable[Article], *, workers: int = 1) -> Iterator[tuple[Article, Record | Failure]]:
    """The record of every article, in the order of ``articles``, made by ``workers`` processes.

    An article that cannot be read gives a ``Failure`` with the reason, and the rest goes on.
    """
    return ordered_map(extract_record, articles, workers=workers, start=_warm_up)


def extract_file(path: Path, *, workers: int = 1) -> Iterator[Record | Rejection]:
    """The record of every article of a JSON Lines file, in order; a ``Rejection`` where there is none."""
    for item, result in ordered_map(_extract_line, read_sources([path]), workers=workers, start=_warm_up):
        if isinstance(result, Failure):
            detail = f"{item.source}: extraction failed ({result.message}); report this article"
            yield Rejection(source=item.source, reason=Reason.FAILED, detail=detail)
        else:
            yield result


@cache
def extractor_version() -> str:
    """A short fingerprint of the code and the lexicons: records made by another version are made anew."""
    return fingerprint("extract", "spacy")


@cache
def _pipeline() -> "Language":
    return load_pipeline()


def _warm_up() -> None:
    """Load the pipeline; all of it stays, so nobody need look for garbage meanwhile."""
    with without_rings():
        _pipeline()


def _extract_line(item: Page | Rejection) -> Record | Rejection:
    article = _article(item) if isinstance(item, Page) else item
    return extract_record(article) if isinstance(article, Article) else article


def _article(page: Page) -> Article | Rejection:
    """The article of a page; what cleans web pages takes its time to import and is not needed for ready-made ones."""
    return given_article(page) if page.media is Media.JSON else corpus.clean(page)


def _record(article_id: str, doc: "Doc") -> Record:
    mentions: tuple[Mention, ...] = tuple(sorted(doc._.mentions, key=lambda m: (m.start, m.end, m.type)))
    sanctions = (m for m in mentions if m.type is MentionType.SANCTION)
    return Record(
        id=article_id,
        entities=doc._.entities,
        mentions=mentions,
        regulations=doc._.regulations,
        sanctions=tuple(dict.fromkeys(SanctionUse(kind=m.target, detail=m.detail) for m in sanctions)),
        statements=doc._.statements,
    )
