"""Indirect speech: a sentence whose cue reports its content in the paper's own words."""

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import islice

from extract.record import MentionType, Offsets
from extract.speech.charges import demanding, read_charge
from extract.speech.contents import MARKER, content, reported
from extract.speech.continuations import ITEM
from extract.speech.courts import is_bench
from extract.speech.cues import Content, Cue, Form, find_cues
from extract.speech.drafts import Draft, Frame
from extract.speech.joined_verbs import shared_subject
from extract.speech.passage import Passage
from extract.speech.passives import read_passive
from extract.speech.quotes import stripped
from extract.speech.set_off import read_opening, read_released, read_set_off, read_unset
from extract.speech.small_words import after_connective, openings, phrase_words
from extract.speech.sources import Kind, Source, is_paper
from extract.speech.stances import takes_stance
from extract.speech.subjects import may_begin_name, source_before, without_adverbs

FEWEST_WORDS = 2

LAST_WORD = re.compile(r"([\w-]+)[\s,]*\Z")
# Behind an active cue: adverbs, the one spoken to, and what shows that a clause was said and not a thing.
ADVERB = re.compile(
    r"\s+(?:juga|kembali|lagi|pula|secara (?:tegas|terbuka|resmi)|dengan tegas|keras|habis(?:-habisan)?|sendiri|pun"
    r"|sebelumnya(?=\s+bahwa))\b",
    re.IGNORECASE,
)
ADDRESSEE = re.compile(
    r"\s+(?:kepada|ke|pada)\s+(?:(?!\b(?:agar|untuk|supaya)\b)[^,.;:\"“]){2,80}?(?=\s+bahwa\b|,\s|:)"
    r"|\s+kepada(?=\s)",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"\s*(?:[,:]|(?:bahwa\w*|agar|supaya|untuk|jika|kalau|akan|bisa|dapat|mampu|tidak|tak)\b)"
    r"|\s+(?:kepada|ke)\s[^,.]{2,80}?(?:\s(?:agar|untuk|bahwa|supaya)\b|,\s)",
    re.IGNORECASE,
)
# "X memberi perintah (kepada Y) agar A", "X mengeluarkan pernyataan tertulis bahwa A".
LED = re.compile(
    r"(?:\s+(?:resmi|tegas|tertulis|lisan|langsung|khusus))?(?:\s+(?:kepada|ke|pada)\s[^,.]{2,80}?)?"
    r"\s+(?:bahwa(?:sanya)?|agar|supaya|untuk|jika)\b",
    re.IGNORECASE,
)
TRIED = re.compile(r"\s+(?:gugatan|perkara|kasus|sengketa|permohonan|hal)\b", re.IGNORECASE)  # "memutuskan perkara itu"
PARTED = re.compile(r",\s(?:telah|sudah|akan|belum|tidak|juga|masih|sedang|harus|bisa|dapat|perlu|merupakan)\b")
# Beside the words that end a noun phrase, these begin none.
LEADING = re.compile(
    r"(?:bagi|atas|sejak|hingga|selain|selama|akibat|kalau|hanya|apalagi|meski\w*|walau\w*|(?:me|ber)[a-z]{3,})(?!\w)"
)
TO_DO = re.compile(r"\s+untuk\b")  # "sepakat untuk membahas": an action, whoever has agreed to it
# "X mengatakan hal itu saat …": the content stands elsewhere. "X menilai hal itu keliru" says something about it.
ANAPHOR = re.compile(
    r"\s+hal\s+yang\b|\s+(?:rencana|pernyataan|pendapat|pesan|imbauan|janji|usulan)\s(?:itu|ini|tersebut)"
    r"(?=\s(?:saat|ketika|kala|usai|seusai|setelah|dalam|di)\b)"
    r"|\s+(?:hal|demikian|itu|ini)\b(?:\s+(?:itu|ini|tersebut|senada|serupa|yang\s+sama))?+"
    r"(?=[\s,.]*\Z|\s*[,.]|\s+(?:juga\s+|pun\s+|lagi\s+|langsung\s+)?(?:saat|ketika|kala|usai|seusai|setelah|sesudah|"
    r"sebelum|selepas|menjelang|di|dalam|pada|kepada|ke|dari|melalui|lewat|via|sembari|sambil|seraya|dengan|secara|"
    r"menanggapi|menjawab|menyusul|merespons?|terkait|berdasarkan|merujuk|bersama|untuk|guna|agar|supaya|"
    r"kemarin|tadi|Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)\b|\s*\()",
    re.IGNORECASE,
)
# "Ia melanjutkan pasar itu harus …" says something, "Ia melanjutkan perjalanan" does not.
PREDICATE = re.compile(
    r"\b(?:adalah|merupakan|menjadi|harus|perlu|akan|dapat|bisa|tidak|belum|sudah|telah|semestinya|seharusnya)\b"
)
# Behind a thing that is asked for: "meminta dana desa dikelola terbuka" asks for something to be done.
TO_BE_DONE = re.compile(r"[^,.]*?\s(?:di[a-z]{4,}|agar|supaya|jangan|tidak|tak|segera|harus|bisa|dapat|tetap)\b")
# A matter is spelt out behind such a word: "menjelaskan modus pelaku, yakni dengan …".
SPELT_OUT = re.compile(r"\b(?:yakni|yaitu|adalah|ialah|karena|bahwa|agar)\b|[:;]")
MANY = re.compile(r"\s+(?:(?:sejumlah|beberapa|berbagai)\s+)?")
DEGREE = re.compile(r"[A-Z]{2,5}")
CAPITALS = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,6}")
# "Jika Dinas Pasar menyetujui, …" tells no report.
SUBORDINATE = re.compile(r"(?:jika|apabila|bila|kalau|jikalau|seandainya|andai)\b[^,]*\Z", re.IGNORECASE)
# "Setelah Budi mengkritik rencana itu, Amir mengancam …": who is meant is said behind the comma.
BEFOREHAND = re.compile(
    r"(?:setelah|sesudah|usai|seusai|sebelum|ketika|saat|kala|sejak|meski(?:pun)?|walau(?:pun)?)\s(?!itu\b|ini\b)[^,]*\Z",
    re.IGNORECASE,
)
NEXT_CUES = 5  # looked at behind such a clause
CONDITION = re.compile(r"(?:jika|apabila|bila|kalau|jikalau|seandainya|andai)\b", re.IGNORECASE)


