# ruff: noqa: S603 - programs that were looked up, with arguments of ours
"""The jars of Neo4j Community, fetched once by Maven and kept outside the repository."""

import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from filelock import FileLock

from graph.errors import ServerMissingError

CACHE = "WARTAGRAF_NEO4J_CACHE"
_POM = Path(__file__).with_name("pom.xml")
_JAVA = 17  # the oldest that Neo4j 5 runs on


def version() -> str:
    """The version of Neo4j that ``pom.xml`` names."""
    found = re.search(r"<neo4j.version>([\d.]+)<", _POM.read_text(encoding="utf-8"))
    assert found, _POM
    return found[1]


def java() -> str:
    """The Java that runs the server: that of ``JAVA_HOME``, or the one on the path.

    Raises:
        ServerMissingError: There is none, or it is too old.
    """
    home = os.environ.get("JAVA_HOME")
    program = shutil.which("java", path=str(Path(home, "bin"))) if home else shutil.which("java")
    if not program:
        raise ServerMissingError(f"no java {'in ' + home if home else 'on the path'}; install Java {_JAVA} or newer")
    told = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', told)
    if not found or int(found[1]) < _JAVA:
        raise ServerMissingError(f"{program} is Java {found[1] if found else '?'}; Neo4j needs {_JAVA} or newer")
    return program


def server_jars() -> Path:
    """The folder of all jars of the server; Maven fetches them (130 MB) where they are not there yet.

    Two processes may ask at once: one fetches, the other waits. A fetch that breaks off leaves nothing.

    Raises:
        ServerMissingError: They are not there and Maven is missing or cannot get them.
    """
    cache = Path(os.environ.get(CACHE) or Path.home() / ".cache" / "wartagraf")
    folder = cache / f"neo4j-{version()}-{hashlib.sha256(_POM.read_bytes()).hexdigest()[:8]}"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{folder}.lock"):
            if not folder.is_dir():
                _fetch(folder)
    return folder


def _fetch(folder: Path) -> None:
    """Fetch into a folder beside and rename it: ``folder`` is there as a whole or not at all."""
    maven = shutil.which("mvn")
    if not maven:
        raise ServerMissingError(
            f"no mvn on the path; install Maven, it fetches Neo4j {version()} into {folder.parent}"
        )
    part = folder.with_name(folder.name + ".part")
    shutil.rmtree(part, ignore_errors=True)
    command = [maven, "-B", "-q", "-f", str(_POM), "dependency:copy-dependencies"]
    settings = [f"-DoutputDirectory={part}", "-DincludeScope=runtime"]
    done = subprocess.run([*command, *settings], capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(part, ignore_errors=True)
        lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        reason = lines[0] if lines else f"it ended with {done.returncode}"
        raise ServerMissingError(f"Maven cannot fetch Neo4j {version()} ({reason}); check the network and run again")
    part.rename(folder)
