"""A unit's nominations as a spreadsheet, or as rows copied from one: looked through before anything is saved."""
