"""The agenda of a meeting, computed from the states of things: what is late, what waits for a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consuno.agenda.models import Commitment, Corrigendum
from consuno.core import clock
from consuno.core.text import one_line, whole_number
from consuno.knowledge.models import Assessment
from consuno.knowledge.queries.assessments import gaps
from consuno.meetings.models import AgendaItem, Elevation, Sitting
from consuno.meetings.queries.topics import waiting_for
from consuno.meetings.subjects import told
from consuno.monitoring.ladder import DOSSIER
from consuno.monitoring.models import Extension, Obligation, Rating, Report
from consuno.monitoring.queries.answering import owed, undecided

M = TypeVar("M", bound=Model)
Section = AgendaItem.Section
#: These take up what the ladder's last rung leads to: late for 45 days and more.
HIGHER = frozenset(("grcm", "viceministros"))
#: Longest wording shown of what was agreed, in letters.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Suggested:
    """Something a meeting has to take up: its key, where it stands, its words, and its page."""

    about: str
    section: str
    words: str
    path: str = ""


def suggested(sitting: Sitting) -> list[Suggested]:
    """What the states of things ask this meeting to take up, in the order of the sections.

    National tables and workshops have none: they are about what their people bring. The minutes of
    a public meeting are read by all, so nothing of a closed one comes to it.
    """
    found = [*_elevated(sitting), *_returning(sitting)]
    if sitting.kind.organ:
        found += [*_to_decide(sitting), *_late(sitting)]
    return list({each.about: each for each in found}.values())


def _elevated(sitting: Sitting) -> Iterable[Suggested]:
    """What was sent up to these meetings; what this one took up already stays."""
    taken = Elevation.objects.filter(item__sitting=sitting).select_related(*_ORIGIN)
    for key, said in elevations(
        [*taken, *waiting_for(sitting.series)], public=sitting.public
    ).items():
        yield Suggested(key, Section.ELEVATED, *said)


_ORIGIN = ("topic__country", "origin__sitting")


def elevations(sent: Iterable[Elevation], *, public: bool) -> dict[str, tuple[str, str]]:
    """The words and the page of each, by its key."""
    found = list(sent)
    subjects = told({each.subject for each in found if each.subject}, public=public)
    return {
        f"elevation:{each.pk}": subjects.get(each.subject) or _elevation(each, public=public)
        for each in found
    }


def _elevation(each: Elevation, *, public: bool) -> tuple[str, str]:
    """Where all will read it, what a country's table or a closed meeting wrote is not told."""
    if public and each.topic is not None:
        joint = _("Un tema de la mesa nacional de %(country)s")
        words = joint if each.joint else _("Un tema de la sociedad civil de %(country)s")
        return words % {"country": each.topic.country}, each.topic.get_absolute_url()
    if public and each.origin is not None and not each.origin.sitting.public:
        return _("Un tema que elevó otra reunión"), each.get_absolute_url()
    if each.topic is not None:
        whose = str(each.topic.country)
        if not each.joint:
            whose = _("sociedad civil de %(country)s") % {"country": whose}
        return f"{each.topic.title} ({whose})", each.topic.get_absolute_url()
    if each.origin is None:
        return "", ""
    words = words_of([each.origin])[each.origin][0]
    return f"{words} ({each.origin.sitting.title})", each.get_absolute_url()


def _returning(sitting: Sitting) -> Iterable[Suggested]:
    before = Sitting.objects.filter(
        series=sitting.series, country=sitting.country_id, state=Sitting.State.HELD,
        starts__lt=sitting.starts,
    ).first()  # fmt: skip
    if before is None or (sitting.public and not before.public):
        return
    words = words_of(before.items.filter(dropped=False, returns=True))
    for item, (text, path) in words.items():
        yield Suggested(item.about or f"item:{item.pk}", Section.RETURNING, text, path)


def _told(found: QuerySet[M], sitting: Sitting, meeting: str) -> QuerySet[M]:
    """All of it at a closed meeting; at a public one, what comes of meetings that all may read."""
    return found.filter(**{f"{meeting}__public": True}) if sitting.public else found


