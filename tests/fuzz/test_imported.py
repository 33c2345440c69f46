"""Whatever a case file holds, it is taken in whole or refused with its faults, and never half."""

import json

from django.utils import timezone
from hypothesis import given

from readiness.cases import case_file
from readiness.cases.case_file import Faulty
from readiness.cases.models import Case
from tests.fuzz.inputs import case_files, tries


def test_no_case_file_fails_and_what_is_taken_in_comes_out_again(catalogue):
    @tries(0.15, few=20)
    @given(case_files())
    def try_it(given_file):
        before = Case.objects.count()
        try:
            case = case_file.imported(json.dumps(given_file), at=timezone.now())
        except Faulty:
            assert Case.objects.count() == before
        else:
            out = case_file.exported(case, content_version="x")
            case_file.checked(json.dumps(out))  # what comes out would be taken in

    try_it()
