"""People answer in three minutes, and nothing says who they are."""

import pytest
from django.test import Client
from django.utils import timezone

from readiness.voices import casting, closing, questions
from readiness.voices.models import Round, Voice, Words
from tests.people import said, value_in
from tests.voices.asked import at, code_on, many_say, says, sheet


def test_the_first_page_says_what_it_is_about_and_what_happens_with_the_answers(asking):
    page = said(Client().get(at(asking)).text)
    assert "We are thinking about a way to write notes beside you." in page
    assert "single answers are erased" in page
    assert "Ask the manager, in the office" in page


def test_no_page_knows_whoever_looks_at_it(asking, alice):
    filled = sheet(asking, replace_people="2")
    for person in (Client(), alice):  # Alice's browser holds her case, and that is not asked for
        before = dict(person.cookies)
        for answer in (
            person.get(at(asking)),
            person.post(at(asking, "questions"), filled),
            person.post(at(asking, "check"), filled),
            person.post(at(asking, "send"), filled),
            person.get(at(asking, "take-back")),
        ):
            assert answer.status_code == 200
            assert "Set-Cookie" not in answer.headers
            assert "Cookie" not in answer.headers.get("Vary", "")
        assert dict(person.cookies) == before


def test_nothing_that_is_kept_says_who_or_when_or_whence(asking):
    says(asking, "families", place="203.0.113.7", words="Ask us again.", control="less")
    fields = {field.name for model in (Voice, Words) for field in model._meta.fields}
    assert not {"at", "created_at", "address", "session", "cookie"} & fields
    kept = str([*Voice.objects.values(), *Words.objects.values()])
    assert "203.0.113.7" not in kept
    assert not {"group", "answers", "voice"} & {field.name for field in Words._meta.fields}
    voice, words = Voice.objects.get(), Words.objects.get()
    assert voice.receipt != words.receipt  # so that no row leads to the other


@pytest.mark.parametrize("group", questions.GROUPS)
def test_every_group_is_asked_in_its_own_words_and_may_skip_all(asking, group):
    page = Client().post(at(asking, "questions"), {"group": group}).text
    for question in questions.ask(group, {}):
        assert said(str(question.title)) in said(page)
    posted = {"group": group, "key": value_in(page, "key"), "words": ""}
    read_back = said(Client().post(at(asking, "check"), posted).text)
    assert read_back.count("You skipped this.") == 11
    says(asking, posted=posted)
    assert Voice.objects.get().answers == {}


def test_whoever_says_no_group_is_asked_again(asking):
    for page in ("questions", "check", "send"):
        for posted in ({}, {"group": "nobody"}):
            answer = Client().post(at(asking, page), posted)
            assert (answer.status_code, answer.headers["Location"]) == (302, at(asking))
        assert Client().get(at(asking, page)).status_code == 302
    assert not Voice.objects.exists()


def test_what_is_no_answer_of_ours_is_left_out(asking):
    says(asking, posted=sheet(asking, replace_people="9", control="x", could_use="alone", hack="1"))
    assert Voice.objects.get().answers == {"could-use": "alone"}


def test_answers_can_be_looked_at_and_changed_before_they_are_sent(asking):
    filled = sheet(asking, "frontline", replace_people="3", words="We were <b>never</b> asked.")
    page = Client().post(at(asking, "check"), filled).text
    assert "So much that I would say no" in said(page)
    assert "<b>never" not in page
    back = Client().post(at(asking, "questions"), filled).text
    assert 'name="replace-people" value="3" checked' in back
    assert "never" in value_in(back, "words")
    assert value_in(back, "key") == filled["key"]


@pytest.mark.parametrize(
    "words", ["Ring 07700 900123", "NHS 943 476 5919", "born 3/4/1941", "sam@example.org"]
)
def test_somebodys_details_are_to_be_taken_out_and_nothing_is_lost(asking, words):
    filled = sheet(asking, "families", cost_much="1", words=words)
    for page in ("check", "send"):
        answer = Client().post(at(asking, page), filled)
        assert answer.status_code == 422
        assert "someone’s details" in said(answer.text)
        assert value_in(answer.text, "words") == words
        assert 'name="cost-much" value="1" checked' in answer.text
    assert not Voice.objects.exists()


def test_what_is_something_else_goes_through_the_second_time(asking):
    filled = sheet(asking, "families", words="Ring 07700 900123")
    asked = Client().post(at(asking, "check"), filled).text
    again = filled | {"private": value_in(asked, "private")}
    page = Client().post(at(asking, "check"), again)
    assert page.status_code == 200
    assert Client().post(at(asking, "send"), again).status_code == 200
    other = again | {"words": "Ring 07700 900456"}
    assert Client().post(at(asking, "send"), other).status_code == 422


def test_too_many_words_are_told_and_kept(asking):
    answer = Client().post(at(asking, "check"), sheet(asking, words="a" * 1003))
    assert "Take out 3" in said(answer.text)
    assert value_in(answer.text, "words") == "a" * 1003


def test_a_double_click_is_one_voice_with_one_code(asking):
    filled, client = sheet(asking, replace_people="2", words="Both times."), Client()
    codes = {code_on(client.post(at(asking, "send"), filled).text) for _press in range(3)}
    assert (len(codes), Voice.objects.count(), Words.objects.count()) == (1, 1, 1)