def _to_decide(sitting: Sitting) -> Iterable[Suggested]:
    open_ = undecided(_told(owed().order_by(), sitting, "meeting")).count()
    if open_:
        words = ngettext(
            "Quién responde por %(n)s compromiso", "Quién responde por %(n)s compromisos", open_
        )
        yield Suggested("unsettled:1", Section.DECIDE, words % {"n": open_}, "/seguimiento/quien/")
    waiting = Extension.objects.filter(state=Extension.State.PENDING)
    waiting = _told(waiting, sitting, "obligation__commitment__meeting")
    for each in waiting.select_related("obligation__body", "obligation__commitment__meeting"):
        yield Suggested(f"extension:{each.pk}", Section.DECIDE, *_extension(each))
    corrections = Corrigendum.objects.filter(agreed_at=None, withdrawn_at=None)
    corrections = _told(corrections, sitting, "commitment__meeting")
    for proposed in corrections.select_related("commitment__meeting"):
        yield Suggested(f"corrigendum:{proposed.pk}", Section.DECIDE, *_corrigendum(proposed))
    if not sitting.public:  # what institutions say of themselves is for institutions
        for assessment, count in gaps():
            yield Suggested(f"assessment:{assessment.pk}", Section.DECIDE, *_gap(assessment, count))
    differing = Obligation.objects.current().filter(found=Report.DIVERGENT, outcome="")
    for found in _told(differing, sitting, "commitment__meeting").select_related(
        "body", "commitment__meeting"
    ):
        yield Suggested(f"divergence:{found.pk}", Section.DECIDE, *_divergence(found))


def _gap(assessment: Assessment, count: int) -> tuple[str, str]:
    words = ngettext("%(what)s: falta %(n)s cosa", "%(what)s: faltan %(n)s cosas", count)
    return words % {"what": assessment, "n": count}, assessment.get_absolute_url()


def _late(sitting: Sitting) -> Iterable[Suggested]:
    """Commitments whose bodies are late on the first day of the meeting, the longest late first."""
    for commitment, rows in late_rows(sitting).items():
        if sitting.public and not commitment.meeting.public:
            continue
        yield Suggested(
            f"commitment:{commitment.pk}", Section.OVERDUE, *_commitment(commitment, rows)
        )


def late_rows(sitting: Sitting) -> dict[Commitment, list[Obligation]]:
    """What is late on the first day of the meeting, by commitment; for the higher ones, for long."""
    found = Obligation.objects.current().filter(outcome="", commitment__owed=True)
    found = found.exclude(found=Rating.COMPLETE).select_related("body", "commitment__meeting")
    day = max(sitting.starts, clock.today())
    least = DOSSIER if sitting.series in HIGHER else 1
    rows: dict[Commitment, list[Obligation]] = defaultdict(list)
    late = [each for each in found if each.due_on and (day - each.due_on).days >= least]
    for each in sorted(late, key=lambda each: (each.due_on, each.commitment.order, each.pk)):
        rows[each.commitment].append(each)
    return rows


def _short(commitment: Commitment) -> str:
    words = one_line(str(commitment.statement))
    return f"{commitment.label} {words[:LONGEST]}{'…' if len(words) > LONGEST else ''}"


def _commitment(commitment: Commitment, rows: list[Obligation]) -> tuple[str, str]:
    names = sorted({str(each.body) for each in rows})
    who = ", ".join(names[:4]) + (f" (+{len(names) - 4})" if len(names) > 4 else "")
    words = f"{_short(commitment)} — {who}" if who else _short(commitment)
    return words, f"/seguimiento/compromisos/{commitment.pk}/"


def _extension(each: Extension) -> tuple[str, str]:
    words = _("%(body)s pide plazo hasta el %(day)s para %(item)s") % {
        "body": each.obligation.body, "day": each.wanted.strftime("%d/%m/%Y"),
        "item": each.obligation.commitment.label,
    }  # fmt: skip
    return words, each.obligation.get_absolute_url()


