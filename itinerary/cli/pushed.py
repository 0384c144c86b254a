"""A push: the ledger brought up to date, then each calendar brought to the server."""

from collections.abc import Callable, Sequence
from contextlib import closing, nullcontext
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from itinerary.cli.finding import find_people
from itinerary.cli.opened import Opened
from itinerary.cli.output import refuse
from itinerary.cli.progress import progress
from itinerary.cli.when import read_instant
from itinerary.load import state_path
from itinerary.problems import Message, say
from itinerary.publish.caldav_address import refusal
from itinerary.publish.folder import FolderError
from itinerary.publish.ledger import read_ledger, write_ledger
from itinerary.publish.state import locked

if TYPE_CHECKING:
    from itinerary.publish.caldav_calendars import Order
    from itinerary.publish.caldav_journal import Journal
    from itinerary.publish.caldav_push import Calendar, Push, Result, Step


class Target(NamedTuple):
    """Where to, for whom, and how."""

    url: str
    user: str | None
    who: str | None
    now: str | None
    overwrites: bool
    is_dry: bool


class Pushed(NamedTuple):
    """What came of it."""

    url: str
    calendars: int
    results: "tuple[Result, ...]"
    is_dry: bool

    @property
    def code(self) -> int:
        """1 where something was left alone as somebody else has changed it."""
        return 1 if any(result.conflict for result in self.results) else 0


def refuse_target(opened: Opened, url: str, is_plain_allowed: bool) -> None:
    """Exit 2 where nothing can be pushed, or nothing may be there."""
    words = opened.words
    if reasons := refusal(url, is_plain_allowed):
        raise refuse(words, reasons[0], words.sentence(reasons[1]))
    if find_spec("caldav") is None:
        raise refuse(words, say("push.no_library"), words.text("push.no_library.hint"))


def push_to(opened: Opened, target: Target) -> Pushed:
    """Does it; exit 2 where it cannot be done, or no further, and then it is said how far it is."""
    from itinerary.publish.caldav_calendars import Order

    mission = Path(opened.mission.folder)
    who = None if target.who is None else find_people(opened, target.who)
    people = None if who is None else tuple(person.id for person in who)
    now = opened.now if target.now is None else read_instant(opened, target.now)
    order = Order(mission, opened.timetable, opened.words, people, now)
    try:
        with nullcontext() if target.is_dry else locked(state_path(mission)):
            return _pushed(opened, target, order)
    except FolderError as fault:
        raise _refuse(opened, fault.message, fault.hint) from None


def _pushed(opened: Opened, target: Target, order: "Order") -> Pushed:
    from itinerary.publish.caldav_calendars import calendars_of, settle
    from itinerary.publish.caldav_journal import JOURNAL, Journal
    from itinerary.publish.caldav_push import Result, steps_of

    state = state_path(order.mission)
    journal = Journal(state / JOURNAL, target.url.rstrip("/") + "/")
    before = read_ledger(state, opened.mission.id)
    ledger, drawn = settle(order, before)
    calendars = calendars_of(order, ledger, drawn, journal)
    work = [(one, steps_of(one, journal.collections.get(one.person))) for one in calendars]
    if target.is_dry:
        results = tuple(Result(step) for _, steps in work for step in steps)
    else:
        if ledger != before:
            write_ledger(state, ledger)
        results = tuple(_done(opened, target, journal, work))
    return Pushed(target.url, len(calendars), results, target.is_dry)


def _done(
    opened: Opened,
    target: Target,
    journal: "Journal",
    work: "Sequence[tuple[Calendar, list[Step]]]",
) -> "list[Result]":
    """Only whoever has something to send asks the server, or for a password."""
    from itinerary.cli.account import account_of
    from itinerary.publish.caldav_push import Push
    from itinerary.publish.caldav_server import PushError, Server

    wanted = sum(len(steps) for _, steps in work)
    if not wanted:
        return []
    results: list[Result] = []
    account = account_of(opened, target.user, target.url)
    label = opened.words.text("push.pushing")
    try:
        with (
            closing(Server(target.url, account)) as server,
            journal.writing(),
            progress(label, wanted) as step,
        ):
            _push_all(Push(server, journal, target.overwrites), work, results, step)
    except PushError as fault:
        count = sum(result.conflict is None for result in results)
        so_far = say("push.so_far", n=count, wanted=wanted)
        raise _refuse(opened, fault.message, fault.hint, so_far) from None
    return results


def _push_all(
    push: "Push",
    work: "Sequence[tuple[Calendar, list[Step]]]",
    results: "list[Result]",
    step: Callable[[], None],
) -> None:
    for calendar, steps in work:
        if steps:
            for result in push.push(calendar, steps):
                results.append(result)
                step()


def _refuse(opened: Opened, message: Message, *below: Message | None) -> Exception:
    return refuse(opened.words, message, *map(opened.words.sentence, filter(None, below)))
