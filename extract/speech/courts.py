"""Courts: which court or which one of its people is meant by "majelis hakim", "hakim", "jaksa"."""

import re

from extract.record import MentionType
from extract.speech.passage import Passage
from extract.speech.sources import Source

COURT = "court"
# Posts that many hold in one case, and what may stand between them and a name: "hakim ketua Amir".
PROSECUTOR = "jaksa"
OF_THE_COURT = frozenset({"hakim", PROSECUTOR})
BESIDE = frozenset({"ketua", "penuntut", "umum", "tunggal", "jpu"})
COUNCILS = frozenset(
    {"dkpp", "dewan kehormatan penyelenggara pemilu", "mkmk", "majelis kehormatan mahkamah konstitusi"}
)
BENCH = re.compile(r"(?:ketua\s)?(?:majelis\s(?:hakim|kehormatan)|hakim|pengadilan|mahkamah)\b", re.IGNORECASE)
LONGEST_POST = 40  # characters


def judging_court(passage: Passage, at: int) -> str:
    """The court whose judges speak at an offset: the only one, or the one whose judges were, or are next, spoken of."""
    courts = {key for key, entity in passage.entities.items() if entity.kind == COURT}
    if len(courts) <= 1:
        return "".join(courts)
    judging = [
        name for name in passage.names if name.target in courts and _title(passage, name.start)[-1:] == ["hakim"]
    ]
    before = [name.target for name in judging if name.start < at]
    return before[-1] if before else next((name.target for name in judging), "")


def is_bench(passage: Passage, source: Source) -> bool:
    """Whether a source is a court or its judges, or the council that tries those who run elections."""
    if len(source.keys) == 1:
        entity = passage.entities[source.keys[0]]
        return entity.kind == COURT or entity.name.lower() in COUNCILS
    return BENCH.match(passage.text, source.start, source.end) is not None


def only_titled(passage: Passage, word: str, at: int) -> str:
    """The only person who is named with "hakim" or "jaksa" before the name; "" for other words.

    A prosecutor must be named so before ``at``, where the word stands: they are many, and the one who is named at the
    end of a report need not be the one of its lead. A judge may be named later: who presides is meant.
    """
    if word not in OF_THE_COURT:
        return ""
    names = (name for name in passage.names if name.type is MentionType.PERSON)
    titled = {
        name.target
        for name in names
        if (name.start < at or word != PROSECUTOR) and _first_noun(_title(passage, name.start)) == word
    }
    return next(iter(titled)) if len(titled) == 1 else ""


def _title(passage: Passage, at: int) -> list[str]:
    """The words right before a name, in lower case and without marks."""
    before = passage.text[max(0, at - LONGEST_POST) : at].lower()
    return [word.strip("(),") for word in before.split()]


def _first_noun(words: list[str]) -> str:
    """The last of the words that is no addition to a post: "jaksa" of "jaksa penuntut umum (JPU)"."""
    return next((word for word in reversed(words) if word not in BESIDE), "")
