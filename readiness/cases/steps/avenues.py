"""Stage 2, make the business case: the ways forward."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, LongText, Many, Text
from readiness.cases.steps.choices import AVENUES
from readiness.cases.steps.step import Page, Step


class Avenues(Step):
    """Ways forward."""

    reads_others = True

    page = Page(
        slug="avenues",
        name=_("Ways forward"),
        title=_("Which ways forward fit your need?"),
        intro=_("We put the ones that fit your need first, and say why. Choose one to three."),
        why=_(
            "There are many kinds of technology, and a need often fits more than one. Looking at kinds first keeps you free of any one product."
        ),
        example=_(
            "Larch House needs notes written once. It chose records and care management, and mobile working. It looked at robots and ruled them out."
        ),
        findings=(
            "wcs-extra-hour-per-carer",
            "ai-sensors-data-not-usable",
            "small-steps-principle",
        ),
    )

    chosen = Many(
        _("Which ways forward do you want to look at?"),
        choices=AVENUES,
        most=3,
        noun=_("the ways forward"),
        hint=_("Choose one to three. You can change this later."),
        read_as=_("Ways forward"),
    )

    why = LongText(
        _("Why these?"),
        noun=_("why you chose these"),
        hint=_("Say how they meet the need. Say what you ruled out."),
        read_as=_("Why these"),
    )

    in_place = LongText(
        _("What do you have already?"),
        noun=_("what is in place"),
        hint=_("Systems, devices, Wi-Fi and contracts that this must fit with."),
        read_as=_("What is in place"),
        required=False,
    )

    title = Text(
        _("What do you ask the board for, in one line?"),
        noun=_("the line"),
        hint=_("Leave it empty, and we make it from the ways forward that you choose."),
        read_as=_("What is asked for"),
        required=False,
    )

    def dress(self, contents):
        self.fields["chosen"].choices = tuple(
            Choice(slug, avenue.name, avenue.summary) for slug, avenue in contents.avenues.items()
        )
