"""What the floor keeps."""

from django.db import models


class FloorCase(models.Model):
    """One row for each case, with its three answers."""

    name = models.CharField(max_length=200, blank=True)
    problem = models.TextField(blank=True)
    often = models.CharField(max_length=20, blank=True)

    class Meta:
        app_label = "floor"

    def __str__(self) -> str:
        return self.name
