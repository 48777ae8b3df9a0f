"""Who gets what in the pages of the library."""

from tests.laws.answers import all_get, members

KIND = "/biblioteca/diagnosticos/reinsercion/"
TABLE = {
    "knowledge:home": ("get", "/biblioteca/", {}, all_get(200)),
    "knowledge:compared": ("get", KIND, {}, members(200)),
    "knowledge:begin": ("post", f"{KIND}empezar/", {"body": "x"}, members(404)),
    "knowledge:assessment": ("get", "/biblioteca/diagnosticos/999999/", {}, members(404)),
}
