"""What the program is measured against: khal over one calendar, icalendar from scratch."""

from pathlib import Path

import icalendar

KHAL = """
[calendars]
[[bench]]
path = {vdir}
type = calendar
[locale]
local_timezone = America/New_York
default_timezone = America/New_York
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {cache}
[default]
default_calendar = bench
"""


def khal_setup(folder: Path, calendar: bytes) -> Path:
    """A configuration of khal over a folder of the calendar's events, one to a file."""
    vdir = folder / "vdir"
    vdir.mkdir()
    parsed = icalendar.Calendar.from_ical(calendar)
    zones = parsed.walk("VTIMEZONE")
    for number, event in enumerate(parsed.walk("VEVENT")):
        single = icalendar.Calendar()
        single.add("version", "2.0")
        single.add("prodid", "-//bench//EN")
        for component in (*zones, event):
            single.add_component(component)
        (vdir / f"{number}.ics").write_bytes(single.to_ical())
    config = folder / "khal.conf"
    config.write_text(KHAL.format(vdir=vdir, cache=folder / "khal.db"))
    return config
