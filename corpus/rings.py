"""The search for values that refer to one another in a ring, put off where millions of values have none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_rings() -> Iterator[None]:
    """No search for rings among values meanwhile: there are none, and looking takes a quarter of the time."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()
