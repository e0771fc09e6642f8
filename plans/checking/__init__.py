"""Checks on the text of a plan: what is missing, contradicts itself, or was valid once and is no longer.

`rules` lists the checks, one subject a file, pure functions on a PlanDraft; `passages` are the texts they read.
`facts` asks the database what the rules need to know, `findings` checks a stored plan, `mending` puts a mend in place.
"""
