"""What a body reported is read by those of `may_see_reports` alone, whatever page, file, letter or form is asked for.

Words that stand nowhere else are reported on one task of the scene; then everybody walks over all URLs (goal S1).
"""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from plans.models import AskedFigure, Notice, OutgoingMail, Task, TaskFile
from plans.progress.access import may_see_reports
from plans.progress.reporting import ask_extension, give, give_back, report
from plans.progress.sheets.columns import code_of
from tests.factories import create_unit, create_user
from tests.scene import Scene
from tests.url_table import ROWS
from tests.walking import address
from units.models import User

from .sheets import downloaded, fill, saved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quiet")]

SECRETS = ("Ngọc bích một", "ngoc-bich-hai", "Ngọc bích ba", "Ngọc bích bốn", "918.273", "Ngọc bích sáu")
PRINTED = (".pdf", ".docx")  # of a plan's own words; what stands in them is seen on its page, without printing


class Secret(Scene):
    """The division and a sibling have the same item; what the division said and was told about it is secret."""

    def __init__(self):
        super().__init__()
        self.sibling = create_unit(name="Phòng Tài chính", kind="division", parent=self.units["own"])
        self.people = {f"{role} {place}": self.user(role, place) for role, place in WATCHED}
        self.people |= {f"{role} sibling": create_user(role=role, unit=self.sibling) for role in ("reporter", "editor")}
        User.objects.update(email="co@don-vi.vn")
        same = {"plan": self.issued, "item": self.task.item, "key": self.task.key, "role": "responsible"}
        give(task=Task.objects.create(printed="Các phòng", **same), units=[self.sibling], by=None)
        self._report()

    def client(self, user):
        client = Client(raise_request_exception=False)
        client.force_login(user)
        return client

    def _report(self):
        AskedFigure.objects.create(plan=self.issued, key=self.task.key, position=1, label="Số tập thể")
        who, office = self.people["reporter below"], self.people["editor own"]
        file = TaskFile(name=f"{SECRETS[1]}.png", media_type="image/png", size=9, sha256="x", content=b"ngoc-bich-hai")
        told = {"state": "in_progress", "figures": {"1": "918273"}}
        self.event = report(task=self.task, by=who, note=SECRETS[0], files=[file], **told)
        give_back(task=self.task, by=office, note=SECRETS[2])
        report(task=self.task, by=office, note=SECRETS[5], on_behalf=True, **told)
        ask_extension(task=self.task, until_on=timezone.localdate() + timedelta(days=90), by=who, note=SECRETS[3])


WATCHED = [("reporter", "below"), ("secretary", "below"), ("reporter", "beside"), ("editor", "elsewhere")]
WATCHED += [(role, "own") for role in ("editor", "approver", "clerk", "secretary", "administrator", "reporter")]
READERS = {"reporter below", "editor own", "approver own", "reporter own"}
STRANGERS = ["reporter sibling", "secretary below", "clerk own", "editor elsewhere", "nobody"]


def found(*texts):
    """Which of the secrets stand in some texts or bytes."""
    texts = [text.decode("utf-8", "replace") if isinstance(text, bytes) else text for text in texts]
    texts += [text.replace("\r\n ", "") for text in texts]  # a folded line of a calendar
    return {secret for secret in (*SECRETS, "918273") for text in texts if secret in text}


def client_of(scene, who):
    return Client() if who == "nobody" else scene.client(scene.people[who])


ABOUT = {"issued.code", "task.pk", "units.below.pk", "feed.pk", "notice.pk"}


