"""Passive cues: 'Dikatakan X, A', 'Dijelaskannya, A', 'A. Hal itu disampaikan X'.

What is said stands behind the cue, or in the sentence before where the subject only points at it.
"""

import re
from dataclasses import replace

from extract.record import EntityType, Offsets
from extract.speech.contents import CIRCUMSTANCE, content, content_after, reported, without_opening
from extract.speech.cues import Content, Cue, Form, find_cues
from extract.speech.drafts import Draft, Frame
from extract.speech.passage import Passage
from extract.speech.quotes import stripped
from extract.speech.small_words import after_connective, noun_kind
from extract.speech.sources import Kind, Source, source_after
from extract.speech.subjects import without_adverbs

# Subjects that stand for what was said before: "Hal itu", "Pernyataan tersebut juga", "Demikian".
ANAPHOR = re.compile(
    r"(?:hal|pernyataan|peringatan|ungkapan|imbauan|himbauan|ajakan|permintaan|penegasan|penjelasan|informasi|"
    r"pesan|harapan|keterangan|klaim|usulan|instruksi|larangan|desakan|kepastian|komitmen|demikian|itu|ini)"
    r"(?:\s+\w+){0,2}?(?:\s+(?:itu|ini|tersebut|demikian))?(?:\s+(?:juga|pun|sebelumnya|turut|langsung|kembali|awalnya))*\s*\Z",
    re.IGNORECASE,
)
POINTING = re.compile(r"\w+ (?:itu|ini|tersebut)(?: \w+)?", re.IGNORECASE)
# "Hal senada disampaikan X": what X says comes later.
SAME = re.compile(r"\b(?:senada|serupa|sama|lain)\b", re.IGNORECASE)
# "Hal senada disampaikan X, A": what X says begins behind a comma or "bahwa", where no circumstance does.
ALIKE = re.compile(r",\s|\s+bahwa\b")
# "Seperti disampaikan X, A".
LIKE = frozenset({"seperti", "seperti yang", "sebagaimana", "sebagaimana yang"})
# Passives that say of their subject what somebody else has said, and how what is said begins.
OF_SOMEBODY = frozenset({"disebut", "dikatakan", "dinyatakan", "dianggap", "dituntut"})
OPEN_RELATIVE = ("apa yang", "hal yang")  # "melawan apa yang dianggapnya keliru": a word of the paper's own sentence
# The same with a clitic for who says it: "Rencana itu dinilainya keliru".
CLITICS_OF_SOMEBODY = frozenset({"disebutnya", "dinilainya", "dianggapnya", "dikatakannya"})
# Passives that stand with a person's name in the middle of what they report: "Rencana itu dinilai Amir keliru".
INSERTED_BY = frozenset({
    "diakui", "dianggap", "dicontohkan", "dijelaskan", "dikatakan", "diklaim", "dinilai", "dinyatakan", "diperkirakan",
    "diprediksi", "disebut", "disebutkan", "ditegaskan", "diungkapkan", "diyakini",
})  # fmt: skip
SOME = re.compile(
    r"(?:para|sejumlah|beberapa|banyak)\s.+?(?=\s(?:akan|bakal|sudah|telah|masih|tidak|tak|belum|bisa|dapat|harus)\b|\Z)",
    re.IGNORECASE,
)  # nameless ones who stand there as well
# Behind the name these tell more of it: "disebut Si Kumis, yang berkibar", "diungkapkan Amir, pakar kuliner".
NAMED_SO = re.compile(r",\s(?:yang|pakar|pemilik|ketua|seorang|salah satu|selaku|warga)\b")
# Right before such a passive these make it no report: "yang disebut Amir", "biasa disebut Amir".
NO_SUBJECT = frozenset(
    {"yang", "apa", "biasa", "sering", "lazim", "kerap", "harus", "seperti", "tidak", "tak", "belum", "akan", "bakal"}
)
PREDICATE = re.compile(
    r"\s+(?:tak|tidak|telah|sudah|akan|masih|sempat|kerap|minta|me[a-z]{4,}|ber[a-z]{3,}|ter[a-z]{3,})\b"
)
UNNAMED = re.compile(r",\s|,?\s+bahwa\b")
# Who got a paper did not write it: "Dalam keterangan yang diterima Warta Kulon (disebutkan)".
RECEIVED = re.compile(r"\s(?:yang\s)?(?:diterima|dikutip|didapat|diperoleh|dilihat)\s")
BY = re.compile(r"[^.,;]*?\soleh\s")
PARTS = re.compile(r",\s?(?=(?:ayat|huruf|angka|butir|poin)\s)", re.IGNORECASE)  # "Pasal 5, ayat 1, huruf c"
WITHIN = re.compile(r"(?:di )?(?:dalam|pada)\s+|di\s+", re.IGNORECASE)


