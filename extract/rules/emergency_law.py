"""The emergency law on weapons, which crime news names without its number: "dijerat Undang-Undang Darurat"."""

import re

NAME = "Darurat"
_FORM = re.compile(r"(?:darurat|drt)$")
_CHARGE = re.compile(  # shortly before it, in the same sentence
    r"(?:\bpasal\s|jerat|kenakan|kenai|sangka|langgar|dakwa|\b(?:jo|juncto)\b)(?:[^.;!?\n]|(?<=jo)\.){0,60}$"
)
_WEAPON = re.compile(r"[^.;!?\n]{0,40}\b(?:senjata|sajam|senpi|peledak|amunisi)")  # behind it
_NEAR = 80  # characters in which a charge stands


def is_emergency_law(low: str, start: int, end: int) -> bool:
    """Whether the form at these offsets of a text in lower case means that law: by a charge, or by weapons.

    >>> low = "pelaku dijerat uu darurat."
    >>> is_emergency_law(low, 15, 25)
    True
    """
    if not _FORM.search(low, start, end):
        return False
    return bool(_CHARGE.search(low, max(0, start - _NEAR), start) or _WEAPON.match(low, end))
