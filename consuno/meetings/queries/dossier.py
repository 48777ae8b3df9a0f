"""The dossier of a meeting: where the agenda stands, built from the states of things, with annexes.

It reads the same for all who may open it: names that are not shown to everybody are not in it.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from consuno.core import clock
from consuno.core.text import one_line
from consuno.meetings.models import AgendaItem, Effort, Sitting
from consuno.meetings.printing import Block, Paper, heading, para, table
from consuno.meetings.queries.agenda import late_rows, words_of
from consuno.meetings.queries.minutes import for_all
from consuno.monitoring.models import Obligation, Report, Scorecard
from consuno.monitoring.queries.dashboard import Dashboard, Ratio, Row, dashboard
from consuno.monitoring.templatetags.monitoring import rating_word

Section = AgendaItem.Section


def day(value: datetime.date | None) -> str:
    """A day in words, or a dash."""
    if value is None:
        return "—"
    words = formats.date_format(value, "j M Y")
    return words.lower() if (get_language() or "es").startswith("es") else words


def dossier(sitting: Sitting, language: str, reader: Any) -> Paper:
    """Build it for a meeting, in one language; `reader` acts for a body."""
    with for_all(language):
        today = clock.today()
        state = dashboard(reader=reader, today=today)
        late = late_rows(sitting)
        blocks = [
            *_standing(state), *_items(sitting), *_late(late), *_tables(state),
            *_annex_late(late), *_annex_divergent(), *_annex_scorecards(), *_annex_efforts(),
        ]  # fmt: skip
        where = f"{sitting.place}, {day(sitting.starts)}" if sitting.place else day(sitting.starts)
        foot = _("Consuno · %(title)s · al %(day)s") % {"title": sitting.title, "day": day(today)}
        title = _("Expediente: %(sitting)s") % {"sitting": sitting.title}
        return Paper(title, where, language, foot, blocks)


def _share(ratio: Ratio) -> str:
    return _("%(part)s de %(whole)s") % {"part": ratio.part, "whole": ratio.whole}


def _standing(state: Dashboard) -> list[Block]:
    whole = state.whole
    rows = [
        (_("Hecho"), whole.done), (_("Vencido"), whole.late), (_("Sin noticia"), whole.silent),
        (_("En plazo"), whole.ahead),
        (_("Sin fecha"), whole.undated), (_("Esperan a otro compromiso"), state.blocked),
        (_("Plazos por decidir"), state.extensions), (_("Sin saber quién responde"), state.unsettled),
        (_("Las Secretarías encuentran cosas distintas"), state.divergent),
    ]  # fmt: skip
    ratios = [
        (_("Completo, de lo que venció"), _share(state.complete)),
        (_("Sustancial, de lo que venció (se cuenta aparte)"), _share(state.substantial)),
        (_("A tiempo, de lo que venció"), _share(state.on_time)),
    ]
    levels = [(str(rating_word(name)), count) for name, count in state.levels]
    return [
        heading(_("1. Cómo está la agenda")),
        table([_("Situación"), _("Cuántos")], rows, [4, 1]),
        heading(_("Proporciones"), 2),
        table([_("Proporción"), _("Cuántos")], ratios, [4, 1]),
        heading(_("Cómo están, según ambas Secretarías"), 2),
        para(_("No se promedia: cada nivel se cuenta."), quiet=True),
        table([_("Nivel"), _("Cuántos")], levels, [4, 1]),
    ]


def _items(sitting: Sitting) -> list[Block]:
    items = words_of(sitting.items.filter(dropped=False))
    rows = [
        (number, item.get_section_display(), words)
        for number, (item, (words, _path)) in enumerate(items.items(), start=1)
    ]
    found = [heading(_("2. Agenda de la reunión"))]
    if not rows:
        return [*found, para(_("Todavía no tiene puntos."))]
    return [*found, table([_("Punto"), _("Por qué"), _("De qué se trata")], rows, [1, 3, 9])]


def _late(late: dict[Any, list[Obligation]]) -> list[Block]:
    found = [heading(_("3. Lo que pasó su plazo"))]
    if not late:
        return [*found, para(_("Ninguno."))]
    rows = [
        (item.label, one_line(str(item.statement)), day(rows[0].due_on), len(rows), f"A{number}")
        for number, (item, rows) in enumerate(late.items(), start=1)
    ]
    head = [_("Id"), _("Compromiso"), _("Plazo"), _("Instituciones"), _("Anexo")]
    return [*found, table(head, rows, [3, 9, 3, 3, 2])]


def _tables(state: Dashboard) -> list[Block]:
    head = ["", _("Hecho"), _("Vencido"), _("Sin noticia"), _("En plazo"), _("Sin fecha")]
    found: list[Block] = []
    for words, rows in (
        (_("4. Por país"), state.countries), (_("5. Por tema"), state.themes),
        (_("6. Por institución"), state.bodies),
    ):  # fmt: skip
        found += [heading(words), table([words[3:], *head[1:]], _rows(rows), [4, 1, 1, 1, 1, 1])]
    return found


def _rows(rows: list[Row]) -> list[tuple[object, ...]]:
    return [(str(row.name), row.done, row.late, row.silent, row.ahead, row.undated) for row in rows]


def _annex_late(late: dict[Any, list[Obligation]]) -> list[Block]:
    if not late:
        return []
    keys = [each.pk for rows in late.values() for each in rows]
    given = Report.objects.filter(obligation__in=keys, state=Report.State.IN_REVIEW)
    said = {each.obligation_id: each for each in given.order_by("cycle__publishes_on")}
    found = [heading(_("Anexo A. Lo que pasó su plazo, uno por uno"), new_page=True)]
    for number, (item, rows) in enumerate(late.items(), start=1):
        found += [
            heading(f"A{number}. {item.label}", 2),
            para(one_line(str(item.statement))),
            table(
                [_("Institución"), _("Plazo"), _("Dice que está"), _("Qué dijo la última vez")],
                [_late_row(each, said.get(each.pk)) for each in rows], [3, 2, 2, 7],
            ),
        ]  # fmt: skip
    return found


def _late_row(each: Obligation, report: Report | None) -> tuple[str, ...]:
    due = day(each.due_on)
    if each.extended_to:
        due += " " + _("(antes %(day)s)") % {"day": day(each.commitment.due_on)}
    if report is None:
        return (str(each.body), due, _("no ha informado"), "—")
    words = one_line(report.narrative)
    return (
        str(each.body),
        due,
        report.get_rating_display(),
        words[:400] + "…" * (len(words) > 400),
    )


def _annex_divergent() -> list[Block]:
    differing = Obligation.objects.current().filter(found=Report.DIVERGENT, outcome="")
    found = [heading(_("Anexo B. Lo que las Secretarías encuentran distinto"))]
    rows = []
    for each in differing.select_related("body", "commitment").prefetch_related(
        "reports__assessments__secretariat"
    ):
        report = max(each.reports.all(), key=lambda report: report.pk)
        for word in report.assessments.all():
            rows.append(
                (each.commitment.label, str(each.body), str(word.secretariat),
                 word.get_rating_display(), one_line(word.reasons))
            )  # fmt: skip
    if not rows:
        return [*found, para(_("Nada."))]
    head = [_("Id"), _("Institución"), _("Secretaría"), _("Encuentra"), _("Por qué")]
    return [*found, table(head, rows, [2, 3, 2, 2, 6])]


def _annex_scorecards() -> list[Block]:
    cards = Scorecard.objects.select_related("cycle").order_by("-published_at")[:10]
    found = [heading(_("Anexo C. Boletines publicados"))]
    rows = [
        (card.cycle, card.number, day(clock.day(card.published_at)), card.sha256) for card in cards
    ]
    if not rows:
        return [*found, para(_("Ninguno."))]
    return [*found, table([_("Ciclo"), _("Número"), _("Día"), "SHA-256"], rows, [2, 1, 2, 7])]


def _annex_efforts() -> list[Block]:
    efforts = Effort.objects.filter(withdrawn_at=None).select_related("body", "theme")
    efforts = efforts.prefetch_related("populations")
    found = [heading(_("Anexo D. Inventario de esfuerzos"))]
    rows = [
        (
            str(each.theme), str(each.body), each.title,
            ", ".join(map(str, each.populations.all())), day(each.confirmed_on),
        )
        for each in efforts
    ]  # fmt: skip
    if not rows:
        return [*found, para(_("Nadie ha contado todavía ninguno."))]
    head = [_("Tema"), _("Institución"), _("Esfuerzo"), _("A quién sirve"), _("Confirmado")]
    return [*found, table(head, rows, [3, 3, 5, 3, 2])]
