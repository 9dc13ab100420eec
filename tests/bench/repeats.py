"""How many reposts are found among news texts, and how fast.

    python tests/bench/repeats.py [SHARED] [--texts N] [--copies N]

N texts of `raw-news` in SHARED are the corpus. Of some of them a copy is made in each of several ways in which papers
change a release, and dated a day later. It prints for each way how many copies were found to repeat their text, which
links there are that nobody made (the texts repeat one another too: how many words they share is printed), and the
articles a second to take note of and to compare, which should not fall as N grows.
"""

import argparse
import gzip
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from corpus.article import Article
from graph.layout import tables
from graph.merging import open_merging, read_parts
from graph.parts import Parts, part_files
from graph.repeats import find_repeats
from graph.rows import Row
from graph.sketches import SKETCHES

SHARED = Path(os.environ.get("WARTAGRAF_SHARED") or Path(__file__).parents[3] / "shared")
SEED = 3
LEAST_WORDS = 100
OWN = (
    "Ikuti kabar terbaru dari redaksi kami di saluran pesan dan pasang aplikasinya sekarang juga",
    "Redaksi menerima tulisan dari pembaca setiap hari kerja melalui surat elektronik yang tertera",
    "Artikel ini telah tayang lebih dahulu di laman jaringan kami dengan judul yang berbeda",
)
ARTICLE = next(spec for spec in tables() if spec.name == "Article")
Sentences = list[str]
Link = tuple[str, str, float]  # the later one, the earlier one, the share


def reposted(text: Sentences, dice: random.Random) -> Sentences:
    return text


def another_dateline(text: Sentences, dice: random.Random) -> Sentences:
    return [f"KABAR PESISIR, Rantau Seberang – {text[0]}", *text[1:]]


def boilerplate_added(text: Sentences, dice: random.Random) -> Sentences:
    return [*text[:3], OWN[0], *text[3:], *OWN[1:]]


def a_third_cut(text: Sentences, dice: random.Random) -> Sentences:
    return text[: max(1, 2 * len(text) // 3)]


def half_cut(text: Sentences, dice: random.Random) -> Sentences:
    return text[: max(1, len(text) // 2)]


def half_cut_and_boilerplate(text: Sentences, dice: random.Random) -> Sentences:
    return boilerplate_added(half_cut(text, dice), dice)


def sentences_left_out(text: Sentences, dice: random.Random) -> Sentences:
    return [sentence for sentence in text if dice.random() > 0.3] or text


def a_word_in_twenty_changed(text: Sentences, dice: random.Random) -> Sentences:
    return [" ".join("ganti" if dice.random() < 0.05 else word for word in sentence.split()) for sentence in text]


def a_word_in_ten_changed(text: Sentences, dice: random.Random) -> Sentences:
    return [" ".join("ganti" if dice.random() < 0.1 else word for word in sentence.split()) for sentence in text]


WAYS: tuple[Callable[[Sentences, random.Random], Sentences], ...] = (
    reposted,
    another_dateline,
    boilerplate_added,
    a_third_cut,
    half_cut,
    half_cut_and_boilerplate,
    sentences_left_out,
    a_word_in_twenty_changed,
    a_word_in_ten_changed,
)


def news(shared: Path, most: int) -> list[Sentences]:
    lines = gzip.decompress((shared / "raw-news" / "news.txt.gz").read_bytes()).decode().splitlines()
    long = [line for line in lines if len(line.split()) >= LEAST_WORDS]
    return [line.split(". ") for line in random.Random(SEED).sample(long, min(most, len(long)))]


def linked(texts: list[Sentences], copies: int, folder: Path) -> tuple[list[Link], float, float]:
    """The links found, and the articles a second of the processor in either half of the work."""
    dice = random.Random(SEED)
    made = [(f"text-{n}", "2024-05-01", text) for n, text in enumerate(texts)]
    for way in WAYS:
        made += [(f"{way.__name__}-{n}", "2024-05-02", way(texts[n], dice)) for n in range(copies)]
    articles = [Article(id=id_, date=day, text=". ".join(text)) for id_, day, text in made]
    begin = time.process_time()
    parts = Parts(folder / "all")
    for article in articles:
        values = {"id": article.id, "date": article.date, "text": article.text}
        parts.add([Row("Article", tuple(values.get(p.name, "") for p in ARTICLE.columns))], article)
    parts.close()
    between = time.process_time()
    with open_merging(folder) as connection:
        for spec in (*tables(), SKETCHES):
            if not spec.name.startswith("REPEATS:"):
                read_parts(connection, spec, part_files([folder / "all"], spec.name))
        find_repeats(connection)
        links = connection.execute('SELECT * FROM "REPEATS:Article:Article"').fetchall()
    end = time.process_time()
    return links, len(articles) / (between - begin), len(articles) / (end - between)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--texts", type=int, default=8000, help="news texts in the corpus")
    parser.add_argument("--copies", type=int, default=300, help="copies made in each way")
    asked = parser.parse_args()
    texts = news(asked.shared, asked.texts)
    with tempfile.TemporaryDirectory(prefix="wartagraf-repeats-") as folder:
        links, adding, comparing = linked(texts, min(asked.copies, len(texts)), Path(folder))
    print_found(links, min(asked.copies, len(texts)))
    whole = 1 / (1 / adding + 1 / comparing)
    told = f"{adding:,.0f} taken note of, {comparing:,.0f} compared"
    print(f"{len(texts):,} texts and their copies: {whole:,.0f} articles/s/core ({told})")


def print_found(links: list[Link], copies: int) -> None:
    earlier = {later: first for later, first, _ in links}
    found, wrong = Counter[str](), Counter[str]()
    for way in WAYS:
        for n in range(copies):
            first = earlier.get(f"{way.__name__}-{n}", "")
            right = first.endswith(f"-{n}") or first == earlier.get(f"text-{n}")  # a text may itself repeat another
            found[way.__name__] += bool(first) and right
            wrong[way.__name__] += bool(first) and not right
    print(f"{'':28}{'copies':>8}{'found':>8}{'missed':>8}{'led elsewhere':>15}")
    for way in WAYS:
        name = way.__name__
        missed = copies - found[name] - wrong[name]
        print(f"{name.replace('_', ' '):28}{copies:8}{found[name]:8}{missed:8}{wrong[name]:15}")
    print(f"{'all':28}{copies * len(WAYS):8}{found.total():8}{'':8}{wrong.total():15}")
    shares = Counter(int(share * 10) / 10 for later, _, share in links if later.startswith("text-"))
    told = ", ".join(f"{number} of {share:.1f}" for share, number in sorted(shares.items(), reverse=True))
    print(f"links among the texts as they are, by the share of words: {told or 'none'}")


if __name__ == "__main__":
    main()
