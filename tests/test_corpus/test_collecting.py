import json
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from corpus import News, Reason, Store, collect
from tests.test_corpus.pages import BODY, HEADLINE, story


@pytest.fixture
def folder(tmp_path):
    """Articles as web pages, text and JSON lines, with one of every kind of trouble among them."""
    place = tmp_path / "sumber"
    place.mkdir()
    for i in range(6):
        (place / f"laman{i}.html").write_bytes(story(title=f"{HEADLINE} Tahap {i}").raw)
    (place / "laman5b.html").write_bytes(story(title=f"{HEADLINE} Tahap 5").raw)
    (place / "laman5c.html").write_bytes(story(title=f"{HEADLINE} Tahap 5", head="<meta name='x' content='y'>").raw)
    (place / "ekspor.txt").write_text("\n".join([HEADLINE, *BODY, "IKLAN"]), "utf-8")
    (place / "kosong.txt").touch()
    (place / "gambar.html").write_bytes(b"\x89PNG\r\n\0")
    (place / "rusak.html.gz").write_bytes(b"bukan gzip")
    (place / "hancur.txt").write_bytes(("Warga \ufffd\ufffd. " * 50).encode())
    (place / "menu.html").write_bytes(b"<html><body><p>Beranda</p></body></html>")
    rows = [json.dumps({"id": f"j{i}", "text": f"Isi nomor {i}."}) for i in (1, 2, 3, 4, 5, 6, 8)]
    rows.insert(6, '{"id": "j7", "text": ')
    rows.append('{"id": "j1", "text": "Isi yang lain."}')
    (place / "artikel.jsonl").write_text("\n".join(rows))
    return place


def content(store):
    return [*store.articles()], [*store.rejections], store.counts(), store.state()


def test_every_source_has_one_outcome_in_order(folder, tmp_path):
    with Store.open(tmp_path / "corpus.sqlite") as store:
        collected = list(collect([folder, tmp_path / "tidak-ada"], store))
        names = [Path(one.source).name for one in collected]
        assert names[:9] == [f"artikel.jsonl:{i}" for i in range(1, 10)]
        assert names[9:] == [*sorted(path.name for path in folder.iterdir())[1:], "tidak-ada"]
        rejected = Counter(one.rejection.reason for one in collected if one.rejection)
        assert rejected == {
            Reason.EMPTY: 1,
            Reason.BINARY: 1,
            Reason.UNREADABLE: 2,
            Reason.ENCODING: 1,
            Reason.NO_ARTICLE: 1,
            Reason.MALFORMED: 1,
            Reason.ID_TAKEN: 1,
        }
        assert store.counts().rejected == rejected
        assert store.counts().articles == 14
        assert all(store.article(one.article_id) for one in collected if not one.rejection)


def test_the_broken_line_is_named_by_its_number(folder, tmp_path):
    with Store.open(tmp_path / "corpus.sqlite") as store:
        details = [one.rejection.detail for one in collect([folder / "artikel.jsonl"], store) if one.rejection]
    assert details[0].startswith(f"{folder / 'artikel.jsonl'}:7: not a JSON object")
    assert details[1].startswith(f'{folder / "artikel.jsonl"}:9: the id "j1" is taken')


def test_the_same_page_and_the_same_article_are_told_apart_from_news(folder, tmp_path):
    with Store.open(tmp_path / "corpus.sqlite") as store:
        news = {one.source.rsplit("/")[-1]: one.news for one in collect([folder], store)}
    assert news["laman5.html"] is News.NEW
    assert news["laman5b.html"] is News.REPEATED
    assert news["laman5c.html"] is News.REPEATED


def test_collecting_twice_changes_nothing(folder, tmp_path):
    with Store.open(tmp_path / "corpus.sqlite") as store:
        sources = [folder, tmp_path / "tidak-ada"]
        first = list(collect(sources, store))
        before = content(store)
        second = list(collect(sources, store))
        assert content(store) == before
    assert Counter(one.news for one in second) == {News.KNOWN: len(second) - 1, News.REPEATED: 1}
    assert [(one.source, one.article_id) for one in second] == [(one.source, one.article_id) for one in first]
    assert [one.rejection and one.rejection.reason for one in second] == [
        one.rejection and one.rejection.reason for one in first
    ]


def test_the_number_of_workers_changes_nothing(folder, tmp_path):
    outcomes = []
    for workers in (1, 3):
        with Store.open(tmp_path / f"{workers}.sqlite") as store:
            outcomes.append((list(collect([folder], store, workers=workers)), content(store)))
    assert outcomes[0] == outcomes[1]


def test_a_page_is_cleaned_again_by_another_version_only(folder, tmp_path):
    page = story()
    (folder / "laman.html").write_bytes(page.raw)
    with Store.open(tmp_path / "corpus.sqlite") as store:
        (first,) = collect([folder / "laman.html"], store)
        article = store.article(first.article_id)
        assert article
        store.outcomes.put(page, article, "an older version")
        (again,) = collect([folder / "laman.html"], store)
        assert again.news is News.REPEATED
        assert [*store.articles()] == [article]


def test_a_source_that_was_missing_is_collected_once_it_is_there(tmp_path):
    with Store.open(tmp_path / "corpus.sqlite") as store:
        path = tmp_path / "nanti.html"
        (missing,) = collect([path], store)
        assert missing.rejection
        path.write_bytes(story().raw)
        (found,) = collect([path], store)
        assert found.article_id
        assert list(store.rejections) == []


def refusals(store):
    return [(Path(refused.source).name, refused.reason) for refused in store.rejections]


