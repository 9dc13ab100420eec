"""Fingerprints of code and data, so that what an older version made is known as such and made anew."""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

_SUFFIXES = frozenset({".py", ".toml", ".tsv", ".txt", ".sql", ".cypher"})


def fingerprint(package: str, *libraries: str) -> str:
    """Twelve hexadecimal digits that change with the code and data of ``package`` and its ``libraries``.

    Args:
        package: One of our packages, with everything in its folders.
        libraries: Distributions whose version counts.
    """
    digest = sha256("".join(f"{name} {version(name)}\n" for name in libraries).encode())
    folder = Path(__file__).parent.parent / package
    for path in sorted(folder.rglob("*")):
        if path.suffix in _SUFFIXES:
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
