"""Collecting from a real server on loopback that misbehaves."""

import gzip
import re
import resource
import shutil
import socket
import subprocess
import time
import zlib
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest

from corpus import Manners, News, Reason, Selection, Store, Tally, Terms, Visit, collect
from tests.test_corpus import site as web
from tests.test_corpus.site import Answer, Site, running_site

QUICK = Manners(delay=0.0, back_off=0.01, longest_wait=1.0, allow_private=True)


@pytest.fixture
def site():
    with running_site() as site:
        yield site


def gather(store, *sources, manners=QUICK, tally=None, **settings):
    """What became of each address, by its path."""
    found = list(collect(sources, store, terms=Terms(manners=manners, **settings), tally=tally))
    assert {one.rejection for one in found if one.rejection} <= set(store.rejections), "each refusal is in the store"
    return {one.source.partition("://")[2].partition("/")[2]: one for one in found}


def refused(outcome):
    """Reason and detail of a refusal: one line with the next step."""
    assert outcome.rejection, f"{outcome.source} gave an article"
    assert "\n" not in outcome.rejection.detail
    assert ";" in outcome.rejection.detail
    return outcome.rejection.reason, outcome.rejection.detail


def test_an_address_gives_its_article(site: Site, store):
    site.answers["/a"] = web.page(1)
    outcome = gather(store, f"{site.url}/a")["a"]
    article = store.article(outcome.article_id)
    assert article.url == f"{site.url}/a"
    assert article.outlet == "127.0.0.1"
    assert site.asked(robots=True) == ["/robots.txt", "/a"]


def test_a_guest_tells_who_it_is(site: Site, store):
    site.answers["/a"] = web.page(1)
    manners = Manners(delay=0, allow_private=True, contact="mailto:riset@kampus.example")
    gather(store, f"{site.url}/a", manners=manners)
    for request in site.requests:
        assert re.fullmatch(r"Wartagraf/[\d.]+ \(.*mailto:riset@kampus\.example\)", request.headers["User-Agent"])


# what servers do wrong


def slow(site):
    def pieces():
        site.stopping.wait(20)
        yield b"terlambat"

    return Answer(pieces=pieces)


def dripping(site):
    def pieces():
        while not site.stopping.wait(0.05):
            yield b"."

    return Answer(pieces=pieces)


def endless(site):
    def pieces():
        while not site.stopping.is_set():
            yield b"<p>tanpa akhir</p>" * 4000

    return Answer(pieces=pieces)


def truncated(site):
    return Answer(body=b"<html><p>Terpo", headers=web.HTML | {"Content-Length": "5000"})


def bomb(site):
    packed = gzip.compress(gzip.compress(bytes(60_000_000)))
    return Answer(body=packed, headers=web.HTML | {"Content-Encoding": "gzip, gzip"})


def broken_packing(site):
    return Answer(body=b"bukan gzip sama sekali", headers=web.HTML | {"Content-Encoding": "gzip"})


def large(site):
    return Answer(body=b"x", headers=web.HTML | {"Content-Length": "999999999"})


@pytest.mark.parametrize(
    ("answer", "reason", "told"),
    [
        (slow, Reason.UNREACHABLE, "silent for 1 s"),
        (dripping, Reason.UNREACHABLE, "not done within 2.5 s"),
        (truncated, Reason.UNREACHABLE, "broke off"),
        (endless, Reason.UNREADABLE, "more than 1 MB"),
        (bomb, Reason.UNREADABLE, "more than 1 MB"),
        (large, Reason.UNREADABLE, "more than 1 MB"),
        (broken_packing, Reason.UNREACHABLE, "packed content is broken"),
    ],
)
def test_a_bad_answer_costs_only_itself(site: Site, store, answer, reason, told):
    site.answers |= {"/buruk": answer(site), "/baik": web.page(1)}
    small = Manners(
        delay=0,
        tries=1,
        timeout=1.0,
        deadline=2.5,
        allow_private=True,
        most_bytes=1_000_000,
        most_listing_bytes=1_000_000,
    )
    found = gather(store, f"{site.url}/buruk", f"{site.url}/baik", manners=small)
    assert refused(found["buruk"])[0] is reason
    assert told in found["buruk"].rejection.detail
    assert found["baik"].article_id


