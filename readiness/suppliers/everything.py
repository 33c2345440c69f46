"""All that is recorded about suppliers in a case, as plain values: for whoever asks for their data."""

from typing import Any

from readiness.cases.models import Case


def everything(case: Case) -> dict[str, Any]:
    """Each supplier with what was recorded, and each choice, in their order; safe for JSON.

    What was typed and not saved is among the drafts of the case.
    """
    suppliers = case.suppliers.prefetch_related("recorded")
    return {
        "suppliers": [
            {
                "name": each.name,
                "added": each.added_at.isoformat(),
                "recorded": {row.kind: _recorded(row) for row in each.recorded.all()},
            }
            for each in suppliers
        ],
        "choices": [
            {
                "outcome": each.outcome,
                "supplier": each.name,
                "why": each.why,
                "recorded": each.recorded_at.isoformat(),
                "by": each.recorded_by,
                "prices_became_costs": each.carried_at.isoformat() if each.carried_at else None,
            }
            for each in case.supplier_choices.all()
        ],
    }


def _recorded(row: Any) -> dict[str, Any]:
    """The rows as they are now, and who changed them when."""
    changes = row.history.order_by("version", "history_id")
    return {
        "rows": row.kept.get("rows", []),
        "changes": [
            {"version": past.version, "by": past.changed_by, "at": past.changed_at.isoformat()}
            for past in changes
        ],
    }
