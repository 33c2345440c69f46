"""Pairs of sentences, by slug, that cannot both be true of one case."""

from itertools import product

_PAYS_IN_CASH = ("cash-free", "cash-at-once", "cash-first-year", "cash-later", "cash-ahead")
_LOSES_CASH = ("cash-only-high", "cash-no-cash", "cash-drains", "cash-never", "cash-back-but-late")
_GAINS = ("worth-all-three", "worth-low-even", "worth-likely")
_LOSES = ("worth-only-high", "worth-high-even", "worth-never")
_BETTER_WINS = ("better-wins-more-hours", "better-wins", "better-equal")
_BETTER_LOSES = ("better-behind", "better-no-better")
_NOT_YET = ("lead-ready-behind", "lead-ready-over", "lead-ready-people", "lead-ready")
_REFUSED = ("lead-better", "lead-never")
_GO = ("lead-go-least-dear", "lead-go-cash-alone", "lead-go-cash", "lead-go-time")
_NO_HOURS = ("hours-all-nought", "hours-lost-all", "hours-lost", "hours-likely-nought")
_PRICED = ("hour-free", "hour-cheaper", "hour-same", "hour-dearer")
_STAFF_DEARER = ("staff-dearer-but-more", "staff-dearer-and-fewer-gained")
_NEEDS_MORE = ("even-nothing-to-save", "even-above-now", "even-above-high", "even-above-likely")
_OVER = ("budget-nought", "budget-over-a-little", "budget-over")
_AS_GOOD = ("wait-as-good", "wait-nothing-and-as-good")

# Each row: none of the first may be said beside any of the second.
_ROWS = (
    (_PAYS_IN_CASH, ("rests-time", "rests-time-no-cash", "rests-time-and-waiting", "lead-go-time")),
    (_PAYS_IN_CASH, ("rests-neither", "cash-beside-waiting", "reason-rests-on-time")),
    (_LOSES_CASH, ("lead-go-cash", "lead-go-cash-alone", "rests-cash", "rests-cash-only")),
    (_LOSES_CASH, ("reason-cash-carries", "rests-cash-but-loses")),
    (_GAINS, ("rests-neither", "rests-on-waiting", "rests-cash-but-loses", "lead-go-least-dear")),
    (_GAINS, ("fall-loses", "fall-null", "reason-least-dear", "back-but-late", *_NEEDS_MORE)),
    (_LOSES, ("fall-thin", "fall-some", "fall-wide", "rests-time", "rests-cash", "even-usual")),
    (_LOSES, ("even-within-low", "lead-go-cash", "lead-go-time", "wait-nothing")),
    (_BETTER_WINS, (*_GO, "even-rival", "even-rival-alone", "reason-ahead-of-better")),
    (_BETTER_LOSES, ("lead-better", "reason-better-wins", "reason-better-equal")),
    (_REFUSED, ("reason-ahead-of-now", "reason-in-budget", "reason-minutes-ahead-of-better")),
    (_REFUSED, ("asked-suppliers", "asked-nothing", "ask-not-yet")),
    (_NOT_YET, ("ask-usual", "asked-suppliers")),
    (_GO, ("asked-nothing", "low-ready-loses")),
    (_REFUSED, ("ask-usual", "reason-low-behind-now", "reason-low-behind-better")),
    (_GO, (*_OVER, *_AS_GOOD, "people-told", "people-not-asked", "ask-refused", "ask-not-yet")),
    (_GO, ("ready-one", "ready-most", "ready-few", "allow-nothing", "allow-no-learning")),
    (_GO, ("reason-over-budget", "reason-likely-behind", "reason-best-behind")),
    (_NOT_YET, ("reason-best-behind", "reason-better-wins", "ask-refused", "reason-ready")),
    (("lead-ready", "lead-ready-people"), (*_OVER, "reason-over-budget", *_AS_GOOD)),
    (("lead-ready-over",), ("budget-within", "budget-exact", "budget-none")),
    (_NO_HOURS, (*_PRICED, *_STAFF_DEARER, "rests-time", "rests-time-no-cash", "lead-go-time")),
    (_STAFF_DEARER, ("reason-staff-hour-cheaper",)),
    (("low-same-verdict",), ("reason-low-behind-now", "reason-low-behind-better")),
    (("wait-not-given",), ("cash-beside-waiting", "reason-beside-waiting", "reason-as-now-costs")),
    (("back-at-once",), ("rests-neither",)),
)

AT_ODDS = [pair for first, second in _ROWS for pair in product(first, second)]
