"""The choices of a report, in words."""

from django.utils.translation import gettext_lazy as _

#: Of the minutes: trafficking (13, 14), violence along the way (18), labour, authorities, defenders, refusals.
CATEGORIES = (
    ("", _("No sé, o prefiero no elegir")),
    ("trafficking", _("Trata: me usan o usan a alguien para ganar dinero")),
    ("violence", _("Violencia en el lugar de origen, en el camino o al llegar")),
    ("labour", _("Abuso en el trabajo")),
    ("authority", _("Abuso de una autoridad")),
    ("defender", _("Amenazas a quien defiende a personas migrantes")),
    ("refusal", _("Me negaron un servicio o un trámite de papeles")),
)
#: How it came to whoever writes it down for somebody else.
WAYS = (
    ("phone", _("Por teléfono")),
    ("inperson", _("En persona")),
)
PERSONS = (("self", _("A mí")), ("other", _("A otra persona")), ("several", _("A varias")))
CHILDREN = (("no", _("No")), ("yes", _("Sí")), ("unknown", _("No sé")))
