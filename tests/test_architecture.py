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


OPENING = {
    *(
        "open",
        "fdopen",
        "read_bytes",
        "read_text",
        "copyfile",
        "copy2",
        "loadtxt",
        "FileSystemLoader",
    ),
    *("rglob", "glob", "iglob", "iterdir", "scandir", "walk", "listdir", "stat", "lstat"),
    *(
        "exists",
        "lexists",
        "isfile",
        "isdir",
        "islink",
        "is_file",
        "is_dir",
        "is_symlink",
        "is_mount",
    ),
    *("resolve", "realpath", "relpath", "samefile", "commonpath", "abspath", "absolute", "cwd"),
}
"""What opens a path, looks at what it is, follows its links, or makes another of it."""
OWN: dict[str, tuple[set[str], str]] = {
    "cli/starter.py": ({"read_text"}, "the package's own starters"),
    "cli/completion.py": ({"read_text"}, "the shell's own file, which Typer has just written"),
    "pipeline/proofreading.py": ({"read_text"}, "the package's own sample"),
    "pdf/convert.py": ({"exists", "read_bytes"}, "the folder that LibreOffice was given"),
    "report/outlet.py": ({"open"}, "the null device in place of a closed standard stream"),
    "word/archive.py": ({"open"}, "a part of an archive in memory"),
    "wording/folder.py": ({"resolve"}, "the package's own folder"),
    "word/finished/opening.py": ({"is_dir"}, "parts of an archive in memory"),
}
"""Who does it of what nobody has named, and what that is."""


def _opening(node: ast.AST) -> str:
    """What of ``OPENING`` the ``node`` is; empty when it is none."""
    if isinstance(node, ast.Attribute) and node.attr in OPENING:
        own = isinstance(node.value, ast.Name) and node.value.id == "disk"
        walked = (
            node.attr == "walk" and ast.unparse(node.value) != "os"
        )  # a walk through something else
        return "" if own or walked else node.attr
    bare = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    name = node.func.id if bare else ""  # type: ignore[attr-defined]  # bare says so
    return name if name in ("open", "FileSystemLoader") else ""


def test_only_disk_opens_or_looks_at_what_is_named() -> None:
    """Elsewhere a pipe is waited for, a device read without end, and another drive is a ValueError."""
    used: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).as_posix()
        if not room.startswith("disk/"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if name := _opening(node):
                    used.setdefault(room, set()).add(name)
    assert used == {room: names for room, (names, _reason) in OWN.items()}


def test_archives_are_opened_in_memory_only() -> None:
    """``ZipFile(path)`` and ``Document(path)`` open what they are given themselves.

    What somebody else has packed is opened in one place, which counts what it holds.
    """
    found: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in (
                "ZipFile",
                "Document",
            ):
                found.add(path.name)
                given = ast.unparse(node.args[0])
                assert given.startswith("io.BytesIO(") or given == "buffer", f"{path}: {given}"
    assert found == {"archive.py", "package.py", "look.py"}


def test_modules_stay_small_and_have_docstrings() -> None:
    files = sorted(PACKAGE.rglob("*.py"))
    assert len(files) > 40
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert ast.get_docstring(ast.parse(text)), f"{path} has no docstring"
        assert text.count("\n") <= 260, f"{path} has grown: what second thing moved in?"
