"""What ``wartagraf doctor`` tells of a sound and of a damaged folder, and of sources that serve and that do not."""

import json
import sqlite3

import pytest
from click.testing import CliRunner

from corpus import Store
from graph.cli import cli
from graph.folder import STORE_FILE
from tests.test_corpus import site as web
from tests.test_corpus.site import Answer, Site, running_site


@pytest.fixture
def site():
    with running_site() as site:
        yield site


def doctor(*args):
    done = CliRunner().invoke(cli, ["doctor", *map(str, args)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def conditions(*args):
    done = doctor("--sources", "--json", "--allow-private", "--delay", "0", *args)
    return [json.loads(line) for line in done.stdout.splitlines()], done.exit_code


def test_a_sound_installation_is_well(tmp_path):
    with Store.open(tmp_path / STORE_FILE):
        pass
    done = doctor("--into", tmp_path)
    assert done.exit_code == 0
    assert [line.split()[:2] for line in done.stdout.splitlines()] == [
        ["good", "versions:"],
        ["good", "model:"],
        ["good", "store:"],
    ]


def test_a_damaged_store_is_told(tmp_path):
    with Store.open(tmp_path / STORE_FILE):
        pass
    store = sqlite3.connect(tmp_path / STORE_FILE)
    store.execute("INSERT INTO pages (id, source, media, raw, read_at) VALUES ('a', 'x.html', 'html', '', '')")
    store.execute("INSERT INTO outcomes VALUES ('a', 'v', NULL)")
    store.commit()
    store.close()
    (told,) = [
        row for row in map(json.loads, doctor("--into", tmp_path, "--json").stdout.splitlines()) if not row["well"]
    ]
    assert told["what"] == "store"
    assert "1 pages without article or refusal" in told["found"]
    (tmp_path / STORE_FILE).write_bytes(b"bukan basis data" * 1000)
    assert doctor("--into", tmp_path).exit_code == 1


def test_each_source_has_its_condition(site: Site):
    site.answers |= {
        "/robots.txt": web.robots("User-agent: *\nCrawl-delay: 0.1\nDisallow: /tutup"),
        "/feed": web.feed("/1|Fri, 03 May 2024 08:00:00 +0700", "/2"),
        "/peta.xml": web.sitemap("/1", "/2", "/3"),
        "/rusak": Answer(body=b"<rss><channel><item><link>/1</link></item><item>"),
        "/laman": web.page(1),
    }
    paths = ("feed", "peta.xml", "rusak", "laman", "tutup", "hilang")
    found, code = conditions(*(f"{site.url}/{path}" for path in paths))
    told = {one["source"].rpartition("/")[2]: one for one in found}
    assert {path: one["health"] for path, one in told.items()} == {
        "feed": "poor",
        "peta.xml": "good",
        "rusak": "poor",
        "laman": "good",
        "tutup": "bad",
        "hilang": "bad",
    }
    assert told["feed"]["newest"] == "2024-05-03"
    assert "nothing new since 2024-05-03" in told["feed"]["detail"]
    assert (told["peta.xml"]["kind"], told["peta.xml"]["entries"]) == ("sitemap", 3)
    assert told["tutup"]["robots"] == "forbidden"
    assert told["laman"]["delay"] == 0.1
    assert code == 0
    assert "/tutup" not in site.asked()


def test_no_source_that_serves_is_a_failure_and_its_secrets_are_not_told(site: Site):
    found, code = conditions(site.url.replace("://", "://budi:kunci@") + "/feed?token=kunci")
    assert code == 1
    assert "kunci" not in json.dumps(found)


def test_without_names_the_feeds_of_the_store_are_looked_at(site: Site, tmp_path):
    site.answers |= {"/feed": web.feed("/1"), "/1": web.page(1)}
    collected = CliRunner().invoke(
        cli, ["collect", f"{site.url}/feed", "--into", str(tmp_path), "--allow-private", "--delay", "0"]
    )
    assert collected.exit_code == 0, collected.output
    found, _ = conditions("--into", tmp_path)
    assert [one["source"] for one in found] == [f"{site.url}/feed"]


def test_the_table_tells_the_same(site: Site):
    site.answers["/feed"] = web.feed("/1")
    done = doctor("--sources", "--allow-private", "--delay", "0", f"{site.url}/feed")
    assert "good" in done.stdout
    assert "200 OK" in " ".join(done.stdout.split())
