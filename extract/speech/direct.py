"""Direct speech: quotations and the attributions around them."""

import re
from dataclasses import replace

from extract.record import Mode, Offsets
from extract.speech.cues import Content, Cue, Form, find_cues, slip_of_clitic
from extract.speech.drafts import Draft, Frame
from extract.speech.passage import Passage
from extract.speech.quote_sources import is_written, named_behind, written_in
from extract.speech.quotes import Quote, stripped
from extract.speech.small_words import after_connective, phrase_words
from extract.speech.sources import Kind, Source, is_paper, source_after
from extract.speech.subjects import source_before

# A quotation nobody is named for counts as speech from this many words; shorter ones are titles and slogans.
FEWEST_WORDS = 4
LONGEST_SUBJECT = 160
LONGEST_ATTRIBUTION = 320
LONGEST_LEAD = 2  # words before a quotation that goes on: '"A," kata X. Sebab, "B."'

CLITICS = frozenset({Form.CLITIC, Form.ACCORDING_CLITIC, Form.PASSIVE_CLITIC})
NOUN_BEHIND = frozenset({Form.BARE, Form.PASSIVE, Form.ACCORDING})
# Between a quotation and the cue behind it, and between a cue and the quotation behind it.
LEAD = re.compile(
    r"[\s,.\-–—;:]*(?:(?:demikian|begitu|seperti(?=\s+ter)|kembali|lebih lanjut|masih|lagi)\s+)?", re.IGNORECASE
)
TAIL = re.compile(
    r"[\s,:]*(?:(?:kepada|saat|ketika|dalam|di|pada|usai|seusai|lewat|melalui|soal|terkait|dengan|lagi|tadi|seperti)\b"
    r"[^\"“”]{0,120}?)?(?:\b(?:bahwa|begini|demikian|berikut)\b)?[\s,:]*\Z",
    re.IGNORECASE,
)
CONCLUDING = re.compile(
    r"[\s,.]*(demikian|begitulah|begitu(?=\s(?:pernyataan|keterangan)))\b"
    r"(?:\s(?:pernyataan|keterangan|siaran\spers|rilis)(?:\s(?:resmi|tertulis|pers)){0,2}(?:\s(?:dari|oleh|milik))?(?=\s[A-Z]))?",
    re.IGNORECASE,
)
# Behind a cue whose speaker is lost, as where a link stood: '"…," kata saat dihubungi', '"…," ujar , di kantornya'.
NAMELESS = re.compile(
    r"\s*(?:[,.](?!\w)|(?:saat|ketika|kala|usai|seusai|di|dalam|kepada|melalui|lewat|pada|seperti|dikutip)\b|\Z)"
)
SINGLE_CLOSING = ("'", "’")
# Behind a name in marks its sentence goes on: 'Ia mengatakan, "kota hujan" itu …'.
GOES_ON = re.compile(r"\s[a-z]")
WORD_BEFORE = re.compile(r"(\w+)\s\Z")


def find_direct(passage: Passage) -> list[Draft]:
    """Statements in quotation marks, in text order: with a cue behind, before or between, or with none."""
    drafts: list[Draft] = []
    previous: Quote | None = None
    for quote in passage.quotes:
        if not passage.in_story(quote.start):
            continue
        draft = _attributed(passage, quote)
        if draft and draft.cue and drafts and draft.cue == drafts[-1].cue:
            if not _set_off(passage.text, quote):
                continue
            drafts[-1] = replace(drafts[-1], spans=(*drafts[-1].spans, *draft.spans))
        elif draft:
            drafts.append(draft)
        elif previous and _second_half(passage, drafts[-1], previous, quote):
            span = quoted(passage.text, quote.inner)
            drafts[-1] = replace(drafts[-1], spans=(*drafts[-1].spans, span))
        elif _stands_alone(passage, quote):
            drafts.append(_draft(passage, quote, Frame.CONTINUATION))
        else:
            continue
        previous = quote
    return drafts


def quoted(text: str, inner: Offsets) -> Offsets:
    """The quoted words without the comma or full stop right before the closing mark."""
    start, end = inner
    while end > start and text[end - 1] in ",.":
        end -= 1
    return stripped(text, start, end)


def _attributed(passage: Passage, quote: Quote) -> Draft | None:
    if quote.inner[0] >= quote.inner[1] or _is_title(passage.text, quote):
        return None
    inside = None if quote.closed else _attributed_inside(passage, quote)
    return inside or _attributed_behind(passage, quote) or _attributed_before(passage, quote)


