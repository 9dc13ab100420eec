"""spaCy without its command line, which takes a quarter of the time to import and which reading articles does not need.

``import spacy`` imports ``spacy.cli`` for one function, ``spacy.info``, and with it typer, requests, httpx, jinja2 and
weasel. Here it comes when it is first used, and works as ever.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

CLI, INFO = "spacy.cli", "spacy.cli.info"


def import_spacy() -> None:
    """Import ``spacy``; where nobody did before, its command line waits to be used."""
    if "spacy" in sys.modules:
        return
    stand_in = ModuleType(INFO)
    stand_in.__dict__["info"] = _info
    sys.modules[INFO] = stand_in
    try:
        spacy = import_module("spacy")
    finally:
        del sys.modules[INFO]
    if not hasattr(spacy, "cli"):
        spacy.__dict__["__getattr__"] = _command_line


def _info(*args: Any, **settings: Any) -> Any:
    """``spacy.info``."""
    return import_module(CLI).info(*args, **settings)


def _command_line(name: str) -> ModuleType:
    """The attribute ``cli`` of ``spacy``, for who never imports it by name."""
    if name == "cli":
        return import_module(CLI)
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")
