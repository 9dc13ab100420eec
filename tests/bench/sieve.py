"""The sieve on a crawl: pages a second on WARC input that is mostly off topic, and what it keeps of what matters.

    python tests/bench/sieve.py [SHARED] [--news N] [--pages N]

SHARED is the folder of shared data. Its real pages (`pages/general`, `articles`, `listings`) are the mass that is
off topic; its news texts (`benchmark/docs`, N of `raw-news`) and the sample pages of this repository become pages of
several layouts, in several encodings, with words in capitals, entities, and tags in and between words. Every page goes
through the full chain, cleaning and extraction, which decides what matters: a page from which it draws a statement
about a rule. All of them are then written to a WARC file, in which they make up a tenth, and read back.

Exits with 1 where the sieve keeps less than 99 % of what matters or reads fewer than 1,500 pages a second.
"""

import argparse
import gzip
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from corpus import Article, Media, Page, clean
from corpus.readers import MOST_BYTES
from corpus.selection import EVERYTHING
from corpus.sieve import why_sieved
from corpus.terms import Tally
from corpus.warc import read_warc
from extract import extract_record

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("WARTAGRAF_SHARED") or ROOT.parent / "shared")
LEAST_KEPT = 0.99
LEAST_SPEED = 1500  # pages a second
ON_TOPIC = 0.1  # of the pages in the archive: those made of news texts, whether a rule is spoken of or not
SEED = 5


@dataclass(frozen=True, slots=True)
class Made:
    """A page of the benchmark: where it came from, its bytes, and whether the chain says that it matters."""

    kind: str
    raw: bytes
    matters: bool


# Ways in which papers write a page.

FURNITURE = "".join(
    f'<li><a href="/kanal/{n}/berita-{n}">Berita pilihan hari ini nomor {n}</a></li>' for n in range(60)
)
SCRIPT = "<script>" + "".join(f"var a{n}=function(e){{return e.push([{n}])}};" for n in range(900)) + "</script>"


def plain(words: str) -> str:
    return escape(words)


def entities(words: str) -> str:
    """Hard spaces between words, some letters as numbers."""
    return escape(words).replace(" ", "&nbsp;", 400).replace("Und", "U&#110;d").replace("UU", "&#85;U")


def marked_up(words: str) -> str:
    """Links and emphasis on and inside words."""
    marked = escape(words).replace("Peraturan", "<b>Per</b>aturan").replace("UU ", "<a href='/tag/uu'>UU</a> ")
    return marked.replace("Undang-Undang", "<i>Undang</i>-<i>Undang</i>").replace("Perda", "Per&shy;da")


def loud(words: str) -> str:
    return escape(words.upper())


LAYOUTS: tuple[tuple[Callable[[str], str], str], ...] = (
    (plain, "utf-8"),
    (plain, "utf-8"),
    (entities, "utf-8"),
    (marked_up, "utf-8"),
    (plain, "cp1252"),
    (plain, "utf-16"),
    (loud, "utf-8"),
)


