"""A step that was put off half done is not an answer yet, so no sentence is made of it."""

from dataclasses import replace

from readiness.cases.facts import Facts


def without_put_off(facts: Facts, *, but: str = "") -> Facts:
    """The facts without the answers of the steps put off; `but` is the step being answered now."""
    hidden = facts.later - {but}
    kept = {step: given for step, given in facts.answers.items() if step not in hidden}
    return replace(facts, answers=kept, later=hidden)