def test_a_bomb_is_refused_before_it_fills_the_memory(site: Site, store):
    packer = zlib.compressobj(1, wbits=31)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(300)) + packer.flush()
    site.answers["/"] = Answer(body=packed, headers=web.HTML | {"Content-Encoding": "gzip"})
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refused(gather(store, f"{site.url}/")[""])[0] is Reason.UNREADABLE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < before + 150_000, "kilobytes; unpacked it is 300 MB"


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("text/html; charset=iso-8859-1", "utf-8"),
        ("text/html; charset=tidak-ada", "utf-8"),
        ("text/html; charset=UTF-16LE", "utf-16-le"),
        ("text/html; charset=windows-1252", "cp1252"),
        ("text/html", "cp1252"),
    ],
)
def test_the_charset_of_the_server_counts_where_the_bytes_allow_it(site: Site, store, header, encoding):
    markup = web.page(1).body.decode().replace("<meta charset='utf-8'>", "")
    site.answers["/a"] = Answer(body=markup.encode(encoding), headers={"Content-Type": header})
    article = store.article(gather(store, f"{site.url}/a")["a"].article_id)
    assert "“Kami sudah memberi teguran tiga kali" in article.text


def test_what_is_no_page_is_refused_as_such(site: Site, store):
    site.answers |= {
        "/gambar": Answer(body=b"\x89PNG\r\n", headers={"Content-Type": "image/png"}),
        "/berkas": Answer(body=b"%PDF-1.7", headers={"Content-Type": "text/html"}),
        "/kosong": Answer(),
        "/hilang": Answer(status=404),
    }
    found = gather(store, *(f"{site.url}{path}" for path in site.answers))
    assert {name: refused(one)[0] for name, one in found.items()} == {
        "gambar": Reason.BINARY,
        "berkas": Reason.BINARY,
        "kosong": Reason.EMPTY,
        "hilang": Reason.GONE,
    }


def test_what_broke_off_is_asked_for_again(site: Site, store):
    site.answers["/a"] = lambda _, number: web.page(1) if number else truncated(site)
    assert gather(store, f"{site.url}/a")["a"].article_id


def test_a_name_that_nobody_knows_is_asked_for_once(store, names):
    names["tidak-ada.example"] = []
    assert refused(gather(store, "http://tidak-ada.example/a")["a"])[0] is Reason.GONE


# hosts that want less


def test_a_host_is_asked_one_at_a_time_with_its_delay_between(site: Site, store):
    site.answers |= {f"/{i}": web.page(i) for i in range(4)}
    gather(store, *(f"{site.url}/{i}" for i in range(4)), manners=Manners(delay=0.1, allow_private=True))
    times = [request.at for request in site.requests]
    assert all(later - earlier >= 0.1 for earlier, later in pairwise(times))


def test_a_crawl_delay_counts_where_it_is_longer(site: Site, store):
    site.answers |= {"/robots.txt": web.robots("User-agent: *\nCrawl-delay: 0.2"), "/a": web.page(1), "/b": web.page(2)}
    gather(store, f"{site.url}/a", f"{site.url}/b")
    times = [request.at for request in site.requests]
    assert all(later - earlier >= 0.2 for earlier, later in pairwise(times))


def test_a_host_that_wants_too_long_a_delay_is_left_alone(site: Site, store):
    site.answers |= {"/robots.txt": web.robots("User-agent: *\nCrawl-delay: 86400"), "/a": web.page(1)}
    assert refused(gather(store, f"{site.url}/a")["a"])[0] is Reason.BLOCKED
    assert site.asked() == []


def test_robots_txt_is_obeyed(site: Site, store):
    text = "User-agent: *\nDisallow: /\n\nUser-agent: wartagraf\nDisallow: /rahasia/*.html$\nAllow: /rahasia/boleh.html"
    site.answers |= {"/robots.txt": web.robots(text), "/a": web.page(1), "/rahasia/boleh.html": web.page(2)}
    paths = ("/a", "/rahasia/x.html", "/rahasia/boleh.html")
    found = gather(store, *(site.url + path for path in paths))
    assert refused(found["rahasia/x.html"])[0] is Reason.ROBOTS
    assert site.asked() == ["/a", "/rahasia/boleh.html"]
    assert site.asked(robots=True).count("/robots.txt") == 1


