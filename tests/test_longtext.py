"""Long texts: a closed dialect of Markdown in which nothing a secretary typed is lost."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import codes, read
from document_dump import dump
from namndkit.markup.longtext import BODY, _line_finder, parse_long_text, read_long_text
from namndkit.markup.plain import plain_paragraphs
from namndkit.pipeline import Renderer
from namndkit.values.document import (
    Block,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Span,
    Table,
)
from namndkit.values.node import Scalar
from namndkit.values.position import Position, SourceText


def _read(text: str) -> tuple[str, list[str]]:
    """A readable dump of the blocks of ``text``, and the codes found."""
    node = Scalar(SourceText("text.md", text), 0, len(text), text, "file")
    blocks, findings = read_long_text(text, node)
    return "\n".join(line for block in blocks for line in _show(block)), [f.code for f in findings]


def _show(block: Block, indent: str = "") -> list[str]:
    if isinstance(block, Paragraph | Heading):
        return [f"{indent}p {_words(block.inlines)}"]
    if isinstance(block, Quote):
        return [
            f"{indent}citat",
            *[line for one in block.blocks for line in _show(one, indent + "  ")],
        ]
    if isinstance(block, Table):
        rows = (block.header, *block.rows)
        return [f"{indent}rad {' | '.join(_words(cell) for cell in row)}" for row in rows]
    assert isinstance(block, ListBlock)
    lines = []
    for item in block.items:
        lines.append(
            f"{indent}{block.marker if item.number is None else f'{item.number} som {block.marker}'}"
        )
        lines += [line for one in item.blocks for line in _show(one, indent + "  ")]
    return lines


def _words(inlines: tuple[Inline, ...]) -> str:
    parts = []
    for inline in inlines:
        if isinstance(inline, Run):
            parts.append(inline.text)
        elif isinstance(inline, Span):
            parts.append(f"<{inline.role} {_words(inline.inlines)}>")
        elif isinstance(inline, Link):
            parts.append(f"<länk {inline.url} {inline.title}{_words(inline.inlines)}>")
        else:
            parts.append("↵")
    return "".join(parts)


@pytest.mark.parametrize(
    "text",
    [
        "#1 av 3",
        "# 3 i listan",
        "---",
        "    indragen text",
        "`kod` och ```kod```",
        "&amp; <b>fet</b> &#65;",
        "[text]: https://a.se",
        "C:\\mapp och \\& och slut\\",
        "5*6*7 och snake_case_namn och 2 * 3 * 4",
        "1986. Ett stort år",
        "2026) Ett annat",
        "+ 3 procent",
        "> 5 procent av kostnaden",
        "{{ 7*7 }} {% if x %} {# y #}",
        "::: spalt",
        "Kultur & Fritid <2>",
        "javascript: [x](javascript:alert)",
        "| ingen tabell |",
        "*ensam stjärna",
        "_ord_ och __fler ord__",
        "\ue0003\ue001 och \ue002a\ue003b\ue004",
    ],
)
def test_what_is_no_markup_here_stays_as_typed(text: str) -> None:
    shown, found = _read(text)
    assert shown == "p " + " ".join(text.split())
    assert found == (["NK241"] if "](" in text else [])  # a link that is none is told


@pytest.mark.parametrize("text", ["# Ingen rubrik", "###### Text", "Rubrik\n---", "Rubrik\n===="])
def test_a_heading_here_stays_as_typed_and_is_told(text: str) -> None:
    assert _read(text) == ("p " + " ".join(text.split()), ["NK240"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ett.\n\nTvå.", "p Ett.\np Två."),
        ("Rad ett\nrad två", "p Rad ett rad två"),
        (
            "**fet** och *kursiv* och ***båda***",
            "p <strong fet> och <emphasis kursiv> och <emphasis <strong båda>>",
        ),
        ("[Malmö](https://malmo.se/å?a=1&b=2)", "p <länk https://malmo.se/å?a=1&b=2 Malmö>"),
        ("- a\n- b", "•\n  p a\n•\n  p b"),
        ("Ingress:\n• a\n• b", "p Ingress:\n•\n  p a\n•\n  p b"),
        ("Ingress:\n– a\n— b", "p Ingress:\n•\n  p a\n•\n  p b"),
        ("\uf0b7\ta", "•\n  p a"),
        ("- a\n  - b", "•\n  p a\n  •\n    p b"),
        ("1. a\n2. b\n4. c", "1 som 1.\n  p a\n2 som 1.\n  p b\n4 som 1.\n  p c"),
        ("3) a\n4) b", "3 som 1)\n  p a\n4 som 1)\n  p b"),
        ("Punkter:\na) x\nb) y", "p Punkter:\n1 som a)\n  p x\n2 som a)\n  p y"),
        ("> Citat.\n> Mer.", "citat\n  p Citat. Mer."),
        ("| a | b |\n| --- | --: |\n| 1 | 2 |", "rad a | b\nrad 1 | 2"),
        ("- a\n\n  mer", "•\n  p a\n  p mer"),
    ],
)
def test_what_is_markup_becomes_structure(text: str, shown: str) -> None:
    assert _read(text) == (shown, [])


def test_a_row_wider_than_its_header_is_an_error_at_the_lost_cell() -> None:
    text = "| a | b |\n| - | - |\n| 1 | 2 | tre |"
    node = Scalar(SourceText("text.md", text), 0, len(text), text, "file")
    _, findings = read_long_text(text, node)
    assert [(f.code, f.position.line, f.position.column) for f in findings] == [("NK210", 3, 11)]


def test_a_number_run_into_the_line_above_is_a_warning() -> None:
    assert _read("Vi ser på punkt\n4. och går vidare") == (
        "p Vi ser på punkt 4. och går vidare",
        ["NK211"],
    )


def test_a_text_never_changes_the_structure_around_it(renderer: Renderer) -> None:
    hostile = [
        "::: spalt\n\n:::\n\n:::",
        "# x\n\n## y",
        "- a\n- b",
        "1. a\n2. b",
        "| a |\n| - |\n| 1 |",
        "{% endfor %}{{ titel }}",
        "***\n---\n___",
        "> c",
    ]
    plain = _around(renderer, "ord")
    for text in hostile:
        assert _around(renderer, text) == plain


def _around(renderer: Renderer, text: str) -> list[str]:
    """The document's paragraphs outside the text itself, which stands between two marks."""
    case = (
        "typ: yttrande\ntitel: T\nnämnd: servicenämnden\nsammanfattning: |\n  Först.\nyttrande: |\n"
        + textwrap.indent(f"FÖRE\n\n{text}\n\nEFTER", "  ")
        + "\nrekommendationer:\n  - text: Gör så.\n    svar: Ja.\nbilagor: [ett, två]\n"
    )
    rendered = renderer.render(read(case))
    assert rendered.data is not None, rendered.diagnostics
    lines = dump(rendered.data).split("\n")
    first, last = (
        next(n for n, line in enumerate(lines) if line.endswith(f"] {mark}"))
        for mark in ("FÖRE", "EFTER")
    )
    assert first < last
    return lines[:first] + [
        line.replace("1001", "N").replace("1000", "N") for line in lines[last + 1 :]
    ]


