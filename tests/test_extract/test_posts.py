"""Posts: which words of a text are a post, and which of two name the same one."""

import pytest

from extract.naming.offices import read_office
from extract.naming.posts import Kind, find_posts, long_form
from extract.naming.reading import Reading, read


def reading_of(text: str) -> Reading:
    return read(text, (), ())


@pytest.mark.parametrize(
    ("text", "post", "kind"),
    [
        ("Bupati Amir", "Bupati", Kind.REGION),
        ("Pj. Bupati Amir", "Pj. Bupati", Kind.REGION),
        ("Pelaksana Tugas (Plt) Kepala Dinas", "Pelaksana Tugas (Plt) Kepala Dinas", Kind.COMMAND),
        ("mantan Wakil Wali Kota", "mantan Wakil Wali Kota", Kind.REGION),
        ("WALI KOTA Amir", "WALI KOTA", Kind.REGION),
        ("Kapolres Amir", "Kapolres", Kind.COMMAND),
        ("Menpan-RB Amir", "Menpan-RB", Kind.MINISTER),
        ("pengacaranya Amir", "pengacaranya", Kind.RELATION),
        ("Kasat Reskrim Amir", "Kasat Reskrim", Kind.UNIT),
    ],
)
def test_a_post_is_found_with_what_stands_before_it(text: str, post: str, kind: Kind) -> None:
    reading = reading_of(text)
    mention = find_posts(reading)[0]
    assert text[: reading.ends[mention.end - 1]] == post
    assert mention.post.kind is kind


def test_a_modifier_alone_is_no_post() -> None:
    assert find_posts(reading_of("mantan pacar dan wakil rakyat")) == {}


def test_a_rank_that_begins_like_a_post_is_no_post() -> None:
    assert find_posts(reading_of("Inspektur Jenderal Amir")) == {}
    assert len(find_posts(reading_of("Inspektur Amir"))) == 1


def test_former_posts_are_known_as_such() -> None:
    assert find_posts(reading_of("eks Bupati"))[0].former
    assert not find_posts(reading_of("Bupati"))[0].former


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Asisten II Bidang Ekonomi dan Pembangunan Amir", "Asisten II Bidang Ekonomi dan Pembangunan"),
        ("Kepala Seksi Pidana Khusus (Kasi Pidsus) Amir", "Kepala Seksi Pidana Khusus (Kasi Pidsus)"),
        ("Direktur Utama ( Dirut ) Amir", "Direktur Utama ( Dirut )"),
        ("Wakil Ketua II Amir", "Wakil Ketua II"),
        ("Presiden ke-7 Amir", "Presiden ke-7"),
        ("Kabid Humas Amir", "Kabid Humas"),
        ("Mensos Amir", "Mensos"),
        ("Menteri Sosial Amir", "Menteri Sosial"),
        ("kuasa hukum korban Amir", "kuasa hukum korban"),
        ("Bupati Bambang", "Bupati"),
        ("Ketua\nBidang", "Ketua"),
    ],
)  # fmt: skip
def test_the_position_is_as_written(text: str, position: str) -> None:
    reading = reading_of(text)
    posts = find_posts(reading)
    assert read_office(reading, posts[0], posts).position == position


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Plt. Kadis", "Pelaksana Tugas Kepala Dinas"),
        ("Walikota", "Wali Kota"),
        ("Sekda", "Sekretaris Daerah"),
        ("eks Wagub", "mantan Wakil Gubernur"),
        ("Sekretaris Daerah (Sekda)", "sekretaris daerah"),
    ],
)
def test_two_ways_to_write_a_post_have_one_long_form(one: str, other: str) -> None:
    assert long_form(one) == long_form(other)