def pages(scene):
    """Every address that speaks of the plan, its task or the division, or of nothing in particular, and filters."""
    rows = [row for row in ROWS if row.get and (not row.arguments or ABOUT & set(row.arguments.values()))]
    yield from (url for row in rows if not (url := address(scene, row)).endswith(PRINTED))
    task, progress = scene.task, reverse("plans:plan_progress", args=[scene.issued.code])
    yield reverse("plans:task_file", args=[task.pk, scene.event.files.get().pk])
    yield from (other.get_absolute_url() for other in Task.objects.filter(item=task.item_id))
    yield from (f"{reverse('plans:plan_list')}?q={words}" for words in ("ngoc bich", "ngoc-bich", "918"))
    yield from (f"{progress}?{query}" for query in ("xem=don-vi", "trang_thai=xin-gia-han", "don_vi=noi+vu"))
    for unit in (scene.units["below"], scene.sibling):
        yield f"{reverse('plans:unit_tasks', args=[unit.pk])}?nam=2024"
        yield f"{reverse('plans:unit_tasks_ics', args=[unit.pk])}?nam=2024"
        yield f"{reverse('plans:unit_report', args=[unit.pk])}?viec={task.pk}"


def leaks(client, urls, **headers):
    """What stands where it should not, by address."""
    answers = {url: client.get(url, headers=headers) for url in urls}
    told = {url: found(answer.getvalue(), str(answer.headers)) for url, answer in answers.items()}
    return {url: secrets for url, secrets in told.items() if secrets}


def test_no_page_tells_a_stranger_what_was_reported():
    scene = Secret()
    urls = list(pages(scene))
    assert len(urls) > 50
    assert [(who, told) for who in STRANGERS if (told := leaks(client_of(scene, who), urls))] == []
    pieces = [url for url in urls if "nhiem-vu" in url]
    assert leaks(client_of(scene, STRANGERS[0]), pieces, **{"HX-Request": "true"}) == {}


def test_who_may_read_reports_finds_all_of_it_on_the_page_of_the_task():
    """The twin: the walk would see what leaks."""
    scene = Secret()
    seen = {who: found(client_of(scene, who).get(scene.task.get_absolute_url()).content) for who in scene.people}
    assert {who: len(told) for who, told in seen.items() if told} == dict.fromkeys(READERS, len(SECRETS))


def test_the_rule_says_the_same_as_the_page():
    scene = Secret()
    assert {who for who, user in scene.people.items() if may_see_reports(user, scene.task)} == READERS


def test_notices_and_letters_go_to_those_who_may_read_it(settings):
    settings.SEND_MAIL = True
    scene = Secret()
    told = {notice.user for notice in Notice.objects.select_related("user") if found(notice.text)}
    mails = OutgoingMail.objects.select_related("notice__user")
    written = {mail.notice.user for mail in mails if found(mail.subject, mail.body)}
    assert (len(told), written) == (4, told)
    assert all(may_see_reports(user, scene.task) for user in told)


def test_a_feed_and_a_spreadsheet_tell_nothing_even_to_who_may_read_it():
    scene = Secret()
    Task.objects.filter(pk=scene.task.pk).update(due_on=timezone.localdate())
    client = client_of(scene, "reporter below")
    path = client.post(reverse("plans:feeds"), {"unit": scene.units["below"].pk}).context["address"]
    ics = Client().get(path.removeprefix("http://testserver"))
    sheet = client.get(reverse("plans:unit_tasks_xlsx", args=[scene.units["below"].pk]))
    assert (ics.text.count("BEGIN:VEVENT"), found(ics.content, sheet.content)) == (1, set())


def test_a_sheet_that_names_the_task_of_another_body_shows_nothing_of_it():
    scene = Secret()
    client, url = client_of(scene, "reporter sibling"), reverse("plans:unit_report_upload", args=[scene.sibling.pk])
    book = downloaded(scene, user=scene.people["reporter sibling"], unit=scene.sibling, nam=2024)
    fill(book, "Tổ chức hội nghị", code=code_of(scene.task.pk, scene.task.report_id), state="Hoàn thành")
    answer = client.post(url, {"file": SimpleUploadedFile("bang.xlsx", saved(book))})
    assert ("không phải nhiệm vụ của đơn vị này" in answer.text, found(answer.content)) == (True, set())
