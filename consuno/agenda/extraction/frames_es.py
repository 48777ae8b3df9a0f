"""The Spanish grammar of obligation: which sentence binds, by which verb, and who is bound."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from consuno.agenda.extraction import spanish_verbs as verbs
from consuno.agenda.extraction.frames import Finding, Range, Scene, low, plain, skip
from consuno.agenda.extraction.model import Kind
from consuno.agenda.extraction.subjects import DETERMINERS, TITLES, read_subject
from consuno.agenda.extraction.tokens import Token
from consuno.agenda.extraction.verbs import Use

_LEADS = frozenset(
    "asimismo ademas finalmente tambien igualmente luego despues posteriormente por otra parte su lado"
    " ultimo tanto ello consiguiente lo en consecuencia de igual forma manera que y e pero no obstante"
    " adicionalmente seguidamente acto seguido entonces".split()
)
_LINKS = ("asimismo", "ademas", "finalmente", "tambien", "igualmente", "luego", "despues",
          "posteriormente", "adicionalmente", "seguidamente", "entonces", "y", "que", "e", "pero")  # fmt: skip
_RELATIVES = frozenset(
    "que quien quienes cual cuales cuyo cuya cuyos cuyas donde cuando como si segun".split()
)
_CLITICS = frozenset("se le les nos lo".split())
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
_IRREGULAR_PARTICIPLES = {
    "hecho": "hacer", "puesto": "poner", "propuesto": "proponer", "escrito": "redactar",
    "impreso": "imprimir", "abierto": "abrir", "resuelto": "resolver", "visto": "revisar",
    "devuelto": "enviar", "suscrito": "suscribir", "inscrito": "inscribir", "dispuesto": "disponer",
}  # fmt: skip


def uses_of(token: Token, *, bare: bool) -> tuple[Use, ...]:
    """Listed uses of a word; capitals and unaccented papers may lack the accent."""
    found = verbs.spanish_forms().get(token.low) or verbs.spanish_forms().get(
        verbs.without_pronoun(token.low)
    )
    if found is None and (bare or (token.text.isupper() and len(token.text) > 3)):
        found = verbs.spanish_forms_plain().get(token.plain)
    return found or ()


def future_of(token: Token, *, bare: bool) -> str | None:
    """Infinitive of a future form."""
    lemma = verbs.future_lemma(token.low)
    if lemma is None and (bare or token.text.isupper()) and token.plain.endswith(("ra", "ran")):
        lemma = verbs.future_lemma(token.plain.removesuffix("a").removesuffix("an") + "á")
    return lemma


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
        finding = _future(tokens, clause, index, scene, weak=weak) or _standing(
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
    subject = _clause_subject(tokens, first)
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


def _relative(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Whether the verb at ``index`` stands in a relative clause."""
    before = index - 1
    while before > first and plain(tokens, before) in (_CLITICS | {"no", "ya", "tambien"}):
        before -= 1
    return before >= first and plain(tokens, before) in _RELATIVES


def _hidden_duty(tokens: Sequence[Token], first: int, index: int) -> Finding:
    """ "El Foro agradece a la Red, que hará llegar …": counts when it is dated."""
    who = _antecedent(tokens, first, index)
    return Finding("hidden-duty", "agreement", subject=who, needs_date=True, at=index)


def _antecedent(tokens: Sequence[Token], first: int, index: int) -> Range | None:
    """ "… la Red de Pastorales, que hará llegar …": the range of "la Red de Pastorales"."""
    end = index
    while end > first and plain(tokens, end) not in _RELATIVES:
        end -= 1
    while end > first and not tokens[end - 1].is_word:
        end -= 1
    begin = end - 1
    while begin > first and plain(tokens, begin) not in {"el", "la", "los", "las"}:
        begin -= 1
    if end - begin < 2 or plain(tokens, begin) not in {"el", "la", "los", "las"}:
        return None
    subject = read_subject(tokens, begin, end, "es")
    return subject.span if subject.actor else None


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
    return not _relative(tokens, first, index)


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
    target = _clause_subject(tokens, index + 1)
    if target is None and use.lemma == "recomendar":
        target = _dative(tokens, index + 1)
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
        named = _dative(tokens, index + 1) if use.lemma in _NAMING else None
        return Finding("infinitive-at-item", kind, subject=named, at=index)
    if use.lemma in _NAMING:
        doer = _dative(tokens, index + 1) or doer
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
    inner_subject = _clause_subject(tokens, index + 1) if kind == "agreement" else None
    rule = "se-acuerda" if kind == "agreement" else "se-decide"
    return Finding(
        rule, kind, subject=inner_subject or doer, actionable=kind == "agreement", at=index
    )


