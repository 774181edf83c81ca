"""No input whatever may hang or crash: random bytes, random text, and cases bent out of shape.

Bounded here; NAMNDKIT_FUZZ_EXAMPLES makes it as long as one likes.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import CASES, ROOT
from namndkit.pipeline import Checked, Renderer, check
from namndkit.values.case.glossary import ENGLISH
from namndkit.values.diagnostic import Diagnostic

EXAMPLES = int(os.environ.get("NAMNDKIT_FUZZ_EXAMPLES", "150"))
many = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TEXTS = [path.read_text(encoding="utf-8") for path in CASES]
KEYS = sorted(
    {name for meanings in ENGLISH.values() for name in meanings}
    | {"svar", "typ", "poster", "rubrik"}
)
ODD = st.sampled_from(
    ["", "~", "null", "ja", "0x1F", "1e999", "2026-02-30", ".inf", "- x", "a: b", "#", "*a", "&a b"]
    + [
        "[",
        "{",
        "|",
        ">",
        "!!str x",
        "\u200b",
        "\u202e",
        "\ue000",
        "e\u0301",
        "😀",
        "5 mnkr",
        "1.500 tkr",
    ]
    + [
        "{{ 7*7 }}",
        ":::",
        "| a |\n| - |",
        "1986. x",
        "**",
        "[x](http://[)",
        "\t",
        "50 %",
        "# x",
        "\u2028",
    ]
)
LEAVES = st.one_of(ODD, st.text(max_size=12), st.integers().map(str))
NODES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)
    ),
    max_leaves=30,
)


@pytest.fixture(scope="module")
def templates() -> Renderer:
    return Renderer(ROOT / "templates")


def _is_sound(data: bytes, templates: Renderer) -> None:
    """Whatever ``data`` is, it gives findings or a document, and every finding has its place."""
    checked: Checked = check(data, "fall.yaml", Path("/nowhere"))
    for draft in (False, True):
        rendered = templates.render(checked, draft=draft)
        assert (rendered.data is None) == (rendered.document is None)
        if rendered.data is None and not draft:
            assert any(one.severity == 1 for one in rendered.diagnostics)
        for one in rendered.diagnostics:
            _has_its_place(one)


def _has_its_place(one: Diagnostic) -> None:
    place = one.position
    assert 1 <= place.line <= place.end_line
    assert place.column >= 1
    assert place.line < place.end_line or place.column <= place.end_column
    assert one.message
    assert one.code.startswith("NK")


@many
@given(st.binary(max_size=200))
def test_bytes(templates: Renderer, data: bytes) -> None:
    _is_sound(data, templates)


@many
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_text(templates: Renderer, text: str) -> None:
    _is_sound(text.encode(), templates)


@many
@given(
    st.dictionaries(st.sampled_from(KEYS), NODES, max_size=10),
    st.sampled_from(["förslag", "yttrande"]),
)
def test_structures_of_the_right_words(
    templates: Renderer, tree: dict[str, object], kind: str
) -> None:
    import json

    data = {
        "typ": kind,
        "titel": "T",
        "nämnd": "n",
        **{k: v for k, v in tree.items() if k != "typ"},
    }
    _is_sound(json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass"), templates)


@many
@given(st.data())
def test_cases_bent_out_of_shape(templates: Renderer, data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        kind = data.draw(st.sampled_from(["drop", "double", "indent", "outdent", "insert", "cut"]))
        line = lines[at]
        if kind == "drop" and len(lines) > 1:
            del lines[at]
        elif kind == "double":
            lines.insert(at, line)
        elif kind == "indent":
            lines[at] = " " * data.draw(st.integers(1, 3)) + line
        elif kind == "outdent":
            lines[at] = line.removeprefix(" ")
        elif kind == "insert":
            place = data.draw(st.integers(0, len(line)))
            lines[at] = line[:place] + data.draw(LEAVES) + line[place:]
        else:
            lines[at] = line[: data.draw(st.integers(0, len(line)))]
    _is_sound("\n".join(lines).encode("utf-8", "surrogatepass"), templates)
