"""Each person's calendar brought to a CalDAV server, and nothing that anybody else put there.

A resource is made only where none is, and changed or removed only where it still is as we left
it: the server compares (`If-None-Match`, `If-Match`), so there is no moment in between. What
somebody else has changed is a conflict, told and left alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from itinerary.problems import Message, say
from itinerary.publish.caldav_journal import Collection, Held, Journal
from itinerary.publish.caldav_resources import Resource, is_same
from itinerary.publish.caldav_server import CALENDAR, Answer, PushError, Server

DONE = ("created", "changed", "cancelled", "deleted")
CREATE = {"If-None-Match": "*"}


class Calendar(NamedTuple):
    """What a person's calendar on a server is to hold."""

    person: str
    title: str
    path: str
    """Where it is made, if it is nowhere yet."""
    zone: str
    """The definition of its time zone as a calendar, or empty."""
    resources: Mapping[str, Resource]


class Step(NamedTuple):
    """One thing to do on a server."""

    person: str
    name: str
    resource: Resource | None
    """What is to be there; None: it is to go."""
    held: Held | None
    """What is there; None: nothing of ours."""

    @property
    def did(self) -> str:
        if self.resource is None:
            return "deleted"
        if self.resource.is_cancelled:
            return "cancelled"
        return "changed" if self.held else "created"

    @property
    def title(self) -> str:
        return self.resource.summary if self.resource else self.name.removesuffix(".ics")


class Result(NamedTuple):
    """What came of a step: something of `DONE`, or a conflict with its reason."""

    step: Step
    conflict: Message | None = None


def steps_of(calendar: Calendar, collection: Collection | None) -> list[Step]:
    """What is missing on the server, as far as is remembered of it.

    What is cancelled before it has ever been there need not be told there.
    """
    held = collection.held if collection else {}
    found = [
        Step(calendar.person, name, one, held.get(name))
        for name, one in calendar.resources.items()
        if (name in held or not one.is_cancelled)
        and (name not in held or held[name].digest != digest(one.data))
    ]
    gone = (name for name in held if name not in calendar.resources)
    return [*found, *(Step(calendar.person, name, None, held[name]) for name in gone)]


def digest(data: bytes) -> str:
    """By which the bytes of a resource are known."""
    return sha256(data).hexdigest()[:32]


class Push:
    """Does the steps of calendars on one server, and remembers each when it is done."""

    def __init__(self, server: Server, journal: Journal, overwrites: bool = False) -> None:
        self._server = server
        self._journal = journal
        self._overwrites = overwrites

    def push(self, calendar: Calendar, steps: Sequence[Step]) -> Iterator[Result]:
        """Each step and what came of it; raises `PushError` where no more can be done."""
        if calendar.person not in self._journal.collections:
            self._make(calendar, calendar.path)
        path = self._journal.collections[calendar.person].path
        for step in steps:
            conflict = self._do(step, path)
            if conflict and conflict.key == "push.gone" and self._overwrites:
                self._make(calendar, path)
                again = steps_of(calendar, self._journal.collections[calendar.person])
                yield from (Result(one, self._do(one, path)) for one in again)
                return
            yield Result(step, conflict)
            if conflict and conflict.key == "push.gone":
                return

    def _make(self, calendar: Calendar, path: str) -> None:
        """The calendar, unless it is there: then it may be somebody's who shares it with us."""
        found = self._server.properties(path)
        if found.status == 404:
            made = self._server.make(path, calendar.title, calendar.zone)
            found = made if made.is_done else self._server.properties(path)
            if made.status in (404, 405) and not found.is_done:
                raise self._server.fault(made.status)
        elif not found.is_done:
            raise self._server.fault(found.status)
        elif CALENDAR not in found.kinds:
            raise PushError(say("push.folder", path=path), say("push.folder.hint"))
        if not found.is_done:
            raise self._server.fault(found.status)
        self._journal.tell_collection(calendar.person, path)

    def _do(self, step: Step, path: str) -> Message | None:
        """The reason of the conflict where there is one."""
        place = path + step.name
        if step.resource is None:
            return self._remove(step, place, step.held.etag if step.held else "")
        condition = {"If-Match": step.held.etag} if step.held else CREATE
        answer = self._server.put(place, step.resource.data, condition)
        if answer.status == 412:
            return self._contested(step, place)
        return self._written(step, place, answer)

    def _written(self, step: Step, place: str, answer: Answer) -> Message | None:
        if b"no-uid-conflict" in answer.body:
            return say("push.twice")
        if answer.status in (404, 409):
            return say("push.gone")
        if answer.status == 412:
            return say("push.edited")
        if not answer.is_done:
            raise self._server.fault(answer.status)
        # Servers that change what is put there give no ETag with the answer.
        self._hold(step, answer.etag or self._server.get(place).etag)
        return None

    def _contested(self, step: Step, place: str) -> Message | None:
        """Something else is there than we left; it may be ours, its answer having been lost."""
        theirs = self._server.get(place)
        if theirs.status == 404:
            if not self._overwrites:
                return say("push.removed")
            condition = CREATE
        elif not theirs.is_done:
            raise self._server.fault(theirs.status)
        elif step.resource and is_same(step.resource.data, theirs.body):
            self._hold(step, theirs.etag)
            return None
        elif not self._overwrites:
            return say("push.edited") if step.held else say("push.there")
        else:
            condition = {"If-Match": theirs.etag}
        data = step.resource.data if step.resource else b""
        return self._written(step, place, self._server.put(place, data, condition))

    def _remove(self, step: Step, place: str, etag: str) -> Message | None:
        answer = self._server.delete(place, etag)
        if answer.status == 412 and self._overwrites:
            answer = self._server.delete(place, self._server.get(place).etag)
        if answer.status == 412:
            return say("push.edited")
        if not answer.is_done and answer.status not in (404, 410):
            raise self._server.fault(answer.status)
        self._journal.tell(step.person, step.name, None)
        return None

    def _hold(self, step: Step, etag: str) -> None:
        if not etag:
            raise PushError(say("push.no_etag"), say("push.address.hint"))
        assert step.resource is not None
        self._journal.tell(step.person, step.name, Held(etag, digest(step.resource.data)))
