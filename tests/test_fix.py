"""``--fix`` touches the case's own prose and nothing else, whatever the field and however it is spelt."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from conftest import ROOT, read
from namndkit.pipeline import check, mend
from namndkit.values.case import KINDS
from namndkit.values.case.forval import Förval
from namndkit.values.case.glossary import ENGLISH
from namndkit.values.case.part import Part, Reads
from namndkit.values.case.places import below
from namndkit.values.case.role import Role
from namndkit.values.case.shape import shape

HEAD = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"
KEPT = (
    "[plan](https://malmo.se/plan?period=2021-2025&andel=6%)",
    "[planen 2021-2025](bilaga 2021-2025 (ny).pdf)",
    "https://malmo.se/§5/2021-2025?x=1500kr",
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
        assert reads != "_amount" or leaf.role is Role.DATA, name
        assert reads != "_yes_no" or leaf.role is Role.STEERING, name
        assert leaf.role in (Role.RUNNING, Role.QUOTED) or reads != "_long", name


def _leaves() -> Iterator[tuple[str, Reads]]:
    parts: set[type[Part]] = {part for root in (*KINDS.values(), Förval) for _, part in below(root)}
    for part in parts:
        for name, field in part.model_fields.items():
            held = shape(field)
            assert (held.leaf is None) != (held.part is None), name
            if held.leaf:
                yield f"{part.__name__}.{name}", held.leaf
