"""The second engine of templates: what it takes in and what it refuses, and the fields of filters it writes."""

from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from django import forms
from django.template import engines
from jinja2 import UndefinedError

EVIL = '<b class="x">&'
JINJA = engines["jinja2"]


class Markup(HTMLParser):
    """[(tag, attributes)] of a piece of HTML."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def only(self, tag):
        (attrs,) = [attrs for found, attrs in self.found if found == tag]
        return attrs


def page(text, **context):
    return engines["django"].from_string("{% load filter_fields jinja official %}" + text).render(context)


def test_words_are_escaped():
    assert JINJA.from_string("{{ words }}").render({"words": EVIL}) == "&lt;b class=&#34;x&#34;&gt;&amp;"


def test_the_markup_of_official_words_is_kept_and_theirs_is_escaped():
    assert JINJA.from_string("{{ words|inline }}").render({"words": "*a* <b>"}) == "<em>a</em> &lt;b&gt;"


def test_a_name_that_nobody_gave_is_an_error():
    with pytest.raises(UndefinedError):
        JINJA.from_string("{{ counts }}").render({})


def test_a_moment_is_told_as_the_day_in_ha_noi():
    text = JINJA.from_string("{{ a|day }} {{ b|day }}")
    assert text.render({"a": date(2026, 7, 1), "b": datetime(2026, 6, 30, 18, tzinfo=UTC)}) == "01/07/2026 01/07/2026"


def test_a_page_hands_its_names_on_and_may_give_others():
    class Counts:
        done_words, late, late_words, other_words, percent = "3/4", 0, "", " · " + EVIL, 75

    given = page('{% jinja "plans/progress/_counts.jinja" counts=board.counts %}', board={"counts": Counts})
    assert given == page('{% jinja "plans/progress/_counts.jinja" %}', counts=Counts)
    assert "<b>3/4</b> hoàn thành · &lt;b class" in given
    assert Markup(given).only("progress")["value"] == "75"


class Filter(forms.Form):
    q = forms.CharField(label="Tìm", required=False, help_text="Không cần gõ dấu.")
    thang = forms.TypedChoiceField(label="Tháng", required=False, coerce=int, choices=[("", "Mọi tháng"), (1, "Một")])
    mo = forms.BooleanField(label="Chỉ đợt mở", required=False)
    xem = forms.CharField(required=False, widget=forms.HiddenInput)


def field(name, **data):
    form = Filter(data)
    form.is_valid()
    return page(f"{{% filter_field form.{name} %}}", form=form)


class TestFieldsOfFilters:
    def test_the_label_belongs_to_the_field_and_the_help_describes_it(self):
        text = field("q", q=EVIL)
        found = Markup(text)
        assert found.only("label")["for"] == found.only("input")["id"]
        assert found.only("input")["value"] == EVIL
        assert f'id="{found.only("input")["aria-describedby"]}">Không cần gõ dấu.' in text

    def test_what_was_chosen_stays_chosen(self):
        chosen = [attrs["value"] for tag, attrs in Markup(field("thang", thang="1")).found if "selected" in attrs]
        assert chosen == ["1"]

    def test_an_error_is_told_at_the_field(self):
        text = field("thang", thang="99")
        select = Markup(text).only("select")
        assert (select["aria-invalid"], select["class"]) == ("true", "form-select is-invalid")
        assert f'id="{select["aria-describedby"]}">Hãy chọn' in text

    def test_a_box_stands_before_its_label(self):
        tags = [tag for tag, _ in Markup(field("mo", mo="on")).found]
        assert tags == ["div", "input", "label"]

    def test_a_hidden_field_shows_nothing(self):
        assert Markup(field("xem", xem="don-vi")).found == [
            ("input", {"type": "hidden", "name": "xem", "value": "don-vi", "id": "id_xem"})
        ]
