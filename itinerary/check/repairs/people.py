"""A colleague in someone's place; else the item without those who cannot come."""

from collections.abc import Iterator
from itertools import islice

from itinerary.check.repairs.changes import without
from itinerary.check.repairs.scenes import Candidate, Scene
from itinerary.check.wording import item as titled
from itinerary.check.wording import people as named
from itinerary.problems import say
from itinerary.timetable import Item

MOST = 4
"""Colleagues that are worth a trial, and people who may be replaced or left out at once."""
_ABOUT_THINGS = frozenset({"venue", "table", "closed", "outside", "resource", "language"})
"""Rules that no absence of a person satisfies."""


def colleagues(scene: Scene) -> Iterator[Candidate]:
    """Someone of the same organisation who is free, the lowest in protocol first."""
    if len(scene.people) != 1 or scene.problem.code in _ABOUT_THINGS:
        return
    (person,) = scene.people
    for item in scene.items:
        if item.is_stay and person in item.required:
            for colleague in islice(_free_colleagues(scene, person, item), MOST):
                change = without(scene.mission, item, (person,), colleague)
                if change and change.is_writable:
                    names = scene.mission.people
                    said = say(
                        "repair.colleague", colleague=names[colleague].name,
                        person=names[person].name, item=titled(item),
                    )  # fmt: skip
                    told = frozenset({person, colleague})
                    yield Candidate(said, change, item.id, told)


def _free_colleagues(scene: Scene, person: str, item: Item) -> Iterator[str]:
    own = scene.mission.people[person]
    for other in reversed([*scene.mission.protocol_order]):
        known = scene.mission.people[other]
        is_colleague = bool(own.organisation) and known.organisation == own.organisation
        is_another = not known.stands_for and other not in item.people
        if is_colleague and is_another and scene.is_free((other,), item.span, item):
            yield other


def leaving_out(scene: Scene) -> Iterator[Candidate]:
    """Each of the items without those concerned, if they are few."""
    if len(scene.people) > MOST or scene.problem.code in _ABOUT_THINGS:
        return
    for item in scene.items:
        concerned = [person for person in scene.people if person in item.people]
        change = without(scene.mission, item, concerned)
        if change and change.is_writable:
            said = say("repair.without", people=named(scene.mission, concerned), item=titled(item))
            yield Candidate(said, change, item.id, frozenset(concerned), left_out=len(concerned))
