"""schema: the models → a JSON Schema (draft 2020-12) for editors, with Swedish descriptions."""

from __future__ import annotations

from typing import Any

from pydantic.fields import FieldInfo

from namndkit.values.case.glossary import ENGLISH
from namndkit.values.case.kostnad import Årsbelopp
from namndkit.values.case.part import NONE, Part
from namndkit.values.case.rubriker import Rubrik
from namndkit.values.case.scalars import TEXT, YEAR
from namndkit.values.case.shape import Shape, shape
from namndkit.values.kind import Format

Schema = dict[str, Any]
_FILE: Schema = {
    "type": "object",
    "properties": {"fil": {"type": "string", "description": "En fil i ärendets mapp."}},
    "required": ["fil"],
    "additionalProperties": False,
}


_YES_NO = ("ja", "yes", "true", True, "nej", "no", "false", False)


def case_schema(form: Format, *, english: bool = False) -> Schema:
    """The schema of a case in the format ``form``; with ``english`` its keys are the glossary's English words."""
    maker = _Maker(english=english)
    whole = maker.object_of(form.model)
    typ = maker.key("typ", form.model)
    names = [name for kind in form.kinds for name in (kind.name, *kind.english)]
    told = "; ".join(f"{kind.name}: {kind.description}" for kind in form.kinds)
    properties = {**whole["properties"], typ: {"enum": names, "description": told}}
    own = {
        "type": "object",
        "properties": {name: one for name, one in properties.items() if name != typ},
        "additionalProperties": False,
    }
    for kind in form.kinds:
        about = f"Det som bara gäller ärendets {kind.name}. {kind.description}"
        taken: list[Schema] = [{"$ref": "#/$defs/Dokument"}, {"enum": [*_YES_NO]}]
        field = properties.get(kind.name)
        taken += (
            [{name: one for name, one in field.items() if name != "description"}] if field else []
        )
        properties[kind.name] = {"description": about, "anyOf": taken}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Ärende för namndkit",
        "type": "object",
        "properties": properties,
        "required": [typ],
        "additionalProperties": False,
        "$defs": {**maker.definitions, "Dokument": own},
    }


class _Maker:
    """Makes schemas of parts, each once, under its name in ``definitions``."""

    def __init__(self, *, english: bool) -> None:
        self.english = english
        self.definitions: dict[str, Schema] = {"Fil": _FILE}

    def part(self, part: type[Part]) -> Schema:
        """A reference to the schema of ``part``."""
        name = part.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.object_of(part)
        return {"$ref": f"#/$defs/{name}"}

    def key(self, field: str, part: type[Part]) -> str:
        """The name of ``field`` of ``part`` in the language asked for."""
        if not self.english:
            return field
        fields = part.model_fields
        for word, meanings in ENGLISH.items():
            if next((name for name in meanings if name in fields), None) == field:
                return word
        return field

    def object_of(self, part: type[Part]) -> Schema:
        """The schema of ``part`` itself."""
        fields = part.model_fields
        return {
            "type": "object",
            "properties": {
                self.key(name, part): self._field(field) for name, field in fields.items()
            },
            "required": [
                self.key(name, part) for name, field in fields.items() if field.is_required()
            ],
            "additionalProperties": False,
        }

    def _field(self, field: FieldInfo) -> Schema:
        taken = self._taken(shape(field))
        if not field.is_required():
            taken.append({"type": "null"})
        schema: Schema = taken[0] if len(taken) == 1 else {"anyOf": taken}
        return {"description": field.description or "", **schema}

    def _taken(self, of: Shape) -> list[Schema]:
        """Everything that a value may be: the value itself, its short forms, a list of it, none."""
        if of.part is Årsbelopp:
            return [self._years()]
        if of.part is Rubrik:
            return [{"type": "object", "additionalProperties": TEXT}]
        one = self._one(of)
        if not of.many:
            return one
        item: Schema = one[0] if len(one) == 1 else {"anyOf": one}
        none: list[Schema] = [{"const": NONE}] if of.part else []
        return [*one, {"type": "array", "items": item}, *none]

    def _one(self, of: Shape) -> list[Schema]:
        if of.part is None:
            leaf = dict(of.leaf.schema if of.leaf else TEXT)
            from_file: list[Schema] = [{"$ref": "#/$defs/Fil"}]
            return [leaf, *(from_file if leaf.get("type") == TEXT["type"] else [])]
        short = [
            schema
            for name in dict.fromkeys(of.part.short.values())
            for schema in self._taken(shape(of.part.model_fields[name]))
        ]
        return [self.part(of.part), *short]

    def _years(self) -> Schema:
        amount = shape(Årsbelopp.model_fields["belopp"]).leaf
        return {
            "type": "object",
            "patternProperties": {YEAR: amount.schema if amount else TEXT},
            "additionalProperties": False,
        }
