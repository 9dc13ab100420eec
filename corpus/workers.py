"""Work spread over processes: results in the order of the items, and a failing item costs only itself."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.resource_tracker import ensure_running
from pickle import PickleError
from typing import Any, Generic, TypeVar

from corpus.errors import WorkerError

Item = TypeVar("Item")
Result = TypeVar("Result")

# Items per worker that are read ahead of the oldest unfinished one: enough to ride out one slow item, few
# enough to keep memory bounded by pages, not by the corpus.
_AHEAD = 16
# Up to so many items are worked on here: a process takes 1 to 2 seconds to start and to load a model, an article
# about a tenth of that. Measure with `tests/bench/stages.py start` after a change.
FEW = 16
# Processes an item may cost: one may be killed from outside, for want of memory say, through no fault of the item.
_MOST_DEATHS = 2
_READY = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An item that could not be worked on: ``function`` raised, or two processes died over it."""

    message: str


def ordered_map(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int,
    start: Callable[[], None] | None = None,
    few: int = FEW,
) -> Iterator[tuple[Item, Result | Failure]]:
    """Each item with ``function(item)`` or the ``Failure`` to work on it, in the order of ``items``.

    ``workers=1`` or up to ``few`` items run here; else there are processes of their own, started by spawn, so
    ``function``, items and results must pickle. At most 16 items a worker are in flight. A process that dies is
    replaced and its item tried once more. The processes end when this one does, however it ends.

    Args:
        function: What to do with one item.
        items: Read lazily, but for the first ``few``.
        workers: Number of processes, at least 1; never more than there are items.
        start: Called once in every process before its first item.
        few: Number of items that no process is started for.

    Raises:
        WorkerError: A process died before it was ready, or ``start`` raised.
    """
    if workers < 1:
        raise ValueError(f"workers={workers}: one or more are needed")
    return _mapped(function, iter(items), workers, start, few)


def _mapped(
    function: Callable[[Item], Result],
    items: Iterator[Item],
    workers: int,
    start: Callable[[], None] | None,
    few: int,
) -> Iterator[tuple[Item, Result | Failure]]:
    if workers == 1:
        yield from _here(function, items, start)
        return
    first = list(islice(items, max(few + 1, workers)))
    if len(first) <= few:
        yield from _here(function, first, start)
    else:
        yield from _spread(function, chain(first, items), min(workers, len(first)), start)


def _here(
    function: Callable[[Item], Result], items: Iterable[Item], start: Callable[[], None] | None
) -> Iterator[tuple[Item, Result | Failure]]:
    if start:
        start()
    for item in items:
        yield item, _attempt(function, item)


def _attempt(function: Callable[[Item], Result], item: Item) -> Result | Failure:
    try:
        return function(item)
    except Exception as error:  # noqa: BLE001  one bad item must not cost the others
        return Failure(message=f"{type(error).__name__}: {error}")


@dataclass(slots=True)
class _Task(Generic[Item, Result]):
    item: Item
    result: Result | Failure | None = None
    done: bool = False
    deaths: int = 0


def _spread(
    function: Callable[[Item], Result], items: Iterable[Item], workers: int, start: Callable[[], None] | None
) -> Iterator[tuple[Item, Result | Failure]]:
    source = iter(items)
    tasks: deque[_Task[Item, Result]] = deque()
    crew = [_Worker(function, start) for _ in range(workers)]
    try:
        while True:
            while tasks and tasks[0].done:
                task = tasks.popleft()
                yield task.item, task.result  # type: ignore[misc]  # done: the result is there
            _hand_out(crew, source, tasks, most=_AHEAD * workers)
            if not tasks:
                return
            _gather(crew)
    finally:
        for worker in crew:
            worker.stop()


