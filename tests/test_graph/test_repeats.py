import random
from collections.abc import Iterable
from itertools import permutations
from typing import Any

import duckdb
import pytest

from graph.repeats import ENOUGH, find_repeats
from graph.sketches import LEAST, sketches_of

RELEASE = (
    "RANTAU SEBERANG – Pemerintah Kota Rantau Seberang mulai menertibkan reklame tanpa izin di sepanjang jalan utama.",
    "Kepala Satpol PP Budi Hartawan mengatakan penertiban berlangsung dua minggu dan menyasar tiga kecamatan.",
    "“Kami sudah memberi teguran tiga kali, sekarang giliran denda bagi yang masih melanggar,” kata Budi, Senin.",
    "Menurut dia, pemilik reklame diberi waktu tujuh hari untuk mengurus izin di dinas penanaman modal setempat.",
    "Wali Kota Sinta Maheswari berharap pengusaha ikut menjaga wajah kota menjelang hari jadi bulan depan.",
    "“Aturannya jelas, jadi tidak ada alasan lagi untuk memasang papan di atas trotoar,” ujar Sinta di balai kota.",
    "Penertiban serupa pernah dilakukan tahun lalu, tetapi papan baru bermunculan lagi sesudah petugas pulang.",
    "Warga sekitar pasar menyambut baik langkah itu karena trotoar akhirnya dapat dilalui pejalan kaki.",
)
OTHER = (
    "Hujan deras merobohkan jembatan gantung di Desa Muara Kapas dan memutus jalan warga ke pasar kecamatan.",
    "Kepala desa setempat meminta bantuan perahu agar anak sekolah tetap dapat menyeberang setiap pagi.",
    "Badan penanggulangan bencana mengirim dua regu untuk membersihkan kayu yang tersangkut di tiang jembatan.",
    "Perbaikan darurat diperkirakan selesai dalam dua pekan apabila cuaca di hulu sungai tidak memburuk lagi.",
)
BOILERPLATE = (
    "Ikuti berita terbaru Kabar Pesisir di saluran kami dan pasang aplikasinya sekarang juga.",
    "Redaksi menerima tulisan pembaca, kirim ke alamat surat elektronik kami setiap hari kerja.",
)


def text(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def with_dateline(lines: tuple[str, ...]) -> tuple[str, ...]:
    return ("Kabar Pesisir, Rantau Seberang – " + lines[0].partition("– ")[2], *lines[1:])


WHOLE = text(RELEASE)
COPIES = {
    "the same words": WHOLE,
    "capitals and other signs": WHOLE.upper().replace("“", '"').replace(",", " ,"),
    "another dateline": text(with_dateline(RELEASE)),
    "the last half cut": text(RELEASE[:4]),
    "paragraphs in the middle cut": text(RELEASE[:2] + RELEASE[5:]),
    "boilerplate added": text(RELEASE + BOILERPLATE),
    "a paragraph of its own added": text((*RELEASE[:6], OTHER[0])),
    "paragraphs in another order": text(RELEASE[4:] + RELEASE[:4]),
    "a few words changed": WHOLE.replace("mulai menertibkan", "kini membongkar").replace(
        "Menurut dia", "Dia menambahkan"
    ),
}


def repeats_of(
    articles: Iterable[tuple[str, str, str]], said: Iterable[tuple[str, str, str]] = ()
) -> duckdb.DuckDBPyConnection:
    """The tables of repeats among articles (id, day, text) and their statements (id, words, article)."""
    given, spoken = list(articles), list(said)
    sketches = zip(given, sketches_of([text_ for _, _, text_ in given]), strict=True)
    connection = duckdb.connect()
    tables: dict[str, tuple[str, list[Any]]] = {
        "Article": ("id VARCHAR, date VARCHAR, text VARCHAR", given),
        "sketches": ("article VARCHAR, sketch BIGINT[]", [(id_, own) for (id_, _, _), own in sketches if own]),
        "Statement": ("id VARCHAR, text VARCHAR", [(id_, words) for id_, words, _ in spoken]),
        "REPORTED_IN:Statement:Article": (
            "source VARCHAR, target VARCHAR",
            [(id_, article) for id_, _, article in spoken],
        ),
    }
    for name, (columns, rows) in tables.items():
        connection.execute(f'CREATE TABLE "{name}"({columns})')
        marks = ", ".join("?" * (columns.count(",") + 1))
        if rows:
            connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)
    find_repeats(connection)
    return connection


def links(connection: duckdb.DuckDBPyConnection, label: str) -> list[tuple[str, str, float]]:
    with connection:
        return connection.execute(f'SELECT * FROM "REPEATS:{label}:{label}" ORDER BY ALL').fetchall()


def found(articles: Iterable[tuple[str, str, str]]) -> list[tuple[str, str]]:
    return [(later, earlier) for later, earlier, _ in links(repeats_of(articles), "Article")]


