"""Word's own numbers: what is cited must be what the paper shows."""

from lxml import etree

from consuno.reader.files.numbers import Numbers, written

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def level(at, kind, shape, start=1):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{shape}"/></w:lvl>'
    )


LEVELS = level(0, "decimal", "%1.") + level(1, "lowerLetter", "%1.%2") + level(2, "bullet", "-")
NUMBERING = f"""<w:numbering {SPACE}>
  <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Acuerdos"/>{LEVELS}</w:abstractNum>
  <w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Acuerdos"/></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/>
    <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
  <w:num w:numId="5"><w:abstractNumId w:val="1"/>
    <w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "Art. %1", 3)}</w:lvlOverride></w:num>
</w:numbering>"""
STYLES = f"""<w:styles {SPACE}>
  <w:style w:styleId="A"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>
  <w:style w:styleId="C"><w:basedOn w:val="D"/></w:style><w:style w:styleId="D"><w:basedOn w:val="C"/></w:style>
</w:styles>"""


def labels(*places):
    """The numbers of paragraphs, each of (list, level) or of a style."""
    numbers = Numbers(etree.fromstring(NUMBERING), etree.fromstring(STYLES))
    return [numbers.label(properties(place)) for place in places]


def properties(place):
    if isinstance(place, str):
        inside = f'<w:pStyle w:val="{place}"/>'
    else:
        inside = f'<w:numPr><w:ilvl w:val="{place[1]}"/><w:numId w:val="{place[0]}"/></w:numPr>'
    return etree.fromstring(f"<w:pPr {SPACE}>{inside}</w:pPr>")


def test_a_level_shows_those_above_it_and_begins_again_below():
    assert labels((1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == ["1.", "1.a", "1.b", "2.", "2.a"]


def test_a_list_goes_on_under_another_id():
    assert labels((1, 0), (2, 0), (1, 0)) == ["1.", "2.", "3."]


def test_a_list_that_begins_anew_does_so_once():
    assert labels((1, 0), (3, 0), (3, 0)) == ["1.", "7.", "8."]


def test_a_list_may_look_otherwise_than_its_kind():
    assert labels((5, 0), (5, 0)) == ["Art. III", "Art. IV"]


def test_a_list_may_be_of_the_kind_that_a_style_names():
    assert labels((4, 0), (4, 1)) == ["1.", "1.a"]


def test_a_style_numbers_its_paragraphs_and_those_based_on_it():
    assert labels((1, 0), "A", "B", "C", "unknown") == ["1.", "1.a", "1.b", "", ""]


def test_bullets_unknown_lists_and_the_list_of_none():
    assert labels((1, 2), (99, 0), (0, 0)) == ["•", "•", ""]


def test_numbers_as_they_are_written():
    assert [written("lowerLetter", n) for n in (1, 26, 27)] == ["a", "z", "aa"]
    assert [written("upperRoman", n) for n in (4, 49, 2013)] == ["IV", "XLIX", "MMXIII"]
    assert (written("decimalZero", 3), written("ordinal", 2)) == ("03", "2.º")
