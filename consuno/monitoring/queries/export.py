"""Every obligation as a row of documented columns, so that other systems can be fed from it.

The columns are in `COLUMNS`, each with what it means, its unit and shape; the page of exports and the
JSON file carry the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consuno.agenda.models import Population
from consuno.core.tables import Column
from consuno.monitoring.models import Obligation, Report
from consuno.monitoring.queries.milestones import steps


def _column(key: str, meaning: str | Promise, shape: str | Promise) -> Column[dict[str, Any]]:
    return Column(key, itemgetter(key), meaning=meaning, shape=shape)


_DAY = _("día, AAAA-MM-DD")
_CODE = _("clave")
_WORDS = _("texto")
COLUMNS = (
    _column("commitment", _("Clave del compromiso, tal como se cita"), _CODE),
    _column("meeting", _("Reunión de la que salió"), _CODE),
    _column("statement_es", _("Qué se acordó, en español"), _WORDS),
    _column("statement_en", _("Qué se acordó, en inglés"), _WORDS),
    _column("theme", _("Tema de la agenda"), _CODE),
    _column("populations", _("Poblaciones de las que trata"), _("claves, separadas por ;")),
    _column("institution", _("Institución que responde"), _CODE),
    _column("institution_name", _("Su nombre, si se muestra a todos"), _WORDS),
    _column("country", _("País de la institución"), "ISO 3166-1 alpha-2"),
    _column("partner", _("Socia local de la RROCM, si se muestra a todos"), _WORDS),
    _column("due_on", _("Hasta cuándo tiene esta institución"), _DAY),
    _column("first_due_on", _("El plazo antes de que se alargara"), _DAY),
    _column("sdg_target", _("Meta de los ODS, del último informe"), "10.7"),
    _column("indicator", _("Indicador, del último informe"), _WORDS),
    _column("milestones", _("Cuántos hitos cuentan en el último informe"), _("número")),
    _column("progress", _("Avance por hitos del último informe; vacío donde no hay"), "0–100"),
    _column("cycle", _("Ciclo del último informe"), _CODE),
    _column("self_rating", _("Cómo dice que está"), _("nivel")),
    _column("rating", _("Lo que ambas Secretarías encuentran; divergent si difieren"), _("nivel")),
    _column("said_on", _("El día en que se entregó o se dijo"), _DAY),
    _column("outcome", _("Cómo terminó: fulfilled, superseded, withdrawn o lapsed"), _CODE),
    _column("outcome_on", _("El día en que terminó"), _DAY),
)


def obligations() -> QuerySet[Obligation]:
    """All that binds, in the order of the agenda; as many queries whatever their number."""
    given = Report.objects.filter(state=Report.State.IN_REVIEW).select_related("cycle")
    found = Obligation.objects.current().filter(commitment__owed=True)
    return (
        found.select_related("body", "partner", "commitment__meeting", "commitment__theme")
        .prefetch_related(
            Prefetch("reports", given.order_by("cycle__publishes_on").prefetch_related("reached")),
            "milestones",
            Prefetch("commitment__populations", Population.objects.order_by("order")),
        )
        .order_by("-commitment__meeting__starts", "commitment__order", "body__order", "pk")
    )


def rows() -> Iterator[dict[str, Any]]:
    """Each as a dictionary with the keys of `COLUMNS`; what is unknown is None."""
    for each in obligations().iterator(chunk_size=500):
        yield _row(each)


def _row(each: Obligation) -> dict[str, Any]:
    item, reports = each.commitment, list(each.reports.all())
    last = reports[-1] if reports else None
    way = steps(last) if last else None
    shown = each.body.shown
    return {
        "commitment": item.label, "meeting": item.meeting.slug,
        "statement_es": item.statement.es, "statement_en": item.statement.en or None,
        "theme": item.theme_id, "populations": [each.pk for each in item.populations.all()],
        "institution": each.body.code if shown else None,
        "institution_name": str(each.body), "country": each.body.country_id,
        "partner": str(each.partner) if each.partner else None, "due_on": each.due_on,
        "first_due_on": item.due_on, "sdg_target": last.sdg_target or None if last else None,
        "indicator": last.indicator or None if last else None,
        "milestones": len(way.rows) if way else None, "progress": way.percent if way else None,
        "cycle": last.cycle.code if last else None, "self_rating": last.rating if last else None,
        "rating": each.found or None, "said_on": each.said_on,
        "outcome": each.outcome or None, "outcome_on": each.outcome_on,
    }  # fmt: skip
