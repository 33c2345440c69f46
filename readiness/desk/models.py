"""What the review desk itself remembers."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Deletion(models.Model):
    """A case that was deleted by staff: who, when and why. Nothing of the case itself is kept."""

    reference = models.CharField(max_length=8)
    reason = models.CharField(max_length=10)
    words = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.reference}: {self.reason}"
