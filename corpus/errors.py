"""What can go wrong with a corpus as a whole; a single bad page is a ``Rejection``, never an exception."""

from corpus.article import Reason


class CorpusError(Exception):
    """Root of everything the corpus stage raises; its message is one line for a person."""


class StoreError(CorpusError):
    """The store cannot be opened, read or written; the message names its path and the next step."""


class WorkerError(CorpusError):
    """Worker processes cannot be started at all, so no item can be worked on."""


class FetchError(CorpusError):
    """A single request that gave no page; ``reason`` is its kind. It becomes a ``Rejection``."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
