"""An issued plan is never changed: a new plan amends or replaces it.

`beginning` makes the new draft, `paper` its document that lists what changed, `telling` names the units concerned.
"""
