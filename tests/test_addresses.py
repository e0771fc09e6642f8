"""{% url %} remembers addresses, and writes what Django's own writes."""

import pytest
from django.template import engines
from django.urls import NoReverseMatch, reverse


def page(text, **context):
    return engines["django"].from_string(text).render(context)


def test_the_address_is_written_with_its_arguments_each_time():
    for pk in (7, 8, 7):
        assert page("{% url 'plans:unit_tasks' pk %}", pk=pk) == reverse("plans:unit_tasks", args=[pk])


def test_named_arguments_and_names_to_keep():
    expected = reverse("plans:plan_detail", args=["a"])
    assert page("{% url 'plans:plan_detail' code='a' %}") == expected
    assert page("{% url 'plans:plan_detail' 'a' as address %}[{{ address }}]") == f"[{expected}]"
    assert page("{% url 'plans:no_such_page' as address %}[{{ address }}]") == "[]"


def test_an_address_is_escaped():
    assert reverse("plans:field_edit", args=[1, "a&b"]) in page("{% autoescape off %}" + FIELD + "{% endautoescape %}")
    assert "a&amp;b" in page(FIELD)


FIELD = "{% url 'plans:field_edit' 1 'a&b' %}"


def test_a_page_that_does_not_exist_is_an_error():
    with pytest.raises(NoReverseMatch):
        page("{% url 'plans:no_such_page' 7 %}")
