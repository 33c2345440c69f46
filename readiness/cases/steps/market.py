"""Stage 3, approach the market: what it must do, how you know it is safe, how you will buy."""

from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, LongText, Many, Month, One, Text
from readiness.cases.number_fields import Pounds
from readiness.cases.steps.choices import OutcomeNumber
from readiness.cases.steps.step import Page, Questions, RowsStep, Step


class Requirement(Questions):
    """One row of requirements."""

    requirement = Text(
        _("What must it do?"),
        noun=_("what it must do"),
        hint=_("Say what someone can do with it. Do not name a product."),
        read_as=_("Requirement"),
    )

    priority = One(
        _("How much does it matter?"),
        folded=True,
        choices=(
            Choice("must", _("Must"), _("Without it we would not buy")),
            Choice("should", _("Should"), _("It matters, but we could wait for it")),
            Choice("could", _("Could"), _("Nice to have")),
        ),
        noun=_("how much it matters"),
        read_as=_("How much it matters"),
    )

    outcome = OutcomeNumber(
        _("Which outcome does it serve?"),
        noun=_("the outcome"),
        hint=_("Choose from the outcomes that you listed."),
        read_as=_("Serves"),
        required=False,
    )


class Requirements(RowsStep):
    """What you need from it."""

    reads_others = True

    page = Page(
        slug="requirements",
        name=_("What you need from it"),
        title=_("What must it do?"),
        intro=_(
            "List what it must do for you, in your own words. We have made a start from your answers. Keep what is true, and add your own."
        ),
        why=_(
            "A short, clear list lets suppliers say yes or no. A long list gets you features that you pay for and never use."
        ),
        example=_(
            "Must: a carer can write a note beside the person in under two minutes. Must: it works when the Wi-Fi is down. Could: families can read a daily note."
        ),
        findings=(
            "barnsley-carers-helped-design",
            "council-finance-system-144m",
            "crm-start-with-problem",
        ),
    )
    form = Requirement
    row_name = _("Requirement")
    add = _("Add another requirement")
    min_num, max_num = 1, 15


DEALT_WITH = (
    Choice("yes", _("Yes"), _("Done and written down")),
    Choice("started", _("Started"), _("Somebody is on to it")),
    Choice("no", _("No"), _("Not yet")),
    Choice("not-applicable", _("Does not apply"), _("And we know why")),
)


def _assured(label, hint, *, noun, read_as) -> One:
    return One(label, choices=DEALT_WITH, inline=True, noun=noun, hint=hint, read_as=read_as)


class Assurance(Step):
    """Safe to use."""

    reads_others = True

    page = Page(
        slug="assurance",
        name=_("Safe to use"),
        title=_("How will you know it is safe?"),
        intro=_("Choose one answer for each. “No” is fine now, as long as you plan to ask."),
        why=_(
            "When something goes wrong with data or safety, you answer for it, and not only the supplier. It is far easier to ask before you sign."
        ),
        example=_(
            "Larch House had started its data protection check. It had not asked about leaving, so it put that in the letter to suppliers."
        ),
        findings=(
            "barcode-meds-90-percent-exposed",
            "care-software-ransomware-fine",
            "analogue-telecare-still-sold",
        ),
        sections={
            "dpia": _("Is it safe and fair to use?"),
            "offline": _("Can you carry on, and can you leave?"),
        },
    )

    dpia = _assured(
        _("A data protection impact assessment"),
        _("A check of what could go wrong with people’s details, and what you do about it."),
        noun=_("whether you have a data protection impact assessment"),
        read_as=_("Data protection impact assessment"),
    )
    data_security = _assured(
        _("Proof that data is kept safe"),
        _("Such as sign-in with two steps, back-ups, and a yearly security check."),
        noun=_("whether you have proof that data is kept safe"),
        read_as=_("Data security"),
    )
    clinical_safety = _assured(
        _("A clinical safety check"),
        _("Needed if a fault could harm someone, such as in medicines or health readings."),
        noun=_("whether you have a clinical safety check"),
        read_as=_("Clinical safety"),
    )
    accessibility = _assured(
        _("Proof that everyone can use it"),
        _("Tried by people who cannot see, hear or use their hands well."),
        noun=_("whether you have proof that everyone can use it"),
        read_as=_("Accessibility"),
    )
    offline = _assured(
        _("A way to carry on when it is down"),
        _("No power, no signal, or the supplier has been attacked."),
        noun=_("whether you have a way to carry on when it is down"),
        read_as=_("Carrying on when it is down"),
    )
    open_standards = _assured(
        _("It can share with other systems"),
        _("It uses open standards that other suppliers use too."),
        noun=_("whether it can share with other systems"),
        read_as=_("Open standards"),
    )
    data_export = _assured(
        _("You can take your records out"),
        _("All of them, in a form others can read, at any time."),
        noun=_("whether you can take your records out"),
        read_as=_("Taking records out"),
    )
    exit_plan = _assured(
        _("A plan for leaving"),
        _("How it ends, what it costs, and who helps you move."),
        noun=_("whether you have a plan for leaving"),
        read_as=_("Plan for leaving"),
    )

    notes = LongText(
        _("Is there anything to add?"),
        noun=_("your notes"),
        hint=_("Such as who is dealing with it, and by when."),
        read_as=_("Notes"),
        required=False,
    )


