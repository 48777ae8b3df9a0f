"""Is this paper a record of a meeting? Only then may running text bind anybody.

News, laws, essays and recipes are full of futures and "agreed"; minutes, resolutions and
communiqués show themselves by their title, attendance, operative verbs and layout. Evidence is
counted for and against; lists under a heading such as "Acuerdos" need less of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from consuno.reader.blocks import Block
from consuno.reader.text import fold

_TITLE = re.compile(
    r"\b(?:actas?|minutas?|minutes|ayuda memoria|memoria de (?:la )?reunion|relatoria|acuerdos?"
    r"|resolucion(?:es)?|resolutions?|declaracion|declaration|comunicado|communique|joint statement"
    r"|reunion|sesion|asamblea|junta|meeting|session|summary record|record of|proceedings|notes of"
    r"|meeting notes|sprint|stand-?up|retrospective|comite|comision|consejo|committee|council|board"
    r"|conclusiones|conclusions|agreements|recommendations|recomendaciones"
    r"|action (?:items|points|log)|compromisos|pleno|cabildo|libro de actas)\b"
)
_ACT = re.compile(
    r"^\W*(?:actas?|minutas?|minutes|ayuda memoria|notes of|meeting notes|resolucion|resolution"
    r"|declaracion|declaration|comunicado|communique|summary record|record of)\b|\bminutes of\b|\bacta\b"
    r"|\bcommunique\b|\bcomunicado conjunto\b|\bjoint statement\b|\baide[- ]memoire\b"
)
_PRESENT = re.compile(
    r"^\W*(?:present|asistentes|presentes|asisten|asistieron|attendees|attendance|in attendance"
    r"|apologies|participantes|participants|ausentes|excusad\w+|absent|in the chair|chair(?:man)?"
    r"|preside)\b\s*(?:[:.(]|$)"
    r"|\bcon la (?:asistencia|presencia) de\b|\breunid[oa]s?\b.{0,60}\b(?:en|la|los)\b|\bse reuni(?:o|eron)\b"
    r"|\bse da por iniciada\b|\bmeeting (?:was called to order|opened|closed|began|convened|adjourned)\b"
    r"|\bse levant\w+ la (?:sesion|reunion)\b|\bwas held (?:at|in|on)\b|\bapologies (?:for absence )?(?:were|from)\b"
    r"|\bmeeting (?:was )?held\b|\bquorum\b"
)
_OPERATIVE = re.compile(
    r"\bse (?:compromete|comprometen|delega|encarga|encomienda|instruye|solicita|solicito)\b|\bacuerdan\b"
    r"|\bse (?:acuerda|acordo|resuelve|resolvio|decidio|decide|aprobo|aprueba|aprobaron|comprometio)\b"
    r"|\bpor unanimidad\b|\b(?:it )?was (?:agreed|resolved|decided)\b|\bunanimously\b|\bmotion carried\b"
    r"|\bresolved\b|\bseconded\b|\bcarried\b|\baction:|\bacuerd(?:a|an):|\bresuelve:|\bacordaron\b"
    r"|\b(?:committee|council|board|meeting|ministers|members) (?:agreed|decided|resolved|approved)\b"
)
_PREAMBLE = re.compile(
    r"^\W*(?:considerando|recordando|reconociendo|teniendo (?:en cuenta|presente)|reafirmando|observando"
    r"|tomando nota|visto|vistos|destacando|preocupad\w+|habiendo|consciente|noting|recalling|considering"
    r"|recognizing|recognising|reaffirming|bearing in mind|having|mindful|concerned|convinced|aware|whereas"
    r"|taking note|taking into account|welcoming|emphasizing|deeply concerned|guided by)\b"
)
_LAW = re.compile(r"^\W*(?:articulo|art\.?|article|section|seccion|clausula|clause|§)\s*\.?\s*\d+")
_DECREE = re.compile(
    r"\b(?:ley|law|act|decreto|ordenanza|reglamento|estatutos?|bylaws?|statutes?|regulations?|contrato|contract"
    r"|convenio marco|codigo|code|ordinance|treaty|tratado|constitucion|constitution|manual|instructivo|bases)\b"
)
_INVITATION = re.compile(
    r"\b(?:invitamos|invita(?:mos)? a usted|le invit\w+|se invita a|cordialmente|convoca"
    r"|(?<!\bla )(?<!\buna )(?<!\besta )convocatoria|se convoca a"
    r"|you are (?:cordially |hereby )?invited|cordially invite\w*|rsvp|r\.s\.v\.p|notice is hereby given"
    r"|notice of (?:the )?(?:annual|general|extraordinary|special)?\s*\w* ?meeting|save the date|citacion|se le cita"
    r"|dear (?:sir|madam|colleague|friend|parent|member)\w*|estimad[oa]s?)\b"
)
_NEWS = re.compile(
    r"\b(?:dijo|declaro a|segun fuentes|fuentes|agencia|nuestra redaccion|nuestro enviado|enviado especial"
    r"|corresponsal|reuters|efe|afp|told reporters"
    r"|reporters|journalists|spokes(?:man|woman|person)|press conference|rueda de prensa|conferencia de prensa"
    r"|periodistas|analysts|analistas|sources|economistas|portavoz|vocero|newspaper|readers)\b|\bhe said\b|\bshe "
    r"said\b|\bsaid\b.{0,3}\""
)
_TOLD = re.compile(r"dijo|he said|she |said\b.*")
_REPORT = re.compile(
    r"\b(?:annual report|informe anual|memoria anual|informe de (?:labores|actividades|gestion|progreso|avance)"
    r"|activity report|progress report|mission report|informe de mision|newsletter|boletin|essay|ensayo|history of"
    r"|historia de|cronica|obituary|editorial|review of the year|retrospectiva|biograf\w+)\b"
)
_STUDY = re.compile(
    r"\b(?:background (?:paper|note)|concept note|working paper|discussion paper|nota conceptual"
    r"|documento de (?:antecedentes|trabajo))\b"
)
_RECIPE = re.compile(
    r"\b(?:ingredientes|ingredients|cucharad\w+|tablespoons?|teaspoons?|horno|oven|preheat|recipe|receta)\b"
    r"|\b\d+ ?(?:g|gr|gramos|grams|ml|kg|cups?|tazas?) (?:of|de)\b"
)
_TASK = re.compile(r"\W*+(?:action|accion|tarea|acuerdo|decision|agreed|task)\b[^:]{0,40}:")
_NEXT = re.compile(r"\W*+(?:proxima (?:reunion|sesion)|next meeting|date of next meeting)\b")
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_HEAD = 14
_SNIPPET = 2
_SNIPPET_WORDS = 45


@dataclass(frozen=True, slots=True)
class Genre:
    """How much of a record of a meeting the paper is.

    ``record``: running text may bind. ``lists``: lists under an operative heading may bind.
    """

    record: bool
    lists: bool


def read_genre(blocks: list[Block]) -> Genre:
    """Weigh the paper's evidence."""
    texts = [fold(block.text) for block in blocks if not block.footnote]
    against = _against(texts)
    if len(texts) <= _SNIPPET and sum(len(text.split()) for text in texts) <= _SNIPPET_WORDS:
        # A sentence or two, copied from somewhere to be read: there is no room for evidence.
        return Genre(record=against < 3, lists=True)
    return _judge(_for(blocks, texts), against)


