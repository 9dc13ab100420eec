"""What named questions find at once: a file beside the graph, made in the same build and marked as its own."""

from graph.index.finding import Index, index_path

__all__ = ["Index", "index_path"]
