"""A folder that somebody sent is data: its templates read the case's names, write words, and end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jinja2 import Undefined

from conftest import ROOT, read
from namndkit.pipeline import Defaults, Renderer, check, own_templates, templates_in
from namndkit.pipeline.proofreading import proofread
from namndkit.wording.environment import Environment
from namndkit.wording.views import View

SAMPLE = ROOT / "src" / "namndkit" / "pipeline" / "sample" / "allt.yaml"
CASES = [*sorted((ROOT / "cases").glob("*.yaml")), SAMPLE]


def _reachable(environment: Environment, value: object) -> Iterator[tuple[str, object]]:
    """Everything that a template can get at from ``value``, by any name that Python knows of it."""
    if isinstance(value, Mapping):
        for key in value:
            yield f"[{key!r}]", environment.getitem(value, key)
    elif isinstance(value, tuple):
        for place in range(len(value)):
            yield f"[{place}]", environment.getitem(value, place)
    names = {*dir(value), *dir(type(value)), "rad", "namn", "text", "model_fields", "__class__"}
    names |= set(dir(value._whole)) if isinstance(value, View) else set()
    for name in sorted(names):
        for how in (environment.getattr, environment.getitem):
            found = how(value, name)
            if not isinstance(found, Undefined):
                yield f".{name}", found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_nothing_that_a_template_reaches_is_callable_a_type_or_private(path: Path) -> None:
    """Walks every object, from every name of the context."""
    typ = b"typ: yttrande\n" if path == SAMPLE else b""
    checked = check(typ + path.read_bytes(), path.name, path.parent)
    assert checked.papers
    environment = Environment(ROOT / "templates", {})
    functions = environment._functions.values()
    assert set(environment._functions) == {"saknas", "bör", "för_djupt", "rubrik"}
    names: dict[str, object] = dict(environment.globals)
    for paper in checked.papers:
        environment.begin(paper.case)
        context = own_templates()._context(paper.case, paper.budget)
        names |= {f"{paper.kind.ending}:{name}": value for name, value in context.items()}
    waiting = list(names.items())
    walked = 0
    while waiting:
        name, value = waiting.pop()
        walked += 1
        if any(value is one for one in functions):  # what a template can call
            continue
        assert not callable(value), name
        assert not isinstance(value, ModuleType | type), name
        assert not name.rpartition(".")[2].startswith("_"), name
        waiting += [(name + more, below) for more, below in _reachable(environment, value)]
    assert walked >= len(names) > 30


def test_a_view_has_no_attribute_of_its_own() -> None:
    case = read("typ: yttrande\ntitel: T\nnämnd: n\nyttrande: x\n").case
    assert [name for name in dir(View(case)) if not name.startswith("_")] == []


ESCAPES = [
    # Through an object's class, as in every list of template injections.
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ titel.__class__.__base__ }}",
    "{{ titel['__class__'] }}",
    "{{ titel|attr('__class__') }}",
    "{{ [titel]|map(attribute='__class__')|list }}",
    "{{ undertecknare|map(attribute='_whole')|list }}",
    "{{ undertecknare|selectattr('__init__')|list }}",
    "{{ undertecknare|map('attr', '__init__')|list }}",
    "{{ ().__class__.__bases__[0].__subclasses__() }}",
    # Through functions that Jinja2 puts into templates.
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__ }}",
    "{{ range(10) }}",
    "{{ dict(a=1) }}",
    "{{ url_for.__globals__ }}",
    "{{ config.items() }}",
    "{{ request.application.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ environment.loader }}",
    "{{ saknas.__globals__ }}",
    "{{ saknas.__code__ }}",
    # Through a macro, a loop, an imported template or an undefined name.
    "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% macro m() %}{{ caller._func }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% for a in undertecknare %}{{ loop.__init__ }}{% endfor %}",
    "{% for a in undertecknare %}{{ loop.cycle('a') }}{% endfor %}",
    "{% for a in undertecknare %}{{ loop._iterable }}{% endfor %}",
    "{% for a in undertecknare recursive %}{{ loop(undertecknare) }}{% endfor %}",
    "{% import 'gemensamt.md.j2' as g with context %}{{ g._body_stream }}",
    "{% import 'gemensamt.md.j2' as g with context %}{{ g.__name__ }}",
    "{% import 'gemensamt.md.j2' as g with context %}{{ g.__dict__ }}",
    "{{ finns_inte.__class__ }}",
    "{{ finns_inte._undefined_exception }}",
    # Through the formatting of strings.
    "{{ '{0.__class__}'.format(titel) }}",
    "{{ '{0.__class__}'.format_map(titel) }}",
    "{{ titel|format }}",
    "{{ '%s' % titel }}",
    "{{ '%9999999999d' % 1 }}",
    # Through the objects of the case, which a library gave methods.
    "{{ undertecknare[0].parse_raw('x', proto='pickle', allow_pickle=true) }}",
    "{{ undertecknare[0].parse_file('/etc/hostname') }}",
    "{{ undertecknare[0].model_validate_json('{}') }}",
    "{{ undertecknare[0].model_copy() }}",
    "{{ undertecknare[0].node.source }}",
    "{{ undertecknare[0].position.path }}",
    "{{ titel.node }}",
    "{{ datum.day.today() }}",
    "{{ titel.encode() }}",
    "{{ undertecknare.count(1) }}",
    # Through statements that change what is allowed.
    "{% autoescape false %}{{ titel }}{% endautoescape %}",
    "{% extends '../../README.md' %}",
    "{% block a %}{{ super() }}{% endblock %}",
    "{% filter stor %}x{% endfilter %}",
    "{% set x.y = 1 %}",
    "{{ m(*titel) }}",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "templates", tmp_path / "mallar"))


CASE = """
typ: yttrande
titel: Hyllor
nämnd: servicenämnden
datum: 2022-10-14
yttrande: Lång text.
undertecknare: [{roll: Ordförande, namn: Ada Ek, parti: S}, {roll: Sekreterare, namn: Bo Alm}]
bilagor: [a, b, c, d, e, f, g, h, i, j]
"""


def _codes(folder: Path, template: str) -> list[str]:
    (folder / "yttrande.md.j2").write_text(template, encoding="utf-8")
    renderer = Renderer(folder)
    checked = check(CASE.encode(), "fall.yaml", ROOT, Defaults(), renderer.templates)
    rendered = renderer.render(checked)
    assert rendered.data is None, template
    codes = [one.code for one in rendered.diagnostics]
    assert all(one.hint for one in rendered.diagnostics)
    return codes


@pytest.mark.parametrize("template", ESCAPES)
def test_published_escapes_are_findings(folder: Path, template: str) -> None:
    assert set(_codes(folder, template)) <= {"NK402", "NK403", "NK404"}
    assert any(one.code in ("NK402", "NK403", "NK404") for one in proofread(folder).diagnostics)


ENDLESS = [
    # Numbers and texts that grow out of all bounds in one step.
    "{{ 2**3000000000 }}",
    "{{ 'x' * 9999999999 }}",
    "{{ titel * 999999999 }}",
    "{{ ((1,) * 9999999)|length }}",
    "{{ budget.summa|tal('kr', 9999999999) if budget else (titel + titel) }}",
    "{% set a = titel %}" + "{% set a = a + a %}" * 60 + "{{ a }}",
    "{% set a = titel %}" + "{% set a = a ~ a %}" * 60 + "{{ a }}",
    "{% set a %}xxxxxxxxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60 + "{{ a }}",
    "{% set a = [1] %}" + "{% set a = [a, a] %}" * 60 + "{{ a == a }}",
    "{% macro m() %}{% set a = (1, 1) %}{% set b = (1, 1) %}"
    + "{% set a = (a, a) %}{% set b = (b, b) %}" * 40
    + "{{ a == b }}{% endmacro %}{{ m() }}",
    # Loops and macros.
    "{% for a in bilagor %}" * 9 + "x" + "{% endfor %}" * 9,
    "{% for a in bilagor %}" * 9 + "{% endfor %}" * 9,
    "{% for a in bilagor %}" * 7 + "{% set b = a %}" + "{% endfor %}" * 7,
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m0() %}xx{% endmacro %}"
    + "".join(
        f"{{% macro m{n}() %}}{{{{ m{n - 1}() }}}}{{{{ m{n - 1}() }}}}{{% endmacro %}}"
        for n in range(1, 40)
    )
    + "{{ m39() }}",
    "{% macro m() %}{% endmacro %}"
    + "{% for a in bilagor %}" * 7
    + "{{ m() }}"
    + "{% endfor %}" * 7,
    "{% include 'yttrande.md.j2' %}",
    "{% import 'yttrande.md.j2' as g with context %}",
    "{% for a in bilagor %}" * 6 + "{{ yttrande }}" + "{% endfor %}" * 6,
    # Filters: texts that double, one call that takes long, long texts in a loop.
    '{% set x = "xxxxxxxxxxxxxxxxxxxx" %}' + "{% set x = x|med_parti(x) %}" * 60,
    "{% set x %}xxxxxxxxxxxxxxxxxxxx{% endset %}" + "{% set x = x|med_parti(x) %}" * 60,
    '{% set x = "' + "x" * 60_000 + '" %}' + "{% set y = x|stor %}" * 1_000,
    '{% set x = "a' + " " * 90_000 + 'a" %}{{ x|paragraf }}{{ datum }}',
    '{% set x = "'
    + "a-b" * 30_000
    + '" %}'
    + "{% for a in bilagor %}" * 3
    + '{% if x|paragraf == "q" %}{% endif %}'
    + "{% endfor %}" * 3,
    # Numbers that Python cannot write.
    "{{ 0x" + "f" * 5_000 + " }}",
    "{% set x = 0x" + "f" * 5_000 + " %}",
    "{{ 1e99999 }}",
    "{% set x = 1e999 %}",
    "{% if 1e999 %}{% endif %}",
    "{{ 1e999-1e999 }}",
    # What the compiler itself cannot take.
    "{% for a in bilagor %}" * 60 + "{% endfor %}" * 60,
    "{% if titel %}" * 400 + "{% endif %}" * 400,
    "{{ " + "(" * 5000 + "titel" + ")" * 5000 + " }}",
    "{{ " + "not " * 5000 + "titel }}",
    "{{ titel" + "|stor" * 5000 + " }}",
    "{{ titel" + ".a" * 5000 + " }}",
    "{{ 1" + "0" * 50_000 + " }}",
    "{#" * 40_000,
    "{%" * 40_000,
    "{% if" * 19_000,
    "x" * 3_000_000,
]


@pytest.mark.parametrize("template", ENDLESS, ids=range(len(ENDLESS)))
def test_what_has_no_end_is_a_finding(folder: Path, template: str) -> None:
    codes = _codes(folder, template)
    assert set(codes) <= {"NK401", "NK402", "NK403", "NK404", "NK420"}, codes
    proofread(folder)


TORN = [
    "{% set t %}{{ titel }}{% endset %}{% for c in t %}{{ c }}{{ c }}{% endfor %}",
    "{% for c in titel %}{{ c }}{% endfor %}",
    "{% set t %}{{ titel }}{% endset %}{{ t|first }}",
    "{% set t %}{{ titel }}{% endset %}{{ t|list|join }}",
    "{% set t %}{{ titel }}{% endset %}{{ t|map('stor')|join('9') }}",
    "{% set t %}{{ titel }}{% endset %}{{ t[1] }}",
    "{% set t %}{{ titel }}{% endset %}{{ [t, titel]|och }}",
    "{% set t %}{{ titel }}{% endset %}{{ t|utan_att }}",
    "{{ saknas(g.nämnden()) }}",
    "{% macro m() %}{{ titel }}{% endmacro %}{{ saknas(m()) }}",
]


@pytest.mark.parametrize(
    "template",
    [
        "{{ saknas(saknas) }}",
        "{{ saknas(titel) }}",
        "{{ saknas() }}",
        "{{ saknas(1) }}",
        "{{ saknas('a', i=titel) }}",
        "{{ saknas('a', i=undertecknare) }}",
        "{{ saknas('a', i=saknas) }}",
        "{{ saknas('a', j=1) }}",
        "{{ bör(titel) }}",
        "{{ för_djupt('a') }}",
        "{{ för_djupt(undertecknare[0]) }}",
        "{{ rubrik(titel, 'a') }}",
        "{{ rubrik('a', titel) }}",
        "{{ rubrik('a') }}",
        "{{ rubrik('a', rubrik) }}",
        "{{ bör }}",
        "{{ eget }}",
        "{% import 'gemensamt.md.j2' as g with context %}{{ saknas(g.huvud) }}",
        "{% import 'gemensamt.md.j2' as g with context %}{{ saknas(g) }}",
        "{{ saknas|med_parti('S') }}",
        "{{ undertecknare|med_parti('S') }}",
        "{{ [saknas, titel]|och }}",
        "{{ [undertecknare, titel]|join }}",
        "{{ undertecknare[0] }}",
        "{{ saknas }}",
        "{% macro m() %}{% endmacro %}{{ m }}",
        "{{ true }}",
    ],
)
def test_what_is_no_text_is_never_printed(folder: Path, template: str) -> None:
    assert set(_codes(folder, template)) <= {"NK403", "NK404"}


@pytest.mark.parametrize("template", TORN)
def test_what_stands_for_a_value_is_never_torn(folder: Path, template: str) -> None:
    assert set(_codes(folder, template)) <= {"NK403", "NK404", "NK407"}


def test_includes_that_double_are_a_finding(folder: Path) -> None:
    for number in range(30):
        twice = f"{{% include 'm{number + 1}.md.j2' %}}" * 2
        (folder / f"m{number}.md.j2").write_text(twice if number < 29 else "x", encoding="utf-8")
    assert _codes(folder, "{% include 'm0.md.j2' %}") == ["NK420"]


def test_a_large_case_is_within_the_bounds(folder: Path) -> None:
    lines = "".join(
        f"    - {{ändamål: hylla {n}, per_år: {{2026: {n} kr, 2027: 1 tkr}}}}\n"
        for n in range(1, 2000)
    )
    text = (ROOT / "cases" / "forslag-minsta.yaml").read_text(encoding="utf-8")
    text = (
        text.partition("kostnad:")[0] + "kostnad:\n  visa: punkter och tabell\n  rader:\n" + lines
    )
    checked = read(text)
    assert checked.case is not None
    made = templates_in(folder)
    kind = made.form.kind("förslag")
    assert kind is not None
    worded = made.word(checked.case, checked.budget, kind)
    assert worded.value is not None, worded.diagnostics


@pytest.mark.parametrize(
    "name",
    ["../hemligt.j2", "/etc/hostname", "C:\\hemligt.j2", "..\\hemligt.j2", "under/m.j2", "m", ""],
)
def test_a_template_reads_only_its_own_folder(folder: Path, name: str) -> None:
    (folder.parent / "hemligt.j2").write_text("hemligt", encoding="utf-8")
    (folder / "under").mkdir()
    (folder / "under" / "m.j2").write_text("hemligt", encoding="utf-8")
    quoted = name.replace("\\", "\\\\")
    assert _codes(folder, f'{{% include "{quoted}" %}}') == ["NK401"]


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder.parent / "hemligt.j2").write_text("hemligt", encoding="utf-8")
    (folder / "länk.j2").symlink_to(folder.parent / "hemligt.j2")
    (folder / "ring.j2").symlink_to(folder / "ring.j2")
    os.mkfifo(folder / "rör.j2")
    (folder / "mapp.j2").mkdir()
    for name in ("länk", "ring", "rör", "mapp"):
        assert set(_codes(folder, f"{{% include '{name}.j2' %}}")) == {"NK402"}
    told = [one for one in proofread(folder).diagnostics if one.code == "NK402"]
    assert {Path(one.position.path).stem for one in told} == {"länk", "ring", "rör", "mapp"}


def test_a_word_file_that_is_a_link_out_is_not_used(folder: Path) -> None:
    outside = folder.parent / "annans.docx"
    (folder / "utseende.docx").rename(outside)
    (folder / "utseende.docx").symlink_to(outside)
    renderer = Renderer(folder)
    checked = check(CASE.encode(), "fall.yaml", ROOT, Defaults(), renderer.templates)
    for found in (renderer.render(checked).diagnostics, proofread(folder).diagnostics):
        assert [one.code for one in found] == ["NK409"]
        assert "länk ut ur mappen" in found[0].message


@pytest.mark.parametrize(
    ("name", "command"),
    [
        *(("a.yaml", command) for command in ("validate", "render", "show", "budget", "config")),
        *(("namndkit.yaml", command) for command in ("validate", "render", "show", "config")),
    ],
)
def test_a_link_out_of_the_folder_tells_nothing_of_what_it_leads_to(
    tmp_path: Path, name: str, command: str
) -> None:
    secret = tmp_path / "hemligt"
    secret.write_text("root:x:0:0:hemligt\n", encoding="utf-8")
    sent = tmp_path / "mapp"
    sent.mkdir()
    (sent / "a.yaml").write_text(CASE, encoding="utf-8")
    (sent / name).unlink(missing_ok=True)
    (sent / name).symlink_to(secret)
    given = "a.yaml" if command in ("show", "config") else "."
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", command, given],
        cwd=sent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in (1, 2)
    assert "länk ut ur mappen" in done.stdout + done.stderr
    assert "hemligt" not in done.stdout + done.stderr


def test_nothing_is_made_where_a_link_to_nothing_leads(tmp_path: Path) -> None:
    sent = tmp_path / "mapp"
    sent.mkdir()
    (sent / "a.yaml").write_text(CASE, encoding="utf-8")
    (sent / "a.docx").symlink_to(tmp_path / "ny.docx")
    done = subprocess.run(
        [sys.executable, "-m", "namndkit", "render", "a.yaml"],
        cwd=sent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert not (tmp_path / "ny.docx").exists()
    assert (sent / "a.docx").is_symlink()


@pytest.mark.parametrize("where", ["/", "..", "../..", "länk", "mallar/../../.."])
def test_defaults_name_no_folder_outside_their_own(tmp_path: Path, where: str) -> None:
    """NK413, by every command, also for a ``namndkit.yaml`` above the case."""
    inner = tmp_path / "ut" / "ärenden"
    inner.mkdir(parents=True)
    (tmp_path / "ut" / "länk").symlink_to(tmp_path)
    (tmp_path / "ut" / "namndkit.yaml").write_text(f"mallar: {where}\n", encoding="utf-8")
    (inner / "a.yaml").write_text(CASE, encoding="utf-8")
    for command in (
        ["render", "ärenden/a.yaml"],
        ["show", "ärenden/a.yaml"],
        ["templates", "check"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "namndkit", *command],
            cwd=tmp_path / "ut",
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 1, command
        assert "NK413" in done.stdout + done.stderr
        assert "utanför" in done.stdout + done.stderr
    assert not (inner / "a.docx").exists()


def test_a_folder_of_defaults_runs_nothing(tmp_path: Path) -> None:
    """The whole attack, from the command: a case, its namndkit.yaml and a template that was sent along."""
    shutil.copytree(ROOT / "templates", tmp_path / "mallar")
    (tmp_path / "namndkit.yaml").write_text("mallar: mallar\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(CASE, encoding="utf-8")
    marker = tmp_path / "körd"
    pickled = f"cposix\\nsystem\\n(S'touch {marker}'\\ntR."
    call = f'undertecknare[0].parse_raw("{pickled}", proto="pickle", allow_pickle=true)'
    (tmp_path / "mallar" / "yttrande.md.j2").write_text(f"{{{{ {call} }}}}\n", encoding="utf-8")
    for command in ("render", "show"):
        done = subprocess.run(
            [sys.executable, "-m", "namndkit", command, "a.yaml"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 1
        assert "NK403" in done.stderr
    assert not marker.exists()


@pytest.mark.parametrize(
    ("example", "like", "unlike"),
    [
        ("MN 2026/101", ["MN 1999/7"], ["MN 26/101", "SN 2026/101", "MN 2026-101", "MN 2026/"]),
        ("SN-2026-18", ["SN-2022-916"], ["SN-2022-916a", "SN 2022-916"]),
        ("2026.5", ["2025.1234"], ["2025x1234"]),
    ],
)
def test_a_number_is_like_the_example(example: str, like: list[str], unlike: list[str]) -> None:
    for number, fits in [*((one, True) for one in like), *((one, False) for one in unlike)]:
        defaults: Any = read_defaults(f"diarienummer_mönster: {example}\n")
        text = CASE + f"kommun: Lund\ndiarienummer: {number}\n"
        found = check(text.encode(), "a.yaml", Path(), defaults).diagnostics
        assert ("NK223" in {one.code for one in found}) is not fits, number


@pytest.mark.parametrize(
    "pattern", ["(a+)+b", "'[A-Z]+-[0-9]+'", "'.*'", "1" * 41, "SN", "'1٣1٣?'"]
)
def test_a_pattern_is_no_program(pattern: str) -> None:
    defaults = read_defaults(f"diarienummer_mönster: {pattern}\n")
    assert [one.code for one in defaults.diagnostics] == ["NK115"]
    assert "till exempel SN-2026-101" in defaults.diagnostics[0].hint


def read_defaults(text: str) -> Any:
    from namndkit.pipeline import read_folder

    return read_folder(text.encode(), "namndkit.yaml")


@pytest.mark.parametrize("sign", ["\x1b", "\x01", "\x00", "\x0b", "\ufffe"])
def test_a_sign_that_word_cannot_hold_is_told_at_its_line(folder: Path, sign: str) -> None:
    text = f"Ett.\n\nTv{sign}å.\n"
    (folder / "yttrande.md.j2").write_text(text, encoding="utf-8")
    templates = templates_in(folder)
    checked = check(CASE.encode(), "fall.yaml", ROOT, Defaults(), templates)
    for found in (checked.diagnostics, proofread(folder).diagnostics):
        assert ("NK402", 3) in [(one.code, one.position.line) for one in found]
    assert set(_codes(folder, "{{ 'a\\x01' }}\n")) == {"NK404"}