def _request(tokens: Sequence[Token], index: int, use: Use, doer: Range | None) -> Finding:
    target = _dative(tokens, index + 1) or _clause_subject(tokens, index + 1)
    rule = (
        "encargo"
        if use.lemma in {"encargar", "encomendar", "comisionar", "delegar"}
        else "solicitud"
    )
    return Finding(rule, "request", subject=doer, target=target, at=index)


def _dative(tokens: Sequence[Token], start: int) -> Range | None:
    """ "… a los países la información …": the range of "los países"."""
    for index in range(start, min(start + 14, len(tokens))):
        word = tokens[index].plain
        if word == "que" or (index > start and tokens[index].text in {".", ";", ":"}):
            return None
        following = low(tokens, index + 1)
        if (
            word in {"a", "al"}
            and not verbs.is_infinitive(following)
            and plain(tokens, index + 1)
            not in {"fin", "traves", "efecto", "efectos", "partir", "favor", "cabo", "fines", "mas"}
        ):
            return (index + 1, _phrase_end(tokens, index + 1))
    return None


def _clause_subject(tokens: Sequence[Token], start: int) -> Range | None:
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
            end = _phrase_end(tokens, begin)
            return (
                read_subject(tokens, begin, end, "es").span
                if read_subject(tokens, begin, end, "es").actor
                else None
            )
    return None


def _phrase_end(tokens: Sequence[Token], start: int) -> int:
    """End of a noun phrase: before a second article, a verb, "que", "para" or punctuation."""
    index = start
    while index < len(tokens) and index < start + 16:
        word = tokens[index]
        titled = word.text == "." and plain(tokens, index - 1) in TITLES
        if not word.is_word and not titled and word.text not in {"-", "&"}:
            break
        opens = word.plain in {
            "que",
            "quien",
            "para",
            "a",
            "en",
            "no",
            "sobre",
            "con",
            "por",
            "se",
            "informacion",
        }
        article = (
            word.plain in {"el", "la", "los", "las", "un", "una", "su", "sus"} and index > start
        )
        linked = plain(tokens, index - 1) in {"de", "y", "e", "a"}
        if opens or (article and not linked) or (index > start and verbs.is_infinitive(word.low)):
            break
        if index > start and word.low.endswith(("e", "en")) and _subjunctive(tokens, start, index):
            break
        index += 1
    return max(index, start + 1)


def _subjunctive(tokens: Sequence[Token], start: int, index: int) -> bool:
    """A lower-case word in -e(n) after a name, not linked by "de": likely "prepare", "envíen"."""
    word, before = tokens[index], tokens[index - 1].plain
    if (
        word.is_capital
        or len(word.text) < 4
        or before in {"de", "del", "y", "e", "la", "el", "los", "las"}
    ):
        return False
    return before not in DETERMINERS and not word.plain.endswith(("mente", "nte", "ntes"))


def _future(
    tokens: Sequence[Token], first: int, index: int, scene: Scene, *, weak: bool
) -> Finding | None:
    lemma = future_of(tokens[index], bare=scene.bare)
    reported = lemma is None
    if lemma is None:
        lemma = verbs.conditional_lemma(tokens[index].low)
    if lemma is None or not (scene.operative or scene.record):
        return None
    if _relative(tokens, first, index):
        hidden = weak and not reported and lemma not in verbs.NOT_DUTIES
        return _hidden_duty(tokens, first, index) if hidden else None
    subject = read_subject(tokens, first, index, "es")
    trade = subject.likely and lemma in verbs.WORK
    listed = (
        scene.operative
        and not subject.event
        and subject.span[0] < subject.span[1]
        and lemma in verbs.WORK
    )
    doer = subject.span if subject.actor or trade or listed else None
    if doer and plain(tokens, index - 1) == "se" and not subject.actor:
        doer = None
    if plain(tokens, index - 1) == "no" and not doer:
        return None
    if reported:
        fits = doer and lemma in verbs.WORK and index - first < 14
        return Finding("reported-future", "agreement", subject=doer, at=index) if fits else None
    if tokens[index].low.endswith("remos") and lemma not in verbs.NOT_DUTIES:
        return Finding("future-first-plural", "agreement", at=index)
    if plain(tokens, index - 1) == "se" and lemma in _asking():
        return Finding("solicitud", "request", target=_dative(tokens, index + 1), at=index)
    special = _special_future(tokens, index, lemma, doer, scene, event=subject.event)
    if special is not None or lemma in {"ser", "deber", "tener", "haber", "quedar", "estar"}:
        return special
    return _plain_future(tokens, index, lemma, doer, scene, event=subject.event)


@cache
def _asking() -> frozenset[str]:
    """Infinitives of the request family."""
    return frozenset(
        use.lemma
        for uses in verbs.spanish_forms().values()
        for use in uses
        if use.family == "request"
    )


