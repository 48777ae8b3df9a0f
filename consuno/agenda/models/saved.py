"""A view of the board that a person comes back to."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse


class SavedFilter(models.Model):
    """The query string of a board under a name, for its owner alone."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_filters"
    )
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=600)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["user", "name"], name="one_filter_per_name")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Address of the board so filtered."""
        return reverse("agenda:board") + self.query
