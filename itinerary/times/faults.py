"""The one exception of this room: a text that is no time, with the sentence that says why."""

from itinerary.problems import Message


class UnreadableError(ValueError):
    """A cell that cannot be read as time; the loader turns it into a `Problem`."""

    def __init__(self, message: Message, hint: Message | None = None, code: str = "time") -> None:
        super().__init__(message.key)
        self.message = message
        self.hint = hint
        self.code = code
