"""Templates: user text never becomes template or markup, and a template's mistakes are findings."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import ROOT, read
from document_dump import dump
from namndkit.pipeline import Rendered, Renderer
from namndkit.values.diagnostic import Diagnostic, Severity
from namndkit.wording.filters import stor

CASE = """
typ: yttrande
titel: "%s"
nämnd: servicenämnden
datum: 2022-10-14
yttrande: |
  Lång text.
undertecknare:
  - {roll: Ordförande, namn: Ada Ek, parti: S}
"""


def _with(tmp_path: Path, template: str, title: str = "Hyllor") -> Rendered:
    """The case worded by ``template``."""
    folder = tmp_path / "mallar"
    shutil.copytree(ROOT / "templates", folder, dirs_exist_ok=True)
    (folder / "yttrande.md.j2").write_text(template, encoding="utf-8")
    return _render(folder, CASE % title)


def _render(folder: Path, case: str) -> Rendered:
    renderer = Renderer(folder)
    return renderer.render(read(case, renderer=renderer))


def _errors(rendered: Rendered) -> list[Diagnostic]:
    """Without the warnings of what such a template does not print."""
    return [one for one in rendered.diagnostics if one.severity is Severity.ERROR]


def _text(rendered: Rendered) -> list[str]:
    assert rendered.data is not None, rendered.diagnostics
    return dump(rendered.data).split("\n\n", 1)[1].rstrip("\n").split("\n")


@pytest.mark.parametrize(
    ("template", "code", "line"),
    [
        ("Ett.\n\n{{ titl }}\n", "NK403", 3),
        ("{{ undertecknare[0].nman }}\n", "NK403", 1),
        ("Ett.\n{% if titel %}\nTvå.\n", "NK402", 2),
        ("{{ titel|versal }}\n", "NK402", 1),
        ("\n{{ datum }}\n", "NK404", 2),
        ("\n\n{{ besvarar }}\n", "NK404", 3),
        ("{{ undertecknare }}\n", "NK404", 1),
        ("Text {{ yttrande }} mer\n", "NK408", 1),
        ("Ett.\n\n::: underskirft\n:::\n", "NK405", 3),
        ("::: underskrift\nEtt.\n", "NK406", 1),
        ("Ett.\n:::\n", "NK406", 2),
        ("{{ titel.upper() }}\n", "NK403", 1),
        ("{{ titel.__class__ }}\n", "NK403", 1),
        ("{% include 'finns-inte.j2' %}\n", "NK401", 1),
        ("{{ nämnd ~ titel }}\n", "NK402", 1),
        ('{% set x %}Ett{% endset %}\n{{ [x, titel]|join(", ") }}\n', "NK407", 2),
    ],
)
def test_mistake_in_a_template_is_a_finding_at_its_line(
    tmp_path: Path, template: str, code: str, line: int
) -> None:
    rendered = _with(tmp_path, template)
    assert rendered.data is None
    found = _errors(rendered)
    assert [(one.code, one.position.line) for one in found] == [(code, line)]
    assert found[0].position.path.endswith("j2")


@pytest.mark.parametrize(
    "title",
    [
        "{{ 7*7 }} {% raw %} {# #}",
        "Kultur & Fritid <2>",
        "# rubrik",
        "- punkt",
        "+ 3",
        "> citat",
        "::: spalt",
        "2026. Ett år",
        "a | b * c _d_ **e** `f`",
        "[länk](https://a.se)",
        "&amp; \\\\* \\\\n",
        "| - |",
    ],
)
def test_a_plain_value_comes_out_as_typed_wherever_it_stands(tmp_path: Path, title: str) -> None:
    template = (
        "# {{ titel }}\n\n{{ titel }}\n\n- {{ titel }}\n\n1. {{ titel }}\n\n"
        "| a | b |\n| - | - |\n| {{ titel }} | x{{ titel }}y |\n\n**{{ titel }}**\n\n"
        "{% macro m(t) %}\n## {{ t }}\n{% endmacro %}\n{{ m(titel) }}\n\n"
        '{% set s = titel %}\n{{ s }}{{ s }}!\n\n{{ [titel, "z"]|join(", ") }}\n'
    )
    typed = title.replace("\\\\", "\\")
    lines = _text(_with(tmp_path, template, title))
    assert lines == [
        f"[Title] {typed}",
        f"[Body Text] {typed}",
        f"[List Bullet nivå 0 num 1] {typed}",
        f"[List Number nivå 0 num 1000] {typed}",
        "(Nämndtabell)",
        "  | [Tabellrubrik] a | [Tabellrubrik] b |",
        f"  | [Tabelltext] {typed} | [Tabelltext] x{typed}y |",
        f"[Efter tabell] {{Strong: {typed}}}",
        f"[Heading 1] {typed}",
        f"[Body Text] {typed}{typed}!",
        f"[Body Text] {typed}, z",
    ]


def test_a_newline_in_a_short_text_is_a_line_break_everywhere(tmp_path: Path) -> None:
    template = "{{ titel }}\n\n- {{ titel }}\n\n| a |\n| - |\n| {{ titel }} |\n"
    lines = _text(_with(tmp_path, template, "ett\\ntvå"))
    assert [line.partition("] ")[2] for line in lines[:2]] == ["ett↵två", "ett↵två"]
    assert lines[-1] == "  | [Tabelltext] ett↵två |"


def test_a_users_list_does_not_merge_with_the_templates(tmp_path: Path) -> None:
    folder = tmp_path / "mallar"
    shutil.copytree(ROOT / "templates", folder)
    (folder / "yttrande.md.j2").write_text("1. a\n\n{{ yttrande }}\n\n1. b\n", encoding="utf-8")
    case = (CASE % "T").replace("Lång text.", "1. x\n  2. y")
    numbers = [line.partition("]")[0] for line in _text(_render(folder, case))]
    assert [number.rpartition(" ")[2] for number in numbers] == ["1000", "1001", "1001", "1002"]


def test_own_templates_by_option_need_their_word_file(tmp_path: Path) -> None:
    folder = tmp_path / "mallar"
    shutil.copytree(ROOT / "templates", folder)
    (folder / "utseende.docx").write_bytes(b"not a Word file")
    rendered = _render(folder, CASE % "T")
    assert [one.code for one in rendered.diagnostics] == ["NK409"]


def test_a_style_that_the_word_file_lacks_is_named(tmp_path: Path) -> None:
    import docx

    folder = tmp_path / "mallar"
    shutil.copytree(ROOT / "templates", folder)
    document = docx.Document(str(folder / "utseende.docx"))
    for name in ("Signaturroll", "Beslutsfras"):
        document.styles[name].delete()
    document.save(str(folder / "utseende.docx"))
    rendered = _render(folder, CASE % "T")
    assert [one.code for one in rendered.diagnostics] == ["NK410"]
    assert "”Beslutsfras”, ”Signaturroll”" in rendered.diagnostics[0].message


def test_one_page_layout_is_enough(tmp_path: Path) -> None:
    """Another city's Word file may have a single section: it serves every kind."""
    import docx
    from docx.oxml.ns import qn

    folder = tmp_path / "mallar"
    shutil.copytree(ROOT / "templates", folder)
    document = docx.Document(str(folder / "utseende.docx"))
    body = document.element.body
    for child in list(body)[:-1]:
        body.remove(child)
    assert [child.tag for child in body] == [qn("w:sectPr")]
    document.save(str(folder / "utseende.docx"))
    assert _render(folder, CASE % "T").data is not None


