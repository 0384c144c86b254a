"""`python -m itinerary` and the command `itinerary`."""

import gc
import io
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Runs the command line; a closed pipe, a full disk and Ctrl-C end it without a traceback.

    A run is short: cycles of garbage are not looked for, and once all is written and flushed the
    process ends where it stands. Taking the interpreter apart took a fifth of an `agenda`.
    """
    gc.disable()
    _open_streams()
    try:
        code = _run()
    except BrokenPipeError:
        code = 141
    except KeyboardInterrupt:
        code = 130
    except OSError as fault:
        if fault.filename is not None:
            raise
        sys.stderr.write(f"error: {fault.strerror}\n")
        code = 2
    os._exit(code)


def _run() -> int:
    """The exit code, both outputs flushed."""
    from itinerary.cli.app import app

    output, code = sys.stdout, 0
    try:
        app()
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else 0
    finally:
        output.flush()
        sys.stderr.flush()
        if sys.stdout is not output:
            # Typer swaps the streams when a pipe is closed, and exits with 1: errors found.
            raise BrokenPipeError
    return code


def _open_streams() -> None:
    """Two outputs that take any character, also where the shell has closed them."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
