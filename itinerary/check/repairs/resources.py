"""Another interpreter or vehicle, or one where none was thought of."""

from collections.abc import Iterator
from itertools import islice

from itinerary.check.repairs.changes import equipped
from itinerary.check.repairs.scenes import Candidate, Scene
from itinerary.check.wording import item as titled
from itinerary.model import Resource
from itinerary.problems import say
from itinerary.times import covers, overlap
from itinerary.timetable import Item

MOST = 5
"""Resources of one item that are worth a trial."""


def other_resources(scene: Scene) -> Iterator[Candidate]:
    """What is needed twice at once replaced by its like; an interpreter where one is missing."""
    if scene.problem.code == "language":
        for item in scene.items:
            yield from _with_interpreter(scene, item)
    for name in scene.problem.items:
        kind, _, identity = name.partition(":")
        if kind == "resource" and identity in scene.mission.resources:
            for item in scene.items:
                yield from _with_another(scene, item, scene.mission.resources[identity])


def _with_another(scene: Scene, item: Item, old: Resource) -> Iterator[Candidate]:
    for new in islice(_like(scene, item, old), MOST):
        kept = tuple(new.id if name == old.id else name for name in item.resources)
        change = equipped(item, kept)
        if change and change.is_writable:
            said = say("repair.instead", new=new.name, old=old.name, item=titled(item))
            yield Candidate(said, change, item.id, frozenset())


def _like(scene: Scene, item: Item, old: Resource) -> Iterator[Resource]:
    """Interpreters of the same languages, or vehicles, that are free; kit has no like."""
    for new in scene.mission.resources.values():
        is_like = new.kind == old.kind and old.kind in ("interpreter", "vehicle")
        speaks = set(old.languages) <= set(new.languages)
        if is_like and speaks and new.id not in item.resources and _is_free(scene, item, new):
            yield new


def _with_interpreter(scene: Scene, item: Item) -> Iterator[Candidate]:
    interpreters = (r for r in scene.mission.resources.values() if r.kind == "interpreter")
    free = (r for r in interpreters if r.id not in item.resources and _is_free(scene, item, r))
    for new in free:
        change = equipped(item, (*item.resources, new.id))
        if change and change.is_writable:
            said = say("repair.interpreter", new=new.name, item=titled(item))
            yield Candidate(said, change, item.id, frozenset())


def _is_free(scene: Scene, item: Item, resource: Resource) -> bool:
    if resource.available and not any(covers(span, item.span) for span in resource.available):
        return False
    return not any(
        overlap(other.span, item.span)
        for other in scene.timetable.items
        if resource.id in other.resources and other is not item
    )
