"""PostgreSQL takes no NUL in a text. Wherever one is sent, the guide says that it found nothing."""

import pytest

NUL = "\x00"


@pytest.mark.parametrize(
    "page",
    [
        "/check/?reference=%00&code=%00",
        "/open/%00/",
        "/confirm/%00/",
        "/library/search/?q=%00",
        "/library/avenues/%00/",
        "/library/lessons/?theme=%00",
        "/health?%00=%00",
    ],
)
def test_a_visitor_who_sends_a_nul_meets_no_error(charlie, page):
    assert charlie.get(page).status_code in {200, 301, 302, 400, 404}


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "status=%00",
        "nation=%00",
        "verdict__exact=%00",
        "services__contains=%00",
        "o=%00",
        "id=%00",
    ],
)
def test_a_consultant_who_sends_a_nul_meets_no_error(dawn, query):
    assert dawn.get(f"/admin/cases/version/?{query}").status_code in {200, 302, 400}


@pytest.mark.parametrize(
    ("page", "values"),
    [
        ("/lost-link/", {"email": f"a{NUL}@example.org"}),
        ("/start/", {"start_key": NUL}),
        ("/check/", {"reference": NUL, "code": NUL}),
        ("/staff/sign-in/", {"login": NUL, "password": NUL}),
    ],
)
def test_a_form_with_a_nul_is_no_error(charlie, page, values):
    assert charlie.post(page, values).status_code in {200, 302, 400, 404}


def test_a_cookie_with_a_nul_is_nobody_s_session(client, db):
    client.cookies["sessionid"] = NUL * 12
    assert client.get("/").status_code == 400
