"""The meetings of a large table, by column: a fair has a million, and hardly one is looked at."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence, ValuesView
from functools import cached_property
from typing import Any, overload

from itinerary.model import Meeting
from itinerary.model.origins import Columns, Origin


class Origins(Sequence[Origin]):
    """Rows of one table; each origin is made when it is asked for."""

    def __init__(self, columns: Columns, rows: Sequence[int]) -> None:
        self._columns = columns
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, number: int) -> Origin: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Origin]: ...

    def __getitem__(self, number: int | slice) -> Origin | Sequence[Origin]:
        if isinstance(number, slice):
            return Origins(self._columns, self._rows[number])
        return Origin(self._columns, self._rows[number])


class Meetings(Mapping[str, Meeting]):
    """Meetings by id, in order. A record is made when it is asked for."""

    def __init__(self, columns: Sequence[Sequence[Any]]) -> None:
        """Takes a column for each field of `Meeting`."""
        self._columns = columns
        self._ids: Sequence[str] = columns[0]

    @classmethod
    def of(cls, meetings: Mapping[str, Meeting]) -> "Meetings":
        """The same meetings, by column."""
        if isinstance(meetings, cls):
            return meetings
        records = meetings.values()
        return cls([*zip(*records, strict=True)] if records else [()] * len(Meeting._fields))

    def column(self, field: str) -> Sequence[Any]:
        """What a field is in each meeting."""
        return self._columns[Meeting._fields.index(field)]

    def record(self, number: int) -> Meeting:
        """The meeting of that place, counted from 0."""
        return Meeting(*(column[number] for column in self._columns))

    def where(self, is_wanted: Callable[..., bool], *fields: str) -> Iterator[Meeting]:
        """The meetings of which some fields are as wanted."""
        wanted = map(is_wanted, *map(self.column, fields))
        return (self.record(number) for number, is_one in enumerate(wanted) if is_one)

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __contains__(self, identity: object) -> bool:
        return identity in self._numbers

    def __getitem__(self, identity: str) -> Meeting:
        return self.record(self._numbers[identity])

    def values(self) -> ValuesView[Meeting]:
        return self._records.values()

    def items(self) -> ItemsView[str, Meeting]:
        return self._records.items()

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {identity: number for number, identity in enumerate(self._ids)}

    @cached_property
    def _records(self) -> Mapping[str, Meeting]:
        """All at once; who asks for all asks again."""
        records = map(Meeting, *self._columns)
        return dict(zip(self._ids, records, strict=True))
