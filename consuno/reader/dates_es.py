"""How Spanish writes dates, from "31 de marzo del 2013" to "segunda quincena de mayo"."""

from __future__ import annotations

import re

from consuno.reader import periods
from consuno.reader.dates import DIGITS, Builder, Pattern, day_of, group, year_of
from consuno.reader.numerals import number_words, read_number
from consuno.reader.periods import Anchor, Period

_MONTHS = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7,
    "agosto": 8, "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
    "ene": 1, "feb": 2, "mar": 3, "abr": 4, "may": 5, "jun": 6, "jul": 7, "ago": 8, "sept": 9,
    "sep": 9, "set": 9, "oct": 10, "nov": 11, "dic": 12,
}  # fmt: skip
_FULL = "|".join(name for name in _MONTHS if len(name) > 3 and name != "sept")
_ANY = "|".join(_MONTHS)
_WEEK = {
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
}  # fmt: skip
_WEEKDAYS = "|".join(_WEEK)
_WORD = number_words("es")
_DAY = rf"(?:1(?:ero|er|ro|o)\b\.?|{DIGITS}(?:\.?\s?[°º]\.?|o\b)?|treinta y uno?|{_WORD})"
_YEAR = (
    r"(?:\s*,)?\s+(?:(?:de|del|en)\s+)?(?:el\s+)?(?:ano\s+)?"
    rf"(?:(?P<y>(?:1[89]|20)\d\d|'\d\d|(?:dos )?mil(?: \w+cientos)?(?: (?:y|{_WORD})\b){{0,4}})\b"
    r"|(?P<this>(?:presente|corriente|este|mismo) ano\b|en curso\b|(?:presente|corriente)\b)"
    r"|(?P<next>proximo ano\b|ano (?:proximo|siguiente|entrante)\b)|(?:proximo|entrante)\b)"
)
_FROM_YEAR = _YEAR.replace("?P<", "?P<from_")
_UNITS = {"dia": "day", "semana": "week", "mes": "month", "ano": "year"}
_ORDINALS = {
    "primer": 1, "primero": 1, "primera": 1, "1er": 1, "1ro": 1, "1": 1, "i": 1,
    "segundo": 2, "segunda": 2, "2do": 2, "2": 2, "ii": 2,
    "tercer": 3, "tercero": 3, "tercera": 3, "3er": 3, "3ro": 3, "3": 3, "iii": 3,
    "cuarto": 4, "cuarta": 4, "4to": 4, "4": 4, "iv": 4,
    "ultimo": 9, "ultima": 9,
}  # fmt: skip
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
#: An ordinal with its mark: "3.er", "1.ª", "2º".
_NTH = rf"(?P<n>{_ORDINAL})(?:\.?(?:er|ra|ro|da|do|ta|to|a|o|[°ºª]))?"
_SPAN_MONTHS = {"trimestre": 3, "semestre": 6, "cuatrimestre": 4, "bimestre": 2}


def _day(match: re.Match[str], anchor: Anchor) -> Period | None:
    number = day_of(match)
    return periods.day(anchor, year_of(match, anchor), _MONTHS[match["m"]], number)


