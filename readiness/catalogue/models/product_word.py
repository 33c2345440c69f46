"""Words by which a text is seen to start from a product."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.entry import Entry
from readiness.catalogue.shapes import items, text


class ProductWord(Entry):
    """Words by which a text is seen to name a kind of product, or to start from one.

    Each of `words` is a regular expression. A pattern may name the other parts: {product},
    {described}, {any}, {get}, {getting} and {fill}.
    """

    class Kind(models.TextChoices):
        PRODUCT = "product", "A product wherever it stands"
        DESCRIBED = "described", "A product when a describing word stands before it"
        GET = "get", "Words for getting something"
        GETTING = "getting", "The same words, ending in -ing"
        FILL = "fill", "Small words between the wanting and the thing"
        PATTERN = "pattern", "A text that starts from a product"
        GUARD = "guard", "A text that does not, after all"

    kind = models.CharField(max_length=10, choices=Kind)
    means = models.CharField(max_length=160)
    words = models.JSONField()
    ask = models.CharField(max_length=200, blank=True, help_text="How a pattern is asked again.")

    shapes = {"words": items(text(600), most=200)}

    class Meta(Entry.Meta):
        verbose_name = _("product word")
        verbose_name_plural = _("product words")

    def clean(self) -> None:
        super().clean()
        if self.kind == self.Kind.PATTERN and not self.ask:
            raise ValidationError({"ask": "A pattern needs a question to ask again."})
        for word in self.words:
            if fault := _fault(re.sub(r"\{[a-z]+\}", "x", word)):
                raise ValidationError({"words": f"“{word}” cannot be read: {fault}."})


# Groups that mean the same wherever the word stands among the others.
_KNOWN = re.compile(r"\(\?(?::|<?[=!])")


def _fault(word: str) -> str:
    """What keeps a word from being read, alone or as a part of all of them."""
    try:
        re.compile(word)
    except (re.error, OverflowError, RecursionError) as error:
        return str(error)
    groups = re.finditer(r"(?<!\\)\(", word)
    known = all(_KNOWN.match(word, group.start()) for group in groups)
    return "" if known else "a group begins with (?: and has no name"
