"""The types of question whose answer is a number: counts, percentages and money."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from readiness.cases import typed
from readiness.cases.fields import Question


class Number(Question):
    """A number of up to two decimal places, from ``least`` to ``most``."""

    kind = "number"
    places = 2

    def __init__(self, label, *, least, most, like, **options):
        self.least, self.most, self.like = Decimal(str(least)), Decimal(str(most)), like
        super().__init__(label, **options)

    def tidy(self, value):
        return typed.plain_number(value or "")

    def kept(self, value):
        exact = typed.number(value)
        if exact is None:
            raise ValidationError(self.must(self.be_like()))
        if len(value.partition(".")[2]) > self.places:
            raise ValidationError(self.must(_("have no more than 2 figures after the point")))
        if exact < self.least:
            raise ValidationError(self.must(_("be %s or more") % self.say(self.least)))
        if exact > self.most:
            raise ValidationError(self.must(self.at_most() % self.say(self.most)))
        return self.store(exact)

    def be_like(self) -> str:
        """What the answer must be, with an example."""
        return _("be a number, like %s") % self.like

    def at_most(self) -> str:
        """What the answer must be where it is too big."""
        return _("be %s or less")

    def store(self, exact: Decimal):
        """The number in the form in which it is kept."""
        return typed.shortest(exact)

    def say(self, exact: Decimal) -> str:
        """A number as read by people: thousands apart, a true minus."""
        text = typed.shortest(exact) if abs(exact) < 1000 else f"{exact:,f}"
        return text.replace("-", "−")

    def read(self, kept):
        if kept is None:
            return ""
        return f"{self.say(Decimal(str(kept)))} {self.suffix}".strip()

    def from_file(self, value):
        """A JSON number or a plain string of digits; nothing else is a number."""
        if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
            raise ValidationError(self.must(self.be_like()))
        text = typed.written_out(value)
        if typed.number(text) is None or len(text.partition(".")[2]) > self.places:
            raise ValidationError(self.must(self.be_like()))
        return text


class Percent(Number):
    """A percentage of up to two decimal places."""

    def __init__(self, label, *, least=0, most=100, **options):
        super().__init__(label, least=least, most=most, suffix="%", **options)

    def say(self, exact):
        return super().say(exact) + "%"

    def read(self, kept):
        return "" if kept is None else self.say(Decimal(kept))


class Pounds(Number):
    """An amount of money in pounds, with two places, from 0 to 100,000,000."""

    def __init__(self, label, *, least=0, most=100_000_000, **options):
        super().__init__(label, least=least, most=most, prefix="£", **options)

    def be_like(self):
        return _("be an amount in pounds, like %s") % self.like

    def store(self, exact):
        return format(abs(exact) if exact == 0 else exact, ".2f")

    def say(self, exact):
        return f"£{exact:,.2f}".removesuffix(".00")

    def box(self, kept):
        return "" if kept is None else kept.removesuffix(".00")

    def read(self, kept):
        if kept is None:
            return ""
        return f"{self.say(Decimal(kept))} {self.suffix}".strip()


class WholeNumber(Number):
    """A whole number."""

    kind, places = "whole", 0

    def kept(self, value):
        exact = typed.number(value)
        if exact is None or exact != exact.to_integral_value() or "." in value:
            raise ValidationError(self.must(self.be_like()))
        return super().kept(value)

    def be_like(self):
        return _("be a whole number, like %s") % self.like

    def at_most(self):
        return _("be %s or fewer")

    def store(self, exact):
        return int(exact)
