"""How Dawn finds her way at the review desk, for more than one test."""

from readiness.cases.models import Case, Version

LIST = "/admin/cases/version/"
HOSTILE = "<script>alert(1)</script> “why?” & 'so'"


def page_of(version):
    return f"{LIST}{version.pk}/change/"


def other(sent, **fields):
    """Another case that was sent, like the first but for these."""
    more = {"case": Case.objects.create(), "pk": None, **fields}
    version = Version.objects.get(pk=sent.pk)
    for name, value in more.items():
        setattr(version, name, value)
    version.save(force_insert=True)
    return version


def listed(dawn, query=""):
    """The organisations on the list."""
    result = dawn.get(LIST + query)
    assert result.status_code == 200
    return sorted(each.organisation for each in result.context["cl"].result_list)


def page(person, version, query=""):
    """The page of a version."""
    return person.get(page_of(version) + query)


def comment(person, version, **more):
    """Comment on Alice's problem, or as said."""
    values = {"step": "need", "place": "need-problem", "words": HOSTILE, **more}
    return person.post(f"/admin/cases/version/{version.pk}/comment/", values)