@pytest.mark.parametrize(
    ("status", "reason"), [(401, Reason.BLOCKED), (403, Reason.BLOCKED), (503, Reason.UNREACHABLE)]
)
def test_nothing_is_asked_of_a_site_whose_robots_txt_cannot_be_read(site: Site, store, status, reason):
    site.answers |= {"/robots.txt": Answer(status=status), "/a": web.page(1)}
    assert refused(gather(store, f"{site.url}/a")["a"])[0] is reason
    assert site.asked() == []


def test_a_host_that_refuses_once_is_left_alone(site: Site, store):
    site.answers |= {"/a": web.page(1), "/b": Answer(status=403), "/c": web.page(3), "/d": web.page(4)}
    found = gather(store, *(f"{site.url}/{name}" for name in "abcd"))
    assert found["a"].article_id
    assert [refused(found[name])[0] for name in "bcd"] == [Reason.BLOCKED] * 3
    assert "answered 403" in found["d"].rejection.detail
    assert site.asked() == ["/a", "/b"]


@pytest.mark.parametrize("wait", ["1", "date", ""])
def test_a_busy_host_is_asked_again_when_it_wants(site: Site, store, wait):
    in_a_second = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
    header = {"Retry-After": in_a_second if wait == "date" else wait} if wait else {}
    status = 429 if wait else 503
    site.answers["/a"] = lambda _, number: web.page(1) if number else Answer(status=status, headers=header)
    manners = Manners(delay=0, back_off=0.3, longest_wait=3, allow_private=True)
    assert gather(store, f"{site.url}/a", manners=manners)["a"].article_id
    first, second = (request.at for request in site.requests if request.path == "/a")
    assert second - first >= (0.3 if not wait else 0.9)


def test_the_wait_for_a_busy_host_is_longer_each_time_and_ends(site: Site, store):
    site.answers |= {"/a": Answer(status=503), "/b": web.page(1)}
    manners = Manners(delay=0, back_off=0.1, tries=3, allow_private=True)
    found = gather(store, f"{site.url}/a", f"{site.url}/b", manners=manners)
    assert refused(found["a"])[0] is Reason.UNREACHABLE
    assert refused(found["b"])[0] is Reason.BLOCKED
    times = [request.at for request in site.requests if request.path == "/a"]
    assert len(times) == 3
    assert times[1] - times[0] >= 0.1
    assert times[2] - times[1] >= 0.2


def test_a_host_that_asks_for_too_long_a_wait_is_left_alone(site: Site, store):
    site.answers |= {"/a": Answer(status=429, headers={"Retry-After": "7200"}), "/b": web.page(1)}
    found = gather(store, f"{site.url}/a", f"{site.url}/b")
    assert "7200 s" in refused(found["a"])[1]
    assert refused(found["b"])[0] is Reason.BLOCKED
    assert site.asked() == ["/a"]


def test_the_wait_for_one_host_does_not_hold_up_another(site: Site, store):
    with running_site() as other:
        site.answers["/a"] = lambda _, n: web.page(1) if n else Answer(status=503, headers={"Retry-After": "1"})
        other.answers["/b"] = web.page(2)
        named = other.url.replace("127.0.0.1", "localhost")
        gather(store, f"{site.url}/a", f"{named}/b")
        (served,) = (request.at for request in other.requests if request.path == "/b")
        assert served < max(request.at for request in site.requests)


def test_a_host_where_all_fails_is_left_alone_after_a_few(site: Site, store):
    site.answers["/robots.txt"] = web.robots("")
    for i in range(9):
        site.answers[f"/{i}"] = truncated(site)
    manners = Manners(delay=0, tries=1, allow_private=True)
    found = gather(store, *(f"{site.url}/{i}" for i in range(9)), manners=manners)
    assert Counter(refused(one)[0] for one in found.values()) == {Reason.UNREACHABLE: 4, Reason.BLOCKED: 5}
    assert len(site.asked()) == 4


# redirects, and machines nobody should reach


def test_redirects_are_followed_and_their_loops_are_not(site: Site, store):
    site.answers |= {
        "/lama": web.redirect("/baru", 301),
        "/baru": web.page(1),
        "/satu": web.redirect("/dua"),
        "/dua": web.redirect("/satu", 307),
    }
    for i in range(9):
        site.answers[f"/r{i}"] = web.redirect(f"/r{i + 1}")
    found = gather(store, *(f"{site.url}/{name}" for name in ("lama", "satu", "r0")))
    assert found["lama"].article_id
    assert refused(found["satu"])[0] is refused(found["r0"])[0] is Reason.GONE
    assert "/r7" not in site.asked()


