"""``namndkit validate``: which files, which findings, in which form, with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from conftest import CASES, ROOT
from namndkit.rules import RULES

GOOD = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\nyttrande: Text.\n"
WARNED = GOOD + "diarienummer: SN 1\n"
HINTED = GOOD.replace("Text.", "Enligt §135.")
BAD = GOOD + "okänd, nyckel: x\n"


def validate(
    *words: str | Path, cwd: Path, stdin: bytes = b"", **env: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "namndkit", "validate", *map(str, words)],
        cwd=cwd,
        input=stdin.decode(),
        encoding="utf-8",
        capture_output=True,
        env={
            **{k: v for k, v in os.environ.items() if k != "GITHUB_ACTIONS"},
            "PYTHONIOENCODING": "utf-8",
            **env,
        },
        timeout=60,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "under" / "djupt").mkdir(parents=True)
    (tmp_path / "under" / "b.yml").write_text(WARNED, encoding="utf-8")
    (tmp_path / "under" / "djupt" / "c.yaml").write_text(HINTED, encoding="utf-8")
    (tmp_path / "namndkit.yaml").touch()
    (tmp_path / ".dold").mkdir()
    (tmp_path / ".dold" / "d.yaml").write_text(BAD, encoding="utf-8")
    (tmp_path / "anteckning.txt").write_text("x", encoding="utf-8")
    return tmp_path


def test_a_folder_is_searched_in_order_without_defaults_and_hidden_folders(folder: Path) -> None:
    done = validate(".", "--format", "concise", cwd=folder)
    assert done.returncode == 0
    found = [line.split(" ")[:3] for line in done.stdout.splitlines()]
    assert found == [
        ["under/b.yml:5:15:", "NK223", "varning"],
        ["under/djupt/c.yaml:4:18:", "NK230", "tips"],
    ]
    assert "1 varning, 1 tips i 2 av 3 filer." in validate(".", cwd=folder).stdout
    assert validate("a.yaml", cwd=folder).stdout == "Inga fynd i 1 fil.\n"


def test_exit_codes(folder: Path) -> None:
    (folder / "e.yaml").write_text(BAD, encoding="utf-8")
    assert validate("a.yaml", cwd=folder).returncode == 0
    assert validate("under", cwd=folder).returncode == 0
    assert validate("under", "--strict", cwd=folder).returncode == 1
    assert validate("under/djupt", "--strict", cwd=folder).returncode == 0
    assert validate("e.yaml", cwd=folder).returncode == 1
    assert validate("e.yaml", "--ignore", "NK105", cwd=folder).returncode == 0
    assert validate("e.yaml", "--select", "NK2,NK3", cwd=folder).returncode == 0
    assert validate("e.yaml", "--select", "NK1", cwd=folder).returncode == 1


def test_every_file_is_tried_when_one_cannot_be_read(folder: Path) -> None:
    done = validate("finns-inte.yaml", "under/b.yml", "--format", "concise", cwd=folder)
    assert done.returncode == 2
    assert ["NK501" in done.stdout, "NK223" in done.stdout] == [True, True]


@pytest.mark.parametrize(
    "words", [["--format", "xml"], ["--select", "NK999"], ["--ignore", "AB1"], ["--strikt"]]
)
def test_wrong_use_is_told_in_swedish(folder: Path, words: list[str]) -> None:
    done = validate("a.yaml", *words, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("fel: ")
    assert "hjälp: " in done.stderr


def test_a_case_without_typ_is_an_error_never_skipped(folder: Path) -> None:
    (folder / "a.yaml").write_text("titel: T\n", encoding="utf-8")
    done = validate(".", "--format", "concise", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.startswith("a.yaml:1:1: NK106 fel Nyckeln ”typ” saknas")


def test_standard_input_has_the_name_it_is_given(folder: Path) -> None:
    done = validate(
        "-", "--stdin-filename", "nytt.yaml", "--format", "concise", cwd=folder, stdin=BAD.encode()
    )
    assert done.stdout.startswith("nytt.yaml:5:1: NK105 fel ")


def test_json_has_places_hints_and_fixes(folder: Path) -> None:
    report = json.loads(validate("under", "--format", "json", cwd=folder).stdout)
    assert (report["version"], report["files"]) == (1, 2)
    warned, hinted = report["findings"]
    assert (warned["code"], warned["severity"], warned["fix"]) == ("NK223", "warning", [])
    assert [warned[key] for key in ("path", "line", "column", "end_line", "end_column")] == [
        "under/b.yml",
        *(5, 15, 5, 19),
    ]
    assert hinted["fix"] == [
        {
            "path": "under/djupt/c.yaml",
            "line": 4,
            "column": 18,
            "end_line": 4,
            "end_column": 19,
            "text": "§ ",
        }
    ]
    assert hinted["hint"]


def test_github_annotations_come_in_addition_and_are_escaped(folder: Path) -> None:
    (folder / "e,1.yaml").write_text(BAD, encoding="utf-8")
    plain = validate("e,1.yaml", cwd=folder).stdout
    for done in (
        validate("e,1.yaml", "--format", "github", cwd=folder),
        validate("e,1.yaml", cwd=folder, GITHUB_ACTIONS="true"),
    ):
        assert done.stdout.startswith(plain)
        (line,) = done.stdout.removeprefix(plain).splitlines()
        place = "file=e%2C1.yaml,line=5,endLine=5,col=1,endColumn=14,title=NK105"
        assert line.startswith(f"::error {place}::Nyckeln ”okänd, nyckel” finns inte här.")


SARIF = {
    # Of SARIF 2.1.0 what we write, with nothing beside it.
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
                                },
                            }
                        },
                    },
                    "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "message": {
            "type": "object",
            "required": ["text"],
            "additionalProperties": False,
            "properties": {"text": {"type": "string", "minLength": 1}},
        },
        "level": {"enum": ["none", "note", "warning", "error"]},
        "rule": {
            "type": "object",
            "required": ["id"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string"},
                "shortDescription": {"$ref": "#/$defs/message"},
                "fullDescription": {"$ref": "#/$defs/message"},
                "defaultConfiguration": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"level": {"$ref": "#/$defs/level"}},
                },
            },
        },
        "location": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "message": {"$ref": "#/$defs/message"},
                "physicalLocation": {
                    "type": "object",
                    "required": ["artifactLocation"],
                    "additionalProperties": False,
                    "properties": {
                        "artifactLocation": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {"uri": {"type": "string", "pattern": r"^[^\s\\]+$"}},
                        },
                        "region": {
                            "type": "object",
                            "additionalProperties": False,
                            "properties": {
                                key: {"type": "integer", "minimum": 1}
                                for key in ("startLine", "startColumn", "endLine", "endColumn")
                            },
                        },
                    },
                },
            },
        },
        "result": {
            "type": "object",
            "required": ["message"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"type": "string"},
                "ruleIndex": {"type": "integer", "minimum": 0},
                "level": {"$ref": "#/$defs/level"},
                "message": {"$ref": "#/$defs/message"},
                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
                "relatedLocations": {
                    "type": "array",
                    "uniqueItems": True,
                    "items": {"$ref": "#/$defs/location"},
                },
            },
        },
    },
}


def test_sarif_is_sarif() -> None:
    done = validate("errors", "near_misses", "--format", "sarif", cwd=ROOT / "tests")
    log = json.loads(done.stdout)
    jsonschema.validate(log, SARIF)
    run = log["runs"][0]
    assert len(run["results"]) > 100
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_explain_prints_and_lists() -> None:
    def explain(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "namndkit", "explain", *words],
            encoding="utf-8",
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            timeout=60,
            check=False,
        )

    assert explain("nk105").stdout.startswith(
        "NK105 (fel): Nyckeln finns inte.\n\nNyckeln är felstavad"
    )
    assert [line.split()[0] for line in explain().stdout.splitlines()] == list(RULES)
    unknown = explain("NK109x")
    assert (unknown.returncode, unknown.stderr.splitlines()[1]) == (2, "hjälp: Menade du NK109?")


FIXABLE = (
    "\ufeff# en kommentar\r\ntyp:   yttrande\r\nTitel: 'T'\r\nnämnd: \"servicenämnden\" # vår\r\n"
    'yttrande: |\r\n  Enligt §135 och 6 kap 35 § kostar  det 1500 tkr.\r\n\r\n  "God" 2025-2026, 6 % från 1/2-2025.\r\n'
    'besvarar: "frågan \\"varför\\" i §3"\r\n'
)
FIXED = (
    "\ufeff# en kommentar\r\ntyp:   yttrande\r\ntitel: 'T'\r\nnämnd: \"servicenämnden\" # vår\r\n"
    "yttrande: |\r\n  Enligt § 135 och 6 kap. 35 § kostar det 1 500 tkr.\r\n\r\n  ”God” 2025–2026, 6 procent från 1/2-2025.\r\n"
    'besvarar: "frågan ”varför” i § 3"\r\n'
)


def test_fix_edits_exactly_those_characters(folder: Path) -> None:
    file = folder / "f.yaml"
    file.write_bytes(FIXABLE.encode())
    shown = validate("f.yaml", "--diff", cwd=folder)
    assert shown.returncode == 1
    assert "+  Enligt § 135 och 6 kap. 35 § kostar det 1 500 tkr." in shown.stdout
    assert file.read_bytes() == FIXABLE.encode()
    done = validate("f.yaml", "--fix", "--format", "concise", cwd=folder)
    assert file.read_bytes().decode() == FIXED
    assert done.stderr == "Rättade 10 ställen i f.yaml.\n"
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["NK232"]
    assert validate("f.yaml", "--diff", cwd=folder).stdout == ""


def test_diff_shows_the_errors_that_no_fix_mends(folder: Path) -> None:
    case = "typ: yttrande\ntitel: a: b\ntill: c\ntill: d\n"
    (folder / "trasig.yaml").write_text(case.replace("a: b", "a"), encoding="utf-8")
    done = validate("trasig.yaml", "--diff", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "fel NK104" in done.stderr
    (folder / "trasig.yaml").write_text(case, encoding="utf-8")
    done = validate("trasig.yaml", "--diff", cwd=folder)
    assert done.returncode == 1
    assert '-titel: a: b\n+titel: "a: b"\n' in done.stdout
    missing = validate("finns-inte.yaml", "--diff", cwd=folder)
    assert missing.returncode == 2
    assert "fel NK501" in missing.stderr


def test_fix_touches_no_file_without_fixes(folder: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*.y*ml")}
    assert validate("a.yaml", "under/b.yml", "--fix", cwd=folder).stderr == ""
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before


def test_no_case_gives_an_error() -> None:
    done = validate(*CASES, "--format", "concise", cwd=ROOT)
    assert done.returncode == 0
    assert {line.split()[1] for line in done.stdout.splitlines()} == {"NK226"}


MENDED = {
    "§135 och": "§ 135 och",
    "4 kap. 2§ lagen": "4 kap. 2 § lagen",
    "6 kap 35 §": "6 kap. 35 §",
    "om 1500 tkr": "om 1 500 tkr",
    "om 460 000kr": "om 460 000 kr",
    "två  ord": "två ord",
    "ökar 6 %.": "ökar 6 procent.",
    "åren 2025-2026.": "åren 2025–2026.",
    "om -21,0 miljoner": "om −21,0 miljoner",
    "e\ufb00ekt och medar\u00adbetare": "effekt och medarbetare",
}


@pytest.mark.parametrize("wrong", MENDED)
@pytest.mark.parametrize(
    "style",
    [
        "yttrande: Det är {}",
        "yttrande: 'Det är {}'",
        'yttrande: "Det är {}"',
        "yttrande: |\n  Det är {}",
    ]
    + ["yttrande: >\n  Det är {}\n  och mer", "yttrande: Det\n  är {}", "yttrande: {{fil: t.md}}"],
)
def test_every_fix_mends_in_every_style_and_once(folder: Path, style: str, wrong: str) -> None:
    from namndkit.pipeline import check, mend

    base = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"
    file = folder / ("t.md" if "fil:" in style else "a.yaml")
    text = f"Det är {wrong}" if "fil:" in style else base + style.format(wrong)
    file.write_text(text, encoding="utf-8")
    case = (base + style.format("")).encode() if "fil:" in style else text.encode()
    found = check(case, "a.yaml", folder).diagnostics
    after, _count = mend(text.encode(), file.name, [*found, *found])
    assert after.decode() == text.replace(wrong, MENDED[wrong])


def test_fix_keeps_mode_and_link_and_refuses_standard_input(folder: Path) -> None:
    real = folder / "riktig.yaml"
    real.write_text(HINTED, encoding="utf-8")
    real.chmod(0o600)
    (folder / "länk.yaml").symlink_to(real)
    validate("länk.yaml", "--fix", cwd=folder)
    assert (folder / "länk.yaml").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o600
    assert "§ 135" in real.read_text(encoding="utf-8")
    refused = validate("-", "--stdin-filename", "riktig.yaml", "--fix", cwd=folder, stdin=b"x")
    assert (refused.returncode, refused.stdout) == (2, "")


def test_a_folder_without_cases_is_no_success(folder: Path) -> None:
    (folder / "tom").mkdir()
    done = validate("tom", cwd=folder)
    assert done.returncode == 2
    assert "NK501: Mappen innehåller inga ärenden" in done.stdout


def test_the_pattern_of_the_diarienummer_is_set_in_the_folders_defaults(folder: Path) -> None:
    (folder / "namndkit.yaml").write_text("diarienummer_mönster: SN 17\n", encoding="utf-8")
    assert validate("under/b.yml", cwd=folder).stdout == "Inga fynd i 1 fil.\n"
    (folder / "under" / "namndkit.yaml").write_text(
        "diarienummermonster: KS 17\n", encoding="utf-8"
    )
    done = validate("under/b.yml", "--format", "concise", cwd=folder)
    assert done.stdout == (
        "under/b.yml:5:15: NK223 varning Diarienumret ”SN 1” har inte den form som namndkit.yaml anger.\n"
    )


def test_a_fault_in_the_defaults_is_told_once_at_its_place(folder: Path) -> None:
    text = "diarienummer_mönster: '[A-Z'\nnämd: x\n"
    (folder / "namndkit.yaml").write_text(text, encoding="utf-8")
    done = validate(".", "--format", "concise", cwd=folder)
    assert done.returncode == 1
    faults = [line for line in done.stdout.splitlines() if line.startswith("namndkit.yaml")]
    assert [line.split()[:2] for line in faults] == [
        ["namndkit.yaml:1:23:", "NK115"],
        ["namndkit.yaml:2:1:", "NK105"],
    ]
