"""The minutes: most of the benefit rests on them."""

from datetime import date
from decimal import Decimal

from readiness.cases.checks.registry import check
from readiness.cases.facts import Facts

# The adult rate of the National Living Wage and the day it began: GOV.UK, minimum wage rates.
NATIONAL_LIVING_WAGE = {date(2025, 4, 1): Decimal("12.21"), date(2026, 4, 1): Decimal("12.71")}
_RECORDS = {"records-and-care-management", "mobile-working", "software-and-apps"}
_REPORTED_FOR_RECORDS = 20  # minutes a shift: the government's "up to" for digital care records
_REPORTED_AT_ALL = 60  # minutes a shift: the most that care services have reported


def _above(facts: Facts, name: str, limit: Decimal | int | None) -> bool:
    value = facts.number("time", name)
    return value is not None and limit is not None and value > limit


@check("more-users-than-staff")
def more_users_than_staff(facts: Facts) -> bool:
    return _above(facts, "staff_using", facts.number("organisation", "staff"))


@check("too-many-shifts")
def too_many_shifts(facts: Facts) -> bool:
    users = facts.number("time", "staff_using")
    return users is not None and _above(facts, "shifts_per_week", 7 * users)


@check("saves-more-than-it-takes")
def saves_more_than_it_takes(facts: Facts) -> bool:
    now = facts.number("time", "minutes_now")
    change = facts.number("alternatives", "change_minutes_saved")
    return _above(facts, "minutes_saved_high", now) or (
        now is not None and change is not None and change > now
    )


@check("saves-every-minute")
def saves_every_minute(facts: Facts) -> bool:
    now = facts.number("time", "minutes_now") or 0
    return now > 0 and facts.number("time", "minutes_saved_high") == now


@check("beyond-20-minutes")
def beyond_20_minutes(facts: Facts) -> bool:
    for_records = _RECORDS & set(facts.many("avenues", "chosen"))
    return bool(for_records) and _above(facts, "minutes_saved_likely", _REPORTED_FOR_RECORDS)


@check("beyond-an-hour")
def beyond_an_hour(facts: Facts) -> bool:
    return _above(facts, "minutes_saved_high", _REPORTED_AT_ALL)


@check("no-range")
def no_range(facts: Facts) -> bool:
    low = facts.number("time", "minutes_saved_low")
    same = low == facts.number("time", "minutes_saved_high")
    return bool(low) and same and facts.get("time", "confidence") != "measured"


@check("minutes-are-a-guess")
def minutes_are_a_guess(facts: Facts) -> bool:
    return facts.get("time", "confidence") == "guess"


@check("full-benefit-from-day-one")
def full_benefit_from_day_one(facts: Facts) -> bool:
    return _above(facts, "first_year_percent", 90)


@check("time-counted-as-cash")
def time_counted_as_cash(facts: Facts) -> bool:
    return _above(facts, "cashable_percent", 50)


@check("cash-from-hours-people-fear-for")
def cash_from_hours_people_fear_for(facts: Facts) -> bool:
    fear = facts.number("anxieties", "replace-people") or 0
    return fear >= 2 and _above(facts, "cashable_percent", 0)


@check("pay-below-the-floor")
def pay_below_the_floor(facts: Facts) -> bool:
    rates = [rate for begins, rate in NATIONAL_LIVING_WAGE.items() if begins <= facts.today]
    pay = facts.number("time", "hourly_pay")
    return pay is not None and bool(rates) and pay < rates[-1]


@check("no-on-costs")
def no_on_costs(facts: Facts) -> bool:
    on_costs = facts.number("time", "on_costs_percent")
    return on_costs is not None and on_costs < 10
