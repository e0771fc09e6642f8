"""How a plan words who does an item. Knows no model: pairs of role and name, from a draft or from assignments."""

from .kinds import AssignmentRole


def units_words(named):
    """The cell of the units column for `named`, pairs (role, name) in order.

    >>> units_words([("lead", "Sở Nội vụ"), ("coordinating", "Sở Tài chính"), ("coordinating", "Báo Cần Thơ")])
    'Sở Nội vụ chủ trì phối hợp với Sở Tài chính và Báo Cần Thơ'
    """
    leads = [name for role, name in named if role == AssignmentRole.LEAD]
    helpers = [name for role, name in named if role == AssignmentRole.COORDINATING]
    lines = [f"- {name}" for role, name in named if role == AssignmentRole.RESPONSIBLE]
    if leads and helpers:
        lines.insert(0, f"{enumeration(leads)} chủ trì phối hợp với {enumeration(helpers)}")
    elif leads:
        lines.insert(0, f"{enumeration(leads)} chủ trì")
    elif helpers:
        lines.append(f"phối hợp: {enumeration(helpers)}")
    return "\n".join(lines)


def enumeration(names):
    """ "A", "A và B", "A, B và C"."""
    return " và ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
