"""Three organisations of our own, each with a whole case: one may go ahead, one must get ready
first, and for one it is not this, or not now."""

from tests.cases.answer_parts import (
    EXTRA_STAFF,
    HEARD,
    cost,
    involved,
    outcome,
    ready,
    risk,
    saving,
    time,
)
from tests.cases.builders import Answers

# A group of three care homes: notes are written three times.
CARE_HOMES: Answers = {
    "about-you": {"role": "manager", "name": "Ngozi Bell", "email": "ngozi@example.org"},
    "organisation": {
        "name": "Alder Bank Homes",
        "services": ["care-home", "nursing-home"],
        "nation": "england",
        "people_supported": 118,
        "staff": 150,
        "volunteers": 12,
        "sites": 3,
    },
    "need": {
        "problem": "Carers write each day’s notes three times: by hand in the lounge, in the care "
        "plan and in the handover book.\n\nThey stay behind to do it, and still the night staff "
        "cannot find who drank too little.",
        "affected": ["people", "families", "frontline"],
        "frequency": "every-shift",
        "if_nothing_changes": "More unpaid time, more agency shifts, and things missed at handover.",
    },
    "need-evidence": {
        "sources": ["own-records", "staff-survey", "observation"],
        "baseline": "48 minutes of writing a shift, timed over ten shifts last spring.",
        "confidence": "measured",
    },
    "outcomes": {
        "rows": [
            outcome(
                "Carers leave on time", "frontline", "Late finishes a month", "63", "15", "2028-09"
            ),
            outcome("People drink enough", "people", "Falls and infections", "9", "5", "2028-12"),
        ]
    },
    "control": {
        "decides_now": "frontline",
        "decides_after": "people",
        "change": "more",
        "how": "People and families can read what is written, and say what is wrong with it.",
    },
    "inclusion": {
        "at_risk": ["dementia", "sensory-loss", "staff-low-confidence"],
        "barriers": "Small print, and carers who have never used a phone for work.",
        "alternative": "in-place",
        "alternative_detail": "A large-print sheet by the bed each day. Nobody has to look at a screen.",
    },
    "involvement": involved("asked", frontline="shaping", managers="shaping", it="told"),
    "avenues": {
        "title": "Notes written once, where care is given",
        "chosen": ["records-and-care-management", "mobile-working"],
        "why": "The time goes on writing, so we look at how notes are written and found.",
        "in_place": "Paper, a shared drive and good Wi-Fi in two of the three homes.",
    },
    "time": time(
        48,
        6,
        12,
        18,
        staff_using=96,
        hourly_pay="12.90",
        on_costs_percent="24",
        shifts_per_week=420,
        cashable_percent="10",
        confidence="estimated",
    ),
    "costs": {
        "rows": [
            cost("Licences for three homes", "licences", "quoted", per_year="11400.00"),
            cost("Handsets and spares", "devices", "quoted", one_off="9800.00", per_year="900.00"),
            cost("Set-up and moving records", "set-up", "estimated", one_off="7500.00"),
            cost("Wi-Fi in the third home", "connectivity", "quoted", one_off="3600.00"),
        ]
    },
    "cost-assumptions": {
        "years": 5,
        "discount_rate": "3.5",
        "contingency_percent": "30",
        "training_hours": "5",
        "turnover_percent": "28",
        "budget": "60000.00",
        "funding": "Reserves first, then what we save on agency shifts.",
    },
    "savings": {
        "rows": [saving("Paper, printing and storage", "800.00", "1500.00", "2000.00", "measured")]
    },
    "alternatives": {
        "cost_of_waiting": "0.00",
        "change_description": "One shorter form in place of two.",
        "change_one_off": "600.00",
        "change_minutes_saved": 3,
        **EXTRA_STAFF,
    },
    "anxieties": HEARD | {"two-members-of-staff": 2},
    "anxiety-two-members-of-staff": {
        "who": ["frontline", "board"],
        "response": "We showed both sums at the staff meeting, and promised that no post goes.",
    },
    **ready(),
    "risks": {
        "rows": [
            risk(
                "Wi-Fi fails in the old wing",
                3,
                3,
                "Deputy manager",
                "Fill gaps; practise on paper",
            ),
            risk("Nobody has time to learn", 3, 4, "Registered manager", "Rota in the hours first"),
        ]
    },
}

