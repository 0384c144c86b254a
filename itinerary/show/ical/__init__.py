"""iCalendar (RFC 5545): a calendar for each person and one for the mission, for any phone.

The only room that imports icalendar. An item becomes a VEVENT once; calendars are joins of
those bytes. No clock and no random id: the same mission gives the same bytes.

- `lines`: content lines: cleaned, escaped, folded
- `seasons`: the yearly pair of clock changes of a zone, checked against zoneinfo
- `zones`: VTIMEZONE, DTSTART and DTEND
- `details`: the texts of an item: SUMMARY, LOCATION, DESCRIPTION, CATEGORIES
- `events`: an item to the bytes of its VEVENT
- `calendars`: whose calendar holds which of them

What a client makes of a calendar, and what is therefore left out: no ORGANIZER, ATTENDEE or
METHOD (Outlook would ask to accept, Nextcloud would mail everyone); no VALARM, as the
mission's calendar would ring for everyone's items, and a phone adds its own; no RRULE: each
occurrence is an event with a UID of its own, so that one of them can move.
"""

from itinerary.show.ical.calendars import Calendars

__all__ = ["Calendars"]
