"""The commands that speak of a case name it by its reference."""

from django.core.management.base import CommandError

from readiness.cases.models import Case


def case_of(reference: str) -> Case:
    """The case with this reference. Raises CommandError where there is none."""
    case = Case.objects.filter(reference=reference.strip().upper()).first()
    if case is None:
        raise CommandError(f"There is no case with the reference {reference}.")
    return case
