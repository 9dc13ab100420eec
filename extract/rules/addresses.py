"""Addresses of rules and their provisions in the Akoma Ntoso form, which links and exports use."""

import re

_LEVELS = {"pasal": "art", "ayat": "para", "huruf": "point", "angka": "point", "ke": "point"}
_LEVEL = re.compile(rf"({'|'.join(_LEVELS)})[ -]\(?(\w+)\)?(?: |$)")


def akn_address(id_: str, provision: str = "") -> str:
    """The Akoma Ntoso address of a regulation, or of a provision of it; "" for a nickname and for a rule without year.

    A provision is a portion of the work ("~") named like its element, as the OASIS naming convention has it. One
    whose short form has an unknown part gives the address of the whole rule.

    >>> akn_address("uu/2014/5")
    '/akn/id/act/uu/2014/5'
    >>> akn_address("uu/2016/10", "pasal 71 ayat (2) huruf a")
    '/akn/id/act/uu/2016/10/~art_71__para_2__point_a'
    """
    work = id_.rstrip("/")
    if id_.startswith("~") or "//" in work:
        return ""
    portion = _portion(provision)
    return f"/akn/id/act/{work}" + (f"/~{portion}" if portion else "")


def _portion(provision: str) -> str:
    if _LEVEL.sub("", provision):
        return ""
    return "__".join(f"{_LEVELS[level]}_{value}" for level, value in _LEVEL.findall(provision))
