"""Words of the permission tables: who gets which answer."""

from consuno.domain import rows

SECRETARIATS = {"ana", "beto"}
EVERYONE = {row["email"].partition("@")[0] for row in rows("demo/cast.csv")}
MEMBERS = EVERYONE - {"fermin"}


def all_get(code):
    return dict.fromkeys({"", *EVERYONE}, code)


def members(code):
    """Whoever acts for a body; strangers nothing, the rest the sign-in page."""
    return dict.fromkeys(MEMBERS, code) | {"fermin": 404, "": "in"}


def only(names, code):
    """These get `code`; other members a reason, strangers nothing, the rest the sign-in page."""
    answers = dict.fromkeys(MEMBERS, 403) | {"fermin": 404, "": "in"}
    return answers | dict.fromkeys(names, code)


#: Who has a second factor; nobody of the cast has a password.
GUARDED = {"ana", "beto", "gloria", "hugo", "ines", "julio", "karla"}


def taking(answers):
    """The same, save that those who can show again who they are have to."""
    again = {who: 302 for who in GUARDED if answers.get(who) == 200}
    return answers | again
