"""Dawn and Ed, who are editors, keep the content current in the admin."""

from datetime import date

import pytest
from django.utils import timezone

from readiness.accounts import roles
from readiness.cases import versions
from readiness.catalogue import kept
from readiness.catalogue.contents import contents
from readiness.catalogue.models import (
    KINDS,
    Avenue,
    Dimension,
    Evidence,
    Lesson,
    ProductWord,
    Sentence,
    Term,
)
from tests.accounts.staff import Staff, member
from tests.catalogue.editors import Editor, address, problems, typed_in
from tests.people import answers, case_with, said

pytestmark = pytest.mark.usefixtures("catalogue")

FINDING = {
    "slug": "a-new-finding",
    "claim": "Half of all alarms were never fitted.",
    "source_title": "A trial of alarms",
    "publisher": "A journal",
    "year": "2024",
    "url": "https://example.org/trial",
    "kind": "statistic",
    "stance": "against",
    "source_independence": "peer-reviewed",
    "confidence": "high",
    "avenues": "crm",
    "looked_over": "on",
}


@pytest.fixture
def dawn():
    return Editor("dawn")


@pytest.fixture
def ed():
    return Editor("ed")


@pytest.fixture
def term():
    return Term.objects.get(slug="crm")


@pytest.fixture
def avenue():
    return Avenue.objects.get(slug="assistive-technology")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind._meta.model_name)
def test_each_list_opens_and_can_be_searched_with_the_same_few_queries(
    kind, dawn, django_assert_max_num_queries
):
    with django_assert_max_num_queries(9):
        page = dawn.get(address(kind, "changelist"), {"q": "a"})
    assert page.status_code == 200


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind._meta.model_name)
def test_an_entry_saved_as_it_stands_is_unchanged(kind, dawn):
    entry, version = kind.objects.first(), contents().version
    pressed = dawn.press(entry, dawn.open(entry))
    assert pressed.status_code == 302, problems(pressed)
    assert "Nothing was changed" in dawn.get(pressed.headers["Location"]).text
    assert contents().version == version
    assert entry.history.count() == 1


def test_what_changes_is_shown_word_by_word_before_it_is_published(dawn, term):
    before = contents().version
    page = dawn.press(term, dawn.open(term), meaning=f"{term.meaning} Ask for it in writing.")
    assert "added: Ask for it in writing." in said(page.text)
    assert contents().version == before
    assert "Please correct" not in page.text


def test_pressed_again_it_is_published_and_the_history_says_who_and_why(dawn, term):
    published = dawn.publish(term, meaning="A new meaning.", edit_reason="The law has changed")
    assert published.status_code == 302
    assert contents().terms["crm"].meaning == "A new meaning."
    history = said(dawn.get(address(term, "history")).text)
    assert "Changed by dawn on" in history
    assert "Why: The law has changed" in history
    assert "removed:" in history


def test_what_is_changed_after_the_check_is_checked_again(dawn, term):
    page = dawn.press(term, dawn.open(term), meaning="A new meaning.")
    checked = dawn.get(address(term)) and page.context["adminform"].form.to_check.mark
    again = dawn.press(term, dawn.open(term), meaning="Another meaning.", checked=checked)
    assert "Check this before you publish it" in again.text
    assert Term.objects.get(pk=term.pk).meaning == term.meaning


def test_a_list_is_edited_one_a_line(dawn, avenue):
    dawn.publish(avenue, can_do="Keep promises to people\n\n  Answer sooner ")
    assert contents().avenues[avenue.slug].can_do == ["Keep promises to people", "Answer sooner"]


def test_nested_parts_are_edited_as_plain_indented_lines(dawn, avenue):
    values = dawn.open(avenue)
    assert values["cost_lines"].startswith("- label: ")
    first = avenue.cost_lines[0]["label"]
    dawn.publish(avenue, values, cost_lines=values["cost_lines"].replace(first, "2026", 1))
    assert contents().avenues[avenue.slug].cost_lines[0]["label"] == "2026"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("- need: We lose enquiries", "needs, item 1: “reason” is missing."),
        ("- need: one\n  need: two", "Line 1 cannot be read"),
        ("- need: one\n need: [two", "Line 2 cannot be read"),
        ("- &a x\n- *a", "a text cannot begin with *"),
        ("- {? [a]: b}", "cannot be read"),
        ("[" * 3000, "This cannot be read."),
        ("- 2026-11-24", "needs, item 1 must be a mapping"),
        ("\x00", "This cannot be read."),
    ],
)
def test_a_nested_part_that_does_not_fit_is_named_and_stays_as_it_was_typed(
    words, told, dawn, avenue
):
    page = dawn.press(avenue, dawn.open(avenue), needs=words)
    assert told in " ".join(problems(page)["needs"])
    assert page.context["adminform"].form["needs"].value() == words
    assert Avenue.objects.get(pk=avenue.pk).needs == avenue.needs


