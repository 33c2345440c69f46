"""What an editor is told of one entry before it is published, and what is let be."""

from copy import deepcopy

import pytest

from readiness.catalogue.contents import gather
from readiness.catalogue.models import Anxiety, Avenue, Evidence, Lesson, Sentence, Term
from readiness.catalogue.models.lesson import TOLD_TO_US
from readiness.catalogue.quality import concerns, faults

CLAIM = "A trial of alarms found no difference."
SOURCE = {"source_title": "A trial of alarms", "publisher": "A journal"}


@pytest.fixture(scope="module")
def content(entries):
    return gather([entry for _file, entry in entries], "")


@pytest.fixture
def avenue(of_kind):
    """An avenue with evidence on both sides, free to be changed."""
    return deepcopy(of_kind(Avenue)["assistive-technology"])


def finding(**changes):
    """A finding that nothing is wrong with, and the changes to it."""
    sound = {
        "slug": "trial-of-alarms",
        "reviewed_on": "2026-11-24",
        "claim": CLAIM,
        "year": 2020,
        "url": "https://example.org/trial",
        "stance": "against",
        "avenues": ["crm"],
        **SOURCE,
    }
    return Evidence(**(sound | changes))


def lesson(**changes):
    """A lesson with a source of its own, and the changes to it."""
    sound = {
        "slug": "alarms-in-a-drawer",
        "reviewed_on": "2026-11-24",
        "title": "The alarms stayed in a drawer.",
        "year": 2020,
        "url": "https://example.org/trial",
        "avenues": ["crm"],
        **SOURCE,
    }
    return Lesson(**(sound | changes))


def told(remarks):
    return [str(remark) for remark in remarks]


def test_a_sound_entry_is_let_be(content):
    assert faults(finding(), content) == []
    assert concerns(finding(), content) == []
    assert faults(lesson(), content) == []


@pytest.mark.django_db
def test_an_entry_is_checked_among_what_is_published(no_content):
    (remark,) = faults(finding())
    assert str(remark).startswith("evidence trial-of-alarms: avenues: There is no avenue “crm”.")


def test_a_slug_that_names_nothing_is_refused(content):
    (remark,) = faults(finding(anxieties=["unheard-of"]), content)
    assert (remark.kind, remark.slug, remark.field) == ("evidence", "trial-of-alarms", "anxieties")
    assert "“unheard-of”" in remark.to_do


def test_a_word_does_not_lead_to_itself(content, of_kind):
    term = deepcopy(of_kind(Term)["accessibility"])
    term.see_also.append(term.slug)
    assert told(faults(term, content)) == [
        "term accessibility: see_also: This names itself. Take it out."
    ]


def test_a_finding_that_nothing_leads_to_is_told_but_not_refused(content):
    alone = finding(avenues=[])
    assert faults(alone, content) == []
    (remark,) = concerns(alone, content)
    assert "Nothing leads here" in remark.to_do


def test_a_finding_that_something_names_is_not_alone(content, avenue):
    alone = finding(avenues=[])
    avenue.evidence.append(alone.slug)
    assert concerns(alone, gather([*content.entries, avenue], "")) == []


@pytest.mark.parametrize("kind", [Avenue, Anxiety])
def test_a_side_without_evidence_must_be_stated(kind, content, of_kind):
    entry = deepcopy(next(iter(of_kind(kind).values())))
    entry.evidence = [
        slug for slug in entry.evidence if content.evidence[slug].stance != "supports"
    ]
    (remark,) = faults(entry, content)
    assert remark.field == "evidence"
    assert "write supports in none_found" in remark.to_do
    entry.none_found = ["supports"]
    assert faults(entry, content) == []


def test_none_found_is_no_longer_said_once_some_is(content, avenue):
    avenue.none_found = ["against"]
    (remark,) = faults(avenue, content)
    assert remark.field == "none_found"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"url": "http://example.org/trial"}, "url"),
        ({"url": ""}, "url"),
        ({"year": None}, "year"),
        ({"year": 2027}, "year"),
        ({"undated": True}, "undated"),
    ],
)
@pytest.mark.parametrize("made", [finding, lesson])
def test_a_source_that_cannot_be_looked_up_is_refused(made, changes, field, content):
    assert [remark.field for remark in faults(made(**changes), content)] == [field]


def test_a_source_may_say_that_it_shows_no_year(content):
    assert faults(finding(year=None, undated=True), content) == []


def test_a_lesson_without_a_source_of_its_own_needs_no_link(content):
    told_elsewhere = lesson(
        evidence=["magpie-effect"], source_title="", publisher="", url="", year=None
    )
    assert faults(told_elsewhere, content) == []


def test_nor_does_one_that_a_visitor_told_us(content):
    by_a_visitor = lesson(source_title="Told to us", publisher=TOLD_TO_US, url="")
    assert faults(by_a_visitor, content) == []


@pytest.mark.parametrize("link", ["", "http://example.org/rules"])
def test_a_standard_without_a_safe_link_is_refused(link, content, avenue):
    avenue.standards["wales"][0]["link"] = link
    (remark,) = faults(avenue, content)
    assert remark.field == "standards, wales, item 1, link"
    assert remark.name == "standards"


def test_a_name_of_a_product_is_refused_wherever_it_stands(content, avenue):
    avenue.needs[1]["instead"] = "Ask them on WhatsApp."
    (remark,) = faults(avenue, content)
    assert str(remark) == (
        "avenue assistive-technology: needs, item 2, instead: “Ask them on WhatsApp.”: "
        "Take out “WhatsApp”, and say what it does."
    )


def test_a_source_is_named_for_whose_it_is(content):
    assert faults(finding(publisher="The Access Group", source_title="Our iPads"), content) == []


def test_a_source_keeps_its_spelling(content, avenue):
    avenue.standards["wales"][0]["name"] = "Organization for color"
    assert faults(finding(publisher="World Health Organization"), content) == []
    assert faults(avenue, content) == []


def test_american_spelling_is_refused(content):
    (remark,) = faults(finding(claim="The center reduced falls."), content)
    assert "“center”" in remark.to_do


def test_another_language_is_not_measured_as_if_it_were_english(content):
    welsh = finding(language="cy", claim=" ".join(["color"] * 40))
    assert faults(welsh, content) == []
    assert concerns(welsh, content) == []


def test_a_long_sentence_is_refused_by_how_it_begins(content):
    (remark,) = faults(finding(claim="We ask them now and " * 6), content)
    assert remark.to_do.startswith("Split the sentence that begins “We ask them now…”")
    assert remark.begins == "We ask them now and We ask them now and We ask them now and…"


def test_a_hard_text_is_refused(content):
    hard = "Organisational interoperability necessitates accountability from each of us now."
    (remark,) = faults(finding(claim=hard), content)
    assert remark.to_do.startswith("Use shorter words")


def test_a_label_is_not_measured(content):
    assert faults(finding(claim="Organisational interoperability"), content) == []


def test_what_stands_for_a_figure_does_not_count_as_a_hard_word(content):
    sentence = Sentence(
        slug="x", text="It is {benefit_fall_before_loss_percent} less than you said."
    )
    assert faults(sentence, content) == []


def test_an_entry_that_is_hard_on_the_whole_is_told(content):
    heavy = finding(claim="Technology programmes in organisations seldom improve things much.")
    assert any("mean grade" in remark.to_do for remark in concerns(heavy, content))
