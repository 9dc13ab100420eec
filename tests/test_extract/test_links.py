"""Links: the rules and sanctions that statements speak of, from the article to the record."""

import time

import pytest

from corpus import Article
from extract.pipeline import extract_record
from extract.record import Statement

LAW = "Perda Nomor 3 Tahun 2018 tentang Ketertiban Umum berlaku di Kota Metro sejak lama."


def said(text: str) -> list[Statement]:
    """The statements of an article, in text order."""
    return list(extract_record(Article(id="a", title="", text=text, date="2024-05-01")).statements)


def rules(text: str) -> list[tuple[str, ...]]:
    """The rules of each statement of an article, in text order."""
    return [statement.regulations for statement in said(text)]


@pytest.mark.parametrize("owned", ["pasalnya", "aturannya"])
def test_words_of_its_own_provision_are_those_of_the_rule_named_last(owned):
    (statement,) = said(f'{LAW}\n"Setiap orang dilarang berjualan di trotoar," bunyi {owned}.')
    assert (statement.speaker_name, statement.regulations) == (
        "?Perda Nomor 3 Tahun 2018",
        ("perda-kota-metro/2018/3",),
    )


def test_a_rule_that_is_pointed_at_speaks_under_its_shortest_name():
    bill = "DPR membahas Rancangan Undang-Undang tentang Perampasan Aset. RUU Perampasan Aset itu lama ditunggu."
    (statement,) = said(f'{bill}\n"Setiap orang wajib melaporkan asetnya," demikian bunyi RUU tersebut.')
    assert statement.speaker_name == "?RUU Perampasan Aset"


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


@pytest.mark.parametrize("place", ["dalam perda itu", "lewat Pasal 5 perda tersebut", "melalui perda tersebut"])
def test_a_rule_that_somebody_speaks_through_is_what_he_speaks_of(place):
    text = f"{LAW}\nWali Kota Metro Budi Hartawan {place} menegaskan pedagang tidak boleh berjualan di trotoar."
    assert rules(text) == [("perda-kota-metro/2018/3",)]


@pytest.mark.parametrize("pointing", ["Putusan itu", "Putusan MK tersebut", "Kedua putusan itu"])
def test_decisions_named_in_one_breath_are_spoken_of_together(pointing):
    lead = "Warga menunggu Putusan MK Nomor 15/PUU-XXII/2024 dan Putusan MK Nomor 18/PUU-XXII/2024 hingga Selasa."
    text = f'{lead}\n"{pointing} sudah lama kami tunggu," kata Wali Kota Metro Budi Hartawan.'
    assert rules(text) == [("putusan-mk/2024/15-PUU-XXII", "putusan-mk/2024/18-PUU-XXII")]


def test_a_rule_named_by_the_office_of_the_speaker_is_not_what_he_speaks_of():
    text = f"{LAW}\nKetua Panitia Khusus perda itu Budi Hartawan menegaskan hujan akan segera turun."
    assert rules(text) == [()]


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


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Pasal 5 perda itu menyatakan bahwa", "?Perda Nomor 3 Tahun 2018"),
        ("Isi perda itu menyebutkan", "?Perda Nomor 3 Tahun 2018"),
        ("Peraturan Presiden (Perpres) Nomor 7 Tahun 2019 menyatakan bahwa", "?Perpres Nomor 7 Tahun 2019"),
        ("Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur menyatakan bahwa", "?Undang-Undang Nomor 5 Tahun 2014"),
    ],
)
def test_a_rule_that_speaks_is_called_by_its_citation_and_linked(words, label):
    (statement,) = said(f"{LAW}\n{words} pedagang tidak boleh berjualan di trotoar.")
    assert (statement.speaker, statement.speaker_name) == ("", label)
    assert len(statement.regulations) == 1


@pytest.mark.parametrize(
    "words", ["Hal itu diatur dalam Pasal 5 perda tersebut:", "Berikut bunyi Pasal 5 perda itu:", "Perda itu berbunyi:"]
)
def test_words_behind_a_colon_are_those_of_the_rule_before_it_and_nobody_elses(words):
    text = f'{LAW}\n"Hujan turun," kata Wali Kota Metro Budi Hartawan.\n{words}\n"Setiap orang dilarang berjualan."'
    statement = said(text)[-1]
    assert (statement.speaker, statement.speaker_name) == ("", "?Perda Nomor 3 Tahun 2018")
    assert statement.regulations == ("perda-kota-metro/2018/3",)


