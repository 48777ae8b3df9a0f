"""The map of rooms is the code's, and the README names them in their order."""

from tools.rooms import PAGE, ROOT, order, page


def test_the_map_of_rooms_is_drawn_from_the_code():
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make rooms`"


def test_the_readme_names_the_rooms_in_their_order():
    line = " < ".join(order()[3:])
    assert f"`{line}`" in (ROOT / "README.md").read_text("utf-8")
