"""Cues set off from what they report: 'A, kata X, B', 'Menurut X, B', 'A, katanya'."""

import re

from extract.record import MentionType, Offsets
from extract.speech.antecedents import subject
from extract.speech.contents import DAY, content_after, reported, without_opening
from extract.speech.cues import Content, Cue, Form, find_cues
from extract.speech.drafts import Draft, Frame
from extract.speech.passage import Passage
from extract.speech.quotes import stripped
from extract.speech.small_words import after_connective, phrase_words
from extract.speech.sources import Kind, Source, source_after

SET_OFF = frozenset({Form.BARE, Form.CLITIC, Form.ACCORDING, Form.ACCORDING_CLITIC})
ACCORDING = frozenset({Form.ACCORDING, Form.ACCORDING_CLITIC, Form.FROM})
# Between a speaker and a second cue: "Menurut Amir yang juga ketua panitia itu (menilai)".
CLAUSE = re.compile(r"\s+(?:yang\s[^,.]{1,80}?\s(?:ini|itu|tersebut)\s+)?(?:juga\s+|pun\s+)?")
# "Masih kata Amir, A".
STILL = re.compile(r"masih(?=\s+(?:kata|ujar|ucap|tutur|ungkap|jelas|menurut)\b)", re.IGNORECASE)
LONGEST_CUE = 30  # characters
# What a body puts out or keeps: "Dilansir laman resmi Dinas Pasar, A", "Berdasarkan data terbaru dari Dinas Pasar, A".
RELEASED = re.compile(
    r"(?P<cue>dilansir|dikutip|melansir|mengutip)(?:\sdari)?"
    r"(?:\s(?P<paper>laman|situs(?:\sweb)?|website|akun\s\w+|keterangan|siaran\spers|rilis|data))?"
    r"(?:\s(?:resmi|tertulis|milik))*\s",
    re.IGNORECASE,
)
KEPT = re.compile(
    r"(?P<cue>berdasar(?:kan)?|merujuk|mengacu)(?:\s(?:pada|dari|ke))?(?:\shasil)?"
    r"\s(?P<paper>data|catatan|laporan|laman|situs|rilis|siaran\spers|survei|riset|kajian|penelitian)"
    r"(?:\s(?:resmi|terbaru|terakhir|terkini|sementara|yang|di(?:terima|peroleh|himpun|miliki|catat|rilis|keluarkan"
    r"|lakukan|kumpulkan|terbitkan)|dari|milik|oleh|tim|pihak|laman|situs))*\s",
    re.IGNORECASE,
)
# Behind its name: "Dinas Pasar (Dispas)", "Dinas Pasar, Kota Kulon, Senin (1/2/2024)".
ASIDE = re.compile(rf"(?:\s\([^)]{{1,60}}\))?(?:,\s[A-Z][\w ]{{2,30}}(?=,\s{DAY}))?\s?(?=,)")
PUBLIC = frozenset({
    "regional government", "regional agency", "council", "ministry", "national agency", "election body", "police",
    "army", "court", "prosecutor",
})  # fmt: skip
# What a law says of itself: "menurut peraturan perundang-undangan", "menurut ketentuan hukum".
LAWFULLY = re.compile(r"\s(?:peraturan|ketentuan|aturan)\s(?:perundang|hukum|yang\sberlaku)", re.IGNORECASE)


def read_set_off(passage: Passage, region: Offsets, cue: Cue) -> Draft | None:
    """The statement of a cue behind a comma, or at the start of its sentence.

    'A, kata X, B', 'A, katanya', 'Kata X, B', 'Misalnya, lanjut X, B', 'Menurut X, B', 'Menurutnya, B'.
    """
    if cue.form not in SET_OFF or cue.content is Content.QUOTE:
        return None
    text = passage.text
    start, end = stripped(text, region[0], cue.start)
    opened = after_connective(text, start, end)
    if start == end or _is_still(text, start, end) or (opened is not None and not text[opened:end].strip(" ,")):
        return _around(passage, region, cue, None)
    if not text.endswith((",", "-", "–"), start, end):
        return None
    start, end = without_opening(text, start, end)
    return _around(passage, region, cue, (start, end) if start < end else None)


def _is_still(text: str, start: int, end: int) -> bool:
    """Whether nothing but "masih" stands before a cue: "Masih kata Amir, A"; not "Masih ingat Amir?"."""
    still = STILL.match(text, start)
    return still is not None and still.end() == end


