"""No field is forgotten: a word of its own in every field of the model is found in its section."""

from __future__ import annotations

import types
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
import yaml

from document_dump import dump
from namndkit.budget import add_up
from namndkit.case import validate
from namndkit.pipeline import Renderer
from namndkit.source import read
from namndkit.values.amount import Amount
from namndkit.values.case import KINDS, Case, Förslag
from namndkit.values.case.part import Part
from namndkit.values.case.scalars import Count, Datum
from namndkit.word import read_look, write

START, AFTER = "(före första rubriken)", "(efter underskriften)"

SHARED = {
    "titel": START,
    "kommun": START,
    "förvaltning": START,
    "datum": START,
    "diarienummer": START,
    "ert_diarienummer": START,
    "till": START,
    "handläggare.namn": START,
    "handläggare.titel": START,
    "handläggare.e_post": START,
    "handläggare.telefon": START,
    "sammanfattning": "Sammanfattning",
    "reservationer.läge": "Reservationer",
    "reservationer.poster.av.namn": "Reservationer",
    "reservationer.poster.av.parti": "Reservationer",
    "reservationer.poster.omfattning": "Reservationer",
    "reservationer.poster.text": "Reservationer",
    "särskilda_yttranden.läge": "Särskilda yttranden",
    "särskilda_yttranden.poster.av.namn": "Särskilda yttranden",
    "särskilda_yttranden.poster.av.parti": "Särskilda yttranden",
    "särskilda_yttranden.poster.omfattning": "Särskilda yttranden",
    "särskilda_yttranden.poster.text": "Särskilda yttranden",
    "protokollsanteckningar.läge": "Protokollsanteckningar",
    "protokollsanteckningar.poster.av.namn": "Protokollsanteckningar",
    "protokollsanteckningar.poster.av.parti": "Protokollsanteckningar",
    "protokollsanteckningar.poster.omfattning": "Protokollsanteckningar",
    "protokollsanteckningar.poster.text": "Protokollsanteckningar",
    "bilagor": "Bilagor",
    "skickas_till": "Skickas till",
}

DECISION = {
    "nämnd": "Beslut",
    "beslut.punkter": "Beslut",
    "beslut.kommunstyrelsen": "Beslut",
    "beslut.kommunfullmäktige": "Beslut",
    "beslutsunderlag.text": "Beslutsunderlag",
    "beslutsunderlag.organ": "Beslutsunderlag",
    "beslutsunderlag.datum": "Beslutsunderlag",
    "beslutsunderlag.paragraf": "Beslutsunderlag",
    "beslutsplanering.organ": "Beslutsplanering",
    "beslutsplanering.datum": "Beslutsplanering",
    "ansvariga.namn": "Ansvariga",
    "ansvariga.titel": "Ansvariga",
}

COST = {
    "kostnad.inledning": "Kostnad",
    "kostnad.rader.belopp": "Kostnad",
    "kostnad.rader.per_år.år": "Kostnad",
    "kostnad.rader.per_år.belopp": "Kostnad",
    "kostnad.rader.ändamål": "Kostnad",
    **{
        f"kostnad.rader.{field}": "Kostnad"
        for field in ("antal", "styckpris", "slag", "varaktighet", "konto", "prisnivå")
    },
    **{f"kostnad.rader.{field}": "Kostnad" for field in ("sökt", "egen", "beviljat")},
    **{
        f"kostnad.{parts}.{field}": "Kostnad"
        for parts in ("varav", "rader.varav", "rader.delar")
        for field in ("belopp", "ändamål")
    },
    "kostnad.ram.belopp": "Kostnad",
    "kostnad.ram.namn": "Kostnad",
    "kostnad.finansiering.källa": "Kostnad",
    "kostnad.finansiering.belopp": "Kostnad",
    "kostnad.finansiering.andel": "Kostnad",
    "kostnad.prisnivå": "Kostnad",
    "kostnad.text": "Kostnad",
}

