"""Work in a process of its own, on the same memory, while this one goes on."""

import os
import pickle
from collections.abc import Callable
from functools import partial
from typing import NoReturn, TypeVar, cast

Result = TypeVar("Result")


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begins work that only reads, and gives what to call for its result.

    Where a process cannot be copied (Windows), or there is no second processor, or the copy
    fails, the work is done when the result is asked for.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return work
    receiving, sending = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(receiving)
        os.close(sending)
        return work
    if child == 0:
        _answer(sending, work)
    os.close(sending)
    return partial(_result, receiving, child, work)


def _answer(sending: int, work: Callable[[], object]) -> NoReturn:
    """What the copy does; it ends without a trace of what it had inherited, such as buffers."""
    code = 1
    try:
        with os.fdopen(sending, "wb") as pipe:
            pickle.dump(work(), pipe)
        code = 0
    finally:
        os._exit(code)


def _result(receiving: int, child: int, work: Callable[[], Result]) -> Result:
    with os.fdopen(receiving, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    return cast(Result, pickle.loads(data)) if status == 0 else work()
