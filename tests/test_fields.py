"""No field is forgotten: a word of its own in every field is found in the document, or is a finding there.

It holds for every kind that a template makes, and no list says which fields a kind prints.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
import yaml

from document_dump import dump
from namndkit.pipeline import Checked, Defaults, Renderer, check, paper_for
from namndkit.source import read
from namndkit.values.amount import Amount
from namndkit.values.case.part import Part
from namndkit.values.case.scalars import Count, Datum, Year
from namndkit.values.node import Mapping, Node, Sequence
from namndkit.word import read_look, write

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "templates", ROOT / "templates" / "tjansteutlatande")
RENDERERS = {folder.name: Renderer(folder) for folder in FOLDERS}
KINDS = [
    pytest.param(folder, kind.name, id=f"{folder}-{kind.ending}")
    for folder, renderer in RENDERERS.items()
    for kind in renderer.templates.form.kinds
]
LOOK = read_look(ROOT / "templates" / "utseende.docx").value


class Words:
    """Fills a model with values that are found nowhere else; ``written`` is path → what to find."""

    def __init__(self) -> None:
        self.numbers = count(1)
        self.written: list[tuple[str, str]] = []

    def part(self, model: type[Part], path: str = "", depth: int = 0) -> dict[str, Any]:
        fields = {}
        for name, field in model.model_fields.items():
            inner, many = _unwrap(field.annotation)
            where = f"{path}.{name}".removeprefix(".")
            if name in ("typ", "ordning", "rubriker") or where == "kostnad.rader.år":
                continue  # a row has one year, or several under per_år
            if isinstance(inner, type) and issubclass(inner, Part):
                if inner is model and depth >= 2:
                    continue
                made = [
                    self.part(inner, where, depth + (name == "avsnitt")) for _ in range(1 + many)
                ]
                fields[name] = _per_year(made) if name == "per_år" else made if many else made[0]
            else:
                made = [self.leaf(inner, where, field.metadata) for _ in range(1 + many)]
                fields[name] = made if many else made[0]
        return fields

    def leaf(self, kind: Any, path: str, metadata: list[Any]) -> str:
        number = next(self.numbers)
        value = find = f"Ord{number}x"
        if kind is Amount:
            value, find = f"{number} 000 tkr", f"{number}~000~tkr"
        elif kind is Count:
            value = find = f"{number} st"
        elif kind is Datum:
            value = find = (date(2001, 1, 1) + timedelta(number)).isoformat()
        elif kind is Year:
            value = find = str(1900 + number)
        elif kind is bool:
            value, find = "ja" if path == "visa_titel" else "nej", "-"
        elif kind is str:
            value, find = _choice(path), "-"
        elif path == "kostnad.rader.insats":
            value, find = "1", "-"
        elif path == "ställningstagande":
            value = find = "avstyrker"
        elif path.endswith("andel"):
            value = find = f"{number} %"
        elif path.endswith("paragraf"):
            value, find = str(number), f"§~{number}"
        if path == "kostnad.summa":
            find = "-"
        self.written.append((path, find))
        return value


def _choice(path: str) -> str:
    """A word of the closed set; the case is decided so that date and § are printed."""
    words = {"läge": "beslutat", "stil": "att-satser", "visa": "punkter", "enhet": "kr"}
    words |= {"slag": "investering", "varaktighet": "engångs"}
    return words.get(path.rpartition(".")[2], "avslås")


def _per_year(parts: list[dict[str, Any]]) -> dict[str, str]:
    return {part["år"]: part["belopp"] for part in parts}


def _unwrap(annotation: Any) -> tuple[Any, bool]:
    """The type inside ``X | None``, ``Annotated`` and ``tuple[X, ...]``, and whether it is a list."""
    many = False
    while get_origin(annotation) is not None:
        inside = [part for part in get_args(annotation) if part is not types.NoneType]
        many = many or get_origin(annotation) is tuple
        annotation = inside[0]
    return annotation, many


def filled(renderer: Renderer, kind: str, words: Words) -> tuple[Checked, bytes]:
    """A case of ``kind`` with every field that the folder's format has, and its YAML."""
    fields = {"typ": kind, **words.part(renderer.templates.form.model)}
    data = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10**6).encode()
    return check(data, "fall.yaml", Path(), Defaults(), renderer.templates), data


def document(renderer: Renderer, checked: Checked, kind: str) -> bytes:
    """The document of ``kind``, whatever is found in the case."""
    found: list[Any] = []
    paper = paper_for(checked, kind)
    assert paper is not None
    made = renderer.document(paper, draft=True, findings=found)
    assert found == []
    assert made is not None
    assert LOOK is not None
    return write(made, LOOK)


def unprinted(checked: Checked, data: bytes) -> set[str]:
    """The paths below which a finding says that nothing is printed."""
    source = read(data, "fall.yaml", Path()).value
    assert source is not None
    assert source.root is not None
    places = {(one.line, one.column): path for one, path in _places(source.root, "")}
    told = [one.position for one in checked.diagnostics if one.code == "NK244"]
    return {places[one.line, one.column] for one in told}


def _places(node: Node, path: str) -> Iterator[tuple[Any, str]]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield item.position, path
            yield from _places(item, path)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            below = f"{path}.{entry.key.text}".removeprefix(".")
            yield entry.value.position, below
            yield entry.key.position, below
            yield from _places(entry.value, below)


def covered(path: str, paths: set[str]) -> bool:
    """True when ``path`` or what holds it is one of ``paths``."""
    return any(path == one or path.startswith(f"{one}.") for one in paths)


@cache
def _made(folder: str, kind: str) -> tuple[list[tuple[str, str]], str, set[str]]:
    renderer, words = RENDERERS[folder], Words()
    checked, data = filled(renderer, kind, words)
    text = dump(document(renderer, checked, kind)).casefold()
    return words.written, text, unprinted(checked, data)


@pytest.mark.parametrize(("folder", "kind"), KINDS)
def test_every_field_is_printed_or_is_a_finding(folder: str, kind: str) -> None:
    written, text, told = _made(folder, kind)
    assert len(written) > 150
    for path, find in written:
        if find != "-":
            assert find.casefold() in text or covered(path, told), (path, find)


@pytest.mark.parametrize(("folder", "kind"), KINDS)
def test_nothing_that_is_printed_is_told_as_unprinted(folder: str, kind: str) -> None:
    written, text, told = _made(folder, kind)
    words = [(path, find) for path, find in written if find.startswith("Ord")]
    assert len(words) > 100
    for path, find in words:
        assert not (find.casefold() in text and covered(path, told)), (path, find)


@pytest.mark.parametrize(("folder", "kind"), KINDS)
def test_each_kind_prints_most_of_what_it_asks_for(folder: str, kind: str) -> None:
    """Or the two above would hold of a template that prints nothing."""
    written, text, told = _made(folder, kind)
    printed = [path for path, find in written if find != "-" and find.casefold() in text]
    assert len(printed) > 15
    assert "titel" in printed
    assert not covered("titel", told)
