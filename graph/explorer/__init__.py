"""The explorer: statements and rules as web pages, served on this machine."""

from graph.explorer.serving import serve

__all__ = ["serve"]
