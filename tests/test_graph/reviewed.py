"""A small data folder to be reviewed: invented officials of invented towns, some of them hard to tell apart."""

import json
from pathlib import Path

from corpus import Article, Media, Page, Store, cleaner_version
from extract import Record, extractor_version
from extract.record import Entity, EntityType, Mention, MentionType, Mode, Role, Statement
from graph import building
from graph.engine import Graph
from graph.folder import GRAPH_FILE, JUDGEMENTS_FILE
from graph.summary import Summary
from graph.watching import unwatched

Pair = tuple[Article, Record]
KENARI, LADA, PINANG = "Kota Tanjung Kenari", "Kota Sungai Lada", "Kabupaten Bukit Pinang"


def spoken(  # noqa: PLR0917 - a table of them reads best so
    id_: str, name: str, position: str, region: str, words: str, date: str = "2023-01-02"
) -> Pair:
    """An article in which the holder of a post says something."""
    text = f"{region.upper()} – {position} {name} mengatakan {words}. Warga menyambut baik."
    begin, said = text.index(name), text.index(words)
    entities = (
        Entity(key="p", type=EntityType.PERSON, name=name, roles=(Role(position=position, region=region),)),
        Entity(key="r", type=EntityType.REGION, name=region),
    )
    mention = Mention(start=begin, end=begin + len(name), text=name, type=MentionType.PERSON, target="p")
    statement = Statement(
        speaker="p",
        speaker_name=name,
        mode=Mode.INDIRECT,
        cue=(text.index("mengatakan"), text.index("mengatakan") + len("mengatakan")),
        spans=((said, said + len(words)),),
    )
    record = Record(id=id_, entities=entities, mentions=(mention,), statements=(statement,))
    url = f"https://kabar.example/{id_}"
    return Article(id=id_, url=url, outlet="Kabar Lada", title=f"Soal {words}", date=date, text=text), record


# Two articles of one Hasan Tarwiyah; a namesake far away; two of whom only "Tarwiyah" is told, in his town: nobody
# can say who they are. Three articles of one Ratna, joined without asking.
OFFICIALS = (
    spoken("h1", "Hasan Tarwiyah", "Kepala Dinas Perhubungan", KENARI, "aturan harus ditaati", "2023-01-02"),
    spoken("h2", "Hasan Tarwiyah", "Kepala Dinas Perhubungan", KENARI, "parkir akan ditata", "2023-02-02"),
    spoken("n1", "Hasan Tarwiyah", "Camat", PINANG, "pasar dibuka", "2021-01-02"),
    spoken("t1", "Tarwiyah", "Kepala Dinas", KENARI, "halte diperbaiki", "2023-05-02"),
    spoken("t2", "Tarwiyah", "Sekretaris Daerah", KENARI, "halte dicat", "2024-05-02"),
    spoken("r1", "Ratna Widuri", "Kepala Dinas Kesehatan", LADA, "vaksin cukup", "2022-05-02"),
    spoken("r2", "Ratna Widhuri", "Sekretaris Daerah", LADA, "apel digelar", "2023-05-02"),
    spoken("r3", "Ratna", "Kepala Dinas Kesehatan", LADA, "dokter cukup", "2022-06-02"),
)


def put(store: Store, pair: Pair) -> None:
    """Keep an article with its record, as the stages before would have."""
    article, record = pair
    page = Page(source=article.id, raw=article.text.encode(), media=Media.TEXT)
    store.put_page(page)
    store.outcomes.put(page, article, cleaner_version())
    store.records.put(article.id, extractor_version(), record.to_json())


def officials_loaded(into: Path) -> Path:
    """``into`` with the articles on the officials and their graph."""
    with building.opened(into) as store:
        for pair in OFFICIALS:
            put(store, pair)
        store.commit()
    load(into)
    return into


def load(into: Path) -> Summary:
    """Build the graph of a folder, as `wartagraf load` does."""
    summary = Summary()
    with building.opened(into) as store:
        building.load_into(store, into, summary, workers=1, stage=unwatched)
    return summary


def speakers(into: Path) -> dict[str, frozenset[str]]:
    """The articles in which each person of the graph says something, by the id of the person."""
    query = "MATCH (p:Person)-[:SAID]->(:Statement)-[:REPORTED_IN]->(a:Article) RETURN p.id AS id, a.id AS article"
    found: dict[str, set[str]] = {}
    with Graph.open(into / GRAPH_FILE) as graph:
        for row in graph.run(query).dicts():
            found.setdefault(row["id"], set()).add(row["article"])
    return {id_: frozenset(articles) for id_, articles in found.items()}


def groups(into: Path) -> set[frozenset[str]]:
    """The articles of each person, whatever the ids are."""
    return set(speakers(into).values())


def speaker(into: Path, article: str) -> str:
    """The id of the person who speaks in ``article``."""
    return next(id_ for id_, articles in speakers(into).items() if article in articles)


def log(into: Path) -> list[dict[str, object]]:
    """The judgements of a folder, as they were written."""
    path = into / JUDGEMENTS_FILE
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []
