"""Single keys of a terminal, none of them lost: also those that are pressed while a screen is drawn."""

import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

_END = "\x04"  # Ctrl-D
_SEQUENCE = 64  # bytes of the longest sequence that a key sends


@contextmanager
def single_keys() -> Iterator[Callable[[], str]]:
    """What waits for a key of the terminal on standard input and gives it, without showing it.

    The terminal is as before when this ends. Ctrl-C interrupts, as ever; where the terminal is gone, and for Ctrl-D,
    the key is "q".
    """
    try:
        import termios  # noqa: PLC0415 - not there on Windows
        import tty  # noqa: PLC0415
    except ImportError:
        yield click.getchar
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSANOW)
    try:
        yield lambda: _key(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _key(terminal: int) -> str:
    sign = os.read(terminal, 1)
    if sign == b"\x1b" or sign > b"\x7f":  # an arrow, a letter with an accent
        while select.select([terminal], [], [], 0)[0] and len(sign) < _SEQUENCE:
            sign += os.read(terminal, 1)
    key = sign.decode(errors="replace")
    return "q" if key in ("", _END) else key
