import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Reason
from corpus.address_lists import address_lines
from corpus.errors import FetchError
from corpus.fetching.addresses import parse_address, shown
from corpus.fetching.guarding import is_public


@pytest.mark.parametrize(
    ("written", "asked", "told"),
    [
        ("HTTP://Kabar.Example:80/A", "http://kabar.example/A", "http://kabar.example/A"),
        ("https://kabar.example", "https://kabar.example/", "https://kabar.example/"),
        ("https://kabar.example:8443/a#b", "https://kabar.example:8443/a", "https://kabar.example:8443/a"),
        ("http://kabar.example/a b?q=é", "http://kabar.example/a%20b?q=%C3%A9", "http://kabar.example/a%20b?q=%C3%A9"),
        ("http://u:p@kabar.example/", "http://kabar.example/", "http://kabar.example/"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("http://k.example/?id=1&token=s", "http://k.example/?id=1&token=s", "http://k.example/?id=1&token=hidden"),
        ("http://k.example/?accessToken=s", "http://k.example/?accessToken=s", "http://k.example/?accessToken=hidden"),
        ("http://k.example/?X-Amz-Signature=s", "http://k.example/?X-Amz-Signature=s", None),
        ("http://k.example/?api_key=s&passage=2", "http://k.example/?api_key=s&passage=2", None),
        ("http://k.example/?author=3&sidang=7", "http://k.example/?author=3&sidang=7", None),
    ],
)
def test_an_address_is_asked_as_it_is_and_told_without_secrets(written, asked, told):
    address = parse_address(written)
    assert address.url == asked
    assert address.shown == (told or asked.replace("=s", "=hidden"))
    assert parse_address(address.shown).shown == address.shown
    assert "p@" not in repr(address)


@pytest.mark.parametrize(
    "written", ["http://", "http:///x", "http://[kabar", "ftp://kabar.example/", "http://k:99999/"]
)
def test_what_is_no_address_is_refused(written):
    with pytest.raises(FetchError) as refused:
        parse_address(written)
    assert refused.value.reason is Reason.MALFORMED
    assert shown(written) == written


@settings(deadline=None)
@given(st.text())
def test_no_text_is_too_odd_to_be_looked_at(text):
    shown("http://" + text)
    address_lines(text.encode("utf-8", "replace"))


@pytest.mark.parametrize("link", ["/b", "b", "?b", "//kabar.example/b", "https://kabar.example/b"])
def test_a_login_stays_on_its_site(link):
    assert parse_address("https://budi:kunci@kabar.example/a").joined(link).login == "budi:kunci"


@pytest.mark.parametrize("link", ["http://kabar.example/b", "https://lain.example/b", "https://kabar.example:444/b"])
def test_a_login_goes_nowhere_else(link):
    assert parse_address("https://budi:kunci@kabar.example/a").joined(link).login == ""


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808", "2002:808:808::1"])
def test_machines_of_the_internet_may_be_asked(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *("::", "::1", "::7f00:1", "::ffff:127.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1"),
        *("64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:db8::1", "2001::1"),
    ],
)
def test_machines_that_are_not_everybodys_may_not(address):
    assert not is_public(address)


@pytest.mark.parametrize("text", ["", "halo\nhttp://k.example/", "http://k.example/ dan lain-lain", "http://a\nhalo"])
def test_text_with_anything_but_addresses_is_no_list_of_them(text):
    assert address_lines(text.encode()) is None
