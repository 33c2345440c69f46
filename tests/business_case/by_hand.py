"""A second reading of the sums, in exact fractions and by another road, to hold against the first.

Nothing here is taken from the package: where the two differ, one of them has misread the contract.
"""

from dataclasses import fields, is_dataclass
from decimal import Decimal
from fractions import Fraction


def flat(value, name=""):
    """{"npv_all.low": …, "options.as_now.npv_cash": …} of a figure and everything in it."""
    if is_dataclass(value):
        value = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, tuple):
        value = dict(enumerate(value))
    if not isinstance(value, dict):
        return {name: value}
    return {
        path: leaf
        for key, part in value.items()
        for path, leaf in flat(part, f"{name}.{key}".strip(".")).items()
    }


def by_hand(case):
    """Every printed figure as a Fraction, an int of months, or None."""
    t, a, o = case.time, case.assumptions, case.alternatives
    n, per = a.years, 1 + Fraction(a.discount_rate) / 100
    margin = 1 + Fraction(a.contingency_percent) / 100
    on_costs = 1 + Fraction(t.on_costs_percent) / 100
    hour, extra_hour = Fraction(t.hourly_pay) * on_costs, Fraction(o.extra_pay) * on_costs
    learning = t.staff_using * Fraction(a.training_hours) * hour
    relearning = learning * Fraction(a.turnover_percent) / 100
    one_off = (sum(Fraction(c.one_off) for c in case.costs if c.in_year == 0) + learning) * margin
    later = {
        y: sum(Fraction(c.one_off) for c in case.costs if c.in_year == y) * margin
        for y in range(1, n + 1)
    }
    yearly = (sum(Fraction(c.per_year) for c in case.costs) + relearning) * margin
    whole_life = one_off + n * yearly + sum(later.values())
    reach = {y: Fraction(t.first_year_percent) / 100 if y == 1 else 1 for y in later}

    def today(amount):
        """What `amount(y)` a year is worth today."""
        return sum(amount(y) / per**y for y in later)

    pv_cost = one_off + today(lambda y: yearly + later[y])
    reached, reached_today = sum(reach.values()), today(lambda y: Fraction(reach[y]))
    cashable = Fraction(t.cashable_percent) / 100

    def hours(minutes):
        return Fraction(minutes) / 60 * t.shifts_per_week * 52

    def benefit(minutes, saving, time_share=Fraction(1)):
        return hours(minutes) * hour * time_share + saving

    def per_hour(cost, released):
        return cost / released if released > 0 else None

    def option(cost, pv, hours_, released, price, all_, cash):
        return {
            "whole_life_cost": cost,
            "present_value_cost": pv,
            "hours_per_year": hours_,
            "cost_per_hour": per_hour(price, released),
            "npv_all": all_ - pv,
            "npv_cash": cash - pv,
        }

    figures = {
        "hourly_cost": hour,
        "learning": learning,
        "relearning": relearning,
        "one_off_cost": one_off,
        "yearly_cost": yearly,
        "whole_life_cost": whole_life,
        "first_year_cost": one_off + yearly + later[1],
        "present_value_cost": pv_cost,
        "unaccounted_one_offs": sum(Fraction(c.one_off) for c in case.costs if c.in_year > n),
    }
    saved = {}
    for level in ("low", "likely", "high"):
        minutes = getattr(t.minutes_saved, level)
        saving = saved[level] = sum(Fraction(getattr(s.amounts, level)) for s in case.savings)
        figures[f"hours_per_year.{level}"] = hours(minutes)
        for kind, part in (("cash", cashable), ("all", Fraction(1))):
            worth = benefit(minutes, saving, part)
            figures[f"npv_{kind}.{level}"] = worth * reached_today - pv_cost
            figures[f"payback_months_{kind}.{level}"] = month_by_month(
                one_off, [worth * reach[y] - yearly - later[y] for y in later]
            )
    minute = benefit(1, 0) * reached_today
    likely, w = t.minutes_saved.likely, Fraction(o.cost_of_waiting)
    gain = benefit(likely, saved["likely"]) * reached_today
    staff_cost = Fraction(o.extra_fte) * Fraction(o.extra_hours_per_week) * 52 * extra_hour
    staff_hours = (
        Fraction(o.extra_fte) * Fraction(o.extra_hours_per_week) * Fraction(o.extra_weeks_worked)
    )
    once, change, waiting = (
        Fraction(o.change_one_off),
        Fraction(o.change_per_year),
        today(lambda y: w),
    )
    change_minutes, change_saving = o.change_minutes_saved, Fraction(o.change_saving)
    options = {
        "as_now": option(n * w, waiting, Fraction(0), 0, 0, 0, 0),
        "better": option(
            once + n * (change + w),
            once + today(lambda y: change + w),
            hours(change_minutes),
            hours(change_minutes) * reached,
            once + n * change,
            benefit(change_minutes, change_saving) * reached_today,
            benefit(change_minutes, change_saving, cashable) * reached_today,
        ),
        "extra_staff": option(
            n * (staff_cost + w),
            today(lambda y: staff_cost + w),
            staff_hours,
            n * staff_hours,
            n * staff_cost,
            today(lambda y: staff_hours * extra_hour),
            0,
        ),
        "technology": option(
            whole_life,
            pv_cost,
            hours(likely),
            hours(likely) * reached,
            whole_life,
            gain,
            benefit(likely, saved["likely"], cashable) * reached_today,
        ),
    }
    match = options["better"]["npv_all"]
    likely_savings = saved["likely"] * reached_today
    return figures | {
        "break_even_minutes": (pv_cost - likely_savings) / minute if minute else None,
        "minutes_to_match_better": (pv_cost + match - likely_savings) / minute if minute else None,
        "benefit_fall_before_loss_percent": (1 - pv_cost / gain) * 100 if gain > 0 else None,
        "cost_per_hour_released": per_hour(whole_life, hours(likely) * reached),
        "extra_staff_cost_per_year": staff_cost,
        "extra_staff_hours_per_year": staff_hours,
        "extra_staff_cost_per_hour": per_hour(staff_cost, staff_hours),
        "technology_in_full_time_staff": (whole_life / n)
        / (Fraction(o.extra_hours_per_week) * 52 * extra_hour),
        **flat({"options": options}),
    }


def month_by_month(one_off, net_by_year):
    """Walk through the months and find the first after which none ends below nought."""
    totals = [-one_off]
    for net in net_by_year:
        for _ in range(12):
            totals.append(totals[-1] + Fraction(net) / 12)
    for month in range(len(totals)):
        if all(amount >= 0 for amount in totals[month:]):
            return month
    return None


def exact(value):
    return Fraction(value) if isinstance(value, Decimal) else value
