"""What the trained pipeline is made from, and how its texts are put together."""

import gzip
import json
import re
from pathlib import Path
from random import Random

import pytest

from extract.model.embedding import CONVENTION
from extract.tokenizer import blank_pipeline
from extract.training.articles import as_article, checksum, read_annotated, write_annotated
from extract.training.columns import read_sentences, spans_of
from extract.training.docs import grouped, to_doc
from extract.training.example import CONVENTIONS, UNKNOWN, Labelled
from extract.training.gold_texts import gold_spans
from extract.training.joining import join
from extract.training.overlap import Seen
from extract.training.templates import Templates


def test_sentences_are_put_back_together() -> None:
    tokens = ["“", "Anak", "-", "anak", "pulang", "(", "14/3", ")", ",", "”", "kata", "Lestari", "."]
    text, places = join(tokens)
    assert text == '"Anak-anak pulang (14/3)," kata Lestari.'
    assert [text[start:end] for start, end in places][1:4] == ["Anak", "-", "anak"]


def test_token_files_are_read_with_blanks_or_tabs(tmp_path: Path) -> None:
    file = tmp_path / "set.txt"
    file.write_text("Lestari PROPN B-PER\nWulandari PROPN I-PER\n\npulang\tO\n", "utf-8")
    assert list(read_sentences(file)) == [[("Lestari", "B-PER"), ("Wulandari", "I-PER")], [("pulang", "O")]]


def test_adjacent_spans_stay_apart() -> None:
    assert list(spans_of(["B-PER", "B-PER", "L-PER", "U-LOC"])) == [(0, 1, "PER"), (1, 3, "PER"), (3, 4, "LOC")]


def test_a_sentence_of_a_test_set_is_known_again_whatever_its_case() -> None:
    seen = Seen(["Warga Rantau Seberang menutup jalan desa sejak pagi."])
    assert seen.share("warga rantau seberang menutup jalan desa!") == 1.0
    assert seen.share("Warga Rantau Seberang membuka jalan desa.") == 0.0


def test_a_short_sentence_is_known_by_all_of_its_words() -> None:
    assert Seen(["Ia pulang."]).share("ia pulang") == 1.0
    assert Seen(["Ia pulang."]).share("Ia pulang pagi") == 0.0


def test_of_annotated_forms_that_overlap_the_longest_counts() -> None:
    text = "Pemkot Rantau dan warga Rantau"
    gold = {"institutions": [{"mentions": ["Pemkot Rantau"]}], "regions": [{"mentions": ["Rantau"]}]}
    assert gold_spans(text, gold) == [(0, 13, "INSTITUTION"), (24, 30, "REGION")]


def test_unknown_spans_are_missing_values() -> None:
    doc = to_doc(blank_pipeline(), [(Labelled(text="Wali Kota Rantau", spans=((10, 16, UNKNOWN),)), "")])
    assert [token.ent_iob_ for token in doc] == ["O", "O", ""]


def test_templates_are_the_same_for_the_same_seed_and_quote_their_text() -> None:
    one, other = list(Templates(3).sentences(200)), list(Templates(3).sentences(200))
    assert one == other != list(Templates(4).sentences(200))
    assert all(example.text[start:end].strip() for example in one for start, end, _ in example.spans)


def test_texts_of_one_doc_follow_one_convention() -> None:
    examples = [Labelled(text=f"Kalimat {n}.", convention=CONVENTIONS[n % 3]) for n in range(30)]
    for doc in grouped(blank_pipeline(), examples, Random(0)):
        numbers = {int(word) % 3 for word in re.findall(r"\d+", doc.text)}
        assert numbers == {doc.user_data[CONVENTION]}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two lines of raw news, and the annotation of the second."""
    text = as_article("- Jalan dibuka.,“Silakan,” kata Lestari.")
    annotation = {"persons": [{"name": "Lestari", "mentions": [[30, 37]], "official": False, "roles": []}]}
    row = {"line": 1, "checksum": checksum(text), "annotation": annotation}
    news, annotations = tmp_path / "news.txt.gz", tmp_path / "annotations.jsonl.gz"
    news.write_bytes(gzip.compress("Hujan.\n- Jalan dibuka.,“Silakan,” kata Lestari.\n".encode()))
    annotations.write_bytes(gzip.compress(json.dumps(row).encode()))
    return news, annotations


def test_places_become_the_words_that_stand_there(files: tuple[Path, Path]) -> None:
    [(name, text, gold)] = read_annotated(*files)
    assert (name, text) == ("news-00001", "Jalan dibuka.\n“Silakan,” kata Lestari.")
    assert gold["persons"][0]["mentions"] == ["Lestari"]


def test_a_text_that_is_not_the_annotated_one_is_refused(files: tuple[Path, Path]) -> None:
    files[0].write_bytes(gzip.compress(b"Hujan.\nJalan ditutup.\n"))
    with pytest.raises(ValueError, match=r"news\.txt\.gz: line 1 is not the article"):
        list(read_annotated(*files))


def test_the_shipped_annotation_fits_the_news(shared: Path, tmp_path: Path) -> None:
    assert write_annotated(shared / "raw-news" / "news.txt.gz", tmp_path) == 448
    for path in (tmp_path / "gold").iterdir():
        text = json.loads((tmp_path / "docs" / path.name).read_text("utf-8"))["text"]
        for statement in json.loads(path.read_text("utf-8"))["statements"]:
            assert all(span in text for span in statement["spans"])
