"""Stage 2, make the business case: what people are worried about."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import LongText, OneNumber
from readiness.cases.steps.choices import HEARD
from readiness.cases.steps.step import Page, Step


def _heard(label, short, hint) -> OneNumber:
    """The question how strongly one worry was heard."""
    return OneNumber(
        label,
        choices=HEARD,
        noun=_("how strongly you have heard %s") % label,
        hint=hint,
        read_as=short,
        inline=True,
    )


class Anxieties(Step):
    """How strongly each of the eight worries was heard."""

    page = Page(
        slug="anxieties",
        name=_("Worries"),
        title=_("What are people worried about?"),
        intro=_(
            "These are things that people often say. Choose how strongly you have heard each one."
        ),
        why=_(
            "Worries left unsaid come back later. Many hold some truth. We take each one seriously and show what your own figures say."
        ),
        example=_(
            "At Tideway Care at Home, carers asked if tracking would replace trust. The manager marked “Will it replace people?” as strong, and wrote down what they would do."
        ),
        findings=(
            "barnsley-carers-helped-design",
            "social-workers-not-consulted",
            "care-data-closed-1-5m-optouts",
        ),
        theme="not-an-it-project",
        sections={
            "improve-productivity": _("What have you heard about time, people and money?"),
            "doing-it-yourself": _("What have you heard about doing it?"),
        },
    )

    other = LongText(
        _("What else are people worried about?"),
        noun=_("the other worries"),
        hint=_("Use their words. Leave out names."),
        read_as=_("Other worries"),
        required=False,
    )


# A worry is kept under its slug, which is no name that a class could give.
Anxieties.base_fields = {
    "improve-productivity": _heard(
        _("“Will it really improve productivity?”"),
        _("Will it really improve productivity?"),
        _("That the gain will not come."),
    ),
    "free-up-time": _heard(
        _("“Will it really free up my time to do the job I want to do?”"),
        _("Will it really free up my time?"),
        _("That it means more typing, not more care."),
    ),
    "replace-people": _heard(
        _("“Will it replace people?”"),
        _("Will it replace people?"),
        _("That jobs, visits or human contact will go."),
    ),
    "cost-much": _heard(
        _("“Will it cost much?”"),
        _("Will it cost much?"),
        _("That there are costs nobody has told us about."),
    ),
    "doing-it-yourself": _heard(
        _("“This is really just about doing it yourself, isn’t it?”"),
        _("Is this just about doing it yourself?"),
        _("That people, families or staff will be left to get on with it alone."),
    ),
    "future-proof": _heard(
        _("“This is a big investment. Can we future-proof it?”"),
        _("Can we future-proof it?"),
        _("That it will be out of date, or the supplier will go."),
    ),
    "rigid-project-management": _heard(
        _("“We do not want a rigid project structure. That is not our style.”"),
        _("We do not want a rigid project structure"),
        _("That forms and meetings will take over."),
    ),
    "two-members-of-staff": _heard(
        _("“We could get two members of staff for that!”"),
        _("We could get two members of staff for that!"),
        _("That the money would do more good as people."),
    ),
    **Anxieties.base_fields,
}
