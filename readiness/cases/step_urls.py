"""The steps' addresses once more, to be found before all others: they are asked for most.

Only what is a step matches here; what is none goes on to the other addresses of a case.
"""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from readiness.cases.stages import STEPS
from readiness.cases.wizard import StepView


class StepConverter(StringConverter):
    """The slug of a step."""

    regex = "|".join(STEPS)


register_converter(StepConverter, "step")

urlpatterns = [
    path("cases/<int:case_id>/<step:step>/", StepView.as_view(url_name="step"), name="step")
]