def test_a_mended_line_is_no_longer_refused(folder, tmp_path):
    path = folder / "artikel.jsonl"
    with Store.open(tmp_path / "corpus.sqlite") as store:
        list(collect([path], store))
        assert ("artikel.jsonl:7", Reason.MALFORMED) in refusals(store)
        path.write_text(path.read_text().replace('"j7", "text": ', '"j7", "text": "Isi."}'))
        list(collect([path], store))
        assert refusals(store) == [("artikel.jsonl:9", Reason.ID_TAKEN)]


@pytest.mark.parametrize("workers", [1, 2])
def test_refused_lines_that_move_up_are_named_by_their_new_numbers(tmp_path, workers):
    path = tmp_path / "artikel.jsonl"
    lines = ["[1]", "[2]", '{"text": "Isi."}', "[3]"]
    with Store.open(tmp_path / "corpus.sqlite") as store:
        path.write_text("\n".join(lines))
        list(collect([path], store, workers=workers))
        path.write_text("\n".join([*lines[1:], '{"text": "Isi lain."}']))
        list(collect([path], store, workers=workers))
        assert [name for name, _ in refusals(store)] == ["artikel.jsonl:1", "artikel.jsonl:3"]
        assert all(refused.detail.startswith(f"{refused.source}: ") for refused in store.rejections)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_refused_page_that_changes_its_place_stays_refused(tmp_path, workers):
    path = tmp_path / "artikel.jsonl"
    with Store.open(tmp_path / "corpus.sqlite") as store:
        path.write_text('[1]\n{"text": "Isi."}')
        list(collect([path], store, workers=workers))
        path.write_text('{"text": "Isi."}\n[1]')
        _, moved = collect([path], store, workers=workers)
        assert moved.rejection in store.rejections
        assert refusals(store) == [("artikel.jsonl:2", Reason.MALFORMED)]


def test_a_missing_source_whose_page_is_known_is_refused_no_longer(tmp_path):
    with Store.open(tmp_path / "corpus.sqlite") as store:
        first, later = tmp_path / "ada.html", tmp_path / "nanti.html"
        first.write_bytes(story().raw)
        list(collect([first, later], store))
        later.write_bytes(story().raw)
        list(collect([later], store))
        assert refusals(store) == []


def test_a_page_that_went_missing_is_refused_for_that_alone(tmp_path):
    path = tmp_path / "kosong.html"
    with Store.open(tmp_path / "corpus.sqlite") as store:
        path.write_text("<p>Beranda</p>")
        list(collect([path], store))
        path.unlink()
        list(collect([path], store))
        assert refusals(store) == [("kosong.html", Reason.UNREADABLE)]


def test_a_missing_or_empty_place_is_refused_no_longer_once_it_holds_pages(tmp_path):
    place, lines = tmp_path / "sumber", tmp_path / "artikel.jsonl"
    place.mkdir()
    with Store.open(tmp_path / "corpus.sqlite") as store:
        list(collect([place, lines], store))
        assert refusals(store) == [("artikel.jsonl", Reason.UNREADABLE), ("sumber", Reason.EMPTY)]
        (place / "a.html").write_bytes(story().raw)
        lines.write_text('{"text": "Isi."}')
        list(collect([place, lines], store))
        assert refusals(store) == []


KILLED = """
import os, sys
from pathlib import Path
from corpus import Store, collect
if __name__ == "__main__":
    with Store.open(Path(sys.argv[2])) as store:
        for number, _ in enumerate(collect([Path(sys.argv[1])], store, workers=int(sys.argv[3]))):
            if number == 450:
                os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_killed_run_loses_nothing_committed_and_the_next_goes_on(tmp_path, workers):
    source, path, job = tmp_path / "sumber", tmp_path / "corpus.sqlite", tmp_path / "job.py"
    source.mkdir()
    job.write_text(KILLED)
    for i in range(700):
        export = "\n".join([f"{HEADLINE} Tahap {i}", *BODY])
        (source / f"ekspor{i:03}.txt").write_text(export, "utf-8")
    killed = subprocess.run([sys.executable, job, source, path, workers], capture_output=True, text=True, check=False)
    assert (killed.returncode, killed.stderr) == (-signal.SIGKILL, "")
    with Store.open(path) as store:
        kept = store.counts()
        assert 250 <= kept.pages == kept.articles <= 451
        outcomes = Counter(one.news for one in collect([source], store))
        assert outcomes == {News.KNOWN: kept.pages, News.NEW: 700 - kept.pages}
        with Store.open(tmp_path / "whole.sqlite") as whole:
            list(collect([source], whole))
            assert content(store) == content(whole)


def test_memory_stays_bounded_however_many_pages_there_are(tmp_path):
    source = tmp_path / "banyak.jsonl"
    code = (
        "import resource, sys\nfrom pathlib import Path\nfrom corpus import Store, collect\n"
        "with Store.open(Path(sys.argv[2])) as store:\n"
        "    for one in collect([Path(sys.argv[1])], store): pass\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    peaks = []
    for number in (200, 3000):
        with source.open("w") as stream:
            for i in range(number):
                stream.write(json.dumps({"id": f"j{i}", "text": f"Isi nomor {i}. " * 600}) + "\n")
        path = tmp_path / f"{number}.sqlite"
        done = subprocess.run(
            [sys.executable, "-c", code, source, path],
            capture_output=True,
            text=True,
            check=True,
        )
        peaks.append(int(done.stdout))
    assert peaks[1] < peaks[0] + 15_000, "kilobytes; 3,000 such pages are 30 MB"
