"""One wrong cell of a repetition is one problem, not one a day."""

from tests.check.findings import found


def test_every_day_of_a_repetition() -> None:
    problems = found("""
        people
        id,name
        ann,Ann

        venues
        id,name,opens
        hall,Hall,9:00

        events
        id,title,date,start,end,venue,who,repeat
        coffee,Coffee,2017-11-06,8:30,8:45,hall,ann,daily
        tea,Tea,2017-11-06,8:00,8:15,hall,ann,
    """)
    assert [(p.at, p.sentence, p.people, p.items) for p in problems] == [
        (
            ("events.csv:2 start", "venues.csv:2 opens"),
            '"Coffee" (Mon 6 Nov 08:30), until 08:45, is outside the hours of Hall, 09:00 to 24:00,'
            " and 4 more times",
            ("ann",),
            tuple(f"event:coffee@2017-11-{day:02}" for day in range(6, 11)),
        ),
        (
            ("events.csv:3 start", "venues.csv:2 opens"),
            '"Tea" (Mon 6 Nov 08:00), until 08:15, is outside the hours of Hall, 09:00 to 24:00',
            ("ann",),
            ("event:tea",),
        ),
    ]
