"""Subjects: the noun phrase before an active cue that names who speaks ("Ketua Panitia Amir mengatakan")."""

import re

from extract.record import Mention, MentionType
from extract.speech.appositions import APPOSED, post_behind, told_more_of
from extract.speech.descriptions import described_subject, past_connective
from extract.speech.passage import Passage
from extract.speech.small_words import noun_kind, phrase_words, pronoun_before
from extract.speech.sources import THROUGH, Kind, Source, kin_of, speaks_for

# Between a name and what somebody is also called: "Amir atau (yang akrab disapa) Ucok".
OR_CALLED = r"\satau\s(?:(?:yang\s)?(?:akrab|biasa|kerap|karib)\s(?:disapa|dipanggil)\s)?"
# What may stand between a name and its cue: brackets and degrees; or a clause, a circumstance, company.
SHORT_FORM = re.compile(r"\s\([^()]{1,30}\)\Z")  # "Gubernur Jawa Barat (Jabar), Amir"
TOUCHES = re.compile(
    r"(?:[\s,.]*\([^()]{1,60}\)|[\s,.]*(?:[A-Z][A-Za-z]{0,4}\.?)(?=[\s,.(]|\Z)"
    rf"|{OR_CALLED}[A-Z][\w.]*)*[\s,.]*\Z"
)
BETWEEN = re.compile(
    r"\s*(?:,|yang\s|\()"
    r"|\s+(?:dalam|pada|di|dikesempatan|kepada|melalui|lewat|saat|ketika|usai|didampingi|bersama|secara|dengan|atas)"
    r"\s[^,]{1,60}\Z"
    r"|\s+(?:dan|serta)\s(?:[a-z]+\s*){1,4}\Z"
)
CLAUSE = re.compile(
    r"(?:\s\([^()\n]{1,40}\))?[ ,.()]*[\s,](?:yang|(?:se)?usai|saat|ketika|setelah|didampingi|bersama"
    r"|selaku|sebagai|mewakili|sapaan|panggilan)\s"
)
DATE = re.compile(
    r",?\s*(?:pada\s+)?(?:hari\s+)?(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)\b"
    r"(?:\s+(?:pagi|siang|sore|malam))?[\s,]*"
    r"(?:\([^()]*\)|\d{1,2}\s+\w+\s+\d{4}|\d{1,2}/\d{1,2}/\d{2,4})?\s*,?\s*\Z"
)
MANNER = re.compile(
    r"\b(?:dengan|secara)\s+(?:\w+\s+)?"
    r"(?:te\w+|jelas|gamblang|lantang|rinci|khusus|umum|singkat|lugas|lisan|resmi|langsung|pribadi|eksplisit|detail)\Z"
    r"|\bpada\s+(?:intinya|dasarnya|prinsipnya|pokoknya)\Z"
    r"|\b(?:selama|saat|sejauh|baru-baru|kali|(?:pada\s+)?hari)\s+ini\Z|\b(?:tak|tidak)\s+lupa\Z|\bsama\s+sekali\Z"
    r"|\b(?:berulang|beberapa|berkali|dua|tiga)\s+kali\Z"
)
# "Pengacara LBH (yang dampingi Budi, )Amir".
CLIENT = re.compile(r"\syang\s[^,.]{2,80},\s")
# "Politikus PAB yang dua kali terpilih itu (mengatakan)".
POINTED = re.compile(r"\syang\s[^,.]{2,80}\s(?:itu|ini|tersebut)\b(?=\s*\Z)")
ALIAS = re.compile(rf".*\(\s?|{OR_CALLED}")
# "Penunjukan Amir menegaskan …": an action has no voice.
ACTION = re.compile(r"[PpKk]e\w+an\Z")
# Behind a body no name goes on so: "DPRD tetap …", but "Satpol PP Kulon", "dinas yang …".
LOWER = re.compile(r"\s(?!(?:yang|dan|atau|itu|ini|tersebut|asal|se)\b)[a-z]")
JOINS = frozenset({"dan", "sekaligus", "selaku"})
# What somebody is told to say it in, at or after: no subject stands in it before its comma.
SETTING = re.compile(
    r"(?:di\s)?(?:dalam|pada|melalui|lewat|saat|ketika|usai|seusai|setelah|menanggapi)\b", re.IGNORECASE
)
FROM = frozenset({"dari", "di", "pada", "untuk"})
# "Saat ditanya soal ijazah milik terdakwa, Amir (menjawab)": behind the comma a clause begins.
OBJECTS = frozenset({"milik", "soal", "tentang", "terkait", "mengenai", "untuk", "bagi", "kepada", "terhadap", "dari"})


