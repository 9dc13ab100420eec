"""What articles say of a profile: the sentence that names it, with the places of the name."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from corpus import Article, Store
from extract import Record, extractor_version
from extract.record import MentionType, Offsets
from graph.cast import Apart, Cast
from graph.identity.judgements import Side

_LONGEST = 400  # characters of a sentence that are shown: six lines of a terminal


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One article that names a profile.

    Attributes:
        article: Its id.
        title: Its headline, or "".
        outlet: Its paper, or "".
        date: Its day, or "".
        url: Its address, or "".
        sentence: The first sentence that names the profile, in one line; "" where only a post of somebody else does.
        marks: Places of the names within the sentence.
    """

    article: str
    title: str = ""
    outlet: str = ""
    date: str = ""
    url: str = ""
    sentence: str = ""
    marks: tuple[Offsets, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The same as one JSON object."""
        return asdict(self)


class Witness:
    """Reads what articles say from the store of a data folder.

    ``apart`` are the appearances that people had taken out of their profiles when the graph was built.
    """

    def __init__(self, store: Store, apart: Iterable[Apart] = ()) -> None:
        self._store = store
        self._apart = frozenset(apart)
        self._version = extractor_version()

    def tell(self, profile: str, articles: Iterable[str]) -> Iterator[Evidence]:
        """What each of ``articles`` says of ``profile``; an article that is no longer in the store is left out."""
        for article, record in self._read(articles):
            yield evidence_in(article, record, profile, self._apart)

    def side(self, profile: str, articles: Iterable[str]) -> Side:
        """``profile`` as a judgement names it: by one mention in the first of ``articles`` that has it."""
        for article, record in self._read(articles):
            if found := side_in(article, record, profile, self._apart):
                return found
        return Side(profile=profile)

    def _read(self, articles: Iterable[str]) -> Iterator[tuple[Article, Record]]:
        for id_ in articles:
            article = self._store.article(id_)
            row = self._store.records.get(id_, self._version)
            if article and row is not None:
                yield article, Record.from_json(row)


def evidence_in(article: Article, record: Record, profile: str, apart: frozenset[Apart] = frozenset()) -> Evidence:
    """What ``article`` says of ``profile``: the sentence that names it first, else the first with words of its."""
    places = _places(record, _keys(article, record, profile, apart))
    sentence, marks = _sentence(article.text, places) if places else ("", ())
    return Evidence(
        article=article.id,
        title=article.title,
        outlet=article.outlet,
        date=article.date,
        url=article.url,
        sentence=sentence,
        marks=marks,
    )


def side_in(article: Article, record: Record, profile: str, apart: frozenset[Apart] = frozenset()) -> Side | None:
    """``profile`` by its first mention in ``article`` and its name there; None where it is not named."""
    keys = _keys(article, record, profile, apart)
    entity = next((entity for entity in record.entities if entity.key in keys), None)
    if entity is None:
        return None
    start, end = next(iter(_places(record, keys)), (0, 0))
    return Side(profile=profile, article=article.id, start=start, end=end, name=entity.name)


def _keys(article: Article, record: Record, profile: str, apart: frozenset[Apart]) -> set[str]:
    """The keys that the record of ``article`` has for ``profile``."""
    cast = Cast(article, record, apart)
    return {key for key, member in cast.by_key.items() if member.id == profile}


def _places(record: Record, keys: Container[str]) -> list[Offsets]:
    """Where the article names the entities of these keys, else where it tells what they said."""
    named = (m for m in record.mentions if m.target in keys and m.type is not MentionType.REFERENCE)
    heard = (s.source or s.spans[0] for s in record.statements if s.speaker in keys)
    return sorted((m.start, m.end) for m in named) or sorted(heard)


def _sentence(text: str, places: Sequence[Offsets]) -> tuple[str, tuple[Offsets, ...]]:
    """The sentence of the first of ``places``, cut around it where it is long, and all of them that lie in it."""
    from extract.speech.sentences import find_sentences  # noqa: PLC0415 - takes its time, other commands do without

    first = places[0]
    start, end = next((s for s in find_sentences(text) if s[0] <= first[0] < s[1]), first)
    start, end = _cut(start, end, first)
    inside = [(a - start, b - start) for a, b in places if start <= a and b <= end]
    return text[start:end].replace("\n", " "), tuple(inside)


def _cut(start: int, end: int, first: Offsets) -> Offsets:
    """The same stretch, or as much of it around ``first`` as can be shown."""
    if end - start <= _LONGEST:
        return start, max(end, first[1])
    begin = max(start, first[0] - _LONGEST // 2)
    return begin, max(first[1], min(end, begin + _LONGEST))
