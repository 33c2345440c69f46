"""Whatever is typed into a step, its form takes or refuses it, and what it keeps it would keep again.

No page is drawn and no row written here, so these can be many; `test_typed.py` tries fewer, in full.
"""

import json

from django.utils.datastructures import MultiValueDict
from hypothesis import given
from hypothesis import strategies as st

from readiness.cases.stages import STEPS
from readiness.catalogue.contents import contents
from tests.fuzz.inputs import steps_posted, tries


def as_posted(typed) -> MultiValueDict:
    """What a view is given of a form."""
    lists = {name: text if isinstance(text, list) else [text] for name, text in typed.items()}
    return MultiValueDict(lists)


def test_no_form_fails_and_what_it_keeps_it_would_keep_again(catalogue):
    words = contents()

    @tries(0.6, few=60)
    @given(steps_posted(), st.booleans())
    def try_it(given_step, put_off):
        slug, typed = given_step
        form = STEPS[slug](data=as_posted(typed), prefix=slug, partial=put_off)
        form.dress(words)
        whole = form.is_valid()
        assert whole or form.faults()
        kept = json.loads(json.dumps(form.sound))
        assert STEPS[slug].holds(kept, whole=whole and not put_off)
        if whole and not put_off:
            again = STEPS[slug](data=as_posted(STEPS[slug].as_typed(kept, slug)), prefix=slug)
            assert again.is_valid()
            assert again.sound == kept

    try_it()
