"""spaCy is imported without its command line, and nobody misses it. Each test runs in a process of its own."""

import subprocess
import sys

COMMAND_LINE = ("typer", "requests", "httpx", "jinja2", "weasel", "spacy.cli")


def printed(*lines: str) -> list[str]:
    """What a Python program prints that has loaded the model."""
    program = "\n".join(("import sys", "from extract.model import load_model", "load_model()", "import spacy", *lines))
    told = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return told.stdout.splitlines()


def test_the_model_loads_without_the_command_line_of_spacy() -> None:
    loaded = f"print([name for name in {COMMAND_LINE} if name in sys.modules])"
    assert printed(loaded, "print(hasattr(spacy, 'clj'))", loaded) == ["[]", "False", "[]"]


def test_info_and_the_command_line_of_spacy_work_as_ever() -> None:
    lines = printed(
        "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)",
        "print(spacy.cli.download.__module__)",
        "print(spacy.cli.info is sys.modules['spacy.cli.info'].info)",
    )
    assert lines == ["True", "spacy.cli.download", "True"]


def test_a_part_of_the_command_line_can_be_imported_first() -> None:
    assert printed("import spacy.cli.train", "print(spacy.cli.train.train_cli.__name__)") == ["train_cli"]
