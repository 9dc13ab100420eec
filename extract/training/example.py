"""One text with its labelled spans, whatever it was read from."""

from dataclasses import dataclass, field

PERSON, INSTITUTION, REGION = "PERSON", "INSTITUTION", "REGION"
LABELS = (PERSON, INSTITUTION, REGION)
CONVENTIONS = ("ours", "idner-news-2k", "NERGRIT", "NERUGM", "NERUI", "NERP")  # of labelling; their places are numbers
UNKNOWN = "?"  # a span of which nobody said what it is: the model learns nothing from it


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A text and its (start, end, label) spans in characters; ``UNKNOWN`` spans were never annotated.

    ``convention`` is the data set whose way of labelling it follows.
    """

    text: str
    spans: tuple[tuple[int, int, str], ...] = field(default=())
    convention: str = CONVENTIONS[0]