def _attributed_behind(passage: Passage, quote: Quote) -> Draft | None:
    """'"…," kata X', '"…," katanya', '"…," demikian disampaikan X', '"…," X menambahkan'."""
    limit = _limit_behind(passage, quote)
    lead = LEAD.match(passage.text, quote.end, limit)
    at = lead.end() if lead else quote.end
    cue = next(find_cues(passage.text, at, min(limit, at + LONGEST_SUBJECT)), None)
    if cue is None or cue.start > at:
        cue = slip_of_clitic(passage.text, at, limit) or cue
    if cue is None or cue.start > at:
        behind = _concluded(passage, quote, limit) or (_subject_behind(passage, quote, cue, at) if cue else None)
        named = None if behind or not _set_off(passage.text, quote) else named_behind(passage, quote, at, limit)
        return behind or (_draft(passage, quote, Frame.POST_POSED, None, named) if named else None)
    if passage.text.startswith("Menurut", cue.start) and _ended(passage.text, quote):
        return None
    if cue.form in CLITICS:
        return _draft(passage, quote, Frame.CLITIC, cue)
    source = written_in(passage, cue, limit)
    if source is None and cue.form in NOUN_BEHIND:
        source = source_after(passage, cue.end, limit, any_noun=True)
    if source:
        return _draft(passage, quote, Frame.POST_POSED, cue, source)
    nameless = cue.form is Form.BARE and NAMELESS.match(passage.text, cue.end, limit) is not None
    if nameless and not is_written(passage.text, cue) and _set_off(passage.text, quote):
        return _draft(passage, quote, Frame.CONTINUATION, cue)
    return None


def _concluded(passage: Passage, quote: Quote, limit: int) -> Draft | None:
    """'"…," demikian X.', '"…," demikian keterangan X.': a word that ends the report stands for the cue."""
    word = CONCLUDING.match(passage.text, quote.end, limit)
    source = source_after(passage, word.end(), limit) if word else None
    if word is None or source is None or not _set_off(passage.text, quote):
        return None
    if source.kind is not Kind.NAME and not is_paper(passage.text, source):
        return None
    cue = Cue(start=word.start(1), end=word.end(1), form=Form.BARE, content=Content.QUOTE)
    return _draft(passage, quote, Frame.POST_POSED, cue, source)


def _subject_behind(passage: Passage, quote: Quote, cue: Cue, at: int) -> Draft | None:
    """'"…," X menambahkan.': a subject and an active cue with nothing said behind them."""
    text = passage.text
    ended = text[quote.inner[1] - 1] == "." and text[at : at + 1].isupper()
    if cue.form is not Form.ACTIVE or ended or not _set_off(text, quote):
        return None
    sentence_end = passage.sentences[passage.sentence_of(cue.end)][1]
    rest = text[cue.end : sentence_end].strip(" .")
    if rest and not TAIL.match(f" {rest}"):
        return None
    source = source_before(passage, at, cue.start)
    return _draft(passage, quote, Frame.POST_POSED, cue, source) if source else None


def _attributed_before(passage: Passage, quote: Quote) -> Draft | None:
    """'X mengatakan, "…"', 'Kata X, "…"', 'Menurut X, "…"', or a colon at the end of the line before."""
    text = passage.text
    start, end = _region_before(passage, quote)
    set_off = text[start:end].endswith((",", ":"))
    short = len(text[slice(*quote.inner)].split()) < FEWEST_WORDS
    cues = list(find_cues(text, start, end))
    if not cues or (not set_off and (quote.single or short)) or (short and GOES_ON.match(text, quote.end)):
        return None
    cue, source = cues[-1], None
    if cue.form is Form.ACTIVE:
        source = source_before(passage, start, cue.start)
    elif cue.form is not Form.PASSIVE or cue.start == (after_connective(text, start, end) or start):
        source = source_after(passage, cue.end, end) if cue.form in NOUN_BEHIND else None
    tail = source.end if source and source.end > cue.end else cue.end
    if not TAIL.match(text, tail, end):
        return None
    if cue.form in CLITICS:
        return _draft(passage, quote, Frame.CLITIC, cue)
    return _draft(passage, quote, Frame.PRE_POSED, cue, source) if source else None


