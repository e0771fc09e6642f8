"""Who votes on a case, of how many, how many have, and whether that is enough. Pure functions over rows already read.

A member who does not vote on a case counts in nothing of it, as if the council were smaller by one (decision 48).
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ..models import Case, CouncilSession, Recusal, Vote, VoteRule

_CENT = Decimal("0.01")


def share(part, whole):
    """A percentage to two places: 2 of 3 is 66.67, as rules write it."""
    return (Decimal(100 * part) / whole).quantize(_CENT, ROUND_HALF_UP) if whole else Decimal(0)


@dataclass(frozen=True)
class Quorum:
    """How many of the members are there; opinions in writing do not count for it."""

    present: int
    members: int
    percent: Decimal

    @property
    def share(self):
        return share(self.present, self.members)

    @property
    def is_met(self):
        return bool(self.members) and self.share >= self.percent


@dataclass(frozen=True)
class Line:
    """A case as it is counted."""

    case: Case
    recused: tuple  # of Recusal
    entitled: tuple  # of SessionMember: who votes on it
    whole: int  # of which the share is taken
    cast: int  # ballots handed in
    voted: frozenset = frozenset()  # ids of the members that did, in the browser

    @property
    def counted(self):
        return self.case.for_count + self.case.against_count + self.case.invalid_count

    @property
    def is_proven(self):
        """Every ballot was counted, and nothing else."""
        return self.counted == self.cast <= len(self.entitled)

    @property
    def missing(self):
        return len(self.entitled) - self.cast

    @property
    def share(self):
        return share(self.case.for_count, self.whole)

    @property
    def outcome(self):
        return Case.Outcome.PROPOSED if self.share >= self.case.percent else Case.Outcome.NOT_PROPOSED

    @property
    def whole_words(self):
        words = "thành viên Hội đồng" if self.case.denominator == VoteRule.Denominator.ALL else "thành viên biểu quyết"
        return f"{self.whole} {words}"


@dataclass(frozen=True)
class Sitting:
    """A session with everything that is counted in it."""

    session: CouncilSession
    members: tuple
    lines: tuple

    @property
    def quorum(self):
        percent = max((line.case.quorum for line in self.lines), default=VoteRule.TWO_THIRDS)
        return Quorum(sum(member.is_present for member in self.members), len(self.members), percent)

    @property
    def titles(self):
        """The lines by title, in the order of the agenda, with a number through all."""
        groups = {}
        for number, line in enumerate(self.lines, 1):
            groups.setdefault(line.case.nomination.title, []).append((number, line))
        return list(groups.items())

    @property
    def missing(self):
        return sum(line.missing for line in self.lines)

    @property
    def on_paper(self):
        return any(line.case.on_paper for line in self.lines)

    @property
    def absent(self):
        return [member for member in self.members if not member.is_present]

    @property
    def waiting(self):
        """Who still has ballots to hand in, and how many."""
        left = {}
        for line in self.lines:
            for member in line.entitled:
                if member.pk not in line.voted:
                    left.setdefault(member, []).append(line)
        return [(member, len(lines)) for member, lines in left.items()]

    @property
    def without_account(self):
        """Who would vote and has no account to do it with."""
        voters = {member.pk: member for line in self.lines for member in line.entitled}
        return [member for member in voters.values() if not member.user_id]


def sitting(session):
    """Read it in five queries, however many sit in it and however long the agenda."""
    members = tuple(session.members.select_related("user", "nominee", "heads"))
    cases = session.cases.select_related("nomination__title", "nomination__nominee", "nomination__unit")
    recusals = _by_case(Recusal.objects.select_related("member").filter(case__session=session))
    votes = _by_case(Vote.objects.filter(case__session=session))
    return Sitting(
        session,
        members,
        tuple(_line(case, members, recusals.get(case.pk, ()), votes.get(case.pk, ())) for case in cases),
    )


def _by_case(rows):
    found = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found


def _line(case, members, recusals, votes):
    out = {recusal.member_id for recusal in recusals}
    left = [member for member in members if member.pk not in out]
    entitled = tuple(member for member in left if is_entitled(member, case))
    whole = len(left if case.denominator == VoteRule.Denominator.ALL else entitled)
    voted = frozenset(vote.member_id for vote in votes)
    cast = case.for_count + case.against_count + case.invalid_count if case.on_paper else len(voted)
    return Line(case, tuple(recusals), entitled, whole, cast, voted)


def is_entitled(member, case):
    """There, or with an opinion in writing where the rule counts it."""
    return member.is_present or (member.sends_opinion and case.counts_written)