def read_unset(passage: Passage, region: Offsets, cue: Cue) -> Draft | None:
    """The same where no comma stands before the cue: 'Seharusnya kata X, B', 'Usulan itu menurut X B'."""
    if cue.form not in SET_OFF or cue.form is Form.CLITIC or cue.content is Content.QUOTE:
        return None
    text = passage.text
    start, end = without_opening(text, *stripped(text, region[0], cue.start))
    words = text[start:end].lower().split()
    if not words or words[-1] in phrase_words("barrier") or LAWFULLY.match(text, cue.end):
        return None
    if cue.form is Form.BARE:
        source = source_after(passage, cue.end, region[1])
        if source is None or source.kind is Kind.DESCRIPTION:
            return None
        if source.kind is not Kind.PRONOUN and text[source.end : source.end + 1] != ",":
            return None
    return _around(passage, region, cue, (start, end))


def read_opening(passage: Passage, region: Offsets, cue: Cue) -> Draft | None:
    """'Dari keterangan X, A' at the start of its sentence, where nobody else is told to say it."""
    if cue.form is not Form.FROM:
        return None
    opened = after_connective(passage.text, *region) or region[0]
    if passage.text[opened : cue.start].strip(" ,"):
        return None
    return _around(passage, region, cue, None)


def read_released(passage: Passage, region: Offsets) -> Draft | None:
    """What a body put out or keeps, at the start of its sentence, where nobody is told to say it.

    'Dilansir laman resmi X, A' where X is no paper, 'Dilansir X, A' where it is a body of the state, 'Berdasarkan data
    X, A' of any body.
    """
    text = passage.text
    start = after_connective(text, *region) or region[0]
    lead = RELEASED.match(text, start, region[1]) or KEPT.match(text, start, region[1])
    name = passage.name_at(lead.end()) if lead else None
    if lead is None or name is None or name.type is not MentionType.INSTITUTION:
        return None
    kind, paper = passage.entities[name.target].kind, lead["paper"]
    if lead.re is RELEASED and kind not in PUBLIC and (not paper or kind == "media"):
        return None
    aside = ASIDE.match(text, name.end, region[1])
    if aside is None:
        return None
    after = content_after(text, aside.end(), region[1], said_before=False)
    if after and subject(passage, *after):
        return None
    cue = Cue(start=lead.start("cue"), end=lead.end("cue"), form=Form.FROM, content=Content.ANY)
    if paper and paper.split()[0].lower() in phrase_words("issued"):
        source = Source(start=lead.start("paper"), end=name.end, kind=Kind.DESCRIPTION)
    else:
        source = Source(start=name.start, end=name.end, kind=Kind.NAME, keys=(name.target,))
    return reported(passage, Frame.ACCORDING, cue, source, (after,)) if after else None


def _around(passage: Passage, region: Offsets, cue: Cue, before: Offsets | None) -> Draft | None:
    """The statement of a cue with the content before it, behind it, or both."""
    text, tail, source = passage.text, cue.end, None
    if cue.form in {Form.BARE, Form.ACCORDING, Form.FROM}:
        capital = text[cue.end : cue.end + 2].strip().isupper()  # a name, though nobody knows it
        source = source_after(passage, cue.end, region[1], any_noun=capital)
        if source is None:
            return None
        tail = source.end
        if source.kind is Kind.DESCRIPTION and before is None and text[tail : tail + 1] != ",":
            return None
        if cue.form is Form.ACCORDING and before is None:
            tail = _past_second_cue(text, tail, region[1])
    after = content_after(text, tail, region[1], said_before=before is not None)
    spans = tuple(span for span in (before, after) if span)
    frame = Frame.ACCORDING if cue.form in ACCORDING else Frame.INSERTED
    return reported(passage, frame, cue, source, spans)


def _past_second_cue(text: str, at: int, end: int) -> int:
    """Where a second cue of the same speaker ends: "Menurut Amir (mengatakan), A"; ``at`` where there is none."""
    clause = CLAUSE.match(text, at, end)
    start = clause.end() if clause else at
    cue = next(find_cues(text, start, min(end, start + LONGEST_CUE)), None)
    return cue.end if cue and cue.start == start and cue.form is Form.ACTIVE else at
