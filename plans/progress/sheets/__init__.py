"""The tasks of a unit as a spreadsheet that is filled in and comes back (decision 41)."""
