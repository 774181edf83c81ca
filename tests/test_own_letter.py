"""NK220: whose document stands in beslutsunderlag, however its board or its office is named."""

from __future__ import annotations

import pytest

from conftest import codes, read

CASE = """\
typ: tjänsteskrivelse
titel: Cykelplanen
nämnd: {board}
{office}datum: 2026-01-15
diarienummer: SN-2026-1
ärendet: Staden har en plan.
beslut: [godkänna planen]
beslutsunderlag:
  - {document}
"""


def _case(document: str, board: str = "servicenämnden", office: str = "") -> str:
    lines = f"förvaltning: {office}\n" if office else ""
    return CASE.format(document=document, board=board, office=lines)


@pytest.mark.parametrize(
    ("document", "board", "office"),
    [
        ("Tjänsteskrivelse 2026-01-01", "servicenämnden", ""),
        ("Tjänsteskrivelsen daterad den 1 januari 2026", "servicenämnden", ""),
        ("Serviceförvaltningens tjänsteskrivelse 2026-01-01", "servicenämnden", ""),
        ("Serviceförvaltningens tjänsteskrivelse 2026-01-01", "Servicenämnden", "Service"),
        ("Service tjänsteskrivelse, 2026-01-01", "servicenämnden", ""),
        ("Tjänsteskrivelse från Malmö stads serviceförvaltning 2026-01-01", "servicenämnden", ""),
        ("Förvaltningens tjänsteskrivelse 2026-01-01, dnr SN-2026-1", "servicenämnden", ""),
        (
            "{text: Tjänsteskrivelse, organ: serviceförvaltningen, datum: 2026-01-01}",
            "servicenämnden",
            "",
        ),
        ("Stadskontorets tjänsteskrivelse 2026-01-01", "kommunstyrelsen", "stadskontoret"),
        ("Stadsbyggnadskontorets tjänsteskrivelse 2026-01-01", "stadsbyggnadsnämnden", ""),
        (
            "Kultur- och fritidsförvaltningens tjänsteskrivelse 2026-01-01",
            "nämnden för kultur & fritid",
            "",
        ),
        (
            "Tjänsteskrivelse, förvaltningen för arbetsmarknad och vuxenutbildning, 2026-01-01",
            "arbetsmarknads- och vuxenutbildningsnämnden",
            "",
        ),
    ],
)
def test_the_own_document_has_the_date_of_its_head(document: str, board: str, office: str) -> None:
    assert codes(read(_case(document, board, office))).count("NK220") == 1
    same = document.replace("2026-01-01", "2026-01-15").replace("den 1 januari", "den 15 januari")
    assert "NK220" not in codes(read(_case(same, board, office)))


@pytest.mark.parametrize(
    "document",
    [
        "Stadskontorets tjänsteskrivelse 2026-01-01",
        "Kommunstyrelsens tjänsteskrivelse 2026-01-01",
        "Miljöförvaltningens tjänsteskrivelse 2026-01-01",
        "Serviceförvaltningens och miljöförvaltningens tjänsteskrivelse 2026-01-01",
        "Kompletterande tjänsteskrivelse 2026-01-01",
        "Tjänsteskrivelse över cykelplanen 2026-01-01",
        "Revisorernas tjänsteskrivelse 2026-01-01",
        "Serviceförvaltningens utredning 2026-01-01",
        "G-tjänsteskrivelsebilaga 2026-01-01",
        "Tjänsteskrivelse nr 2 2026-01-01",
        "Tjänsteskrivelse",
        "{text: Tjänsteskrivelse, organ: kommunstyrelsen, datum: 2026-01-01}",
    ],
)
def test_another_document_has_a_date_of_its_own(document: str) -> None:
    assert "NK220" not in codes(read(_case(document)))