@pytest.mark.parametrize(
    ("changes", "field", "told"),
    [
        ({"evidence": "no-such-finding"}, "evidence", "There is no evidence “no-such-finding”."),
        ({"summary": "A center for the organization of color."}, "summary", "“"),
    ],
)
def test_a_fault_is_named_at_its_field_and_nothing_is_published(changes, field, told, dawn, avenue):
    page = dawn.press(avenue, dawn.open(avenue), **changes)
    assert told in " ".join(problems(page)[field])
    assert Avenue.objects.get(pk=avenue.pk).published() == avenue.published()


def test_what_could_be_better_is_told_and_may_be_published_all_the_same(dawn):
    finding = Evidence.objects.get(slug="dscr-20-minutes-per-shift")
    new = {**FINDING, "avenues": "", "slug": "a-lonely-finding"}
    page = dawn.press(Evidence, {"language": "en"}, **new)
    assert "Nothing leads here." in page.text
    assert "Publish all the same" in page.text
    assert finding
    assert dawn.publish(Evidence, {"language": "en"}, **new).status_code == 302
    assert "a-lonely-finding" in contents().evidence


def test_a_fault_that_stood_there_before_is_told_and_in_nobodys_way(dawn, term):
    Term.objects.filter(pk=term.pk).update(meaning="A center for words.")
    page = dawn.press(term, dawn.open(term), term="CRM system")
    assert "“A center for words.”" in said(page.text)
    assert dawn.press(term, typed_in(page)).status_code == 302


@pytest.mark.parametrize("field", ["summary", "can_do", "control"])
def test_a_sign_that_turns_the_reading_around_is_refused(field, dawn, avenue):
    page = dawn.press(avenue, dawn.open(avenue), **{field: "It is \u202eefas"})
    assert "holds a sign that nobody can see: U+202E" in str(problems(page)[field])


def test_a_review_on_a_day_to_come_is_none(dawn, term):
    page = dawn.press(term, dawn.open(term), reviewed_on="9999-12-31", meaning="A meaning.")
    assert problems(page)["reviewed_on"] == ["This day is still to come."]


def test_a_pattern_needs_its_question(dawn):
    word = ProductWord.objects.get(slug="imperative")
    page = dawn.press(word, dawn.open(word), ask="")
    assert "A pattern needs a question to ask again." in str(problems(page))


def test_a_slug_in_use_cannot_be_changed(dawn, term):
    dawn.publish(term, slug="another-name", meaning="A new meaning.")
    assert Term.objects.get(pk=term.pk).slug == "crm"


def test_a_new_entry_is_named_and_stands_last(dawn):
    assert dawn.get(address(Evidence)).status_code == 200
    assert dawn.publish(Evidence, {"language": "en"}, **FINDING).status_code == 302
    assert list(contents().evidence)[-1] == "a-new-finding"


def test_a_tick_says_that_it_was_looked_over_today(dawn, term):
    Term.objects.filter(pk=term.pk).update(reviewed_on=date(2020, 1, 2))
    values = dawn.open(term)
    assert "looked_over" not in values
    dawn.publish(term, values, looked_over="on", reviewed_on="")
    assert Term.objects.get(pk=term.pk).reviewed_on == timezone.localdate()


def test_the_names_to_choose_from_stand_beside_the_form(dawn, term):
    page = said(dawn.get(address(term)).text)
    assert "Names to choose from for “See also”" in page
    assert "digital-exclusion" in page


def test_a_finding_is_chosen_by_what_it_claims(dawn, avenue):
    assert Evidence.objects.first().in_brief in said(dawn.get(address(avenue)).text)


