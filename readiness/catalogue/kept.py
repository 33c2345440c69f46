"""The content as it was when something was sent: kept once for each content version."""

from functools import lru_cache

from readiness.catalogue.contents import Contents, contents, gather
from readiness.catalogue.entry import Entry
from readiness.catalogue.models import KINDS, KeptContents

FEW = 4  # content versions that are held in memory


def keep(published: Contents) -> None:
    """Keep this content for good, unless it is kept already."""
    if not KeptContents.objects.filter(pk=published.version).exists():
        KeptContents.objects.get_or_create(
            pk=published.version, defaults={"body": _body(published)}
        )


def contents_of(version: str) -> Contents:
    """The content of a content version that was kept; of any other, what is published now."""
    now = contents()
    return now if now.version == version else _read(version) or now


@lru_cache(maxsize=FEW)
def _read(version: str) -> Contents | None:
    """A kept version never changes, so it is read once."""
    row = KeptContents.objects.filter(pk=version).first()
    if row is None:
        return None
    entries = [
        _entry(kind, each) for kind in KINDS for each in row.body.get(kind._meta.model_name, [])
    ]
    return gather(entries, version)


def _entry(kind: type[Entry], values: dict) -> Entry:
    fields = (field for field in kind._meta.fields if field.name in values)
    return kind(**{field.name: field.to_python(values[field.name]) for field in fields})


def _body(published: Contents) -> dict[str, list[dict]]:
    by_kind: dict[str, list[dict]] = {}
    for entry in published.entries:
        by_kind.setdefault(str(entry._meta.model_name), []).append(entry.published())
    return by_kind
