"""Continuations: sentences that go on reporting a speaker without a cue of their own."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.record import EntityType, Mention, MentionType, Mode, Offsets
from extract.speech.antecedents import subject, titled
from extract.speech.clauses import is_verb
from extract.speech.contents import content
from extract.speech.drafts import Draft, Frame
from extract.speech.passage import Passage
from extract.speech.passives import points_back
from extract.speech.small_words import after_connective, noun_kind, openings, phrase_words
from extract.speech.sources import WORD, Kind, Source
from extract.speech.subjects import phrase_start

# A sentence with a date tells what happened; it does not go on reporting.
DATE = re.compile(r"\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)|\b\d{1,2}/\d{1,2}/\d{2,4}\b")
# Nor does one that says what a suspect is charged with.
CHARGE = re.compile(r"\b(?:didakwa|dijerat|terancam|disangkakan|divonis|dinyatakan bersalah)\b", re.IGNORECASE)
# Nor one about what was said ("Permintaan itu dikabulkan"), or about somebody who answers or would not speak.
ABOUT_WORDS = re.compile(
    r"(?:permintaan|peringatan|pernyataan|usul(?:an)?|imbauan|himbauan|ajakan|tuntutan|desakan|seruan|pengakuan|"
    r"komentar|kritik|protes|bantahan|klaim|instruksi|arahan)\s+(?:itu|ini|tersebut)\b",
    re.IGNORECASE,
)
# "Hal senada disampaikan Budi.", "Dia menuturkan itu saat ditemui …".
ALIKE = re.compile(
    r"(?:hal|pernyataan|pendapat|pandangan|keterangan|komentar|harapan|penjelasan)?\s*(?:yang\s+)?(?:senada|serupa|sama)\b"
    r"(?=.*\bdi[a-z]{4,}\b)",
    re.IGNORECASE,
)
TOLD_SO = re.compile(
    r"\bme[a-z]{4,}kan\s+(?:hal\s+)?(?:itu|ini|tersebut)\s+(?:saat|ketika|kala|usai|seusai|setelah|kepada|dalam|di|pada|melalui|lewat)\b",
    re.IGNORECASE,
)
SILENCE = re.compile(
    r"\b(?:(?:tidak|tak|belum)\s+(?:mau|bersedia|berkenan)|enggan|menolak)\s+"
    r"(?:menjelaskan|merinci|memerinci|mendetailkan|membeberkan|mengungkap|menyebut|menjawab|mengomentari|berkomentar|"
    r"membocorkan|menyampaikan|dimintai|memberi)|\bbelum\s+(?:mengungkap|membocorkan|merinci|memerinci|membeberkan)|"
    r"\b(?:merespons?|menanggapi|angkat (?:bicara|suara)|buka suara|bungkam|"
    r"(?:tidak|tak) banyak (?:bicara|komentar|keterangan|berbicara|berkomentar)|"
    r"(?:tidak|tak) (?:ber)?(?:bicara|komentar) banyak)\b",
    re.IGNORECASE,
)
# So many sentences behind a report go on reporting it; on articles printed in one line it would else swallow them.
MOST = 2
# "Hal itu karena …" goes on, though "Hal itu …" is a narrative opening.
REASON = re.compile(
    r"hal (?:itu|ini|tersebut)(?: juga| pun)? "
    r"(?:akan|bakal|berdampak|bertujuan|bukan|dapat|dikarenakan|harus|jelas|karena|lantaran|memerlukan|membutuhkan|"
    r"membuat|menjadi|menyebabkan|merujuk|merupakan|mengingat|disebabkan|diakibatkan|didasar(?:i|kan)|berdasarkan|[nt]ampak|penting|perlu|rawan|sangat|senada|sesuai|tidak|"
    r"tak|untuk|wajar)\b",
    re.IGNORECASE,
)
PARTY = re.compile(r"\b(?:pihaknya|kami|kita|saya|dirinya)\b", re.IGNORECASE)
ITEM = re.compile(r"\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[-–•*·])\s+")


def continued(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """The drafts, the indirect ones with what goes on reporting them, and paraphrases of the same speaker."""
    taken = {passage.sentence_of(at) for draft in drafts for at in _places(draft)}
    grown = [
        _with_list(passage, draft) or _extended(passage, draft, taken, speakers)
        for draft, speakers in zip(drafts, _speakers(drafts), strict=True)
    ]
    taken |= {passage.sentence_of(at) for draft in grown for span in draft.spans for at in (span[0], span[1] - 1)}
    return sorted([*grown, *_paraphrases(passage, grown, taken)], key=lambda draft: draft.at)


def _places(draft: Draft) -> tuple[int, ...]:
    starts = tuple(start for start, _ in draft.spans)
    return (*starts, draft.cue[0]) if draft.cue else starts


def _speakers(drafts: list[Draft]) -> Iterator[tuple[str, ...]]:
    """The entities that the source of each draft names, or the one before it where it is a pronoun or none."""
    keys: tuple[str, ...] = ()
    for draft in drafts:
        if draft.source and draft.source.kind is not Kind.PRONOUN:
            keys = draft.source.keys
        yield keys


def _extended(passage: Passage, draft: Draft, taken: set[int], speakers: tuple[str, ...]) -> Draft:
    """An indirect statement with the next sentences of its paragraph, as far as they go on reporting.

    On gold/train and 448 further articles 384 of the 464 sentences so taken right behind are part of what was said,
    and 47 of the 58 behind those; more are taken only where they hang on the one before ("Apalagi …", "Misalnya …").
    """
    if draft.mode is Mode.DIRECT or draft.frame is Frame.REFERRED:
        return draft
    first = following = passage.sentence_of(draft.extent[1] - 1) + 1
    while following not in taken and _goes_on(passage, draft.at, following):
        start, end = passage.sentences[following]
        about = subject(passage, start, end)
        # nobody reports himself by name
        if about and (about.target in speakers or _takes_the_stage(passage, draft, (start, end), about)):
            break
        if _parts(passage, draft, (start, end)):
            break
        if following >= first + MOST and not openings("carrying_openings.txt").match(passage.text, start):
            break
        draft = replace(draft, spans=(*draft.spans[:-1], (draft.spans[-1][0], content(passage.text, start, end)[1])))
        following += 1
    return draft


def _takes_the_stage(passage: Passage, draft: Draft, sentence: Offsets, about: Mention) -> bool:
    """Whether a sentence begins with somebody in office whom what was said has not named: "Bupati Budi menyambut …"."""
    opened = after_connective(passage.text, *sentence) or sentence[0]
    linked = openings("linked_openings.txt").match(passage.text, *sentence)
    if linked or phrase_start(passage, opened, about) > opened:
        return False
    new = all(name.target != about.target for name in passage.names_in(draft.at, draft.end))
    return new and titled(passage, opened, about)


def _parts(passage: Passage, draft: Draft, sentence: Offsets) -> bool:
    """Whether a sentence begins something new: one behind a demand that does not hang on it ("Sebab, …").

    The same behind what a body or a group says, where a person is named.
    """
    first = WORD.match(passage.text, *sentence)
    if openings("linked_openings.txt").match(passage.text, sentence[0]) or (first and is_verb(first[0].lower())):
        return False
    if draft.cue and passage.text[slice(*draft.cue)].lower() in phrase_words("act"):
        return True
    persons = any(name.type is MentionType.PERSON for name in passage.names_in(*sentence))
    return persons and draft.source is not None and _is_many(passage, draft.source)


def _is_many(passage: Passage, source: Source) -> bool:
    """Whether a body or an unnamed group speaks."""
    first = WORD.match(passage.text, source.start, source.end)
    if source.kind is Kind.DESCRIPTION:
        return first is not None and noun_kind(first[0].lower()) == "group"
    return any(passage.entities[key].type is not EntityType.PERSON for key in source.keys)


def _goes_on(passage: Passage, at: int, number: int) -> bool:
    """Whether a sentence may go on reporting what its paragraph reports at ``at``."""
    if number >= len(passage.sentences):
        return False
    start, end = passage.sentences[number]
    if passage.paragraph_of(start) != passage.paragraph_of(at) or passage.quotes_in(start, end):
        return False
    if passage.text[passage.sentences[number - 1][1] : start].strip():  # a pointer to another article stands between
        return False
    narrative = openings("narrative_openings.txt").match(passage.text, start)
    if (narrative and not REASON.match(passage.text, start, end)) or points_back(passage.text, start, end):
        return False
    opened = after_connective(passage.text, start, end) or start
    if any(told.match(passage.text, begin, end) for told in (ABOUT_WORDS, ALIKE) for begin in (start, opened)):
        return False
    return not any(told.search(passage.text, start, end) for told in (DATE, CHARGE, SILENCE, TOLD_SO))


def _with_list(passage: Passage, draft: Draft) -> Draft | None:
    """A statement that ends in a colon before a list: the items are what was said."""
    text, line = passage.text, passage.paragraph_of(draft.end)
    rest = text[draft.end : passage.paragraphs[line][1]].strip(" ")
    if draft.mode is Mode.DIRECT or rest != ":":
        return None
    items: list[Offsets] = []
    for start, end in passage.paragraphs[line + 1 :]:
        item = ITEM.match(text, start, end)
        if item is None:
            break
        items.append(content(text, item.end(), end))
    return replace(draft, spans=tuple(items)) if items else None


def _paraphrases(passage: Passage, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Paragraphs behind a statement that report the same speaker with no cue.

    Their first sentence speaks of "pihaknya" or "kami" outside quotation marks, or begins with a word such as
    "Apalagi"; the last not behind another such paragraph.
    """
    told = {passage.paragraph_of(draft.extent[1] - 1) for draft in drafts}
    retold: set[int] = set()
    found: list[Draft] = []
    for number, (start, end) in enumerate(passage.sentences):
        line = passage.paragraph_of(start)
        begins = not passage.text[passage.paragraphs[line][0] : start].strip()
        if number in taken or not begins or passage.quotes_in(start, end):
            continue
        if line - 1 not in told and line - 1 not in retold:
            continue
        said = PARTY.search(passage.text, start, end)
        hangs = line - 1 in told and openings("carrying_openings.txt").match(passage.text, start)
        dated = DATE.search(passage.text, start, end) and not (said and said[0].lower() == "pihaknya")
        narrated = dated or SILENCE.search(passage.text, start, end)
        if (said or hangs) and not narrated:
            span = _paragraph_span(passage, number, taken)
            found.append(Draft(frame=Frame.PARAPHRASE, mode=Mode.INDIRECT, spans=(span,)))
            retold.add(line)
    return found


def _paragraph_span(passage: Passage, number: int, taken: set[int]) -> Offsets:
    """A sentence and those of its paragraph behind it that go on, without an opening connective."""
    start, end = passage.sentences[number]
    following = number + 1
    while following not in taken and _goes_on(passage, start, following):
        end = passage.sentences[following][1]
        following += 1
    return content(passage.text, after_connective(passage.text, start, end) or start, end)
