"""Graphs to export: the small one, and one of words that break files written without care."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.article import Article
from extract.record import Entity, EntityType, Mode, Record, Role, Statement
from graph.exports import Options, Report, Selection, export_graph
from graph.loading import build_graph

Export = Callable[..., Path]

NASTY_NAME = '=HYPERLINK("http://jahat.example";"Surya <Kencana> & Anak")'
NASTY_WORDS = "-1+cmd|' /C calc'!A0 \"kutip\", \\ garis & <b>tebal</b> \x0b \U0001f600 akhir"
NASTY_TEXT = f"@awal Ia diam saja.\n{NASTY_WORDS}\nIa diam saja. Ia diam saja.\r\nSelesai."
NASTY_URL = 'https://kabar.example/a b?q="x"&r=<y>|{z}'


def _nasty(id_: str, url: str) -> tuple[Article, Record]:
    start = NASTY_TEXT.index(NASTY_WORDS)
    last = NASTY_TEXT.rindex("Ia diam saja")
    role = Role(position="+Kepala", institution="@Dinas <Uji>", region="Kota Uji")
    record = Record(
        id=id_,
        entities=(Entity(key="p", type=EntityType.PERSON, name=NASTY_NAME, roles=(role,)),),
        statements=(
            Statement(
                speaker="p",
                speaker_name=NASTY_NAME,
                mode=Mode.MIXED,
                spans=((start, start + len(NASTY_WORDS)), (last, last + len("Ia diam saja"))),
                confidence=0.1 + 0.2,
            ),
        ),
    )
    return Article(id=id_, url=url, title="=1+1", date="2024-02-29", text=NASTY_TEXT), record


@pytest.fixture(scope="session")
def nasty_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of two articles with one address and one without, in words made to break files."""
    path = tmp_path_factory.mktemp("nasty") / "graph.lbug"
    build_graph([_nasty("=a/1#?", NASTY_URL), _nasty("b%20", NASTY_URL), _nasty("c", "")], path)
    return path


@pytest.fixture(scope="session")
def empty_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of nothing."""
    path = tmp_path_factory.mktemp("nothing") / "graph.lbug"
    build_graph([], path)
    return path


@pytest.fixture(scope="session")
def export(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """Writes a graph in a format, and says where to."""

    def run(
        graph: Path, format_: str, suffix: str = "", *, selection: dict[str, object] | None = None, **options: object
    ) -> Path:
        output = tmp_path_factory.mktemp("export") / f"out{suffix}"
        chosen = Selection(**(selection or {}))  # type: ignore[arg-type]
        given = Options(**options) if options else None  # type: ignore[arg-type]
        report = export_graph(graph, format_, output, selection=chosen, options=given)
        assert isinstance(report, Report)
        return output

    return run


class NastyWords(NamedTuple):
    """What the articles of the graph at ``nasty_path`` hold."""

    text: str
    name: str


@pytest.fixture(scope="session")
def nasty_words() -> NastyWords:
    """What must come back from an export of it."""
    return NastyWords(NASTY_TEXT, NASTY_NAME)
