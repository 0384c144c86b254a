"""Workbooks as people keep them, read into the tables that files of text would give.

- `store`: a mission in one workbook, or workbooks that are the tables of a folder
- `sheets`: the sheets of a file; `panics`: where their reader fails
- `archive`, `parts`, `opendocument`: what is too large to be read; marks that the reader leaves out
- `marks`, `cells`: struck, merged and computed cells; values as text
- `heads`: which table a sheet is, and where its header stands
- `frame`, `settings`: the mission's days and settings
- `layout`, `strikes`: banners, blanks and lines through rows; `notes`: what is said of them
- `tables`: the sheets of a table together
- `edits`: a workbook as it would be with some cells written anew
"""
