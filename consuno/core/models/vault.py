"""Keys, and what is sealed under them. Nothing here says what a section holds or of whom.

Three kinds of tables, which copies keep apart: public keys and what they seal (with the data), and the wraps
that open it (`WRAPS`, in an archive of their own: a copy of the data whose wraps are gone is noise).
"""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from consuno.core import clock, primitives

#: Tables that open what others hold: they live in their own archive.
WRAPS = ("core_wrap", "core_memberwrap", "core_recoveryshare")


def random_id() -> str:
    """A name of 128 random bits that says neither order nor date."""
    return secrets.token_hex(16)


class Instance(models.Model):
    """This installation's own name: everything sealed here is bound to it. One row."""

    name = models.CharField(max_length=32, default=random_id, unique=True)

    def __str__(self) -> str:
        return self.name


class Key(models.Model):
    """A public key: of a person, of an organisation in one version, or of somebody who reports."""

    class Kind(models.TextChoices):
        PERSON = "person", _("de una persona")
        ORGANISATION = "organisation", _("de una organización")
        REPORTER = "reporter", _("de quien denuncia")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    #: Code of the organisation; empty for the others.
    owner = models.CharField(max_length=40, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="vault_keys"
    )
    version = models.PositiveIntegerField(default=1)
    suite = models.PositiveSmallIntegerField(default=primitives.CLASSIC)
    sealing = models.BinaryField()
    checking = models.BinaryField()
    made_on = models.DateField(default=clock.today)
    retired_on = models.DateField(null=True, blank=True)
    #: Somebody who held it left: a new version is due.
    rotation_due = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["owner", "-version", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["owner", "version"], condition=Q(kind="organisation"), name="one_key_a_version"
            ),
            models.UniqueConstraint(
                fields=["owner"], condition=Q(kind="organisation", retired_on=None),
                name="one_current_key_an_organisation",
            ),
            models.UniqueConstraint(
                fields=["user"], condition=Q(kind="person", retired_on=None),
                name="one_current_key_a_person",
            ),
            models.CheckConstraint(
                condition=Q(kind="organisation", user=None) & ~Q(owner="")
                | Q(kind="person", owner="", user__isnull=False)
                | Q(kind="reporter", owner="", user=None),
                name="a_key_has_its_kind_of_owner",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.owner} {self.version}"

    @property
    def public(self) -> primitives.Public:
        """What one seals to, and what checks its signatures."""
        return primitives.Public(self.suite, bytes(self.sealing), bytes(self.checking))

    @property
    def fingerprint(self) -> str:
        """What two people read to each other to know that it is the same key."""
        return self.public.fingerprint


class Lock(models.Model):
    """A person's secret under their passphrase, with the costs it was stretched at."""

    key = models.OneToOneField(Key, on_delete=models.CASCADE, related_name="lock")
    salt = models.BinaryField()
    passes = models.PositiveSmallIntegerField()
    kib = models.PositiveIntegerField()
    lanes = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.key_id}"


class OpenVault(models.Model):
    """A person's secret while their vault is open, under a key that only their browser's cookie gives."""

    session = models.OneToOneField(
        "core.Session", primary_key=True, on_delete=models.CASCADE, related_name="vault"
    )
    key = models.ForeignKey(Key, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()
    opened_at = models.DateTimeField(default=clock.now)
    used_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.key_id}"


class MemberWrap(models.Model):
    """An organisation's secret, sealed to one of its members."""

    key = models.ForeignKey(Key, on_delete=models.CASCADE, related_name="members")
    member = models.ForeignKey(Key, on_delete=models.CASCADE, related_name="held")
    sealed = models.BinaryField()
    #: The organisation's signature of the member's public key as it was when it was let in.
    vouch = models.BinaryField(default=bytes)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["key", "member"], name="one_wrap_a_member"),
            models.CheckConstraint(condition=~Q(key=F("member")), name="no_key_holds_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.key_id} → {self.member_id}"


class Section(models.Model):
    """Something sealed: an identity, a narrative, a note. Its key exists only inside its wraps."""

    id = models.CharField(primary_key=True, max_length=32, default=random_id, editable=False)
    owner = models.CharField(max_length=40)
    kind = models.SlugField(max_length=30)
    #: Of its key; grows at each re-keying.
    version = models.PositiveIntegerField(default=1)
    sealed = models.BinaryField()
    #: A wrap was taken away: whoever opens it next for its owner gives it another key.
    rekey_due = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["owner"], condition=Q(rekey_due=True), name="section_rekey")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id[:8]}"


