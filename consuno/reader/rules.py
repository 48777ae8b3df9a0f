"""Every rule of the extractor in one sentence, shown beside each candidate on screen."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """Why a candidate is proposed, in Spanish and English."""

    es: str
    en: str


RULES: dict[str, Rule] = {
    "future-with-actor": Rule(
        "Un sujeto que puede obligarse va seguido de un verbo en futuro o de obligación.",
        "A subject that can owe something is followed by a verb of future or duty.",
    ),
    "future-first-plural": Rule(
        "Quienes firman hablan en primera persona del plural y en futuro.",
        "The signatories speak in the first person plural of the future.",
    ),
    "future-in-list": Rule(
        "Un elemento de una lista de acuerdos usa el futuro sin decir quién actúa.",
        "A member of a list of agreements uses the future without saying who acts.",
    ),
    "impersonal-future": Rule(
        "«Se» más un futuro de trabajo (enviar, convocar…): alguien deberá hacerlo.",
        "An impersonal future of work to be done: somebody will have to do it.",
    ),
    "passive-future": Rule(
        "Futuro en voz pasiva: algo será hecho, por quien se diga o sin decirlo.",
        "A passive future: something will be done, by whoever is named or unnamed.",
    ),
    "reported-future": Rule(
        "Futuro contado en pasado («enviaría», «would send») con sujeto conocido.",
        "A future told in the past (“would send”) with a known subject.",
    ),
    "hidden-duty": Rule(
        "Dentro de un agradecimiento o informe hay un deber con fecha.",
        "A dated duty hides inside thanks or a report.",
    ),
    "reported-addition": Rule(
        "Una noticia añade algo a lo que acaba de contar que se acordó.",
        "News add something to what they have just told was agreed.",
    ),
    "term-expires": Rule(
        "Se fija el día en que vence el plazo que alguien tiene para hacerlo.",
        "A day is set on which somebody's term to do it runs out.",
    ),
    "must": Rule(
        "Verbo de obligación: «deberá», «tendrá que», «must».",
        "A verb of obligation: “deberá”, “tendrá que”, “must”.",
    ),
    "in-charge": Rule(
        "Alguien queda encargado, a cargo o responsable de algo.",
        "Somebody is left in charge of, or responsible for, something.",
    ),
    "assigned": Rule(
        "Termina en un corchete que nombra a quién le toca, como otros puntos del acta.",
        "It ends in a bracket that names who does it, as other items of the paper do.",
    ),
    "named-line": Rule(
        "La línea pone quién delante de qué («Honduras - mandar el padrón»), como otras.",
        "The line puts who before what (“Honduras - send the list”), as others do.",
    ),
    "present-task": Rule(
        "Bajo un título de tareas, alguien hace algo en presente («INM revisa el texto»).",
        "Under a heading of tasks, somebody does something in the present (“INM revisa el texto”).",
    ),
    "attributed": Rule(
        "El punto dice al final quién responde y hasta cuándo («Responsable: … Plazo: …»).",
        "The item says at its end who is responsible and until when (“Responsible: … Deadline: …”).",
    ),
    "se-acuerda": Rule(
        "El texto dice que se acuerda o acordó.",
        "The text says that something is or was agreed.",
    ),
    "agreed": Rule(
        "El texto dice, en inglés, que se acordó.", "The text says that something was agreed."
    ),
    "se-decide": Rule(
        "El texto dice que se decide, resuelve, aprueba, designa o concluye.",
        "The text says that something is decided, resolved, approved, appointed or concluded.",
    ),
    "decided": Rule(
        "El texto dice, en inglés, que se decidió, resolvió, aprobó o nombró.",
        "The text says that something was decided, resolved, approved or appointed.",
    ),
    "motion-carried": Rule(
        "Una moción fue votada y aprobada.", "A motion was put to the vote and carried."
    ),
    "solicitud": Rule(
        "Se solicita, pide, insta, exhorta o invita a alguien.",
        "Somebody is asked, urged or invited.",
    ),
    "encargo": Rule(
        "Se encarga, encomienda o comisiona algo a alguien.",
        "Something is entrusted to somebody.",
    ),
    "requests": Rule(
        "Alguien pide, insta o encarga, en inglés, que otro actúe.",
        "Somebody requests, urges or instructs another to act.",
    ),
    "was-requested": Rule(
        "A alguien se le pidió o encargó actuar (voz pasiva inglesa).",
        "Somebody was requested, asked or instructed to act.",
    ),
    "se-compromete": Rule(
        "Alguien se compromete, ofrece o asume por sí mismo.",
        "Somebody undertakes, offers or promises on their own part.",
    ),
    "undertakes": Rule(
        "Alguien se compromete u ofrece, en inglés, por sí mismo.",
        "Somebody undertakes, offers or volunteers.",
    ),
    "se-propone": Rule(
        "Se propone, recomienda o sugiere algo.", "Something is proposed, recommended or suggested."
    ),
    "proposes": Rule(
        "Se propone, recomienda o sugiere algo, en inglés.",
        "Something is proposed, recommended or suggested.",
    ),
    "name-to-do": Rule(
        "Un nombre, «to» y un verbo de trabajo: tarea asignada al estilo inglés.",
        "A name, “to” and a verb of work: an action assigned.",
    ),
    "named-task": Rule("Un nombre, dos puntos y la tarea.", "A name, a colon and the task."),
    "action-tag": Rule(
        "El texto lleva la etiqueta «Acción», «Action» o «Tarea».",
        "The text is tagged as an action.",
    ),
    "table-row": Rule(
        "Fila de una tabla de acciones, responsables y fechas.",
        "A row of a table of actions, owners and dates.",
    ),
    "infinitive-at-item": Rule(
        "Un infinitivo abre un elemento de una lista de acuerdos o acciones.",
        "A bare verb opens a member of a list of agreements or actions.",
    ),
    "listed-agreement": Rule(
        "Elemento de una lista que el texto presenta como acordada.",
        "A member of a list the text presents as agreed.",
    ),
    "listed-priority": Rule(
        "Elemento de una lista que el texto presenta como prioridades.",
        "A member of a list the text presents as priorities.",
    ),
    "listed-facet": Rule(
        "Tema o destinatario de una prioridad: no obliga por sí mismo.",
        "A topic or audience of a priority: it binds nobody by itself.",
    ),
    "challenge": Rule(
        "Elemento de una lista que el texto presenta como desafíos.",
        "A member of a list the text presents as challenges.",
    ),
    "take-note": Rule(
        "Agradece, reconoce o toma nota: no obliga a nadie.",
        "It thanks, recognises or takes note: it binds nobody.",
    ),
}
