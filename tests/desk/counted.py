"""Many organisations that sent a case, for tests of the insights: counted rows without the papers."""

from collections.abc import Mapping
from datetime import date
from itertools import count
from typing import Any

from readiness.cases import counting
from readiness.cases.models import Case, Counted
from tests.cases.builders import complete_answers

TODAY = date(2026, 11, 20)
_number = count(1)


def sent_by(
    organisations: int,
    changes: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    verdict: str = "go-ahead",
    nation: str = "england",
    on: date = TODAY,
    name: str = "",
    realised: Mapping[str, str] | None = None,
) -> None:
    """So many organisations send a case each, that says the same; with a name it is one of them.

    `realised` is what the newest benefits review of each found.
    """
    for _one in range(organisations):
        alike = {
            "case": Case.objects.create(),
            "nation": nation,
            "month": counting.month_of(on),
            "organisation": counting.key_of(name or f"Home {next(_number)}", nation),
        }
        said = counting.says(complete_answers(changes), verdict, realised)
        Counted.objects.bulk_create(
            Counted(kind=kind, slug=slug, service=service, **alike) for kind, slug, service in said
        )