MARKS = st.sampled_from(
    [
        "*",
        "**",
        "_",
        "`",
        "#",
        "- ",
        "+ ",
        "• ",
        "– ",
        "1. ",
        "2) ",
        "a) ",
        "> ",
        "|",
        "---",
        "| - |",
        "[",
        "](",
        ")",
        "<",
        ">",
        "&amp;",
        "\\",
        "\n",
        "\n\n",
        "  ",
        "    ",
        "\t",
        ":::",
        "{{",
        "}}",
        "2026. ",
        "![",
        "http://a.se",
        "~",
        "!",
        '"',
        "'",
        "§ 3",
        "5 %",
        "=",
        "\u00a0",
    ]
)
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=6
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(MARKS, WORDS, st.sampled_from(["ord", "år 2025", "A1"])), max_size=25))
def test_every_letter_and_digit_stands_in_order_or_is_a_finding(parts: list[str]) -> None:
    text = "".join(parts)
    node = Scalar(SourceText("text.md", text), 0, len(text), text, "file")
    blocks, findings = read_long_text(text, node)
    if any(found.code == "NK210" for found in findings):
        return
    typed = [char for char in text if char.isalnum()]
    kept = [char for block in blocks for char in _letters(block) if char.isalnum()]
    assert kept == typed


def _letters(block: Block) -> str:
    if isinstance(block, ListBlock):
        return "".join(
            _label(item.number, block.marker) + "".join(map(_letters, item.blocks))
            for item in block.items
        )
    if isinstance(block, Quote):
        return "".join(map(_letters, block.blocks))
    if isinstance(block, Table):
        return "".join(_typed(cell) for row in (block.header, *block.rows) for cell in row)
    assert isinstance(block, Paragraph)
    return _typed(block.inlines)


