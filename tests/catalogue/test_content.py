"""What we publish is whole, and each part fits the others. test_quality.py sees how good it is."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from readiness.catalogue.models import (
    NATIONS,
    Anxiety,
    Avenue,
    Dimension,
    Evidence,
    ProductWord,
)
from readiness.catalogue.texts import texts_of


def test_the_catalogue_is_as_large_as_it_should_be(of_kind):
    assert len(of_kind(Avenue)) == 11
    assert len(of_kind(Anxiety)) == 8
    assert len(of_kind(Dimension)) == 9
    assert len(of_kind(Evidence)) == 129


def test_every_entry_is_whole_and_within_its_limits(entries):
    faults = []
    for file, entry in entries:
        try:
            entry.full_clean(validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            faults.append(f"{file}: {entry.slug}: {error.message_dict}")
    assert faults == []


def test_no_slug_is_used_twice(entries):
    keys = [(type(entry), entry.natural_key()) for _, entry in entries]
    assert len(keys) == len(set(keys))


def test_every_anxiety_is_answered_from_both_sides_with_its_sources(of_kind):
    for anxiety in of_kind(Anxiety).values():
        for side in (anxiety.supports, anxiety.against):
            assert len(side) >= 3
            assert {slug for part in side for slug in part["evidence"]} <= set(anxiety.evidence)


def test_each_finding_bears_on_something_and_knows_what_uses_it(of_kind):
    for finding in of_kind(Evidence).values():
        assert finding.avenues or finding.anxieties, finding.slug
    for avenue in of_kind(Avenue).values():
        for slug in avenue.evidence:
            assert avenue.slug in of_kind(Evidence)[slug].avenues, (avenue.slug, slug)
    for anxiety in of_kind(Anxiety).values():
        for slug in anxiety.evidence:
            assert anxiety.slug in of_kind(Evidence)[slug].anxieties, (anxiety.slug, slug)


def test_each_finding_can_be_looked_up_and_fits_beside_a_question(of_kind):
    for finding in of_kind(Evidence).values():
        assert urlsplit(finding.url).hostname, finding.slug
        assert len(finding.in_brief) <= 140, finding.slug
        assert finding.in_brief.endswith("."), finding.slug
        assert finding.claim.endswith("."), finding.slug
        assert finding.year is None or 1990 < finding.year < 2100, finding.slug


def test_a_finding_told_by_those_who_sell_says_so(of_kind):
    """Nobody should meet a seller's figure without seeing whose it is."""
    for finding in of_kind(Evidence).values():
        if finding.source_independence == Evidence.Independence.SUPPLIER:
            told = rf"supplier|company|{re.escape('One guide')}"
            assert re.search(told, f"{finding.in_brief} {finding.note}"), finding.slug


def test_every_dimension_is_whole_and_names_its_evidence(of_kind):
    for dimension in of_kind(Dimension).values():
        assert [len(s["levels"]) for s in dimension.statements] == [4, 4, 4]
        assert [len(s["next_actions"]) for s in dimension.statements] == [3, 3, 3]
        assert dimension.evidence, dimension.slug


def test_a_reason_completes_suggested_because(of_kind):
    for avenue in of_kind(Avenue).values():
        for need in avenue.needs:
            assert need["reason"][0].islower(), need
            assert len(set(need["words"])) == len(need["words"]) >= 2, need


def test_every_nation_has_standards_in_every_avenue(of_kind):
    for avenue in of_kind(Avenue).values():
        assert {nation: bool(avenue.standards[nation]) for nation in NATIONS} == dict.fromkeys(
            NATIONS, True
        )


def found_in(entries, pattern):
    """Where a pattern stands in the content, as “file: slug: what was found”."""
    return [
        f"{file}: {entry.slug}: {found[0]}"
        for file, entry in entries
        for text in texts_of(entry)
        if not text.cited and (found := re.search(pattern, text.words))
    ]


def test_quotation_marks_and_spaces_are_those_of_print(entries):
    sentences = [(file, entry) for file, entry in entries if not isinstance(entry, ProductWord)]
    assert found_in(sentences, r".{0,20}(?:\w'\w|\"| - |--|\.\.\.|  |^\s|\s$).{0,20}") == []
