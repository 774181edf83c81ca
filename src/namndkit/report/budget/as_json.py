"""Figures as JSON, version 1: amounts are exact strings in kronor with two decimals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from namndkit.disk import legible
from namndkit.report.as_json import finding_json
from namndkit.report.budget.sheets import Account, Sheet
from namndkit.report.findings import Findings
from namndkit.report.json_text import json_text
from namndkit.values.amount import Amount
from namndkit.values.budget import Line, Sum
from namndkit.values.formats import per_cent
from namndkit.values.overview import Pot

VERSION = 1


def figures_json(account: Account, found: Findings) -> str:
    """The whole account with the findings of ``namndkit validate`` on its money."""
    report = {
        "version": VERSION,
        "cases": [_sheet(sheet) for sheet in account.sheets],
        "summa": _amount(account.overview.summa),
        "per_nämnd": _amounts(account.overview.per_nämnd),
        "ramar": [_pot(pot) for pot in account.overview.ramar],
        "without_cost": account.without_cost,
        "findings": [finding_json(one) for one in found.diagnostics],
    }
    return json_text(report)


def _amount(amount: Sum | Amount) -> dict[str, Any]:
    return {"kronor": f"{amount.kronor:.2f}", "ungefär": amount.about}


def _amounts(amounts: Mapping[Any, Sum]) -> dict[str, Any]:
    return {str(name): _amount(amount) for name, amount in amounts.items()}


def _given(**amounts: Sum | Amount | None) -> dict[str, Any]:
    return {name: _amount(amount) for name, amount in amounts.items() if amount}


def _sheet(sheet: Sheet) -> dict[str, Any]:
    budget, case = sheet.budget, sheet.case
    cost = case.kostnad
    sources = zip(cost.finansiering if cost else (), budget.per_källa, strict=True)
    return {
        "path": legible(sheet.path),
        "titel": str(case.titel),
        "nämnd": str(case.nämnd or ""),
        "rader": [_line(line) for line in budget.rader],
        "summa": _amount(budget.summa),
        "per_år": _amounts(budget.per_år),
        **_given(utan_år=budget.utan_år),
        "per_insats": _amounts(budget.per_insats),
        "per_slag": _amounts(budget.per_slag),
        "per_varaktighet": _amounts(budget.per_varaktighet),
        **_given(sökt=budget.sökt, egen=budget.egen, beviljat=budget.beviljat),
        **_given(reserv=budget.reserv),
        "finansiering": [
            {"källa": str(source.källa), "belopp": _amount(paid)} for source, paid in sources
        ],
        **_own_pot(sheet),
    }


def _own_pot(sheet: Sheet) -> dict[str, Any]:
    """What the case says of its pot, and takes of it."""
    cost, share = sheet.case.kostnad, sheet.budget.ramens_andel
    if not cost or not cost.ram:
        return {}
    return {
        "ram": {
            "namn": str(cost.ram.namn or ""),
            "belopp": _amount(cost.ram.belopp),
            "ur_ramen": _amount(sheet.budget.ur_ramen),
            "kvar": _amount(sheet.left),
            "andel_procent": None if share is None else f"{per_cent(share, 4).normalize():f}",
        }
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "ändamål": str(line.rad.ändamål),
        "insats": line.insats,
        "belopp": _amount(line.summa),
        "per_år": _amounts(line.per_år),
        **_given(sökt=line.sökt, egen=line.egen, beviljat=line.rad.beviljat),
    }


def _pot(pot: Pot) -> dict[str, Any]:
    return {
        "namn": pot.namn,
        "belopp": _amount(pot.belopp),
        "uttag": _amount(pot.uttag),
        "kvar": _amount(pot.kvar),
        "cases": [legible(claim.path) for claim in pot.claims],
    }