def find_indirect(passage: Passage, direct: list[Draft]) -> list[Draft]:
    """Statements in indirect speech, in text order, in the words that ``direct`` has not taken."""
    cues_taken = {draft.cue for draft in direct}
    spans_taken = sorted(span for draft in direct for span in draft.spans)
    drafts: list[Draft] = []
    for sentence in passage.sentences:
        region = _free(passage, sentence, spans_taken)
        if len(passage.text[slice(*region)].split()) < FEWEST_WORDS:
            continue
        cues = [
            cue
            for cue in find_cues(passage.text, *region)
            if (cue.start, cue.end) not in cues_taken and not passage.quote_around(cue.start)
        ]
        released = read_released(passage, region)
        said = [cue for cue in cues if cue.content is not Content.QUOTE and (not released or cue.start >= released.at)]
        draft = _strongest(passage, region, said, drafts) or released or _strongest(passage, region, cues, drafts)
        if draft:
            drafts.append(draft)
    return drafts


def _free(passage: Passage, sentence: Offsets, taken: list[Offsets]) -> Offsets:
    """The part of a sentence before the first direct statement in it, or the whole, without the number of an item."""
    start, end = sentence
    item = ITEM.match(passage.text, start, end)
    start = item.end() if item else start
    at = bisect_right(taken, start, key=lambda span: span[1])
    if at < len(taken) and taken[at][0] < end:
        quote = passage.quote_around(taken[at][0])
        end = max(start, quote.start if quote else taken[at][0])
    return stripped(passage.text, start, end)


