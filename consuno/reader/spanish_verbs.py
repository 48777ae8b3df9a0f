"""Spanish verbs of minutes and how the forms that bind are recognised.

Futures are recognised by morphology alone (infinitive + á/án/emos), so any verb may bind;
performative verbs are listed by family. Regular forms are derived; only what is irregular is
written out: (present stem, preterite stem, participle).
"""

from __future__ import annotations

from functools import cache

from consuno.reader.text import fold
from consuno.reader.verbs import Family, FormTable, Use, add_form

_FAMILIES: dict[Family, str] = {
    "agree": "acordar convenir pactar concertar consensuar",
    "decide": (
        "decidir resolver aprobar adoptar autorizar facultar elegir concluir determinar disponer"
        " ratificar designar nombrar aceptar rechazar aplazar posponer declarar constituir"
        " desestimar fijar admitir otorgar ordenar"
    ),
    "request": (
        "solicitar pedir instar exhortar invitar encargar encomendar instruir urgir requerir"
        " comisionar mandatar delegar rogar recabar demandar llamar alentar conminar intimar exigir"
    ),
    "offer": "comprometer ofrecer prometer obligar",
    "propose": "proponer recomendar sugerir plantear aconsejar",
    "note": (
        "agradecer reconocer reiterar reafirmar expresar manifestar saludar destacar subrayar"
        " lamentar felicitar deplorar condenar enfatizar resaltar valorar congratular"
        " tomar acoger recordar rendir dejar hacer"
    ),
    "report": (
        "informar señalar indicar explicar mencionar comentar decir exponer afirmar asegurar"
        " aclarar anunciar advertir opinar preguntar sostener añadir agregar apuntar precisar"
        " insistir considerar estimar creer esperar prever relatar responder"
    ),
}
_IRREGULAR: dict[str, tuple[str, str, str]] = {
    "acordar": ("acuerd", "acord", "acordado"),
    "convenir": ("convien", "convin", "convenido"),
    "resolver": ("resuelv", "resolv", "resuelto"),
    "aprobar": ("aprueb", "aprob", "aprobado"),
    "elegir": ("elig", "elig", "elegido"),
    "concluir": ("concluy", "conclu", "concluido"),
    "disponer": ("dispon", "dispus", "dispuesto"),
    "pedir": ("pid", "pid", "pedido"),
    "encomendar": ("encomiend", "encomend", "encomendado"),
    "instruir": ("instruy", "instru", "instruido"),
    "requerir": ("requier", "requir", "requerido"),
    "rogar": ("rueg", "rog", "rogado"),
    "proponer": ("propon", "propus", "propuesto"),
    "recomendar": ("recomiend", "recomend", "recomendado"),
    "sugerir": ("sugier", "sugir", "sugerido"),
    "exponer": ("expon", "expus", "expuesto"),
    "decir": ("dic", "dij", "dicho"),
    "advertir": ("adviert", "advirt", "advertido"),
    "sostener": ("sostien", "sostuv", "sostenido"),
    "recordar": ("recuerd", "record", "recordado"),
    "rendir": ("rind", "rind", "rendido"),
    "hacer": ("hac", "hic", "hecho"),
}
_STRONG_PAST = ("convin", "dispus", "propus", "expus", "dij", "sostuv", "hic")
_YOD_PAST = ("conclu", "instru")
_IRREGULAR_FUTURES = {
    "hará": "hacer", "dirá": "decir", "pondrá": "poner", "tendrá": "tener", "vendrá": "venir",
    "saldrá": "salir", "podrá": "poder", "habrá": "haber", "querrá": "querer", "sabrá": "saber",
    "valdrá": "valer", "mantendrá": "mantener", "propondrá": "proponer", "dispondrá": "disponer",
    "expondrá": "exponer", "compondrá": "componer", "impondrá": "imponer", "obtendrá": "obtener",
    "contendrá": "contener", "sostendrá": "sostener", "intervendrá": "intervenir",
    "convendrá": "convenir", "prevendrá": "prevenir", "supondrá": "suponer", "cabrá": "caber",
    "opondrá": "oponer", "repondrá": "reponer", "retendrá": "retener", "detendrá": "detener",
    "rehará": "rehacer", "satisfará": "satisfacer", "provendrá": "provenir",
}  # fmt: skip
# "Sin embargo mostrará" is a future, "quizá" and "ultra" are not.
_NOT_FUTURES = frozenset({"quizá", "detrás", "atrás", "ojalá", "sabrá"})


@cache
def spanish_forms() -> FormTable:
    """Every listed form, with accents, to its uses."""
    table: FormTable = {}
    for family, lemmas in _FAMILIES.items():
        for lemma in lemmas.split():
            for word, use in _conjugate(lemma, family):
                add_form(table, word, use)
    return table


@cache
def spanish_forms_plain() -> FormTable:
    """The same without accents, for capitals and papers typed without them."""
    table: FormTable = {}
    for word, uses in spanish_forms().items():
        for use in uses:
            add_form(table, fold(word), use)
    return table


def _conjugate(lemma: str, family: Family) -> list[tuple[str, Use]]:
    stem, ending = lemma[:-2], lemma[-2:]
    present, preterite, participle = _IRREGULAR.get(
        lemma, (stem, stem, stem + ("ado" if ending == "ar" else "ido"))
    )
    if lemma in {"agradecer", "reconocer", "acoger", "ofrecer", "establecer"}:
        present = stem
    vowel = "a" if ending == "ar" else "e"
    forms = {"inf": [lemma], "ger": [stem + ("ando" if ending == "ar" else "iendo")]}
    forms["pres"] = [present + vowel, present + vowel + "n"]
    forms["we"] = [stem + {"ar": "amos", "er": "emos", "ir": "imos"}[ending]]
    forms["past"] = _preterite(preterite, ending)
    root = participle[:-1]
    forms["part"] = [root + tail for tail in ("o", "a", "os", "as")]
    return [
        (word, Use(family, lemma, form))  # type: ignore[arg-type]
        for form, words in forms.items()
        for word in words
    ]


