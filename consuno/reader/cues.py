"""Words that make a date a deadline, or show that it is none, in both languages.

All patterns run on folded text. ``before`` patterns are anchored at the end of what stands
before a date: "a más tardar el | 31 de marzo".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from re import Pattern


@dataclass(frozen=True, slots=True)
class Cues:
    """One language's cues.

    ``strong`` names a limit; ``weak`` only places an act in time; ``refused`` makes the date an
    attribute of a paper, a period of data or a past act; ``passive`` before a participle shows
    the act still to come.
    """

    strong: Pattern[str]
    weak: Pattern[str]
    refused: Pattern[str]
    past: Pattern[str]
    passive: Pattern[str]
    tbd: Pattern[str]
    recurrent: Pattern[str]
    sure: Pattern[str]
    event: Pattern[str]
    soon: Pattern[str]
    sequel: Pattern[str]
    held: Pattern[str]
    condition: Pattern[str]


_ES_EVENT = (
    r"reunion|sesion|asamblea|junta|encuentro|cumbre|conferencia|plenari[oa]|pleno|congreso|foro"
    r"|comite|consejo|ronda|periodo ordinario de sesiones|periodo de sesiones|cita|elecciones"
)
_EN_EVENT = (
    r"meeting|session|assembly|conference|summit|congress|plenary|forum|agm|council|committee"
    r"|board|round|hearing|election|general body|night|ceremony|workshop"
)

SPANISH_CUES = Cues(
    strong=re.compile(
        r"(?:a mas tardar|antes de que (?:termine|finalice|concluya|acabe|cierre|venza)|antes de(?:l)?|hasta(?: "
        r"el)?|no mas tarde (?:de(?:l)?|que)|vence(?:ra)?"
        r"|dentro de|en (?:un|el) (?:plazo|termino|lapso|periodo)|plazo|fecha(?: limite| tope"
        r"| maxima)?|entrega|como maximo|tope|vencimiento|\(|:|\||a mas tardar (?:en|a|por))"
        r"[\s:]*(?:(?:maximo|perentorio|improrrogable|no mayor|limite|inferior|superior)\s*)*"
        r"(?:(?:de(?:l)?|a|al|en|para|que)\s+)?(?:(?:el|la|los|las|un|una|unos)\s+)?(?:dias?\s+)?"
        r"(?:mes de\s+)?(?:(?:los )?(?:proximos|siguientes)\s+)?$"
    ),
    weak=re.compile(
        r"(?:^|\W)(?:el|el dia|los dias|en|en el|en la|en los|para|para el|para la|durante|durante el"
        r"|durante la|por|al|a|desde el|entre el|entre|del|en el mes de|el mes de|para el mes de|durante el mes"
        r" de|cada|en el curso de(?:l)?|en el transcurso de(?:l)?|,|-|–)\s*(?:proximo\s+)?"
        r"(?:(?:los )?(?:proximos|siguientes)\s+)?$"
    ),
    refused=re.compile(
        r"(?:\b(?:ano|ejercicio|presupuesto|gestion|periodo|ley|decreto|resolucion|acuerdo|informe"
        r"|acta|carta|nota|oficio|plan|programa|censo|version|edicion|temporada|curso|reunion"
        r"|sesion|asamblea|fecha|circular|convenio|convencion|declaracion|protocolo|codigo|n[o°º]"
        r"|num|desde|a partir)\.?\s*(?:de(?:l)?\s+)?(?:fecha\s+)?(?:el\s+)?(?:dia\s+)?"
        r"|(?:correspondiente[s]?|relativ[oa]s?|referente|ejercicio|presupuesto|plan)\s+(?:al?|de(?:l)?"
        r"|para)\s+(?:el\s+)?(?:ano\s+|mes de\s+)?|\w\s+de(?:l)?\s+(?:mes de\s+)?|para el\s+ano\s+)$"
    ),
    past=re.compile(
        r"\b\w+(?:ad|id)[oa]s?\s+(?:\w+\s+){0,1}?(?:el|en|del|desde|hasta|por|durante)\s+"
        r"(?:el\s+|la\s+)?(?:dia\s+|mes de\s+|pasado\s+)?$|\bpasado\s+$"
    ),
    passive=re.compile(
        r"\b(?:sera|seran|sea|sean|ser|quedara|quedaran|queda|quedo|estara|estaran|estar|deber\w+)\b"
    ),
    tbd=re.compile(
        r"(?:en\s+)?(?:una?\s+)?fechas? (?:y lugar )?(?:que se \w+ra\w*|(?:por|a|que se|aun por|a ser|sin) "
        r"(?:definir\w*"
        r"|determinar\w*|fijar\w*|confirmar\w*|convenir\w*|acordar\w*|establecer\w*|definid\w+))"
        r"|por (?:definir|determinar|confirmar|fijar)(?:se)?\b|sin fecha\b|a (?:definir|convenir)\b"
    ),
    recurrent=re.compile(
        r"\b(?:cada (?:\w+ )?(?:dia|semana|mes|bimestre|trimestre|semestre|ano|dias|semanas|meses"
        r"|anos|lunes|martes|miercoles|jueves|viernes|sabado|domingo|reunion|sesion)"
        r"|(?:diaria|semanal|quincenal|mensual|bimestral|bimensual|trimestral|semestral|anual"
        r"|periodica|regular)mente|(?:una|dos|tres|cuatro) (?:vez|veces) (?:al|por|a la|cada)"
        r" (?:dia|semana|mes|trimestre|semestre|ano)|por (?:semana|mes)|(?:todos|todas) l[oa]s"
        r" (?:dias|semanas|meses|anos|lunes|martes|miercoles|jueves|viernes|sabados|domingos)"
        r"|de (?:forma|manera|modo) (?:mensual|trimestral|semestral|anual|semanal|periodica)"
        r"|(?:informes?|reportes?|reunion(?:es)?|sesion(?:es)?) (?:mensual|semanal|trimestral"
        r"|quincenal|semestral|bimestral|bimensual)(?:es)?)\b"
    ),
    sure=re.compile(
        r"\b(?:en el (?:curso|transcurso) de(?:l)?|a lo largo de(?:l)?|durante(?: el mes de)?|entre el)\s+$"
    ),
    event=re.compile(
        r"\b(?:en|antes de|durante|para|previo a|hasta|a mas tardar en|con ocasion de|al inicio de"
        r"|ante)\s*(?:la|el|las|los|l)?\s*(?:su|sus|nuestra|cada)?\s*(?:(?P<next>proxim[oa]s?"
        r"|siguientes?|venider[oa]|futur[oa])\s+)?(?:\w+\s+)?"
        rf"(?P<noun>{_ES_EVENT})\b(?P<tail>(?:\s+(?:ordinari[oa]|extraordinari[oa]|general|anual"
        r"|plenari[oa]|proxim[oa]|siguiente|de(?:l)?(?: la| los| las)? [^,.;:]{1,70}))*)"
    ),
    soon=re.compile(
        r"\b(?:de inmediato|inmediatamente|a la (?:mayor )?brevedad(?: posible)?|cuanto antes|lo antes"
        r" posible|lo mas pronto posible|sin demora|en (?:el|un) (?:menor|breve) plazo|oportunamente"
        r"|proximamente|en su oportunidad|a corto plazo|una vez (?:que )?[^,.;]{3,60}|cuando [^,.;]{3,60})"
    ),
    sequel=re.compile(r"^\W*+(?:(?:y|e)\s*+)?(?:despues|luego|posteriormente|seguidamente)\b"),
    held=re.compile(
        r"(?:a celebrarse|que se (?:celebrara|realizara|llevara a cabo)|a realizarse|prevista"
        r"|programada|convocada|fijada|que tendra lugar|a efectuarse)[^.;]{0,30}$"
    ),
    condition=re.compile(
        r"(?:,\s*)?\b(?P<cond>(?:con base en|de acuerdo (?:con|a)|de conformidad con|conforme a|segun)"
        r" (?:lo (?:establecid|dispuest)o en )?(?:sus?|la|las|el|los) (?:propi[oa]s? |respectiv[oa]s? )?"
        r"(?:ordenamientos?|legislacion(?:es)?|leyes|marcos?|normativas?|disponibilidad\w*|capacidad\w*"
        r"|posibilidad\w*|recursos)[^.;,]{0,80}|sujeto a [^.;,]{3,80}|siempre (?:que|y cuando)"
        r" [^.;]{3,100}|a condicion de [^.;]{3,80}|en caso de (?:que )?[^.;,]{3,80}|previa? [^.;,]{3,60}"
        r"|si [^.;,]{5,80}|salvo [^.;,]{3,60})"
    ),
)

ENGLISH_CUES = Cues(
    strong=re.compile(
        r"(?:\bby|no later than|not later than|at the latest|on or before|before|until|till|prior to"
        r"|within|due(?: date)?|deadline|in time for|latest|target date|when|date|not exceeding|\(|:|\|)"
        r"[\s:]*(?:(?:the|a|an|a period of|a maximum of|no more than|not more than|at most|on|by"
        r"|noon(?: on)?|midnight(?: on)?|close of business(?: on)?|cob(?: on)?|close of play(?: on)?"
        r"|end of(?: day)?|latest"
        r"|next|this|coming|the coming)\s+)*$"
    ),
    weak=re.compile(
        r"(?:^|\W)(?:on|in|during|for|at|over|from|between|next|this|coming|the|of|in the month of"
        r"|sometime in|,|-|–)\s*(?:the\s+)?(?:course of\s+)?(?:month of\s+)?(?:next\s+)?$"
    ),
    refused=re.compile(
        r"(?:\b(?:act|resolution|decree|letter|report|minutes|memorandum|note|dated|meeting|session"
        r"|budget|plan|year|fiscal|season|programme|program|census|edition|version|convention|rule"
        r"|paragraph|no|since|agreement|circular|effective|starting|beginning|as of|from)\.?\s*"
        r"(?:of|on|for|in|from|as from|dated)?\s*(?:the\s+)?(?:year\s+)?|budget\s+for\s+(?:the\s+)?"
        r"(?:year\s+)?|the year\s+(?:ending\s+)?|\w\s+of\s+(?:the\s+)?|\bfor\s+(?:the\s+)?year\s+)$"
    ),
    past=re.compile(
        r"\b(?:\w+ed|held|sent|written|made|given|met|taken|brought|built|drawn)\s+(?:\w+\s+)??"
        r"(?:on|in|of|by|during|since|at)\s+(?:the\s+)?$|\blast\s+$"
    ),
    passive=re.compile(
        r"\b(?:be|will|shall|to|must|should|would|agreed|requested|asked|instructed|directed|invited"
        r"|tasked|resolved|decided|undertook|scheduled|planned|set|is|are)\b"
    ),
    tbd=re.compile(
        r"\b(?:(?:at|on) )?a date to be (?:fixed|agreed|determined|decided|set|announced|confirmed)"
        r"|\b(?:date|time|deadline)s? (?:still )?(?:is |are )?(?:yet )?to be (?:fixed|agreed|determined"
        r"|decided|set|announced|confirmed|defined)|\bto be (?:determined|confirmed|announced|advised)\b"
        r"|\bt\.?b\.?[dca]\b\.?|\bno date (?:set|fixed|yet)\b|\bdate to be \w+ed\b"
    ),
    recurrent=re.compile(
        r"\b(?:every (?:\w+ )?(?:day|week|month|quarter|year|days|weeks|months|years|meeting|session"
        r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|autumn|summer|winter)"
        r"|each (?:day|week|month|quarter|year|meeting|session|term)|(?:once|twice|three times|four times)"
        r" (?:a|per|every|each) (?:day|week|month|quarter|term|year)|(?:daily|weekly|fortnightly|monthly"
        r"|bi-monthly|bimonthly|quarterly|half-yearly|annually|yearly)(?! (?:meeting|budget|plan|sales))"
        r"|on an? (?:daily|weekly|monthly|quarterly|annual|regular|yearly) basis|at regular intervals"
        r"|at each (?:meeting|session)|regularly|per (?:week|month|annum))\b"
    ),
    sure=re.compile(r"\b(?:(?:in|over) the course of|throughout|during(?: the month of)?)\s+$"),
    event=re.compile(
        r"\b(?:at|before|by|for|prior to|in time for|to|until|ahead of|in advance of|during|after)\s+"
        r"(?:the|its|their|our|his|her|a|each)?\s*(?:(?P<next>next|following|forthcoming|upcoming|coming"
        rf"|subsequent)\s+)?(?:[\w-]+\s+){{0,2}}?(?P<noun>{_EN_EVENT})\b"
        r"(?P<tail>(?:\s+of\s+[^,.;:]{1,60})?)"
    ),
    soon=re.compile(
        r"\b(?:immediately|forthwith|as soon as (?:possible|practicable)|at the earliest"
        r" (?:opportunity|convenience)|without delay|asap|in due course|shortly|promptly|once [^,.;]{3,60}"
        r"|as soon as [^,.;]{3,60}|when [^,.;]{5,60})"
    ),
    sequel=re.compile(r"^\W*+(?:and\s*+)?(?:then|afterwards|subsequently|thereafter)\b"),
    held=re.compile(
        r"(?:to be held|scheduled|to take place|planned|which will (?:be held|take place)|convened)"
        r"[^.;]{0,30}$"
    ),
    condition=re.compile(
        r"(?:,\s*)?\b(?P<cond>subject to [^.;,]{3,90}|provided (?:that )?[^.;]{3,90}|in accordance with"
        r" (?:its|their|his|her|the) (?:own |respective |national |domestic |applicable )*(?:laws?"
        r"|legislation|legal|rules|regulations|mandates?|procedures?|constitution\w*|capabilit\w+)"
        r"[^.;,]{0,60}|within (?:available|existing) resources|depending on [^.;,]{3,60}|if [^.;,]{5,80}"
        r"|unless [^.;,]{5,80}|in the event (?:that|of) [^.;,]{3,80}|where appropriate|as appropriate"
        r"|should (?:the|it|they|there) [^.;,]{5,60})"
    ),
)
