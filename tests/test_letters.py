"""The property: every letter of every field stands in the document, as typed, or a finding refused it."""

from __future__ import annotations

import html
import re
import zipfile
from io import BytesIO
from itertools import cycle
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from namndkit.pipeline import Checked, Renderer, own_templates, paper_for
from namndkit.values.diagnostic import Severity
from namndkit.values.text import LongText, Text
from test_fields import ROOT, Words, covered, document, filled, unprinted

KINDS = own_templates().form.names
TYPED = (
    *("()", "(", ")", "[a]", "{b}", "<c>", "]", "}", '"', "'", "”", "»", "’", "*", "**", "_", "__"),
    *(
        "#",
        "|",
        "\\",
        "`",
        "~",
        "&amp;",
        "&",
        "<b>",
        ":::",
        ": ",
        "- ",
        "+ ",
        "> ",
        "1. ",
        "§ ",
        "!",
    ),
    *(
        "{{ x }}",
        "{% y %}",
        "[[z]]",
        "@",
        "%",
        "$",
        "^",
        "=",
        "–",
        "…",
        "\t",
        "\n",
        "\u00a0",
        "\u00ad",
    ),
    *(
        "a\u030a",
        "e\u0301",
        "ﬁ",
        "ß",
        "ŉ",
        "İ",
        "ı",
        "å",
        "Ö",
        "é",
        "Ж",
        "ñ",
        "漢",
        "ع",
        "👩🏽\u200d🏫",
        "½",
        "²",
    ),
    *("S (ersättare)", "att", "AB", "x\u200by", ",", "; ", "?", "/", "...", "0", "12 kr", "  "),
)
"""What people and programs put into texts."""
NO_TEXT = (
    "\r",
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "\u2029",
    "\x1b[31m",
    "\x00",
    "\x7f",
    "\x9b",
    "\u202e",
)
NO_TEXT += ("\u2066", "\ufffd", "\ue001", "\uf0fc", "\ufffe", "\ufdd0", "\ufff9", "NÃ¤mnden")
"""What no document can hold, or nobody means."""
PLAIN = st.lists(st.sampled_from(TYPED), max_size=4).map("".join)
HARMED = st.builds("".join, st.tuples(PLAIN, st.sampled_from(NO_TEXT), PLAIN))
_NUMBER = re.compile(r"^[ \t>+-]*1\. ", re.MULTILINE)
RENDERER = Renderer(ROOT / "templates")


class Typed(Words):
    """As ``Words``, with something of ``pieces`` inside each text."""

    def __init__(self, pieces: list[str]) -> None:
        super().__init__()
        self.pieces = cycle(pieces)
        self.texts: list[tuple[str, str]] = []

    def leaf(self, kind: Any, path: str, metadata: list[Any]) -> str:
        word = super().leaf(kind, path, metadata)
        if path == "visa_titel":
            return "ja"
        if kind not in (Text, LongText) or not word.startswith("Ord"):
            return word
        typed = f"{next(self.pieces)}{word}{next(self.pieces)}"
        self.texts.append((path, typed))
        return typed


def _read(kind: str, pieces: list[str]) -> tuple[Checked, bytes, list[tuple[str, str]]]:
    """A case of every field and its YAML, with what was typed in each text."""
    words = Typed(pieces)
    checked, data = filled(RENDERER, kind, words)
    return checked, data, words.texts


def _document(checked: Checked, kind: str) -> str:
    with zipfile.ZipFile(BytesIO(document(RENDERER, checked, kind))) as archive:
        names = [name for name in archive.namelist() if re.match(r"word/(doc|head|foot)", name)]
        xml = "".join(archive.read(name).decode() for name in sorted(names))
    return "".join(map(html.unescape, re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)))


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _signs(text: str) -> str:
    return "".join(char for char in text.casefold() if not char.isspace())


@pytest.mark.parametrize("kind", KINDS)
@given(pieces=st.lists(PLAIN, min_size=1, max_size=40))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_letter_of_every_field_stands_in_the_document(kind: str, pieces: list[str]) -> None:
    checked, data, texts = _read(kind, pieces)
    paper = paper_for(checked, kind)
    if paper is None or paper.worded is None:
        assert any(one.severity is Severity.ERROR for one in checked.diagnostics)
        return
    told = unprinted(checked, data)
    printed = _document(checked, kind)
    letters, signs = _letters(printed), _signs(printed)
    for path, typed in texts:
        if covered(path, told) or path.endswith("insats"):
            continue
        if _is_long(paper.case, path):  # Word counts the items of a list
            assert _letters(_NUMBER.sub("", typed)) in letters, (path, typed)
        else:
            assert _letters(typed) in letters, (path, typed)
            assert _signs(typed.strip()) in signs, (path, typed)


@pytest.mark.parametrize("piece", TYPED)
def test_what_people_type_is_refused_only_as_marks_round_the_whole(piece: str) -> None:
    """Or the property above would hold of nothing."""
    checked, _, _ = _read("yttrande", [piece])
    form = {one.code for one in checked.diagnostics if one.severity is Severity.ERROR}
    refused = {code for code in form if code.startswith("NK1")}
    assert refused == ({"NK125"} if piece in ("”", "»", "’") else set())


def _is_long(case: Any, path: str) -> bool:
    names = path.split(".")
    return any(
        isinstance(value, LongText) and [one for one in where if isinstance(one, str)] == names
        for where, value in case.blad
    )


@pytest.mark.parametrize("kind", KINDS)
@given(harm=HARMED, at=st.integers(0, 40))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_no_document_can_hold_is_told_in_every_field(kind: str, harm: str, at: int) -> None:
    pieces = [""] * 41
    pieces[at] = harm
    checked, _, _ = _read(kind, pieces)
    assert [one for one in checked.diagnostics if one.code.startswith(("NK1", "NK2"))] != []


@pytest.mark.parametrize("party", ["S", "(S)", "S (ersättare)", "(S) (V)", "S)", "(", "()"])
def test_a_party_stands_as_typed(party: str) -> None:
    from namndkit.wording.filters import med_parti

    written = med_parti("Ada Ek", party)
    assert written == f"Ada Ek\u00a0{party if party in ('(S)', '()') else f'({party})'}"
