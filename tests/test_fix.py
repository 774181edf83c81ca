"""``--fix`` touches the case's own prose and nothing else, whatever the field and however it is spelt."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT, read
from namndkit.checks.texts import written
from namndkit.pipeline import check, mend, own_templates
from namndkit.source import read as read_source
from namndkit.values.case.forval import Förval
from namndkit.values.case.glossary import ENGLISH, fold
from namndkit.values.case.part import Part, words
from namndkit.values.case.places import below
from namndkit.values.case.role import Reads, Role
from namndkit.values.case.shape import shape
from namndkit.values.node import Mapping

FORM = own_templates().form
HEAD = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"
KEPT = (
    "[plan](https://malmo.se/plan?period=2021-2025&andel=6%)",
    "[planen 2021-2025](bilaga 2021-2025 (ny).pdf)",
    "https://malmo.se/§5/2021-2025?x=1500kr",
    '<a href="x 2021-2025">',
    '<img alt="två  ord" src="6%">',
    "www.malmo.se/2021-2025",
    "malmo.se/plan/2021-2025",
    "ada.2021-2025@malmo.se",
    "mailto:ada.2021-2025@malmo.se",
    "dnr KS 2019-2021",
    "dnr: KS  2019-2021",
    "diarienummer 2019-2021",
    "KS 2019-2021",
    "STK-2019-2021",
    "ärendenr 2019-2021",
    "Budget 2021-2025.xlsx",
    "Plan  för §5 2021-2025 (6 %).docx",
    r"G:\plan\2021-2025\6%",
    r"\\server\plan  2021-2025.pdf",
    "mapp/2021-2025/6%",
    "”Budget 2021-2025, 6 %”",
    "{=insats Plan 2021-2025}",
)
"""What stands in a sentence but is no prose, each with what would be mended in prose."""
PROSE = ("åren 2021-2025", "åren 2021–2025")


def fixed(text: str) -> str:
    """What ``--fix`` makes of the case ``text``."""
    data = text.encode()
    found = check(data, "fall.yaml", ROOT).diagnostics
    return mend(data, "fall.yaml", found)[0].decode()


@pytest.mark.parametrize("kept", KEPT)
@pytest.mark.parametrize("place", ["Se {} nu.", "Enligt {}, och", "{}", "- punkt om {}\n"])
def test_what_is_no_prose_is_kept_in_a_sentence(kept: str, place: str) -> None:
    body = place.format(kept).replace("\n", "\n  ")
    case = f"{HEAD}yttrande: |\n  Nämnden ser fram emot {PROSE[0]}.\n  {body}\n"
    assert fixed(case) == case.replace(*PROSE)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("your_case_number", "KS 2019-2021 §5"),
        ("ert dnr", "KS 2019-2021 §5"),
        ("Ert_Diarienummer", "KS 2019-2021 §5"),
        ("case_number", "SN 2019-2021 §5"),
        ("to", "Enheten för §5 och 2021-2025"),
        ("recipients", "Enheten för §5 och 2021-2025"),
        ("attachments", "Budget för 2021-2025"),
        ("department", "Enheten för §5 och 2021-2025"),
        ("basis", "[{text: Plan för 2021-2025, body: Enheten §5 nu}]"),
        ("officer", '{name: Ada §5 Ek, email: "ada  ek §5@malmo.se", phone: 040  34 §5}'),
        ("questions", "[{text: Hur blir 2021-2025 och §5?, answer: Bra.}]"),
        ("reservations", "[{by: Ada Ek, text: Vi vill ha 6 % mer enligt §5.}]"),
        ("signatories", "[{role: Ordf. §5 nu, name: Ada §5 Ek, party: S §5 x}]"),
    ],
)
def test_a_field_is_the_same_under_any_spelling(key: str, value: str) -> None:
    """What is data or somebody else's words is kept; the key itself gets its Swedish name."""
    after = fixed(f"{HEAD}{key}: {value}\nyttrande: Enligt §5.\n")
    kept, _, prose = after.removeprefix(HEAD).partition("\nyttrande: ")
    assert prose == "Enligt § 5.\n"
    assert _values(kept) == _values(f"{key}: {value}")
    assert key not in ENGLISH or not kept.startswith(key)


def _values(written: str) -> str:
    """``written`` without its keys."""
    return re.sub(r"[^\W\d][\w ]*: ", "", written)


def test_a_text_below_an_unknown_key_is_told_of_but_not_touched() -> None:
    case = f"{HEAD}yttrandet: |\n  Enligt §5 nu.\nert_dierienummer: KS 2019-2021\n"
    assert fixed(case) == case
    assert [one.code for one in read(case).diagnostics] == ["NK105", "NK230", "NK105"]