def wrapped(title: str, text: str, number: int) -> bytes:
    """The page of a text, in one of the layouts."""
    written, encoding = LAYOUTS[number % len(LAYOUTS)]
    body = "".join(f"<p>{written(paragraph)}</p>\n" for paragraph in paragraphs(text))
    page = (
        f"<!DOCTYPE html><html lang=id><head><meta charset={encoding}>{SCRIPT}<title>{escape(title)} - Kabar</title>"
        f'<meta property="og:type" content="article"><meta property="og:title" content="{escape(title)}"></head>'
        f"<body><nav><ul>{FURNITURE}</ul></nav><article><h1>{escape(title)}</h1><div class=isi>{body}</div></article>"
        f"<aside><h3>Terpopuler</h3><ul>{FURNITURE}</ul></aside><footer>Pedoman Media Siber</footer></body></html>"
    )
    return page.encode(encoding, "xmlcharrefreplace")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text; one that has a single line is cut after every third sentence."""
    if "\n" in text.strip():
        return [line for line in text.splitlines() if line.strip()]
    sentences = text.split(". ")
    return [". ".join(sentences[at : at + 3]).rstrip(".") + "." for at in range(0, len(sentences), 3)]


# What the pages are made of.


def texts(shared: Path, news: int) -> Iterator[tuple[str, str, str]]:
    """Kind, title and text of what becomes a page."""
    for path in sorted((shared / "benchmark" / "docs").glob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        yield "benchmark text", row["title"], row["text"]
    lines = gzip.decompress((shared / "raw-news" / "news.txt.gz").read_bytes()).decode().splitlines()
    for line in random.Random(SEED).sample([line for line in lines if len(line) > 300], news):
        title, _, text = line.partition(". ")
        yield "news text", title[:120], text


def real_pages(shared: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((ROOT / "corpus" / "sample").glob("*.html")):
        yield "sample page", path.read_bytes()
    for name, kind in (("general/html", "foreign page"), ("articles", "portal page"), ("listings", "portal listing")):
        for path in sorted((shared / "pages" / name).glob("*.htm*")):
            raw = path.read_bytes()
            yield kind, gzip.decompress(raw) if path.suffix == ".gz" else raw


def made(shared: Path, news: int) -> Iterator[Made]:
    """Every page once, judged by the full chain."""
    written = ((kind, wrapped(title, text, n)) for n, (kind, title, text) in enumerate(texts(shared, news)))
    for kind, raw in (*written, *real_pages(shared)):
        yield Made(kind, raw, matters(raw))


def matters(raw: bytes) -> bool:
    article = clean(Page(source="page", raw=raw, media=Media.HTML))
    return isinstance(article, Article) and any(said.regulations for said in extract_record(article).statements)


# The archive and what is read from it.


def crawl(pages: list[Made], size: int) -> list[Made]:
    """``size`` pages in any order, of which ``ON_TOPIC`` are made of texts."""
    dice = random.Random(SEED)
    of_texts = [page for page in pages if page.kind.endswith("text")]
    others = [page for page in pages if not page.kind.endswith(("text", "sample page"))]
    wanted = round(size * ON_TOPIC)
    drawn = dice.choices(of_texts, k=wanted) + dice.choices(others, k=size - wanted)
    dice.shuffle(drawn)
    return drawn


def write_archive(path: Path, pages: Iterable[Made]) -> None:
    with path.open("wb") as out:
        for number, page in enumerate(pages):
            record = WarcRecord()
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.raw
            record.init_headers(WarcRecordType.response, content_length=len(block))
            record.headers["WARC-Target-URI"] = f"https://kabar.example/{number}.html"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.record_date = datetime(2024, 5, 1, tzinfo=UTC)
            record.set_bytes_content(block)
            buffer = BytesIO()
            record.write(buffer)
            out.write(gzip.compress(buffer.getvalue(), 6))


def timed(items: Iterable[object]) -> tuple[int, float]:
    """How many items there are, and the seconds of the processor they take."""
    begin = time.process_time()
    return sum(1 for _ in items), time.process_time() - begin


def archived(path: Path) -> Iterator[Page]:
    found = read_warc(path, path.name, EVERYTHING, Tally(), most_bytes=MOST_BYTES)
    return (page for page in found if isinstance(page, Page))


def bare(path: Path) -> Iterator[bytes]:
    """The bodies in an archive as FastWARC gives them."""
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            yield record.reader.read()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--news", type=int, default=400, help="news texts made into pages")
    parser.add_argument("--pages", type=int, default=3000, help="pages in the archive")
    asked = parser.parse_args()
    pages = list(made(asked.shared, asked.news))
    kept_share = print_kept(pages)
    with tempfile.TemporaryDirectory(prefix="wartagraf-sieve-") as folder:
        path = Path(folder) / "crawl.warc.gz"
        drawn = crawl(pages, asked.pages)
        write_archive(path, drawn)
        speed = print_speed(path, drawn)
    sys.exit(kept_share < LEAST_KEPT or speed < LEAST_SPEED)


def print_kept(pages: list[Made]) -> float:
    """The share of pages that matter and pass, printed with what else passes."""
    passes = [not why_sieved(page.raw) for page in pages]
    print(f"{'':16}{'pages':>8}{'matter':>8}{'kept':>8}{'others':>8}{'passed':>8}")
    rows = Counter((page.kind, page.matters, passed) for page, passed in zip(pages, passes, strict=True))
    for kind in dict.fromkeys(page.kind for page in pages):
        matter, other = (rows[kind, on, True] + rows[kind, on, False] for on in (True, False))
        kept, passed = rows[kind, True, True], rows[kind, False, True]
        print(f"{kind:16}{matter + other:8}{matter:8}{kept:8}{other:8}{passed:8}")
    matter = sum(page.matters for page in pages)
    kept = sum(page.matters and passed for page, passed in zip(pages, passes, strict=True))
    print(
        f"kept of {matter} pages with a statement about a rule: {kept} ({kept / matter:.2%}; {LEAST_KEPT:.0%} wanted)"
    )
    return kept / matter


def print_speed(path: Path, drawn: list[Made]) -> float:
    """Pages a second of one core through the sieve, printed beside what reading alone takes."""
    size = sum(len(page.raw) for page in drawn) / len(drawn)
    passed = sum(not why_sieved(page.raw) for page in drawn) / len(drawn)
    packed = path.stat().st_size / 1e6
    print(f"archive of {len(drawn)} pages, {size / 1000:.0f} kB each on average, {packed:.0f} MB packed")
    print(f"{passed:.1%} pass the sieve; {sum(page.matters for page in drawn) / len(drawn):.1%} matter")
    alone, seconds = timed(why_sieved(page.raw) for page in drawn)
    print(f"sieve alone            {alone / seconds:8.0f} pages/s/core")
    found, seconds = timed(bare(path))
    print(f"FastWARC alone         {found / seconds:8.0f} pages/s/core")
    found, seconds = timed(archived(path))
    print(f"read_warc              {found / seconds:8.0f} pages/s/core")
    found, seconds = timed(why_sieved(page.raw) for page in archived(path))
    print(f"read_warc and sieve    {found / seconds:8.0f} pages/s/core ({LEAST_SPEED:,} wanted)")
    return found / seconds


if __name__ == "__main__":
    main()
