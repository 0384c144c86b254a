"""A timetable, or problems, drawn: nothing is computed here that another output could contradict.

- `cards`: what an entry says to a reader, in one language; every drawing of an agenda uses it
- `lines`: text cut to a width, for a terminal or a pipe
- `agenda_text`, `agenda_markdown`, `agenda_json`: a person's timetable
- `next_text`, `day_text`: a person's next item; the whole delegation's day
- `problems_text`, `problems_tables`: the conflict report
- `lists`: who is at an event
- `ical`: calendars
"""
