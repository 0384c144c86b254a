"""Foreign files to tables of ours, and what several of them say put together.

- `sniffing`: which kind of file it is
- `imported`: what a file comes to, and what it may bring at most
- `schedule_xml`, `schedule_json`: the schedule of a conference, in its own words
- `schedule`, `schedule_tables`, `speakers`, `talk_times`: the schedule as tables
- `calendar`: a calendar as absences or as events
- `content_lines`, `calendar_values`, `calendar_zones`, `occurrences`: what is in a calendar
- `absences`, `entries`: what becomes of it
- `texts`, `stamps`, `short_ids`: foreign texts, times and ids as cells
- `received`, `row_ids`, `row_keys`: rows made fit for a file, with ids that stay the same
- `merging`: what several sources say put together; `row_changes`: what an import changes
- `books`: workbooks, and CSV files laid out as sheets are
- `frames`: what `mission.toml` is to say; `folder_tables`: the tables a folder has
"""
