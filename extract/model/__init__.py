"""The trained pipeline: persons, institutions and regions in Indonesian news; MODEL_CARD.md tells of it."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

HERE = Path(__file__).parent / "pipeline"


def load_model() -> "Language":
    """The trained pipeline, with our tokenizer; it needs no network, about a second and 50 megabytes.

    >>> doc = load_model()("Hal itu disampaikan Kepala Dinas Perhubungan, Rahmat Hartono, di Bandung, Senin.")
    >>> [(ent.text, ent.label_) for ent in doc.ents if ent.label_ == "PERSON"]
    [('Rahmat Hartono', 'PERSON')]
    """
    from extract.model.spacy_import import import_spacy  # noqa: PLC0415 - who does not read articles does not wait

    import_spacy()
    import spacy  # noqa: PLC0415 - behind the line above, which leaves its command line out

    from extract import tokenizer  # noqa: F401, PLC0415 - makes its name known to spaCy
    from extract.model import embedding, encoding, tagging  # noqa: F401, PLC0415 - the same

    return spacy.load(HERE, exclude=["tokenizer", "strings"])
