"""The options of all commands that write calendars."""

from typing import TYPE_CHECKING, Annotated

import typer

from itinerary.cli.output import refuse
from itinerary.locale import Words
from itinerary.times import UnreadableError, read_length

if TYPE_CHECKING:
    from itinerary.show.ical import Alarm, Style

LEAVE = "leave"
Alarms = Annotated[
    str | None,
    typer.Option(
        "--alarms",
        metavar="LENGTH|leave",
        help="Ring so long before each start: 15m, 1h; 'leave' rings when it is time to leave.",
    ),
]
WithTravel = Annotated[
    bool | None,
    typer.Option(
        "--travel/--no-travel",
        help="Each way as an event of its own, or nothing of when to leave.",
        show_default=False,
    ),
]
InUtc = Annotated[bool, typer.Option("--utc", help="All times in UTC, without time zones.")]
Redacted = Annotated[
    bool, typer.Option("--redact", help="Only when, and of what kind: nothing of what or where.")
]


def read_style(
    words: Words, alarms: str | None, travel: bool | None, utc: bool, redact: bool
) -> "Style":
    """The style these options ask for; a length that cannot be read ends the command."""
    from itinerary.show.ical import Style, Travel

    ways = {None: Travel.TOLD, True: Travel.ITEMS, False: Travel.NONE}[travel]
    return Style(_alarm(words, alarms), ways, utc, redact)


def _alarm(words: Words, text: str | None) -> "Alarm | None":
    from itinerary.show.ical import Alarm

    if text is None:
        return None
    if text.strip().lower() == LEAVE:
        return Alarm(at_leave=True)
    try:
        return Alarm(read_length(text))
    except UnreadableError as fault:
        hint = words.text("export_command.alarms", leave=LEAVE)
        raise refuse(words, fault.message, hint) from None
