"""The Spanish grammar of obligation: which sentence binds, by which verb, and who is bound."""

from __future__ import annotations

from collections.abc import Sequence

from consuno.reader import spanish_verbs as verbs
from consuno.reader.duties_es import read_future, read_standing
from consuno.reader.frames import Finding, Range, Scene, low, plain, skip
from consuno.reader.model import Kind
from consuno.reader.phrases_es import dative, future_of, is_relative, phrase_end
from consuno.reader.subjects import DETERMINERS, read_subject
from consuno.reader.tokens import Token
from consuno.reader.verbs import Use

_LEADS = frozenset(
    "asimismo ademas finalmente tambien igualmente luego despues posteriormente por otra parte su lado"
    " ultimo tanto ello consiguiente lo en consecuencia de igual forma manera que y e pero no obstante"
    " adicionalmente seguidamente acto seguido entonces".split()
)


_LINKS = ("asimismo", "ademas", "finalmente", "tambien", "igualmente", "luego", "despues",
          "posteriormente", "adicionalmente", "seguidamente", "entonces", "y", "que", "e", "pero")  # fmt: skip


_AUX = frozenset("ha han hemos fue fueron queda quedan quedo quedaron es son".split())


_PLUPERFECT = frozenset("habia habian hubo".split())


_NAMING = frozenset("facultar autorizar designar nombrar elegir".split())


_PERFORMATIVE = frozenset(
    "acordar convenir decidir resolver aprobar adoptar autorizar facultar designar nombrar elegir"
    " aceptar rechazar ratificar aplazar posponer disponer".split()
)


_FAMILY_KIND: dict[str, Kind] = {
    "agree": "agreement", "decide": "decision", "request": "request", "offer": "offer",
    "propose": "proposal", "note": "note",
}  # fmt: skip


def uses_of(token: Token, *, bare: bool) -> tuple[Use, ...]:
    """Listed uses of a word; capitals and unaccented papers may lack the accent."""
    found = verbs.spanish_forms().get(token.low) or verbs.spanish_forms().get(
        verbs.without_pronoun(token.low)
    )
    if found is None and (bare or (token.text.isupper() and len(token.text) > 3)):
        found = verbs.spanish_forms_plain().get(token.plain)
    return found or ()


_REACH = 90


def open_clause(tokens: Sequence[Token]) -> int:
    """Index of the first word after connectives ("Asimismo,", "Por otra parte,")."""
    index = skip(tokens, 0, frozenset())
    while index < len(tokens):
        if tokens[index].plain in _LINKS:
            index = skip(tokens, index + 1, frozenset())
            continue
        if tokens[index].plain in {"por", "en", "de"} and index + 1 < len(tokens):
            after = index + 1
            while after < len(tokens) and after < index + 5 and tokens[after].plain in _LEADS:
                after += 1
            if after > index + 1 and plain(tokens, after) == ",":
                index = skip(tokens, after, frozenset())
                continue
        break
    return index


def find(tokens: Sequence[Token], scene: Scene) -> Finding | None:
    """The first thing in the sentence that binds somebody, or None."""
    first = open_clause(tokens)
    if first >= len(tokens):
        return None
    binding = scene.operative or scene.record
    expires = _term_expires(tokens, first) if binding else None
    return expires or _first_binding(tokens, first, scene)


def _first_binding(tokens: Sequence[Token], first: int, scene: Scene) -> Finding | None:
    weak, clause = False, first
    noted: Finding | None = None
    for index in range(first, min(len(tokens), first + _REACH)):
        if not tokens[index].is_word:
            continue
        finding = read_future(tokens, clause, index, scene, weak=weak) or read_standing(
            tokens, clause, index, scene
        )
        for use in uses_of(tokens[index], bare=scene.bare) if finding is None else ():
            if use.family in {"note", "report"}:
                if _is_finite(tokens, clause, index, use, scene) and _notes(tokens, index, use):
                    weak, clause = True, _said(tokens, index, clause)
                    if use.family == "note" and scene.item:
                        noted = Finding("take-note", "note", actionable=False, at=index)
            else:
                finding = _performative(tokens, clause, index, use, scene)
            if finding:
                break
        if finding is not None:
            told = _told(finding, weak=weak, scene=scene)
            return noted if noted and told.needs_date and not scene.record else told
    return noted


