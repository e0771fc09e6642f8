"""The files of a nomination: kept if they are what they say, within the unit's room, for who sees the nomination."""

from io import BytesIO
from uuid import uuid4

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from awards.models import NominationFile
from tests.awards.making import create_campaign, create_nomination, create_nomination_file
from tests.factories import create_unit, create_user
from units.models import Role

pytestmark = pytest.mark.django_db


def pdf():
    document, stream = pypdfium2.PdfDocument.new(), BytesIO()
    document.new_page(100, 100)
    document.save(stream)
    return stream.getvalue()


@pytest.fixture
def ward():
    return create_unit(name="Ủy ban nhân dân xã", parent=create_unit(name="Ủy ban nhân dân tỉnh Đồng Nai"))


@pytest.fixture
def row(ward):
    return create_nomination(campaign=create_campaign(unit=ward.parent), unit=ward)


@pytest.fixture
def editor(client, ward):
    user = create_user(role=Role.EDITOR, unit=ward)
    client.force_login(user)
    return user


def add(client, row, data, name="bao-cao.pdf", **more):
    row.refresh_from_db()
    sent = {"part": "report", "file": SimpleUploadedFile(name, data), "version": row.version, "token": str(uuid4())}
    return client.post(f"{row.get_absolute_url()}tep/them/", sent | more)


def test_kept_and_handed_out_as_it_came(client, editor, row, ward):
    data = pdf()
    assert add(client, row, data).status_code == 302
    file, event = row.files.get(), row.events.get()
    assert (file.part, file.unit, file.media_type, file.size) == ("report", ward, "application/pdf", len(data))
    assert (event.kind, event.by, event.details["sha256"]) == ("changed", editor, file.sha256)
    response = client.get(f"{row.get_absolute_url()}tep/{file.pk}/")
    assert (response.content, response["Content-Type"]) == (data, "application/pdf")
    assert response["Content-Disposition"].startswith("attachment")
    assert row.nominee.views.get().by == editor


@pytest.mark.parametrize(("name", "data"), [("a.exe", b"MZ"), ("a.pdf", b"<html>"), ("a.pdf", b"%PDF-broken")])
def test_what_is_not_what_it_says_is_refused_with_a_sentence(client, editor, row, name, data):
    response = add(client, row, data, name)
    assert (response.status_code, f"Tệp “{name}”" in response.text, row.files.count()) == (422, True, 0)


def test_no_more_than_the_unit_has_room_for(client, editor, row, settings):
    settings.TASK_FILES_QUOTA = 10
    response = add(client, row, pdf())
    assert (response.status_code, "Đơn vị đã dùng" in response.text, row.files.count()) == (422, True, 0)


def test_no_more_than_ten(client, editor, row):
    for _ in range(10):
        create_nomination_file(row)
    assert "tối đa 10 tệp" in add(client, row, pdf()).text


def test_taken_out_it_is_kept_for_the_history(client, editor, row):
    file = create_nomination_file(row)
    url = f"{row.get_absolute_url()}tep/{file.pk}/"
    assert client.post(f"{url}bo/", {"version": 1, "token": str(uuid4())}).status_code == 302
    kept = NominationFile.objects.get()
    assert (bool(kept.removed_at), bytes(kept.content), row.events.get().note) == (True, b"%PDF-", "Bỏ tệp bao-cao.pdf")
    assert client.get(url).status_code == 404


def test_sent_twice_it_is_kept_once(client, editor, row):
    token = str(uuid4())
    answers = [add(client, row, pdf(), token=token).status_code for _ in range(2)]
    assert (answers, row.files.count()) == ([302, 302], 1)


@pytest.mark.parametrize(("parts", "kept"), [(["files"], 1), (["achievement"], 0)])
def test_once_returned_only_if_files_were_asked_for(client, editor, row, ward, parts, kept):
    row.state = "returned"
    row.save()
    row.events.model.objects.append(nomination=row, kind="returned", by=editor, unit=ward.parent, fields=parts)
    add(client, row, pdf())
    assert row.files.count() == kept


def test_what_was_submitted_takes_none(client, editor, row):
    row.state = "submitted"
    row.save()
    assert (add(client, row, pdf()).status_code, row.files.count()) == (422, 0)


def test_not_for_who_does_not_see_the_nomination(client, row):
    file = create_nomination_file(row)
    client.force_login(create_user(role=Role.EDITOR, unit=create_unit(name="Xã bên")))
    assert client.get(f"{row.get_absolute_url()}tep/{file.pk}/").status_code == 404
