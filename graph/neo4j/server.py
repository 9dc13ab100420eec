# ruff: noqa: S603 - programs that were looked up, with arguments of ours
"""A Neo4j Community server of one's own, on this machine only: for tests, and for trying out."""

import secrets
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from graph.errors import ServerError
from graph.neo4j.jars import java, server_jars

USER = "neo4j"
_START = 240.0  # seconds; 8 on two free cores, 40 on busy ones
_STOP = 30.0
_BEFORE = "neo4j"  # the password of a new server, good for nothing but setting another

_CONFIG = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size={page_cache}
dbms.usage_report.enabled=false
db.tx_log.rotation.retention_policy=keep_none
"""
_JVM = (
    "-XX:+UseParallelGC",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
)
# Compile once and quickly, not again and better: measured on 30,000 statements in a new server this halves the
# processor's time of start and load, from 100,000 on it is lost again (tests/bench/neo4j_load.py, with and without).
_BRIEF = "-XX:TieredStopAtLevel=1"

# Ends the server, and clears its folder, when the process that started it is gone, however that came about.
_WATCH = 'read -r _; kill -9 "$1"; [ -z "$2" ] || rm -rf "$2"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server: where it listens and who may come in."""

    url: str
    user: str
    password: str
    home: Path


@contextmanager
def running_server(
    home: Path | None = None, *, port: int = 0, heap: str = "768m", page_cache: str = "256m", brief: bool = True
) -> Iterator[Server]:
    """A server on 127.0.0.1 with a password of its own, until this ends; its data goes with it.

    Args:
        home: A folder that holds its data already (from ``write_admin``) and is kept; left out, a new one.
        port: Where bolt listens; 0 takes a free one.
        heap: Memory of its Java, in its own words (``2g``).
        page_cache: Memory for pages of the store, beside the heap.
        brief: Whether it is to be quick at once, and not as quick as can be after minutes of work.

    Raises:
        ServerMissingError: Java or the jars are not there.
        ServerError: It does not start.
    """
    folder = home or Path(mkdtemp(prefix="wartagraf-neo4j-"))
    port = port or _free_port()
    try:
        config = folder / "conf"
        config.mkdir(exist_ok=True)
        (config / "neo4j.conf").write_text(_CONFIG.format(port=port, page_cache=page_cache), encoding="utf-8")
        command = [
            *_java(heap, *([_BRIEF] if brief else [])),
            "org.neo4j.server.CommunityEntryPoint",
            f"--home-dir={folder}",
            f"--config-dir={config}",
        ]
        with (
            (folder / "console.log").open("wb") as log,
            _process(command, log, folder if not home else None) as process,
        ):
            server = Server(url=f"bolt://127.0.0.1:{port}", user=USER, password=secrets.token_urlsafe(), home=folder)
            _await(server, process)
            yield server
    finally:
        if not home:
            shutil.rmtree(folder, ignore_errors=True)


def write_admin(home: Path) -> Path:
    """A program that does what ``neo4j-admin`` does, with the data in ``home``, while no server runs on it.

    Raises:
        ServerMissingError: Java or the jars are not there.
    """
    (home / "conf").mkdir(parents=True, exist_ok=True)
    program = home / "neo4j-admin"
    places = {"NEO4J_HOME": home, "NEO4J_CONF": home / "conf"}
    words = [
        "env",
        *(f"{name}={path}" for name, path in places.items()),
        *_java("768m", _BRIEF),
        "org.neo4j.cli.AdminTool",
    ]
    program.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return program


def _java(heap: str, *more: str) -> list[str]:
    return [java(), f"-Xms{heap}", f"-Xmx{heap}", *_JVM, *more, "-cp", f"{server_jars()}/*"]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _process(command: list[str], log: object, passing: Path | None) -> Iterator[subprocess.Popen[bytes]]:
    """The server as a process that never outlives this one."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)  # type: ignore[call-overload]
    watch = ["sh", "-c", _WATCH, "sh", str(process.pid), str(passing or "")]
    watcher = subprocess.Popen(watch, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        watcher.kill()
        watcher.communicate()


def _await(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Wait until ``server`` answers, and give it its password."""
    from neo4j import GraphDatabase  # noqa: PLC0415 - takes a fifth of a second
    from neo4j.exceptions import ServiceUnavailable, TransientError  # noqa: PLC0415

    until = time.monotonic() + _START
    change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
    while True:
        try:
            with (
                GraphDatabase.driver(server.url, auth=(USER, _BEFORE)) as driver,
                driver.session(database="system") as session,
            ):
                session.run(change, old=_BEFORE, new=server.password).consume()
                return
        except (ServiceUnavailable, TransientError) as error:
            if process.poll() is not None or time.monotonic() > until:
                log = (server.home / "console.log").read_text(encoding="utf-8", errors="replace").strip()
                raise ServerError(f"the server in {server.home} does not start: {log[-500:] or error}") from error
            time.sleep(0.3)