def test_a_redirect_is_judged_by_the_robots_txt_of_where_it_leads(site: Site, store):
    site.answers |= {
        "/robots.txt": web.robots("User-agent: *\nDisallow: /tutup"),
        "/a": web.redirect("/tutup/b"),
        "/tutup/b": web.page(1),
    }
    assert refused(gather(store, f"{site.url}/a")["a"])[0] is Reason.ROBOTS
    assert site.asked() == ["/a"]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "127.1", "2130706433", "0.0.0.0", "[::ffff:127.0.0.1]", "169.254.169.254"],
)
def test_machines_of_private_networks_are_not_asked(site: Site, store, host):
    found = gather(store, f"http://{host}:{site.port}/a", manners=Manners(delay=0))
    assert refused(found["a"])[0] is Reason.PRIVATE
    assert site.requests == []


PUBLIC = "93.184.215.14"
STRICT = Manners(delay=0)


@pytest.fixture
def names(monkeypatch):
    """Names and what they lead to, in turn; the public address is a machine on loopback to the network."""
    known: dict[str, list[str]] = {}
    real_names, real_connect = socket.getaddrinfo, socket.socket.connect

    def resolve(host, port, *args, **kwargs):
        if host not in known:
            return real_names(host, port, *args, **kwargs)
        if not known[host]:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        address = known[host].pop(0) if len(known[host]) > 1 else known[host][0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def connect(self, place):
        real_connect(self, ("127.0.0.1", place[1]) if place[0] == PUBLIC else place)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket.socket, "connect", connect)
    return known


def test_a_name_that_leads_to_loopback_is_not_asked(site: Site, store, names):
    names["kabar.example"] = ["127.0.0.1"]
    assert refused(gather(store, f"http://kabar.example:{site.port}/a", manners=STRICT)["a"])[0] is Reason.PRIVATE
    assert site.requests == []


def test_a_name_that_leads_elsewhere_at_each_look_is_held_to_what_was_checked(site: Site, store, names):
    names["kabar.example"] = [PUBLIC, "127.0.0.1"]
    site.answers |= {"/a": web.page(1)}
    assert refused(gather(store, f"http://kabar.example:{site.port}/a", manners=STRICT)["a"])[0] is Reason.PRIVATE
    assert site.asked(robots=True) == ["/robots.txt"], "what was public when it was asked"


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "kantor.example", "10.0.0.1"])
def test_a_redirect_to_a_private_address_is_not_followed(site: Site, store, names, host):
    names |= {"kabar.example": [PUBLIC], "kantor.example": ["192.168.1.1"]}
    site.answers |= {"/a": web.redirect(f"http://{host}:{site.port}/b"), "/b": web.page(1), "/c": web.page(2)}
    found = gather(store, *(f"http://kabar.example:{site.port}/{path}" for path in "ac"), manners=STRICT)
    assert refused(found["a"])[0] is Reason.PRIVATE
    assert found["c"].article_id
    assert site.asked() == ["/a", "/c"]


def test_a_redirect_to_another_scheme_is_not_followed(site: Site, store):
    site.answers["/a"] = web.redirect("file:///etc/hostname")
    assert refused(gather(store, f"{site.url}/a")["a"])[0] is Reason.MALFORMED


# what is fetched once, and what is not fetched


def test_nothing_is_fetched_twice(site: Site, store):
    site.answers |= {"/a": web.page(1), "/b": web.page(2)}
    sources = [f"{site.url}/a", f"{site.url}/b"]
    first, tally = gather(store, *sources), Tally()
    again = gather(store, *sources, tally=tally)
    assert site.asked() == ["/a", "/b"]
    assert tally == {Visit.REMEMBERED: 2}
    assert [one.article_id for one in again.values()] == [one.article_id for one in first.values()]
    assert {one.news for one in again.values()} == {News.KNOWN}


def test_what_came_and_is_no_page_is_not_fetched_again(site: Site, store):
    site.answers |= {
        "/feed": web.feed("/berkas", "/besar"),
        "/berkas": Answer(body=b"%PDF-1.7"),
        "/besar": Answer(headers=web.HTML | {"Content-Length": "999999999"}),
    }
    first = gather(store, f"{site.url}/feed")
    again = gather(store, f"{site.url}/feed")
    assert site.asked() == ["/feed", "/berkas", "/besar", "/feed"]
    assert {name: refused(one) for name, one in again.items()} == {name: refused(one) for name, one in first.items()}
    assert {one.news for one in again.values()} == {News.KNOWN}