def test_every_field_says_what_it_holds() -> None:
    """A field is a part, or its leaf has a role; what is no text has none of a text's."""
    leaves = list(_leaves())
    assert len(leaves) > 80
    assert {leaf.role for _, leaf in leaves} == set(Role)
    for name, leaf in leaves:
        reads = getattr(leaf.read, "__name__", "")
        assert reads != "_amount" or leaf.role in (Role.DATA, Role.STEERING), name
        assert reads != "_yes_no" or leaf.role is Role.STEERING, name
        assert leaf.role in (Role.RUNNING, Role.QUOTED) or reads != "_long", name


def _leaves() -> Iterator[tuple[str, Reads]]:
    parts: set[type[Part]] = {part for root in (FORM.model, Förval) for _, part in below(root)}
    for part in parts:
        for name, field in part.model_fields.items():
            held = shape(field)
            assert (held.leaf is None) != (held.part is None), name
            if held.leaf:
                yield f"{part.__name__}.{name}", held.leaf


MENDED = (
    "§5",
    "2 §",
    "6 % av",
    "2021-2025",
    'ett "ord" nu',
    "1500 kr",
    "två  ord",
    "e\ufb00ekt",
    "-5 tkr",
)
"""What is mended in prose."""
_WORDS = st.lists(
    st.sampled_from([*KEPT, *MENDED, "Nämnden", "ser", "**fet**", "å\u030a"]),
    min_size=1,
    max_size=5,
)
_NOTE = "# anm. 2021-2025, 6 % enligt §5 och  KS 2019-2021"


def _written(text: str, style: str, indent: int) -> str:
    """``text`` as a value in one of YAML's styles."""
    if style == "|":
        return f"|\n{' ' * (indent + 2)}{text}"
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)


@st.composite
def _part(draw: st.DrawFn, part: type[Part], indent: int, depth: int) -> str:
    """Some fields of ``part``, in Swedish or English, each with words that would be mended in prose."""
    names = draw(
        st.lists(st.sampled_from(sorted(part.model_fields)), min_size=1, max_size=5, unique=True)
    )
    lines: list[str] = []
    for name in names:
        english = [one for one, fields in ENGLISH.items() if words(part).get(fold(one)) == name]
        key = draw(st.sampled_from([name, name, *english]))
        held = shape(part.model_fields[name])
        blank = " " * indent
        if held.part is not None and depth < 2:
            inner = draw(_part(held.part, indent + 4, depth + 1))
            lines += [f"{blank}{key}:", f"{blank}  - {inner.lstrip()}" if held.many else inner]
        elif held.leaf is not None:
            text = " ".join(draw(_WORDS))
            styles = ["'", '"', "|"] if held.leaf.role is Role.RUNNING else ["'", '"']
            lines.append(f"{blank}{key}: {_written(text, draw(st.sampled_from(styles)), indent)}")
        if draw(st.booleans()):
            lines.append(f"{blank}{_NOTE}")
    return "\n".join(lines or [f"{' ' * indent}x: y"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(FORM.names), st.data(), st.booleans(), st.booleans())
def test_fixes_touch_own_prose_alone_in_every_field(
    kind: str, data: st.DataObject, crlf: bool, marked: bool
) -> None:
    """All else is as it was: data, others' words, comments, order, quoting, BOM and line ends."""
    text = f"typ: {kind}\n{_NOTE}\n{data.draw(_part(FORM.model, 0, 0))}\n"
    text = ("\ufeff" if marked else "") + (text.replace("\n", "\r\n") if crlf else text)
    after = _to_the_end(text)
    assert after.count(_NOTE) == text.count(_NOTE)
    assert after.startswith("\ufeff") == marked
    assert after.count("\r\n") == text.count("\r\n")
    before_root, after_root = _root(text), _root(after)
    if before_root is None or after_root is None:
        assert before_root is after_root
        return
    pairs = list(
        zip(written(before_root, FORM.model), written(after_root, FORM.model), strict=True)
    )
    for old, new in pairs:
        assert (old.keys, old.role, old.node.style) == (new.keys, new.role, new.node.style)
        if not old.role.own or not old.sure:
            assert old.node.text == new.node.text, old.keys
        for kept in KEPT:
            assert old.node.text.count(kept) == new.node.text.count(kept), (kept, new.node.text)
        assert _letters(old.node.text) == _letters(new.node.text)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("procent", "%")
    return "".join(char for char in plain if char.isalnum() or char == "%")


def _to_the_end(text: str) -> str:
    """``text`` with every mending done, until none is left; once more changes nothing."""
    for _ in range(20):
        after = fixed(text)
        if after == text:
            return text
        text = after
    raise AssertionError(text)


def _root(text: str) -> Mapping | None:
    source = read_source(text.encode(), "fall.yaml", ROOT).value
    return source.root if source else None
