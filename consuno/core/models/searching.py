"""What can be found: one row a record and language, and the words there are."""

from typing import ClassVar

from django.db import models

from consuno.core import clock


class SearchEntry(models.Model):
    """A document as it is searched. `tokens` are its stems, analysed in Python; each database keeps
    an index of them beside this table (triggers on SQLite, a generated column on PostgreSQL).
    """

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    path = models.CharField(max_length=300)
    country = models.CharField(max_length=2, blank=True)
    theme = models.CharField(max_length=30, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    public = models.BooleanField(default=True)
    tokens = models.TextField()
    #: What it was made of: the same again is not analysed again.
    digest = models.CharField(max_length=32)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "key", "language"], name="one_entry_a_language")
        ]

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """A word that some document has, without accents, and its stem there: to know the words there
    are, and to find the nearest to a misspelt one.
    """

    word = models.CharField(max_length=40)
    stem = models.CharField(max_length=40)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["word", "stem"], name="one_word_a_stem")
        ]

    def __str__(self) -> str:
        return self.word