def test_a_run_that_was_broken_off_goes_on_where_it_stopped(site: Site, store):
    site.answers |= {f"/{i}": web.page(i) for i in range(4)}
    sources = [f"{site.url}/{i}" for i in range(4)]
    broken_off = collect(sources, store, terms=Terms(manners=QUICK))
    next(broken_off)
    next(broken_off)
    broken_off.close()
    gather(store, *sources)
    assert site.asked() == ["/0", "/1", "/2", "/3"]
    assert store.counts().articles == 4


def test_refresh_asks_for_changes_only(site: Site, store):
    def answer(request, number):
        if request.headers.get("If-None-Match") == '"v1"' or request.headers.get("If-Modified-Since"):
            return Answer(status=304)
        return web.page(1, ETag='"v1"', **{"Last-Modified": "Thu, 02 May 2024 08:30:00 GMT"})

    site.answers["/a"] = answer
    gather(store, f"{site.url}/a")
    tally = Tally()
    again = gather(store, f"{site.url}/a", refresh=True, tally=tally)
    assert tally == {Visit.NOT_MODIFIED: 1}
    assert again["a"].news is News.KNOWN
    assert again["a"].article_id


def test_a_feed_is_asked_for_changes_and_its_pages_once(site: Site, store):
    def answer(request, number):
        return Answer(status=304) if request.headers.get("If-None-Match") else web.feed("/1", "/2", ETag='"f"')

    site.answers |= {"/feed": answer, "/1": web.page(1), "/2": web.page(2)}
    first = gather(store, f"{site.url}/feed")
    again = gather(store, f"{site.url}/feed")
    assert site.asked() == ["/feed", "/1", "/2", "/feed"]
    assert set(first) == set(again) == {"1", "2"}


def test_a_page_is_asked_for_again_when_its_feed_says_it_changed(site: Site, store):
    def atom(_, number):
        changed = "2020-01-01T00:00:00Z" if number < 2 else (datetime.now(UTC) + timedelta(days=1)).isoformat()
        text = f"<feed><entry><link href='/1'/><updated>{changed}</updated></entry></feed>"
        return Answer(body=text.encode(), headers={"Content-Type": "application/atom+xml"})

    site.answers |= {"/feed": atom, "/1": lambda _, number: web.page(number)}
    for _ in range(3):
        gather(store, f"{site.url}/feed")
    assert site.asked().count("/1") == 2
    assert store.counts().articles == 2


def test_what_failed_is_tried_again_and_no_longer_refused(site: Site, store):
    site.answers["/a"] = lambda _, number: web.page(1) if number else Answer(status=404)
    assert gather(store, f"{site.url}/a")["a"].rejection
    assert gather(store, f"{site.url}/a")["a"].article_id
    assert list(store.rejections) == []


# lists of addresses


def test_a_text_file_of_addresses_is_fetched_and_other_text_is_read(site: Site, store, tmp_path):
    site.answers |= {"/1": web.page(1), "/2": web.page(2)}
    listed, export = tmp_path / "alamat.txt", tmp_path / "ekspor.txt"
    listed.write_text(f"\ufeff{site.url}/1\r\n\r\n{site.url}/2\n{site.url}/1\n", "utf-8")
    export.write_text(f"{site.url}/1\n" + "Pemerintah kota menertibkan pedagang di trotoar sejak pagi. " * 9, "utf-8")
    found = gather(store, listed, export)
    assert site.asked() == ["/1", "/2"]
    assert len(found) == 3
    assert all(one.article_id for one in found.values())


def test_a_list_of_addresses_within_a_folder_is_not_fetched_unasked(site: Site, store, tmp_path):
    folder = tmp_path / "sumber"
    folder.mkdir()
    (folder / "alamat.txt").write_text(f"{site.url}/1\n")
    (one,) = collect([folder], store, terms=Terms(manners=QUICK))
    assert refused(one)[0] is Reason.MALFORMED
    assert site.requests == []


