"""Trees of witnesses: who took a text from whom, worked out from what the copies read.

Comes in: a table of readings, dates, stated sources. Goes out: a `Stemma`. The stages are files of their own:
`characters` turns the table into characters (an omission is one, however long), `costs` says what each change weighs,
`start` and `search` find the tree of least cost, `root` says which way its links run, `parents` who has two sources,
`support` how much hangs on few readings, `find` calls them in that order.
"""
