"""An export that is a folder of files, or these files in one zip: complete, or not there."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.exports.errors import ExportError

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of the format: the same files make the same zip


@contextmanager
def filling(output: Path, files: Iterable[str]) -> Iterator[Path]:
    """A folder to put ``files`` into, which becomes ``output``, or a zip of that name, when the block ends well.

    Raises:
        ExportError: ``output`` is there and is no such export: it would be lost.
    """
    output = output.absolute()
    packed = output.suffix == ".zip"
    _check(output, frozenset(files), packed=packed)
    with TemporaryDirectory(prefix=f".{output.name}-", dir=output.parent) as hidden:
        whole = Path(hidden) / "whole"
        whole.mkdir()
        yield whole
        if packed:
            _pack(whole, Path(hidden) / "packed").replace(output)
        else:
            if output.exists():
                output.rename(Path(hidden) / "old")
            whole.rename(output)


def _check(output: Path, files: frozenset[str], *, packed: bool) -> None:
    if not output.exists():
        return
    if output.is_dir() == packed:
        raise ExportError(f"{output}: there is something else of that name; give another with -o")
    strange = [] if packed else sorted(path.name for path in output.iterdir() if path.name not in files)
    if strange:
        raise ExportError(f"{output}: holds {strange[0]}, which is of no such export; give another folder with -o")


def _pack(folder: Path, packed: Path) -> Path:
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            info = ZipInfo(path.name, _FIRST_DAY)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, 2**20)
    return packed