def test_sitemaps_are_followed_through_their_indexes(site: Site, store):
    site.answers |= {
        "/sitemap.xml": web.index("/peta1.xml", "/peta2.xml.gz", "/sitemap.xml"),
        "/peta1.xml": web.sitemap("/1", "/2"),
        "/peta2.xml.gz": web.sitemap("/2", "/3", packed=True),
    }
    site.answers |= {f"/{i}": web.page(i) for i in (1, 2, 3)}
    found = gather(store, f"{site.url}/sitemap.xml")
    assert sorted(found) == ["1", "2", "3"]
    assert Counter(site.asked()).most_common(1)[0][1] == 1


def test_sitemaps_within_each_other_without_end_are_given_up(site: Site, store):
    for i in range(9):
        site.answers[f"/peta{i}.xml"] = web.index(f"/peta{i + 1}.xml")
    found = gather(store, f"{site.url}/peta0.xml")
    assert refused(found["peta3.xml"])[0] is Reason.MALFORMED
    assert "/peta4.xml" not in site.asked()


def test_a_huge_sitemap_costs_no_more_pages_than_wanted(site: Site, store):
    site.answers["/sitemap.xml"] = web.sitemap(*(f"/{i}" for i in range(5_000)))
    site.answers |= {f"/{i}": web.page(i) for i in range(5)}
    found = gather(store, f"{site.url}/sitemap.xml", selection=Selection(limit=2))
    assert list(found) == ["0", "1"]
    assert site.asked() == ["/sitemap.xml", "/0", "/1"]
    gather(store, f"{site.url}/sitemap.xml", selection=Selection(limit=2))
    assert site.asked()[-2:] == ["/2", "/3"]


def test_a_malformed_feed_gives_what_can_be_read_and_is_told(site: Site, store):
    site.answers |= {"/feed": web.feed("/1", "/2"), "/1": web.page(1)}
    site.answers["/feed"].body = site.answers["/feed"].body.partition(b"/2")[0]
    found = gather(store, f"{site.url}/feed")
    assert found["1"].article_id
    assert refused(found["feed"])[0] is Reason.MALFORMED
    assert site.asked() == ["/feed", "/1"]


def test_a_feed_may_not_lead_to_files_or_private_machines(site: Site, store, names):
    names["kabar.example"] = [PUBLIC]
    site.answers |= {"/feed": web.feed("file:///etc/hostname", "http://10.0.0.1/x", "javascript:alert(1)", "/1")}
    site.answers["/1"] = web.page(1)
    found = gather(store, f"http://kabar.example:{site.port}/feed", manners=STRICT)
    assert Counter(one.rejection and one.rejection.reason for one in found.values()) == {
        Reason.MALFORMED: 2,
        Reason.PRIVATE: 1,
        None: 1,
    }


def test_pages_are_selected_by_day_and_address_as_their_feed_tells_them(site: Site, store):
    site.answers["/feed"] = web.feed(
        "/politik/1|Wed, 01 May 2024 08:00:00 +0700",
        "/politik/2|Fri, 03 May 2024 08:00:00 +0700",
        "/politik/3|Sun, 05 May 2024 23:30:00 +0700",
        "/olahraga/4|Fri, 03 May 2024 08:00:00 +0700",
        "/politik/5",
    )
    site.answers |= {f"/politik/{i}": web.page(i) for i in range(9)}
    wanted = Selection(since=date(2024, 5, 2), until=date(2024, 5, 4), match=re.compile("politik"))
    tally = Tally()
    found = gather(store, f"{site.url}/feed", selection=wanted, tally=tally)
    assert list(found) == ["politik/2", "politik/5"]
    assert tally[Visit.LEFT_OUT] == 3


def test_the_newest_pages_of_a_feed_come_first(site: Site, store):
    site.answers["/feed"] = web.feed("/1|Wed, 01 May 2024 08:00:00 +0700", "/2|Fri, 03 May 2024 08:00:00 +0700")
    site.answers |= {"/1": web.page(1), "/2": web.page(2)}
    assert list(gather(store, f"{site.url}/feed")) == ["2", "1"]


def test_a_feed_in_a_file_is_followed(site: Site, store, tmp_path):
    path = tmp_path / "kabar.xml"
    path.write_bytes(web.feed(f"{site.url}/1", "/tanpa-alamat").body)
    site.answers["/1"] = web.page(1)
    found = list(collect([path], store, terms=Terms(manners=QUICK)))
    assert [bool(one.rejection) for one in found] == [True, False]


# secrets


