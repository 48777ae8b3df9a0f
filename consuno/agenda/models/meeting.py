"""Meetings and the themes they deal with."""

from typing import ClassVar

from django.db import models

from consuno.core.addresses import address
from consuno.core.bilingual import BilingualField
from consuno.directory.models import Body


class Theme(models.Model):
    """A theme of the common agenda, in the order of the agenda."""

    slug = models.SlugField(primary_key=True)
    name = BilingualField()
    #: Beginnings of words, folded, by which a heading of a paper is known to be of this theme.
    keywords = models.JSONField(default=list)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]

    def __str__(self) -> str:
        return str(self.name)


class Population(models.Model):
    """A group of people that the agenda puts first; `acta_id` is where the minutes name it."""

    slug = models.SlugField(primary_key=True)
    name = BilingualField()
    acta_id = models.CharField(max_length=20, blank=True)
    #: Beginnings of words, folded, by which a text is known to speak of it.
    keywords = models.JSONField(default=list)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["order"]

    def __str__(self) -> str:
        return str(self.name)


class Meeting(models.Model):
    """A meeting and what it left: `public` lets anyone read what both Secretariats confirmed."""

    slug = models.SlugField(unique=True)
    title = BilingualField()
    place = models.CharField(max_length=120, blank=True)
    starts = models.DateField()
    ends = models.DateField()
    language = models.CharField(max_length=2, default="es")
    public = models.BooleanField(default=False)
    invented = models.BooleanField(default=False)
    #: The forum that met; of minutes that came from outside nobody said.
    organ = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["-starts", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(ends__gte=models.F("starts")), name="meeting_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        """Address of its page."""
        return address("agenda:meeting", self.slug)