def source_before(passage: Passage, start: int, cue: int) -> Source | None:
    """The subject of an active cue, in the clause that begins at ``start`` and ends where the cue begins."""
    text = passage.text
    end = without_adverbs(text, start, cue)
    start = past_connective(text, start, end)
    if (pronoun := pronoun_before(text, start, end)) is not None:
        return Source(start=pronoun, end=end, kind=Kind.PRONOUN)
    names = _without_aliases(text, [name for name in passage.names_in(start, end) if _may_speak(passage, start, name)])
    described = described_subject(text, start, end)
    if not names:
        return described
    if described and "," not in text[end:cue] and _stands_alone(passage, start, described):
        return described
    return _subject_among(passage, start, end, names)


def may_begin_name(word: str) -> bool:
    """Whether a capital word at the start of a sentence may name a speaker: no action and no small word."""
    word = word.lower()
    small = phrase_words("stop") | phrase_words("away") | phrase_words("barrier") | phrase_words("adverb")
    return word not in small and not _is_action(word)


def _is_action(word: str) -> bool:
    return ACTION.match(word) is not None and noun_kind(word.lower()) is None


def _stands_alone(passage: Passage, start: int, described: Source) -> bool:
    """Whether a description stands behind a comma and holds no name: "Mendengar Amir, jaksa (bertanya)".

    It does not in "Amir, seorang pedagang (berkata)", where it tells more of the name before it, nor in "…, pemerintah
    melalui Menteri Amir (menyampaikan)".
    """
    before = passage.text[start : described.start].rstrip()
    if not before.endswith(",") or passage.names_in(described.start, described.end):
        return False
    through = THROUGH.match(passage.text, described.end)
    if through and any(name.type is MentionType.PERSON for name in passage.names_in(through.end(), through.end() + 60)):
        return False
    name = next((name for name in passage.names_in(start, described.start) if _may_speak(passage, start, name)), None)
    between = passage.text[name.end : described.start] if name else ""
    return name is None or not (_opens(passage, start, name) and APPOSED.fullmatch(between.rstrip()))


def _opens(passage: Passage, start: int, name: Mention) -> bool:
    """Whether a clause begins with a name and its posts."""
    words = passage.text[start : name.start].lower().split()
    return phrase_start(passage, start, name) == start and phrase_words("away").isdisjoint(words)


def _without_aliases(text: str, names: list[Mention]) -> list[Mention]:
    """The names without other names for the one before: "Dinas Pasar (Dispas)", "Bambang Sutopo atau Bamsut"."""
    return [name for at, name in enumerate(names) if not at or not ALIAS.fullmatch(text, names[at - 1].end, name.start)]


def without_adverbs(text: str, start: int, end: int) -> int:
    """The end of what stands before the adverbs, commas and dates in front of a cue."""
    while True:
        while end > start and text[end - 1] in " ,\t\xa0":
            end -= 1
        word = re.compile(r"[\w-]+\Z").search(text, max(start, end - 24), end)
        if manner := MANNER.search(text, max(start, end - 30), end):
            end = manner.start()
        elif word and word[0] in phrase_words("adverb"):
            end = word.start()
        elif date := DATE.search(text, max(start, end - 60), end):
            end = date.start()
        else:
            return end


def _may_speak(passage: Passage, start: int, name: Mention) -> bool:
    """Whether a name could be the subject: one that can speak, unquoted, no paper that is quoted from."""
    words = passage.text[start : name.start].split()
    quoted_from = bool(words) and words[-1].lower() in phrase_words("quoting")
    return passage.speaks(name) and not quoted_from and not passage.quote_around(name.start)


