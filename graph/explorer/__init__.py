"""The explorer: statements and rules as web pages, served on this machine."""

from graph.explorer.app import create_app, serve

__all__ = ["create_app", "serve"]