def _hand_out(
    crew: "list[_Worker[Item, Result]]",
    source: Iterator[Item],
    tasks: "deque[_Task[Item, Result]]",
    *,
    most: int,
) -> None:
    """Give every idle worker the next item, while fewer than ``most`` are in flight."""
    for worker in crew:
        if worker.task is None and len(tasks) < most:
            for item in source:
                task: _Task[Item, Result] = _Task(item)
                tasks.append(task)
                worker.give(task)
                break


def _gather(crew: "list[_Worker[Item, Result]]") -> None:
    """Wait until a busy worker has something to say, and take it."""
    busy = {worker.pipe: worker for worker in crew if worker.task}
    for pipe in wait(list(busy)):
        busy[pipe].take()  # type: ignore[index]  # only pipes were waited for


class _Worker(Generic[Item, Result]):
    """One process and the item it has in hand."""

    def __init__(self, function: Callable[[Item], Result], start: Callable[[], None] | None) -> None:
        self._setup = (function, start)
        self.task: _Task[Item, Result] | None = None
        self._launch()

    def _launch(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, far_end = context.Pipe()
        self._ready = False
        self._process: SpawnProcess = context.Process(
            target=_serve, args=(far_end, *self._setup), daemon=True, name="wartagraf worker"
        )
        with _sigint_held():
            self._process.start()
        far_end.close()

    def give(self, task: _Task[Item, Result]) -> None:
        """Start on ``task``; a process that has died meanwhile is noticed when its answer is taken."""
        self.task = task
        with suppress(BrokenPipeError, ConnectionResetError):
            self.pipe.send(task.item)

    def take(self) -> None:
        """Take the answer to the task in hand; where the process died over it, try once more or note it."""
        try:
            answer = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            self._bury()
            return
        if not self._ready:
            if answer != _READY:
                raise WorkerError(f"a worker process could not start: {answer}")
            self._ready = True
            return
        self._finish(answer)

    def _finish(self, result: Result | Failure) -> None:
        if self.task:
            self.task.result, self.task.done, self.task = result, True, None

    def _bury(self) -> None:
        self._process.join()
        code = self._process.exitcode
        if not self._ready:
            raise WorkerError(
                f"a worker process died at its start (exit code {code}); "
                "use one worker, or guard the calling script with if __name__ == '__main__'"
            )
        self.pipe.close()
        self._launch()
        self._try_again(Failure(message=f"the worker process died over it twice ({_cause(code)})"))

    def _try_again(self, failure: Failure) -> None:
        if not self.task:
            return
        self.task.deaths += 1
        if self.task.deaths < _MOST_DEATHS:
            self.give(self.task)
        else:
            self._finish(failure)

    def stop(self) -> None:
        """End the process at once; nothing it holds is needed any more."""
        self.pipe.close()
        self._process.terminate()
        self._process.join()


def _cause(code: int | None) -> str:
    return f"signal {signal.Signals(-code).name}" if code is not None and code < 0 else f"exit code {code}"


@contextmanager
def _sigint_held() -> Iterator[None]:
    """Hold Ctrl-C back: a process started meanwhile never sees it, so only the parent answers it.

    The tracker that comes with the first process lets Ctrl-C through again, so it has to run before.
    """
    ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, function: Callable[[Any], Any], start: Callable[[], None] | None) -> None:
    """Work in a process of its own until the other end closes."""
    threading.Thread(target=_end_with_parent, daemon=True, name="parent watch").start()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        pipe.send(_begin(start))
        while True:
            _answer(pipe, _attempt(function, pipe.recv()))


def _end_with_parent() -> None:
    """End this process at once when its parent is gone, in the middle of an item if need be."""
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def _begin(start: Callable[[], None] | None) -> str:
    failure = _attempt(lambda _: start() if start else None, None)
    return failure.message if isinstance(failure, Failure) else _READY


def _answer(pipe: Connection, result: Any) -> None:
    try:
        pipe.send(result)
    except (PickleError, TypeError, AttributeError, ValueError, RecursionError) as error:
        pipe.send(Failure(message=f"its result cannot be sent back: {error}"))
