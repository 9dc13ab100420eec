"""Speech acts: what somebody does by a statement, and polarity and modality of what is said.

The act (``extract.record.Act``) is told, in this order, by

1. the cue: "membantah" denies, "mengimbau", "meminta", "mengajak" urge, "memperingatkan", "mengingatkan" warn,
   "mengusulkan" proposes, "berjanji" promises, "melarang" forbids (``lexicon/speech_acts.tsv``). "Berharap" urges
   where somebody is named who should act; "menuntut" announces a sanction where a penalty is named, else it urges.
   So does "agar" right before the words said ("menegaskan agar ...").
2. under a neutral cue ("kata") or none, outright words of a main clause (``lexicon/act_words.toml``): "kami imbau",
   "warga diimbau agar"; a penalty that is, will or would be given ("akan kami tindak", "dihukum satu tahun"); "itu
   tidak benar". A penalty that a rule threatens with ("ancaman hukumannya lima tahun"), a charge and a penalty told as
   past are no announcement. "Sudah kami imbau" tells of an act and does none.
3. turns of phrase: "jangan sampai" and "waspada" warn, "mari", "jangan" and imperatives urge, "tidak boleh" and
   "dilarang" forbid, "sebaiknya" proposes, "kami akan" promises.

Of several outright words, and of several turns of phrase, the first decides. Whatever nothing tells "states", as do
rules that are quoted. Duty alone is modality, no act: "ASN harus netral" states and is obliged. The rules of polarity
and modality are those of ``extract/speech/modality.py``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.record import Act, Entity, EntityType, Mark, Mention, MentionType, Modality, Mode, Offsets, Role
from extract.rules.rule_forms import lowered
from extract.speech.act_words import DEMANDS, WISHES, any_of, by_first_word, cue_act
from extract.speech.clauses import TOKEN, Clauses, condition_words, find_clauses
from extract.speech.drafts import Draft
from extract.speech.links import within
from extract.speech.modality import cue_mark, find_marks, first_of_kind
from extract.speech.passage import Passage
from extract.speech.said_acts import WORD, Found, Sentence, explicit_acts, implied_acts, telling_words, wished_of
from extract.speech.sentences import find_sentences
from extract.speech.speakers import Speaker

AREAS = ("Kota ", "Kabupaten ", "Provinsi ")
PURPOSES = ("agar", "supaya")  # "menegaskan agar ...": they stand right before the words said


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How something is said: the act, the words that tell it, and the modality."""

    act: Act = Act.STATES
    act_at: Offsets | None = None
    modality: tuple[Mark, ...] = ()


