"""`python -m itinerary` and the command `itinerary`."""

import gc
import io
import os
import sys


def main() -> None:
    """Runs the command line; a closed pipe, a full disk and Ctrl-C end it without a traceback."""
    gc.disable()  # a run is short and makes no cycles to speak of; looking for them costs 5 %
    from itinerary.cli.app import app

    _open_streams()
    output = sys.stdout
    try:
        try:
            app()
        finally:
            output.flush()
            if sys.stdout is not output:
                # Typer swaps the streams when a pipe is closed, and exits with 1: errors found.
                raise BrokenPipeError
    except BrokenPipeError:
        _end(141)
    except KeyboardInterrupt:
        _end(130)
    except OSError as fault:
        if fault.filename is not None:
            raise
        sys.stderr.write(f"error: {fault.strerror}\n")
        _end(2)


def _open_streams() -> None:
    """Two outputs that take any character, also where the shell has closed them."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _end(code: int) -> None:
    """Ends without the usual flush, which would fail as the output has, and print a traceback."""
    os._exit(code)


if __name__ == "__main__":
    main()
