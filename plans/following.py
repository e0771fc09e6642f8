"""What other apps do in the transaction that issues or revokes a document: each adds its function in AppConfig.ready.

So a decision writes its awards when it is issued, and plans knows nothing of awards.
"""

_AFTER_ISSUE, _AFTER_REVOCATION = [], []


def after_issue(deed):
    """`deed(plan, by=…)` is called with the document as issued, number and day in it; what it raises undoes all."""
    _AFTER_ISSUE.append(deed)
    return deed


def after_revocation(deed):
    """`deed(plan, by=…, because=…)` is called when a document that had left the office is revoked."""
    _AFTER_REVOCATION.append(deed)
    return deed


def follow_issue(plan, *, by):
    for deed in _AFTER_ISSUE:
        deed(plan, by=by)


def follow_revocation(plan, *, by, because):
    for deed in _AFTER_REVOCATION:
        deed(plan, by=by, because=because)
