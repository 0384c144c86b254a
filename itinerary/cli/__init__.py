"""The commands: each parses, calls, prints and chooses an exit code.

Exit 0: nothing wrong. 1: problems of severity error. 2: the command or the input cannot be
used. Results go to standard output, problems and progress to standard error.

Imports inside functions are of three kinds: what only one command needs (calendars, reports),
what only a terminal needs (rich), and what only a failure needs. All else is at the top.

- `app`: the program and its global options
- `opened`: finding and loading the mission
- `finding`: a person or an event by an approximate name, and shell completion
- `when`: dates and times as they are typed
- `output`: the consoles
- `selected`, `report`: what of a conflict report is wanted, and its forms
- `planned_if`, `planned`, `plan_output`, `explained`: what is planned, judged, written, told
- `plan_progress`, `progress`: what a terminal shows meanwhile
- `import_flags`, `import_sources`, `import_calendars`: what is to be imported
- `imported`, `import_output`: what it comes to
- `begun`: what a new mission begins with
- `workbook`: a mission as a workbook
- `earlier`, `since`, `compared`: another state of the mission, and what is different
- `messages`: what is different from what was published, to be sent
- `invited`, `replied`: invitations by mail, and what is answered
- `agenda`, `day`, `check`, `diff`, `changes`, `plan`, `rules`, `lists`, `export`, `start`,
  `schema`, `invite`, `replies`, `importing`: the commands
"""
