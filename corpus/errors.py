"""What can go wrong with a corpus as a whole; a single bad page is a ``Rejection``, never an exception."""


class CorpusError(Exception):
    """Root of everything the corpus stage raises; its message is one line for a person."""


class StoreError(CorpusError):
    """The store cannot be opened, read or written; the message names its path and the next step."""


class WorkerError(CorpusError):
    """Worker processes cannot be started at all, so no item can be worked on."""
