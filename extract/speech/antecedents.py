"""Antecedents: whom "ia", "katanya" or nothing at all may stand for, by the sentences before."""

import re
from collections.abc import Iterator

from extract.record import EntityType, Mention, MentionType, Offsets
from extract.speech.cues import Form, find_cues
from extract.speech.passage import Passage
from extract.speech.post_words import relation_words
from extract.speech.small_words import after_connective, noun_kind, phrase_words
from extract.speech.sources import WORD, Kind, Source, source_after
from extract.speech.subjects import phrase_start, source_before

# Behind a subject a passive verb tells what was done to it: "Amir (kemudian) ditahan"; not that one turns to him.
UNDERGOES = re.compile(
    r"\s+(?:[a-z]+\s+)?di(?!(?:tuntut|mintai?|temui|hubungi|konfirmasi|wawancarai?|tanyai?|jumpai|undang|tunjuk)\b)\w{4,}"
)
# Before a name such a word shows its object or its doer: "menemui Amir", "yang dikumpulkan Amir".
VERB = re.compile(r"(?!bernama)(?:me|di|ber|ter)\w{4,}")
# A later name of a sentence is its subject only where its clause goes on: not in a list, "Ketua Amir, Wakil Budi".
GOES_ON = re.compile(r"\s+[a-z]")
# Behind such a word stands what a subject is, and not the subject: "Buktinya yaitu rekaman Amir (diserahkan)".
COPULAS = frozenset({"yaitu", "yakni", "adalah", "ialah", "merupakan", "berupa"})
SETTING = re.compile(r"(?:usai|seusai|setelah|saat|ketika|dalam|pada|di)\s[^,.]{2,60},\s", re.IGNORECASE)
LONGEST_POST = 6
PRONOUN = re.compile(r"(?:ia|dia|beliau|mereka|kami|kita|saya)\b", re.IGNORECASE)
ORIGIN = re.compile(r"[^,.]{4,80}\b(?:dari|oleh)\s+\Z")
# "Rencana itu turut disambut (Camat Amir)": what is done to a thing, by somebody.
DONE_BY = re.compile(r"[^,.]{2,80}\sdi[a-z]{4,}\s+\Z")
# "Amir setuju dengan apa yang (disampaikan Budi)", "Hal itu merupakan (perintah dari Budi)": not who goes on speaking;
# "itulah yang (disampaikan Budi)" is.
RELATIVE = re.compile(r"\b(?:(?:apa|seperti|sebagaimana)\syang|merupakan|adalah|ialah)\s\Z")
# "Pasar ditutup sebagaimana (diperintahkan Bupati Budi)": he has ordered it, and another tells so.
ORDERED = re.compile(
    r"\b(?:sebagaimana|seperti|sesuai)\s(?:yang\s|telah\s|sudah\s)*"
    r"di(?:perintah|instruksi|amanat|tugas|arah|mandat)kan\Z"
)


def attribution(passage: Passage, start: int, end: int) -> Source | None:
    """The person who speaks by the last reporting word between two offsets: "Hal itu disampaikan Bupati Amir."."""
    found = None
    for cue in find_cues(passage.text, start, end):
        told = RELATIVE.search(passage.text, start, cue.start) or ORDERED.search(passage.text, start, cue.end)
        if told or passage.quote_around(cue.start):
            continue
        if cue.form is Form.ACTIVE:
            source = source_before(passage, start, cue.start)
        else:
            source = source_after(passage, cue.end, end)
        if source and source.kind is Kind.NAME and len(source.keys) == 1:
            entity = passage.entities[source.keys[0]]
            found = source if entity.type is EntityType.PERSON else found
    return found


def subject(passage: Passage, start: int, end: int) -> Mention | None:
    """The person a sentence is about: the first one whom nothing before shows to be no subject."""
    start = after_connective(passage.text, start, end) or start
    names = [name for name in passage.names_in(start, end) if name.type is MentionType.PERSON]
    return next((name for at, name in enumerate(names) if _is_subject(passage, start, name, first=not at)), None)


def introduced(passage: Passage, start: int, end: int) -> Mention | None:
    """The one person a sentence names, at its end, who something comes from or is done by.

    "Kritik datang dari Camat Amir." and "Rencana itu disambut Camat Amir, yang …", but not "Pria itu dipukul Amir.".
    """
    names = [name for name in passage.names_in(start, end) if name.type is MentionType.PERSON]
    keys = {name.target for name in names}
    if len(keys) != 1 or PRONOUN.match(passage.text, start, end):
        return None
    name, text = names[0], passage.text
    before = phrase_start(passage, start, name)
    thing = noun_kind(text[start:end].split(maxsplit=1)[0].lower()) in {None, "document"}
    comes = ORIGIN.match(text, start, before) or (thing and DONE_BY.match(text, start, before))
    behind = text[names[-1].end : end]
    return name if comes and (behind.startswith(", yang ") or not behind.strip(" .,")) else None


