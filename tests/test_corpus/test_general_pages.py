"""Pages of the world, scored as the article extraction benchmark does, beside trafilatura's defaults."""

from tests.bench.general import compare, overall


def test_pages_in_many_languages_are_cleaned_no_worse_than_by_trafilatura(shared):
    found = compare(shared / "pages" / "general")
    ours, theirs = (overall(list(found[name].values())) for name in ("wartagraf", "trafilatura"))
    assert len(found["wartagraf"]) == 181
    assert ours.f1 >= theirs.f1
    assert ours.words_f1 >= theirs.words_f1
