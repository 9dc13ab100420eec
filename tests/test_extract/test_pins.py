from corpus import Article
from extract import Record, extract_record, find_citations

TEXT = "Perda Nomor 3 Tahun 2018 memuat Pasal 5 tentang sampah. “Pasal tersebut sudah jelas,” kata Budi Hartono."


def words(text: str, pin) -> str:
    return text[pin.start : pin.end]


def test_a_citation_tells_where_its_provisions_stand():
    (perda,) = find_citations(TEXT)
    assert [words(TEXT, pin) for pin in perda.pins] == ["Pasal 5", "Pasal tersebut"]
    assert [pin.provisions for pin in perda.pins] == [("pasal 5",), ("pasal 5",)]


def test_a_reference_to_a_provision_points_at_the_pin_cite():
    (perda,) = find_citations(TEXT)
    cite, reference = perda.pins
    assert cite.antecedent is None
    assert reference.antecedent == (cite.start, cite.end)


def test_provisions_are_those_of_the_pins_each_once():
    (perda,) = find_citations(TEXT)
    assert perda.provisions == ("pasal 5",)


def test_a_statement_that_names_no_more_than_a_provision_speaks_of_its_rule():
    record = extract_record(Article(id="a", text=TEXT))
    assert [(s.speaker_name, s.regulations) for s in record.statements] == [("Budi Hartono", ("perda/2018/3",))]


def test_pins_survive_the_json_form():
    record = extract_record(Article(id="a", text=TEXT))
    assert Record.from_json(record.to_json()) == record
