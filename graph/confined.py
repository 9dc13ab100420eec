"""Queries of strangers: each is answered in a process of its own, which time, memory and files run out for.

An engine stops a query between rows, but not within its parser or one expression, and a crash of it takes its
process along. The process that answers here is ended when its time is up, gets a bounded piece of memory, and can
open no file once the graph is open.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any, Protocol

from graph.errors import GraphError, QueryError, QueryTimeoutError
from graph.tables import Table

MEMORY = 2**30  # bytes a query may take, beside what the open graph has
_START = 60.0  # seconds until the process must have opened the graph; 0.1 on a free machine, 2 where it is spawned
_GRACE = 1.0  # seconds more than the engine's own limit, which tells more kindly


class _Engine(Protocol):
    def answer(self, query: str, parameters: Mapping[str, Any], *, seconds: float, max_rows: int) -> Table: ...

    def mark(self) -> str: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    query: str
    parameters: Mapping[str, Any]
    seconds: float
    max_rows: int


@dataclass(frozen=True, slots=True)
class _Failure:
    kind: type[GraphError]
    message: str

    def error(self) -> GraphError:
        """The error as it was; its class may want other arguments than its message."""
        error = self.kind.__new__(self.kind)
        error.args = (self.message,)
        return error


class Confined:
    """An engine that is opened in a new process for each query.

    Args:
        opening: Opens it; must pickle.
        memory: Bytes a query may take.
        files: Whether it may open files, as one that talks to a server does.
    """

    def __init__(self, opening: Callable[[], _Engine], *, memory: int = MEMORY, files: bool = False) -> None:
        self._opening = opening
        self._memory = memory
        self._files = files

    def answer(self, query: str, parameters: Mapping[str, Any], *, seconds: float, max_rows: int) -> Table:
        """What the engine answers.

        Raises:
            GraphError: What the engine raises.
            QueryTimeoutError: Its time was up, in the midst of whatever it did.
            QueryError: It needed more memory than it may take, or crashed.
        """
        question = _Question(query=query, parameters=parameters, seconds=seconds, max_rows=max_rows)
        context = _context()
        mine, its = context.Pipe(duplex=False)
        process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(its, self._opening, question, self._memory, self._files), daemon=True
        )
        process.start()
        its.close()
        try:
            opened = _told(mine, _START)
            answer: Table | _Failure = _told(mine, seconds + _GRACE) if opened is None else opened
        except EOFError:
            process.join()
            raise QueryError(_cause(process.exitcode, self._memory)) from None
        except TimeoutError:
            raise QueryTimeoutError(seconds) from None
        finally:
            mine.close()
            process.kill()
            process.join()
        if isinstance(answer, _Failure):
            raise answer.error()
        return answer

    def mark(self) -> str:
        """The mark of the build that made the graph; nothing of strangers is asked, so it is read here."""
        engine = self._opening()
        try:
            return engine.mark()
        finally:
            engine.close()

    def close(self) -> None:
        """Nothing is open between queries."""


def _told(connection: Connection, seconds: float) -> Any:
    if not connection.poll(seconds):
        raise TimeoutError
    return connection.recv()


def _cause(exitcode: int | None, memory: int) -> str:
    """Why a process ended without an answer."""
    if exitcode in {-signal.SIGSEGV, -signal.SIGFPE, -signal.SIGILL}:
        return "query stopped: the engine crashes over it; ask in another way"
    return f"query stopped: it takes more than {memory >> 20:,} MB; ask for less (a LIMIT, a label, a property)"


def _context() -> BaseContext:
    """How the process is made: forking takes no time, but only a process of a single thread is safe to fork."""
    tasks = Path("/proc/self/task")
    if threading.active_count() == 1 and tasks.is_dir() and len(list(tasks.iterdir())) == 1:
        return multiprocessing.get_context("fork")
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "graph.embedded"])
    return context


def _serve(told: Connection, opening: Callable[[], _Engine], question: _Question, memory: int, files: bool) -> None:
    """Open the engine, say so (None), and send its answer or failure."""
    try:
        engine = opening()
        told.send(None)
        _confine(memory, files=files)
        told.send(
            engine.answer(question.query, question.parameters, seconds=question.seconds, max_rows=question.max_rows)
        )
    except GraphError as error:
        told.send(_Failure(type(error), str(error)))
    except (MemoryError, OSError):
        os._exit(1)  # whoever asked is told by the silence


def _confine(memory: int, *, files: bool) -> None:
    """From here on no written file, no core dump, ``memory`` bytes more, and no file opened but where ``files`` are.

    Each as far as the system knows it: Windows none, macOS all but memory.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    bounds = {resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: 0}
    if not files:
        bounds[resource.RLIMIT_NOFILE] = 0
    if taken := _data():
        bounds[resource.RLIMIT_DATA] = taken + memory
    for kind, bound in bounds.items():
        with suppress(ValueError, OSError):  # a bound that the system does not know, or has set lower
            resource.setrlimit(kind, (bound, bound))


def _data() -> int:
    """Bytes of data that this process has mapped, or 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text("ascii").splitlines() if status.is_file() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmData:")), 0)
