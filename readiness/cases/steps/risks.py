"""Stage 2, make the business case: what could go wrong?"""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, OneNumber, Text
from readiness.cases.steps.step import Page, Questions, RowsStep


class Risk(Questions):
    """One row of risks."""

    risk = Text(
        _("What could go wrong?"),
        noun=_("the risk"),
        hint=_("Say what happens and to whom."),
        read_as=_("Risk"),
    )

    likelihood = OneNumber(
        _("How likely is it?"),
        folded=True,
        choices=(
            Choice(1, _("1 – Very unlikely")),
            Choice(2, _("2 – Unlikely")),
            Choice(3, _("3 – It could happen")),
            Choice(4, _("4 – Likely")),
            Choice(5, _("5 – Almost certain")),
        ),
        noun=_("how likely it is"),
        read_as=_("How likely"),
    )

    impact = OneNumber(
        _("How bad would it be?"),
        folded=True,
        choices=(
            Choice(1, _("1 – A small nuisance")),
            Choice(2, _("2 – Some bother"), _("Put right within days")),
            Choice(3, _("3 – Real trouble"), _("Costs money, or upsets people")),
            Choice(4, _("4 – Serious"), _("Someone is let down badly")),
            Choice(5, _("5 – Very serious"), _("Someone is harmed, or the service stops")),
        ),
        noun=_("how bad it would be"),
        read_as=_("How bad"),
    )

    owner = Text(
        _("Who looks after it?"),
        noun=_("who looks after it"),
        hint=_("One person or role."),
        read_as=_("Who looks after it"),
    )

    response = Text(
        _("What will you do about it?"),
        noun=_("what you will do about it"),
        hint=_("To make it less likely, or less bad."),
        read_as=_("What we do about it"),
    )


class Risks(RowsStep):
    """Risks."""

    reads_others = True

    page = Page(
        slug="risks",
        name=_("Risks"),
        title=_("What could go wrong?"),
        intro=_("We have made a start from your answers. Keep what is true, and add your own."),
        why=_(
            "Every change has risks. A board trusts a case that names them and says who looks after each."
        ),
        example=_(
            "Risk: the Wi-Fi fails at night. Likely: 3. How bad: 4. Who: Sam, maintenance. Answer: paper sheets on each floor, and a practice in August."
        ),
        findings=(
            "codesign-aged-care-system-worked",
            "deleted-rosters-attack",
            "attila-half-never-installed",
        ),
    )
    form = Risk
    row_name = _("Risk")
    add = _("Add another risk")
    min_num, max_num = 0, 10
    none = _("We see no risks")