# A home-care agency: visits run late and nobody knows. Its signal and its budget are too weak.
HOME_CARE: Answers = {
    "about-you": {"role": "owner", "name": "Rhys Penn"},
    "organisation": {
        "name": "Teifi Valley Home Care",
        "services": ["home-care"],
        "nation": "wales",
        "people_supported": 85,
        "staff": 41,
        "sites": 1,
    },
    "need": {
        "problem": "Visits run late and we hear of it from the family. The rota is on a whiteboard.",
        "affected": ["people", "families", "frontline", "managers"],
        "frequency": "daily",
        "if_nothing_changes": "People wait for their medicine, and carers leave us for a calmer job.",
    },
    "need-evidence": {
        "sources": ["complaints", "feedback-families"],
        "baseline": "31 late visits a week, counted over four weeks last spring",
        "confidence": "measured",
    },
    "outcomes": {
        "rows": [outcome("Visits on time", "people", "Late visits a week", "31", "10", "2028-10")]
    },
    "control": {
        "decides_now": "managers",
        "decides_after": "people",
        "change": "more",
        "how": "They can ask for another time and are told at once if we are late.",
    },
    "inclusion": {
        "at_risk": ["no-internet", "language", "rural"],
        "barriers": "There is no signal in the upper valley, and some prefer Welsh.",
        "alternative": "in-place",
        "alternative_detail": "We ring, in Welsh or English.",
    },
    "involvement": involved("told", people="asked", families="asked", volunteers="not-applicable"),
    "avenues": {
        "chosen": ["logistics-and-efficiency"],
        "why": "The trouble is who goes where and when.",
    },
    "time": time(
        40,
        4,
        12,
        20,
        staff_using=36,
        hourly_pay="13.20",
        shifts_per_week=190,
        cashable_percent="20",
        confidence="estimated",
    ),
    "costs": {
        "rows": [
            cost("Rota and visit times", "licences", "quoted", per_year="5200.00"),
            cost("Phones", "devices", "estimated", one_off="6100.00", per_year="2200.00"),
            cost("Set-up", "set-up", "guess", one_off="2500.00"),
        ]
    },
    "cost-assumptions": {
        "years": 4,
        "discount_rate": "3.5",
        "contingency_percent": "60",
        "training_hours": "4",
        "turnover_percent": "35",
        "budget": "15000.00",
    },
    "savings": {"rows": []},
    "alternatives": EXTRA_STAFF | {"extra_fte": "1", "extra_pay": "13.20"},
    "anxieties": HEARD | {"replace-people": 3, "cost-much": 2},
    "anxiety-replace-people": {
        "who": ["frontline"],
        "response": "It shows us late visits and not where people are. The carers wrote the rules.",
    },
    "anxiety-cost-much": {
        "who": ["finance", "board"],
        "response": "We ask three agencies what they pay in all, and start with one patch.",
    },
    **ready(foundations=(0, 1, 2), money_and_market=(1, 1, 2)),
    "risks": {"rows": [risk("No signal", 5, 4, "Rhys Penn", "Choose one that works without it")]},
}

# A lunch club run by volunteers: the time it would save is small, and a phone list does as well.
LUNCH_CLUB: Answers = {
    "about-you": {"role": "other", "name": "Maeve"},
    "organisation": {
        "name": "Harbour Lights Lunch Club",
        "services": ["day-service", "charity"],
        "nation": "northern-ireland",
        "people_supported": 70,
        "staff": 1,
        "volunteers": 34,
        "sites": 1,
    },
    "need": {
        "problem": "Two volunteers spend every Monday on the telephone to fill the minibus.",
        "affected": ["people", "volunteers"],
        "frequency": "weekly",
        "if_nothing_changes": "They are both past eighty. When they stop, nobody knows the list.",
    },
    "need-evidence": {
        "sources": ["observation"],
        "baseline": "Five hours of calls each Monday, over four Mondays last spring",
        "confidence": "estimated",
    },
    "outcomes": {
        "rows": [outcome("Lifts are found sooner", "people", "Hours of calls", "5", "2", "2028-06")]
    },
    "control": {
        "decides_now": "volunteers",
        "decides_after": "people",
        "change": "same",
        "how": "They still ring or are rung. Some may choose to book for themselves.",
    },
    "inclusion": {
        "at_risk": ["no-internet", "low-confidence", "low-income"],
        "alternative": "in-place",
        "alternative_detail": "The telephone stays.",
    },
    "involvement": involved("asked", finance="not-applicable", it="not-applicable"),
    "avenues": {
        "chosen": ["communication-channels"],
        "why": "It is all about reaching people.",
    },
    "time": time(
        150,
        10,
        40,
        60,
        staff_using=4,
        hourly_pay="12.60",
        on_costs_percent="0",
        shifts_per_week=2,
        confidence="guess",
    ),
    "costs": {
        "rows": [
            cost("Booking by text and phone", "licences", "quoted", per_year="1900.00"),
            cost("A tablet", "devices", "guess", one_off="350.00"),
        ]
    },
    "cost-assumptions": {
        "years": 3,
        "discount_rate": "3.5",
        "contingency_percent": "60",
        "training_hours": "3",
        "turnover_percent": "10",
    },
    "savings": {"rows": []},
    "alternatives": {
        "change_description": "A shared list of lifts, and a rota of four callers.",
        "change_minutes_saved": 30,
        **EXTRA_STAFF,
        "extra_fte": "0.2",
    },
    "anxieties": HEARD,
    **ready(skills_and_ways_of_working=(0, 1, 1)),
    "risks": {"rows": []},
}