def test_a_list_without_bullets_and_a_foot_with_a_link_are_told(tmp_path: Path) -> None:
    """NK411 and NK412."""
    import docx
    from docx.oxml.ns import qn

    folder = tmp_path / "mallar"
    shutil.copytree(ROOT / "templates", folder)
    template = "::: sidfot\n- en lista\n:::\n\nText.\n"
    (folder / "yttrande.md.j2").write_text(template, encoding="utf-8")
    rendered = _render(folder, CASE % "T")
    assert [(one.code, one.position.line) for one in _errors(rendered)] == [("NK412", 1)]
    document = docx.Document(str(folder / "utseende.docx"))
    properties = document.styles["List Bullet"].element.find(qn("w:pPr"))
    properties.remove(properties.find(qn("w:numPr")))
    document.save(str(folder / "utseende.docx"))
    rendered = _render(folder, CASE % "T")
    assert [one.code for one in _errors(rendered)] == ["NK411"]


@pytest.mark.parametrize(
    ("word", "begins"),
    [
        *(("servicenämnden", "S"), ("e-tjänst", "E"), ("hyllor, stolar", "H"), ("i dag", "I")),
        *(("iPad-surfplattor", "i"), ("pH-mätare", "p"), ("kWh", "k"), ("m² golv", "m")),
        *(("mRNA-kit", "m"), ("b) hyllor", "b"), ("iX-nämnden", "i"), ("½ tjänst", "½")),
    ],
)
def test_a_capital_is_set_where_a_word_has_no_form_of_its_own(word: str, begins: str) -> None:
    assert stor(word) == begins + word[1:]
