"""Characters that some formats cannot hold."""

from graph.exports.report import Report

_CONTROLS = (*range(9), 11, 12, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF)
_REPLACED = dict.fromkeys(_CONTROLS, "�")


def without_controls(text: str, report: Report) -> str:
    """Text with U+FFFD for each control character but tab and line ends; the report counts the texts changed."""
    clean = text.translate(_REPLACED)
    if clean != text:
        report.left["texts with control characters, each written as U+FFFD"] += 1
    return clean