@pytest.mark.parametrize(
    "words", ["berpesan soal isi perda itu", "menyinggung hal yang diatur dalam Pasal 5 perda itu"]
)
def test_words_behind_a_colon_are_not_those_of_a_rule_where_a_person_stands_before_it(words):
    text = f'{LAW}\nWali Kota Metro Budi Hartawan {words}: "Semua orang dilarang berjualan di sana."'
    assert [statement.speaker_name for statement in said(text)] == ["Budi Hartawan"]


def test_a_draft_that_changes_a_numbered_law_speaks_of_the_draft_and_of_the_law():
    draft = "RUU tentang Perubahan atas UU Nomor 2 Tahun 2002 tentang Kepolisian"
    text = f'"{draft} harus ditunda," kata Ketua DPRD Kota Metro Budi Hartawan.'
    assert rules(text) == [("~ruu-polri", "uu/2002/2")]


def test_a_revision_speaks_of_the_law_that_the_article_says_it_changes_and_a_bare_bill_does_not():
    text = (
        "DPRD membahas RUU tentang Perubahan atas UU Nomor 2 Tahun 2002 tentang Kepolisian.\n"
        '"Revisi UU Polri itu perlu," kata Ketua DPRD Kota Metro Budi Hartawan. "RUU Polri ditunda," kata Budi.'
    )
    assert rules(text) == [("~ruu-polri", "uu/2002/2"), ("~ruu-polri",)]


def test_a_revision_of_one_of_several_laws_that_a_bill_changes_speaks_of_the_bill_alone():
    text = (
        "DPRD membahas RUU tentang Perubahan atas UU Nomor 7 Tahun 1983 tentang PPh dan Perubahan atas UU Nomor 8 "
        'Tahun 1983.\n"Revisi UU PPh perlu," kata Ketua DPRD Kota Metro Budi Hartawan.'
    )
    assert rules(text) == [("~ruu-pph",)]


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
    (statement,) = said(text)
    assert statement.sanctions == ("denda", "pencabutan-izin")


def test_a_sanction_pointed_at_is_the_last_one_named_with_those_of_its_sentence():
    text = (
        "Izin mereka dicabut. Pelanggar perda diancam denda Rp5 juta atau kurungan 3 bulan.\n"
        '"{} tidak main-main," kata Wali Kota Metro Budi Hartawan.'
    )
    assert [s.sanctions for s in said(text.format("Hukuman tersebut"))] == [("denda", "kurungan")]
    assert [s.sanctions for s in said(text.format("Perda tersebut"))] == [()]


def test_a_sanction_named_long_before_is_not_pointed_at():
    between = "Hujan turun di kota itu sepanjang hari. " * 9
    text = f'Pelanggar diancam denda Rp5 juta. {between}\n"Hukuman itu pantas," kata Wali Kota Metro Budi Hartawan.'
    assert [statement.sanctions for statement in said(text)] == [()]


def test_a_number_of_rules_points_at_all_of_them_where_the_article_names_just_so_many():
    text = (
        "DPRD Kota Metro mengesahkan Perda Nomor 3 Tahun 2018 dan Perda Nomor 4 Tahun 2018.\n"
        '"{} perda itu penting bagi warga," kata Wali Kota Metro Budi Hartawan.'
    )
    assert rules(text.format("Kedua")) == [("perda-kota-metro/2018/3", "perda-kota-metro/2018/4")]
    assert rules(text.format("Ketiga")) == [()]


def test_bills_do_not_point_at_laws():
    text = (
        "DPR membahas UU Nomor 3 Tahun 2018 dan UU Nomor 4 Tahun 2018.\n"
        '"Kedua {} itu penting bagi warga," kata Wali Kota Metro Budi Hartawan.'
    )
    assert rules(text.format("UU")) == [("uu/2018/3", "uu/2018/4")]
    assert rules(text.format("RUU")) == [()]


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


LAW_TEXT = "Setiap orang yang berjualan di trotoar dikenai denda paling banyak Rp500 ribu."


@pytest.mark.parametrize(
    "lead",
    [
        "Pasal 5 perda tersebut berbunyi:",
        "Aturan ini mengacu pada Pasal 5 Perda Nomor 3 Tahun 2018 sebagai berikut:",
    ],
)
def test_a_line_that_a_rule_is_said_to_read_is_what_the_rule_says(lead):
    text = f'{LAW}\n"Hujan turun," kata Wali Kota Metro Budi Hartawan.\n{lead}\n{LAW_TEXT}'
    last = said(text)[-1]
    assert (last.speaker, last.speaker_name, last.sanctions) == ("", "?Perda Nomor 3 Tahun 2018", ("denda",))


