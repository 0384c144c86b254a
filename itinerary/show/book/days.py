"""A sheet for each day: times down, places across, what is on in between."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import groupby

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from itinerary.locale import Words
from itinerary.model import Event, Mission
from itinerary.show.book.cells import fitting
from itinerary.show.book.grids import ON_THE_WAY, Block, Grid, day_grids
from itinerary.show.book.pages import GREY, Pages, height, split
from itinerary.show.cards import Cards
from itinerary.times import local, written_clock
from itinerary.timetable import Item, Timetable

_HEAD = 1
"""The row of the header, below the title."""
_TIME, _LANE = 11, 24
"""Widths in characters."""
_LINE, _LOW, _HIGH = 12.0, 26.0, 120.0
"""Heights in points: of a line, and of the rows between two marks."""
_FAINT = "#D9D9D9"
_NAMES = 3
_LONGEST = 400
"""Characters of a title."""
_KINDS = ("#BDD7EE", "#F8CBAD", "#C6E0B4", "#FFE699", "#D9C3E8", "#B7E1DC", "#F4B6C2", "#DDD9C4")
_OTHERS = {"meeting": "#E2EFDA", "journey": "#D0CECE", "transfer": "#EDEDED"}


def draw_days(pages: Pages, timetable: Timetable, words: Words) -> None:
    """In order."""
    mission = timetable.mission
    kinds = dict.fromkeys(e.kind for e in mission.events.values() if e.kind)
    colours = {kind: _KINDS[n % len(_KINDS)] for n, kind in enumerate(kinds)}
    for grid in day_grids(timetable):
        _Day(pages, mission, words, colours).draw(grid)


class _Day:
    """Draws one day."""

    def __init__(
        self, pages: Pages, mission: Mission, words: Words, colours: Mapping[str, str]
    ) -> None:
        self._pages = pages
        self._mission = mission
        self._words = words
        self._cards = Cards(mission, words)
        self._colours = colours

    def draw(self, grid: Grid) -> None:
        """The whole sheet."""
        words = self._words
        zone = self._mission.zone
        title = words.text("sheet.day", day=words.long_day(grid.day), zone=zone)
        sheet = self._pages.draw(words.day(grid.day), title)
        sheet.hide_gridlines(2)
        sheet.write_string(_HEAD, 0, words.text("sheet.time"), self._pages.head())
        sheet.set_column(0, 0, _TIME)
        sheet.set_column(1, len(grid.lanes), _LANE)
        self._places(sheet, grid)
        line = self._pages.look(top=1, top_color=_FAINT, font_color=GREY)
        for row, (at, high) in enumerate(zip(grid.marks, self._heights(grid), strict=False), 2):
            sheet.set_row(row, high, line)
            sheet.write_string(row, 0, self._clock(at, grid.day), line)
        for column, lane in enumerate(grid.lanes, 1):
            for block in lane.blocks:
                self._block(sheet, column, block)
        self._legend(sheet, _HEAD + 1 + len(grid.marks), grid)
        sheet.freeze_panes(_HEAD + 1, 1)
        sheet.repeat_rows(_HEAD)
        split(sheet, _TIME + _LANE * len(grid.lanes))

    def _legend(self, sheet: Worksheet, row: int, grid: Grid) -> None:
        """The kinds of the day, each in its colour."""
        items = (item for lane in grid.lanes for block in lane.blocks for item in block.items)
        kinds = dict.fromkeys((_kind(item), self._colour(item)) for item in items)
        for column, (kind, colour) in enumerate(sorted(kinds), 1):
            sheet.write_string(row, column, fitting(kind), self._pages.look(bg_color=colour))

    def _places(self, sheet: Worksheet, grid: Grid) -> None:
        """A header for each place, over all of its columns."""
        head, column = self._pages.head(), 1
        names = [self._place(lane.place) for lane in grid.lanes]
        sheet.set_row(_HEAD, height(names, [_LANE - 2] * len(names)))
        for place, lanes in groupby(grid.lanes, key=lambda lane: lane.place):
            count = len([*lanes])
            self._merge(sheet, (_HEAD, column, _HEAD, column + count - 1), self._place(place), head)
            column += count

    def _place(self, place: str) -> str:
        if not place:
            return self._words.text("sheet.nowhere")
        if place == ON_THE_WAY:
            return self._words.text("sheet.way")
        known = self._mission.venues.get(place)
        return known.name if known else place

    def _clock(self, at: datetime, day: date) -> str:
        days = (local(at, self._mission.zone).date() - day).days
        clock = written_clock(at, self._mission.zone)
        return f"{clock} {days:+d}" if days else clock

    def _heights(self, grid: Grid) -> list[float]:
        """High enough that every text fits in its rows."""
        heights = [_LOW] * (len(grid.marks) - 1)
        blocks = sorted((b for lane in grid.lanes for b in lane.blocks), key=lambda b: b.last)
        for block in blocks:
            needed = min(height([self._text(block)], [_LANE], _LINE) + 4, _HIGH)
            there = sum(heights[block.first : block.last])
            if there < needed and heights:
                heights[block.last - 1] += needed - there
        return heights

    def _block(self, sheet: Worksheet, column: int, block: Block) -> None:
        rows = _HEAD + 1 + block.first, _HEAD + block.last
        item = block.items[0]
        is_draft = getattr(item.record, "status", "") == "draft"
        look = self._pages.look(
            bg_color=self._colour(item), border=1, border_color=GREY, text_wrap=True, font_size=9,
            italic=is_draft,
        )  # fmt: skip
        self._merge(sheet, (rows[0], column, rows[1], column), self._text(block), look)

    def _merge(
        self, sheet: Worksheet, area: tuple[int, int, int, int], text: str, look: Format
    ) -> None:
        """A single cell cannot be merged."""
        top, left, bottom, right = area
        if (top, left) == (bottom, right):
            sheet.write_string(top, left, fitting(text), look)
        else:
            sheet.merge_range(top, left, bottom, right, fitting(text), look)

    def _colour(self, item: Item) -> str:
        return _OTHERS.get(item.kind) or self._colours.get(_kind(item), "#FFFFFF")

    def _text(self, block: Block) -> str:
        """Title, clocks and people; of meetings that are held together how many there are."""
        start, end, *_ = self._cards.clocks(block.items[0])
        return "\n".join(filter(None, (*self._titles(block), f"{start}–{end}", self._who(block))))

    def _titles(self, block: Block) -> Iterator[str]:
        first, count = block.items[0], len(block.items)
        if first.kind == "meeting" and count > 1:
            yield self._words.text("day.meetings", n=count)
            return
        yield ", ".join(item.title for item in block.items)[:_LONGEST]
        if not first.is_stay:
            yield " → ".join(self._place(p) for p in (first.place, first.end_place) if p)

    def _who(self, block: Block) -> str:
        people = list(dict.fromkeys(p for item in block.items for p in item.people))
        if 0 < len(people) <= _NAMES:
            return ", ".join(self._mission.people[person].name for person in people)
        return self._words.text("day.people", n=len(people)) if people else ""


def _kind(item: Item) -> str:
    """What people call it; what has no kind of its own is one of ours."""
    return (item.record.kind if isinstance(item.record, Event) else "") or item.kind
