"""What stands beside a question: findings from both sides, and ways that need no technology."""

import re
from itertools import pairwise

import pytest

from readiness.cases import beside
from readiness.cases.stages import STEPS
from readiness.cases.steps.choices import AVENUES
from tests.cases.builders import contents
from tests.people import answers, said

PAGES = {slug: step.page for slug, step in STEPS.items() if not slug.startswith("anxiety-")}
WITHOUT = {"about-you", "organisation"}  # questions of fact
NONE_FOR = {"cost-assumptions"}  # we have found nothing that makes surprises less likely
CHOSEN = {"records-and-care-management", "assistive-technology"}


def stances(page, chosen=()):
    return [each.stance for each in beside.findings(page, chosen, contents())]


@pytest.mark.parametrize("slug", PAGES)
def test_every_finding_that_a_step_names_is_there_and_three_are_the_most(slug):
    page = PAGES[slug]
    assert len(contents().findings(page.findings)) == len(set(page.findings)) <= beside.MOST
    assert (not page.findings) == (slug in WITHOUT)
    assert page.worry in {"", *contents().anxieties}
    assert page.theme in {"", *contents().principles}


@pytest.mark.parametrize("slug", sorted(PAGES.keys() - WITHOUT))
def test_both_sides_stand_beside_a_question(slug):
    found = stances(PAGES[slug])
    assert "against" in found
    assert ("supports" in found) == (slug not in NONE_FOR)
    assert 2 <= len(found) <= beside.MOST


def test_no_finding_stands_beside_two_questions_that_follow_each_other():
    for before, after in pairwise(PAGES.values()):
        assert not set(before.findings) & set(after.findings), (before.slug, after.slug)


@pytest.mark.parametrize("avenue", [choice.value for choice in AVENUES])
@pytest.mark.parametrize("slug", [slug for slug, page in PAGES.items() if page.own_findings])
def test_findings_on_the_chosen_avenue_come_first_and_both_sides_still_stand(slug, avenue):
    page, found = PAGES[slug], beside.findings(PAGES[slug], [avenue], contents())
    own = [
        each.slug
        for each in contents().findings(contents().avenues[avenue].evidence)
        if page.worry in each.anxieties
    ]
    shown = [each.slug for each in found]
    assert {"supports", "against"} <= {each.stance for each in found}
    assert len(found) == beside.MOST or set(own) | set(page.findings) == set(shown)
    for stance in ("supports", "against"):
        of_own = [slug for slug in own if contents().evidence[slug].stance == stance]
        assert not of_own or of_own[0] in shown


def test_alice_sees_findings_on_what_she_chose_beside_the_question_of_time(done):
    done.save("avenues", answers()["avenues"] | {"chosen": ["mobile-working"]})
    page = said(done.see("time"))
    shown = beside.findings(PAGES["time"], ["mobile-working"], contents())
    assert shown != beside.findings(PAGES["time"], [], contents())
    for each in shown:
        assert each.in_brief in page


def needs(alice, problem):
    alice.save("need", answers()["need"] | {"problem": problem, "if_nothing_changes": "The same."})
    return alice.see("avenues")


def test_a_need_of_people_is_told_first_that_technology_may_not_be_missing(alice):
    page = needs(alice, "There are not enough staff, and good carers keep leaving.")
    way = contents().other_ways["people"]
    words = said(page)
    assert words.index(way.name) < words.index("Which ways forward do you want to look at?")
    assert f"Suggested because {way.needs[0]['reason']}." in words
    assert "You need not buy anything." in words
    for line in way.try_first:
        assert line in words
    assert 'value="other-way:people"' in page


def test_a_need_of_information_is_told_no_such_thing(alice):
    page = needs(alice, "Night staff cannot find what the day staff wrote.")
    assert "It may be that technology is not what is missing" not in page
    assert "other-way:" not in page


def test_ways_without_technology_do_not_change_the_order_of_those_with_it(alice):
    page = needs(alice, "Nobody listens to us, we are rushed, and it takes nine days to bill.")
    order = re.findall(r'name="avenues-chosen" value="([a-z-]+)"', page)
    assert order[0] == "transactional-systems"
    rest = [choice.value for choice in AVENUES if choice.value != order[0]]
    assert order[1:] == rest


def test_no_way_is_an_answer_that_can_be_chosen_but_an_avenue(alice):
    page = needs(alice, "We are lonely here.")
    assert "other-way:company" in page
    chosen = {"chosen": ["company"], "why": "It fits."}
    alice.send("avenues", {f"avenues-{name}": text for name, text in chosen.items()})
    assert alice.kept("avenues") is None