def test_all_items_of_a_list_that_a_rule_is_said_to_read_are_one_statement():
    text = f"{LAW}\nPasal 5 perda itu berbunyi:\n1. Trotoar bagi pejalan kaki.\n2. Pelanggar didenda.\nHujan turun."
    (statement,) = said(text)
    assert [text[start:end] for start, end in statement.spans] == ["Trotoar bagi pejalan kaki", "Pelanggar didenda"]


@pytest.mark.parametrize(
    "lead",
    [
        "Menurut Wali Kota Metro Budi Hartawan, Pasal 5 perda itu berbunyi:",
        "Berikut syarat berjualan di kota itu:",
        "Syaratnya diatur dalam Pasal 5 perda itu:",
    ],
)
def test_a_line_behind_other_colons_is_not_what_a_rule_says(lead):
    names = [statement.speaker_name for statement in said(f"{LAW}\n{lead}\n{LAW_TEXT}")]
    assert "?Perda Nomor 3 Tahun 2018" not in names


def test_a_rule_that_speaks_twice_has_one_name():
    text = "Perda Nomor 3 Tahun 2018 menyatakan bahwa trotoar bagi pejalan kaki di Kota Metro."
    again = "Peraturan Daerah (Perda) Nomor 3 Tahun 2018 juga menyebutkan bahwa pelanggar didenda."
    assert {statement.speaker_name for statement in said(f"{text}\n{again}")} == {"?Perda Nomor 3 Tahun 2018"}


def test_what_a_law_says_of_other_laws_is_nobodys_statement():
    assert said("Orang yang mengingkari janji menurut peraturan perundang-undangan di bidang itu dapat didenda.") == []


def test_a_source_without_a_name_has_one_label():
    text = (
        '"Terdakwa bersalah," kata jaksa penuntut umum (JPU) di ruang sidang.\n'
        '"Ia harus dihukum," ujar jaksa.\n"Warga resah," kata seorang warga.'
    )
    assert [statement.speaker_name for statement in said(text)] == [
        "?jaksa penuntut umum",
        "?jaksa penuntut umum",
        "?seorang warga",
    ]


@pytest.mark.parametrize("line", ["Pasal 5 perda itu berbunyi:\n", "1. Pasal 5 perda itu berbunyi:\n"])
def test_lines_that_end_in_colons_are_read_in_time_that_grows_with_their_number(line):
    def seconds(times):
        start = time.process_time()
        said(f"{LAW}\n{line * times}")
        return time.process_time() - start

    seconds(5)
    small, large = seconds(60), seconds(480)
    assert large < 24 * small + 0.5, (small, large)


@pytest.mark.parametrize(
    "words", ["pasal itu terlalu keras", "pasal penghinaan ini terlalu keras", "pasal-pasal tersebut terlalu keras"]
)
def test_articles_without_their_numbers_are_those_of_the_rule_named_last(words):
    text = f"DPR membahas RUU Perampasan Aset. Isinya ramai.\nWali Kota Metro Budi Hartawan menegaskan {words}."
    assert rules(text) == [("~ruu-perampasan-aset",)]


@pytest.mark.parametrize("words", ["penerapan pasal berlapis", "pasal yang dikenakan", "pasal yang disangkakan"])
def test_a_charge_is_brought_under_all_rules_of_one_sentence(words):
    charge = "Pelaku dijerat Pasal 340 jo. Pasal 53 KUHP dan Pasal 2 UU Nomor 12 Tahun 1951."
    text = f'{charge}\n"Memang {words} membawa ancaman paling berat," kata Kapolres Metro Budi Hartawan.'
    assert rules(text) == [("kuhp//", "uu/1951/12")]


def test_articles_of_two_rules_of_one_sentence_are_left_to_neither():
    text = "DPR membahas RUU Perampasan Aset dan RUU Kepariwisataan.\nWali Kota Metro Budi Hartawan menegaskan"
    assert rules(f"{text} pasal itu terlalu keras.") == [()]


def test_an_article_is_of_the_rule_that_the_statement_names_itself():
    text = (
        "DPR membahas RUU Perampasan Aset.\nWali Kota Metro Budi Hartawan menegaskan pasal itu berasal dari KUHP lama."
    )
    assert rules(text) == [("kuhp//",)]


