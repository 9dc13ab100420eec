"""Office matters: the rule that a panel is about, as words of an office: "Ketua Panja revisi UU KPK"."""

from collections.abc import Mapping

from extract.naming.name_words import is_name_word
from extract.naming.names import INSIDE_GAPS, skip_honorifics
from extract.naming.posts import PostMention
from extract.naming.reading import Reading

OPENINGS = frozenset(
    {"revisi", "rancangan", "perubahan", "pembahasan", "ruu", "raperda", "rkuhp", "rkuhap", "uu", "undang"}
)
LINKS = OPENINGS | {"tentang", "nomor", "tahun", "atas", "dan", "kedua", "ketiga", "perda", "kuhp", "kuhap"}
CODES = frozenset({"kuhp", "kuhap", "rkuhp", "rkuhap"})  # their names are whole
PANELS = frozenset({"panja", "pansus", "panitia", "kerja", "khusus", "tim", "pokja", "penyusun", "perumus"})
MATTER_GAPS = INSIDE_GAPS | {" (", ") ", "-", "/", ". "}
LONGEST_MATTER = 18  # words


def past_panel(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> int:
    """The number of the first word from ``i`` on that does not name a panel: ``(anggota) tim penyusun (UU …)``."""
    while reading.lower(i) in PANELS and i not in posts and not reading.covered(i):
        i += 1
    return i


def matter_end(reading: Reading, i: int, posts: Mapping[int, PostMention]) -> int:
    """The number of the word after the rule that is named from word ``i`` on; ``i`` if none is.

    Handles ``revisi UU KPK``, ``Rancangan Undang-Undang (RUU) tentang Contoh``, ``UU Nomor 12/1995 tentang Contoh (UU
    Pas)``; a name, a title, a post and what belongs to no rule end it.
    """
    if reading.lower(i) not in OPENINGS:
        return i
    end = i
    while end < min(i + LONGEST_MATTER, len(reading)) and _continues(reading, i, end, posts):
        end += 1
    while end > i and reading.lower(end - 1) in ("dan", "atas", "tentang"):
        end -= 1
    return end


def _continues(reading: Reading, first: int, i: int, posts: Mapping[int, PostMention]) -> bool:
    """Whether word ``i`` belongs to the name of a rule that begins at word ``first``."""
    if i > first and (reading.gap(i) not in MATTER_GAPS or i in posts):
        return False
    word = reading.words[i]
    if word.isdigit() or word.lower() in LINKS:
        return True
    if reading.lower(i - 1) in CODES and reading.gap(i) in INSIDE_GAPS:
        return False
    if reading.covered(i):
        return reading.lower(i - 1) in LINKS
    person = is_name_word(word) or i in reading.guesses.persons or skip_honorifics(reading, i)[0] > i
    return word[0].isupper() and not person
