"""iCalendar (RFC 5545): a calendar for each person and one for the mission, for any phone.

The only room that imports icalendar. An item becomes a VEVENT once, to which a person's way
there is added; calendars are joins of those bytes. No clock and no random id: the same mission,
and the same record of what was sent, give the same bytes.

- `style`: what was asked for: alarms, travel, UTC, nothing but when
- `lines`: content lines: cleaned, escaped, folded
- `seasons`: the yearly pair of clock changes of a zone, checked against zoneinfo
- `zones`: VTIMEZONE, DTSTART and DTEND
- `details`: the texts of an item: SUMMARY, LOCATION, DESCRIPTION, CATEGORIES
- `drawn`: a VEVENT as bytes; UIDs and pins
- `ways`: when to leave, the alarm, the way as an event
- `events`: an item, the mission, or what is cancelled, to the bytes of its VEVENT
- `calendars`: whose calendar holds which of them

What a client makes of a calendar, and what is therefore left out: no ORGANIZER, ATTENDEE or
METHOD (Outlook would ask to accept, Nextcloud would mail everyone); no VALARM unless asked for
and none in the mission's own calendar, as no phone can be relied on to keep one of a feed; no
RRULE: each occurrence is an event with a UID of its own, so that one of them can move. CLASS is
written only for what is `private`: Google, Outlook and Nextcloud then hide it from those one
shares a calendar with; CONFIDENTIAL is only a label in Outlook.
"""

from itinerary.show.ical.calendars import Calendars
from itinerary.show.ical.style import PLAIN, Alarm, Style, Travel

__all__ = ["PLAIN", "Alarm", "Calendars", "Style", "Travel"]