def _label(number: int | None, marker: str) -> str:
    return "" if number is None else chr(96 + number) if marker == "a)" else str(number)


def _typed(inlines: tuple[Inline, ...]) -> str:
    return "".join(
        inline.text
        if isinstance(inline, Run)
        else _typed(inline.inlines)
        + (inline.url + inline.title if isinstance(inline, Link) else "")
        if isinstance(inline, Span | Link)
        else ""
        for inline in inlines
    )


def test_numbers_in_word_are_the_numbers_typed(renderer: Renderer) -> None:
    case = "typ: yttrande\ntitel: T\nnämnd: n\nyttrande: |\n  1. a\n  2. b\n  4. c\n\n  Mer.\n\n  7) d\n"
    rendered = renderer.render(read(case))
    assert rendered.data is not None
    assert _numbers(rendered.data) == ["1.", "2.", "4.", "7)"]


def _numbers(data: bytes) -> list[str]:
    """What Word prints before each numbered paragraph, counted as Word counts."""
    import io

    import docx
    from docx.oxml.ns import qn

    document = docx.Document(io.BytesIO(data))
    numbering = document.part.numbering_part.element
    starts = {}
    for num in numbering.findall(qn("w:num")):
        override = num.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}")
        if override is not None:
            abstract = num[0].get(qn("w:val"))
            form = next(
                a
                for a in numbering.findall(qn("w:abstractNum"))
                if a.get(qn("w:abstractNumId")) == abstract
            )
            text = form.find(f"{qn('w:lvl')}/{qn('w:lvlText')}").get(qn("w:val"))
            starts[num.get(qn("w:numId"))] = [int(override.get(qn("w:val"))), text]
    printed = []
    for paragraph in document.paragraphs:
        number = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if number is not None:
            state = starts[number.get(qn("w:val"))]
            printed.append(str(state[1]).replace("%1", str(state[0])))
            state[0] += 1
    return printed


def test_positions_in_a_long_text_point_into_the_file() -> None:
    case = "typ: yttrande\ntitel: T\nnämnd: n\nyttrande: |\n  Första raden.\n\n  Här är [Skriv datum] kvar.\n"
    found = [one for one in read(case).diagnostics if one.code == "NK202"]
    assert [(one.position.line, one.position.column, one.position.end_column) for one in found] == [
        (7, 10, 23)
    ]
    assert codes(read(case)) == ["NK202"]


def test_lines_of_the_tree_are_in_order() -> None:
    text = "Ett.\n\n- två\n- tre\n\nFyra."
    node = Scalar(SourceText("text.md", text), 0, len(text), text, "file")
    blocks, _ = read_long_text(text, node)
    lines = [block.origin.line for block in blocks]
    assert lines == [1, 3, 6]
    assert all(first < second for first, second in pairwise(lines))


_PIECES = st.sampled_from(
    [
        *(
            "Nämnden",
            "ser",
            "positivt",
            "på",
            "planen.",
            "År 2026",
            "6,2",
            "(S)",
            "”ja”",
            "a)",
            "ab)",
        ),
        *(
            "1.",
            "-",
            "–",
            "•",
            "*",
            "_",
            "|",
            "[x](y)",
            ">",
            "\\",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\n\n\n",
        ),
        *(
            "e-post",
            "i. o.",
            "x = y",
            "===",
            "---",
            "#",
            "`",
            "&amp;",
            "\t",
            "\u00a0",
            "Å",
            "\U0001f600",
        ),
    ]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(_PIECES, max_size=14).map(" ".join) | st.lists(_PIECES, max_size=14).map("".join))
def test_plain_paragraphs_are_what_the_parser_makes_of_them(text: str) -> None:
    source = SourceText("x", text)
    node = Scalar(source, 0, len(text), text, "|")
    origin = _line_finder(node)
    plain = plain_paragraphs(text, BODY, origin)
    if plain is not None:
        assert (plain, ()) == parse_long_text(text, node, origin)


@pytest.mark.parametrize(
    "text",
    [
        "Ett stycke.",
        "Ett stycke\növer två rader.\n",
        "Ett stycke.\n\nÖver två: a, b (c) – ”d” 6,2 % § 7!\n\nOch ett till.",
    ],
)
def test_ordinary_texts_need_no_parser(text: str) -> None:
    assert plain_paragraphs(text, BODY, lambda line: Position("x")) is not None