@pytest.mark.parametrize(
    ("clause", "said_by_it"),
    [
        (
            "Pasal 5 Perda Nomor 3 Tahun 2018 yang menyebutkan bahwa pedagang dilarang berjualan",
            "pedagang dilarang berjualan",
        ),
        (
            'Perda Nomor 3 Tahun 2018 Pasal 5 ayat (1), yang berbunyi: "Pedagang dilarang berjualan"',
            "Pedagang dilarang berjualan",
        ),
        (
            "Perda Nomor 3 Tahun 2018 tentang Ketertiban Umum yang menyatakan pedagang dilarang berjualan",
            "pedagang dilarang berjualan",
        ),
    ],
)
def test_a_rule_says_what_stands_behind_it_and_a_verb_of_saying(clause, said_by_it):
    text = f"{LAW}\nHal itu diatur dalam {clause}."
    (statement,) = said(text)
    assert (statement.speaker_name, statement.regulations) == (
        "?Perda Nomor 3 Tahun 2018",
        ("perda-kota-metro/2018/3",),
    )
    assert [text[start:end] for start, end in statement.spans] == [said_by_it]


@pytest.mark.parametrize(
    "text",
    [
        '"Kami merujuk Pasal 5 Perda Nomor 3 Tahun 2018 yang berbunyi pedagang dilarang mangkal," kata Budi Hartawan.',
        "Menurut Budi Hartawan, hal itu merujuk Perda Nomor 3 Tahun 2018 yang berbunyi pedagang dilarang mangkal.",
    ],
)
def test_a_rule_that_somebody_quotes_is_part_of_what_he_says(text):
    (statement,) = said(f"{LAW}\n{text}")
    assert statement.speaker_name == "Budi Hartawan"


@pytest.mark.parametrize("demand", ["dituntut hukuman mati oleh jaksa", "dituntut 5 tahun oleh jaksa"])
def test_a_penalty_whose_words_begin_with_the_cue_is_spoken_of(demand):
    (statement,) = said(f"Terdakwa kasus suap itu {demand} dalam sidang.")
    assert statement.sanctions in {("pidana-mati",), ("penjara",)}


def test_a_rule_that_somebody_refers_to_does_not_speak_for_itself():
    assert (
        said(f"{LAW}\nBudi Hartawan berpatokan pada Perda Nomor 3 Tahun 2018 yang menyatakan pasar tutup sore.") == []
    )


@pytest.mark.parametrize("opening", ["Disebutkan bahwa", "Di mana dijelaskan bahwa", "Isinya:", "Bunyinya,"])
def test_a_rule_says_what_the_next_sentence_says_is_told(opening):
    text = f"{LAW}\nHal itu diatur dalam Pasal 5 Perda Nomor 3 Tahun 2018. {opening} pedagang dilarang mangkal."
    (statement,) = said(text)
    assert (statement.speaker_name, statement.regulations) == (
        "?Perda Nomor 3 Tahun 2018",
        ("perda-kota-metro/2018/3",),
    )


def test_quoted_words_that_are_the_wording_of_a_rule_are_its_statement():
    text = f'{LAW}\nHal itu diatur dalam Pasal 5 Perda Nomor 3 Tahun 2018. Bunyinya, "Pedagang dilarang mangkal."'
    (statement,) = said(text)
    assert (statement.speaker_name, statement.regulations) == (
        "?Perda Nomor 3 Tahun 2018",
        ("perda-kota-metro/2018/3",),
    )


def test_what_somebody_tells_behind_a_rule_is_his():
    text = f"{LAW}\nItu diatur dalam Pasal 5 Perda Nomor 3 Tahun 2018. Disebutkan Budi Hartawan bahwa pasar tutup sore."
    (statement,) = said(text)
    assert (statement.speaker_name, statement.regulations) == ("Budi Hartawan", ())


@pytest.mark.parametrize(
    "lead",
    [
        "Wali Kota Metro Budi Hartawan mengatakan, menurut Pasal 5 Perda Nomor 3 Tahun 2018,",
        "Wali Kota Metro Budi Hartawan mengatakan, pada Pasal 5 Perda Nomor 3 Tahun 2018 dijelaskan bahwa",
    ],
)
def test_who_tells_what_a_rule_says_is_the_speaker(lead):
    (statement,) = said(f"{LAW}\n{lead} pedagang tidak boleh berjualan di trotoar.")
    assert (statement.speaker_name, statement.regulations) == ("Budi Hartawan", ("perda-kota-metro/2018/3",))


@pytest.mark.parametrize(
    "lead",
    [
        "Ayat (2) menyebutkan bahwa",
        "Kemudian, pada ayat (2) disebutkan bahwa",
        "Dalam Pasal 6, ayat 1, huruf c disebutkan",
    ],
)
def test_a_paragraph_of_an_article_speaks_for_the_rule_of_that_article(lead):
    law = "Hal itu diatur dalam Pasal 5 Perda Nomor 3 Tahun 2018 tentang Ketertiban Umum di Kota Metro."
    (statement,) = said(f"{law} {lead} pedagang dapat didenda Rp5 juta.")
    assert (statement.speaker, statement.regulations) == ("", ("perda-kota-metro/2018/3",))
    assert statement.sanctions == ("denda",)