def _strongest(passage: Passage, region: Offsets, cues: list[Cue], drafts: list[Draft]) -> Draft | None:
    """The statement of the strongest cue: set off by commas, then passive, then subject and verb.

    What a paper says within what somebody says is that one's: "Amir mengatakan, menurut UU Desa, warga berhak …".
    """
    cues = [cue for cue in cues if not _comes_before(passage, region, cue, cues)]
    readings: tuple[Callable[[Cue], Draft | None], ...] = (
        lambda cue: read_set_off(passage, region, cue),
        lambda cue: read_charge(passage, region, cue),
        lambda cue: read_passive(passage, region, cue, drafts),
        lambda cue: _read_active(passage, region, cue) if cue.content is not Content.STANCE else None,
        lambda cue: read_unset(passage, region, cue),
        lambda cue: _read_active(passage, region, cue) if cue.content is Content.STANCE else None,
        lambda cue: read_opening(passage, region, cue),
    )
    found = next((draft for reading in readings for cue in cues if (draft := reading(cue))), None)
    if found is None or found.cue is None or not _is_of_paper(passage, found):
        return found
    outer = (draft for cue in cues if cue.end <= found.cue[0] and (draft := _read_active(passage, region, cue)))
    return next((draft for draft in outer if draft.end >= found.end and not _is_of_paper(passage, draft)), found)


def _comes_before(passage: Passage, region: Offsets, cue: Cue, cues: list[Cue]) -> bool:
    """Whether a cue stands in a clause that only says when, and a later one has a subject behind a comma."""
    if cue.form is not Form.ACTIVE or not BEFOREHAND.match(passage.text, region[0], cue.start):
        return False
    later = (other for other in cues if other.start > cue.end and other.form is Form.ACTIVE)
    subjects = (_behind_comma(passage, cue.end, other.start) for other in islice(later, NEXT_CUES))
    return any(found is not None and found.kind is Kind.NAME for found in subjects)


def _is_of_paper(passage: Passage, draft: Draft) -> bool:
    return draft.source is not None and is_paper(passage.text, draft.source)


def _read_active(passage: Passage, region: Offsets, cue: Cue) -> Draft | None:
    """'X mengatakan (bahwa) A', 'X meminta agar A', 'X mengimbau kepada Y untuk A', 'X menjelaskan. A'."""
    if cue.form is not Form.ACTIVE or cue.content is Content.QUOTE:
        return None
    if SUBORDINATE.match(passage.text, region[0], cue.start) or passage.text[cue.start].isupper():  # of a headline
        return None
    source = _subject(passage, region, cue)
    start = _content_start(passage.text, cue, region[1]) if source else None
    if source is None or start is None or not _may_be_subject(passage, cue, source):
        return None
    marked = MARKED.match(passage.text, cue.end, region[1])
    acts = TO_DO.match(passage.text, cue.end, region[1])
    if cue.content is Content.STANCE and (acts or not marked) and not takes_stance(passage, source, cue.start, start):
        return None
    span = content(passage.text, start, region[1])
    if span[0] >= span[1] or (cue.content is Content.TOLD and _names_matter(passage.text, cue.end, region[1])):
        return _announced(passage, cue, source)
    before = content(passage.text, region[0], source.start)
    joined = CONDITION.match(passage.text, *before) or _parted(passage, region[0], cue, source)
    return reported(passage, Frame.INDIRECT, cue, source, (before, span) if joined else (span,))


def _parted(passage: Passage, start: int, cue: Cue, source: Source) -> bool:
    """Whether the cue stands between a subject and its verb: "Pihak sekolah, dia melanjutkan, telah …"."""
    text = passage.text
    before = text[start : source.start].rstrip()
    apposed = "," in before[:-1] or "," in text[source.end : cue.start]
    if apposed or not before.endswith(",") or not PARTED.match(text, cue.end):
        return False
    first = before.lower().split(maxsplit=1)[0].strip(",")
    leads = first in phrase_words("stop") or LEADING.match(first)
    return not leads and after_connective(text, start, source.start) is None


def _may_be_subject(passage: Passage, cue: Cue, source: Source) -> bool:
    """Whether a verb that reports with some subjects alone has such a one."""
    if cue.content is Content.LED:
        return source.kind is not Kind.DESCRIPTION
    return cue.content is not Content.RULING or is_bench(passage, source)


def _subject(passage: Passage, region: Offsets, cue: Cue) -> Source | None:
    """The subject of the cue; None where a word before it makes it no report (untuk mengatakan)."""
    end = without_adverbs(passage.text, region[0], cue.start)
    word = LAST_WORD.search(passage.text, region[0], end)
    last = word[1].lower() if word else ""
    if cue.content is Content.PAPER:
        source = source_before(passage, region[0], word.start() if word and last == "yang" else cue.start)
        return source if source and is_paper(passage.text, source) else None
    if word and any(other.form is Form.ACTIVE for other in find_cues(passage.text, word.start(), end)):
        return None  # "yang mengatakan tidak setuju": of what somebody else is told to say
    if last in phrase_words("joining"):
        told = cue.content is Content.TOLD and not MARKED.match(passage.text, cue.end, region[1])
        return None if told else shared_subject(passage, region[0], cue.start)
    if last in phrase_words("barrier"):
        return demanding(passage, region[0], cue) if last == "yang" else None
    limit = word.start() if word and last in phrase_words("while") else cue.start
    return (
        source_before(passage, region[0], limit)
        or _behind_comma(passage, region[0], limit)
        or _capitals(passage, region[0], end)
    )


