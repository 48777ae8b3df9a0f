"""What consultation tells people of: what to do, and until when."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from consuno.consultation import policies
from consuno.consultation.models import (
    AbsenceReminder,
    AbsenceRule,
    Adoption,
    InputRequest,
    Observation,
    Position,
    Round,
    Silence,
)
from consuno.consultation.queries.absence import unanswered
from consuno.core.models import User
from consuno.core.notices import Line, notice
from consuno.core.policy import allowed


def _rounds() -> QuerySet[Round]:
    return Round.objects.select_related("version__proposal")


def _line(reader: User, found: Round, words: str, path: str = "") -> Line | None:
    if found.closed_at is not None or not allowed(policies.may_enter, reader):
        return None
    day = date_format(found.closes, "DATE_FORMAT")
    return Line(
        words % {"title": found.version.proposal, "day": day}, path or found.get_absolute_url()
    )


@notice(_rounds)
def round_opened(reader: User, found: Round) -> Line | None:
    """A text waits for what a country or the network observes."""
    return _line(reader, found, _("Lea «%(title)s» y presente sus observaciones hasta el %(day)s"))


@notice(_rounds)
def round_extended(reader: User, found: Round) -> Line | None:
    """There is more time."""
    return _line(reader, found, _("Puede observar «%(title)s» hasta el %(day)s: se dio más plazo"))


@notice(lambda: InputRequest.objects.select_related("round__version__proposal", "body"))
def input_wanted(reader: User, found: InputRequest) -> Line | None:
    """One's country asks what one's institution thinks of a text."""
    proposal = found.round.version.proposal
    if not allowed(policies.may_tell_own_country, reader, found.body):
        return None
    path = reverse("consultation:own_country", args=[proposal.pk, found.round_id])
    return _line(
        reader, found.round,
        _("Diga a su país qué opina su institución de «%(title)s», antes del %(day)s"), path,
    )  # fmt: skip


def _observations() -> QuerySet[Observation]:
    return Observation.objects.select_related("round__version__proposal", "body")


def _about(reader: User, found: Observation, words: str) -> Line | None:
    if not found.standing or not allowed(policies.may_read_observation, reader, found):
        return None
    proposal = found.round.version.proposal
    path = reverse("consultation:observation", args=[proposal.pk, found.pk])
    return Line(words % {"title": proposal}, path)


def _positions() -> QuerySet[Position]:
    return Position.objects.select_related("version__proposal", "body")


@notice(_positions)
def position_waits(reader: User, found: Position) -> Line | None:
    """An objection or an ad referendum of a country waits for its validator."""
    if not allowed(policies.may_confirm_position, reader, found):
        return None
    proposal = found.version.proposal
    words = _("Confirme la postura de su país sobre «%(title)s»")
    return Line(words % {"title": proposal}, reverse("consultation:positions", args=[proposal.pk]))


def _silences() -> QuerySet[Silence]:
    return Silence.objects.select_related("round__version__proposal", "broken_by")


@notice(_silences)
def silence_ordered(reader: User, found: Silence) -> Line | None:
    """A text is approved at an hour unless one's country objects before."""
    if not found.running or not allowed(policies.may_enter, reader):
        return None
    words = _("«%(title)s» queda aprobado si nadie objeta por escrito antes del %(until)s")
    title = found.round.version.proposal
    return Line(words % {"title": title, "until": found.until}, found.round.get_absolute_url())


@notice(_silences)
def silence_broken(reader: User, found: Silence) -> Line | None:
    """Nobody's silence approves the text any more, and why."""
    if not allowed(policies.may_enter, reader):
        return None
    words = _("Se rompió el silencio sobre «%(title)s»: %(how)s")
    how = found.get_broken_how_display() + (f", {found.broken_by}" if found.broken_by else "")
    title = found.round.version.proposal
    return Line(words % {"title": title, "how": how}, found.round.get_absolute_url())


@notice(lambda: Adoption.objects.select_related("version__proposal"))
def text_adopted(reader: User, found: Adoption) -> Line | None:
    """A text was adopted, and how."""
    if not allowed(policies.may_enter, reader):
        return None
    words = _("«%(title)s» se adoptó %(how)s")
    title = found.version.proposal
    return Line(words % {"title": title, "how": found.get_mode_display()}, title.get_absolute_url())


@notice(_observations)
def observation_disposed(reader: User, found: Observation) -> Line | None:
    """It was decided on what one's body observed."""
    return _about(
        reader, found, _("Se decidió sobre su observación a «%(title)s»: diga si la satisface")
    )


@notice(_observations)
def observation_orphaned(reader: User, found: Observation) -> Line | None:
    """The text changed so that nobody but its body can say where it belongs."""
    return _about(
        reader, found, _("Diga a qué cláusula de la nueva versión de «%(title)s» va su observación")
    )


@notice(lambda: AbsenceRule.objects.all())
def absence_waits(reader: User, found: AbsenceRule) -> Line | None:
    """The other Secretariat wrote down a rule of absence."""
    if found.ended_at or not allowed(policies.may_confirm_absence, reader, found):
        return None
    return Line(_("Confirme la regla de los países ausentes"), reverse("consultation:absence"))


@notice(lambda: AbsenceRule.objects.all())
def absence_adopted(reader: User, found: AbsenceRule) -> Line | None:
    """There is a rule of absence for the texts that circulate from now on."""
    if found.ended_at or not allowed(policies.may_enter, reader):
        return None
    return Line(
        _("Hay una regla sobre los países que no se pronuncian"), reverse("consultation:absence")
    )


@notice(unanswered)
def position_missing(reader: User, found: AbsenceReminder) -> Line | None:
    """One's country has said nothing of a text, and its term is over."""
    if not policies.speaks_for(reader, found.body):
        return None
    proposal = found.version.proposal
    words = _("Falta la postura de su país sobre «%(title)s»: si calla, constará como ausente")
    return Line(words % {"title": proposal}, reverse("consultation:positions", args=[proposal.pk]))