def _judge(favour: int, against: int) -> Genre:
    return Genre(record=favour - against >= 3, lists=against < 4 or favour - against >= 2)


def _for(blocks: list[Block], texts: list[str]) -> int:
    score = 0
    head = texts[:_HEAD]
    titled = [text for text in head[:6] if len(text.split()) <= 40]
    if any(_ACT.search(text) for text in titled):
        score += 3
    elif any(_TITLE.search(text) for text in titled):
        score += 2
    score += 2 * min(sum(bool(_PRESENT.search(text[:400])) for text in texts), 2)
    score += 2 * any(block.row is not None for block in blocks)
    score += 2 * any(block.marker is not None and block.marker.box for block in blocks)
    score += 2 * any(_TASK.match(text) for text in texts) + any(_NEXT.match(text) for text in texts)
    score += any(len(text.split()) <= 20 and _DAY.search(text) for text in head[:5])
    score += min(sum(len(_OPERATIVE.findall(text)) for text in texts), 4)
    score += min(sum(bool(_PREAMBLE.match(text)) for text in texts), 3)
    return score


def _against(texts: list[str]) -> int:
    score = 0
    head = " ".join(texts[:4])[:600]
    articles = sum(bool(_LAW.match(text)) for text in texts)
    if articles >= 2:
        score += 4 + min(articles, 4)
    elif _DECREE.search(head) and articles:
        score += 3
    whole = " ".join(text[:500] for text in texts[:60])
    score += 3 * min(len(_INVITATION.findall(" ".join(texts[:8]))), 2)
    titles = [text for text in texts[:3] if len(text.split()) <= 14 and not text.endswith(".")]
    # Minutes told speaker by speaker say "dijo" as news does.
    minutes = any(_ACT.search(text) for text in titles)
    news = [word for word in _NEWS.findall(whole) if not (minutes and _TOLD.match(word))]
    score += min(2 * len(news), 6)
    score += 4 * bool(_REPORT.search(head))
    score += 4 * any(_STUDY.search(title) for title in titles)
    score += 3 * min(len(_RECIPE.findall(whole)), 2)
    return score
