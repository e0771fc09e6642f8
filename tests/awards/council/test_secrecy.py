"""A secret ballot cannot be linked to its member: order, time, ids, sequence carry nothing; the count proves it."""

import logging
from itertools import permutations
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import Client

from awards.models import Case, SessionEvent, Vote
from tests.awards.council.making import Council
from tests.awards.council.test_voting import close, vote

pytestmark = pytest.mark.django_db
CHOICES = ("for", "for", "against", "for", "against")


@pytest.fixture
def council():
    council = Council(cases=1)
    council.open()
    return council


def everything():
    """All rows of all tables. Of a vote the random key is left out, it is drawn anew each time."""
    tables = {model._meta.label: model for model in apps.get_models(include_auto_created=True)}
    rows = {label: [_plain(row) for row in model.objects.order_by("pk").values()] for label, model in tables.items()}
    rows["awards.Vote"] = sorted(str({k: v for k, v in row.items() if k != "id"}) for row in rows["awards.Vote"])
    return rows


def _plain(row):
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}


def signed_in(council):
    """A client for each member, who looked at the ballot before."""
    clients = [Client() for _ in council.members]
    for client, member in zip(clients, council.members, strict=True):
        client.force_login(member.user)
        client.get(f"{council.url}phieu/")
    return clients


def after_voting(council, clients, order, choices):
    """The content of the database after the members voted so, in that order; then it is as if they had not."""
    with transaction.atomic():
        for place in order:
            sent = {f"p-{council.cases[0].pk}": choices[place]}
            assert clients[place].post(f"{council.url}phieu/", sent).status_code == 302
        found = everything()
        transaction.set_rollback(True)
    return found


def test_whoever_voted_what_in_whatever_order_the_database_is_the_same(council):
    clients, order = signed_in(council), range(len(CHOICES))
    first = after_voting(council, clients, order, CHOICES)
    for choices in sorted(set(permutations(CHOICES))):
        assert after_voting(council, clients, order, choices) == first
    for other in ((4, 3, 2, 1, 0), (2, 0, 4, 1, 3)):
        assert after_voting(council, clients, other, CHOICES) == first
    assert after_voting(council, clients, order, ("for",) * 5) != first  # the totals tell, and nothing else does


def test_a_ballot_changes_the_totals_and_adds_the_mark_and_nothing_else(council):
    clients, before = signed_in(council), everything()
    after = after_voting(council, clients, [0], ("against",))
    changed = [label for label in before if before[label] != after[label]]
    assert changed == ["awards.Case", "awards.Vote"]
    differing = [k for k, v in after["awards.Case"][0].items() if v != before["awards.Case"][0][k]]
    assert differing == ["against_count"]
    assert "against" not in str(after["awards.Vote"])


def test_a_vote_has_no_time_no_sequence_and_no_choice(client, council):
    for member, choice in zip(council.members, CHOICES, strict=True):
        vote(client, council, member, choice)
    assert {field.name for field in Vote._meta.concrete_fields} == {"id", "case", "member", "choice"}
    assert {(type(mark.id), mark.id.version, mark.choice) for mark in Vote.objects.all()} == {(UUID, 4, "")}
    assert not SessionEvent.objects.filter(kind="voted").exists()


def test_after_the_end_rows_stand_in_the_order_of_their_random_keys(client, council):
    """The place of a row on disk told who came first as long as voting went on; then it tells nothing."""
    before = set(Vote.objects.values_list("id", flat=True))
    for member, choice in zip(council.members, CHOICES, strict=True):
        vote(client, council, member, choice)
    close(client, council)
    place = {"sqlite": "rowid", "postgresql": "ctid"}[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM awards_vote ORDER BY {place}")
        ids = [str(row[0]) for row in cursor.fetchall()]
    assert (ids, len(ids), before & set(ids)) == (sorted(ids), 5, set())
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(DISTINCT xmin::text) FROM awards_vote")
            assert cursor.fetchone() == (1,)


def test_the_answer_is_the_same_whatever_was_chosen(council):
    """So is what a server in front may log of it: status, size, headers."""
    (first, second, *_), answers = signed_in(council), []
    for client, choice in ((first, "for"), (second, "against")):
        sent = client.post(f"{council.url}phieu/", {f"p-{council.cases[0].pk}": choice})
        page = client.get(f"{council.url}phieu/")
        headers = {name: value for name, value in sent.headers.items() if name not in ("X-Request-ID", "Expires")}
        answers.append((sent.status_code, sent.content, headers, len(page.content)))
    assert answers[0] == answers[1]


def test_nothing_is_logged(council, caplog):
    clients = signed_in(council)
    with caplog.at_level(logging.INFO):
        clients[0].post(f"{council.url}phieu/", {f"p-{council.cases[0].pk}": "against"})
    assert [record.getMessage() for record in caplog.records] == []


def test_the_statements_are_the_same_whatever_was_chosen(council, django_assert_num_queries):
    """Which tables are written in which order; the choice is in no statement that names the member."""
    clients, statements = signed_in(council), []
    for client, choice in zip(clients, ("for", "against"), strict=False):
        with django_assert_num_queries(16) as queries:
            client.post(f"{council.url}phieu/", {f"p-{council.cases[0].pk}": choice})
        sql = [query["sql"] for query in queries.captured_queries]
        statements.append([text.split('"')[1] for text in sql if text.startswith(("INSERT", "UPDATE"))])
        assert [text for text in sql if "awards_vote" in text and f"'{choice}'" in text] == []
    assert statements == [["awards_vote", "awards_case"]] * 2


def test_an_ended_sign_in_keeps_no_ballot(client, council):
    """Other forms come back after signing in again; a ballot waits nowhere."""
    client.force_login(council.members[0].user)
    page = client.get(f"{council.url}phieu/")
    assert "cua_ai" not in page.text and "no-store" in page["Cache-Control"]
    client.logout()
    client.post(f"{council.url}phieu/", {f"p-{council.cases[0].pk}": "against"})
    assert "typed" not in client.session


def test_the_ballot_is_not_shown_again(client, council):
    """Not even where the form comes back with a fault."""
    response = vote(client, council, council.members[0], "maybe")
    assert (response.status_code, "checked" in response.text) == (422, False)


def test_the_count_proves_that_each_ballot_counted_once(client, council):
    for member, choice in zip(council.members, CHOICES, strict=True):
        vote(client, council, member, choice)
    Case.objects.update(for_count=4)
    response = close(client, council)
    assert (response.status_code, "không khớp" in response.text) == (422, True)
    Case.objects.update(for_count=3)
    assert close(client, council).status_code == 302
