"""Work in a process of its own, on the same memory, while this one goes on.

Where a process cannot be copied (Windows), or there is no second processor, or the copy fails,
the work is done here, when its result is asked for.
"""

import marshal
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import Any, BinaryIO, NamedTuple, NoReturn, TypeVar, cast

Result = TypeVar("Result")
_AT_ONCE = 1 << 20
"""Bytes read from a pipe at a time, and kept in it where the system lets us."""
_SIZE = 8
"""Bytes before each piece, which say how long it is."""


class _Copy(NamedTuple):
    """The process that works, and the pipe by which it answers."""

    process: int
    pipe: BinaryIO

    def ends_well(self) -> bool:
        self.pipe.close()
        return os.waitpid(self.process, 0)[1] == 0


def beside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begins work that only reads, and gives what to call for its result."""
    copy = _copy(partial(_send_one, work))
    return partial(_result, copy, work) if copy else work


def ahead(work: Callable[[], Iterator[Result]]) -> Iterator[Result]:
    """What an iterator that only reads gives, made ahead of who takes it.

    It is of tuples, lists, texts, numbers and bytes: what `marshal` takes, which is quick.
    """
    copy = _copy(partial(_send, work))
    return _taken(copy, work) if copy else work()


def _taken(copy: _Copy, work: Callable[[], Iterator[Result]]) -> Iterator[Result]:
    taken, is_whole = 0, False
    try:
        for data in _pieces(copy.pipe):
            yield cast(Result, marshal.loads(data))
            taken += 1
    finally:
        is_whole = copy.ends_well()
    if not is_whole:
        yield from islice(work(), taken, None)


def _copy(answer: Callable[[BinaryIO], None]) -> _Copy | None:
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return None
    receiving, sending = _wide_pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(receiving)
        os.close(sending)
        return None
    if process == 0:
        os.close(receiving)  # or it would never learn that nobody reads any more
        _answer(sending, answer)
    os.close(sending)
    return _Copy(process, os.fdopen(receiving, "rb", _AT_ONCE))


def _wide_pipe() -> tuple[int, int]:
    """Wide where the system lets us, or the two would often wait for each other."""
    import fcntl  # not on Windows, where nothing is copied

    receiving, sending = os.pipe()
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with suppress(OSError):
            fcntl.fcntl(sending, fcntl.F_SETPIPE_SZ, _AT_ONCE)
    return receiving, sending


def _answer(sending: int, answer: Callable[[BinaryIO], None]) -> NoReturn:
    """What the copy does; it ends without a trace of what it had inherited, such as buffers."""
    code = 1
    try:
        with os.fdopen(sending, "wb", _AT_ONCE) as pipe:
            answer(pipe)
        code = 0
    finally:
        os._exit(code)


def _result(copy: _Copy, work: Callable[[], Result]) -> Result:
    import pickle  # at the top it would slow the start of every command

    data = copy.pipe.read()
    return cast(Result, pickle.loads(data)) if copy.ends_well() else work()


def _send_one(work: Callable[[], object], pipe: BinaryIO) -> None:
    import pickle

    pickle.dump(work(), pipe)


def _send(work: Callable[[], Iterator[Any]], pipe: BinaryIO) -> None:
    """Writes in a thread, so that the work goes on while nobody takes what is ready."""
    from queue import SimpleQueue  # these two only where there is another process
    from threading import Thread

    ready: SimpleQueue[bytes] = SimpleQueue()

    def write() -> None:
        try:
            while data := ready.get():
                pipe.write(len(data).to_bytes(_SIZE, "little"))
                pipe.write(data)
        except OSError:  # nobody reads any more
            os._exit(1)

    writer = Thread(target=write, daemon=True)
    writer.start()
    for piece in work():
        ready.put(marshal.dumps(piece))
    ready.put(b"")
    writer.join()


def _pieces(pipe: BinaryIO) -> Iterator[bytes]:
    """Those that have come whole."""
    while len(size := pipe.read(_SIZE)) == _SIZE:
        length = int.from_bytes(size, "little")
        if len(data := pipe.read(length)) < length:
            break
        yield data
