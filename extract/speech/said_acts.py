"""Acts that the words said tell themselves, where the cue is neutral: "Kami imbau warga waspada," kata Amir."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from extract.record import Act, Mention, MentionType, Offsets, SanctionStatus
from extract.speech.act_words import DEMANDS, WISHES, Shape, Verb, alternatives, any_of, by_first_word, verbs
from extract.speech.clauses import Clauses, condition_words, is_verb
from extract.speech.modality import find_bans, first_words
from extract.speech.small_words import noun_kind

WORD = re.compile(r"\w+(?:[-’']\w+)*")
NEGATORS = ("tidak ", "tak ", "belum ", "bukan ")
GIVEN = frozenset({SanctionStatus.IMPOSED, SanctionStatus.POSSIBLE})
ADDRESSEES = frozenset({"post", "person", "group"})
REACH = 6  # words behind an addressee in which a passive says that he is to do nothing
MEASURES = frozenset({"other", "pembongkaran", "penyitaan"})  # they may be done without being a penalty
GIVEN_WITHIN = 90  # characters before a penalty in which a word that gives it may begin
TO_DO_WITHIN = 4  # words between "diminta" and what is to be done
LEAD = re.compile(
    r"[\W_]*(?:(?:jadi|nah|dan|maka|makanya|namun|tapi|karena itu|untuk itu|oleh karena itu|oleh sebab itu)\W+){0,2}\Z"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of what is said.

    Attributes:
        low: The article in lower case.
        start: First character of the sentence.
        end: One past its last.
        clauses: What of it is main clause.
        names: The persons and institutions named in it.
        penalties: The sanctions named in it.
        own: Keys of the speaker and of the institutions spoken for.
        reported: Whether it opens words that are reported, so that a verb without subject has the speaker for one.
    """

    low: str
    start: int
    end: int
    clauses: Clauses
    names: Sequence[Mention]
    penalties: Sequence[Mention]
    own: frozenset[str]
    reported: bool

    def found(self, *names: str) -> Iterator[tuple[str, re.Match[str]]]:
        """The words of some lists that begin in main clauses, each with the name of its list."""
        lists = by_first_word(*names)
        for word, at in self.clauses.words:
            for name in lists.get(word, ()):
                match = any_of(name).match(self.low, at, self.end)
                if match:
                    yield name, match

    def matches(self, pattern: re.Pattern[str], *names: str) -> Iterator[re.Match[str]]:
        """The matches of a pattern that begins with a word of some lists."""
        lists = by_first_word(*names)
        found = (pattern.match(self.low, at, self.end) for word, at in self.clauses.words if word in lists)
        return (match for match in found if match)

    def opens(self, at: int) -> bool:
        """Whether nothing but connectives stands before an offset."""
        return LEAD.match(self.low, self.start, at) is not None

    def own_subjects(self) -> Iterator[Mention]:
        """The names of the speaker and of those spoken for at the head of a clause."""
        for name in self.names:
            if name.target in self.own and (self.opens(name.start) or self.low.endswith(", ", self.start, name.start)):
                yield name


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An act, the words that tell it, and whether somebody is told to do what follows them."""

    act: Act
    at: Offsets
    directs: bool = False


def explicit_acts(sentence: Sentence) -> Iterator[Found]:
    """Acts told outright: by a verb that does what it says, by a penalty that is given, by "tidak benar"."""
    subjects = {match.end() for match in sentence.matches(_speaking(), "first_persons")}
    subjects |= {name.end + 1 for name in sentence.own_subjects()}
    for word, at in sentence.clauses.words:
        for verb in verbs().get(word, ()):
            place = (at, at + len(word))
            act = _performed(sentence, place, verb, subjects)
            if act:
                yield Found(act=act, at=place, directs=True)
                break
    yield from (Found(act=Act.ANNOUNCES_SANCTION, at=place) for place in _penalties(sentence))
    yield from (Found(act=Act.DENIES, at=match.span()) for _, match in sentence.found("denies"))


def implied_acts(sentence: Sentence) -> Iterator[Found]:
    """Acts told by a turn of phrase: "jangan sampai", "mari", "tidak boleh", "sebaiknya", "kami akan"."""
    for name, match in sentence.found("warns", "proposes", "urges"):
        if name != "urges" or not any_of("not_urges").match(sentence.low, match.start()):
            yield Found(act=Act(name), at=match.span(), directs=name == "urges")
    for _, order in sentence.found("imperatives"):
        behind_condition = sentence.clauses.conditions and sentence.low.startswith(", ", order.start() - 2)
        if behind_condition or sentence.opens(order.start()):
            yield Found(act=Act.URGES, at=order.span())
    bans = find_bans(sentence.low, sentence.clauses, sentence.end)
    yield from (Found(act=Act.FORBIDS, at=place) for place in bans)
    yield from (Found(act=Act.PROMISES, at=place) for place in _promises(sentence))


def wished_of(low: str, at: int, end: int, names: Iterable[Mention]) -> bool:
    """Whether what is wished from ``at`` on begins with somebody who is to do something.

    >>> wished_of("warga segera melapor", 0, 20, ()), wished_of("warga bisa diberdayakan", 0, 23, ())
    (True, False)
    """
    lead = _wish_lead().match(low, at, end)
    begin = lead.end() if lead else at
    words = [match[0] for match in islice(WORD.finditer(low, begin, end), REACH + 1)]
    named = any(name.start == begin and name.type is not MentionType.REGION for name in names)
    called = words and (noun_kind(words[0]) in ADDRESSEES or any_of("addressees").fullmatch(words[0]))
    if not (named or called):
        return False
    verb = next((word for word in words[1:] if is_verb(word)), "")
    return not verb.startswith("di")


def _performed(sentence: Sentence, place: Offsets, verb: Verb, subjects: Container[int]) -> Act | None:
    """The act that a form of a verb does here; None where it only tells of one.

    The speaker is the subject: "kami juga mengimbau", "kami imbau"; or there is none: "Mengimbau ..." at the head.
    """
    if verb.shape is Shape.PASSIVE:
        done = _passively(sentence, place, verb)
    else:
        done = place[0] in subjects or (verb.shape is Shape.ACTIVE and sentence.opens(place[0]))
    if not done:
        return None
    if verb.act == WISHES:
        passive = verb.shape is Shape.PASSIVE
        wished = passive or wished_of(sentence.low, place[1], sentence.end, sentence.names)
        return Act.URGES if wished else None
    if verb.act == DEMANDS:
        return Act.ANNOUNCES_SANCTION if sentence.penalties else Act.URGES
    return Act(verb.act)


def _passively(sentence: Sentence, place: Offsets, verb: Verb) -> bool:
    """Whether somebody is told something here and now: "warga diimbau melapor", not "sudah diimbau"."""
    before = WORD.findall(sentence.low[max(sentence.start, place[0] - 40) : place[0]])
    if before and any_of("reported").fullmatch(before[-1]):
        return False
    if verb.act == Act.FORBIDS:
        return True
    behind = islice(WORD.finditer(sentence.low, place[1], sentence.end), TO_DO_WITHIN)
    return any(any_of("to_do").match(sentence.low, match.start()) for match in behind)


def _penalties(sentence: Sentence) -> Iterator[Offsets]:
    """Where a main clause says that a penalty is given or will be, and not that it was or should be."""
    told = [(name, match) for name, match in sentence.found("penalises", "past")]
    if any(name == "past" for name, _ in told):
        return
    for _, match in told:
        if not sentence.low.endswith(NEGATORS, sentence.start, match.start()):
            yield match.span()
    if not sentence.penalties or any(True for _ in sentence.found("wants")):
        return
    for mention in sentence.penalties:
        status = mention.penalty.status if mention.penalty else None
        start = _given_from(sentence, mention)
        if status in GIVEN and start is not None and sentence.clauses.holds(start):
            yield start, mention.end


def _given_from(sentence: Sentence, mention: Mention) -> int | None:
    """Where the words that give a penalty begin: the last such word before it, or its own verb ("dicopot")."""
    first = WORD.match(sentence.low, mention.start)
    if first and (is_verb(first[0]) or (mention.target not in MEASURES and first[0] in by_first_word("first_persons"))):
        return mention.start
    begin = max(sentence.start, mention.start - GIVEN_WITHIN)
    given = [match.start() for match in any_of("gives").finditer(sentence.low, begin, mention.end)]
    return given[-1] if given else None


def _promises(sentence: Sentence) -> Iterator[Offsets]:
    """Where a main clause binds the speaker: "kami akan menata", "akan kami tata", "Pemkot Metro akan menata"."""
    heads = [(name.start, name.end) for name in sentence.own_subjects()]
    if sentence.reported:  # "Ia mengatakan akan menata"
        heads.append((sentence.start, sentence.start))
    wills = [(start, _will().match(sentence.low, end, sentence.end)) for start, end in heads]
    wills += [(match.start(), match) for match in sentence.matches(_willing(), "first_persons", "wills")]
    for start, will in wills:
        if will and not _not_willed().match(sentence.low, will.end()):
            yield start, will.end()


@cache
def _speaking() -> re.Pattern[str]:
    """The speaker as subject, up to the verb."""
    return re.compile(rf"{alternatives('first_persons')}\s(?:{alternatives('between')}\s){{0,3}}")


@cache
def _willing() -> re.Pattern[str]:
    first, will = alternatives("first_persons"), alternatives("wills")
    return re.compile(rf"{first}\s(?:{alternatives('between')}\s){{0,2}}{will}|{will}\s{first}")


@cache
def _will() -> re.Pattern[str]:
    return re.compile(rf"\s?{alternatives('wills')}")


@cache
def _not_willed() -> re.Pattern[str]:
    return re.compile(rf"\s{alternatives('not_willed')}")


@cache
def _wish_lead() -> re.Pattern[str]:
    return re.compile(rf"[\s,]*(?:{alternatives('wished_for')}[\s,]+){{0,4}}")


@cache
def telling_words() -> frozenset[str]:
    """The words without which nothing is told: with one of them begins whatever tells an act or a modality."""
    lists = ("warns", "urges", "denies", "proposes", "imperatives", "penalises", "wills")
    return frozenset({*by_first_word(*lists), *verbs(), *first_words(), *condition_words()})
