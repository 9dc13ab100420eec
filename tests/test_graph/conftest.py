"""A small graph of invented people in invented towns, made from records written by hand."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from corpus.article import Article
from extract.record import (
    Act,
    Entity,
    EntityType,
    How,
    Mark,
    MentionType,
    Modality,
    Mode,
    Penalty,
    Record,
    RegulationUse,
    Role,
    SanctionStatus,
    SanctionUse,
    Statement,
)
from extract.rules.registry import KnownRule
from graph.engine import Graph
from graph.errors import ServerMissingError
from graph.loading import build_graph
from graph.neo4j.server import Server, running_server
from tests.conftest import skip_or_fail
from tests.test_graph.browsing import launched, visiting
from tests.test_graph.mentions import at, mention

Pair = tuple[Article, Record]

SARMILA_TEXT = (
    "SUNGAI LADA – Ketua Bawaslu Kota Sungai Lada Sarmila Dewanti mengingatkan seluruh aparatur agar netral.\n"
    '"ASN yang melanggar UU Nomor 5 Tahun 2014 pasal 2 dapat dikenai teguran tertulis," kata Sarmila. '
    '"Kami menunggu laporan warga," tambahnya.\n'
    "Seorang warga mengaku belum pernah melihat sosialisasi aturan itu."
)
HASAN_TEXT = (
    "Penjabat Wali Kota Tanjung Kenari Hasan meminta pegawai menaati PP Nomor 94 Tahun 2021.\n"
    "Menurut Hasan, pelanggar UU ASN terancam pemberhentian tidak dengan hormat.\n"
    "Pemerintah kota akan menggelar apel setiap pekan sampai pemilihan selesai."
)
OTHER_HASAN_TEXT = (
    "Kepala Dinas Perhubungan Kabupaten Bukit Pinang Hasan menegaskan parkir liar akan ditindak "
    "sesuai PP Nomor 94 Tahun 2021."
)


def sarmila(id_: str = "sarmila", date: str = "2023-09-01") -> Pair:
    """The chair of an election supervisor on neutrality, and an unnamed citizen."""
    text = SARMILA_TEXT
    role = Role(position="Ketua", institution="Bawaslu Kota Sungai Lada", region="Kota Sungai Lada")
    split = (
        at(text, "ASN yang melanggar UU Nomor 5 Tahun 2014 pasal 2 dapat dikenai teguran tertulis"),
        at(text, "Kami menunggu laporan warga"),
    )
    record = Record(
        id=id_,
        entities=(
            Entity(key="e1", type=EntityType.PERSON, name="Sarmila Dewanti", roles=(role,)),
            Entity(key="e2", type=EntityType.INSTITUTION, name="Bawaslu Kota Sungai Lada", kind="election body"),
            Entity(key="e3", type=EntityType.REGION, name="Kota Sungai Lada"),
        ),
        mentions=(
            mention(text, "Sarmila Dewanti", MentionType.PERSON, "e1"),
            mention(
                text,
                "UU Nomor 5 Tahun 2014",
                MentionType.REGULATION,
                "uu/2014/5",
                how=How.EXPLICIT,
                provisions=("pasal 2",),
            ),
            mention(text, "teguran tertulis", MentionType.SANCTION, "teguran-tertulis"),
        ),
        regulations=(RegulationUse(id="uu/2014/5", provisions=("pasal 2",)),),
        sanctions=(SanctionUse(kind="teguran-tertulis"),),
        statements=(
            Statement(
                speaker="e1",
                speaker_name="Sarmila Dewanti",
                mode=Mode.DIRECT,
                cue=at(text, "kata"),
                source=at(text, "Sarmila", 2),
                spans=split,
                regulations=("uu/2014/5",),
                sanctions=("teguran-tertulis",),
                confidence=0.9,
                act=Act.ANNOUNCES_SANCTION,
                act_at=at(text, "dikenai teguran tertulis"),
                modality=(Mark(kind=Modality.POSSIBLE, start=at(text, "dapat")[0], end=at(text, "dikenai")[1]),),
            ),
            Statement(
                speaker="",
                speaker_name="?Seorang warga",
                mode=Mode.INDIRECT,
                cue=at(text, "mengaku"),
                source=at(text, "Seorang warga"),
                spans=(at(text, "belum pernah melihat sosialisasi aturan itu"),),
                regulations=("uu/2014/5",),
                confidence=0.6,
                modality=(Mark(kind=Modality.NEGATED, start=at(text, "belum")[0], end=at(text, "belum")[1]),),
            ),
        ),
    )
    article = Article(
        id=id_,
        url=f"https://kabar.example/{id_}",
        outlet="Kabar Lada",
        title="Bawaslu ingatkan aparatur",
        date=date,
        author="Redaksi",
        text=text,
    )
    return article, record


def hasan() -> Pair:
    """An acting mayor with a name of one word."""
    text = HASAN_TEXT
    role = Role(position="Penjabat Wali Kota", region="Kota Tanjung Kenari")
    record = Record(
        id="hasan",
        entities=(
            Entity(key="p", type=EntityType.PERSON, name="Hasan", roles=(role,)),
            Entity(key="r", type=EntityType.REGION, name="Kota Tanjung Kenari"),
        ),
        mentions=(
            mention(text, "PP Nomor 94 Tahun 2021", MentionType.REGULATION, "pp/2021/94", how=How.EXPLICIT),
            mention(text, "UU ASN", MentionType.REGULATION, "uu/2014/5", how=How.NICKNAME, in_force=False),
            mention(
                text,
                "pemberhentian tidak dengan hormat",
                MentionType.SANCTION,
                "pemberhentian",
                detail="tidak dengan hormat",
                penalty=Penalty(status=SanctionStatus.THREATENED, degree="berat", regulation="uu/2014/5"),
            ),
        ),
        regulations=(RegulationUse(id="pp/2021/94"), RegulationUse(id="uu/2014/5")),
        sanctions=(SanctionUse(kind="pemberhentian", detail="tidak dengan hormat"),),
        statements=(
            Statement(
                speaker="p",
                speaker_name="Hasan",
                mode=Mode.INDIRECT,
                cue=at(text, "meminta"),
                spans=(at(text, "pegawai menaati PP Nomor 94 Tahun 2021"),),
                regulations=("pp/2021/94",),
                act=Act.URGES,
                act_at=at(text, "meminta"),
            ),
            Statement(
                speaker="p",
                speaker_name="Hasan",
                mode=Mode.INDIRECT,
                cue=at(text, "Menurut"),
                spans=(at(text, "pelanggar UU ASN terancam pemberhentian tidak dengan hormat"),),
                regulations=("uu/2014/5",),
                sanctions=("pemberhentian",),
            ),
        ),
    )
    article = Article(
        id="hasan",
        url="https://warta.example/hasan",
        outlet="Warta Kenari",
        title="Pj Wali Kota minta pegawai taat",
        date="2024-03-05",
        text=text,
    )
    return article, record


def other_hasan() -> Pair:
    """A head of department elsewhere, of the same name; his article has neither outlet nor date."""
    text = OTHER_HASAN_TEXT
    name = "Dinas Perhubungan Kabupaten Bukit Pinang"
    role = Role(position="Kepala", institution=name)
    record = Record(
        id="hasan-2",
        entities=(
            Entity(key="p", type=EntityType.PERSON, name="Hasan", roles=(role,)),
            Entity(key="i", type=EntityType.INSTITUTION, name=name, kind="regional agency"),
            Entity(key="r", type=EntityType.REGION, name="Kabupaten Bukit Pinang"),
        ),
        mentions=(mention(text, "PP Nomor 94 Tahun 2021", MentionType.REGULATION, "pp/2021/94", how=How.EXPLICIT),),
        regulations=(RegulationUse(id="pp/2021/94", revokes=("pp/2010/53",)),),
        statements=(
            Statement(
                speaker="p",
                speaker_name="Hasan",
                mode=Mode.INDIRECT,
                cue=at(text, "menegaskan"),
                spans=(at(text, "parkir liar akan ditindak sesuai PP Nomor 94 Tahun 2021"),),
                regulations=("pp/2021/94",),
            ),
        ),
    )
    return Article(id="hasan-2", title="Parkir liar ditindak", text=text), record


RULES = (
    KnownRule(
        id="uu/2014/5",
        title="Aparatur Sipil Negara",
        nicknames=("asn",),
        in_force_from="2014-01-15",
        in_force_until="2023-10-31",
        checked="test",
    ),
    KnownRule(
        id="uu/2023/20",
        title="Aparatur Sipil Negara",
        in_force_from="2023-10-31",
        revokes=("uu/2014/5",),
        checked="test",
    ),
    KnownRule(
        id="pp/2021/94",
        title="Disiplin Pegawai Negeri Sipil",
        in_force_from="2021-08-31",
        revokes=("pp/2010/53",),
        checked="test",
    ),
    KnownRule(id="uu/1999/40", title="Pers", revokes=("uu/1966/11",), checked="test"),
)


@pytest.fixture(scope="session")
def small_registry() -> dict[str, KnownRule]:
    """A registry of three rules around those that the small graph cites, and one that has nothing to do with them."""
    return {rule.id: rule for rule in RULES}


@pytest.fixture(scope="session")
def small_corpus() -> list[Pair]:
    """Four articles: a supervisor, her article once more a day later, and two men called Hasan."""
    return [sarmila(), sarmila("sarmila-again", "2023-09-02"), hasan(), other_hasan()]


@pytest.fixture(scope="session")
def small_path(
    tmp_path_factory: pytest.TempPathFactory, small_corpus: list[Pair], small_registry: dict[str, KnownRule]
) -> Path:
    """The file of the small graph; read it, do not write it."""
    path = tmp_path_factory.mktemp("small") / "graph.lbug"
    build_graph(small_corpus, path, registry=small_registry)
    return path


@pytest.fixture(scope="session")
def small_graph(small_path: Path) -> Iterator[Graph]:
    """The small graph, open."""
    with Graph.open(small_path) as graph:
        yield graph


@pytest.fixture(scope="session")
def empty_graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    """A graph of nothing, open."""
    path = tmp_path_factory.mktemp("empty") / "graph.lbug"
    build_graph([], path)
    with Graph.open(path) as graph:
        yield graph


@pytest.fixture(scope="session")
def neo4j() -> Iterator[Server]:
    """A Neo4j server with a password of its own, for as long as the tests run; empty it before use."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running_server())
        except ServerMissingError as error:
            skip_or_fail(str(error), required="WARTAGRAF_REQUIRE_NEO4J")
        yield server


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A browser for the tests of one file."""
    with launched(chromium) as running:
        yield running


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A tab of a visitor, with and without JavaScript."""
    with visiting(browser, scripts=request.param) as page:
        yield page