SECTIONS: dict[tuple[str, str], dict[str, str]] = {
    ("förslag", "förslag"): {
        **SHARED,
        **DECISION,
        **COST,
        "skede.datum": START,
        "skede.paragraf": START,
        "bakgrund": "Bakgrund",
        "insatser_inledning": "Insatser",
        "insatser.rubrik": "Insatser",
        "insatser.avdelning": "Insatser",
        "insatser.sammanfattning": "Insatser",
        "insatser.text": "Insatser",
        "insatser.målgrupp": "Målgrupp",
        "insatser.antal_medarbetare": "Målgrupp",
        "insatser.förväntad_effekt": "Förväntad effekt av insatsen",
        "målgrupp": "Målgrupp",
        "förväntad_effekt": "Förväntad effekt av insatsen",
        "avsnitt.rubrik": "*",
        "avsnitt.text": "*",
        "avsnitt.avsnitt.rubrik": "*",
        "avsnitt.avsnitt.text": "*",
        "undertecknare.roll": "Ansvariga",
        "undertecknare.namn": "Ansvariga",
        "undertecknare.parti": "Ansvariga",
    },
    ("yttrande", "yttrande"): {
        **SHARED,
        "nämnd": "Yttrande",
        "besvarar": START,
        "skede.datum": START,
        "skede.paragraf": START,
        "beslutsfras": START,
        "ställningstagande": "Yttrande",
        "saken": "Yttrande",
        "yttrande": "Yttrande",
        **{
            f"{kind}.{field}": "Yttrande"
            for kind in ("rekommendationer", "yrkanden", "frågor")
            for field in ("nummer", "text", "svar", "ställningstagande", "åtgärd")
        },
        **{
            f"{kind}.{field}": "Yttrande"
            for kind in ("rekommendationer", "yrkanden", "frågor")
            for field in ("klart_senast", "ansvarig")
        },
        "yrkanden.förslag": "Yttrande",
        "avsnitt.rubrik": "Yttrande",
        "avsnitt.text": "Yttrande",
        "avsnitt.avsnitt.rubrik": "Yttrande",
        "avsnitt.avsnitt.text": "Yttrande",
        "undertecknare.roll": "Yttrande",
        "undertecknare.namn": "Yttrande",
        "undertecknare.parti": "Yttrande",
    },
}
IN_A_LETTER = {
    **{name: SHARED[name] for name in ("titel", "kommun", "förvaltning", "datum", "diarienummer")},
    **{name: SHARED[name] for name in SHARED if name.startswith("handläggare")},
    **{
        name: SHARED[name]
        for name in ("ert_diarienummer", "sammanfattning", "bilagor", "skickas_till")
    },
    **DECISION,
    **{name: "Förslag till beslut" for name in DECISION if DECISION[name] == "Beslut"},
    "ärendet": "Ärendet",
}
SECTIONS[("yttrande", "tjänsteskrivelse")] = {**IN_A_LETTER, "besvarar": "Ärendet"}
SECTIONS[("förslag", "tjänsteskrivelse")] = {
    **IN_A_LETTER,
    **dict.fromkeys(COST, "Ärendet"),
    "bakgrund": "Ärendet",
    "insatser_inledning": "Ärendet",
    "insatser.rubrik": "Ärendet",
    "insatser.avdelning": "Ärendet",
    "insatser.sammanfattning": "Ärendet",
    "insatser.text": "Ärendet",
    "insatser.målgrupp": "Ärendet",
    "insatser.antal_medarbetare": "Ärendet",
    "insatser.förväntad_effekt": "Ärendet",
    "målgrupp": "Ärendet",
    "förväntad_effekt": "Ärendet",
    "avsnitt.rubrik": "Ärendet",
    "avsnitt.text": "Ärendet",
    "avsnitt.avsnitt.rubrik": "Ärendet",
    "avsnitt.avsnitt.text": "Ärendet",
}