def read_passive(passage: Passage, region: Offsets, cue: Cue, drafts: list[Draft]) -> Draft | None:
    """The statement of a passive cue, its content behind the cue or, after "Hal itu", in the sentence before.

    Args:
        passage: The article.
        region: The sentence.
        cue: The cue.
        drafts: The statements found before, whose words are not taken twice.
    """
    if cue.form not in {Form.PASSIVE, Form.PASSIVE_CLITIC}:
        return None
    start = after_connective(passage.text, *region) or region[0]
    subject = passage.text[start : cue.start].strip(" ,")
    if not subject and "senada" in passage.text[region[0] : start].lower():
        return _told_alike(passage, region, cue)
    if not subject or subject.lower() in LIKE:
        return _opening(passage, region, cue, drafts)
    if cue.form is Form.PASSIVE and (document := _document(passage, start, cue)):
        return _behind(passage, region, cue, document)
    if ANAPHOR.match(subject):
        return _told_alike(passage, region, cue) if SAME.search(subject) else _referred(passage, region, cue, drafts)
    return (
        _inserted(passage, region, cue)
        or _inserted_by(passage, region, cue)
        or _of_somebody(passage, region, cue, drafts)
    )


def points_back(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells who said the one before it: "Kesimpulan itu disampaikan X"."""
    start = after_connective(text, start, end) or start
    cue = next(find_cues(text, start, end), None)
    if cue is None or cue.form not in {Form.PASSIVE, Form.PASSIVE_CLITIC}:
        return False
    subject = text[start : cue.start].strip(" ,")
    told = cue.content is Content.TOLD and POINTING.fullmatch(subject)
    return bool(told or ANAPHOR.match(subject))


def _opening(passage: Passage, region: Offsets, cue: Cue, drafts: list[Draft]) -> Draft | None:
    """'Dikatakan X, A', 'Dijelaskannya, A', and, where somebody spoke before, 'Dijelaskan, A'."""
    if cue.form is Form.PASSIVE_CLITIC:
        return _behind(passage, region, cue, None)
    source = source_after(passage, cue.end, region[1])
    if source is None:
        spoken = drafts or passage.quote_before(cue.start)
        return _behind(passage, region, cue, None) if spoken and _goes_on(passage.text, cue, region[1]) else None
    behind = "," in passage.text[cue.end : source.end]
    if cue.content is Content.QUOTE and behind and _is_person(passage, source):
        return None  # "Dikutip dari Warta Kulon, Amir mengatakan": whoever is named there says something of his own
    set_off = passage.text[source.end : source.end + 1] == ","
    return _behind(passage, region, cue, source) if set_off or source.kind is not Kind.DESCRIPTION else None


def _told_alike(passage: Passage, region: Offsets, cue: Cue) -> Draft | None:
    """'Hal senada disampaikan X, A'; nothing where what X says comes in a sentence of its own."""
    source = source_after(passage, cue.end, region[1]) if cue.form is Form.PASSIVE else None
    if source is None or source.kind is Kind.DESCRIPTION or not ALIKE.match(passage.text, source.end, region[1]):
        return None
    if CIRCUMSTANCE.match(passage.text, source.end, region[1]):
        return None
    return _behind(passage, region, cue, source)


def _goes_on(text: str, cue: Cue, end: int) -> bool:
    """Whether a passive without a speaker tells what somebody said: "Dijelaskan, A", "Diungkapkan bahwa A"."""
    return cue.content is Content.TOLD and UNNAMED.match(text, cue.end, end) is not None


def _behind(passage: Passage, region: Offsets, cue: Cue, source: Source | None) -> Draft | None:
    at = source.end if source and source.end > cue.end else cue.end
    after = content_after(passage.text, at, region[1], said_before=False)
    return reported(passage, Frame.PASSIVE, cue, source, (after,)) if after else None


def _inserted(passage: Passage, region: Offsets, cue: Cue) -> Draft | None:
    """'A dikatakannya, B', 'A dinilainya B': a clitic cue in the middle of what it reports."""
    if cue.form is not Form.PASSIVE_CLITIC:
        return None
    if not passage.text.startswith(",", cue.end) and passage.text[cue.start : cue.end] not in CLITICS_OF_SOMEBODY:
        return None
    before = without_opening(passage.text, region[0], cue.start)
    told = passage.text[slice(*before)].lower()
    if told.endswith(OPEN_RELATIVE) or (told.endswith(" yang") and _somebody_says(passage.text, *before)):
        return None
    behind = content_after(passage.text, cue.end, region[1], said_before=True)
    return reported(passage, Frame.INSERTED, cue, None, (before, behind)) if behind else None


def _somebody_says(text: str, start: int, end: int) -> bool:
    """Whether an active cue stands there: "Amir berujar ada pasal yang (dianggapnya melemahkan)"."""
    return any(cue.form is Form.ACTIVE for cue in find_cues(text, start, end))


def _inserted_by(passage: Passage, region: Offsets, cue: Cue) -> Draft | None:
    """'A, dikatakan X, B', 'A dinilai X B', 'A dinilai para ahli B': a passive cue in the middle of what it reports."""
    text = passage.text
    if text[cue.start : cue.end] not in INSERTED_BY:
        return None
    source = source_after(passage, cue.end, region[1])
    if source is None or NAMED_SO.match(text, source.end):
        return None
    if not _is_person(passage, source):
        some = SOME.match(text, source.start, source.end)
        if some is None:
            return None
        source = replace(source, end=some.end())
    before = without_opening(text, region[0], without_adverbs(text, region[0], cue.start))
    behind = content_after(text, source.end, region[1], said_before=True)
    words = text[slice(*before)].lower().split()
    if behind is None or not words or not NO_SUBJECT.isdisjoint(words[-2:]):
        return None
    return reported(passage, Frame.INSERTED, cue, source, (before, behind))


def _is_person(passage: Passage, source: Source) -> bool:
    """Whether a pronoun or one person's name stands there, with nothing but posts before it."""
    if source.kind is Kind.PRONOUN:
        return True
    if [passage.entities[key].type for key in source.keys] != [EntityType.PERSON]:
        return False
    name = next((n for n in passage.names_in(source.start, source.end) if n.target == source.keys[0]), None)
    before = passage.text[source.start : name.start].split() if name else []
    return name is not None and all(word[0].isupper() or noun_kind(word.strip(",.")) for word in before)


def _of_somebody(passage: Passage, region: Offsets, cue: Cue, drafts: list[Draft]) -> Draft | None:
    """'… Pelaku juga disebut kabur': what the speaker of the sentence before says of somebody."""
    text = passage.text
    predicate = PREDICATE.match(text, cue.end, region[1])
    if predicate is None or text[cue.start : cue.end] not in OF_SOMEBODY or not drafts:
        return None
    if BY.match(text, cue.end, region[1]):  # another says so
        return None
    last, number = drafts[-1].extent[1] - 1, passage.sentence_of(cue.start)
    if passage.sentence_of(last) != number - 1 or passage.paragraph_of(last) != passage.paragraph_of(cue.start):
        return None
    before = without_opening(text, region[0], without_adverbs(text, region[0], cue.start))
    return reported(passage, Frame.PASSIVE, cue, None, (before, content(text, cue.end, region[1])))


def _document(passage: Passage, start: int, cue: Cue) -> Source | None:
    """The paper of "Dalam surat itu disebutkan …", or of "Terkait itu, dalam surat disebutkan …"."""
    start = stripped(passage.text, start, cue.start)[0]
    comma = passage.text.rfind(", ", start, cue.start - 2)
    opening = WITHIN.match(passage.text, comma + 2 if comma >= 0 else start, cue.start)
    opening = opening or WITHIN.match(passage.text, start, cue.start)
    if opening is None:
        return None
    end = without_adverbs(passage.text, opening.end(), cue.start)
    received = RECEIVED.search(passage.text, opening.end(), end)
    begin, end = content(passage.text, opening.end(), received.start() if received else end)
    words = passage.text[begin:end].lower().split()
    if not words or "," in PARTS.sub("", passage.text[begin:end]) or words[-1] == "yang":
        return None
    if noun_kind(words[0]) != "document":
        return None
    return Source(start=begin, end=end, kind=Kind.DESCRIPTION)


def _referred(passage: Passage, region: Offsets, cue: Cue, drafts: list[Draft]) -> Draft | None:
    """The sentence before "Hal itu disampaikan X", where nobody is quoted with it yet."""
    source = source_after(passage, cue.end, region[1]) if cue.form is Form.PASSIVE else None
    number = passage.sentence_of(cue.start)
    if number == 0 or (cue.form is Form.PASSIVE and source is None):
        return None
    previous = content(passage.text, *passage.sentences[number - 1])
    if passage.quotes_in(*previous) or (drafts and drafts[-1].extent[1] > previous[0]):
        return None
    return reported(passage, Frame.REFERRED, cue, source, (previous,))
