"""What the reader of cells does where it should refuse: it panics, on standard error."""

import os
from types import TracebackType
from typing import Self

from python_calamine import CalamineError

_STANDARD_ERROR = 2
_PANIC = "PanicException"
"""A `BaseException` that no module exports."""


class Calm:
    """Within it a panic is a `CalamineError`, and its report is not seen by anybody."""

    def __enter__(self) -> Self:
        try:
            self._kept: int | None = os.dup(_STANDARD_ERROR)
        except OSError:  # there is none
            self._kept = None
            return self
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _STANDARD_ERROR)
        os.close(nowhere)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if self._kept is not None:
            os.dup2(self._kept, _STANDARD_ERROR)
            os.close(self._kept)
        if kind and (kind.__name__ == _PANIC or issubclass(kind, OverflowError)):
            raise CalamineError(_PANIC) from None