SETTING = "styr hur dokumentet ser ut, och är ingen text (prövas i test_settings.py)"
LETTER = "hör till tjänsteskrivelsen; ett yttrande skriver aldrig ut det"
OWN = "står i yttrandet, som är nämndens egen text"
NOT_PRINTED: dict[tuple[str, str], dict[str, str]] = {
    ("förslag", "förslag"): {
        "typ": "väljer mall",
        "visa_titel": SETTING,
        "visa_huvud": SETTING,
        "skede.läge": SETTING,
        "ärendet": "hör till tjänsteskrivelsen",
        "beslut.stil": SETTING,
        "beslut.omedelbar_justering": SETTING,
        "underskrift.digital": SETTING,
        "underskrift.bredvid_varandra": SETTING,
        "underskrift.namnet_först": SETTING,
        "ledtexter": SETTING,
        "kostnad.rader.år": "prövas i test_settings.py: en rad har ett år eller flera, aldrig båda",
        "kostnad.rader.insats": "knyter raden till en insats; delsummor per insats",
        "kostnad.rader.reserv": SETTING,
        "kostnad.summa": "kontrolleras mot raderna; det är raderna som summeras och skrivs ut",
        "kostnad.visa": SETTING,
        "kostnad.visa_summa": SETTING,
        "kostnad.enhet": SETTING,
    },
    ("yttrande", "yttrande"): {
        "typ": "väljer mall",
        "visa_titel": SETTING,
        "visa_huvud": SETTING,
        "skede.läge": SETTING,
        "ärendet": LETTER,
        **{name: LETTER for name in DECISION if name != "nämnd"},
        "beslut.stil": LETTER,
        "beslut.omedelbar_justering": LETTER,
        "underskrift.digital": SETTING,
        "underskrift.bredvid_varandra": SETTING,
        "underskrift.namnet_först": SETTING,
    },
}
LOOKS = dict.fromkeys(("typ", "visa_titel", "visa_huvud", "beslut.stil"), SETTING)
LOOKS |= dict.fromkeys(("beslut.omedelbar_justering", "skede.läge"), SETTING)
LOOKS |= dict.fromkeys(
    ("underskrift.digital", "underskrift.bredvid_varandra", "underskrift.namnet_först"), SETTING
)
BOARDS = {
    "till": "en tjänsteskrivelse går till den egna nämnden",
    "skede.datum": "en tjänsteskrivelse är alltid ett förslag",
    "skede.paragraf": "en tjänsteskrivelse är alltid ett förslag",
    "undertecknare.roll": OWN,
    "undertecknare.namn": OWN,
    "undertecknare.parti": OWN,
    "reservationer.läge": OWN,
    "reservationer.poster.av.namn": OWN,
    "reservationer.poster.av.parti": OWN,
    "reservationer.poster.omfattning": OWN,
    "reservationer.poster.text": OWN,
    "särskilda_yttranden.läge": OWN,
    "särskilda_yttranden.poster.av.namn": OWN,
    "särskilda_yttranden.poster.av.parti": OWN,
    "särskilda_yttranden.poster.omfattning": OWN,
    "särskilda_yttranden.poster.text": OWN,
    "protokollsanteckningar.läge": OWN,
    "protokollsanteckningar.poster.av.namn": OWN,
    "protokollsanteckningar.poster.av.parti": OWN,
    "protokollsanteckningar.poster.omfattning": OWN,
    "protokollsanteckningar.poster.text": OWN,
}
ANSWERS = ("nummer", "text", "svar", "ställningstagande", "åtgärd", "klart_senast", "ansvarig")
NOT_PRINTED[("yttrande", "tjänsteskrivelse")] = {
    **LOOKS,
    **BOARDS,
    "beslutsfras": OWN,
    "ställningstagande": OWN,
    "saken": OWN,
    "yttrande": OWN,
    **{f"rekommendationer.{field}": OWN for field in ANSWERS},
    **{f"yrkanden.{field}": OWN for field in ANSWERS},
    **{f"frågor.{field}": OWN for field in ANSWERS},
    "yrkanden.förslag": "fullmäktiges punkter anges under beslut; utan dem prövas i test_settings.py",
    "avsnitt.rubrik": OWN,
    "avsnitt.text": OWN,
    "avsnitt.avsnitt.rubrik": OWN,
    "avsnitt.avsnitt.text": OWN,
}
NOT_PRINTED[("förslag", "tjänsteskrivelse")] = {
    **LOOKS,
    **BOARDS,
    "ledtexter": "hör till ansökans formulär",
    "kostnad.rader.år": "prövas i test_settings.py: en rad har ett år eller flera, aldrig båda",
    "kostnad.rader.insats": "knyter raden till en insats; delsummor per insats",
    "kostnad.rader.reserv": SETTING,
    "kostnad.summa": "kontrolleras mot raderna; det är raderna som summeras och skrivs ut",
    "kostnad.visa": SETTING,
    "kostnad.visa_summa": SETTING,
    "kostnad.enhet": SETTING,
}


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
            if name == "typ":
                fields[name] = model.kind  # type: ignore[attr-defined]
                self.written.append((where, "-"))
            elif isinstance(inner, type) and issubclass(inner, Part):
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
        elif kind is int:
            value = find = str(1900 + number)
        elif kind is bool:
            value, find = "nej", "-"
        elif kind is str:
            value = find = _choice(path)
        elif path == "ställningstagande":
            value = find = "avstyrker"
        elif path.endswith("andel"):
            value = find = f"{number} %"
        elif path.endswith("paragraf"):
            value, find = str(number), f"§~{number}"
        self.written.append((path, find))
        return value


