"""English verbs of minutes: performatives by family, and the work that can be assigned."""

from __future__ import annotations

from functools import cache

from consuno.reader.verbs import Family, FormTable, Use, add_form

_FAMILIES: dict[Family, str] = {
    "agree": "agree",
    "decide": (
        "decide resolve approve adopt authorize authorise elect appoint ratify accept endorse"
        " determine conclude defer postpone reject confirm vote nominate designate"
        " award grant establish set fix levy appropriate waive"
    ),
    "request": (
        "request ask urge invite instruct direct encourage call task mandate entrust charge"
        " appeal exhort require commission implore beseech order"
    ),
    "offer": "undertake commit offer volunteer promise pledge",
    "propose": "propose suggest recommend move advise",
    "note": (
        "note thank welcome acknowledge recognize recognise express congratulate commend recall"
        " reaffirm stress emphasize emphasise condemn deplore appreciate reiterate underline"
        " underscore take pay regret affirm commemorate applaud hail record"
    ),
    "report": (
        "report say state explain inform indicate mention announce present describe point observe"
        " comment tell add clarify believe think expect hope predict warn argue claim wonder feel"
        " consider"
    ),
}
_IRREGULAR: dict[str, tuple[str, str]] = {
    "undertake": ("undertook", "undertaken"),
    "choose": ("chose", "chosen"),
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "pay": ("paid", "paid"),
    "take": ("took", "taken"),
    "think": ("thought", "thought"),
    "feel": ("felt", "felt"),
    "commit": ("committed", "committed"),
    "defer": ("deferred", "deferred"),
    "beseech": ("besought", "besought"),
    "send": ("sent", "sent"), "write": ("wrote", "written"), "draw": ("drew", "drawn"),
    "make": ("made", "made"), "give": ("gave", "given"), "hold": ("held", "held"),
    "find": ("found", "found"), "buy": ("bought", "bought"), "meet": ("met", "met"),
    "bring": ("brought", "brought"), "set": ("set", "set"), "put": ("put", "put"),
    "get": ("got", "got"), "build": ("built", "built"), "submit": ("submitted", "submitted"),
    "refer": ("referred", "referred"), "let": ("let", "let"), "lead": ("led", "led"),
    "speak": ("spoke", "spoken"), "seek": ("sought", "sought"), "run": ("ran", "run"),
    "keep": ("kept", "kept"), "do": ("did", "done"), "plan": ("planned", "planned"),
    "transfer": ("transferred", "transferred"), "draft": ("drafted", "drafted"),
    "lay": ("laid", "laid"), "read": ("read", "read"), "spend": ("spent", "spent"),
    "forward": ("forwarded", "forwarded"), "hire": ("hired", "hired"),
}  # fmt: skip
# Work that can be assigned; "X to <one of these>" is an action, "welcome to Lima" is not.
_WORK = (
    "send circulate distribute prepare draft write submit present report review revise update"
    " check confirm contact liaise arrange organize organise convene invite publish produce"
    " provide supply forward follow consult discuss investigate explore research find obtain get"
    " collect compile complete finalize finalise finish develop design create set establish"
    " define identify consider look draw book order buy purchase pay raise ask request seek"
    " approach call email e-mail phone meet hold schedule share post upload add include amend"
    " correct translate print sign file record register implement support help assist facilitate"
    " coordinate co-ordinate lead chair monitor track evaluate assess audit examine study analyse"
    " analyze propose recommend appoint nominate recruit hire train brief inform notify advise"
    " communicate remind speak talk reply respond answer negotiate agree resolve fix repair"
    " install replace clean paint build remove close open launch start begin continue proceed"
    " ensure make take give bring put keep maintain move transfer issue release deliver return"
    " refer table lay transmit convey ratify adopt enact pass promote strengthen allocate fund"
    " finance contribute participate attend join visit host run do work plan map test pilot"
    " verify validate approve authorise authorize certify secure apply clarify convert deal"
    " decide determine document edit engage enquire inquire inspect feed handle invoice let"
    " measure observe oversee pursue put quote recirculate re-send resend resubmit"
    " revisit rewrite scope source summarise summarize survey tabulate tidy undertake use write"
    " serve act name increase reduce adjust represent transport procure tender change lend borrow"
    " rent clear cut sweep mow water plant fence hang wash cook bake fetch drive pick drop chase push"
    " pull quantify price migrate deploy merge refactor patch debug log ping flag escalate sync reach"
    " circle brief cancel advertise announce celebrate reserve cover reimburse refund deposit bill"
    " count weigh compare rank score interview screen shortlist redraft second lower extend shorten"
    " renew terminate countersign stamp seal archive scan photocopy type proofread index bind ship"
    " mail telephone cable wire furnish enforce require acquire dispose demolish erect light grade"
    " pave lay survey inform secure levy collect query replenish stock restock label supervise"
    " teach instruct care tend harvest feed repaint rewire retire swap switch recruit liaise total"
)
NOT_DUTIES = frozenset(
    "be have remain seem depend cost need want like enable allow mean become benefit exist"
    " rise fall grow happen occur last die live know see lose win matter affect cause love"
    " remember never always not only also probably likely".split()
)
EVENT_NOUNS = frozenset(
    "meeting session conference assembly event ceremony workshop seminar congress festival visit"
    " hearing election agm forum lunch dinner reception exhibition class exam".split()
)
EVENT_PARTICIPLES = frozenset("held discussed remembered considered celebrated followed".split())


def _past(lemma: str) -> tuple[str, str]:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d", lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied", lemma[:-1] + "ied"
    return lemma + "ed", lemma + "ed"


def _gerund(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + "ing"


@cache
def english_forms() -> FormTable:
    """Every listed form to its uses."""
    table: FormTable = {}
    for family, lemmas in _FAMILIES.items():
        for lemma in lemmas.split():
            past, participle = _past(lemma)
            third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")
            if lemma.endswith("y") and lemma[-2] not in "aeiou":
                third = lemma[:-1] + "ies"
            add_form(table, lemma, Use(family, lemma, "inf"))
            add_form(table, third, Use(family, lemma, "pres"))
            add_form(table, past, Use(family, lemma, "past"))
            add_form(table, participle, Use(family, lemma, "part"))
            add_form(table, _gerund(lemma), Use(family, lemma, "ger"))
    return table


@cache
def work_bases() -> frozenset[str]:
    """Base forms of assignable work ("send")."""
    return frozenset(_WORK.split())


@cache
def work_participles() -> frozenset[str]:
    """Participles of assignable work ("sent")."""
    return frozenset(_past(lemma)[1] for lemma in _WORK.split())
