"""Workbooks as messy as those of organisers, each made by a script; no binary is kept.

Each module has `write`, which puts a mission into a folder and returns what `-m` takes, and
`UNDERSTOOD`, what a reader with the sheets in hand would say of it. Beside it stands the report of
doubts; `ITINERARY_UPDATE_GOLDENS=1` writes those anew.

- `city_hall`: merged dates and banners, a header on two lines, groups as headings, lines through
- `day_sheets`: a sheet for each day, and times in every way there is
- `formulas`: formulas without values and with errors, numbers as text, telephones
- `guests`: people as they are written and as they are meant
- `chamber`: English, with hidden sheets and a sheet of settings
- `camara`: Spanish, an OpenDocument file
- `macros`: an `.xlsm` whose sheets are called anything, and which goes on for thousands of rows
- `tour`: blanks that mean the same as above, and what ends them
- `several_files`: two workbooks and a `mission.toml` in a folder
"""