class Grant(models.Model):
    """A section may be read by a holder, for a purpose, from one day to another (both included)."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="grants")
    holder = models.ForeignKey(Key, on_delete=models.PROTECT, related_name="grants")
    purpose = models.SlugField(max_length=30)
    starts = models.DateField(default=clock.today)
    expires = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["section", "holder"], condition=Q(ended_on=None), name="one_grant_a_holder"
            ),
            models.CheckConstraint(
                condition=Q(expires=None) | Q(expires__gte=F("starts")), name="a_grant_lasts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section_id} → {self.holder_id}"


class Wrap(models.Model):
    """The section's key, sealed to the holder. It lives exactly as long as its grant."""

    grant = models.OneToOneField(Grant, on_delete=models.CASCADE, related_name="wrap")
    sealed = models.BinaryField()
    #: Made with the section's key of the holder's public key: who cannot open it cannot change who holds it.
    vouch = models.BinaryField(default=bytes)

    def __str__(self) -> str:
        return f"{self.grant_id}"


class SealedFile(models.Model):
    """A file in sealed pieces; its name, kind, size and own key are in its section."""

    section = models.OneToOneField(
        Section, primary_key=True, on_delete=models.CASCADE, related_name="file"
    )
    upload = models.CharField(max_length=32, unique=True)

    def __str__(self) -> str:
        return self.upload


class FilePiece(models.Model):
    """A piece of a file as it came in. One whose file was never finished is noise: its key is nowhere."""

    upload = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()
    came_on = models.DateField(default=clock.today)

    class Meta:
        ordering: ClassVar[list[str]] = ["upload", "number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["upload", "number"], name="one_piece_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.upload} {self.number}"


class Endorsement(models.Model):
    """Somebody with standing signed that a public key is the organisation's. Only added."""

    class Standing(models.TextChoices):
        OFFICER = "officer", _("La organización")
        CRM = "ST-CRM", _("Secretaría Técnica de la CRM")
        RROCM = "ST-RROCM", _("Secretaría Técnica de la RROCM")
        BEFORE = "before", _("La clave anterior")

    key = models.ForeignKey(Key, on_delete=models.PROTECT, related_name="endorsements")
    standing = models.CharField(max_length=8, choices=Standing.choices)
    #: The key that checks the signature: of the person who signed, or the version before.
    signer = models.ForeignKey(Key, on_delete=models.PROTECT, related_name="+")
    signature = models.BinaryField()
    on = models.DateField(default=clock.today)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["key", "standing"], name="one_endorsement_a_standing")
        ]

    def __str__(self) -> str:
        return f"{self.key_id} {self.standing}"


class RecoveryShare(models.Model):
    """An organisation's secret sealed twice, to two of its three officers: neither opens it alone."""

    key = models.ForeignKey(Key, on_delete=models.CASCADE, related_name="shares")
    outer = models.ForeignKey(Key, on_delete=models.PROTECT, related_name="+")
    inner = models.ForeignKey(Key, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    #: The organisation's signature of both public keys, as they were when it entrusted them.
    vouch = models.BinaryField(default=bytes)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["key", "outer", "inner"], name="one_share_a_pair"),
            models.CheckConstraint(condition=~Q(outer=F("inner")), name="two_officers"),
        ]

    def __str__(self) -> str:
        return f"{self.key_id}: {self.outer_id} + {self.inner_id}"


class Recovery(models.Model):
    """Two officers give an organisation's secret back to a member who lost theirs."""

    key = models.ForeignKey(Key, on_delete=models.CASCADE, related_name="recoveries")
    member = models.ForeignKey(Key, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=clock.now)
    #: What the first officer opened: still sealed to the second, and to nobody else.
    half = models.BinaryField(null=True)
    first = models.ForeignKey(Key, null=True, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Key, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-asked_at"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["key", "member"], condition=Q(ended_at=None), name="one_recovery_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(half=None), name="no_half_outlives_its_recovery"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key_id} → {self.member_id}"