def _preterite(stem: str, ending: str) -> list[str]:
    if stem in _STRONG_PAST:
        plural = "eron" if stem.endswith("j") else "ieron"
        singular = "zo" if stem == "hic" else "o"
        return [stem.removesuffix("c") + singular if stem == "hic" else stem + "o", stem + plural]
    if stem in _YOD_PAST:
        return [stem + "yó", stem + "yeron"]
    if ending == "ar":
        return [stem + "ó", stem + "aron"]
    return [stem + "ió", stem + "ieron"]


def future_lemma(word: str) -> str | None:
    """The infinitive of a third person (or first plural) future, or None.

    ``word`` is in lower case with accents: "enviará", "enviarán", "enviaremos".
    """
    if word in _NOT_FUTURES or len(word) < 4:
        return None
    if word.endswith("remos"):
        word = word[:-4] + "á"
    elif word.endswith("rán"):
        word = word[:-1]
    if not word.endswith("rá"):
        return None
    if word in _IRREGULAR_FUTURES:
        return _IRREGULAR_FUTURES[word]
    stem = word[:-1]
    return stem if stem[-2:] in {"ar", "er", "ir"} else None


def conditional_lemma(word: str) -> str | None:
    """The infinitive of "enviaría(n)", the reported future of minutes in the past."""
    bare = word.removesuffix("n")
    if not bare.endswith("ría") or len(bare) < 6:
        return None
    return future_lemma(bare[:-2] + "á")


def without_pronoun(word: str) -> str:
    """An infinitive without the pronoun written to it ("pedirle", "enviárselos")."""
    for pronoun in ("selos", "selas", "selo", "sela", "los", "las", "les", "lo", "la", "le", "se"):
        bare = word.removesuffix(pronoun)
        if bare != word and bare.endswith(("ar", "er", "ir", "ár", "ér", "ír")):
            return bare[:-2] + fold(bare[-2:])
    return word


def is_infinitive(word: str) -> bool:
    """Whether ``word`` (lower case) can be an infinitive, with or without pronoun."""
    bare = without_pronoun(word)
    return len(bare) > 2 and bare[-2:] in {"ar", "er", "ir"} and bare not in _NOUNS_LIKE_INFINITIVES


_NOUNS_LIKE_INFINITIVES = frozenset(
    "lugar hogar mar par bar azar solar lunar pilar taller mujer ayer primer tercer poder deber"
    " alquiler carácter cáncer militar familiar escolar regular similar popular nuclear particular"
    " ejemplar singular auxiliar titular circular preliminar bienestar malestar altar collar dólar"
    " líder cualquier elixir porvenir enser menester telar pulgar polar tutelar curricular titular"
    " sur interdisciplinar celular secular muscular vehicular molecular militares calamar ultramar"
    " alfiler canciller bachiller cartular consular".split()
)
# Verbs whose future tells what will be, not what somebody must do.
NOT_DUTIES = frozenset(
    "ser estar haber poder permitir ayudar contribuir significar implicar depender costar durar"
    " existir resultar servir constituir beneficiar aumentar crecer necesitar afectar representar"
    " ver recordar morir suponer valer caber querer saber parecer bastar faltar disminuir"
    " requerir generar provocar causar ocurrir suceder nacer subir bajar llover vivir soñar"
    " sufrir perder ganar convertir surgir volver caer sentir gustar pasar".split()
)
# A meeting that "will take place" is news, not a duty, unless someone is to hold it.
EVENT_VERBS = frozenset(
    "celebrar realizar tener tratar abordar comenzar iniciar empezar terminar finalizar concluir"
    " desarrollar analizar discutir llevar efectuar inaugurar clausurar reunir".split()
)
EVENT_NOUNS = frozenset(
    "reunion sesion asamblea encuentro evento acto ceremonia conferencia congreso seminario"
    " festival inauguracion cita jornada visita audiencia clase examen eleccion".split()
)
# Work that is done with papers, people and money: a passive future of these binds someone.
WORK = frozenset(
    "enviar remitir distribuir circular elaborar preparar convocar publicar revisar presentar"
    " entregar redactar compartir socializar difundir consultar contactar coordinar organizar"
    " crear establecer conformar integrar designar nombrar actualizar comunicar notificar informar"
    " solicitar pedir gestionar tramitar contratar comprar adquirir pagar financiar instalar"
    " construir reparar ejecutar implementar impulsar promover apoyar evaluar monitorear vigilar"
    " verificar estudiar analizar investigar recopilar sistematizar traducir imprimir incorporar"
    " incluir modificar reformar corregir completar definir determinar fijar proponer someter"
    " elevar trasladar transmitir invitar citar nombrar capacitar formar realizar efectuar hacer"
    " poner dar llevar tomar abrir cerrar iniciar firmar suscribir aprobar adoptar adecuar ajustar"
    " continuar mantener reforzar fortalecer crear desarrollar diseñar levantar archivar registrar"
    " inscribir visitar reunir asistir participar responder contestar atender resolver buscar"
    " obtener conseguir asignar destinar transferir depositar cobrar recaudar donar aportar"
    " facilitar proporcionar brindar proveer suministrar colocar retirar limpiar pintar plantar"
    " arreglar mejorar ampliar habilitar licitar adjudicar cotizar auditar rendir reportar".split()
)
