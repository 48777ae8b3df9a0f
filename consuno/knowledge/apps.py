"""The room's registration with Django."""

from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from consuno.core.registry import Room, announce


class KnowledgeConfig(AppConfig):
    """The room `knowledge`."""

    name = "consuno.knowledge"
    label = "knowledge"

    def ready(self) -> None:
        """Announce the room to the page frame."""
        from consuno.directory.facts import Kind, register
        from consuno.directory.models import Body
        from consuno.knowledge.queries.entries import entries
        from consuno.knowledge.queries.instruments import adoptions, editions
        from consuno.knowledge.queries.law import provisions

        def government(provision: Any) -> Any:
            return Body.objects.states().get(country=provision.country_id)

        def secretariat(_edition: Any) -> Any:
            return Body.objects.get(code="ST-CRM")

        def keeper(entry: Any) -> Any:
            return government(entry) if entry.country_id else secretariat(entry)

        def page(fact: Any) -> str:
            return str(fact.instrument.get_absolute_url())

        register("version", Kind(editions, secretariat, str, page))
        register("adopcion", Kind(adoptions, government, str, page))
        register("ficha", Kind(entries, keeper, str, lambda f: str(f.get_absolute_url())))
        register("ley", Kind(provisions, government, str, lambda f: f.path))
        from consuno.core import search
        from consuno.knowledge import search as documents
        from consuno.knowledge.models import Edition, Entry, Instrument, Provision

        told = {Entry: documents.of_entry}
        search.register(
            search.Kind("ficha", _("Prácticas y materiales"), documents.every_entry, told)
        )
        of = {Provision: documents.of_provision}
        search.register(
            search.Kind(
                "instrumento", _("Instrumentos"), documents.every_instrument,
                {Instrument: documents.of_instrument}, follows={Edition: documents.with_edition},
            )
        )  # fmt: skip
        search.register(search.Kind("ley", _("Leyes"), documents.every_provision, of))
        search.register(search.Kind("palabra", _("La palabra justa"), documents.every_term, {}))
        announce(Room("knowledge:home", _("Biblioteca"), "/biblioteca/", 38))