@pytest.mark.parametrize("copy", COPIES.values(), ids=COPIES.keys())
def test_a_release_is_known_again(copy: str) -> None:
    articles = [("a", "2024-05-02", copy), ("b", "2024-05-01", WHOLE), ("c", "2024-04-30", text(OTHER))]
    ((later, earlier, share),) = links(repeats_of(articles), "Article")
    assert (later, earlier) == ("a", "b")
    assert ENOUGH <= share <= 1


@pytest.mark.parametrize(
    "other",
    [
        text(OTHER),
        text((*OTHER, RELEASE[2])),  # one quotation in common
        text(BOILERPLATE * 3),
        " ".join(WHOLE.split()[: LEAST - 1]),  # too short to tell
        "",
        "Baca juga.",
    ],
)
def test_another_text_repeats_nothing(other: str) -> None:
    assert found([("a", "2024-05-01", WHOLE), ("b", "2024-05-02", other)]) == []


def test_articles_that_share_boilerplate_are_no_repetitions() -> None:
    articles = [("a", "2024-05-01", text(RELEASE + BOILERPLATE)), ("b", "2024-05-02", text(OTHER + BOILERPLATE))]
    assert found(articles) == []


def test_every_copy_leads_to_the_earliest_in_any_order() -> None:
    articles = [
        ("z-first", "2024-01-01", WHOLE),
        ("b", "2024-01-02", COPIES["boilerplate added"]),
        ("a", "", COPIES["another dateline"]),
        ("x", "2023-01-01", text(OTHER)),
    ]
    for order in permutations(articles):
        assert found(order) == [("a", "z-first"), ("b", "z-first")]


def test_a_thousand_copies_give_a_thousand_links() -> None:
    assert len(found((f"a{n:04}", "2024-01-01", WHOLE) for n in range(1001))) == 1000


def sentence(dice: random.Random) -> str:
    return " ".join(f"kata{dice.randrange(5000)}" for _ in range(12))


@pytest.mark.parametrize(("changed", "least"), [(0, 200), (2, 200), (3, 190)])
def test_copies_are_found_among_many_articles(changed: int, least: int) -> None:
    dice = random.Random(7)
    articles, wanted = [], []
    for n in range(200):
        body = [sentence(dice) for _ in range(dice.randint(12, 20))]
        copy = body.copy()
        for place in dice.sample(range(len(body)), changed):
            copy[place] = sentence(dice)
        articles += [(f"{n:03}-first", "2024-01-01", ". ".join(body)), (f"{n:03}-later", "2024-01-02", ". ".join(copy))]
        wanted += [(f"{n:03}-later", f"{n:03}-first")]
    linked = found(articles)
    assert set(linked) <= set(wanted)
    assert len(linked) >= least


SAID = [
    ("1", "Kami sudah memberi teguran tiga kali, sekarang giliran denda bagi yang masih melanggar"),
    ("2", "Aturannya jelas, jadi tidak ada alasan lagi untuk memasang papan di atas trotoar"),
]


def said_again(
    *statements: list[tuple[str, str]], texts: tuple[str, ...] = (WHOLE, WHOLE, WHOLE)
) -> list[tuple[str, str]]:
    articles = [(f"a{n}", f"2024-05-0{n + 1}", words) for n, words in enumerate(texts[: len(statements)])]
    said = [(f"a{n}:{id_}", words, f"a{n}") for n, own in enumerate(statements) for id_, words in own]
    return [(later, earlier) for later, earlier, _ in links(repeats_of(articles, said), "Statement")]


def test_a_statement_in_a_copy_leads_to_the_first_of_its_words() -> None:
    assert said_again(SAID, SAID, SAID[1:]) == [("a1:1", "a0:1"), ("a1:2", "a0:2"), ("a2:2", "a0:2")]


def test_what_only_the_copy_has_is_said_there_first() -> None:
    own = [("9", "Pedagang kecil kami minta diberi waktu lebih lama lagi")]
    assert said_again(SAID[:1], SAID[:1] + own, own) == [("a1:1", "a0:1"), ("a2:9", "a1:9")]


def test_other_numbers_make_another_statement() -> None:
    fine = [("1", "Denda paling banyak 5 juta rupiah bagi setiap pemilik papan yang melanggar")]
    dearer = [("1", fine[0][1].replace("5", "50"))]
    assert said_again(fine, dearer) == []


def test_the_same_words_in_articles_of_their_own_are_said_twice() -> None:
    assert said_again(SAID, SAID, texts=(WHOLE, text(OTHER))) == []


def test_the_same_words_twice_in_one_article_are_two_statements() -> None:
    assert said_again([*SAID[:1], ("3", SAID[0][1])], SAID[:1]) == [("a1:1", "a0:1")]
