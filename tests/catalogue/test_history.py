"""What was changed in the content, by whom and why, and how all of it can be put back."""

import pytest

from readiness.accounts import roles
from readiness.catalogue.contents import contents
from readiness.catalogue.models import Avenue, Evidence, Lesson, Term
from tests.accounts.staff import Staff, member
from tests.catalogue.editors import Editor, address
from tests.people import said

pytestmark = pytest.mark.usefixtures("catalogue")


@pytest.fixture
def dawn():
    return Editor("dawn")


@pytest.fixture
def term():
    return Term.objects.get(slug="crm")


def as_it_was(entry, place):
    """The address of an earlier state; 0 is the newest."""
    record = type(entry).history.filter(id=entry.pk).order_by("-history_id")[place]
    return f"{address(entry, 'history')}{record.pk}/"


def change(entry, **fields):
    for name, value in fields.items():
        setattr(entry, name, value)
    entry.save()


def test_each_line_says_what_changed_field_by_field_and_word_by_word(dawn, term):
    change(term, meaning=f"{term.meaning} Ask for it in writing.", term="CRM system")
    words = said(dawn.get(address(term, "history")).text)
    assert "Term 1 word added CRM added: system" in words
    assert "Meaning 5 words added" in words
    assert "Made by The guide itself on" in words
    assert "Why: Loaded from the fixtures" in words


def test_an_earlier_state_is_shown_and_put_back_as_a_new_line(dawn, term):
    before = term.meaning
    change(term, meaning="A hasty meaning.")
    page = dawn.get(as_it_was(term, 1))
    assert "removed: A hasty meaning." in said(page.text)
    answer = dawn.post(as_it_was(term, 1), follow=True)
    assert contents().terms["crm"].meaning == before
    words = said(answer.text)
    assert "is back as it was" in words
    assert "Changed by dawn on" in words
    assert "Why: Put back as it was on" in words
    assert term.history.count() == 3


def test_what_stands_already_is_not_put_back(dawn, term):
    page = dawn.get(as_it_was(term, 0))
    assert "Put this back" not in page.text
    answer = dawn.post(as_it_was(term, 0), follow=True)
    assert "It stands like this already." in answer.text
    assert term.history.count() == 1


def test_what_no_longer_fits_is_not_put_back_and_says_why(dawn, term):
    before = term.see_also
    Term(slug="gone", term="x", topic="care", meaning="x", reviewed_on="2026-11-24").save()
    change(term, see_also=["gone"])
    change(term, see_also=before)
    Term.objects.get(slug="gone").delete()
    answer = dawn.post(as_it_was(term, 1), follow=True)
    assert "There is no term “gone”." in answer.text
    assert Term.objects.get(slug="crm").see_also == before


def test_what_was_deleted_is_listed_and_brought_back_with_its_history(dawn):
    lesson = Lesson.objects.first()
    page = dawn.post(address(lesson, "delete"), {"post": "yes"})
    assert page.status_code == 302
    assert lesson.slug not in contents().lessons
    listed = dawn.get(address(Lesson, "deleted"))
    assert f"{lesson.slug} : deleted by dawn" in said(listed.text)
    words = said(dawn.get(address(lesson, "history")).text)
    assert "Deleted by dawn on" in words
    assert "This was deleted." in words
    assert "Bring this back" in dawn.get(as_it_was(lesson, 0)).text
    dawn.post(as_it_was(lesson, 0))
    back = contents().lessons[lesson.slug]
    assert (back.pk, back.published()) == (lesson.pk, lesson.published())
    assert "Nothing was deleted." in dawn.get(address(Lesson, "deleted")).text


def test_what_was_deleted_does_not_come_back_where_its_name_is_taken(dawn):
    lesson = Lesson.objects.first()
    record = as_it_was(lesson, 0)
    fields = lesson.published()
    lesson.delete()
    Lesson.objects.create(**fields)
    assert "already exists" in dawn.post(record, follow=True).text
    assert Lesson.objects.filter(slug=fields["slug"]).count() == 1


def test_a_consultant_reads_the_history_and_puts_nothing_back(term):
    change(term, meaning="A hasty meaning.")
    person = Staff()
    person.sign_in(member("carol", roles.CONSULTANT))
    assert "removed:" in said(person.get(address(term, "history")).text)
    assert "Put this back" not in person.get(as_it_was(term, 1)).text
    assert person.post(as_it_was(term, 1)).status_code == 403
    assert Term.objects.get(slug="crm").meaning == "A hasty meaning."


def test_a_thousand_changes_are_shown_a_page_at_a_time(dawn, term, django_assert_max_num_queries):
    kind = Term.history.model
    line = Term.history.get(id=term.pk)
    kind.objects.bulk_create(
        kind(
            **{
                field.attname: getattr(line, field.attname)
                for field in kind._meta.fields
                if field.name not in {"history_id", "meaning", "history_type"}
            },
            history_type="~",
            meaning=f"Meaning number {number}",
        )
        for number in range(1000)
    )
    with django_assert_max_num_queries(13):
        page = dawn.get(address(term, "history"))
    words = said(page.text)
    assert "Page 1 of 51" in words
    assert words.count("Changed by The guide itself") == 20
    assert "removed: 979" in words  # the last of the page is held against the first of the next
    assert "Made by" in said(dawn.get(f"{address(term, 'history')}?p=51").text)
    assert dawn.get(f"{address(term, 'history')}?p=<x>").status_code == 200


def test_what_somebody_typed_is_never_run_in_a_history(dawn, term):
    change(term, meaning="<script>alert(1)</script>", term="<b>x</b>")
    change(term, meaning="{% include 'x' %} \x01 \u202e", term="CRM")
    for page in (address(term, "history"), as_it_was(term, 1), as_it_was(term, 2)):
        text = dawn.get(page).text
        assert "<script>alert" not in text
        assert "<b>x" not in text
    assert "&lt;script&gt;" in dawn.get(as_it_was(term, 1)).text


@pytest.mark.parametrize("part", ["0", "x", "9" * 30, "9999999", "²"])
def test_an_address_of_no_history_is_no_page(part, dawn):
    assert dawn.get(f"/admin/catalogue/term/{part}/history/").status_code == 404
    key = Term.objects.first().pk
    assert dawn.get(f"/admin/catalogue/term/{key}/history/{part}/").status_code == 404


def test_the_history_of_one_kind_is_not_read_at_the_address_of_another(dawn):
    avenue = Avenue.objects.first()
    other = Evidence.history.order_by("-history_id").first()
    page = f"/admin/catalogue/avenue/{avenue.pk}/history/{other.pk}/"
    assert dawn.get(page).status_code == 404
