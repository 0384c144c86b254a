"""What leaves the house: files the program owns, written whole or not at all.

- `pack`: the files of an export, made before any is written
- `folder`: an output folder, its files and the list of those that are ours
- `import_folder`, `import_ledger`, `mission_toml`: a mission's folder that imports write
- `new_file`: a new file for people to edit
- `book_file`: a workbook that was drawn, never over one that people have saved
- `plan_file`: `plan.csv` in the mission's folder, and the plan before it
- `publication`: calendars and pages for a server to show, in an order that may end at any point;
  `drafts`: what it comes to; `feeds`: its files; `feed_folder`: where they go; `paths`: whose
- `ledger`: what each calendar has said; `state`: the folder it is kept in; `mission_copy`: the
  mission as it was published
- `mail`: invitations, by file or by `mail_server`; `mail_due`: for whom; `mail_book`: which have
  left; `mail_message`, `mail_address`: what is in one
- `replies`: answers out of files of all kinds; `replies_matched`: to whom and what they belong
- `caldav_push`: calendars to a CalDAV server, step by step; `caldav_calendars` says what is to
  be there, `caldav_resources` how, `caldav_server` asks, `caldav_journal` remembers,
  `caldav_address` judges where
"""

from itinerary.publish.folder import FolderError, create_folder, write_folder

__all__ = ["FolderError", "create_folder", "write_folder"]
