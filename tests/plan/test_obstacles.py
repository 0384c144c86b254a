"""The planner's margins around journeys are those of the rule that judges its plans."""

from itinerary.check import thresholds
from itinerary.check.late_leg import TRAIN_MINUTES as JUDGED_TRAIN_MINUTES
from itinerary.check.late_leg import late_leg
from itinerary.plan.obstacles import MARGINS, TRAIN_MINUTES


def test_margins_are_those_of_late_leg() -> None:
    judged = thresholds(late_leg)
    assert {name: judged[name] for name in MARGINS} == MARGINS
    assert judged.keys() - MARGINS.keys() == {"connection_minutes"}  # from flight to flight
    assert TRAIN_MINUTES == JUDGED_TRAIN_MINUTES
