"""How an entry is edited: lists as lines, nested parts as indented JSON, and faults by name."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from readiness.catalogue.contents import contents
from readiness.catalogue.references import references


class Lines(forms.CharField):
    """A list of texts, one a line."""

    def __init__(self, **options: Any) -> None:
        options["widget"] = forms.Textarea(attrs={"rows": 8, "cols": 100})
        options.setdefault("help_text", "")
        options["help_text"] = f"{options['help_text']} One a line.".strip()
        super().__init__(**{k: v for k, v in options.items() if k not in {"encoder", "decoder"}})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((initial or []) != self.to_python(data))


class Nested(forms.JSONField):
    """Nested parts, as JSON that a person can read."""

    def __init__(self, **options: Any) -> None:
        options["widget"] = forms.Textarea(attrs={"rows": 20, "cols": 100})
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False, indent=2)


class EntryForm(forms.ModelForm):
    """Refuses a slug that names nothing, as the loader does."""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        if not self.errors:
            known = contents(self.instance.language)
            for key, kind, slug in references(self.instance):
                if slug not in known.of(kind):
                    self.add_error(key, ValidationError(f"There is no “{slug}”."))
