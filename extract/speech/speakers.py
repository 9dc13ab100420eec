"""Speakers: who a source is, in the light of what was said before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.record import EntityType, Mention, Offsets
from extract.speech.antecedents import attribution, body_before, introduced, post_subject, subject, titled, undergoes
from extract.speech.callings import Callings
from extract.speech.drafts import Draft
from extract.speech.groups import NEW_FACE, group_before, is_group, is_one, names_many, pointed_body
from extract.speech.later_names import named_later
from extract.speech.lone_posts import held_by_several
from extract.speech.others import answers, is_another, is_any_of_body, is_of_case, joins, kin_in, partners_of, speaks_of
from extract.speech.passage import Passage
from extract.speech.small_words import is_party, is_plural, noun_kind, phrase_words
from extract.speech.sources import Kind, Source
from extract.speech.subjects import OR_CALLED

WORD = re.compile(r"\w+")
POINTING = re.compile(r"\b(?:ini|itu|tersebut)\Z|\Ayang bersangkutan\b", re.IGNORECASE)
# "Petugas yang tidak mau disebutkan namanya itu" is nobody named before.
UNNAMED = re.compile(r"\b(?:tidak|tak|enggan|ogah|minta)\b.*\bnama(?:nya)?\b", re.IGNORECASE)
ALIAS = re.compile(OR_CALLED)
CALLED = ("disapa", "dipanggil")
# "Korban Amir melapor": what he does is told, and he is not the one who goes on speaking.
SUFFERERS = ("korban", "pelaku", "tersangka", "terdakwa", "almarhum", "almarhumah")
SINGULAR = ("ia", "dia", "beliau")
# "Dalam sambutannya, ia …" takes up the sentence before as "ia …" does.
SETTING = re.compile(r"(?:Saat|Ketika|Waktu|Pada saat) itu,|Dalam \w+nya,|(?:Untuk|Karena|Oleh karena) itu,")
# Posts of several, one of whom may speak of another: "Pimpinan KPK menyatakan Amir …".
SHARED = ("pimpinan", "komisioner", "anggota")
UNKNOWN = "?"
# How many sentences back a subject may stand that a pronoun takes up.
SENTENCES_BACK = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks.

    Attributes:
        key: An entity's, or "" for an unnamed or unresolved source.
        label: "?" and the words for a source without a key.
        named: Whether the source itself says who, and not the context.
        paper: Whether a paper speaks, be it a rule or a letter; the key is then of the body that put it out.
    """

    key: str
    label: str = ""
    named: bool = True
    paper: bool = False


