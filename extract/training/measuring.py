"""What the trained pipeline gets right: by label and set, and how fast."""

import hashlib
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from spacy.language import Language

from extract.training.docs import to_doc, unread
from extract.training.example import LABELS, Labelled

Span = tuple[int, int, str]
Scores = dict[str, tuple[float, float, float]]
ENOUGH = 0.5  # overlap of a found and an annotated span, as in the benchmark's score.py


def exact_scores(nlp: Language, examples: Sequence[Labelled]) -> Scores:
    """Precision, recall and F of identical spans, by label and for ``ALL``."""
    counts = {label: [0, 0, 0] for label in (*LABELS, "ALL")}
    docs = nlp.pipe(unread(nlp, example.text, example.convention) for example in examples)
    for example, doc in zip(examples, docs, strict=True):
        want = {(ent.start, ent.end, ent.label_) for ent in to_doc(nlp, [(example, "")]).ents}
        have = {(ent.start, ent.end, ent.label_) for ent in doc.ents}
        for label, count in counts.items():
            own = [{span for span in spans if label in (span[2], "ALL")} for spans in (want & have, have, want)]
            for at, spans in enumerate(own):
                count[at] += len(spans)
    return {label: _scores(*count) for label, count in counts.items()}


def overlap_scores(found: Iterable[tuple[Labelled, Sequence[Span]]]) -> Scores:
    """The same, with every pair of spans that overlap by half taken as identical."""
    counts = {label: [0, 0, 0] for label in LABELS}
    for example, spans in found:
        for label, count in counts.items():
            want = [span[:2] for span in example.spans if span[2] == label]
            have = [span[:2] for span in spans if span[2] == label]
            count[0] += _pairs(want, have)
            count[1] += len(have)
            count[2] += len(want)
    return {label: _scores(*count) for label, count in counts.items()}


def weights_checksum(pipeline: Path) -> str:
    """What tells whether the files of a pipeline are those that were scored."""
    digest = hashlib.sha256()
    for path in sorted(path for path in pipeline.rglob("*") if path.is_file()):
        digest.update(path.relative_to(pipeline).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def words_per_second(nlp: Language, texts: Sequence[str]) -> float:
    """Words of ``texts`` read in a second of this processor's time."""
    began = time.process_time()
    for _ in nlp.pipe(texts, batch_size=32):
        pass
    return sum(len(text.split()) for text in texts) / (time.process_time() - began)


def _pairs(want: Sequence[tuple[int, int]], have: Sequence[tuple[int, int]]) -> int:
    left, pairs = list(have), 0
    for start, end in want:
        for other in left:
            both = min(end, other[1]) - max(start, other[0])
            if both >= ENOUGH * (max(end, other[1]) - min(start, other[0])):
                left.remove(other)
                pairs += 1
                break
    return pairs


def _scores(right: int, found: int, wanted: int) -> tuple[float, float, float]:
    precision = right / found if found else 0.0
    recall = right / wanted if wanted else 0.0
    return precision, recall, 2 * right / (found + wanted) if found + wanted else 0.0
