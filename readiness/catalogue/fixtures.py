"""Reads the fixtures: YAML in, entries of the catalogue out, with every fault named."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.core.exceptions import ValidationError
from django.core.serializers.python import Deserializer

from readiness.catalogue.entry import Entry
from readiness.catalogue.models import KINDS

KIND_BY_NAME = {f"catalogue.{kind._meta.model_name}": kind for kind in KINDS}
NOT_CONTENT = "demo"  # files that begin so hold a case to look at, not content


class ContentFault(Exception):
    """The content cannot be loaded. `faults` has one line for each thing to put right."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Found:
    """An entry as a file has it; `name` says where, for a person to find it."""

    name: str
    entry: Entry

    def fault(self, key: str, problem: str) -> str:
        return f"{self.name}: {key}: {problem}"


def read(folder: Path) -> list[Found]:
    """Every entry of the fixtures in a folder, in order; not yet saved.

    Raises ContentFault with all the faults of form: a file that is not YAML, an entry or a key
    that we do not know, a part that is missing or does not fit.
    """
    found: list[Found] = []
    faults: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        if not path.name.startswith(NOT_CONTENT):
            _read_file(path, found, faults)
    faults += _duplicates(found)
    if not faults and not found:
        faults = [f"{folder}: there are no fixtures here."]
    if faults:
        raise ContentFault(faults)
    return found


def _read_file(path: Path, found: list[Found], faults: list[str]) -> None:
    try:
        nodes = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a safe loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        faults.append(f"{path.name}: this is not YAML: {' '.join(str(error).split())}")
        return
    for place, node in enumerate(nodes if isinstance(nodes, list) else [nodes], start=1):
        fields = node.get("fields") if isinstance(node, dict) else None
        slug = fields.get("slug") if isinstance(fields, dict) else None
        name = f"{path.name}: {slug or f'item {place}'}"
        problems = list(_form_faults(name, node))
        if not problems:
            (each,) = Deserializer([node])
            entry = Found(name, each.object)
            problems = list(_content_faults(entry))
            found.append(entry)
        faults.extend(problems)


def _form_faults(name: str, node: Any) -> Iterator[str]:
    """What keeps an item of a file from being read as an entry at all."""
    fields = node.get("fields") if isinstance(node, dict) else None
    if not isinstance(fields, dict) or node.keys() != {"model", "fields"}:
        yield f"{name}: an entry has “model” and “fields” and nothing else."
        return
    kind = KIND_BY_NAME.get(str(node["model"]))
    if kind is None:
        yield f"{name}: model: “{node['model']}” is not a kind of content."
        return
    known = set(kind.published_fields())
    for key, value in fields.items():
        if key not in known:
            yield f"{name}: {key}: this is not a key we know."
        elif problem := _misfit(kind._meta.get_field(key), value):
            yield f"{name}: {key}: {problem}"


def _misfit(field: Any, value: Any) -> str:
    """Why Django could not read the value, if it could not."""
    if field.empty_strings_allowed and not isinstance(value, str):
        return "this must be text; put quotation marks round it."
    try:
        field.to_python(value)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _content_faults(found: Found) -> Iterator[str]:
    try:
        found.entry.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        for key, problems in error.message_dict.items():
            for problem in problems:
                yield found.fault(key, problem)


def _duplicates(found: Iterable[Found]) -> list[str]:
    seen = Counter((type(each.entry), each.entry.natural_key()) for each in found)
    return [
        each.fault("slug", "this is used twice.")
        for each in found
        if seen.pop((type(each.entry), each.entry.natural_key()), 0) > 1
    ]


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML's safe loader, which also refuses a key given twice: it would lose words silently. Dates
    stay text, so that one that there is not is told with its entry and key."""

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        keys = Counter(str(key.value) for key, _ in node.value)
        for twice in (key for key, times in keys.items() if times > 1):
            raise yaml.YAMLError(f"line {node.start_mark.line + 1}: “{twice}” is given twice")
        return super().construct_mapping(node, deep)


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_yaml_str)