class Buying(Step):
    """Buying."""

    page = Page(
        slug="buying",
        name=_("Buying"),
        title=_("How will you buy it?"),
        intro=_("Suppliers never see your budget here. It stays out of the brief."),
        why=_(
            "Much advice comes from people with something to sell. If you know your route and who decides, you keep hold of the wheel."
        ),
        example=_(
            "Larch House will ask three suppliers for quotes. Two nearby homes have shown them theirs. The board decides in May."
        ),
        findings=(
            "get-connected-grant-sizes",
            "npfit-contract-lock-in",
            "assured-list-does-not-replace-due-diligence",
        ),
        sections={
            "route": _("How and when will you buy?"),
            "decision_maker": _("Who advises you, and who decides?"),
        },
    )

    route = One(
        _("How will you buy?"),
        choices=(
            Choice(
                "direct", _("Straight from one supplier"), _("Quick, but nothing to compare with")
            ),
            Choice("quotes", _("Ask a few for quotes"), _("Three is a fair number")),
            Choice(
                "framework",
                _("From a ready-made list (a framework)"),
                _("Suppliers already checked by a public body"),
            ),
            Choice(
                "tender",
                _("An open contest (a tender)"),
                _("Often needed for public bodies above a set sum"),
            ),
            Choice("pilot", _("Try one out first (a pilot)"), _("Small, short, and free to stop")),
            Choice("not-sure", _("Not sure yet")),
        ),
        noun=_("how you will buy"),
        read_as=_("Route"),
    )

    budget_ceiling = Pounds(
        _("What is the most you would pay, in pounds?"),
        noun=_("the most you would pay"),
        hint=_("Kept private. It is never in the supplier brief."),
        read_as=_("Most you would pay (private)"),
        like="25,000",
        required=False,
    )

    decide_by = Month(
        _("When do you need to decide by?"),
        noun=_("the date"),
        hint=_("Your date, not a supplier’s offer. Month and year, such as 5 2027."),
        read_as=_("Decide by"),
        required=False,
    )

    decision_maker = Text(
        _("Who makes the final decision?"),
        noun=_("who makes the final decision"),
        hint=_("A role or a group, such as “the board of trustees”."),
        read_as=_("Who decides"),
    )

    advice_from = Many(
        _("Who has given you advice so far?"),
        choices=(
            Choice("suppliers", _("Suppliers"), _("People with something to sell")),
            Choice("peers", _("Other care organisations"), _("Who use something like it")),
            Choice("independent", _("Someone independent"), _("With nothing to gain")),
            Choice("commissioner", _("A commissioner"), _("A council or NHS body")),
            Choice("own-research", _("Our own reading")),
        ),
        noun=_("who has advised you"),
        hint=_("Choose all that fit."),
        read_as=_("Advice from"),
    )

    supplier_contact = LongText(
        _("What contact have you had with suppliers?"),
        noun=_("your contact with suppliers"),
        hint=_("Demos, visits, gifts, offers and deadlines they have set."),
        read_as=_("Contact with suppliers"),
        required=False,
    )
