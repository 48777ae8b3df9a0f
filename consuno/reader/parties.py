"""Who: from a phrase of the sentence to bodies of the gazetteer or names as written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from consuno.reader.frames import Range
from consuno.reader.gazetteer import Mention, find_bodies
from consuno.reader.model import Basis, Party
from consuno.reader.subjects import DETERMINERS, is_actor
from consuno.reader.text import fold, squeeze
from consuno.reader.tokens import Token, tokenize

_CRM = re.compile(
    r"\bCRM\b|\bRROCM\b|\bRNCOM\b|\bRCM\b|\bGRCM\b|\bRCGM\b|Regional sobre Migraci|Conference on Migration"
    r"|GRUPO REGIONAL DE CONSULTA|Grupo Regional de Consulta|Regional Consultation Group"
    r"|[Oo]rganizaciones [Cc]iviles para las [Mm]igraciones"
)
_BEFORE_HEAD = (
    frozenset(
        "gobierno gobiernos delegacion delegaciones de del y e con and with , cada republica representacion"
        " representante representantes government governments delegation delegations of the estado".split()
    )
    | DETERMINERS
)
_SUPPORT = frozenset("apoyo asistencia colaboracion support assistance help financiamiento".split())
_FILLERS = frozenset("is are also se no was were has have".split())
_WITH = frozenset("con with".split())
_MAX_NAME = 14


@dataclass(slots=True)
class Memory:
    """What the paper said before: the last Secretariat named, and the parties last named."""

    crm: bool = False
    #: The paper is of the Ad-hoc Group, so that "the Group" is that one and no other.
    adhoc: bool = False
    last_secretariat: str | None = None
    named: list[Party] = field(default_factory=list)


def known_bodies(tokens: Sequence[Token], memory: Memory) -> list[Mention]:
    """Bodies named in ``tokens``, as this paper means them."""
    found = find_bodies(tokens, crm=memory.crm)
    return [
        each
        for each in found
        if (memory.adhoc or each.code != "GRUPO-ADHOC") and not _goes_on_named(tokens, each)
    ]


def _goes_on_named(tokens: Sequence[Token], mention: Mention) -> bool:
    """ "La Secretaría de Enlace" is not "la Secretaría" that the paper spoke of before."""
    after = mention.last + 1
    return (
        mention.code == "ST-LAST"
        and after + 1 < len(tokens)
        and tokens[after].plain in {"de", "del", "of", "for"}
        and tokens[after + 1].is_capital
    )


def is_adhoc_paper(text: str) -> bool:
    """Whether the paper is of the CRM-RROCM Ad-hoc Group."""
    return bool(re.search(r"\bad[ -]?hoc\b", text[:4_000], re.IGNORECASE))


def is_crm_paper(text: str) -> bool:
    """Whether the paper is about the Regional Conference on Migration."""
    return bool(_CRM.search(text))


def remember(tokens: Sequence[Token], memory: Memory) -> None:
    """Keep the last Secretariat a sentence names."""
    if not memory.crm:
        return
    for mention in find_bodies(tokens, crm=True):
        if mention.code in {"ST-CRM", "ST-RROCM"}:
            memory.last_secretariat = mention.code


def name_parties(
    text: str,
    tokens: Sequence[Token],
    span: Range | None,
    memory: Memory,
    basis: Basis = "explicit",
) -> tuple[Party, ...]:
    """The parties that ``tokens[span]`` names; unknown ones keep the name as written."""
    if span is None or span[0] >= span[1]:
        return ()
    first, last = span
    narrowed = _narrowed(text, tokens, first, last)
    if narrowed:
        return (Party(None, narrowed, basis),)
    part = tokens[first:last]
    mentions = [
        mention
        for mention in _without_complements(part, known_bodies(part, memory))
        if mention.code == "PPT-CRM" or _is_head(part, mention)
    ]
    if mentions and _leads(part, mentions[0]):
        return _known(text, part, mentions, memory, basis)
    named = [Party(None, name, basis) for name in _names(text, part)]
    return (*named, *_partners(text, part, basis))


def _without_complements(part: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """ "Los gobiernos de la CRM" names the governments; the CRM only says which."""
    kept: list[Mention] = []
    for mention in found:
        between = part[kept[-1].last + 1 : mention.first] if kept else ()
        words = {token.plain for token in between}
        if words & {"de", "del", "of"} and words <= {
            "de",
            "del",
            "of",
            "la",
            "el",
            "los",
            "las",
            "the",
        }:
            continue
        kept.append(mention)
    return kept


_NARROWS = frozenset("aun todavia no ya han hayan hubieran have has had are did".split())


def _narrowed(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    """ "Los países que aún no ratifican": fewer than the body, so kept as written; else nothing."""
    relative = {"que", "who", "which", "that"}
    if last + 1 >= len(tokens) or tokens[last].plain not in relative:
        return ""
    if tokens[last + 1].plain not in _NARROWS:
        return ""
    end = last + 1
    while end < len(tokens) and end - last < _MAX_NAME:
        if not tokens[end].is_word or tokens[end].plain in {"a", "para", "to"}:
            break
        end += 1
    return squeeze(text[tokens[first].start : tokens[end - 1].end])


_PARTNER = re.compile(
    r"(?:together with|jointly with|along with|junto con|junto a|en coordinacion con|conjuntamente con)\s+"
)


def _partners(text: str, part: Sequence[Token], basis: Basis) -> tuple[Party, ...]:
    """Those named after "junto con" or "together with" share the duty."""
    phrase = text[part[0].start : part[-1].end]
    match = _PARTNER.search(fold(phrase))
    if match is None:
        return ()
    tokens = tokenize(phrase[match.end() :])
    names = _names(phrase[match.end() :], tokens) if tokens else []
    return tuple(Party(None, name, basis, "with") for name in names[:2])


def resolve_pronoun(parties: tuple[Party, ...], before: Sequence[Party]) -> tuple[Party, ...]:
    """ "He", "ésta", "the latter": the party last named before, known by anaphora."""
    if len(parties) != 1 or parties[0].body or fold(parties[0].name) not in _PRONOUNS or not before:
        return parties
    former = fold(parties[0].name).endswith("former") and len(before) > 1
    return (replace(before[-2 if former else -1], basis="anaphora"),)


_PRONOUNS = frozenset(
    "he she it they him her them el ella ellos ellas esta este estas estos aquel aquella the former"
    " the latter the same la misma el mismo este ultimo esta ultima former latter".split()
) | {"the former", "the latter", "la misma", "el mismo", "esta ultima", "este ultimo"}


def _is_head(part: Sequence[Token], mention: Mention) -> bool:
    """ "México" in "la delegación de México", but not in "la Secretaría de Salud de México"."""
    before = [token.plain for token in part[: mention.first]]
    if any(word in _SUPPORT for word in before[-4:]):
        return False
    if not before or before[-1] not in {"de", "del", "of"}:
        return True
    return all(word in _BEFORE_HEAD for word in before[-4:]) and not (
        len(before) >= 2 and before[-2] not in _BEFORE_HEAD
    )


def _leads(part: Sequence[Token], mention: Mention) -> bool:
    return all(token.plain in _BEFORE_HEAD for token in part[: mention.first])


def _known(
    text: str, part: Sequence[Token], mentions: list[Mention], memory: Memory, basis: Basis
) -> tuple[Party, ...]:
    parties: list[Party] = []
    for mention in mentions:
        name = squeeze(text[part[mention.first].start : part[mention.last].end])
        before = {token.plain for token in part[max(0, mention.first - 2) : mention.first]}
        opening = fold(name).split(" ", 1)[0]
        side = (
            "each"
            if mention.code.endswith(":each")
            else "with"
            if before & _WITH or opening in _WITH
            else ""
        )
        parties.extend(_resolve(mention.code, name, basis, side, memory))
    # A body that is named in full and then by its letters is one: the first name stands.
    once = {(party.body, party.side): party for party in reversed(parties)}
    return _merge_presidency(tuple(reversed(once.values())))


def _resolve(code: str, name: str, basis: Basis, side: str, memory: Memory) -> list[Party]:
    if code == "ST-BOTH":
        return [Party(one, name, basis, side) for one in ("ST-CRM", "ST-RROCM")]
    if code == "ST-LAST":
        known = memory.last_secretariat or "ST-CRM"
        return [Party(known, name, "anaphora" if memory.last_secretariat else "implicit", side)]
    return [Party(code, name, basis, side)]


def _merge_presidency(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """A country "en su calidad de PPT" acts as the presidency, not as itself."""
    country = next((party for party in parties if (party.body or "").startswith("PAIS:")), None)
    chair = next((party for party in parties if party.body == "PPT-CRM"), None)
    if country is None or chair is None or country.body is None:
        return parties
    merged = replace(country, body="PPT-CRM:" + country.body.removeprefix("PAIS:"))
    kept = [party for party in parties if party not in {country, chair} and party.body != "CRM"]
    return (merged, *kept)


def _names(text: str, part: Sequence[Token]) -> list[str]:
    """Names as written, one for each person where several are joined by "y"/"and"."""
    end = _name_end(part)
    cuts, begin = [], 0
    for index in range(1, end):
        joined = part[index].plain in {"y", "e", "and", "&"} or (
            part[index].text in {",", "/"} and index + 1 < end
        )
        if joined and _starts_name(part, index + 1, end) and _stands_alone(part, begin, index):
            cuts.append((begin, index))
            begin = index + 1
    cuts.append((begin, end))
    found = []
    for low, high in cuts:
        while low < high and not part[low].text[0].isalnum():
            low += 1
        if low < high and part[low].plain in _FILLERS:
            low += 1
        while high > low and not (
            part[high - 1].text[-1].isalnum() and part[high - 1].plain not in _FILLERS
        ):
            high -= 1
        if low < high:
            found.append(squeeze(text[part[low].start : part[high - 1].end]))
    return found


def _name_end(part: Sequence[Token]) -> int:
    """A name ends before a clause: a comma and lower case, a bracket, a relative."""
    for index, token in enumerate(part[:_MAX_NAME]):
        following = part[index + 1] if index + 1 < len(part) else None
        if token.text in {"(", ";", ":", "—", "–"} and index:
            return index
        if (
            token.text == ","
            and index
            and (following is None or not (following.is_capital or following.plain in DETERMINERS))
        ):
            return index
        if index and token.plain in {"que", "quien", "which", "who", "whose", "para"}:
            return index
    return min(len(part), _MAX_NAME)


def _starts_name(part: Sequence[Token], index: int, end: int) -> bool:
    return index < end and (part[index].is_capital or part[index].plain in DETERMINERS)


def _stands_alone(part: Sequence[Token], begin: int, end: int) -> bool:
    """ "Comisión de Hacienda" y "Crédito" belong together; "Mr. Rudd" and "Ana" do not."""
    words = [token.plain for token in part[begin:end]]
    return not ({"de", "del", "of", "for", "para"} & set(words)) or (
        end + 1 < len(part) and part[end + 1].plain in DETERMINERS
    )


_SUFFIX = re.compile(
    r"(?:\b(?:responsables?|encargad[oa]s?|a cargo(?: de)?|resp|owners?|responsible|lead|assigned to|assignee|who"
    r"|accion|action(?: by)?|by)\s*[:.]\s*(?P<a>[^.;()\[\]|]{2,60}))|[(\[](?P<b>[^()\[\]]{2,60})[)\]]\s*[.;]?\s*$"
    r"|(?:\s[-–—]{1,2}\s)(?P<c>[^-–—.;:]{2,40})\s*[.;]?\s*$"
)


def read_suffix(text: str, memory: Memory) -> tuple[Party, ...]:
    """A doer written apart: "Responsable: X", "(Secretaría, 15 de mayo)", "[JS]", "— Ana"."""
    for match in _SUFFIX.finditer(fold(text)):
        place = next(name for name in ("a", "b", "c") if match[name])
        begin, end = match.span(place)
        names = _suffix_names(text[begin:end], memory, sure=place == "a")
        if names:
            return names
    return ()


#: "…, que administrará la Secretaría", "coordinado por Honduras", "through the Secretariat".
_LED = re.compile(
    r"\b(?:que|la cual|el cual) (?:se )?(?:estara a cargo de|coordinar[a]n?|administrar[a]n?|presidir[a]n?"
    r"|dirigir[a]n?|preparar[a]n?"
    r"|organizar[a]n?|elaborar[a]n?|llevar[a]n?|convocar[a]n?|financiar[a]n?|facilitar[a]n?|moderar[a]n?)\s+(?P<a>.+)"
    r"|\b(?:coordinad|dirigid|presidid|liderad|administrad|organizad|convocad|elaborad|preparad)[oa]s? por (?P<b>.+)"
    r"|\b(?:a cargo de|bajo la (?:coordinacion|direccion|responsabilidad) de|por conducto de|por medio de|a "
    r"traves de)(?P<c>l? .+)"
    r"|\b(?:coordinated|led|chaired|run|hosted|convened|managed) by (?P<d>.+)|\bthrough (?P<e>the (?:secretariat"
    r"|coordinator|chair)\b.*)"
)
_LED_END = re.compile(
    r"[.;:,()]|\s(?:para|que|con|en|a mas|antes|desde|hasta|sobre|before|by|in|on|to|with|for|which|that|at)\s"
)


def read_leader(text: str, memory: Memory) -> tuple[Party, ...]:
    """Who leads or channels a duty that names nobody else; kept only when it names somebody."""
    match = _LED.search(fold(text[:1200]))
    if match is None:
        return ()
    place = next(name for name in "abcde" if match[name])
    begin, end = match.span(place)
    begin += text[begin:end].startswith("l ")  # "a cargo del …" lost its article
    stop = _LED_END.search(fold(text[begin:end]), 3)
    words = squeeze(text[begin : begin + stop.start() if stop else end]).strip(" .")
    tokens = tokenize(words)
    if not tokens or len(tokens) > _MAX_NAME or not any(token.is_capital for token in tokens):
        return ()
    return name_parties(words, tokens, (0, len(tokens)), memory)


def _suffix_names(words: str, memory: Memory, *, sure: bool) -> tuple[Party, ...]:
    found: list[Party] = []
    for part in re.split(r"[,/;]|(?<=\s)(?:y|and|e)(?=\s)", words):
        name = part.strip(" .:@")
        if not name or any(char.isdecimal() for char in name) or len(name.split()) > 7:
            continue
        tokens = tokenize(name)
        known = known_bodies(tokens, memory)
        if known and known[0].first <= 1:
            found.extend(name_parties(name, tokens, (0, len(tokens)), memory))
        elif sure or _is_person(tokens):
            found.append(Party(None, name, "explicit"))
    return tuple(found)


def _is_person(tokens: Sequence[Token]) -> bool:
    if not tokens or not tokens[0].is_capital:
        return False
    words = [token for token in tokens if token.is_word]
    initials = len(words) == 1 and words[0].is_acronym and len(words[0].text) <= 4
    return initials or any(
        is_actor(tokens, (0, len(tokens)), language) for language in ("es", "en")
    )


_NOBODY = re.compile(r"^\W*(?:n/?a|tbd|por definir|pendiente|none|nadie|-*)\W*$", re.IGNORECASE)


#: Who helps in a duty stands beside who leads it.
_HELPED_BY = re.compile(
    r"(?:^|(?<!\s)\s+)(?:con(?: el)? (?:apoyo|acompa[ñn]amiento|concurso|colaboraci[oó]n) de(?:l| la| los| las)?"
    r"|en (?:coordinaci[oó]n|conjunto|colaboraci[oó]n) con(?: el| la| los| las)?"
    r"|with(?: the)? (?:support|help|assistance) of(?: the)?|supported by(?: the)?"
    r"|in (?:coordination|cooperation|collaboration) with(?: the)?|together with(?: the)?)\s+",
    re.IGNORECASE,
)


def doers(cell: str, memory: Memory) -> tuple[Party, ...]:
    """The names in a cell or bracket that holds nothing but names."""
    if not cell or _NOBODY.match(cell):
        return ()
    found: list[Party] = []
    named = _HELPED_BY.sub(", ", cell).strip(" ,")
    for part in re.split(r"[,;/+&]+|(?<=\s)(?:y|and|e)(?=\s+[A-ZÁÉÍÓÚÑ])", named):
        name = part.strip()
        tokens = tokenize(name)
        if not tokens:
            continue
        known = known_bodies(tokens, memory)
        if known and known[0].first <= 1:
            found.extend(name_parties(name, tokens, (0, len(tokens)), memory))
        else:
            found.append(Party(None, squeeze(name), "explicit"))
    return tuple(dict.fromkeys(found))