class SpeechActs:
    """An article, asked how its statements are said."""

    def __init__(self, passage: Passage, mentions: Iterable[Mention]) -> None:
        self._passage = passage
        self._low = lowered(passage.text)
        of_sanctions = (mention for mention in mentions if mention.type is MentionType.SANCTION)
        self._sanctions = tuple(sorted(of_sanctions, key=lambda mention: mention.start))
        self._spoken_for: dict[str, frozenset[str]] = {}

    def manner(self, draft: Draft, speaker: Speaker) -> Manner:
        """Act and modality of a statement."""
        sentences = [*self._sentences(draft, speaker)]
        found = self._by_cue(draft) or self._by_words(speaker, sentences)
        marks = [mark for sentence in sentences for mark in self._marks(sentence, draft, found)]
        of_cue = cue_mark(self._low, draft.cue) if draft.cue else None
        return Manner(
            act=found.act if found else Act.STATES,
            act_at=found.at if found else None,
            modality=first_of_kind([of_cue, *marks] if of_cue else marks),
        )

    def _sentences(self, draft: Draft, speaker: Speaker) -> Iterator[Sentence]:
        """The sentences of the words said that may tell something: no questions, none without a telling word."""
        own = self._own(speaker)
        for begin, stop in draft.spans:
            for first, last in find_sentences(self._passage.text[begin:stop], ()):
                start, end = begin + first, begin + last
                told = not telling_words().isdisjoint(WORD.findall(self._low, start, end))
                penalties = tuple(within([(start, end)], self._sanctions))
                if not (told or penalties) or self._low[start:end].rstrip("\"'”’)").endswith("?"):
                    continue
                yield Sentence(
                    low=self._low,
                    start=start,
                    end=end,
                    clauses=find_clauses(self._low, start, end),
                    names=self._passage.names_in(start, end),
                    penalties=penalties,
                    own=own,
                    reported=draft.mode is not Mode.DIRECT and draft.cue is not None and self._opens(draft, start, own),
                )

    def _opens(self, draft: Draft, start: int, own: frozenset[str]) -> bool:
        """Whether a main clause with the speaker for subject begins there.

        It does at the head of the words said, and behind the attribution that stands in them, where a condition, the
        speaker or his office stands before: "Kami, kata Amir, akan ...".
        """
        if start == draft.at:
            return True
        before = next(((a, b) for (a, b), (begin, _) in pairwise(draft.spans) if begin == start), None)
        if before is None:
            return False
        words = WORD.findall(self._low, *before)
        named = any(name.end == before[1] and name.target in own for name in self._passage.names_in(*before))
        led = words and (words[0] in condition_words() or words[-1] in by_first_word("first_persons"))
        return named or bool(led)

    def _own(self, speaker: Speaker) -> frozenset[str]:
        """The speaker and the institutions he speaks for, by key."""
        if speaker.key not in self._spoken_for:
            entity = self._passage.entities.get(speaker.key)
            roles = entity.roles if entity else ()
            bodies = [body for body in self._passage.entities.values() if body.type is EntityType.INSTITUTION]
            keys = (body.key for body in bodies if any(_speaks_for(role, body) for role in roles))
            self._spoken_for[speaker.key] = frozenset([speaker.key, *keys]) - {""}
        return self._spoken_for[speaker.key]

    def _by_cue(self, draft: Draft) -> Found | None:
        """The act that the cue tells, or "agar" right before the words said."""
        if draft.cue is None:
            return None
        act = cue_act(self._low[slice(*draft.cue)])
        start, end = draft.spans[0][0], draft.spans[-1][1]
        if act == WISHES:
            wished = wished_of(self._low, start, end, self._passage.names_in(start, end))
            return Found(act=Act.URGES, at=draft.cue, directs=True) if wished else None
        if act == DEMANDS:
            named = any(within(draft.spans, self._sanctions))
            return Found(act=Act.ANNOUNCES_SANCTION if named else Act.URGES, at=draft.cue, directs=True)
        if act:
            return Found(act=Act(act), at=draft.cue, directs=True)
        return self._by_purpose(start) if draft.mode is not Mode.DIRECT else None

    def _by_purpose(self, start: int) -> Found | None:
        """What "agar" right before ``start`` tells."""
        before = self._low[max(0, start - 12) : start].rstrip(' ,"“')
        word = next((word for word in PURPOSES if before.endswith(f" {word}")), None)
        if word is None:
            return None
        at = self._low.rindex(word, 0, start)
        return Found(act=Act.URGES, at=(at, at + len(word)), directs=True)

    def _by_words(self, speaker: Speaker, sentences: list[Sentence]) -> Found | None:
        """The act that the words said tell, unless a paper says them."""
        if speaker.paper:
            return None
        for acts in (explicit_acts, implied_acts):
            found = sorted((found for sentence in sentences for found in acts(sentence)), key=_order)
            if found:
                return found[0]
        return None

    def _marks(self, sentence: Sentence, draft: Draft, found: Found | None) -> Iterator[Mark]:
        """The marks of a sentence; where somebody is told what to do, that is its main clause."""
        clauses = sentence.clauses
        if found and found.directs:
            clauses = self._told(sentence, draft, found.at[1]) or clauses
        marks = find_marks(self._low, clauses, sentence.end)
        wished = draft.cue is not None and cue_act(self._low[slice(*draft.cue)]) == WISHES
        return (mark for mark in marks if not (wished and mark.kind is Modality.POSSIBLE))

    def _told(self, sentence: Sentence, draft: Draft, behind: int) -> Clauses | None:
        """The clauses of a sentence read anew from where it says what is to be done; None where it is another one."""
        at = next((at for at in (behind, draft.at) if sentence.start <= at <= sentence.end), sentence.end)
        token = TOKEN.search(self._low, at, sentence.end)
        return find_clauses(self._low, sentence.start, sentence.end, token.start()) if token else None


def _order(found: Found) -> tuple[int, int]:
    """The first in the text first, of two at one place the longer: "jangan sampai" before "jangan"."""
    return found.at[0], -found.at[1]


def _speaks_for(role: Role, body: Entity) -> bool:
    """Whether who holds a post speaks for an institution: his own, or the government of the region he heads."""
    if role.institution:
        return role.institution == body.name
    heads = any_of("heads_of_region").search(role.position.lower()) is not None
    region = role.region.partition(" ")[2] if role.region.startswith(AREAS) else role.region
    return heads and bool(region) and body.kind == "regional government" and body.name.endswith(region)
