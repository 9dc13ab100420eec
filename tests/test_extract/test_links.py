"""Links: the rules and sanctions that statements speak of, from the article to the record."""

import time

import pytest

from corpus import Article
from extract.pipeline import extract_record

LAW = "Perda Nomor 3 Tahun 2018 tentang Ketertiban Umum berlaku di Kota Metro sejak lama."


def rules(text: str) -> list[tuple[str, ...]]:
    """The rules of each statement of an article, in text order."""
    article = Article(id="a", title="", text=text, date="2024-05-01")
    return [statement.regulations for statement in extract_record(article).statements]


@pytest.mark.parametrize(
    "lead",
    [
        "Dalam perda itu, Wali Kota Metro Budi Hartawan menyebut",
        "Berdasarkan Perda Nomor 3 Tahun 2018, Wali Kota Metro Budi Hartawan menyatakan",
        "Merujuk Pasal 5 Perda Nomor 3 Tahun 2018, Wali Kota Metro Budi Hartawan menegaskan",
        "Terkait perda itu, Wali Kota Metro Budi Hartawan menjelaskan",
    ],
)
def test_a_rule_that_leads_a_sentence_in_is_what_its_statement_speaks_of(lead):
    assert rules(f"{LAW}\n{lead} pedagang tidak boleh berjualan di trotoar.") == [("perda-kota-metro/2018/3",)]


@pytest.mark.parametrize(
    "lead",
    [
        "Dalam rapat pembahasan perda itu, Wali Kota Metro Budi Hartawan mengatakan",
        "Usai sosialisasi perda itu, Wali Kota Metro Budi Hartawan mengatakan",
    ],
)
def test_an_occasion_that_names_a_rule_is_not_what_a_statement_speaks_of(lead):
    assert rules(f"{LAW}\n{lead} hujan akan segera turun di kota itu.") == [()]


def test_words_quoted_from_a_rule_speak_of_it():
    text = f'{LAW}\n"Setiap orang dilarang berjualan di trotoar," bunyi Pasal 5 perda tersebut.'
    assert rules(text) == [("perda-kota-metro/2018/3",)]


def test_a_draft_that_changes_a_numbered_law_speaks_of_the_draft_and_of_the_law():
    draft = "RUU tentang Perubahan atas UU Nomor 2 Tahun 2002 tentang Kepolisian"
    text = f'"{draft} harus ditunda," kata Ketua DPRD Kota Metro Budi Hartawan.'
    assert rules(text) == [("~ruu-polri", "uu/2002/2")]


def test_a_provision_links_its_rule_where_the_rule_stands_before_the_statement():
    text = (
        "Pasal 5 Perda Nomor 3 Tahun 2018 berlaku di Kota Metro.\n"
        '"Pasal tersebut jelas melarang," kata Wali Kota Metro Budi Hartawan.'
    )
    assert rules(text) == [("perda-kota-metro/2018/3",)]


def test_a_rule_outside_a_statement_and_its_lead_is_not_linked():
    text = f'{LAW}\n"Hujan akan turun besok," kata Wali Kota Metro Budi Hartawan usai rapat perda itu.'
    assert rules(text) == [()]


def test_a_statement_speaks_of_each_sanction_in_its_own_words_once():
    text = (
        "Denda menanti pelanggar.\n"
        '"Pelanggar kena denda Rp50 ribu, denda lagi bila mengulang, lalu pencabutan izin," '
        "kata Wali Kota Metro Budi Hartawan."
    )
    (statement,) = extract_record(Article(id="a", title="", text=text)).statements
    assert statement.sanctions == ("denda", "pencabutan-izin")


def test_a_number_of_rules_points_at_all_of_them_where_the_article_names_just_so_many():
    text = (
        "DPRD Kota Metro mengesahkan Perda Nomor 3 Tahun 2018 dan Perda Nomor 4 Tahun 2018.\n"
        '"{} perda itu penting bagi warga," kata Wali Kota Metro Budi Hartawan.'
    )
    assert rules(text.format("Kedua")) == [("perda-kota-metro/2018/3", "perda-kota-metro/2018/4")]
    assert rules(text.format("Ketiga")) == [()]


def test_rules_named_in_one_breath_are_pointed_at_together():
    text = (
        "Penataan itu mengacu pada PP Nomor 3 Tahun 2018 dan Perpres Nomor 4 Tahun 2018.\n"
        'Perda Nomor 1 Tahun 2015 tidak berlaku lagi.\n"Regulasi itu penting," kata Wali Kota Metro Budi Hartawan.'
    )
    assert rules(text) == [("perda-kota-metro/2015/1",)]
    assert rules(text.replace("\nPerda Nomor 1 Tahun 2015 tidak berlaku lagi.", "")) == [
        ("pp/2018/3", "perpres/2018/4")
    ]


@pytest.mark.parametrize("piece", ["kedua perda ", "perda itu dan ", "dalam dalam ", "UU 5/2014 dan aturan itu. "])
def test_time_grows_with_the_length_of_a_hostile_text_and_no_faster(piece):
    def seconds(copies):
        text = f'UU Nomor 5 Tahun 2014 berlaku. "{piece * copies}" kata Wali Kota Metro Budi Hartawan.'
        start = time.process_time()
        rules(text)
        return time.process_time() - start

    seconds(10)
    assert seconds(1_600) < 8 * 4 * max(seconds(200), 0.02)
