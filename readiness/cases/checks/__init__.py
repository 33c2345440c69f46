"""Checks on a case, as a good consultant would make them: what is weak, why, and where to mend it.

The conditions are code, one small function for each check; the words are in the catalogue.
A check stays silent while its fields are not answered, unless it speaks of what is missing.
"""

from readiness.cases.checks import (
    control,
    costs,
    need,
    outcomes,
    people,
    roll_out,
    savings,
    time,
    two_answers,
    voices,
    worries,
    worth,
)
from readiness.cases.checks.findings import Finding, findings
from readiness.cases.checks.registry import CONDITIONS

__all__ = ["CONDITIONS", "Finding", "findings"]

# Reading a module is what puts its checks on the register.
_READ = (
    *(control, costs, need, outcomes, people, roll_out),
    *(savings, time, two_answers, voices, worth, worries),
)
