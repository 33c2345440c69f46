"""Amounts below one another are rounded alike."""

from decimal import Decimal

from readiness.reports.context.rounding import in_pounds


def test_a_small_amount_among_large_ones_is_in_whole_pounds():
    rows = [["Tablet", Decimal("15.12")], ["Licences", Decimal(1900)], ["Later", Decimal("-0.3")]]
    assert in_pounds(rows) == [["Tablet", "£15"], ["Licences", "£1,900"], ["Later", "£0"]]


def test_amounts_that_are_all_small_keep_their_pence():
    rows = [["none", Decimal("15.12")], [Decimal(1900), Decimal("6.5")]]
    assert in_pounds(rows) == [["none", "£15.12"], ["£1,900", "£6.50"]]