def _subject_among(passage: Passage, start: int, end: int, names: list[Mention]) -> Source | None:
    """The source at the name that is the subject; None where none of them is."""
    text = passage.text
    chosen = _nearest(passage, start, end, names)
    if chosen is None:
        return _named_within(passage, described_subject(text, start, end))
    head = phrase_start(passage, start, chosen)
    before = text[start:head].split()
    behind_comma = text[head : chosen.start].rstrip().endswith(",") and not text.startswith(",", chosen.end)
    if before and before[-1].lower() in OBJECTS and behind_comma:
        head, before = chosen.start, []
    if before and _leads_away(before[-1].lower(), chosen) and not _comes_from(passage, before[-1], head, chosen):
        others = [name for name in names if name.end <= head]
        return _subject_among(passage, start, others[-1].end, others) if others else None
    if chosen.type is MentionType.INSTITUTION and not speaks_for(text[head : chosen.start]):
        pointing = POINTED.match(text, chosen.end, end)
        behind = pointing.end() if pointing else chosen.end
        return Source(start=head, end=behind + text.startswith(")", behind), kind=Kind.DESCRIPTION)
    if chosen.type is MentionType.INSTITUTION and (members := _members(passage, start, chosen)):
        return members
    first = text[head : chosen.start].split()[:1] or before[-1:]
    if first and _is_action(first[0]):
        return None
    return kin_of(passage, head, chosen, end) or _with_partner(passage, start, head, chosen, names)


def _leads_away(word: str, name: Mention) -> bool:
    """Whether a word before a name shows that it is not the subject: "kepada Amir", "di Polres Kulon"."""
    return word in phrase_words("away") or (word == "di" and name.type is MentionType.INSTITUTION)


def _members(passage: Passage, start: int, body: Mention) -> Source | None:
    """People of a body, where they speak and not the body: "37 guru besar Universitas Seberang"."""
    described = described_subject(passage.text, start, body.end)
    if described is None or described.start >= body.start or described.end < body.end:
        return None
    return None if speaks_for(passage.text[described.start : body.start]) else described


def _named_within(passage: Passage, described: Source | None) -> Source | None:
    """The source itself, or whom it names: "Camat Amir dengan tegas (menyebut)", "DPRD tetap pada niatnya (minta)"."""
    if described is None:
        return None
    for name in passage.names_in(described.start, described.end):
        person = name.type is MentionType.PERSON and phrase_start(passage, described.start, name) == described.start
        if person and kin_of(passage, described.start, name, described.end):
            return described
        body = name.start == described.start and name.type is MentionType.INSTITUTION
        if person or (body and LOWER.match(passage.text, name.end, described.end)):
            return Source(start=described.start, end=name.end, kind=Kind.NAME, keys=(name.target,))
    return described


def _comes_from(passage: Passage, word: str, head: int, chosen: Mention) -> bool:
    """Whether the name stands behind where somebody is from: "Anggota DPD terpilih dari Papua, Amir".

    A comma must part them, but for a body: "Anggota panitia dari Fraksi Bakti Amir".
    """
    place = passage.name_at(head)
    if place is None or word not in FROM or place.type is MentionType.PERSON or place.end >= chosen.start:
        return False
    between = passage.text[place.end : chosen.start].strip(" ")
    return between == "," or (word == "dari" and not between and place.type is MentionType.INSTITUTION)


def _nearest(passage: Passage, start: int, end: int, names: list[Mention]) -> Mention | None:
    """The first name where a clause or a post hangs on it ("X yang …"), else the last where it reaches the cue."""
    text, first, last = passage.text, names[0], names[-1]
    if _told_by_post(passage, start, names, end) or _behind_setting(passage, start, names, end):
        return last
    if CLAUSE.match(text, first.end, end) or (first.type is MentionType.PERSON and post_behind(text, first.end, end)):
        return first
    if _opens(passage, start, first) and told_more_of(passage, names, end):
        return first
    return last if TOUCHES.match(text, last.end, end) or BETWEEN.match(text, last.end, end) else None


