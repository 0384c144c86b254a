"""Meeting requests to a plan, with OR-Tools CP-SAT, which no other room imports.

- `result`: what planning comes to, as values
- `steps`: the grid of time, and sets of its steps as masks
- `obstacles`, `board`: who and what is free when, and where each request could be
- `pins`: pinned meetings that clash
- `puzzle`, `constraints`, `stages`: the same as a constraint problem, its hard constraints, and
  what is minimised (`gaps` for the most part); `formula` is its text, `solver` the one door to
  OR-Tools
- `sketch`, `search`, `large`, `bounds`: a first plan, the best plan, that of a large mission
- `measures`: what a plan comes to, counted from the plan itself
- `seats`: tables
- `reasons`, `relaxations`, `explain`: why a meeting has no place, and what would give it one
- `planner`: all of it, in order

Importing it imports no OR-Tools; planning does.
"""

from itinerary.plan.explain import explain
from itinerary.plan.planner import Wanted, plan
from itinerary.plan.result import Explanation, Placement, Plan, Progress, planned
from itinerary.plan.search import Effort

__all__ = [
    "Effort",
    "Explanation",
    "Placement",
    "Plan",
    "Progress",
    "Wanted",
    "explain",
    "plan",
    "planned",
]