def test_ed_is_told_that_dawn_published_first_and_keeps_what_both_wrote(dawn, ed, avenue):
    eds = ed.open(avenue)
    dawn.publish(avenue, try_small="Try it for a month with one team.", edit_reason="Shorter")
    page = ed.press(avenue, eds, summary="One place to see who asked, and what was promised.")
    assert "Somebody else has changed this meanwhile" in page.text
    assert "dawn published a change on" in said(page.text)
    assert "You changed other parts, so the form below holds both." in page.text
    checked = ed.press(avenue, typed_in(page))
    assert ed.press(avenue, typed_in(checked)).status_code == 302
    now = Avenue.objects.get(pk=avenue.pk)
    assert now.try_small == "Try it for a month with one team."
    assert now.summary == "One place to see who asked, and what was promised."


def test_where_both_changed_the_same_ed_sees_dawns_words_and_keeps_his_own(dawn, ed, term):
    eds = ed.open(term)
    dawn.publish(term, meaning="What Dawn says.")
    page = ed.press(term, eds, meaning="What Ed says.")
    assert "added: What Dawn says." in said(page.text)
    assert "take in theirs if they should stay: Meaning." in said(page.text)
    assert page.context["adminform"].form["meaning"].value() == "What Ed says."
    assert Term.objects.get(pk=term.pk).meaning == "What Dawn says."


def test_ed_is_told_too_when_dawn_publishes_between_his_two_presses(dawn, ed, term):
    checked = ed.press(term, ed.open(term), meaning="What Ed says.")
    dawn.publish(term, term="CRM system")
    page = ed.press(term, typed_in(checked))
    assert "Somebody else has changed this meanwhile" in page.text
    assert Term.objects.get(pk=term.pk).meaning == term.meaning


@pytest.mark.parametrize("seen", ["", "0", "x" * 5000, "9" * 30, "-1"])
def test_a_form_that_comes_from_nowhere_is_shown_first(seen, dawn, term):
    page = dawn.press(term, dawn.open(term), meaning="A new meaning.", seen=seen)
    assert "Somebody else has changed this meanwhile" in page.text
    assert Term.objects.get(pk=term.pk).meaning == term.meaning


@pytest.mark.parametrize("field", ["control", "needs", "can_do"])
def test_more_than_anybody_would_read_is_refused_at_once(field, dawn, avenue):
    page = dawn.press(avenue, dawn.open(avenue), **{field: "lorem ipsum " * 10_000})
    assert problems(page)[field]


def test_what_a_step_asks_about_cannot_be_deleted(dawn):
    dimension = Dimension.objects.first()
    page = dawn.post(address(dimension, "delete"), {"post": "yes"})
    assert "the step of the questionnaire that asks about it" in page.text
    assert Dimension.objects.filter(pk=dimension.pk).exists()


def test_what_others_name_cannot_be_deleted(dawn, avenue):
    page = dawn.post(address(avenue, "delete"), {"post": "yes"})
    assert "would require deleting the following protected related objects" in page.text
    assert Avenue.objects.filter(pk=avenue.pk).exists()


def test_a_published_edit_makes_a_new_content_version_and_what_was_sent_keeps_its_own(dawn):
    sent = versions.send(case_with(answers()), by="Alice", at=timezone.now(), contents=contents())
    before = contents()
    sentence = Sentence.objects.get(slug="verdict-go-ahead")
    dawn.publish(sentence, text="Yes, go on")
    assert contents().version != before.version
    assert sent.snapshot["content_version"] == before.version
    assert kept.contents_of(before.version).sentences[sentence.slug].text == "Go ahead"


def test_a_consultant_reads_all_of_it_and_is_given_no_button(term):
    person = Staff()
    person.sign_in(member("carol", roles.CONSULTANT))
    page = person.get(address(term))
    assert page.status_code == 200
    assert 'name="_save"' not in page.text
    assert "formaction" not in page.text
    assert "See also data-migration" in said(page.text)
    assert person.post(address(term), {"meaning": "x"}).status_code == 403


def test_an_editor_may_hold_the_consultants_role_too(term):
    person = Staff()
    person.sign_in(member("carol", roles.CONSULTANT, roles.EDITOR))
    assert 'name="_save"' in person.get(address(term)).text


def test_what_an_editor_types_is_never_run_in_the_next_ones_browser(dawn):
    lesson = Lesson.objects.first()
    words = "<script>alert(1)</script> & {{ 7|add:7 }} “</textarea>”"
    page = dawn.press(lesson, dawn.open(lesson), what_happened=words)
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text
