"""A file of fixtures as text: its entries one by one, with all that stands between them.

What is read here is written back byte for byte; only an entry that changed is written anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from readiness.catalogue.entry import Entry
from readiness.catalogue.fixtures import ContentFault

WIDTH = 108  # characters of a line; the writer breaks at the next space

OTHER_LINE_ENDS = frozenset("\r\x85\u2028\u2029")


@dataclass(frozen=True)
class Block:
    """One entry as it stands in a file: the comments and empty lines before it, its own lines, and
    the keys that it gives, in their order."""

    lead: str
    text: str
    keys: tuple[str, ...]


@dataclass
class FixtureText:
    """A file: its entries, and what stands after the last."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    tail: str = ""

    def __str__(self) -> str:
        body = "".join(block.lead + block.text for block in self.blocks)
        return body + self.tail if body else f"{self.tail}[]\n"


def parse(path: Path) -> FixtureText:
    """A file of fixtures that the loader has found no fault with.

    Raises ContentFault where the entries do not stand in a list, each on lines of its own.
    """
    text = path.read_bytes().decode()  # with its line ends as they are
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.SequenceNode) or root.flow_style:
        raise ContentFault([f"{path.name}: the entries must be a list, each on lines of its own."])
    lines = text.splitlines(keepends=True)
    starts = [node.start_mark.line for node in root.value]
    found, lead = FixtureText(path.name), "".join(lines[: starts[0]])
    for node, start, end in zip(root.value, starts, [*starts[1:], len(lines)], strict=True):
        last = end
        while not lines[last - 1].strip() or lines[last - 1].startswith("#"):
            last -= 1
        found.blocks.append(Block(lead, "".join(lines[start:last]), _keys(node)))
        lead = "".join(lines[last:end])
    found.tail = lead
    return found


def _keys(node: yaml.MappingNode) -> tuple[str, ...]:
    (fields,) = (value for key, value in node.value if key.value == "fields")
    return tuple(key.value for key, _value in fields.value)


def written(entry: Entry, like: Sequence[str]) -> Block:
    """An entry as the fixtures have it: with the keys of `like`, and those that say something new."""
    names = [name for name in like if name in entry.published_fields()]
    for name in entry.published_fields():
        default = entry._meta.get_field(name).get_default()  # type: ignore[union-attr]
        if name not in names and getattr(entry, name) != default:
            names.append(name)
    fields = {name: getattr(entry, name) for name in names}
    node = {"model": entry._meta.label_lower, "fields": fields}
    return Block("\n", as_yaml([node]), tuple(names))


def as_yaml(value: Any) -> str:
    """Plain values as YAML in the one form that the fixtures have."""
    return yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=WIDTH,
        default_flow_style=False,
    )


def passed_on(gone: str, lead: str) -> str:
    """What stands before an entry when those before it went, with `gone` before them: the comments
    stay, and of the empty lines only its own."""
    return gone.rstrip("\n") + "\n" + (lead or "\n") if gone.strip() else lead


class _Dumper(yaml.SafeDumper):
    """Lists stand inside what they belong to, and nothing refers to anything else."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_str(self, data: str) -> yaml.ScalarNode:
        """As YAML has it; line ends that only Unicode knows would be lost outside quotes."""
        odd = not OTHER_LINE_ENDS.isdisjoint(data)
        return self.represent_scalar("tag:yaml.org,2002:str", data, style='"' if odd else None)


_Dumper.add_representer(str, _Dumper.represent_str)
