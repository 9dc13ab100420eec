import pytest

from corpus.canonical import canonical, part_number


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://warta.example/a?utm_source=fb&utm_medium=x", "https://warta.example/a"),
        ("https://warta.example/a/amp/", "https://warta.example/a/"),
        ("https://warta.example/amp/a", "https://warta.example/a"),
        ("https://warta.example/a?amp=1&id=5", "https://warta.example/a?id=5"),
        ("https://warta.example/a.amp.html", "https://warta.example/a.html"),
        ("https://warta.example/a?id=5&page=all#isi", "https://warta.example/a?id=5"),
        ("https://warta.example/kampung-amplas", "https://warta.example/kampung-amplas"),
        ("https://warta.example/?p=17", "https://warta.example/?p=17"),
        ("http://[kabar", ""),
        ("javascript:void(0)", ""),
        ("/read/1", ""),
        ("", ""),
    ],
)
def test_one_article_has_one_address(url, bare):
    assert canonical(url) == bare
    assert canonical(bare) == bare


@pytest.mark.parametrize(
    ("query", "number"), [("", 1), ("?page=2", 2), ("?halaman=3", 3), ("?page=all", 0), ("?page=x", 1)]
)
def test_an_address_may_number_its_part(query, number):
    assert part_number(f"https://warta.example/a{query}") == number
