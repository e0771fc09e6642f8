"""The BIÊN BẢN of a session: an official document of the body, with who was there and how each case came out."""

import pytest

from awards.council.closing import close
from awards.council.voting import count_paper, recuse
from awards.models import AwardDocument
from plans.documents import document_of
from plans.models import Plan
from tests.awards.council.making import Council
from tests.official.papers import text_of
from thiduakhenthuong.official.docx import to_docx
from thiduakhenthuong.official.html import to_html
from thiduakhenthuong.official.plain_text import to_text
from thiduakhenthuong.official.rendering import Printing

pytestmark = pytest.mark.django_db


@pytest.fixture
def council(client):
    council = Council(members=5)
    council.session.members.filter(pk=council.members[1].pk).update(part="secretary", name="Lê Thị Thư Ký")
    council.session.members.filter(pk=council.members[4].pk).update(is_present=False, sends_opinion=True)
    first, second = council.open(on_paper=True)
    recuse(case=second, member=council.members[3], reason="Là em ruột", by=council.secretary)
    told = {"session": council.session, "by": council.secretary}
    count_paper(totals={first.pk: (5, 0, 0), second.pk: (3, 0, 1)}, version=council.version, **told)
    close(conclusion="Giao thư ký hoàn thiện hồ sơ.", although_missing=False, version=council.version, **told)
    client.force_login(council.secretary)
    return council


def test_drawn_up_once_as_a_document_of_the_body(client, council):
    answers = [client.post(f"{council.url}bien-ban/").url for _ in range(2)]
    plan = Plan.objects.get()
    assert answers == [plan.get_absolute_url()] * 2
    assert (plan.doc_type, plan.genus, plan.issuer, plan.state) == ("BIÊN BẢN", "award", council.unit, "draft")
    document = AwardDocument.objects.get()
    assert (document.kind, document.session, document.campaign) == ("minutes", council.session, council.campaign)
    assert plan.get_absolute_url() in client.get(council.url).text
    assert client.get(plan.get_absolute_url()).status_code == 200


def test_it_says_who_was_there_what_was_voted_and_who_signs(client, council):
    client.post(f"{council.url}bien-ban/")
    text = to_text(document_of(Plan.objects.get()))
    for words in (
        "Có mặt 4/5 thành viên, đạt 80% (quy định ít nhất 66,67%).",
        "Ủy viên 4, Ủy viên | Ủy viên | Vắng, gửi ý kiến",
        "bỏ phiếu kín, cần ít nhất 80% tổng số thành viên Hội đồng (Quy chế Hội đồng).",
        "| 5/5 | 5 | 0 | 0 | 100% | Đạt |",
        "| 4/4 | 3 | 0 | 1 | 75% | Không đạt |",
        "Ủy viên 3 không biểu quyết về Người 1: Chiến sĩ thi đua cấp tỉnh: là em ruột.",
        "đề nghị khen thưởng 1 trường hợp; không đề nghị 1 trường hợp",
        "Giao thư ký hoàn thiện hồ sơ.",
        "**THƯ KÝ**\n\n**Lê Thị Thư Ký**\n\n**CHỦ TỌA**\n\n**Ủy viên 0**",
    ):
        assert words in text, words


def test_no_word_of_the_results_is_broken_on_paper(client, council):
    client.post(f"{council.url}bien-ban/")
    words = text_of(Printing(document_of(Plan.objects.get())).pdf()).split()
    assert words.count("Không") == 3  # of two titles of columns and one result
    assert "Khôn" not in words


def test_both_sign_on_paper_and_in_word(client, council):
    client.post(f"{council.url}bien-ban/")
    document = document_of(Plan.objects.get())
    paper = to_html(document, screen=False)
    left, right = paper.index("Lê Thị Thư Ký</p>"), paper.index('id="cho-ky">Ủy viên 0</p>')
    assert left < paper.index("Nơi nhận:") < right
    assert to_docx(document)


def test_not_before_the_result(client):
    council = Council()
    council.open()
    client.force_login(council.secretary)
    assert client.post(f"{council.url}bien-ban/").url == council.url
    assert not Plan.objects.exists()
