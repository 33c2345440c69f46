"""The pages of the library, which anybody can read without starting a case. None of them changes
anything, or asks who reads it."""

from collections.abc import Iterable
from typing import Any

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from readiness.catalogue.contents import contents
from readiness.catalogue.entry import Reviewed
from readiness.library import back, glossary, links, lists, pages, searching, shelves
from readiness.library.lists import Filter, Item

SEARCHES = "120/m/ip"  # a home has one address, and nobody types as fast as that; machines do


def read(view):
    """A page to read, which is not sent again to a browser that holds it as it is. Whoever holds it
    asks each time: what was taken back is to be seen nowhere."""
    return require_safe(cache_control(no_cache=True)(conditional_page(view)))


def _show(request: HttpRequest, template: str, values: dict[str, Any]) -> HttpResponse:
    came_from = back.back(request)
    carried = back.carried(came_from)
    around = {
        "back": came_from,
        "carry": f"?{carried}" if carried else "",
        "carry_too": f"&{carried}" if carried else "",
        "canonical": settings.PUBLIC_URL + request.path,
        "shelves": shelves.above(request.path),
        "description": values.get("intro", ""),
    }
    return render(request, template, around | values)


# /library/


@read
def library(request: HttpRequest) -> HttpResponse:
    """What there is, and the box to search it."""
    content = contents()
    values = {
        "title": _("The library"),
        "intro": _("What is known about technology in care, for and against, in plain English."),
        "told": shelves.told(content),
        "reviewed_on": lists.since(lists.every(content)),
    }
    return _show(request, "library/library.html", values)


# /library/avenues/


@read
def avenues(request: HttpRequest) -> HttpResponse:
    """The kinds of technology, and the ways without any."""
    content = contents()
    kinds, ways = content.avenues.values(), content.other_ways.values()
    intro = _("None of these is a product. Each page says which needs it may meet, and which not.")
    groups = [
        ("", [Item(links.to(each), each.summary) for each in kinds]),
        (_("Ways without technology"), [Item(links.to(each), each.summary) for each in ways]),
    ]
    return _list(request, _("Kinds of technology"), intro, groups, [*kinds, *ways])


# /library/anxieties/


@read
def anxieties(request: HttpRequest) -> HttpResponse:
    """The worries that people voice."""
    found = contents().anxieties.values()
    intro = _("Each of these is fair. Each page says what others found, on both sides.")
    groups = [("", [Item(links.to(each)) for each in found])]
    return _list(request, _("Worries that people voice"), intro, groups, found)


# /library/principles/


@read
def principles(request: HttpRequest) -> HttpResponse:
    """The two principles and the two themes."""
    found = contents().principles.values()

    def of(kind: str) -> list[Item]:
        return [Item(links.to(each), each.statement) for each in found if each.kind == kind]

    groups = [(_("Two principles"), of("principle")), (_("Two themes"), of("theme"))]
    intro = _("These run through every page of the guide.")
    return _list(request, _("Principles and themes"), intro, groups, found)


# /library/lessons/


@read
def lessons(request: HttpRequest) -> HttpResponse:
    """What happened to others, narrowed down as the address asks."""
    content = contents()
    filters = lists.lesson_filters(request.GET, content)
    found = lists.narrowed(content.lessons.values(), filters)
    intro = _("Mistakes of others, so that you don’t have to make them. And what went well.")
    groups = [("", [lists.lesson(each) for each in found])]
    every = content.lessons.values()
    return _list(request, _("Lessons from others"), intro, groups, every, filters, len(found))


# /library/evidence/


@read
def evidence(request: HttpRequest) -> HttpResponse:
    """Every finding, narrowed down as the address asks."""
    content = contents()
    filters = lists.evidence_filters(request.GET, content)
    found = lists.narrowed(content.evidence.values(), filters)
    intro = _("Every finding that this guide leans on. Each says who stands behind it.")
    groups = [("", [lists.finding(each) for each in found])]
    every = content.evidence.values()
    return _list(request, _("Evidence, for and against"), intro, groups, every, filters, len(found))


def _list(
    request: HttpRequest,
    title: Any,
    intro: Any,
    groups: list[tuple[Any, list[Item]]],
    every: Iterable[Reviewed],
    filters: Iterable[Filter] = (),
    count: int = 0,
) -> HttpResponse:
    """A page of `groups`, headings with items; `every` is what it would hold with no filter."""
    values = {"title": title, "intro": intro, "groups": groups, "filters": filters, "count": count}
    values |= {"reviewed_on": lists.since(every), "total": len(list(every))}
    values |= {"narrowed": any(each.chosen for each in filters)}
    return _show(request, "library/list.html", values)


# /library/glossary/ and /library/glossary/i-to-z/


@read
def glossary_page(request: HttpRequest, *, second: bool) -> HttpResponse:
    """Every word, letter by letter: the first page, or the second."""
    return _show(request, "library/glossary.html", glossary.half(contents(), second=second))


# /library/search/?q=


@read
def search(request: HttpRequest) -> HttpResponse:
    """What holds the words that are looked for, best first."""
    query = request.GET.get("q", "")[: searching.LONGEST]
    content = contents()
    values = {"title": _("Search the library"), "query": query, "searching": True}
    values["reviewed_on"] = lists.since(lists.every(content))
    if query.strip() and _too_often(request):
        return render(request, "library/too_often.html", {"query": query}, status=429)
    if query.strip():
        values["found"] = searching.search(query, content)
        values["ways"] = searching.ways(query, content)
    return _show(request, "library/search.html", values)


def _too_often(request: HttpRequest) -> bool:
    """Whether more was looked for from one place than people do; counted in the cache for a minute."""
    asked = {"app": "readiness.library", "action": "search", "config": {"search": SEARCHES}}
    return not ratelimit.consume(request, limit_get=True, **asked)


# /library/avenues/<slug>/, and so on for each kind that has pages


@read
def entry(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """The page of one entry."""
    content = contents()
    found = getattr(content, kind).get(slug)
    if found is None:
        raise Http404
    return _show(request, *pages.page_of(found, content))
