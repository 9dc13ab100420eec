from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.likeness import share, shingles
from graph.sketches import LEAST, VALUES, runs_of, sketches_of

ODD = ["aturan", "WARGA", "denda", "ß", "İ", "é", "漢字", "5", "rp_5", "a-b", "x.y", "\ud800", "😀"]
WORDS = st.lists(st.sampled_from(ODD), max_size=40)
TEXTS = st.lists(st.one_of(WORDS.map(" ".join), st.text(max_size=60)), max_size=6)


@settings(deadline=None)
@given(TEXTS)
def test_runs_are_those_of_the_corpus_whatever_stands_beside_a_text(texts: list[str]) -> None:
    found = [frozenset(runs.tolist()) for runs in runs_of(texts)]
    wanted = [shingles(text) for text in texts]
    assert [len(runs) for runs in found] == [len(runs) for runs in wanted]
    for one, want in zip(found, wanted, strict=True):
        for other, wanted_other in zip(found, wanted, strict=True):
            assert share(one, other) == share(want, wanted_other)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_a_sketch_does_not_depend_on_the_texts_beside_it(texts: list[str], others: list[str]) -> None:
    assert sketches_of(others + texts)[len(others) :] == sketches_of(texts)


def test_short_texts_have_no_sketch() -> None:
    words = [f"kata{n}" for n in range(LEAST + 3)]
    none, short, long = sketches_of(["", " ".join(words[:-1]), " ".join(words)])
    assert none is None
    assert short is None
    assert long is not None
    assert len(long) == VALUES


def equal(one: list[int], other: list[int]) -> int:
    return sum(a == b for a, b in zip(one, other, strict=True))


def test_alike_texts_have_alike_sketches() -> None:
    text = " ".join(f"kata{n}" for n in range(300))
    texts = [text, text.upper() + "!", text[: len(text) // 2], text.replace("kata", "lain")]
    one, same, half, other = sketches_of(texts)
    assert one is not None
    assert half is not None
    assert other is not None
    assert same == one
    assert 16 < equal(one, half) < 48
    assert equal(one, other) < 4
