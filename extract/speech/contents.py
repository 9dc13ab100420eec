"""Contents: where reported words begin and end, around cues, markers, addressees and circumstances."""

import re

from extract.record import Mode, Offsets
from extract.speech.cues import Cue
from extract.speech.drafts import Draft, Frame
from extract.speech.passage import Passage
from extract.speech.quotes import stripped
from extract.speech.small_words import after_connective
from extract.speech.sources import Source

SHORTEST = 2
# Quoted words in indirect speech make it mixed from this length; shorter ones are names and scare quotes.
SHORTEST_QUOTATION = 4
# So many words behind a source that begin like a circumstance are content where no comma ends one.
FEWEST_WITHOUT_COMMA = 9

DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)\b"
# "jika" is a conjunction of the content when a comma stands before it, else it means "bahwa".
MARKER = re.compile(
    r"\s*(?:jika|kalau|bila)\b\s*|[\s,:]*(?:(?:bahwa(?:sanya|sannya)?|agar|supaya|untuk|begini)\b[\s,:]*)?",
    re.IGNORECASE,
)
CIRCUMSTANCE = re.compile(
    r"[\s,]*(?:(?:saat(?!\sini\b)|ketika|kala|usai|seusai|setelah|sebelum|kepada|di|dalam(?!\shal\s(?!itu|ini))|pada|"
    r"melalui|lewat|sembari|sambil|seraya|dikutip|ditemui|dihubungi|dikonfirmasi|kemarin|tadi|menanggapi|terkait|soal)\b|"
    r"\(|" + DAY + ")"
)
ON_DAY = re.compile(r",\s*(?:pada\s+)?(?:hari\s+)?" + DAY)
# "Diceritakan Amir yang kini menjabat Camat, A": not said, but of the source.
RELATIVE = re.compile(r"\s+yang\s(?:juga|kini|saat\sini|pernah|sebelumnya|sekaligus|merupakan|adalah|menjabat|akrab)\b")
COMMA = re.compile(r",\s(?!\d)(?!\()")
AROUND = " ,.;:\t\n\xa0"


def content(text: str, start: int, end: int) -> Offsets:
    """Reported words without white space, final stop and stray closing marks at either end."""
    while start < end and text[start] in AROUND:
        start += 1
    while end > start and text[end - 1] in AROUND + '"”“':
        end -= 1
    return start, end


def content_after(text: str, at: int, end: int, *, said_before: bool) -> Offsets | None:
    """Content behind a set-off source, past where and when it was said; None where nothing is said there.

    Args:
        text: The article.
        at: Where the source ends.
        end: Where the sentence ends.
        said_before: Whether content stands before the cue: then what follows may be circumstance alone.
    """
    if RELATIVE.match(text, at, end):
        behind = _past_circumstances(text, at, end)
        if behind is None or said_before:
            return None
        at = behind
    if CIRCUMSTANCE.match(text, at, end) and (said_before or text[at] != "," or ON_DAY.match(text, at, end)):
        if said_before:
            return None
        behind = _past_circumstances(text, at, end)
        if behind is None and len(text[at:end].split()) < FEWEST_WITHOUT_COMMA:
            return None
        at = behind or at
    marker = MARKER.match(text, at, end)
    start, stop = content(text, marker.end() if marker else at, end)
    return (start, stop) if len(text[start:stop].split()) >= SHORTEST else None


def _past_circumstances(text: str, at: int, end: int) -> int | None:
    """Where the clause behind "dalam keterangannya, Senin (1/2)," begins."""
    comma = COMMA.search(text, at, end)
    while comma and CIRCUMSTANCE.match(text, comma.end(), end):
        comma = COMMA.search(text, comma.end(), end)
    return comma.end() if comma else None


def without_opening(text: str, start: int, end: int) -> Offsets:
    """The words between a connective and a cue, without the comma or dash before the cue."""
    opened = after_connective(text, start, end)
    start = start if opened is None else stripped(text, opened, end)[0]
    while end > start and text[end - 1] in " ,-–":
        end -= 1
    return start, end


def reported(
    passage: Passage, frame: Frame, cue: Cue, source: Source | None, spans: tuple[Offsets, ...]
) -> Draft | None:
    """The draft of indirect speech with this content; None where there are too few words to say anything."""
    words = sum(len(passage.text[start:end].split()) for start, end in spans)
    if words < SHORTEST:
        return None
    quoted = any(_quotes(passage, span) for span in spans)
    mode = Mode.MIXED if quoted else Mode.INDIRECT
    return Draft(frame=frame, mode=mode, spans=spans, cue=(cue.start, cue.end), source=source)


def _quotes(passage: Passage, span: Offsets) -> bool:
    """Whether a quotation of some length stands in the span."""
    return any(
        not quote.single and len(passage.text[slice(*quote.inner)].split()) >= SHORTEST_QUOTATION
        for quote in passage.quotes_in(*span)
    )
