"""Questions change while Alice works on her case: what no longer fits is shown to her, and kept."""

from tests.people import answers, said, typed

HOSTILE = "<b>hovercraft</b>"


def kept_before(done, step, **changes):
    row = done.case.answers.get(step=step)
    row.kept = {**row.kept, **changes}
    row.save()


def test_a_choice_that_is_gone_is_shown_beside_the_question(done):
    kept_before(done, "avenues", chosen=["records-and-care-management", "telegraphy"])
    page = said(done.see("avenues"))
    assert "no longer fits" in page
    assert "telegraphy" in page
    assert done.case.answers.get(step="avenues").kept["chosen"][1] == "telegraphy"


def test_the_answer_to_a_question_that_is_gone_is_shown(done):
    kept_before(done, "need", fax_number=HOSTILE)
    page = done.see("need")
    assert "fax_number" in page
    assert HOSTILE not in page
    assert HOSTILE in said(page)


def test_in_a_list_of_rows_too(done):
    rows = done.case.answers.get(step="costs").kept["rows"]
    kept_before(done, "costs", rows=[{**rows[0], "category": "punched-cards"}, *rows[1:]])
    assert "punched-cards" in said(done.see("costs"))


def test_what_was_typed_and_not_saved_is_shown_as_well(done):
    done.send("need", {"need-problem": "Half a sen", "need-fax_number": HOSTILE, "keep": "yes"})
    page = done.see("need")
    assert "Half a sen" in page
    assert HOSTILE in said(page)
    assert HOSTILE not in page


def test_where_all_fits_nothing_is_said(done):
    for step in ("avenues", "need", "costs", "anxieties", "readiness-purpose"):
        assert "no longer fits" not in said(done.see(step))
        done.send(step, {**typed(step, answers()[step]), "keep": "yes"})
        assert "no longer fits" not in said(done.see(step))
