"""Choices that more than one question offers."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, OneNumber

# The groups of people that a decision touches.
GROUPS = (
    Choice("people", _("People who draw on care and support"), _("The people you support")),
    Choice("families", _("Families and friends"), _("Including unpaid carers")),
    Choice("frontline", _("Frontline staff"), _("Staff who give care and support")),
    Choice("volunteers", _("Volunteers")),
    Choice("managers", _("Managers"), _("Including team leaders and seniors")),
    Choice(
        "professionals", _("Outside professionals"), _("Social workers, nurses, therapists, GPs")
    ),
    Choice("finance", _("Finance"), _("Whoever pays the bills and does the budget")),
    Choice("it", _("IT"), _("Whoever looks after computers and phones")),
    Choice("board", _("Board or trustees"), _("Or the owners")),
    Choice("commissioners", _("Commissioners"), _("Councils and NHS bodies that pay for care")),
)

GROUPS_OR_SUPPLIER = (
    *GROUPS,
    Choice("supplier", _("A supplier"), _("A company that sells or runs the technology")),
)

# How sure a figure is.
CONFIDENCE = (
    Choice("measured", _("Measured"), _("We counted or timed it, or it is in our records")),
    Choice("quoted", _("Quoted"), _("It is in a written quote or price list")),
    Choice("estimated", _("Estimated"), _("We worked it out from something we know")),
    Choice("guess", _("A guess"), _("We do not know yet. That is fine, and we will say so")),
)

INVOLVED = (
    Choice("not-yet", _("Not yet"), _("They know nothing about it")),
    Choice("told", _("Told"), _("They have heard about it")),
    Choice("asked", _("Asked"), _("They have said what they think")),
    Choice("shaping", _("Helping to shape it"), _("What they say changes the plan")),
    Choice("not-applicable", _("Does not apply"), _("We have no such group")),
)

# How strongly a worry was heard. Each begins with the words in which people are asked how much it
# worries them, as the two stand side by side once they have answered.
HEARD = (
    Choice(0, _("Not heard"), _("Not at all. Nobody has said it")),
    Choice(1, _("Mild"), _("A little. Said once or twice, in passing")),
    Choice(2, _("Strong"), _("A lot. Said often or with feeling")),
    Choice(
        3,
        _("Blocking"),
        _("So much that they would say no. It will not go ahead until this is answered"),
    ),
)

# More choice and control, or less: for the case and for people who are asked.
MORE_OR_LESS = (
    Choice("much-less", _("A lot less")),
    Choice("less", _("A bit less")),
    Choice("same", _("The same")),
    Choice("more", _("A bit more")),
    Choice("much-more", _("A lot more")),
)

# How far a statement of readiness holds; the catalogue has a description of each.
LEVELS = tuple(
    Choice(n, name)
    for n, name in enumerate(
        (
            _("Not yet"),
            _("Some of it"),
            _("Mostly"),
            _("All of it"),
        )
    )
)

# The ways forward that the catalogue describes.
AVENUES = tuple(
    Choice(slug, slug)
    for slug in (
        "assistive-technology",
        "crm",
        "records-and-care-management",
        "transactional-systems",
        "logistics-and-efficiency",
        "communication-channels",
        "service-delivery-channels",
        "delivery-of-care-and-support",
        "software-and-apps",
        "mobile-working",
        "performance-management",
    )
)

# The outcomes by their numbers; a page names those that there are.
OUTCOMES = tuple(Choice(n, format_lazy(_("Outcome {n}"), n=n)) for n in range(1, 6))


class OutcomeNumber(OneNumber):
    """Which of the outcomes, by its number; kept also where there is none of that number."""

    def __init__(self, label, **options):
        super().__init__(label, choices=OUTCOMES, folded=True, **options)
