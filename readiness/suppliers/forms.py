"""What is recorded of a supplier: its name, its answers, its prices, and who was asked about it."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, LongText, Month, One, Text
from readiness.cases.number_fields import Pounds, WholeNumber
from readiness.cases.steps.costs import Cost
from readiness.cases.steps.step import Kept, Page, Questions, RowsStep

UNKNOWN = "unknown"


class Name(Text):
    """What a supplier is called."""

    longest = 100


class Naming(Questions):
    """What the supplier is called; `taken` are the names of the case's others."""

    name = Name(
        _("What do you call this supplier?"),
        noun=_("the supplier’s name"),
        hint=_("Only people with a link to your case can see it. It is in none of your papers."),
    )

    def __init__(self, *args, taken: frozenset[str] = frozenset(), **kwargs):
        super().__init__(*args, **kwargs)
        self.taken = taken

    def check_together(self):
        name = self.answer("name")
        if name and name.casefold() in self.taken:
            self.fault("name", _("You have a supplier of this name already. Give it another name"))


class Note(LongText):
    """A few lines: what was said, or what is missing."""

    longest = 500


class AsAsked(Text):
    """The words that were asked: they go along with an answer, and nobody types them here."""

    is_own_words = False


class Reply(Questions):
    """One answer. It holds the words that were asked, as they stood on the page."""

    about = AsAsked("", noun=_("what was asked"), required=False)
    asked = AsAsked("", noun=_("what was asked"))
    said = One(
        "",
        choices=(
            Choice("met", _("Met"), _("They showed you, or somebody who uses it did")),
            Choice("partly", _("Partly"), _("Say in the note what is missing")),
            Choice("not", _("Not met"), _("It cannot do this")),
            Choice(UNKNOWN, _("Not known yet"), _("You have not asked, or they have not said")),
        ),
        noun=_("an answer"),
        default=UNKNOWN,
        inline=True,
        required=False,
        sometimes=True,
    )
    note = Note(_("Note"), noun=_("the note"), required=False)

    before = ""  # the words that it was recorded about, where they are others now
    group = ""  # the heading it stands under; "left" where it is asked no longer

    def name_it(self, words: str, *, hint: str = "") -> None:
        """Let the question, and what is said about its faults, bear the words that are asked."""
        self.fields["said"].label, self.fields["said"].hint = words, hint
        short = words if len(words) <= 60 else f"{words[:59].rstrip()}…"
        self.fields["note"].label = gettext("Note on “%s”") % words
        self.fields["note"].noun = gettext("the note on “%s”") % short


SAID: dict[str, Choice] = {each.value: each for each in Reply.base_fields["said"].choices}


class Replies(RowsStep):
    """A supplier's answers: one row for everything that is asked, and for what was asked before."""

    page = Page(slug="replies", name=_("Answers"), title=_("What they say to what you ask"))
    form = Reply
    row_name = _("Answer")
    min_num, max_num, absolute_max = 0, 60, 60

    @property
    def sound(self) -> Kept:
        """The answers that say something."""
        return {"rows": [row for row in super().sound["rows"] if says_something(row)]}


def says_something(row: Kept) -> bool:
    """Whether a row holds an answer or a note."""
    return row.get("said", UNKNOWN) != UNKNOWN or bool(row.get("note"))


class Price(Questions):
    """One line of a supplier's prices, of the same shape as a cost of the case."""

    label = Text(
        _("What is it for?"),
        noun=_("what it is for"),
        hint=_("Name the thing, not the product or the supplier."),
        read_as=_("What it is for"),
    )
    category = One(
        _("What kind of cost is it?"),
        folded=True,
        choices=Cost.base_fields["category"].choices,
        noun=_("what kind of cost it is"),
        read_as=_("Kind of cost"),
    )
    one_off = Pounds(
        _("Price paid once, in pounds"),
        like="4200",
        noun=_("the price paid once"),
        hint=_("Include VAT if you cannot claim it back."),
        read_as=_("Paid once"),
        required=False,
    )
    in_year = WholeNumber(
        _("In which year is it paid?"),
        least=0,
        most=10,
        like="3",
        noun=_("the year"),
        hint=_("0 is at the start. Put 4 for something to replace in the fourth year."),
        read_as=_("Paid in year"),
        default=0,
        required=False,
    )
    per_year = Pounds(
        _("Price for each year, in pounds"),
        like="6240",
        noun=_("the price for each year"),
        hint=_("Work out twelve months if it is by the month. Put 0 if it is free."),
        read_as=_("Each year"),
        suffix=_("a year"),
        required=False,
    )


class Prices(RowsStep):
    """A supplier's prices. A line without a price is one that the supplier has not told."""

    page = Page(
        slug="prices",
        name=_("Prices"),
        title=_("What they charge"),
        intro=_(
            "Put in each price of their quote. If they have not told you a price yet, name the thing and leave its price empty."
        ),
    )
    form = Price
    row_name = _("Price")
    add = _("Add another price")
    min_num, max_num = 0, 12


class Reference(Questions):
    """What somebody said who uses it."""

    who = Text(
        _("Who did you ask?"),
        noun=_("who you asked"),
        hint=_("A role and a place, such as “the manager of a nearby home”."),
        read_as=_("Who"),
    )
    organisation = Text(
        _("What kind of organisation is it?"),
        noun=_("what kind of organisation it is"),
        hint=_("Such as “nursing home, 40 beds”. Is it like yours?"),
        read_as=_("Kind of organisation"),
    )
    when = Month(
        _("When did you ask them?"),
        noun=_("the month"),
        hint=_("Month and year, such as 5 2027."),
        read_as=_("When"),
    )
    said = LongText(
        _("What did they say?"),
        noun=_("what they said"),
        hint=_("The good and the bad. Would they buy it again?"),
        read_as=_("What they said"),
    )


class References(RowsStep):
    """Those who were asked about a supplier."""

    page = Page(
        slug="references",
        name=_("References"),
        title=_("What others say about them"),
        intro=_(
            "Ask two or three who use it, and find one of them yourself. Leave out the names of people."
        ),
    )
    form = Reference
    row_name = _("Reference")
    add = _("Add another reference")
    min_num, max_num = 0, 6


# The three parts that are recorded of a supplier, in order; mypy cannot follow their metaclasses.
PARTS: dict[str, Any] = {each.page.slug: each for each in (Replies, Prices, References)}
