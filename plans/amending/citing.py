"""How one plan is named in the text of another, and what an amendment says of the plan it amends."""

from thiduakhenthuong.official.wording import date_text, number_text

LONGEST_SUBJECT = 500


def cited(plan):
    """ "Kế hoạch số 249/KH-UBND ngày 21 tháng 12 năm 2023": enough where it was named in full before."""
    number = number_text(plan.number, plan.symbol)
    return f"{plan.doc_type.capitalize()} số {number} {date_text(plan.day, plan.month, plan.signed_year)}"


def cited_in_full(plan):
    """The same with who issued it and about what: "… của Ủy ban nhân dân quận Cái Răng về triển khai công tác …"."""
    return f"{cited(plan)} của {plan.issuer.name} về {_after_about(plan.subject)}"


def _after_about(subject):
    """A subject as it goes on after "về": a first word that is no name in small letters."""
    subject = " ".join(subject.split())
    for said in ("Về việc ", "về việc "):
        subject = subject.removeprefix(said)
    first = subject.split(" ")[0]
    return subject[:1].lower() + subject[1:] if first.capitalize() == first else subject


def first_of(plan):
    """The plan that all amendments since go back to."""
    while plan.amends_id:
        plan = plan.amends
    return plan


def subject_of_amendment(plan):
    """The subject of a plan that amends `plan`."""
    subject = f"Điều chỉnh, bổ sung {cited_in_full(first_of(plan))}"
    if len(subject) <= LONGEST_SUBJECT:
        return subject
    return f"Điều chỉnh, bổ sung {cited(first_of(plan))} của {plan.issuer.name}"


def words_of_amendment(plan):
    """What stands before the list of changes: the basis, and why; a line each, for an editor to go on with."""
    first = first_of(plan)
    since = f", đã được điều chỉnh, bổ sung tại {cited(plan)}" if plan.amends_id else ""
    return (
        f"Căn cứ {cited_in_full(first)}{since};\n"
        f"Để phù hợp với tình hình thực tế, {plan.issuer.name} điều chỉnh, bổ sung một số nội dung của {cited(first)} "
        "như sau:"
    )


def words_of_replacement(plan):
    """What a plan says of the one it replaces."""
    return f"{plan.doc_type.capitalize()} này thay thế {cited_in_full(plan)}."
