"""The parts of the trained component: chains of labels, the encoder's shorter way, and what is learnt."""

from itertools import product

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Span
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from extract.model.chains import OUTSIDE, Floats, chain_labels, expected, followers, likeliest
from extract.model.encoding import window_encoder
from extract.model.tagging import NameTagging
from extract.tokenizer import blank_pipeline

LABELS = chain_labels(["PERSON", "REGION"])
ALLOWED = followers(LABELS)
TEXT = "Wali Kota Rantau Lestari Wulandari pulang."
NAMES = [(2, 3, "REGION"), (3, 5, "PERSON")]


def all_chains(words: int) -> list[tuple[int, ...]]:
    """Every chain of labels that may stand between two words of no name."""
    every = product(range(len(LABELS)), repeat=words)
    return [chain for chain in every if all(ALLOWED[pair] for pair in zip((0, *chain), (*chain, 0), strict=True))]


def random_scores(*lengths: int) -> list[Floats]:
    random = np.random.default_rng(5)
    return [random.normal(0, 2, (length, len(LABELS))).astype(np.float32) for length in lengths]


def score(chain: tuple[int, ...], scores: Floats) -> float:
    return float(sum(scores[word, label] for word, label in enumerate(chain)))


def test_names_begin_and_end() -> None:
    possible = {"".join(LABELS[label][0] for label in chain) for chain in all_chains(3)}
    assert {"BIL", "OBL", "UOU", "BLU"} <= possible
    assert not possible & {"BOO", "OIL", "BLI", "UIO"}


def test_the_likeliest_chain_is_the_best_of_all() -> None:
    scores = random_scores(1, 3, 4)
    for found, of_text in zip(likeliest(scores, ALLOWED), scores, strict=True):
        assert tuple(found) == max(all_chains(len(of_text)), key=lambda chain: score(chain, of_text))


def test_labels_are_as_likely_as_their_chains() -> None:
    scores = random_scores(2, 4)
    total, likely = expected(scores, ALLOWED)
    sums = []
    for found, of_text in zip(likely, scores, strict=True):
        weights = {chain: np.exp(score(chain, of_text)) for chain in all_chains(len(of_text))}
        sums.append(sum(weights.values()))
        person = sum(weight for chain, weight in weights.items() if chain[0] == LABELS.index("U-PERSON")) / sums[-1]
        assert found[0, LABELS.index("U-PERSON")] == pytest.approx(person, abs=1e-4)
    assert total == pytest.approx(float(np.log(sums).sum()), abs=1e-3)


def test_a_label_that_a_word_cannot_have_is_in_no_chain() -> None:
    (scores,) = random_scores(3)
    scores[1, 1:] = -np.inf
    _, (likely,) = expected([scores], ALLOWED)
    assert likely[1, OUTSIDE] == pytest.approx(1)
    assert likely[0, LABELS.index("B-PERSON")] == pytest.approx(0)


def test_labels_far_likelier_than_those_that_may_stand_there_break_nothing() -> None:
    inner = LABELS.index("I-PERSON")
    scores = np.zeros((3, len(LABELS)), dtype=np.float32)
    scores[:, inner] = 300
    total, (likely,) = expected([scores], ALLOWED)
    assert total == pytest.approx(300)
    assert likely.sum(axis=1) == pytest.approx([1, 1, 1])
    assert [LABELS[label] for label in likeliest([scores], ALLOWED)[0]] == ["B-PERSON", "I-PERSON", "L-PERSON"]


def test_a_text_of_impossible_labels_has_no_names() -> None:
    (chain,) = likeliest([np.full((3, len(LABELS)), -np.inf, dtype=np.float32)], ALLOWED)
    assert list(chain) == [OUTSIDE] * 3


def test_without_texts_there_are_no_chains() -> None:
    assert likeliest([], ALLOWED) == []


def test_the_encoder_reads_what_it_learnt() -> None:
    fix_random_seed(1)
    encoder = window_encoder(width=8, depth=3, window_size=1, maxout_pieces=3)
    texts = [np.random.default_rng(length).normal(size=(length, 8)).astype(np.float32) for length in (1, 5, 12)]
    encoder.initialize(X=texts)
    learning, _ = encoder(texts, is_train=True)
    for read, learnt in zip(encoder.predict(texts), learning, strict=True):
        assert np.abs(read - learnt).max() < 1e-5


def tagger() -> Language:
    """An untrained pipeline with the component."""
    fix_random_seed(0)
    nlp = blank_pipeline()
    words = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 16, "rows": [500], "attrs": ["NORM"]}
    embed = {"@architectures": "wartagraf.ConventionEmbed.v1", "width": 16, "conventions": 1}
    encode = {"@architectures": "wartagraf.WindowEncoder.v1", "width": 16, "depth": 1, "window_size": 1}
    tok2vec = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {**embed, "embed": {**words, "include_static_vectors": False}},
        "encode": {**encode, "maxout_pieces": 2},
    }
    model = {"@architectures": "wartagraf.NameTagger.v1", "tok2vec": tok2vec}
    nlp.add_pipe("wartagraf_names", config={"model": model, "types": ["PERSON", "REGION"]})
    return nlp


def annotated(nlp: Language, names: list[tuple[int, int, str]], missing: tuple[int, int] | None = None) -> Example:
    """``TEXT`` with its names, and with words of which nobody said what they are."""
    doc = nlp.make_doc(TEXT)
    unknown = [Span(doc, *missing)] if missing else []
    doc.set_ents([Span(doc, *name) for name in names], missing=unknown)
    return Example(nlp.make_doc(TEXT), doc)


def learnt(nlp: Language, example: Example, steps: int = 60) -> list[float]:
    optimizer, losses = Adam(0.01), list[float]()
    nlp.initialize(lambda: [example])
    for _ in range(steps):
        loss = nlp.update([example], sgd=optimizer)
        losses.append(loss["wartagraf_names"])
    return losses


def test_names_side_by_side_are_learnt() -> None:
    nlp = tagger()
    losses = learnt(nlp, annotated(nlp, NAMES))
    assert losses[-1] < losses[0] / 10
    assert [(ent.start, ent.end, ent.label_) for ent in nlp(TEXT).ents] == NAMES


def test_a_missing_value_teaches_nothing() -> None:
    nlp = tagger()
    component = nlp.get_pipe("wartagraf_names")
    assert isinstance(component, NameTagging)
    example = annotated(nlp, NAMES[1:], missing=(2, 3))
    nlp.initialize(lambda: [example])
    scores = component.model.predict([example.predicted])
    _, (change,) = component.get_loss([example], scores)
    changes = np.abs(np.asarray(change)).max(axis=1)
    assert changes[4] > 0.1
    assert changes[2] < changes[4] / 2


def test_texts_without_words_have_no_names() -> None:
    nlp = tagger()
    learnt(nlp, annotated(nlp, NAMES))
    assert [doc.ents for doc in nlp.pipe(["", ""])] == [(), ()]
    assert [len(doc.ents) for doc in nlp.pipe(["", TEXT])] == [0, len(NAMES)]