def _choice(path: str) -> str:
    """A word of the closed set; the yttrande is decided so that date and § are printed."""
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


def _case(model: type[Case]) -> tuple[Case, list[tuple[str, str]]]:
    words = Words()
    fields = words.part(model)
    if model is Förslag:
        for row in fields["kostnad"]["rader"]:
            del row["år"]
    data = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False).encode()
    source = read(data, "fall.yaml", Path()).value
    assert source is not None
    assert source.root is not None
    outcome = validate(source.root)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value, words.written


def _document(case: Case, kind: str, root: Path) -> str:
    findings: list[Any] = []
    renderer = Renderer(root / "templates")
    document = renderer.document(case, add_up(case), kind, False, findings)
    look = read_look(root / "templates" / "utseende.docx").value
    assert findings == []
    assert document is not None
    assert look is not None
    return dump(write(document, look))


def _sections(text: str) -> Iterator[tuple[str, str]]:
    section = START
    for line in text.split("\n"):
        if line.startswith("[Heading 1]"):
            section = line.removeprefix("[Heading 1] ")
        yield section, line


ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(("model", "kind"), list(SECTIONS), ids=" som ".join)
def test_every_field_is_printed_in_its_section(model: str, kind: str) -> None:
    case, written = _case(KINDS[model])
    lines = list(_sections(_document(case, kind, ROOT)))
    expected = SECTIONS[(model, kind)]
    assert len(written) > 80
    for path, find in written:
        places = [section for section, line in lines if find.casefold() in line.casefold()]
        if path in expected and find != "-":
            right = expected[path] in ("*", *places)
            assert places, f"{path} ({find}) står inte i dokumentet"
            assert right, f"{path} står i {places}, inte i {expected[path]}"
        elif path not in ("skede.läge", "yrkanden.förslag") and find.startswith("Ord"):
            assert not places, f"{path} skrivs ut men står i listan över det som inte skrivs ut"


@pytest.mark.parametrize(("model", "kind"), list(SECTIONS), ids=" som ".join)
def test_every_field_is_in_exactly_one_of_the_lists(model: str, kind: str) -> None:
    _, written = _case(KINDS[model])
    known = {path for path, _ in written} | ({"kostnad.rader.år"} if model == "förslag" else set())
    printed, silent = SECTIONS[(model, kind)].keys(), NOT_PRINTED[(model, kind)].keys()
    assert printed & silent == set()
    assert known == printed | silent