def _attributed_inside(passage: Passage, quote: Quote) -> Draft | None:
    """An unclosed quotation whose attribution the missing mark let in: '"…, kata X.'."""
    text = passage.text
    for cue in find_cues(text, *quote.inner):
        start, end = stripped(text, quote.inner[0], cue.start)
        before = start, end - text.endswith(SINGLE_CLOSING, start, end)
        if cue.form not in {Form.BARE, Form.CLITIC} or not text.endswith((",", "."), *before):
            continue
        span = quoted(text, before)
        if cue.form is Form.CLITIC:
            return _spoken(Frame.CLITIC, span, cue)
        source = source_after(passage, cue.end, quote.end)
        if source and source.kind is not Kind.DESCRIPTION:
            return _spoken(Frame.POST_POSED, span, cue, source)
    return None


def _second_half(passage: Passage, draft: Draft, previous: Quote, quote: Quote) -> bool:
    """Whether the quotation is the second half of a split one: '"A," kata X. "B."'."""
    if draft.cue is None or draft.cue[0] < previous.end or quote.single:
        return False
    if passage.paragraph_of(previous.start) != passage.paragraph_of(quote.start):
        return False
    between = passage.text[previous.end : quote.start]
    ended = between.rstrip().endswith((".", ",", "-", "–", "—"))
    sentence, stop, clause = between.rstrip().partition(". ")
    if stop and clause.endswith(",") and len(clause.split()) > LONGEST_LEAD:  # 'kata X. Pasal 5 mengatur, "B."'
        start = previous.end + len(sentence) + 2
        lead = after_connective(passage.text, start, quote.start) or start  # 'kata X. Oleh karena itu, "B."'
        return not passage.text[lead : quote.start].strip(" ,")
    return ended and between.count(". ") <= 1 and len(between) < LONGEST_ATTRIBUTION


def _stands_alone(passage: Passage, quote: Quote) -> bool:
    """Whether a quotation without attribution is a sentence of its own, not a title or a slogan."""
    text = passage.text
    before = text[max(0, quote.start - 3) : quote.start].rstrip(" ")
    after = text[quote.end : quote.end + 2].strip(" ")
    begins = not before or before[-1] in '.!?:\n"”'
    ends = not after or after[0] in '.\n,"“' or text[quote.inner[1] - 1] in ".!?"
    long_enough = len(text[slice(*quote.inner)].split()) >= FEWEST_WORDS
    return begins and ends and long_enough and quote.opened and not quote.single


def _is_title(text: str, quote: Quote) -> bool:
    """Whether a quotation is what something is called: 'diskusi bertajuk "Pasar Kita"'."""
    word = WORD_BEFORE.search(text, max(0, quote.start - 20), quote.start)
    return word is not None and word[1].lower() in phrase_words("titling")


def _ended(text: str, quote: Quote) -> bool:
    """Whether a quotation is over before the next sentence, by a stop inside its marks or behind them."""
    return text[quote.inner[1] - 1] in ".!?" or text.startswith(".", quote.end)


def _set_off(text: str, quote: Quote) -> bool:
    """Whether a quotation begins behind a mark or at the start of its line: not 'dalam diskusi "Pasar Kita"'."""
    before = text[max(0, quote.start - 3) : quote.start].rstrip(" \xa0")
    return not before or not before[-1].isalnum()


def _draft(passage: Passage, quote: Quote, frame: Frame, cue: Cue | None = None, source: Source | None = None) -> Draft:
    return _spoken(frame, quoted(passage.text, quote.inner), cue, source)


def _spoken(frame: Frame, span: Offsets, cue: Cue | None = None, source: Source | None = None) -> Draft:
    place = (cue.start, cue.end) if cue else None
    return Draft(frame=frame, mode=Mode.DIRECT, spans=(span,), cue=place, source=source)


def _limit_behind(passage: Passage, quote: Quote) -> int:
    """How far an attribution behind the quotation may reach: its line, or the next quotation."""
    end = passage.paragraphs[passage.paragraph_of(quote.start)][1]
    following = passage.next_quote(quote.end)
    return min(end, following.start) if following else end


def _region_before(passage: Passage, quote: Quote) -> Offsets:
    """The stretch of the sentence before the quotation; of the line before, where that ends in a colon."""
    text, number = passage.text, passage.sentence_of(quote.start)
    start = passage.sentences[number][0]
    previous = passage.quote_before(quote.start)
    if previous and previous.end > start:
        start = previous.end
    if number and not text[start : quote.start].strip():
        before = passage.sentences[number - 1]
        start = before[0] if text.endswith(":", *before) else start
    return stripped(text, min(start, quote.start), quote.start)
