"""Deeds on the content of a draft: every change an editor makes, with its event. Views and commands call these.

`locking` holds what all deeds share, `items`, `sections` and `head` the deeds, `undoing` brings back what was deleted.
"""
