// What ical.js (Thunderbird, Nextcloud) reads in the calendars whose paths come on stdin, as JSON.
// Its module comes as the first argument.
import { readFileSync } from "node:fs";

const { default: ICAL } = await import(process.argv[2]);

function seen(component) {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    start: event.startDate.toUnixTime(),
    end: event.endDate.toUnixTime(),
    summary: event.summary,
    location: event.location ?? "",
    description: event.description ?? "",
  };
}

const calendars = JSON.parse(readFileSync(0, "utf8")).map((path) =>
  new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")))
    .getAllSubcomponents("vevent")
    .filter((component) => !component.getFirstPropertyValue("dtstart").isDate)
    .map(seen),
);
process.stdout.write(JSON.stringify(calendars));
