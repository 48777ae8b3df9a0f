"""What the directory tells people of."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from consuno.core.models import AuditSeal, Key, Recovery, User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed
from consuno.core.vault import trust
from consuno.directory import policies
from consuno.directory.facts import Known, named
from consuno.directory.models import Body, Doubt, Invitation
from consuno.directory.standing import secretariat_of


@notice(lambda: Invitation.objects.select_related("body__parent__parent", "membership__user"))
def invitation_accepted(reader: User, found: Invitation) -> Line | None:
    """Somebody accepted one's invitation."""
    if found.membership is None or not allowed(policies.may_read_people, reader, found.body):
        return None
    words = _("%(name)s aceptó su invitación a %(body)s") % {
        "name": found.membership.user.name, "body": found.body,
    }  # fmt: skip
    return Line(words, reverse("directory:people", args=[found.body.code]))


@notice(lambda: Key.objects.all())
def key_to_sign(reader: User, found: Key) -> Line | None:
    """An organisation's key waits for one's signature."""
    body = Body.objects.filter(code=found.owner).first()
    if body is None or not allowed(policies.may_endorse, reader, found):
        return None
    words = _("La clave de %(body)s espera su firma") % {"body": body}
    return Line(words, reverse("directory:keys", args=[body.code]))


@notice(lambda: Key.objects.all())
def key_changed(reader: User, found: Key) -> Line | None:
    """An organisation's key is another than before, or its signatures no longer count."""
    body = Body.objects.filter(code=found.owner).first()
    if body is None or (secretariat_of(reader) is None and not policies.keeps(reader, body)):
        return None
    if found.retired_on is None and not trust.trusted(found):
        words = _(
            "ALERTA: la clave de %(body)s no está firmada por quienes deben; nadie puede confiarle nada"
        )
    else:
        words = _("%(body)s tiene otra clave: compare su huella con la organización")
    return Line(words % {"body": body}, reverse("directory:key_directory"))


@notice(lambda: AuditSeal.objects.all())
def record_broken(reader: User, _found: AuditSeal) -> Line | None:
    """The record of acts is not as it was written."""
    if secretariat_of(reader) is None:
        return None
    words = _(
        "ALERTA: el registro de actos no está entero; quien administra el servidor lo ve con «consuno audit_verify»"
    )
    return Line(words, reverse("directory:key_directory"))


@notice(lambda: Key.objects.all())
def signers_changed(reader: User, _found: Key) -> Line | None:
    """Somebody's signature for a Secretariat counts from now on, or no more."""
    if secretariat_of(reader) is None:
        return None
    return Line(
        _("Cambió quién firma claves por las Secretarías"), reverse("directory:key_directory")
    )


@notice(lambda: Recovery.objects.select_related("key", "member__user"))
def key_asked(reader: User, found: Recovery, half: int = 0) -> Line | None:
    """Somebody asked for the key of an organisation that one holds or keeps."""
    body = Body.objects.filter(code=found.key.owner).first()
    if body is None or found.ended_at or not allowed(policies.may_read_keys, reader, body):
        return None
    words = _("%(name)s pide la clave de %(body)s a quienes la resguardan") % {
        "name": found.member.user, "body": body,
    }  # fmt: skip
    return Line(words, reverse("directory:keys", args=[body.code]))


def _of(found: Doubt) -> Known | None:
    """The fact a doubt is about, unless it is gone or its institution hides itself."""
    known = named([found.about]).get(found.about)
    return known if known is not None and known.body.shown else None


@notice(lambda: Doubt.objects.all())
def doubted(reader: User, found: Doubt) -> Line | None:
    """Somebody says that a fact one keeps is not right."""
    known = _of(found)
    if known is None or found.settled_at or not allowed(policies.may_keep_fact, reader, known.body):
        return None
    words = _("Alguien avisa que no es correcto: %(fact)s") % {"fact": known.words}
    return Line(words, reverse("directory:doubts"))


@notice(lambda: Doubt.objects.all())
def doubt_settled(reader: User, found: Doubt) -> Line | None:
    """One's own doubt was answered."""
    known = _of(found)
    if known is None:
        return None
    words = _("Respondieron a su aviso sobre %(fact)s") % {"fact": known.words}
    return Line(words, reverse("directory:doubt", args=[known.kind, known.fact.pk]))