def _corrigendum(each: Corrigendum) -> tuple[str, str]:
    words = _("Corrección propuesta de %(item)s") % {"item": each.commitment.label}
    return words, each.commitment.get_absolute_url()


def _divergence(each: Obligation) -> tuple[str, str]:
    words = _("Las Secretarías encuentran cosas distintas de %(item)s (%(body)s)") % {
        "item": each.commitment.label, "body": each.body,
    }  # fmt: skip
    return words, each.get_absolute_url()


def words_of(items: Iterable[AgendaItem]) -> dict[AgendaItem, tuple[str, str]]:
    """The words of each item, as the records say them now, and its page; a query for each kind."""
    found = list(items)
    keys: dict[str, set[int]] = defaultdict(set)
    for item in found:
        kind, _colon, key = item.about.partition(":")
        if (number := whole_number(key)) is not None:
            keys[kind].add(number)
    known = _known(keys, public=any(item.sitting.public for item in found))
    return {item: known.get(item.about) or (item.title, "") for item in found}


#: What is read of a body to write its name.
NAMED = ("body__code", "body__name", "body__short", "body__listed", "body__parent")


def _known(keys: dict[str, set[int]], *, public: bool) -> dict[str, tuple[str, str]]:
    known: dict[str, tuple[str, str]] = {}
    if keys["commitment"]:
        items = Commitment.objects.filter(pk__in=keys["commitment"])
        items = items.only("acta_id", "ref", "statement")
        late: dict[int, list[Obligation]] = defaultdict(list)
        bound = Obligation.objects.current().filter(commitment__in=keys["commitment"], outcome="")
        bound = bound.exclude(found=Rating.COMPLETE).select_related("body")
        for each in bound.only("commitment", *NAMED):
            late[each.commitment_id].append(each)
        known |= {f"commitment:{item.pk}": _commitment(item, late[item.pk]) for item in items}
    if keys["extension"]:
        asked = Extension.objects.filter(pk__in=keys["extension"])
        asked = asked.select_related("obligation__body", "obligation__commitment")
        known |= {f"extension:{each.pk}": _extension(each) for each in asked}
    if keys["corrigendum"]:
        wanted = Corrigendum.objects.filter(pk__in=keys["corrigendum"])
        known |= {
            f"corrigendum:{each.pk}": _corrigendum(each)
            for each in wanted.select_related("commitment__meeting")
        }
    if keys["elevation"]:
        sent = Elevation.objects.filter(pk__in=keys["elevation"]).select_related(*_ORIGIN)
        known |= elevations(sent, public=public)
    if keys["assessment"]:
        known |= {
            f"assessment:{each.pk}": _gap(each, count)
            for each, count in gaps()
            if each.pk in keys["assessment"]
        }
    if keys["divergence"]:
        both = Obligation.objects.filter(pk__in=keys["divergence"])
        known |= {
            f"divergence:{each.pk}": _divergence(each)
            for each in both.select_related("body", "commitment")
        }
    return known


#: Of each kind of item, the way from its record to the meeting it comes of.
_COMES_OF: dict[str, tuple[type[Model], str]] = {
    "commitment": (Commitment, "meeting"),
    "corrigendum": (Corrigendum, "commitment__meeting"),
    "divergence": (Obligation, "commitment__meeting"),
    "extension": (Extension, "obligation__commitment__meeting"),
    "item": (AgendaItem, "sitting"),
}


def tells_of_closed(sitting: Sitting) -> int:
    """How many items of its agenda come of meetings that not everybody may read."""
    closed = sitting.items.filter(dropped=False, about__startswith="assessment:").count()
    for kind, (model, way) in _COMES_OF.items():
        items = sitting.items.filter(dropped=False, about__startswith=f"{kind}:")
        keys = [int(about.partition(":")[2]) for about in items.values_list("about", flat=True)]
        found = model._default_manager.filter(Q(**{f"{way}__public": False}), pk__in=keys)
        closed += found.count()
    return closed
