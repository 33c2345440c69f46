"""What the list of cases is narrowed down by. None of them reads more than the page needs."""

from datetime import datetime

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from readiness.cases.models import Version
from readiness.cases.steps.avenues import Avenues
from readiness.cases.steps.who import Organisation
from readiness.desk.people import reviewers

NATIONS = {choice.value: choice.label for choice in Organisation.base_fields["nation"].choices}
SERVICES = {choice.value: choice.label for choice in Organisation.base_fields["services"].choices}
Status = Version.Status
LONGEST_KEY = 10  # digits; no database counts further here


class ShelfFilter(admin.SimpleListFilter):
    """Whose work it is. Without a choice: what is still to be reviewed, or all where more is asked."""

    title, parameter_name = _("whose"), "whose"
    stays_open = True
    ask_of_all = ("status", "reviewer", "q")

    def __init__(self, request: HttpRequest, *given) -> None:
        asked = any(name in request.GET for name in self.ask_of_all)
        self.otherwise = "all" if asked else "to-review"
        super().__init__(request, *given)

    def lookups(self, request: HttpRequest, model_admin):
        return [
            ("to-review", _("To review")),
            ("mine", _("Mine")),
            ("nobody", _("Nobody’s yet")),
            ("all", _("All that was sent")),
        ]

    def value(self) -> str:
        """The shelf that is shown; where none or an unknown one is asked for, that is no fault."""
        asked = super().value()
        return asked if asked in dict(self.lookup_choices) else self.otherwise

    def choices(self, changelist):
        for slug, label in self.lookup_choices:
            query = changelist.get_query_string({self.parameter_name: slug}, [])
            yield {"selected": self.value() == slug, "query_string": query, "display": label}

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(shelf(self.value(), request.user.pk))


def shelf(slug: str, reviewer: int | None) -> Q:
    """The cases on a shelf: “to-review”, “mine” (of this reviewer), “nobody” or “all”."""
    to_do = Q(status__in=[Status.WAITING, Status.IN_REVIEW])
    return {
        "to-review": to_do,
        "mine": Q(reviewer=reviewer) & (to_do | Q(status=Status.CHANGES)),
        "nobody": Q(status=Status.WAITING, reviewer__isnull=True),
        "all": Q(),
    }[slug]


class StatusFilter(admin.SimpleListFilter):
    title, parameter_name = _("status"), "status"

    def lookups(self, request: HttpRequest, model_admin):
        return Status.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(status=self.value()) if self.value() else queryset


class ListedFilter(admin.SimpleListFilter):
    """A filter by one of several slugs that stand between commas."""

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() is None:
            return queryset
        return queryset.filter(**{f"{self.parameter_name}__contains": f",{self.value()},"})


class ServiceFilter(ListedFilter):
    title, parameter_name = _("service"), "services"

    def lookups(self, request: HttpRequest, model_admin):
        return list(SERVICES.items())


class AvenueFilter(ListedFilter):
    title, parameter_name = _("way forward"), "avenues"

    def lookups(self, request, model_admin):
        named = request.contents.avenues
        slugs = [choice.value for choice in Avenues.base_fields["chosen"].choices]
        return [(slug, named[slug].name if slug in named else slug) for slug in slugs]


class NationFilter(admin.SimpleListFilter):
    title, parameter_name = _("nation"), "nation"

    def lookups(self, request: HttpRequest, model_admin):
        return list(NATIONS.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(nation=self.value()) if self.value() else queryset


class VerdictFilter(admin.SimpleListFilter):
    title, parameter_name = _("verdict"), "verdict"

    def lookups(self, request, model_admin):
        words = request.contents.sentences
        slugs = ("go-ahead", "get-ready", "not-now")
        return [(s, words[f"verdict-{s}"].text if f"verdict-{s}" in words else s) for s in slugs]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(verdict=self.value()) if self.value() else queryset


class WarningsFilter(admin.SimpleListFilter):
    title, parameter_name = _("warnings"), "warnings"
    ranges = {"none": (0, 0), "any": (1, 9999), "few": (1, 4), "many": (5, 9999)}

    def lookups(self, request: HttpRequest, model_admin):
        return [
            ("none", _("None")),
            ("any", _("Any")),
            ("few", _("1 to 4")),
            ("many", _("5 or more")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        found = self.ranges.get(self.value() or "")
        return queryset.filter(warnings__range=found) if found else queryset


class VoicesFilter(admin.SimpleListFilter):
    """Whether people were asked, and enough of them answered to show something."""

    title, parameter_name = _("voices"), "voices"

    def lookups(self, request: HttpRequest, model_admin):
        return [("heard", _("People were asked")), ("none", _("Nothing to show"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in {"heard", "none"}:
            return queryset
        return queryset.filter(case__heard_at__isnull=self.value() == "none")


class ReviewerFilter(admin.SimpleListFilter):
    title, parameter_name = _("allocated to"), "reviewer"

    def lookups(self, request: HttpRequest, model_admin):
        return [(str(user.pk), str(user.get_full_name() or user)) for user in reviewers()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        value = self.value() or ""
        known = value.isdecimal() and len(value) < LONGEST_KEY
        return queryset.filter(reviewer=int(value)) if known else queryset


class SentFilter(admin.SimpleListFilter):
    """Years, and the months of the chosen one: from the first and last day, each found by the index."""

    title, parameter_name = _("sent"), "sent"

    def lookups(self, request: HttpRequest, model_admin):
        listed = Version.objects.filter(is_newest=True).values_list("sent_at", flat=True)
        first, last = listed.order_by("sent_at").first(), listed.order_by("-sent_at").first()
        if first is None or last is None:
            return []
        years = range(last.year, first.year - 1, -1)
        chosen = _year_and_month(request.GET.get(self.parameter_name, ""))
        found = []
        for year in years:
            found.append((str(year), str(year)))
            if chosen and chosen[0] == year:
                found += [(f"{year}-{n:02}", f"{MONTHS[n]} {year}") for n in range(1, 13)]
        return found

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = _year_and_month(self.value() or "")
        if chosen is None:
            return queryset
        year, month = chosen
        start = _midnight(year, month or 1)
        end = _midnight(year + (not month or month == 12), month % 12 + 1 if month else 1)
        return queryset.filter(sent_at__gte=start, sent_at__lt=end)


def _year_and_month(value: str) -> tuple[int, int] | None:
    """The year and month (0 for all of the year) of “2027-05” or “2027”; None where it is neither."""
    year, _dash, month = value.partition("-")
    whole = year.isdecimal() and 1900 < int(year) < 9000 and (not month or month.isdecimal())
    if not whole or not 0 <= int(month or 0) <= 12:
        return None
    return int(year), int(month or 0)


def _midnight(year: int, month: int) -> datetime:
    return timezone.make_aware(datetime(year, month, 1))  # noqa: DTZ001 - made aware here


FILTERS = (
    ShelfFilter,
    StatusFilter,
    ReviewerFilter,
    VerdictFilter,
    WarningsFilter,
    VoicesFilter,
    NationFilter,
    ServiceFilter,
    AvenueFilter,
    SentFilter,
)