def test_whoever_goes_back_and_changes_an_answer_says_whose_it_is(asking):
    first = sheet(asking, "people", replace_people="2", words="I worry.")
    code = says(asking, posted=first)
    changed = {**first, "replace-people": "1", "words": "I worry less."}

    answer = Client().post(at(asking, "send"), changed)
    assert answer.status_code == 409
    assert "Whose answers are these?" in said(answer.text)
    assert says(asking, posted={**changed, "whose": "same"}) == code
    assert [voice.answers for voice in Voice.objects.all()] == [{"replace-people": 1}]
    assert Words.objects.get().text == "I worry less."


def test_the_next_person_at_the_same_page_does_not_overwrite_the_first(asking):
    first = sheet(asking, "people", replace_people="2")
    code = says(asking, posted=first)
    other = {**first, "replace-people": "0", "whose": "other"}

    codes = {says(asking, posted=other) for _double_click in range(2)}
    assert len(codes) == 1
    assert code not in codes
    assert sorted(v.answers["replace-people"] for v in Voice.objects.all()) == [0, 2]


def test_one_device_can_answer_for_one_after_the_other(asking):
    tablet = Client()
    for group in ("people", "people", "families"):
        page = tablet.post(at(asking, "send"), sheet(asking, group)).text
        assert "Another person can answer now" in said(page)
        following = f"{at(asking)}?next=yes"
        assert f'href="{following}"' in page
        assert tablet.get(following).headers["Clear-Site-Data"] == '"cache"'
    assert "Clear-Site-Data" not in tablet.get(at(asking)).headers
    assert Voice.objects.count() == 3


def test_answers_are_taken_back_by_their_code_and_the_page_never_tells(asking):
    code = says(asking, "volunteers", words="Mine.", control="less")
    other = says(asking, "volunteers", words="Not mine.")
    pages = [
        said(Client().post(at(asking, "take-back"), {"receipt": typed}).text).replace(typed, "")
        for typed in ("ABCDEFGH", f"{code[:4]}-{code[4:].lower()}", code)
    ]
    assert len(set(pages)) == 1
    assert [each.text for each in Words.objects.all()] == ["Not mine."]
    assert [each.answers for each in Voice.objects.exclude(group="")] == [{}]
    assert other != code


def test_what_was_taken_back_comes_back_only_when_somebody_says_so(asking):
    filled = sheet(asking, "people", cost_much="3")
    code = says(asking, posted=filled)
    casting.take_back(asking, code, at=timezone.now())

    assert Client().post(at(asking, "send"), filled).status_code == 409  # the page was read again
    assert not Voice.objects.exclude(group="").exists()
    says(asking, posted={**filled, "whose": "same"})
    assert Voice.objects.exclude(group="").count() == 1


@pytest.mark.parametrize("typed", ["", "ABC", "ABCDEFGHJ", "¡ABCD!"])
def test_a_code_that_can_be_none_is_told(asking, typed):
    answer = Client().post(at(asking, "take-back"), {"receipt": typed})
    assert answer.status_code == 422
    assert "Enter your code" in said(answer.text)


def test_after_closing_nothing_is_taken_in_or_back_and_words_stay_to_be_read(asking):
    code = says(asking, "people")
    many_say(asking, "people", 5, replace_people="2")
    closing.close(asking, by="Alice", at=timezone.now())
    heard = Round.objects.get().case.heard
    filled = {"group": "people", "key": "k", "words": "I was too slow."}

    for answer in (
        Client().get(at(asking)),
        Client().post(at(asking, "send"), filled),
        Client().post(at(asking, "take-back"), {"receipt": code}),
    ):
        assert answer.status_code == 410
        assert "This has closed" in said(answer.text)
    assert "I was too slow." in said(Client().post(at(asking, "send"), filled).text)
    assert Round.objects.get().case.heard == heard
    assert not Voice.objects.exists()


def test_a_code_that_nobody_gave_out_is_told_kindly(asking):
    assert Client().get("/v/", {"code": "  abcd-efgh "}).headers["Location"] == "/v/ABCDEFGH/"
    answer = Client().get("/v/ABCDEFGH/")
    assert answer.status_code == 404
    assert "We do not know this code" in said(answer.text)
    assert Client().get(at(asking).lower()).status_code == 200


def test_whoever_guesses_codes_is_slowed(db):
    guesser = Client(REMOTE_ADDR="203.0.113.9")
    found = [guesser.get("/v/ABCDEFGH/").status_code for _guess in range(31)]
    assert found == [404] * 30 + [429]
    assert Client(REMOTE_ADDR="203.0.113.10").get("/v/ABCDEFGH/").status_code == 404


@pytest.mark.usefixtures("asking")
def test_a_whole_visit_is_small(asking, settings):
    css = (settings.ROOT / "static/voices.css").stat().st_size
    icon = (settings.ROOT / "static/icon.svg").stat().st_size
    filled = sheet(asking, "people", **dict.fromkeys(("control", "could_use"), "not-sure"))
    pages = ("questions", "check", "send")
    for headers, most in (({}, 29_000), ({"Accept-Encoding": "gzip"}, 12_000)):
        client = Client(headers=headers)
        answers = [
            client.get(at(asking)),
            *(client.post(at(asking, page), filled) for page in pages),
        ]
        if headers:
            assert all(each.headers["Content-Encoding"] == "gzip" for each in answers)
        assert sum(len(each.content) for each in answers) + css + icon < most