def _told_by_post(passage: Passage, start: int, names: list[Mention], end: int) -> bool:
    """Whether the last name stands behind a post of a body and a clause: "Pengacara LBH yang dampingi Budi, Amir"."""
    text, first, last = passage.text, names[0], names[-1]
    if first.type is not MentionType.INSTITUTION or last.type is not MentionType.PERSON or last.end != end:
        return False
    words = text[phrase_start(passage, start, first) : first.start].lower().split()
    if not words or noun_kind(words[0]) != "post":
        return False
    clause = CLIENT.fullmatch(text, first.end, last.start)
    return clause is not None and not text.startswith(",", last.end)


def _behind_setting(passage: Passage, start: int, names: list[Mention], end: int) -> bool:
    """Whether the last name stands behind a setting: "Dalam rilis Dinas Pasar yang diterima kemarin, Direktur Amir"."""
    text, first, last = passage.text, names[0], names[-1]
    if first is last or last.type is not MentionType.PERSON or not TOUCHES.match(text, last.end, end):
        return False
    head = phrase_start(passage, start, last)
    return SETTING.match(text, start, first.start) is not None and text[first.end : head].rstrip().endswith(",")


def _with_partner(passage: Passage, start: int, head: int, chosen: Mention, names: list[Mention]) -> Source:
    """The source of the chosen name, together with the person joined to it: "X dan Y"."""
    for other in names:
        joined = other.type is chosen.type is MentionType.PERSON
        if joined and passage.text[other.end : head].strip() == "dan":
            first = phrase_start(passage, start, other)
            return Source(start=first, end=chosen.end, kind=Kind.NAME, keys=(other.target, chosen.target))
    return Source(start=head, end=chosen.end, kind=Kind.NAME, keys=(chosen.target,))


def phrase_start(passage: Passage, start: int, name: Mention) -> int:
    """Where the noun phrase of a name begins: posts, ranks and bodies before it, back to another person.

    A comma ends it but in a list: "Menteri Koordinator Politik, Hukum, dan Keamanan Amir".
    """
    text, at = passage.text, name.start
    persons = (other for other in passage.names_in(start, at) if other.type is MentionType.PERSON)
    start = max((other.end for other in persons), default=start)
    listed, person = False, name.type is MentionType.PERSON
    while True:
        left = text[start:at].rstrip(" ")
        listed = person and left.endswith(",") and (listed or text.startswith("dan ", at))
        comma = left.endswith(",") and not listed
        if comma and not person:
            return at + len("dan ") * text.startswith("dan ", at)
        inner = SHORT_FORM.sub("", left.rstrip(", ")) if comma else left.rstrip(", ")
        end = start + len(inner)
        word = inner.rsplit(None, 1)[-1] if inner else ""
        if body := _body_ending(passage, start, end):
            at = body.start
        elif word and (_titles(word, comma=comma) or _origin(inner, word, comma=comma)):
            at = end - len(word)
        else:
            return at + len("dan ") * text.startswith("dan ", at)


def _body_ending(passage: Passage, start: int, end: int) -> Mention | None:
    """The institution or region whose name ends exactly there."""
    for name in passage.names_in(start, end):
        if name.end == end and name.type is not MentionType.PERSON:
            return name
    return None


def _titles(word: str, *, comma: bool) -> bool:
    """Whether a word before a name belongs to its phrase: a noun for speakers, or (no comma) a capital."""
    bare = word.strip("().").lower()
    if bare == "dan":
        return not comma
    if bare in phrase_words("stop"):
        return False
    if noun_kind(bare):
        return True
    return not comma and (word.strip("(")[:1].isupper() or bare in JOINS or bare.isdigit())


def _origin(before: str, word: str, *, comma: bool) -> bool:
    """Whether the word is the "dari" of "peneliti dari Pusat Kajian, X"."""
    words = before[: -len(word)].split()
    return not comma and word.lower() in FROM and bool(words) and noun_kind(words[-1].lower()) is not None
