"""The table of imports in the design: who may know whom, and who may know which library."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "namndkit"
STAGES = {"source", "case", "budget", "checks", "wording", "markup", "word", "pdf"}

ALLOWED: dict[str, set[str]] = {
    "values": {"values"},
    # What a person or a folder names is opened in one place, so every stage that takes a path may use it.
    "disk": {"disk", "values"},
    **{stage: {stage, "disk", "values"} for stage in STAGES},
    "pipeline": {"pipeline", "disk", "values", "__version__", *STAGES},
    "rules": {"rules", "values"},
    "schema": {"schema", "values"},
    "report": {"report", "rules", "disk", "values", "__version__"},
    "cli": {"cli", "pipeline", "report", "rules", "schema", "disk", "values"},
    "__init__": set(),
    "__main__": {"cli"},
}

LIBRARIES: dict[str, set[str]] = {
    "yaml": {"source"},
    "jinja2": {"wording"},
    "markupsafe": {"wording"},
    "markdown_it": {"markup"},
    "docx": {"word"},
    "lxml": {"word"},
    "rich": {"report", "cli"},
    "typer": {"cli"},
    "pydantic": {"values", "case", "schema"},
    "pydantic_core": {"values", "case"},
}


def _imports() -> list[tuple[Path, str, str]]:
    """(file, the room it lies in, what it imports)."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found += [(path, room, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.append((path, room, node.module))
    return found


def test_rooms_import_only_what_the_design_allows() -> None:
    inner = [
        (path, room, name.split("."))
        for path, room, name in _imports()
        if name.startswith("namndkit.")
    ]
    assert len(inner) > 100
    assert {room for _, room, _ in inner} >= STAGES
    for path, room, parts in inner:
        assert parts[1] in ALLOWED[room], f"{path} imports {'.'.join(parts)}"


def test_each_library_is_known_in_its_own_room_only() -> None:
    outer = [(path, room, name.split(".")[0]) for path, room, name in _imports()]
    known = [(path, room, library) for path, room, library in outer if library in LIBRARIES]
    assert {library for _, _, library in known} == LIBRARIES.keys()
    for path, room, library in known:
        assert room in LIBRARIES[library], f"{path} imports {library}"


def test_modules_stay_small_and_have_docstrings() -> None:
    files = sorted(PACKAGE.rglob("*.py"))
    assert len(files) > 40
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert ast.get_docstring(ast.parse(text)), f"{path} has no docstring"
        assert text.count("\n") <= 260, f"{path} has grown: what second thing moved in?"