_EXPIRES = frozenset(
    "vence vencera vencen expira expirara concluye concluira termina terminara".split()
)


def _term_expires(tokens: Sequence[Token], first: int) -> Finding | None:
    """ "El plazo para que los países remitan … vence el …": who the term is for owes it."""
    words = [token.plain for token in tokens[first : first + _REACH]]
    if "plazo" not in words[:3] or not _EXPIRES & set(words):
        return None
    subject = clause_subject(tokens, first)
    return Finding("term-expires", "agreement", subject=subject, needs_date=True, at=first)


def _said(tokens: Sequence[Token], index: int, clause: int) -> int:
    """Where what is said begins: after the "que" that follows the verb of saying."""
    for after in range(index + 1, min(index + 6, len(tokens))):
        if tokens[after].text == ",":
            break
        if tokens[after].plain == "que":
            return after + 1
    return clause


def _notes(tokens: Sequence[Token], index: int, use: Use) -> bool:
    """Of verbs with many uses, only the courtesy: "toma nota", "rinde homenaje"."""
    after = {plain(tokens, index + step) for step in (1, 2, 3)}
    courtesy = {
        "tomar": {"nota", "conocimiento"}, "rendir": {"homenaje", "tributo"},
        "dejar": {"constancia"}, "hacer": {"reconocimiento", "votos", "extensivo"},
        "acoger": {"beneplacito", "satisfaccion", "agrado"},
    }  # fmt: skip
    if use.lemma in courtesy:
        return bool(after & courtesy[use.lemma])
    return use.lemma != "recordar" or use.form != "inf"


def _told(finding: Finding, *, weak: bool, scene: Scene) -> Finding:
    """A duty that stands inside a report or thanks only counts when it is dated."""
    if not weak or finding.kind in {"note", "offer"}:
        return finding
    return Finding(
        finding.rule, finding.kind, finding.subject, finding.target, finding.agent,
        needs_date=True, actionable=finding.actionable, at=finding.at,
    )  # fmt: skip


def _is_finite(tokens: Sequence[Token], first: int, index: int, use: Use, scene: Scene) -> bool:
    """Whether the use is a main verb here."""
    previous = plain(tokens, index - 1) if index > first else ""
    if use.form == "inf":
        return index == first and scene.item
    if use.form == "part":
        return previous in _AUX
    if use.form == "ger":
        return index == first
    if previous in DETERMINERS - {"los", "las", "la"} or previous in {
        "de",
        "no",
        "del",
        "al",
        "en",
        "por",
    }:
        return False
    if previous in {"la", "las", "los"} and use.form == "pres":
        return False
    return not is_relative(tokens, first, index)


def _performative(
    tokens: Sequence[Token], first: int, index: int, use: Use, scene: Scene
) -> Finding | None:
    if use.form == "ger" or not _is_finite(tokens, first, index, use, scene):
        return None
    if use.form != "inf" and not (scene.operative or scene.record):
        return None
    if not _fits(tokens, index, use):
        return None
    subject = read_subject(tokens, first, index - (use.form == "part"), "es")
    doer = subject.span if subject.actor else None
    if use.family in {"agree", "decide"}:
        return _resolution(tokens, index, use, doer, scene)
    if use.family == "request":
        return _request(tokens, index, use, doer)
    if use.family == "offer":
        return Finding("se-compromete", "offer", subject=doer or subject.span, at=index)
    target = clause_subject(tokens, index + 1)
    if target is None and use.lemma == "recomendar":
        target = dative(tokens, index + 1)
    return Finding("se-propone", "proposal", subject=target or doer, at=index)


