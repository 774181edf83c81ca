"""The JSON Schema and the validator agree, on every case and on every bad file about the form."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from conftest import CASES, ROOT, read
from namndkit.pipeline import check, own_templates
from namndkit.schema import case_schema
from namndkit.values.case.part import Part, walk

FORM_OF_CASES = own_templates().form
SCHEMA = case_schema(FORM_OF_CASES)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
BAD = sorted((ROOT / "tests" / "errors").glob("*.yaml"))
FORM = ("NK105", "NK106", "NK107", "NK108")
"""Unknown keys, missing keys, wrong types and wrong choices: both must catch them."""


MEANING = ("inga-i-en-text", "ordning-och-rubriker")
"""Bad files whose words are texts like any other to a schema."""


class Editor(yaml.SafeLoader):
    """YAML 1.2's core types, as an editor's language server reads them."""


Editor.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))
Editor.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node))
)


def _plain(value: Any) -> Any:
    """Keys as text, as JSON has them."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _rejects(text: str) -> bool:
    return not VALIDATOR.is_valid(_plain(yaml.load(text, Editor)))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(case_schema(FORM_OF_CASES, english=True))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_case_is_valid(path: Path) -> None:
    data = _plain(yaml.load(path.read_text(encoding="utf-8"), Editor))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


def _readable() -> list[Path]:
    """The bad files that YAML can read: the schema sees no others."""
    found = []
    for path in BAD:
        try:
            if isinstance(yaml.load(path.read_text(encoding="utf-8-sig"), Editor), dict):
                found.append(path)
        except (yaml.YAMLError, ValueError, RecursionError):
            continue
    return found


def test_schema_and_validator_agree_on_the_form_of_every_bad_file() -> None:
    files = _readable()
    assert len(files) > 30
    caught = 0
    for path in files:
        found = {one.code for one in check(path.read_bytes(), path.name, path.parent).diagnostics}
        rejected = _rejects(path.read_text(encoding="utf-8-sig"))
        if found & set(FORM) and path.stem not in MEANING:
            caught += 1
            assert rejected, f"{path.name}: the validator finds {found}, the schema nothing"
        if rejected:
            assert found, f"{path.name}: the schema rejects what the validator is silent about"
    assert caught >= 10


@pytest.mark.parametrize(
    ("line", "rejected"),
    [
        ("titel: 06123", False),
        ("titel: ja", False),
        ("titel: true", False),
        ("visa_titel: nej", False),
        ("visa_titel: true", False),
        ("visa_titel: kanske", True),
        ("bakgrund: text", False),
        ("bilagor: en", False),
        ("bilagor: [en, två]", False),
        ("bilagor: {en: två}", True),
        ("reservationer: inga", False),
        ("reservationer: Två lämnas in senare.", False),
        ("reservationer: ja", True),
        ("reservationer: true", True),
        ("protokollsanteckningar: {läge: Ja}", True),
        ("reservationer: [{av: Ada}]", False),
        ("reservationer: [{text: x}]", False),
        ("handläggare: Ada Ek", False),
        ("handläggare: {namn: Ada Ek, roll: x}", True),
        ("undertecknare: Ada Ek", False),
        ("datum: 2026-03-02", False),
        ("datum: i går", True),
        ("yrkanden: [{text: T, svar: S, förslag: bifalls}]", False),
        ("yrkanden: [{text: T, svar: S, förslag: kanske}]", True),
        ("sammanfattning: {fil: ../x.md}", False),
        ("sammanfattning:", False),
        ("Titel: T", True),
        ("namnd: n", True),
    ],
)
def test_what_the_schema_rejects_the_validator_tells(line: str, rejected: bool) -> None:
    lines = ["typ: yttrande", "titel: T", "nämnd: servicenämnden", "yttrande: Text."]
    key = line.partition(":")[0]
    text = "\n".join([one for one in lines if one.partition(":")[0] != key.lower()] + [line]) + "\n"
    assert _rejects(text) is rejected
    if rejected:
        assert read(text).diagnostics


def test_english_schema_takes_an_english_case() -> None:
    english = jsonschema.Draft202012Validator(case_schema(FORM_OF_CASES, english=True))
    case = {"kind": "yttrande", "title": "T", "board": "n", "statement": "Text."}
    assert english.is_valid(case)
    assert not english.is_valid({**case, "nämnd": "n"})
    assert not VALIDATOR.is_valid(case)


def test_every_field_of_every_part_is_described_in_the_schema() -> None:
    described = {
        (name, field)
        for name, schema in SCHEMA["$defs"].items()
        for field, inner in schema.get("properties", {}).items()
        if inner.get("description")
    }
    described |= {
        ("Case", name) for name, one in SCHEMA["properties"].items() if one.get("description")
    }
    for path in CASES:
        case = check(path.read_bytes(), path.name, path.parent).case
        assert case is not None
        for part in (one for _path, one in walk(case) if isinstance(one, Part)):
            for field in type(part).model_fields:
                if type(part).__name__ not in ("Årsbelopp", "Rubrik"):  # pairs, keys of any name
                    assert (type(part).__name__, field) in described
    assert {kind.name for kind in FORM_OF_CASES.kinds} <= SCHEMA["properties"].keys()