def test_who_received_a_paper_has_not_written_it():
    (statement,) = said("Dalam keterangan yang diterima Bank Lampung, Senin (3/2/2025) dijelaskan, pasar sudah dibuka.")
    assert statement.speaker == ""


def test_articles_printed_behind_a_heading_are_what_the_rule_says():
    first, second, other = said(
        '"Pasal 7 itu soal fitnah," kata Wali Kota Metro Budi Hartawan.\n'
        "Berikut bunyi Pasal 7 dan 8 Perda Nomor 3 Tahun 2018\n"
        "Pasal 7(1) Barang siapa merusak lapak didenda Rp5 juta.\n"
        "(2) Jika dilakukan malam hari didenda Rp7 juta.\n"
        "Pasal 8\n"
        "Setiap orang wajib menjaga pasar.\n"
        "Warga lalu pulang ke rumah masing-masing."
    )
    assert first.speaker_name == "Budi Hartawan"
    assert {second.speaker_name, other.speaker_name} == {"?Perda Nomor 3 Tahun 2018"}
    assert (len(second.spans), second.sanctions, len(other.spans)) == (2, ("denda",), 1)
    assert set(second.regulations) == {"perda-kota-metro/2018/3"}


def test_a_heading_may_end_a_paragraph():
    (article,) = said(
        "Warga menggugat Perda Nomor 3 Tahun 2018. Berikut ini isi pasal yang digugat warga:\n"
        "Pasal 7:\n"
        "Barang siapa merusak lapak didenda Rp5 juta."
    )
    assert (article.speaker_name, article.sanctions) == ("?Perda Nomor 3 Tahun 2018", ("denda",))


def test_prose_behind_a_heading_is_no_law():
    text = f"{LAW}\nBerikut bunyi Pasal 7 Perda Nomor 3 Tahun 2018\nWarga pulang ke rumah masing-masing."
    assert said(text) == []


def test_a_heading_may_stand_behind_what_somebody_says_of_the_rule():
    reported, article = said(
        "Wali Kota Metro Budi Hartawan menyebut Pasal 7 Perda Nomor 3 Tahun 2018 keliru. Berikut bunyi Pasal 7 itu:\n"
        "Pasal 7\n"
        "(1) Barang siapa merusak lapak didenda Rp5 juta."
    )
    assert (reported.speaker_name, reported.sanctions) == ("Budi Hartawan", ())
    assert (article.speaker_name, article.sanctions) == ("?Perda Nomor 3 Tahun 2018", ("denda",))


@pytest.mark.parametrize(
    "words",
    [
        "Perda Nomor 3 Tahun 2018 memuat sanksi. Berikut bunyinya:\n",
        "Warga diingatkan akan Perda Nomor 3 Tahun 2018. Larangan itu diatur dalam Pasal 5 ayat 2:\n",
        "Warga diingatkan akan Perda Nomor 3 Tahun 2018. Larangan itu tercantum dalam Pasal 5 Perda itu, yakni:\n",
        "Larangan itu tertuang dalam Pasal 5 Perda Nomor 3 Tahun 2018 yang bunyinya sebagai berikut: ",
        "Pelaku dijerat Pasal 5 Perda Nomor 3 Tahun 2018 yang isinya ",
        "Perda Nomor 3 Tahun 2018 berlaku. Dalam aturan disebutkan bahwa ",
    ],
)
def test_words_that_a_rule_is_said_to_hold_are_its_own(words):
    statement = said(f"{words}{LAW_TEXT}\nWarga lalu pulang ke rumah masing-masing.")[-1]
    assert (statement.speaker_name, statement.sanctions) == ("?Perda Nomor 3 Tahun 2018", ("denda",))
    assert len(statement.regulations) == 1


def test_a_rule_that_is_only_pointed_at_is_called_by_its_number():
    law = "Perda Nomor 3 Tahun 2018 tentang Ketertiban Umum (Perda Tibum) berlaku di Kota Metro."
    assert (
        said(f'{law} "Warga dilarang berjualan di trotoar," bunyi Pasal 5 Perda Tibum.')[0].speaker_name
        == "?Perda Tibum"
    )
    assert said(f'{law} Perda Tibum ketat. "Warga dilarang berjualan," bunyi Pasal 5.')[0].speaker_name == (
        "?Perda Nomor 3 Tahun 2018"
    )