def _special_future(
    tokens: Sequence[Token],
    index: int,
    lemma: str,
    doer: Range | None,
    scene: Scene,
    *,
    event: bool,
) -> Finding | None:
    after = plain(tokens, index + 1)
    if (
        lemma == "deber"
        or (lemma == "tener" and after == "que")
        or (lemma == "haber" and after == "de")
    ):
        binds = doer or scene.operative or plain(tokens, index - 1) == "se"
        return Finding("must", "agreement", subject=doer, at=index) if binds and not event else None
    if lemma == "ser":
        return _passive_future(tokens, index, scene, event=event)
    if lemma in {"quedar", "estar"} and (
        after in {"encargado", "encargada", "encargados"}
        or (after == "a" and plain(tokens, index + 2) in {"cargo", "disposicion"})
    ):
        agent = (index + 4, _phrase_end(tokens, index + 4)) if after == "a" else None
        return Finding("in-charge", "agreement", subject=doer, agent=agent, at=index)
    if scene.operative and doer and lemma in {"tener", "estar", "haber"}:
        return Finding("future-with-actor", "agreement", subject=doer, at=index)
    return None


def _passive_future(
    tokens: Sequence[Token], index: int, scene: Scene, *, event: bool
) -> Finding | None:
    """ "Será socializada con …", "serán enviados por la Secretaría"."""
    for after in range(index + 1, min(index + 3, len(tokens))):
        lemma = participle_lemma(tokens[after].plain)
        if lemma is None:
            continue
        agent = _agent(tokens, after)
        if scene.operative or agent or (lemma in verbs.WORK and not event):
            return Finding("passive-future", "agreement", agent=agent, at=index)
    if plain(tokens, index + 1) in {
        "responsable",
        "responsables",
        "responsabilidad",
        "sede",
        "anfitrion",
        "anfitriona",
    }:
        return Finding(
            "in-charge", "agreement", subject=read_subject(tokens, 0, index, "es").span, at=index
        )
    return None


def _agent(tokens: Sequence[Token], start: int) -> Range | None:
    for index in range(start, min(start + 12, len(tokens) - 1)):
        if tokens[index].plain == "por" and tokens[index].start:
            span = (index + 1, _phrase_end(tokens, index + 1))
            return span if read_subject(tokens, *span, "es").actor else None
    return None


def participle_lemma(word: str) -> str | None:
    """The infinitive of a participle ("enviadas"), or None."""
    base = word.removesuffix("s")
    if base[-1:] not in {"o", "a"}:
        return None
    irregular = _IRREGULAR_PARTICIPLES.get(base[:-1] + "o")
    if irregular or len(base) < 5:
        return irregular
    stem, mark = base[:-3], base[-3:-1]
    if mark == "ad":
        return stem + "ar"
    if mark == "id":
        return stem + "er" if stem + "er" in verbs.WORK else stem + "ir"
    return None


def _plain_future(
    tokens: Sequence[Token],
    index: int,
    lemma: str,
    doer: Range | None,
    scene: Scene,
    *,
    event: bool,
) -> Finding | None:
    impersonal = plain(tokens, index - 1) == "se"
    if lemma in verbs.NOT_DUTIES:
        return None
    if doer and not (event and impersonal):
        return Finding("future-with-actor", "agreement", subject=doer, at=index)
    if scene.operative and (impersonal or scene.item):
        return Finding("future-in-list", "agreement", at=index)
    if impersonal and lemma in verbs.WORK and lemma not in verbs.EVENT_VERBS and not event:
        return Finding("impersonal-future", "agreement", agent=_agent(tokens, index), at=index)
    return None


def _standing(tokens: Sequence[Token], first: int, index: int, scene: Scene) -> Finding | None:
    """ "Queda encargado de", "quedó en enviar", "asume el compromiso de", "debe"."""
    if not (scene.operative or scene.record) or _relative(tokens, first, index):
        return None
    word, after = tokens[index].plain, plain(tokens, index + 1)
    subject = read_subject(tokens, first, index, "es")
    doer = subject.span if subject.actor else None
    if word in {"queda", "quedan", "quedo", "quedaron"}:
        charged = after.startswith(
            ("encargad", "responsab", "comisionad", "comprometid", "facultad")
        )
        promised = after in {"en", "de"} and verbs.is_infinitive(low(tokens, index + 2))
        if charged or (promised and doer):
            return Finding("in-charge", "agreement", subject=doer or subject.span, at=index)
        if after == "a" and plain(tokens, index + 2) == "cargo":
            return Finding(
                "in-charge",
                "agreement",
                agent=(index + 4, _phrase_end(tokens, index + 4)),
                at=index,
            )
    if word.startswith(("asum", "adquir")) and "compromiso" in {plain(tokens, index + 2), after}:
        return Finding("se-compromete", "offer", subject=doer, at=index)
    if word in {"debe", "deben"} and scene.operative and doer:
        return Finding("must", "agreement", subject=doer, at=index)
    return None
