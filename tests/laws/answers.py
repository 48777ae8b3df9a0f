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


#: Whose work asks for a vault; with it closed each of these pages asks for it first.
VAULTED = {"ana", "beto", "gloria", "hugo", "ines", "julio"}


def gets(words):
    """Who gets what, read from words: "done ana beto; 200 carla; 403".

    A code without names is for the rest of those who act for a body. Strangers get 404 and the signed
    out the sign-in page, unless they are named ("fermin", "nobody"). "done": an act was recorded.
    """
    answers, rest = {"fermin": 404, "": "in"}, None
    for clause in words.split(";"):
        code, *names = clause.split()
        value = int(code) if code.isdecimal() else code
        if not names:
            rest = value
        answers |= {"" if name == "nobody" else name: value for name in names}
    return dict.fromkeys(MEMBERS, rest) | answers