def post_subject(passage: Passage, start: int, end: int) -> Offsets | None:
    """Where a sentence begins with a post and no name behind it: "Bupati (…)", "Usai rapat, Bupati (…)"."""
    text = passage.text
    start = after_connective(text, start, end) or start
    setting = SETTING.match(text, start, end)
    start = setting.end() if setting else start
    words = list(_post_words(text, start, end))
    if not words or noun_kind(words[0][0].lower()) != "post":
        return None
    place = words[0].start(), words[-1].end()
    named = any(name.type is MentionType.PERSON for name in passage.names_in(place[0], place[1] + 1))
    return None if named else place


def body_before(passage: Passage, at: int) -> str:
    """The body that is the subject of the sentence before ``at``: "Serikat Guru berunjuk rasa. Mereka …"; or ""."""
    number = passage.sentence_of(at) - 1
    if number < 0:
        return ""
    start, end = passage.sentences[number]
    start = after_connective(passage.text, start, end) or start
    names = passage.names_in(start, end)
    first = next((name for name in names if _opens_clause(passage, start, name)), None)
    return first.target if first is not None and first.type is MentionType.INSTITUTION else ""


def titled(passage: Passage, start: int, name: Mention) -> bool:
    """Whether a post stands before a name in the sentence that begins at ``start``: "Direktur Amir"."""
    words = passage.text[phrase_start(passage, start, name) : name.start].lower().split()
    return bool(words) and noun_kind(words[0]) == "post"


def undergoes(passage: Passage, name: Mention) -> bool:
    """Whether something is done to the one named, who then is no likely speaker: "Amir ditahan"."""
    return UNDERGOES.match(passage.text, name.end) is not None


def _opens_clause(passage: Passage, start: int, name: Mention) -> bool:
    """Whether a name begins its sentence, or the clause behind an opening: "Karena itu semua, Serikat Guru …"."""
    before = passage.text[start : name.start].rstrip()
    return not before or (before.endswith(",") and before.count(",") == 1)


def _post_words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The first words of a sentence as far as they belong to a post."""
    for number, match in enumerate(WORD.finditer(text, start, end)):
        if number == LONGEST_POST or not (match[0][0].isupper() or noun_kind(match[0].lower())):
            return
        yield match


def _is_listed(passage: Passage, name: Mention, comma: int) -> bool:
    """Whether a name behind a comma is one of a list: "beberapa calon, seperti Sari, Amir, dan Budi"."""
    following = passage.name_at(name.end + 2) if comma >= 0 and passage.text.startswith(", ", name.end) else None
    return following is not None and following.type is MentionType.PERSON


def _gives_way(passage: Passage, name: Mention) -> bool:
    """Whether the clause begins behind a name: "Di masa pemerintahan Presiden Amir, Budi telah berkoordinasi"."""
    if not passage.text.startswith(", ", name.end):
        return False
    following = passage.name_at(name.end + 2)
    if following is None or following.type is not MentionType.PERSON:
        return False
    return GOES_ON.match(passage.text, following.end) is not None


def _is_subject(passage: Passage, start: int, name: Mention, *, first: bool) -> bool:
    """Whether a person begins a clause, or, the first of the sentence, may be its subject further on."""
    text = passage.text
    if passage.quote_around(name.start):
        return False
    head = phrase_start(passage, start, name)
    before = text[start : name.start].lower().rstrip()
    posts = tuple(f" {role.position.lower()}" for role in passage.entities[name.target].roles)
    if before.endswith(relation_words()) and not f" {before}".endswith(posts):  # "pengacara Amir" may be Budi
        return False
    comma = text.rfind(", ", start, head)
    words = text[comma + 2 if comma >= 0 else start : head].lower().split()
    if not words:
        return (first and not _is_listed(passage, name, comma)) or GOES_ON.match(text, name.end) is not None
    if _gives_way(passage, name):
        return False
    acts = VERB.fullmatch(words[-1]) and noun_kind(words[-1]) is None and words[-1] not in phrase_words("stop")
    return first and not acts and (phrase_words("away") | COPULAS).isdisjoint(words)
