"""Words of ill will in all that units and offices write about tasks: on pages, in calendars, in letters (goal S3).

A page with such words must have the very tags and attributes of the same page with plain words.
"""

import re
from datetime import timedelta
from email import message_from_bytes, policy
from html.parser import HTMLParser

import markupsafe
import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from icalendar import Calendar

from plans.mailing import send_outbox
from plans.models import AskedFigure, Task, TaskFile
from plans.progress.reminding import send_reminders
from plans.progress.reporting import ask_extension, give_back, report
from tests.factories import create_item, create_unit
from tests.payloads import ALL, MARKUP
from thiduakhenthuong.text import clean_line
from thiduakhenthuong.working_days import working_day_before
from units.models import UnitGroup, User

from .office import Office
from .sheets import downloaded, fill, upload

pytestmark = pytest.mark.django_db
PLAIN = [re.sub(r"[^\s*]", "a", word) for word in ALL]  # as long, in as many lines
OURS = {"em", "strong"}  # the markup of a plan's own words


class Written(Office):
    """As many divisions as there are words, named by them; each reports in them, with a file named so."""

    def __init__(self, words):
        self.words = words
        super().__init__()
        asked = {"label": words[0], "measure": words[1][:30]}
        AskedFigure.objects.create(plan=self.plan, key=self.shared.key, position=1, **asked)
        User.objects.update(full_name=words[2], email="co@don-vi.vn")
        for task, word in zip(Task.objects.filter(unit__in=self.units).order_by("pk"), words, strict=True):
            report(
                task=task, state="in_progress", note=word, figures={"1": "5"}, by=self.editor, files=[self.file(word)]
            )

    def prepare(self):
        below = {"kind": "division", "parent": self.issuer}
        self.units = [create_unit(name=f"{n:02} {word}", **below) for n, word in enumerate(self.words)]
        named = [(self.first, "lead"), *self.units]
        self.shared = create_item(plan=self.plan, text="\n".join(self.words), deadline_raw=self.words[3], units=named)

    def file(self, name):
        return TaskFile(name=name, media_type="image/png", size=1, sha256="x", content=b"x")

    def say_all(self):
        """Everything said on one task, each deed in other words."""
        task, words = self.task(self.shared, self.first), iter(self.words)
        for _ in range(len(self.words) // 3):
            report(task=task, state="in_progress", note=next(words), by=self.reporter, on_behalf=True)
            give_back(task=task, note=next(words), by=self.editor)
            until_on = timezone.localdate() + timedelta(days=900)
            ask_extension(task=task, until_on=until_on, note=next(words), by=self.reporter)
        return task


class Shape(HTMLParser):
    """The tags of a page with the names of their attributes, and the addresses that would run something."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.running = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag not in OURS:
            self.tags.append((tag, *sorted(name for name, _ in attrs)))
        self.running += [value for _, value in attrs if (value or "").lower().startswith(("javascript:", "data:"))]


PAGES = {
    "a task its lead sees": ("reporter", lambda office: office.say_all().get_absolute_url()),
    "the list": ("reporter", lambda office: f"/don-vi/{office.first.pk}/nhiem-vu/"),
    "the board": ("editor", lambda office: reverse("plans:plan_progress", args=[office.plan.code])),
    "by unit": ("editor", lambda office: reverse("plans:plan_progress", args=[office.plan.code]) + "?xem=don-vi"),
    "an item": (
        "editor",
        lambda office: reverse("plans:plan_progress_item", args=[office.plan.code, office.shared.pk]),
    ),
    "figures": ("editor", lambda office: reverse("plans:item_figures", args=[office.plan.code, office.shared.pk])),
    "a report again": (
        "editor",
        lambda office: reverse("plans:task_report", args=[office.task(office.shared, office.units[0]).pk]),
    ),
    "a deed": (
        "editor",
        lambda office: reverse("plans:task_return", args=[office.task(office.shared, office.units[4]).pk]),
    ),
    "several at once": (
        "reporter",
        lambda office: reverse("plans:unit_report", args=[office.first.pk]) + f"?viec={office.say_all().pk}",
    ),
    "notices": ("editor", lambda office: office.say_all() and reverse("plans:notice_list")),
    "own calendars": ("reporter", lambda office: reverse("plans:feeds")),
}


def page(office, what):
    who, find = PAGES[what]
    answer = office.client(getattr(office, who)).get(find(office))
    assert answer.status_code == 200
    return answer.text


def written(words):
    UnitGroup.objects.filter(name="Các cơ quan liên quan").update(name="Nhóm khác")  # of the office before
    return Written(words)


def test_pages_with_such_words_have_the_tags_of_pages_with_plain_words():
    plain, evil = ({what: page(office, what) for what in PAGES} for office in (written(PLAIN), written(ALL)))
    shapes = {what: (Shape(evil[what]).tags, Shape(plain[what]).tags) for what in PAGES}
    assert [what for what, (found, expected) in shapes.items() if found != expected] == []
    assert [running for text in evil.values() for running in Shape(text).running] == []
    assert [what for what, text in evil.items() if "alert(1)" not in text] == []


def test_twin_such_words_unescaped_change_the_tags_of_a_page():
    text = page(written(ALL), "by unit")
    tags = Shape(text).tags
    assert [word for word in MARKUP if Shape(unescaped(text, word)).tags == tags] == []


def unescaped(text, word):
    """Both engines of templates write the page, and they write quotes in two ways."""
    for written in (escape(word), str(markupsafe.escape(word))):
        text = text.replace(written, word)
    return text


def test_a_review_of_a_sheet_shows_them_as_text():
    shapes = []
    for words in (PLAIN, ALL):
        office = written(words)
        book = fill(downloaded(office), "Gửi báo cáo", state=words[0], note="\n".join(words)[:1900], day=words[12])
        fill(book, "Họp giao ban", code=words[11], note=words[3])
        text = upload(office, book).text
        shapes.append(Shape(text).tags)
    assert (shapes[0], "alert(1)" in text) == (shapes[1], True)


def test_a_calendar_has_its_own_lines_only():
    office = written(ALL)
    for unit in office.units:
        answer = office.client(office.editor).get(f"/don-vi/{unit.pk}/nhiem-vu/lich.ics")
        assert max(map(len, answer.content.split(b"\r\n"))) <= 75
        assert (answer.text.count("\nBEGIN:"), answer.text.count("\nEND:")) == (1, 2)
        calendar = Calendar.from_ical(answer.content)
        (event,) = calendar.walk("VEVENT")
        assert set(event) | set(calendar) <= LINES
        assert clean_line(unit.name) in re.sub(r"\\(.)", r"\1", calendar["x-wr-calname"])


LINES = {
    *("PRODID", "VERSION", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY"),
    *("DESCRIPTION", "URL", "TRANSP"),
}


def test_letters_are_plain_text_with_a_subject_of_one_line(settings):
    settings.SEND_MAIL = True
    office = written(ALL)
    office.say_all()
    send_reminders(on=working_day_before(timezone.localdate()))
    sent = send_outbox()
    assert len(mail.outbox) == sent > len(ALL)
    for message in (message_from_bytes(each.message().as_bytes(), policy=policy.default) for each in mail.outbox):
        assert set(message.keys()) <= HEADERS
        assert (message["To"], message.get_content_type()) == ("co@don-vi.vn", "text/plain")


HEADERS = {"Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date", "Message-ID"}