def test_credentials_are_used_and_neither_kept_nor_told(site: Site, store, tmp_path):
    archive = tmp_path / "diambil.warc"
    site.answers |= {
        "/a?id=7&token=jangan-disimpan": web.page(1, **{"Set-Cookie": "sesi=jangan-disimpan"}),
        "/b?api_key=jangan-disimpan": Answer(status=404),
        "/c": web.redirect("http://budi:jangan-disimpan@localhost:1/?password=jangan-disimpan"),
    }
    login = site.url.replace("://", "://budi:jangan-disimpan@")
    sources = [login + path for path in site.answers]
    found = gather(store, *sources, warc=archive)
    assert all("jangan-disimpan" not in repr(one) for one in found.values())
    assert store.article(found["a?id=7&token=hidden"].article_id)
    assert [request.headers["Authorization"] for request in site.requests] == ["Basic YnVkaTpqYW5nYW4tZGlzaW1wYW4="] * 4
    store.commit()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"jangan-disimpan" not in kept


def test_a_login_does_not_go_along_to_another_host(site: Site, store):
    with running_site() as other:
        other.answers["/b"] = web.page(1)
        site.answers["/a"] = web.redirect(f"{other.url}/b")
        assert gather(store, site.url.replace("://", "://budi:kunci@") + "/a")["a"].article_id
        assert all("Authorization" not in request.headers for request in other.requests)


# archives


@pytest.mark.parametrize("name", ["diambil.warc", "diambil.warc.gz"])
def test_what_is_fetched_and_kept_reads_back_as_the_same_pages(site: Site, store, tmp_path, name):
    packed = gzip.compress(web.page(2).body)
    site.answers |= {
        "/feed": web.feed("/1", "/2"),
        "/1": web.page(1),
        "/2": Answer(body=packed, headers=web.HTML | {"Content-Encoding": "gzip"}),
    }
    fetched = gather(store, f"{site.url}/feed", warc=tmp_path / name)
    with Store.open(tmp_path / "other.sqlite") as other:
        found = list(collect([tmp_path / name], other))
        assert {one.source.rpartition("/")[2]: one.article_id for one in found if one.article_id} == {
            key: one.article_id for key, one in fetched.items()
        }
        assert [one.rejection.reason for one in found if one.rejection] == [Reason.UNREADABLE], "the feed, left aside"


@pytest.fixture
def certificate(tmp_path):
    """A certificate of this machine that nobody has signed but itself, and its key, in one file."""
    if not (openssl := shutil.which("openssl")):
        pytest.skip("no openssl on the path to make a certificate with")
    made = tmp_path / "localhost.pem"
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", made, "-out", tmp_path / "own.pem"]
    subprocess.run([*command, *names], check=True, capture_output=True)
    made.write_text(made.read_text() + (tmp_path / "own.pem").read_text())
    return made


def test_a_certificate_is_checked_and_for_the_name_that_was_asked(store, certificate, monkeypatch):
    with running_site(certificate) as site:
        site.answers |= {"/a": web.page(1), "/b": web.page(2)}
        named = site.url.replace("http://127.0.0.1", "https://localhost")
        found = gather(store, f"{named}/a")
        assert refused(found["a"])[0] is Reason.UNREACHABLE
        assert "no secure connection" in found["a"].rejection.detail
        assert site.requests == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert gather(store, f"{named}/a")["a"].article_id
        assert refused(gather(store, f"{named.replace('localhost', '127.0.0.1')}/b")["b"])[0] is Reason.UNREACHABLE


def test_time_is_not_spent_on_a_machine_that_is_not_there(store):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    begin = time.monotonic()
    assert refused(gather(store, f"http://127.0.0.1:{port}/a")["a"])[0] is Reason.UNREACHABLE
    assert time.monotonic() - begin < 5


def test_a_robots_txt_that_leads_nowhere_closes_its_site_and_one_that_leads_elsewhere_counts(site: Site, store):
    with running_site() as other:
        site.answers |= {"/robots.txt": web.redirect("mailto:redaksi@kabar.example"), "/a": web.page(1)}
        assert refused(gather(store, f"{site.url}/a")["a"])[0] is Reason.MALFORMED
        site.answers["/robots.txt"] = web.redirect(f"{other.url}/aturan")
        other.answers["/aturan"] = web.robots("User-agent: *\nDisallow: /a")
        assert refused(gather(store, f"{site.url}/a")["a"])[0] is Reason.ROBOTS
        assert site.asked() == []
