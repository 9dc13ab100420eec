"""The trained pipeline as it is shipped."""

import json
import socket

import numpy as np
import pytest
from spacy.language import Language
from spacy.pipeline import TrainablePipe

from extract.model import HERE, load_model
from extract.model.embedding import CONVENTION, Embedding
from extract.tokenizer import blank_pipeline
from extract.training.example import CONVENTIONS, LABELS, Labelled
from extract.training.measuring import exact_scores, overlap_scores, weights_checksum

LARGEST = 25_000_000  # bytes; the repository has no LFS
TEXT = (
    "Sekretaris Dinas Perhubungan Kota Rantau Seberang, Hendri Saputra, mengatakan jalan itu ditutup. "
    "Hal senada disampaikan Ketua Forum Pedagang Pasar (FPP) Lestari Wulandari. Undang-Undang itu masih berlaku."
)


@pytest.fixture(scope="module")
def model() -> Language:
    return load_model()


def embedding_of(model: Language) -> Embedding:
    """The layer that gives the words their rows."""
    layers = model.get_pipe("wartagraf_names").model.walk()  # type: ignore[attr-defined]
    return next(layer for layer in layers if layer.name == "convention_embed")


def test_it_finds_speakers_with_their_titles(model: Language) -> None:
    persons = [ent.text for ent in model(TEXT).ents if ent.label_ == "PERSON"]
    assert persons == ["Hendri Saputra", "Lestari Wulandari"]


def test_its_entities_quote_the_text(model: Language) -> None:
    ents = model(TEXT).ents
    assert ents
    assert all(TEXT[ent.start_char : ent.end_char] == ent.text for ent in ents)


def test_it_labels_persons_institutions_and_regions_only(model: Language) -> None:
    assert model.pipe_names == ["wartagraf_names"]
    assert set(model.get_pipe("wartagraf_names").labels) == set(LABELS)  # type: ignore[attr-defined]


def test_its_tokens_are_those_of_our_tokenizer(model: Language) -> None:
    text = f"{TEXT} Non-Aktif hati-hati (20/10/2020) pasal 8) ----- https://kabar.example/a?b"
    assert [token.text for token in model.make_doc(text)] == [token.text for token in blank_pipeline().make_doc(text)]


def test_its_layers_are_as_spacy_would_load_them() -> None:
    """``NameTagging.from_disk`` leaves out the stored attributes of layers: the config has all but dropout."""
    ours, stock = (load_model().get_pipe("wartagraf_names") for _ in range(2))
    TrainablePipe.from_disk(stock, HERE / "wartagraf_names", exclude=["vocab"])
    for one, other in zip(ours.model.walk(), stock.model.walk(), strict=True):  # type: ignore[attr-defined]
        attributes = [{**layer.attrs, "dropout_rate": None} for layer in (one, other)]
        assert (one.name, one.dim_names, attributes[0]) == (other.name, other.dim_names, attributes[1])
        assert all(np.array_equal(one.get_param(name), other.get_param(name)) for name in one.param_names)


def test_two_readings_are_the_same(model: Language) -> None:
    one, other = model(TEXT), load_model()(TEXT)
    assert [(ent.start, ent.end, ent.label_) for ent in one.ents] == [(e.start, e.end, e.label_) for e in other.ents]


def test_it_loads_without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("the model asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert load_model()(TEXT).ents


def test_its_files_are_small_and_hold_no_pickles() -> None:
    files = [path for path in HERE.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < LARGEST
    pickled = tuple(bytes((0x80, protocol)) for protocol in range(2, 6))
    assert not [path for path in files if path.read_bytes().startswith(pickled)]


def test_its_scores_are_those_of_these_files() -> None:
    """The extractor's version counts in scores.txt, not the weights: other weights must come with other scores."""
    assert f"sha256 {weights_checksum(HERE)}\n" in (HERE.parent / "scores.txt").read_text("utf-8")


def test_its_card_names_every_source() -> None:
    card = (HERE.parent / "MODEL_CARD.md").read_text("utf-8")
    for source in ("idner-news-2k", "NERGRIT", "NERP", "NERUGM", "NERUI", "PFSA-ID", "KoTA-414", "MIT", "CC BY"):
        assert source in card


def test_scores_count_exact_and_overlapping_spans(model: Language) -> None:
    example = Labelled(text="Kata Hendri Saputra.", spans=((5, 19, "PERSON"),))
    assert overlap_scores([(example, [(5, 12, "PERSON")])])["PERSON"] == (1.0, 1.0, 1.0)
    assert overlap_scores([(example, [(5, 11, "PERSON")])])["PERSON"] == (0.0, 0.0, 0.0)
    assert exact_scores(model, [Labelled(text="Ia pulang.")])["ALL"] == (0.0, 0.0, 0.0)


def test_other_weights_make_other_rows() -> None:
    model = load_model()
    embedding = embedding_of(model)
    before = embedding.predict([model.make_doc(TEXT)])[0]
    for node in embedding.layers[0].walk():
        if node.has_param("b"):
            node.set_param("b", node.get_param("b") + 1)
    assert abs(embedding.predict([model.make_doc(TEXT)])[0] - before).max() > 0.01


def test_the_saved_pipeline_says_what_it_is() -> None:
    meta = json.loads((HERE / "meta.json").read_text("utf-8"))
    assert (meta["lang"], meta["name"], meta["license"]) == ("id", "wartagraf_news", "Apache-2.0")


def test_rows_kept_by_word_are_those_made_anew(model: Language) -> None:
    embedding = embedding_of(model)
    docs = [model.make_doc(TEXT), model.make_doc("Jalan itu ditutup. " + TEXT), model.make_doc("")]
    ours = embedding.get_param("E")[0]
    for kept, made in zip(embedding.predict(docs), embedding.layers[0].predict(docs), strict=True):
        assert abs(kept - made - ours).max(initial=0) < 1e-5


def test_another_convention_gives_other_rows(model: Language) -> None:
    embedding = embedding_of(model)
    ours, other = model.make_doc(TEXT), model.make_doc(TEXT)
    other.user_data[CONVENTION] = len(CONVENTIONS) - 1
    first, second = embedding.predict([ours, other])
    assert abs(first - second).max() > 0.01
