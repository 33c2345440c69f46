"""What the templates of the papers need to set a text as it should stand."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_BELOW_NOUGHT = re.compile(r"−£[\d,.]{0,24}\d")


@register.filter
def unbroken(text: str) -> SafeString:
    """The text, escaped, in which no line ends between the minus and the pounds of an amount."""
    kept = _BELOW_NOUGHT.sub(r'<span class="amount">\g<0></span>', conditional_escape(text))
    return mark_safe(kept)  # noqa: S308
