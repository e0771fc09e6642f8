"""Bằng khen, giấy khen: a template in mm, its test page, one PDF for all recipients of a decision."""

from io import BytesIO
from uuid import uuid4

import pdfplumber
import pytest

from awards.certificates.layout import add_template
from awards.certificates.printing import html_of
from awards.certificates.texts import texts_of
from awards.models import AwardDocument, CertificateField, CertificateTemplate
from tests.awards.papers import Round
from tests.factories import create_editor
from tests.payloads import MARKUP

pytestmark = pytest.mark.django_db
LIST = "/khen-thuong/mau-in/"


@pytest.fixture
def agreed():
    return Round()


@pytest.fixture
def template(agreed):
    return add_template(unit=agreed.unit, values={"name": "Bằng khen tỉnh", "kind": "merit"})


@pytest.fixture
def editor(client, agreed):
    client.force_login(agreed.editor)
    return client


def edit_url(template):
    return f"{LIST}{template.pk}/"


def sent(page, **changes):
    """What a browser sends of the form as it stands."""
    form = page.context["form"]
    data = {name: form[name].value() for name in ("name", "kind", "width", "height", "version")}
    for line in form.lines:
        for name in line.fields:
            value = line[name].value()
            if value not in (None, "", False):
                data[f"{line.what}-{name}"] = "on" if value is True else value
    return data | changes


def pages_of(response):
    return pdfplumber.open(BytesIO(response.content)).pages


def test_a_template_begins_with_the_usual_lines(editor, agreed):
    given = {"unit": agreed.unit.code, "name": "Phôi A4", "kind": "merit", "width": "297", "height": "210"}
    given["token"] = str(uuid4())
    responses = [editor.post(f"{LIST}them/", given) for _ in range(2)]  # a double click
    template = CertificateTemplate.objects.get()
    assert [response.url for response in responses] == [edit_url(template)] * 2
    event = template.events.get()
    assert (event.note, event.by, event.unit, event.address) == ("Thêm mẫu", agreed.editor, agreed.unit, "127.0.0.1")
    assert template.fields.count() == 8
    assert "Phôi A4" in editor.get(LIST).text


def test_lines_are_moved_left_out_and_added(editor, template):
    page = editor.get(edit_url(template))
    data = sent(page, **{"name-left": "40.5", "title-left": "10", "title-top": "20", "title-width": "100"})
    data |= {"title-size": "14"} | {f"signer-{name}": "" for name in ("left", "top", "width", "size")}
    assert editor.post(edit_url(template), data).status_code == 302
    places = {field.what: str(field.left) for field in template.fields.all()}
    assert (places["name"], places["title"], "signer" in places) == ("40.5", "10.0", False)
    before = template.events.first().details
    assert before["sheet"]["name"] == "Bằng khen tỉnh"
    assert {line["what"]: line["left"] for line in before["lines"]}["name"] == "38.5"


def test_half_a_place_is_refused_in_words(editor, template):
    answer = editor.post(edit_url(template), sent(editor.get(edit_url(template)), **{"name-top": ""}))
    assert answer.status_code == 422
    assert "hãy điền cả bốn số, hoặc bỏ trống cả bốn" in answer.text
    assert CertificateField.objects.get(template=template, what="name").top is not None


def test_of_two_people_the_second_is_told(editor, template):
    page = editor.get(edit_url(template))
    assert editor.post(edit_url(template), sent(page, name="Một")).status_code == 302
    answer = editor.post(edit_url(template), sent(page, name="Hai"))
    assert answer.status_code == 422
    assert "Có người vừa sửa mẫu này" in answer.text
    template.refresh_from_db()
    assert template.name == "Một"


def test_the_test_page_has_the_size_of_the_sheet_and_a_grid(editor, template):
    (page,) = pages_of(editor.get(f"{edit_url(template)}in-thu/"))
    assert [round(float(side) / 72 * 25.4) for side in (page.width, page.height)] == [297, 210]
    assert "290" in page.extract_text()
    assert "NGUYỄN VĂN MẪU" in page.extract_text()


def test_one_pdf_for_all_recipients_in_the_order_of_the_decision(editor, agreed, template):
    agreed.issue()
    document = AwardDocument.objects.get()
    address = f"/khen-thuong/quyet-dinh/{document.pk}/in-bang/"
    assert "2 bằng" in editor.get(address).text
    assert f'href="{address}"' in editor.get(agreed.decision.get_absolute_url()).text
    pages = pages_of(editor.get(f"{address}{template.pk}/"))
    assert ["NGUYỄN VĂN AN 0" in pages[0].extract_text(), "NGUYỄN VĂN BN 1" in pages[1].extract_text()] == [True] * 2
    text = pages[0].extract_text()
    for words in (
        "Chuyên viên, Ủy ban nhân dân thành phố Cần Thơ",
        "Đã có thành tích xuất sắc trong công tác năm 2026",
        "Cần Thơ, ngày 20 tháng 11 năm 2026",
        "Theo Quyết định số 01/QĐ-UBND ngày 20/11/2026",
        "Số vào sổ: 1",
        "Trần Văn Bình",
    ):
        assert words in text, words


def test_before_the_issue_and_of_what_was_revoked_nothing_is_printed(editor, agreed, template):
    assert agreed.decision
    document = AwardDocument.objects.get()
    assert editor.get(f"/khen-thuong/quyet-dinh/{document.pk}/in-bang/{template.pk}/").status_code == 404
    agreed.issue()
    agreed.people[0].nominee.awards.update(revoked_on="2026-11-21", revoked_because="Sai")
    assert len(texts_of(document)) == 1


def test_a_name_is_only_text_on_the_sheet(template):
    html = html_of(template, [{"name": text} for text in MARKUP])
    assert not any(text in html for text in MARKUP)


def test_an_office_elsewhere_has_neither_template_nor_certificates(client, agreed, template):
    agreed.issue()
    document = AwardDocument.objects.get()
    client.force_login(create_editor())
    for address in (
        edit_url(template),
        f"{edit_url(template)}in-thu/",
        f"/khen-thuong/quyet-dinh/{document.pk}/in-bang/",
    ):
        assert client.get(address).status_code == 404
    assert "Bằng khen tỉnh" not in client.get(LIST).text


@pytest.mark.parametrize("people", [1, 30])
def test_the_number_of_queries_does_not_grow(people, django_assert_max_num_queries):
    agreed = Round(people=people)
    agreed.issue()
    document = AwardDocument.objects.select_related("plan", "campaign__unit__area").get()
    with django_assert_max_num_queries(4):
        assert len(texts_of(document)) == people