@dataclass(slots=True)
class Discourse:
    """What the article has said so far about who speaks; drafts are resolved in text order.

    Attributes:
        passage: The article.
        last: Who spoke last, up to ``last_end``.
        persons: The persons who spoke, the last one at the end.
        nicknamed: Persons whom another name is known to stand for.
        strangers: What sources without a name were called, the last one at the end.
        callings: Whom posts and short names mean.
    """

    passage: Passage
    last: Speaker | None = None
    last_end: int = 0
    persons: dict[str, None] = field(default_factory=dict)
    nicknamed: dict[str, str] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)
    callings: Callings = field(init=False)

    def __post_init__(self) -> None:
        self.callings = Callings(self.passage)

    def resolve(self, draft: Draft) -> Speaker:
        """The speaker of a draft, remembered for those that follow unless it is a paper ("surat itu")."""
        speaker = self._speaker(draft)
        if draft.source and draft.source.kind is Kind.DESCRIPTION and self._is_document(draft.source):
            return speaker
        self.last, self.last_end = speaker, draft.extent[1]
        self.strangers += [speaker.label] if speaker.label else []
        if speaker.key and not self._is_body(speaker.key):
            self.persons.pop(speaker.key, None)
            self.persons[speaker.key] = None
        if draft.source and draft.source.kind is Kind.NAME and speaker.key:
            self.callings.remember(draft.source, speaker.key)
            self._learn_alias(draft.source, speaker.key)
        elif draft.source and speaker.key:
            self._learn_nickname(draft.source, speaker.key)
        return speaker

    def _learn_alias(self, source: Source, key: str) -> None:
        """Keep whom "Bambang Sutopo atau Bamsut" calls Bamsut."""
        other = ALIAS.match(self.passage.text, source.end)
        name = self.passage.name_at(other.end()) if other else None
        if name and not self._is_body(name.target) and not self._is_body(key):
            self.nicknamed[name.target] = key

    def _learn_nickname(self, source: Source, key: str) -> None:
        """Keep whom "Perempuan yang disapa Lena itu" calls Lena."""
        self.nicknamed |= dict.fromkeys(self._called_in(source), key)

    def _called_in(self, source: Source) -> Iterator[str]:
        """The names that a source tells somebody is called by."""
        for name in self.passage.names_in(source.start, source.end):
            before = self.passage.text[source.start : name.start].rstrip()
            if before.endswith(CALLED) and not self._is_body(name.target):
                yield name.target

    def _speaker(self, draft: Draft) -> Speaker:
        source = draft.source
        if source is None or source.kind is Kind.PRONOUN:
            return self._carried(draft)
        if source.kind is Kind.DESCRIPTION:
            return self._described(source, draft)
        if len(source.keys) == 1:
            fuller = self.nicknamed.get(source.keys[0]) or self.callings.introduced(source.keys[0])
            return Speaker(key=fuller or source.keys[0], named=not fuller)
        return Speaker(key="", label=UNKNOWN + self._words(source))

    def _words(self, source: Source) -> str:
        return self.passage.text[source.start : source.end]

    def _carried(self, draft: Draft) -> Speaker:
        """The antecedent of a clitic, a pronoun or nothing: whoever likely goes on, but nobody the words name.

        With annotated names the speakers of 97.3 % of the statements matched on gold/train are right, and of
        97.2 % on articles that nobody looked at while this was written.
        """
        if draft.source and is_plural(self._words(draft.source)):
            return self._several(draft.source)
        if is_of_case(self.passage, draft, self.last_end) and draft.source:
            return Speaker(key="", label=UNKNOWN + self._words(draft.source), named=False)
        if self.last is None:
            key = self._topic(draft)
            return Speaker(key=key, label="" if key else UNKNOWN, named=False)
        likely = self._likely(draft, self.last)
        others = (key for key in reversed(self.persons) if key != likely.key)
        if speaks_of(self.passage, draft, likely.key) and (other := next(others, "")):
            return Speaker(key=other, named=False)
        return likely

    def _likely(self, draft: Draft, last: Speaker) -> Speaker:
        """The subject since the last statement; the person before a body or group that spoke; the last speaker."""
        if topic := self._topic(draft):
            return Speaker(key=topic, named=False)
        if self.persons and self._is_many(last) and self._means_one(draft) and not self._is_party(draft, last):
            return Speaker(key=next(reversed(self.persons)), named=False)
        return Speaker(key=last.key, label=last.label, named=False)

    def _means_one(self, draft: Draft) -> bool:
        """Whether a cue or a source stands for one person: "katanya", "ia", "pria itu"; not "lembaga itu"."""
        if draft.source is None:
            return draft.cue is not None and self.passage.text[slice(*draft.cue)].endswith("nya")
        kind = noun_kind(_first_word(self._words(draft.source)))
        return draft.source.kind is Kind.PRONOUN or kind in {"post", "person"}

    def _is_party(self, draft: Draft, last: Speaker) -> bool:
        """Whether "pihaknya" is the body that spoke last."""
        return self._is_body(last.key) and draft.source is not None and is_party(self._words(draft.source))

    def _several(self, source: Source) -> Speaker:
        """Whom "mereka" stands for: the body the sentence before is about, or who spoke last, but never one person."""
        if body := body_before(self.passage, source.start):
            return Speaker(key=body, named=False)
        if self.last and (self._is_many(self.last) or not (self.last.key or is_one(_first_word(self.last.label)))):
            return Speaker(key=self.last.key, label=self.last.label, named=False)
        group = group_before(self.passage, source.start) or self._words(source)
        return Speaker(key="", label=UNKNOWN + group, named=False)

    def _is_document(self, source: Source) -> bool:
        return noun_kind(_first_word(self._words(source))) == "document"

    def _is_body(self, key: str) -> bool:
        return bool(key) and self.passage.entities[key].type is not EntityType.PERSON

    def _is_many(self, speaker: Speaker) -> bool:
        """Whether a body or an unnamed group speaks: "polisi", "tujuh fraksi", but not "seorang warga"."""
        return is_group(_first_word(speaker.label)) or self._is_body(speaker.key)

    def _topic(self, draft: Draft) -> str:
        """The person whom one of the last sentences before a draft, but behind the last statement, is about.

        One who is told to have spoken ("Hal itu disampaikan X"), or a subject who is known to speak: heard
        before, or in office, and not the one something is done to; or whom "dia" takes up in the next sentence.
        """
        passage, at = self.passage, draft.extent[0]
        number = passage.sentence_of(at)
        for start, end in reversed(passage.sentences[max(0, number - SENTENCES_BACK + 1) : number + 1]):
            if self.last and start < self.last_end:
                break
            stop = min(end, at)
            if told := attribution(passage, start, stop):
                return told.keys[0]
            if name := subject(passage, start, stop):
                known = self._may_take_over(name, start) or self._taken_up(draft, name, (start, stop))
                taken = self.last is None or (known and not joins(passage, name, self.last.key))
                return name.target if taken else ""
            post = post_subject(passage, start, stop)
            if post and (holder := self.callings.holder(*post)):
                return holder
            if (name := introduced(passage, start, stop)) and self._next_behind(draft, (start, end)):
                return name.target
        return ""

    def _may_take_over(self, topic: Mention, start: int) -> bool:
        """Whether the subject of a sentence is known to speak: heard before, or in office."""
        if topic.target in self.persons:
            return True
        if self.passage.text[start : topic.start].lower().rstrip().endswith(SUFFERERS):
            return False
        in_office = bool(self.passage.entities[topic.target].roles) or titled(self.passage, start, topic)
        return in_office and not undergoes(self.passage, topic)

    def _taken_up(self, draft: Draft, topic: Mention, sentence: Offsets) -> bool:
        """Whether "dia" or "menurutnya" begins the next sentence of the paragraph, and may mean this one's subject."""
        text = self.passage.text
        suffers = text[sentence[0] : topic.start].lower().rstrip().endswith(SUFFERERS) or undergoes(self.passage, topic)
        return not suffers and self._next_behind(draft, sentence)

    def _next_behind(self, draft: Draft, sentence: Offsets) -> bool:
        """Whether "dia", "ia" or "menurutnya" of a draft begins the sentence behind this one, in one paragraph."""
        source, text = draft.source, self.passage.text
        place = (source.start, source.end) if source else draft.cue
        if place is None or (source and self._words(source).lower() not in SINGULAR):
            return False
        between = text[sentence[1] : place[0]].strip(". ")
        if between and not SETTING.fullmatch(between):
            return False
        return self.passage.paragraph_of(sentence[0]) == self.passage.paragraph_of(place[0])

    def _described(self, source: Source, draft: Draft) -> Speaker:
        """A source without a name: a post somebody holds, a body in short, "pria itu", "seorang warga"."""
        text = self._words(source)
        if self._is_document(source):
            key = self.callings.issuer(source)
            return Speaker(key=key, label="" if key else UNKNOWN + text, paper=True)
        first, _, rest = text.partition(" ")
        if first.lower() in phrase_words("address") and rest[:1].isupper():
            key = self.callings.holder(source.end - len(rest), source.end) or self.callings.named_in_short(rest)
            return self._called(text, key)
        points = POINTING.search(text) is not None
        kind = noun_kind(_first_word(text))
        partners = partners_of(self.passage, source)
        key = "" if partners else self._known(source, by_role=points or kind != "group")
        if key and not (_first_word(text) in SHARED and speaks_of(self.passage, draft, key)):
            return Speaker(key=key)
        if body := self.callings.body(text, source.start):
            return Speaker(key=body, named=False)
        others = partners | kin_in(self.passage, source)
        told = points or (kind == "person" and not others and not is_any_of_body(self.passage, source))
        if told and not text.lower().startswith(NEW_FACE) and not UNNAMED.search(text):
            pointed = self._pointed(source, draft, others)
            called = "" if pointed.key else next(self._called_in(source), "")
            return Speaker(key=called) if called else pointed
        later = named_later(self.passage, source) if kind == "post" and not held_by_several(text) else ""
        return self._called(text, later)

    def _pointed(self, source: Source, draft: Draft, others: frozenset[str]) -> Speaker:
        """Whom "pria itu" points at: who spoke before, but not for several or for the kin of that one."""
        text, carried = self._words(source), self._carried(draft)
        if answers(self.passage, draft) or is_another(text, carried.label):
            return Speaker(key="", label=self._stranger(text), named=False)
        if body := pointed_body(self.passage, text, source.start):
            return carried if self._is_body(carried.key) else Speaker(key=body, named=False)
        one = bool(carried.key) and not self._is_body(carried.key)
        unlike = carried.key in others if carried.key else bool(others) or carried.label == UNKNOWN
        return self._called(text, "") if unlike or (one and names_many(text)) else carried

    def _stranger(self, text: str) -> str:
        """What somebody without a name is called: as before, where the same noun was in that ("wanita itu")."""
        noun = next((word for word in WORD.findall(text.lower()) if noun_kind(word)), "")
        heard = (label for label in reversed(self.strangers) if noun and noun in WORD.findall(label.lower()))
        return next(heard, UNKNOWN + text)

    def _known(self, source: Source, *, by_role: bool) -> str:
        """The person whose post or name in short a source is; "" for nobody, and for several ("37 guru besar")."""
        text = self._words(source)
        if text[:1].isdigit():
            return ""
        key = self.callings.holder(source.start, source.end, by_role=by_role) or self.callings.named_in_short(text)
        return "" if key == self._set_apart(source) else key

    def _set_apart(self, source: Source) -> str:
        """Whose name stands right before a source and its comma: "Kepada Amir, bupati (mengatakan)" is not Amir."""
        before = next(self.passage.names_before(source.start), None)
        return before.target if before and self.passage.text[before.end : source.start] == ", " else ""

    def _called(self, text: str, key: str) -> Speaker:
        return Speaker(key=key, label="" if key else UNKNOWN + text)


def _first_word(text: str) -> str:
    """The first word in lower case, "" where there is none."""
    return next(iter(WORD.findall(text.lower())), "")