def _capitals(passage: Passage, start: int, end: int) -> Source | None:
    """A subject of capitals that nobody knows as a name, or one that goes on: "Melinjo (menyebut)", "Amir Negara"."""
    text = passage.text
    comma = text.rfind(", ", start, end)
    start = comma + 2 if comma >= 0 else after_connective(text, start, end) or start
    start, end = stripped(text, start, end)
    if not CAPITALS.fullmatch(text, start, end) or not may_begin_name(text[start:end].split(maxsplit=1)[0]):
        return None
    name = passage.name_at(start)
    if comma >= 0 and DEGREE.fullmatch(text, start, end):  # "Amir, MM (menyebut)"
        name = next((name for name in passage.names_before(start) if text[name.end : start] == ", "), name)
    if name is not None and name.type is MentionType.PERSON:
        return Source(start=name.start, end=end, kind=Kind.NAME, keys=(name.target,))
    return Source(start=start, end=end, kind=Kind.DESCRIPTION)


def _behind_comma(passage: Passage, start: int, end: int) -> Source | None:
    """The subject of the clause behind the last comma: "Kepada penyidik, Amir (mengaku)"."""
    comma = passage.text.rfind(", ", start, end - 2)
    return source_before(passage, comma + 2, end) if comma >= 0 else None


def _content_start(text: str, cue: Cue, end: int) -> int | None:
    """Where what an active cue reports begins; None where the verb takes no content like this."""
    adverb = ADVERB.match(text, cue.end, end)
    at = adverb.end() if adverb else cue.end
    if ANAPHOR.match(text, at, end) or not _may_be_content(text, cue.content, at, end):
        return None
    addressee = ADDRESSEE.match(text, at, end)
    at = addressee.end() if addressee else at
    marker = MARKER.match(text, at, end)
    return marker.end() if marker else at


def _may_be_content(text: str, taken: Content, at: int, end: int) -> bool:
    """Whether a verb of this kind may report what stands behind it."""
    if taken is Content.ASKED:
        return not _asks_for_thing(text, at, end)
    if taken is Content.LED:
        return LED.match(text, at, end) is not None
    if taken is Content.RULING:
        return TRIED.match(text, at, end) is None
    if taken not in {Content.MARKED, Content.CLAUSE} or MARKED.match(text, at, end):
        return True
    return taken is Content.CLAUSE and PREDICATE.search(text, at, end) is not None


def _asks_for_thing(text: str, at: int, end: int) -> bool:
    """Whether the words behind "meminta" are something to be given, not done: "(meminta) uang kepada korban"."""
    thing = openings("asked_things.txt").match(text, stripped(text, at, end)[0], end)
    return thing is not None and not TO_BE_DONE.match(text, thing.end(), end)


def _names_matter(text: str, at: int, end: int) -> bool:
    """Whether the words behind a cue only name what was spoken of: "(menyampaikan) pandangan fraksi"."""
    opening = MANY.match(text, at, end)
    matter = openings("matter_nouns.txt").match(text, opening.end() if opening else at, end)
    return matter is not None and not SPELT_OUT.search(text, matter.end(), end)


def _announced(passage: Passage, cue: Cue, source: Source) -> Draft | None:
    """'X mengungkapkan. A', 'X menjelaskan peran Y. A': the content is the next sentence, where that has no cue."""
    number = passage.sentence_of(cue.start) + 1
    if number >= len(passage.sentences):
        return None
    following = content(passage.text, *passage.sentences[number])
    if passage.paragraph_of(following[0]) != passage.paragraph_of(cue.start) or passage.quotes_in(*following):
        return None
    if next(find_cues(passage.text, *following), None):
        return None
    return reported(passage, Frame.INDIRECT, cue, source, (following,))
