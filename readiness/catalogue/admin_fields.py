"""How the lists and nested parts of an entry are typed: one a line, or as plain indented lines."""

from collections import Counter
from typing import Any

import yaml
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.fixture_text import as_yaml

FEWEST, MOST, WIDE = 4, 30, 100  # rows of a box, and letters of a row
LONGEST = 50_000  # letters in a box


class Lines(forms.CharField):
    """A list of texts, one a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**_for_text(options, _("One a line.")))

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in _bounded(value).splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _differs(self, initial or [], data)


class Parts(forms.CharField):
    """Nested parts, as the fixtures have them: each name with its words after a colon, and each item
    of a list behind a dash. All that is typed is taken for text."""

    def __init__(self, **options: Any) -> None:
        told = _("Keep the names, dashes and indents as they are, and change the words.")
        super().__init__(**_for_text(options, told))

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str | None) else as_yaml(value)

    def to_python(self, value: Any) -> Any:
        """The parts as plain values. Raises ValidationError with the line that cannot be read."""
        text = _bounded(value)
        try:
            return yaml.load(text, Loader=_Texts)  # noqa: S506 (makes texts and nothing else)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise ValidationError(_cannot_read(mark, error.problem)) from error
        except (yaml.YAMLError, RecursionError) as error:
            raise ValidationError(gettext("This cannot be read.")) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        return _differs(self, initial, data)


def _bounded(value: Any) -> str:
    """What was typed. Raises ValidationError where it is longer than anybody would read."""
    text = str(value or "")
    if len(text) > LONGEST:
        told = gettext("This has {n} letters; {most} is the most.")
        raise ValidationError(told.format(n=len(text), most=LONGEST))
    return text


def _differs(field: Any, initial: Any, data: Any) -> bool:
    try:
        return bool(initial != field.to_python(data))
    except ValidationError:
        return True


def _for_text(options: dict[str, Any], told: Any) -> dict[str, Any]:
    """The options of a JSON field, as those of a box of text with this hint."""
    kept = {name: value for name, value in options.items() if name not in {"encoder", "decoder"}}
    told = f"{kept.get('help_text') or ''} {told}".strip()
    return {**kept, "strip": False, "help_text": told, "widget": Box()}


class Box(forms.Textarea):
    """A box as high as what stands in it."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        lines = str(value or "").split("\n")
        rows = min(MOST, max(FEWEST, 1 + sum(1 + len(line) // WIDE for line in lines)))
        return super().get_context(name, value, {"rows": rows, "cols": WIDE, **(attrs or {})})


def _cannot_read(mark: Any, problem: str | None) -> str:
    told = gettext(
        "Line {line} cannot be read. Look at its dashes and indents, and put quotation marks round "
        "words that have a colon in them. ({problem})"
    )
    return told.format(line=mark.line + 1 if mark else 1, problem=problem or "?")


class _Texts(yaml.BaseLoader):
    """Reads every word as text. Refuses a name given twice, which would lose words, and references,
    by which a few lines could stand for billions."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.MarkedYAMLError(
                problem=gettext("a text cannot begin with *"),
                problem_mark=self.peek_event().start_mark,
            )
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        keys = Counter(str(key.value) for key, _value in node.value)
        for twice in (key for key, times in keys.items() if times > 1):
            told = gettext("“{name}” is given twice").format(name=twice)
            raise yaml.MarkedYAMLError(problem=told, problem_mark=node.start_mark)
        return super().construct_mapping(node, deep)
