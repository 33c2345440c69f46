"""What is counted of a case, in rows that a database can count without opening what was sent."""

from django.db import models

from readiness.cases.models.case import Case


class Counted(models.Model):
    """One thing that the version last sent of a case says, such as one way forward that it chose.

    The rows of a case are written anew with each version. Nation, month and organisation stand in
    each row, and each row stands once for the whole case and once for each of its services, so that
    one index answers a question without opening anything else.
    """

    class Kind(models.TextChoices):
        SENT = "sent"  # one row for each case: what the others are a share of
        NEED = "need"  # who feels the need
        AVENUE = "avenue"
        WORRY = "worry"  # heard strongly, or blocking
        GAP = "gap"  # a dimension of readiness that is not good enough for this
        VERDICT = "verdict"
        # What the newest benefits review found; no rows where there is none.
        OUTCOMES = "outcomes"
        MINUTES = "minutes"
        NEXT = "next"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="counted")
    kind = models.CharField(max_length=10, choices=Kind)
    slug = models.CharField(max_length=40, blank=True)
    service = models.CharField(max_length=40, blank=True)  # "" is the whole case
    nation = models.CharField(max_length=20)
    # Of sending: years times 12 and the months of the year that are over, so that a whole division
    # by 3 gives the quarter and by 12 the year.
    month = models.PositiveIntegerField()
    # The same number for the same name in the same nation. The name itself is not needed here.
    organisation = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(
                fields=["service", "kind", "slug", "month", "nation", "organisation", "case"],
                name="counted_by_service_and_kind",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind", "slug", "service"],
                name="each_thing_is_counted_once_for_a_service",
            )
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.kind} {self.slug}"