def _fits(tokens: Sequence[Token], index: int, use: Use) -> bool:
    """Weed out homonyms: "dispone de recursos", "requiere tiempo", "concluyó a las cinco"."""
    after, before = plain(tokens, index + 1), plain(tokens, index - 1)
    reflexive = before == "se" or plain(tokens, index - 2) == "se"
    checks = {
        "disponer": after != "de",
        "requerir": reflexive or after in {"a", "al"} or use.form == "inf",
        "concluir": after in {"que", "y", "en"},
        "convenir": use.form != "pres" or reflexive,
        "encargar": after != "de" or use.form == "inf",
        "llamar": after in {"a", "al"},
        "comprometer": reflexive or before == "nos" or use.form == "inf",
        "obligar": reflexive or before == "nos",
        "determinar": use.form != "pres" or reflexive,
        "declarar": use.form == "inf",
        "solicitar": after != "la" or plain(tokens, index + 2) != "palabra",
        "pedir": after != "la" or plain(tokens, index + 2) not in {"palabra", "hora"},
        "adoptar": use.form != "pres" or reflexive,
        "ordenar": use.form != "part",
        "admitir": reflexive or use.form == "inf",
        "acordar": after != "de",
    }  # fmt: skip
    if use.family == "decide" and use.form == "pres" and use.lemma not in _PERFORMATIVE:
        return reflexive
    if use.family == "propose":
        return (
            after == "que"
            or verbs.is_infinitive(low(tokens, index + 1))
            or reflexive
            or use.form != "past"
        )
    return checks.get(use.lemma, True)


def _resolution(
    tokens: Sequence[Token], index: int, use: Use, doer: Range | None, scene: Scene
) -> Finding:
    """ "Se acordó …", "el Comité decidió …": what follows may itself ask or propose."""
    kind: Kind = _FAMILY_KIND[use.family]
    if use.form == "inf":
        kind = scene.force if scene.force not in {None, "priority"} else "agreement"  # type: ignore[assignment]
        named = dative(tokens, index + 1) if use.lemma in _NAMING else None
        return Finding("infinitive-at-item", kind, subject=named, at=index)
    if use.lemma in _NAMING:
        doer = dative(tokens, index + 1) or doer
    after = index + 1
    while after < len(tokens) and after < index + 9:
        for inner in uses_of(tokens[after], bare=scene.bare):
            if inner.form == "inf" and inner.family in {"request", "propose", "offer"}:
                if inner.family == "request":
                    return _request(tokens, after, inner, doer)
                if inner.family == "propose":
                    return Finding("se-propone", "proposal", subject=doer, at=after)
        if verbs.is_infinitive(low(tokens, after)) or plain(tokens, after) == "que":
            break
        after += 1
    inner_subject = clause_subject(tokens, index + 1) if kind == "agreement" else None
    rule = "se-acuerda" if kind == "agreement" else "se-decide"
    return Finding(
        rule, kind, subject=inner_subject or doer, actionable=kind == "agreement", at=index
    )


def _request(tokens: Sequence[Token], index: int, use: Use, doer: Range | None) -> Finding:
    target = dative(tokens, index + 1) or clause_subject(tokens, index + 1)
    if target is None and use.lemma == "delegar" and plain(tokens, index + 1) == "en":
        target = (index + 2, phrase_end(tokens, index + 2))
    rule = (
        "encargo"
        if use.lemma in {"encargar", "encomendar", "comisionar", "delegar"}
        else "solicitud"
    )
    return Finding(rule, "request", subject=doer, target=target, at=index)


def clause_subject(tokens: Sequence[Token], start: int) -> Range | None:
    """ "… que la Secretaría prepare …": the range of "la Secretaría"."""
    for index in range(start, min(start + 8, len(tokens))):
        if tokens[index].plain == "que":
            begin = index + 1
            if plain(tokens, begin) == "se":
                return None
            for verb in range(begin, min(begin + 16, len(tokens))):
                if future_of(tokens[verb], bare=False):
                    subject = read_subject(tokens, begin, verb, "es")
                    return subject.span if subject.actor else None
            end = phrase_end(tokens, begin)
            return (
                read_subject(tokens, begin, end, "es").span
                if read_subject(tokens, begin, end, "es").actor
                else None
            )
    return None