def _this_month(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.meeting is None:
        return None
    moment = periods.add_months(anchor.meeting, bool(group(match, "nextmonth")))
    return periods.day(anchor, moment.year, moment.month, day_of(match))


def _weekday_number(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.meeting is None:
        return None
    moment = periods.add_months(anchor.meeting, day_of(match) < anchor.meeting.day)
    return periods.day(anchor, moment.year, moment.month, day_of(match))


def _days(match: re.Match[str], anchor: Anchor) -> Period | None:
    first, final = day_of(match, "d1"), day_of(match, "d2")
    return periods.days(anchor, year_of(match, anchor), _MONTHS[match["m"]], first, final)


def _between(match: re.Match[str], anchor: Anchor) -> Period | None:
    first, final = _MONTHS[match["m1"]], _MONTHS[match["m"]]
    days = day_of(match, "d1"), day_of(match, "d2")
    return periods.between(anchor, year_of(match, anchor), (first, days[0]), (final, days[1]))


def _first_days(match: re.Match[str], anchor: Anchor) -> Period | None:
    count = read_number(match["n"])
    if not count:
        return None
    return periods.part_of_month(anchor, year_of(match, anchor), _MONTHS[match["m"]], count)


def _last_day(match: re.Match[str], anchor: Anchor) -> Period:
    weekday = _WEEK.get(match["day"])
    working = match["day"].endswith(("habil", "laborable"))
    year = year_of(match, anchor)
    return periods.last_of_month(anchor, year, _MONTHS[match["m"]], weekday, working=working)


def _months(match: re.Match[str], anchor: Anchor) -> Period | None:
    first, final = _MONTHS[match["m1"]], _MONTHS[match["m2"]]
    return periods.months(anchor, year_of(match, anchor), first, final)


def _part(match: re.Match[str], anchor: Anchor) -> Period:
    part = match["part"]
    until = 31 if part.startswith(("fin", "ult")) else 15 if part.startswith("med") else 10
    return periods.part_of_month(anchor, year_of(match, anchor), _MONTHS[match["m"]], until)


def _fraction(match: re.Match[str], anchor: Anchor) -> Period:
    number = _ORDINALS[match["n"]]
    size = 15 if match["unit"] == "quincena" else 7
    until = 31 if number > 4 or (size == 15 and number == 2) else number * size
    return periods.part_of_month(anchor, year_of(match, anchor), _MONTHS[match["m"]], until)


def _stretch(match: re.Match[str], anchor: Anchor) -> Period | None:
    number, size = _ORDINALS[match["n"]], _SPAN_MONTHS[match["unit"]]
    year = year_of(match, anchor)
    number = 12 // size if number == 9 else number
    if number * size > 12:
        return None
    if size == 3:
        return periods.quarter(anchor, year, number)
    return periods.months(anchor, year, (number - 1) * size + 1, number * size)


def _quarter_code(match: re.Match[str], anchor: Anchor) -> Period | None:
    return periods.quarter(anchor, year_of(match, anchor), int(match["n"]))


def _month(match: re.Match[str], anchor: Anchor) -> Period | None:
    return periods.month(anchor, year_of(match, anchor), _MONTHS[match["m"]])


def _year_end(match: re.Match[str], anchor: Anchor) -> Period | None:
    year = year_of(match, anchor) or (anchor.meeting.year if anchor.meeting else None)
    return periods.whole_year(year) if year else None


def _year(match: re.Match[str], anchor: Anchor) -> Period | None:
    year = year_of(match, anchor)
    return periods.whole_year(year) if year else None


def _month_end(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.meeting is None:
        return None
    moment = periods.add_months(anchor.meeting, bool(group(match, "nextmonth")))
    return periods.month(anchor, moment.year, moment.month)


def _week_end(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.meeting is None:
        return Period("relative", None, None, "relative; meeting undated", "meeting")
    ahead = 6 - anchor.meeting.weekday() + (7 if group(match, "nextweek") else 0)
    return periods.after(anchor, max(ahead, 0), "day")


def _weekday(match: re.Match[str], anchor: Anchor) -> Period:
    """ "Antes del viernes" ends on Thursday: a day so near is meant as it is said."""
    before = match.string[: match.start()].endswith("antes ") and match.group().startswith("del ")
    return periods.weekday(anchor, _WEEK[match["w"]], before=before)


def _term(match: re.Match[str], anchor: Anchor) -> Period | None:
    amount = read_number(match["n"])
    if not amount:
        return None
    unit = next(_UNITS[key] for key in _UNITS if match["unit"].startswith(key))
    since = group(match, "since").strip(" ,")
    if since and (since.startswith("antes") or not _FROM_NOW.search(since)):
        return Period("relative", None, None, "relative", since)
    working = group(match, "kind").strip().startswith(("habil", "laborable"))
    return periods.after(anchor, amount, unit, working=working)


_FROM_NOW = re.compile(
    r"firma (?:de|del) (?:la |el )?(?:presente|esta|este)|fecha$|esta fecha|la fecha|hoy|presente (?:reunion"
    r"|sesion|acta|acuerdo)|esta (?:reunion|sesion)"
)


def _hours(match: re.Match[str], anchor: Anchor) -> Period | None:
    """ "En las próximas 72 horas": the last of the days that they fill."""
    return periods.after(anchor, -(-int(match["n"]) // 24), "day")


def _half_of_this_year(match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.meeting is None:
        return None
    second = group(match, "half") == "segunda" or _ORDINALS.get(group(match, "n")) in {2, 9}
    return periods.months(anchor, anchor.meeting.year, *((7, 12) if second else (1, 6)))


def _tomorrow(match: re.Match[str], anchor: Anchor) -> Period:
    return periods.after(anchor, 0 if match.group() == "hoy mismo" else 1, "day")


def _next_month(_match: re.Match[str], anchor: Anchor) -> Period | None:
    if anchor.meeting is None:
        return None
    moment = periods.add_months(anchor.meeting, 1)
    return periods.month(anchor, moment.year, moment.month)


def _compile(pattern: str, build: Builder) -> Pattern:
    return re.compile(rf"(?<!\w){pattern}(?!\w)"), build


_SINCE = (
    r"(?P<since>,?\s+(?:contados?\s+)?(?:(?:a partir|desde|despues|siguientes?|posteriores?|tras|antes)"
    r"\s+(?:del?|al?|la|el)\b|de la firma\b)[^.;,]{0,60})?"
)

SPANISH_DATES: tuple[Pattern, ...] = (
    _compile(
        rf"(?:entre el |del? |desde el )?(?P<d1>{DIGITS})\s+del?\s+(?P<m1>{_ANY})(?:{_FROM_YEAR})?\s+"
        rf"(?:al?|y(?: el)?|hasta el)\s+(?P<d2>{DIGITS})\s+del?\s+(?P<m>{_ANY})\b(?:{_YEAR})?",
        _between,
    ),
    _compile(rf"(?P<m>{_FULL})\s+(?P<d>\d{{1,2}})(?:\s*,\s*|\s+del?\s+)(?P<y>(?:19|20)\d\d)", _day),
    _compile(
        rf"primeros\s+(?P<n>\d{{1,2}}|{_WORD})\s+dias\s+del?\s+(?:mes\s+de\s+)?(?P<m>{_ANY})\b(?:{_YEAR})?",
        _first_days,
    ),
    _compile(
        rf"ultimo\s+(?P<day>{_WEEKDAYS}|dia(?:\s+(?:habil|laborable))?)\s+del?\s+(?:mes\s+de\s+)?(?P<m>{_ANY})\b"
        rf"(?:{_YEAR})?",
        _last_day,
    ),
    _compile(
        r"(?P<m>"
        + "|".join(name for name in _MONTHS if len(name) == 3)
        + r")[-/](?P<y>\d\d)(?![-/]\d)",
        _month,
    ),
    _compile(
        rf"(?:del? )?(?P<d1>{DIGITS})(?:\s*(?:al?|y|e|hasta el|-|–)\s*|,\s*\d{{1,2}}\s+y\s+)(?P<d2>{DIGITS})"
        rf"(?:\s+(?:dias\s+)?del?(?:\s+mes\s+de)?)?\s+(?P<m>{_ANY})\b\.?(?:{_YEAR})?",
        _days,
    ),
    _compile(
        rf"(?:(?:{_WEEKDAYS})\s*,?\s+)?(?P<d>{_DAY})(?:\s+dias)?(?:\s+del?(?:\s+mes(?:\s+de)?)?)?"
        rf"[\s/-]+(?P<m>{_ANY})\b\.?(?:\s?[/-]\s?(?P<y2>\d{{4}}|\d\d)\b|{_YEAR}|\s+(?P<y3>\d\d\d\d)\b)?",
        _day,
    ),
    _compile(
        rf"(?P<d>{_DAY})\s+del?\s+(?:(?:mes\s+)?(?:en curso|corriente|presente|actual)(?:\s+mes)?"
        r"|(?P<nextmonth>(?:mes\s+)?(?:proximo|entrante)(?:\s+mes)?|mes\s+siguiente))",
        _this_month,
    ),
    _compile(rf"(?:{_WEEKDAYS})\s+(?P<d>{DIGITS})", _weekday_number),
    _compile(
        r"(?P<part>principios|inicios|comienzos|mediados|fines|finales|fin|final|ultimos dias)"
        rf"\s+del?\s+(?:mes\s+de\s+)?(?P<m>{_ANY})\b(?:{_YEAR})?",
        _part,
    ),
    _compile(
        rf"{_NTH}\s+(?P<unit>quincena|semana)\s+del?\s+(?:mes\s+de\s+)?"
        rf"(?P<m>{_ANY})\b(?:{_YEAR})?",
        _fraction,
    ),
    _compile(
        rf"(?:(?:{_ORDINAL})\s+y\s+)?{_NTH}\s+(?P<unit>trimestre|semestre|cuatrimestre|bimestre)s?"
        rf"(?:{_YEAR})?",
        _stretch,
    ),
    _compile(r"[tq](?P<n>[1-4])(?:\s*[-/]?\s*(?:del?\s+)?(?P<y>20\d\d))?", _quarter_code),
    _compile(
        rf"(?:entre\s+|de\s+|desde\s+)?(?P<m1>{_FULL})(?:\s+(?:y|o|u|a|hasta)\s+|\s?[-–]\s?)"
        rf"(?P<m2>{_FULL})(?:{_YEAR})?",
        _months,
    ),
    _compile(rf"(?P<m>{_FULL})(?:{_YEAR})?", _month),
    _compile(rf"(?P<m>{_ANY})\.?[\s/-]+(?P<y>20\d\d|19\d\d)", _month),
    _compile(rf"(?:fin|fines|finales|final|termino|cierre)\s+del?{_YEAR}", _year_end),
    _compile(
        r"(?:fin|fines|finales) de ano|(?:este|presente|corriente) ano|ano en curso", _year_end
    ),
    _compile(r"(?:proximo|siguiente) mes|mes (?:proximo|siguiente|entrante)", _next_month),
    _compile(
        r"(?:fin|fines|finales) del? (?:este |presente )?mes|(?:este|presente) mes", _month_end
    ),
    _compile(
        r"(?P<nextweek>(?:proxima|siguiente) semana|semana (?:proxima|que viene|entrante))",
        _week_end,
    ),
    _compile(r"esta semana|fin de (?:esta |la )?semana", _week_end),
    _compile(rf"(?:(?:el|este|proximo|del)\s+){{1,2}}(?P<w>{_WEEKDAYS})(?: proximo)?", _weekday),
    _compile(
        rf"(?P<n>\d{{1,3}}|(?:{_WORD})(?: y (?:{_WORD}))?)\s*(?:\(\s*\w+\s*\)\s*)?"
        r"(?P<unit>dias?|semanas?|mes(?:es)?|anos?)(?P<kind>\s+(?:habil(?:es)?|laborables?|naturales"
        rf"|calendario|corridos))?{_SINCE}",
        _term,
    ),
    _compile(r"(?P<n>\d{1,3})\s+horas", _hours),
    _compile(
        r"(?P<half>primera|segunda) mitad (?:del ano|de este ano|del presente ano)|"
        r"(?P<n>" + _ORDINAL + r") semestre (?:del|de este) (?:presente )?ano",
        _half_of_this_year,
    ),
    _compile(r"hoy mismo|manana mismo|dia de manana", _tomorrow),
    _compile(r"(?:ano\s+)?(?P<y>(?:19|20)\d\d)(?![/-]\d)", _year),
)
