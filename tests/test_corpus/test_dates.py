import pytest

from corpus.dates import iso_day, iso_moment, reported_day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2020-03-04T11:27:00+07:00", "2020-03-04"),
        ("2023/11/02 20:59:53", "2023-11-02"),
        ("Penulis diperbarui 04 Mar 2020, 11:27 WIB", "2020-03-04"),
        ("Senin, 2 Maret 2020", "2020-03-02"),
        ("Selasa (20/10/2020)", "2020-10-20"),
        ("24-May-19", "2019-05-24"),
        ("14-Sep-19", "2019-09-14"),
        ("September 20, 2019", "2019-09-20"),
        ("Agustus 09, 2019", "2019-08-09"),
        ("19 Agu. 2022 08:20", "2022-08-19"),
        ("Thu, 17 Jun 2021 06:04:00 GMT", "2021-06-17"),
        ("17.8.2021", "2021-08-17"),
        ("(28/06/21)", "2021-06-28"),
        ("10/22/2025 10:25", "2025-10-22"),
        ("nan", ""),
        ("", ""),
        ("Senin (6/2)", ""),
        ("31/02/2020", ""),
        ("Perda Nomor 3 Tahun 2018", ""),
        ("pukul 10.30.15 WIB", ""),
        ("Rp 12.05.1000", ""),
    ],
)
def test_a_written_day_is_read_as_an_iso_day(written, day):
    assert iso_day(written) == day


@pytest.mark.parametrize(
    ("written", "day"),
    [("10/7/2025 20:51", "2025-10-07"), ("12/8/2025", "2025-12-08"), ("2025-07-08", "2025-07-08")],
)
def test_files_that_write_the_month_first_are_read_so(written, day):
    assert iso_day(written, month_first=True) == day


def test_of_two_days_the_one_named_first_counts():
    assert iso_day("2 Mei 2021, diperbarui 2021-05-09") == "2021-05-02"


def test_a_reported_day_needs_its_weekday():
    assert reported_day("Undang-undang 15 Januari 2014 dibahas, Kamis 5 Juni 2023.") == "2023-06-05"
    assert reported_day("Undang-undang 15 Januari 2014 dibahas, Kamis (5/6).") == ""


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2020-03-04T11:27:00+07:00", "2020-03-04T11:27:00+07:00"),
        ("2020-03-04T11:27:05+0700", "2020-03-04T11:27:05+07:00"),
        ("2020-03-04T11:27:00.123Z", "2020-03-04T11:27:00+00:00"),
        ("2023/11/02 20:59:53", "2023-11-02T20:59:53"),
        ("Penulis diperbarui 04 Mar 2020, 11:27 WIB", "2020-03-04T11:27:00+07:00"),
        ("Senin, 6 Februari 2023 - 9.05 WITA", "2023-02-06T09:05:00+08:00"),
        ("Rabu, 04/11/2015 23:45 WIT", "2015-11-04T23:45:00+09:00"),
        ("Kamis, 16 Februari 2023 pukul 10:00 WIB", "2023-02-16T10:00:00+07:00"),
        ("Thu, 17 Jun 2021 06:04:00 GMT", "2021-06-17T06:04:00+00:00"),
        ("Senin, 2 Maret 2020", ""),
        ("2 Maret 2020 25:10 WIB", ""),
        ("11:27 WIB", ""),
    ],
)
def test_a_written_moment_is_read_with_its_offset(written, moment):
    assert iso_moment(written) == moment


def test_the_zone_of_the_outlet_counts_where_none_is_written():
    assert iso_moment("2 Mei 2021 10:15", zone="+08:00") == "2021-05-02T10:15:00+08:00"
    assert iso_moment("2 Mei 2021 10:15 WIB", zone="+08:00") == "2021-05-02T10:15:00+07:00"


@pytest.mark.parametrize(
    ("line", "published", "day"),
    [
        ("Penertiban digelar Senin (6/2).", "2023-02-07", "2023-02-06"),
        ("Penertiban digelar Sabtu (31/12).", "2023-01-02", "2022-12-31"),
        ("Rapat digelar Minggu (1/1).", "2022-12-30", "2023-01-01"),
        ("Penertiban digelar Senin (6/2/2021).", "2023-02-07", "2021-02-06"),
        ("Penertiban digelar Senin (6/2).", "", ""),
        ("Penertiban digelar Senin (31/2).", "2023-02-07", ""),
    ],
)
def test_a_day_without_year_takes_that_of_the_publication(line, published, day):
    assert reported_day(line, published=published) == day
