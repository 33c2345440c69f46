"""What every supplier brief asks for in our words, whoever sends it: proof, prices, ways out."""

from django.utils.translation import gettext as _

from readiness.reports.context.parts import Line


def proofs() -> dict[str, Line]:
    """What a supplier must show for each assurance, by the name of its question."""
    return {
        "dpia": Line(
            _("Data protection"),
            (
                _(
                    "What we need for our data protection impact assessment: which details you hold,"
                    " where, for how long, and who sees them."
                ),
            ),
        ),
        "data_security": Line(
            _("Data security"),
            (
                _(
                    "Sign-in with two steps, back-ups that were tried, and your last security test"
                    " by somebody else."
                ),
            ),
        ),
        "clinical_safety": Line(
            _("Clinical safety"),
            (_("Your clinical safety file, your list of hazards, and who signs them."),),
        ),
        "accessibility": Line(
            _("Accessibility"),
            (
                _(
                    "How you meet WCAG 2.2 at level AA, and who tried it: people who cannot see,"
                    " hear or use their hands well."
                ),
            ),
        ),
        "offline": Line(
            _("Carrying on when it is down"),
            (
                _(
                    "What still works with no power, no signal or after an attack, and how soon all"
                    " of it is back."
                ),
            ),
        ),
        "open_standards": Line(
            _("Open standards"),
            (_("The open standards that you use, and the systems that you share with today."),),
        ),
        "data_export": Line(
            _("Taking records out"),
            (_("A sample of a full export, in a form that another system can read."),),
        ),
        "exit_plan": Line(
            _("Plan for leaving"),
            (_("How it ends, how long that takes, what it costs, and who helps us move."),),
        ),
    }


def judging() -> tuple[Line, ...]:
    """How answers are judged, in this order; nothing is scored."""
    return (
        Line(
            _("1. The musts"),
            (
                _(
                    "We look at them first. Where an answer does not meet a must, we go on with it"
                    " only if nothing else meets it either."
                ),
            ),
        ),
        Line(
            _("2. The evidence"),
            (
                _(
                    "What was measured, by whom, and in services like ours. We give more weight to"
                    " tests that you did not pay for."
                ),
            ),
        ),
        Line(
            _("3. References"),
            (
                _(
                    "We speak to services of our choice among those that use it, and to one that left"
                    " you. You need not be there."
                ),
            ),
        ),
        Line(
            _("4. The whole-life cost"),
            (_("All that we would pay over the years, not the price of the first one."),),
        ),
    )


def how_to_reply() -> tuple[str, ...]:
    """What an answer must hold."""
    return (
        _("For each requirement say: met, partly met or not met. Say how, and show it."),
        _("Answer every question by its number. “We do not know” is an answer."),
        _("Send the proof that is asked for under “Safe to use”, or say when it will be there."),
        _(
            "Give your prices for each of five years: set-up, moving data, devices, licences,"
            " training, support, links to other systems, and leaving. Say how prices may rise."
        ),
        _("Name two services like ours that use it, and one that has left you."),
        _("Say what you would need from us: people, hours, Wi-Fi and devices."),
    )


def exit_terms() -> tuple[str, ...]:
    """What must be in the contract about the way out."""
    return (
        _("A contract does not renew by itself. We can end it with three months’ notice."),
        _("We may stop in the first three months if it does not do what was promised."),
        _("You help us move, at a price that is named before we sign."),
        _("Price rises are capped in the contract, and told to us three months before."),
        _("If you are sold or stop trading, we keep access long enough to move."),
    )


def data_terms() -> tuple[str, ...]:
    """What must be in the contract about the records."""
    return (
        _("The records belong to the people and to us, and never to you."),
        _("We can take all of them out at any time, in an open form, at no charge."),
        _("You use them for our service alone: not to sell, and not to train other systems."),
        _("You tell us where they are kept, and who else works on them for you."),
        _("You tell us of a loss or an attack within 24 hours."),
        _("After we leave you delete them, and show us that it is done."),
    )
