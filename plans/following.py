"""What other apps do when a document is issued or revoked, and where its page leads: added in AppConfig.ready.

So a decision writes its awards in the transaction that issues it, and plans knows nothing of awards.
"""

_AFTER_ISSUE, _AFTER_REVOCATION, _LINKS = [], [], []


def after_issue(deed):
    """`deed(plan, by=…)` is called with the document as issued, number and day in it; what it raises undoes all."""
    _AFTER_ISSUE.append(deed)
    return deed


def after_revocation(deed):
    """`deed(plan, by=…, because=…)` is called when a document that had left the office is revoked."""
    _AFTER_REVOCATION.append(deed)
    return deed


def links(of):
    """`of(plan, user)` gives (words, address) of pages that the page of the document leads to."""
    _LINKS.append(of)
    return of


def links_of(plan, user):
    return [link for of in _LINKS for link in of(plan, user)]


def follow_issue(plan, *, by):
    for deed in _AFTER_ISSUE:
        deed(plan, by=by)


def follow_revocation(plan, *, by, because):
    for deed in _AFTER_REVOCATION:
        deed(plan, by=by, because=because)
