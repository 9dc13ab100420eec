"""Charges and demands of prosecutors, where they are not the subject of their verb.

Handled are relative clauses ("tuntutan jaksa Amir, yang menuntut dua tahun penjara", "tuntutan jaksa yang meminta
Amir dihukum dua tahun") and passives that name them ("Amir dituntut dua tahun penjara oleh jaksa", "Amir didakwa
jaksa menerima suap"). A passive that names nobody only tells what happened.
"""

import re

from extract.record import Offsets
from extract.speech.contents import content, reported, without_opening
from extract.speech.cues import Cue, Form
from extract.speech.drafts import Draft, Frame
from extract.speech.passage import Passage
from extract.speech.small_words import phrase_words
from extract.speech.sources import Source, source_after
from extract.speech.subjects import without_adverbs

PROSECUTOR = re.compile(r"\b(?:jaksa|jpu|oditur)\b", re.IGNORECASE)
CHARGED = frozenset({"dituntut", "didakwa"})
PROSECUTORS = r"(?=(?:(?:tim|pihak)\s)?(?:jaksa|jpu|oditur|penuntut umum)\b)"
AT_ONCE = re.compile(rf"\s{PROSECUTORS}", re.IGNORECASE)
BY = re.compile(rf"\soleh\s{PROSECUTORS}", re.IGNORECASE)
SETTING = re.compile(r"(?:dalam|pada|di|atas)\s[^,]{1,60},\s*", re.IGNORECASE)  # "Dalam kasus ini, (Amir didakwa)"
ABBREVIATION = re.compile(r"\s\([A-Z]{2,5}\)")
PASSIVE_VERB = re.compile(r"\sdi[a-z]{4,}\Z")  # "menerima uang yang diberikan (oleh jaksa)"
# What a prosecutor asks for begins: "dituntut jaksa (5 tahun penjara)".
ASKED = re.compile(r"\s(?=(?:\d|dengan|selama|hukuman|pidana|penjara|denda|mati|seumur|se?\w+\s(?:tahun|bulan))\b)")


def demanding(passage: Passage, start: int, cue: Cue) -> Source | None:
    """Who demands a penalty in a relative clause; ``start`` begins its sentence, and ``cue`` stands behind "yang".

    Other verbs than "menuntut" count where a demand is spoken of: "tuntutan jaksa yang (meminta dua tahun penjara)".
    """
    text = passage.text
    *_, last = (None, *PROSECUTOR.finditer(text, start, cue.start))
    if last is None:
        return None
    verb = text[cue.start : cue.end]
    if verb != "menuntut" and not (verb == "meminta" and "tuntut" in text[start : last.start()].lower()):
        return None
    return source_after(passage, last.start(), cue.start)


def read_charge(passage: Passage, region: Offsets, cue: Cue) -> Draft | None:
    """The statement of a passive with its prosecutor: 'A dituntut jaksa B', 'A dituntut B oleh jaksa'."""
    text = passage.text
    if cue.form is not Form.PASSIVE or text[cue.start : cue.end] not in CHARGED:
        return None
    by = AT_ONCE.match(text, cue.end, region[1]) or BY.search(text, cue.end, region[1])
    accused = _accused(text, region[0], cue.start)
    if by is None or accused is None or PASSIVE_VERB.search(text, cue.end, by.start()):
        return None
    asked = ASKED.search(text, by.end(), region[1])
    source = source_after(passage, by.start(), asked.start() if asked else region[1])
    if source is None:
        return None
    abbreviation = ABBREVIATION.match(text, source.end, region[1])
    at = abbreviation.end() if abbreviation else source.end
    before, behind = content(text, cue.end, by.start()), content(text, at, region[1])
    charge = behind if before[0] >= before[1] else before
    return reported(passage, Frame.PASSIVE, cue, source, (accused, charge)) if charge[0] < charge[1] else None


def _accused(text: str, start: int, end: int) -> Offsets | None:
    """The subject of a passive that begins at ``end``; None where it stands in a relative clause or has none."""
    start, end = without_opening(text, start, without_adverbs(text, start, end))
    setting = SETTING.match(text, start, end)
    start = setting.end() if setting else start
    words = text[start:end].lower().split()
    return None if not words or words[-1] in phrase_words("barrier") else (start, end)
