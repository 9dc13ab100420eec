import gzip
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.fetching.listings import Kind, moment, read_listing

NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
IMAGE = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'


def read(text):
    return read_listing(text.encode(), most_bytes=1_000_000)


@pytest.mark.parametrize(
    ("text", "kind", "links"),
    [
        (
            (
                "<rss><channel><link>https://k.example/</link><image><url>https://k.example/logo.png</url></image>"
                "<item><link>https://k.example/1</link><comments>https://k.example/1#k</comments></item></channel></rss>"
            ),
            Kind.FEED,
            ["https://k.example/1"],
        ),
        (
            (
                "<rss><item><link>\n https://k.example/?a=1&b=2 </link></item>"
                "<item><link><![CDATA[https://k.example/?c=3&d=4]]></link></item><item><guid>https://k.example/5</guid></item>"
                "<item><guid isPermaLink='false'>5f</guid><title>&nbsp;A &amp; B</title></item></rss>"
            ),
            Kind.FEED,
            ["https://k.example/?a=1&b=2", "https://k.example/?c=3&d=4", "https://k.example/5"],
        ),
        (
            (
                '<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><item><link>http://hitung.example/x</link>'
                "<feedburner:origLink>https://k.example/1</feedburner:origLink></item></rss>"
            ),
            Kind.FEED,
            ["https://k.example/1"],
        ),
        (
            (
                '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
                "<item><link>https://k.example/1</link></item></rdf:RDF>"
            ),
            Kind.FEED,
            ["https://k.example/1"],
        ),
        (
            (
                '<?xml version="1.0"?><!-- kabar --><feed xmlns="http://www.w3.org/2005/Atom">'
                '<link href="/feed" rel="self"/>'
                '<entry><link rel="edit" href="/e"/><link rel="alternate" href="/1"/></entry>'
                '<entry><link href="/2"/><link rel="enclosure" href="/2.mp3"/></entry></feed>'
            ),
            Kind.FEED,
            ["/1", "/2"],
        ),
        (
            (
                f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {IMAGE}><url><image:image><image:loc>'
                "https://k.example/a.jpg</image:loc></image:image><loc>https://k.example/1</loc></url>"
                "<url><loc>https://k.example/1</loc></url></urlset>"
            ),
            Kind.SITEMAP,
            ["https://k.example/1"],
        ),
        (
            "<sitemapindex><sitemap><loc>https://k.example/peta.xml</loc></sitemap></sitemapindex>",
            Kind.INDEX,
            ["https://k.example/peta.xml"],
        ),
        ("https://k.example/1\n\nhttps://k.example/2", Kind.ADDRESSES, ["https://k.example/1", "https://k.example/2"]),
    ],
)
def test_every_kind_of_listing_is_read(text, kind, links):
    for listing in (read(text), read_listing(gzip.compress(text.encode()), most_bytes=1_000_000)):
        assert listing.kind is kind
        assert [entry.link for entry in listing.entries] == links
        assert listing.trouble == ""


def test_days_of_publication_and_of_change_are_told_apart():
    (one,) = read(
        f"<urlset {NEWS}><url><loc>/1</loc><lastmod>2024-05-04T10:00:00+07:00</lastmod><news:news>"
        "<news:publication_date>2024-05-02</news:publication_date></news:news></url></urlset>"
    ).entries
    assert (one.published.date(), one.changed.date()) == (date(2024, 5, 2), date(2024, 5, 4))
    assert one.newest == date(2024, 5, 4)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("2024-05-02", "2024-05-02T00:00:00+07:00"),
        ("2024-05-02T08:30:00Z", "2024-05-02T08:30:00+00:00"),
        ("2024-05-02T08:30:00.123+07:00", "2024-05-02T08:30:00.123000+07:00"),
        ("Thu, 02 May 2024 08:30:00 GMT", "2024-05-02T08:30:00+00:00"),
        ("Kam, 02 Mei 2024 08:30:00 +0700", "2024-05-02T00:00:00+07:00"),
    ],
)
def test_times_are_read_in_every_form_of_feeds(text, want):
    assert moment(text).isoformat() == want


@pytest.mark.parametrize("text", ["", "kemarin", "0000-00-00", "Thu, 99 May 2024 08:30:00 GMT"])
def test_what_is_no_time_is_none(text):
    assert moment(text) is None


@pytest.mark.parametrize("text", ["", "halo", "<html><body><rss></rss></body></html>", "<svg><feed/></svg>", "{}"])
def test_what_is_no_listing_is_none(text):
    assert read(text) is None or read(text).trouble or not read(text).entries


@pytest.mark.parametrize("cut", [30, 60, 90])
def test_a_listing_that_breaks_off_gives_only_whole_entries(cut):
    whole = "<rss><channel>" + "".join(f"<item><link>https://k.example/{i}</link></item>" for i in range(3))
    listing = read(whole[:cut])
    assert {entry.link for entry in listing.entries} <= {f"https://k.example/{i}" for i in range(3)}
    assert listing.trouble


def test_a_feed_can_neither_read_files_nor_grow_without_bound(tmp_path):
    secret = tmp_path / "rahasia"
    secret.write_text("https://k.example/rahasia")
    grown = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    listing = read(
        f'<!DOCTYPE rss [<!ENTITY e0 "https://k.example/">{grown}<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<rss><item><link>https://k.example/&e9;</link></item><item><link>&x;</link></item></rss>"
    )
    assert all(len(entry.link) < 100 and "rahasia" not in entry.link for entry in listing.entries)


def test_a_packed_listing_is_held_to_its_size():
    with pytest.raises(ValueError, match="more than 1 MB unpacked"):
        read_listing(gzip.compress(bytes(50_000_000)), most_bytes=1_000_000)
    with pytest.raises(ValueError, match="broken gzip"):
        read_listing(b"\x1f\x8b rusak", most_bytes=1_000_000)


@settings(deadline=None)
@given(st.binary())
def test_no_bytes_are_too_odd_to_be_looked_at(raw):
    read_listing(b"<rss>" + raw, most_bytes=1000)
    read_listing(b"<urlset><url>" + raw, most_bytes=1000)
