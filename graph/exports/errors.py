"""What can go wrong with an export."""

from graph.errors import GraphError


class ExportError(GraphError):
    """An export that cannot be written as it was asked for; the message says why and what to do."""
