"""The database that the servers share: so many cases, made once and kept between runs."""

import argparse
import itertools
import json
import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

NAMES = ("Larch", "Harbour", "Meadow", "Mill", "Tideway", "Elm", "Station", "Orchard", "Bridge")
KINDS = ("House", "Court", "Care at Home", "Lodge", "Supported Living", "Trust")
ANSWERED = ("about-you", "organisation", "need", "avenues")  # of every case; one is answered whole
IN_ONE_GO = 2_000


def fill(cases: int) -> None:
    """Migrate, load the content, and make what is missing of so many cases. Half of them were sent."""
    from django.core.management import call_command
    from django.db import connection

    from readiness.cases.models import Case
    from readiness.catalogue import loader
    from tests.bench.pages.floor.models import FloorCase

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    loader.load()
    if FloorCase._meta.db_table not in connection.introspection.table_names():
        with connection.schema_editor() as editor:
            editor.create_model(FloorCase)
    missing = cases - Case.objects.count()
    for number in _parts(missing):
        _make(number)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _parts(missing: int) -> Iterator[int]:
    while missing > 0:
        yield min(missing, IN_ONE_GO)
        missing -= IN_ONE_GO


def _make(number: int) -> None:
    from django.db import transaction
    from django.utils import timezone

    from readiness.cases.models import AccessLink, Answer, Case
    from tests.bench.pages.floor.models import FloorCase

    now, chance = timezone.now(), random.Random(number)  # noqa: S311
    with transaction.atomic():
        cases = Case.objects.bulk_create([Case(created_at=now) for _n in range(number)])
        AccessLink.objects.bulk_create(
            AccessLink(case=case, via="browser", label="the first browser") for case in cases
        )
        bodies = _bodies(cases, chance)
        rows = [
            Answer(case=case, step=step, kept=bodies[case.pk][step])
            for case in cases
            for step in ANSWERED
        ]
        Answer.objects.bulk_create(rows, batch_size=5_000)
        _send(cases[::2], bodies, now, chance)
        FloorCase.objects.bulk_create(FloorCase(name="Larch House") for _n in range(number))


def _bodies(cases, chance: random.Random) -> dict[int, dict[str, Any]]:
    from tests.bench.pages.journeys import ANSWERS

    found = {}
    for case in cases:
        name = f"{chance.choice(NAMES)} {chance.choice(KINDS)} {case.pk}"
        found[case.pk] = {**ANSWERS, "organisation": {**ANSWERS["organisation"], "name": name}}
    return found


def _send(cases, bodies, now, chance: random.Random) -> None:
    """As if each had been sent in the last three years, without the papers."""
    from readiness.cases import counting
    from readiness.cases.models import Counted, Version

    nations = itertools.cycle(("england", "scotland", "wales", "northern-ireland"))
    verdicts = itertools.cycle(("go-ahead", "get-ready-first", "not-now"))
    sent, counted = [], []
    for case in cases:
        answers, nation, verdict = bodies[case.pk], next(nations), next(verdicts)
        at = now - timedelta(days=chance.randrange(1_000))
        name = answers["organisation"]["name"]
        snapshot = {"answers": answers}
        listed = {"organisation": name, "nation": nation, "verdict": verdict}
        services = ",".join(answers["organisation"]["services"])
        listed |= {"services": f",{services},", "avenues": ",crm,"}
        sent.append(Version(case=case, number=1, sent_at=at, snapshot=snapshot, **listed))
        alike = {"case": case, "nation": nation, "month": counting.month_of(at)}
        alike["organisation"] = counting.key_of(name, nation)
        said = dict.fromkeys(counting.says(answers, verdict))
        counted += [Counted(kind=k, slug=slug, service=s, **alike) for k, slug, s in said]
    Version.objects.bulk_create(sent, batch_size=500)
    Counted.objects.bulk_create(counted, batch_size=5_000)


def sessions() -> dict[str, Any]:
    """Who comes in by which session, as JSON can say it: the floor's visitor, people in a new case and
    in one that is answered whole at length, a consultant, and a version to review."""
    return {
        "floor": _floor(),
        "new": _visitor({}),
        "tens": [_visitor(dict(itertools.islice(_long().items(), n))) for n in (10, 20, 30)],
        "full": _visitor(_long()),
        "consultant": _consultant(),
        "version": _sent(),
    }


def _sent() -> int:
    """A version as it is really sent, for the review page."""
    from django.utils import timezone

    from readiness.cases import versions
    from readiness.cases.models import Case
    from readiness.catalogue.contents import contents

    case = Case.objects.get(pk=_visitor(_complete())["case"])
    return versions.send(case, by="bench", at=timezone.now(), contents=contents()).pk


def _complete() -> dict[str, Any]:
    from tests.bench.pages.journeys import ANSWERS

    return ANSWERS


def _long() -> dict[str, Any]:
    from tests.bench.pages.journeys import answers

    return answers(long=True)


def _session(**values: Any) -> str:
    from django.contrib.sessions.backends.db import SessionStore

    store = SessionStore()
    store.update(values)
    store.save()
    return store.session_key


def _floor() -> str:
    from tests.bench.pages.floor.models import FloorCase

    return _session(case=FloorCase.objects.create(name="Larch House").pk)


def _visitor(answers: dict[str, Any]) -> dict[str, Any]:
    """A case with these answers, and the session of somebody who is in it."""
    import time

    from django.utils import timezone

    from readiness.cases.models import AccessLink, Answer, Case

    case = Case.objects.create()
    today = timezone.localdate()
    link = AccessLink.objects.create(case=case, via="browser", label="bench", last_used_on=today)
    Answer.objects.bulk_create(
        Answer(case=case, step=step, kept=kept) for step, kept in answers.items()
    )
    return {"case": case.pk, "session": _session(links=[link.pk], seen=int(time.time()))}


def _consultant() -> str:
    from django.contrib.auth import get_user_model

    from readiness.accounts import roles, second_step
    from tests.people import Person

    user, new = get_user_model().objects.get_or_create(username="bench", is_staff=True)
    if new:
        roles.give(user, roles.CONSULTANT)
        second_step.set_up(user)
    person = Person()
    person.sign_in(user)
    return person.cookies["sessionid"].value


def main() -> None:
    """Fill the database that DATABASE_URL names, and print the sessions."""
    import django

    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, required=True)
    given = parser.parse_args()
    django.setup()
    fill(given.cases)
    print(json.dumps(sessions()))  # noqa: T201


if __name__ == "__main__":
    main()
