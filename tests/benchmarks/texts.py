"""Cases for the benchmarks: yttranden of the seed's size whose texts differ in every paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = [
    "nämnden",
    "arbetar",
    "vidare",
    "med",
    "uppföljning",
    "av",
    "de",
    "platser",
    "som",
    "verksamheterna",
    "erbjuder",
    "och",
    "redovisar",
    "resultatet",
    "i",
    "delårsrapporten",
    "tillsammans",
    "med",
    "förvaltningen",
    "stadens",
    "medarbetare",
    "får",
    "stöd",
    "i",
    "sitt",
    "arbete",
    "genom",
    "handledning",
    "utbildning",
    "samverkan",
    "planering",
    "och",
    "tydliga",
    "mål",
    "för",
    "varje",
    "enhet",
    "under",
    "året",
    "samt",
    "en",
    "gemensam",
    "plan",
    "som",
    "följs",
    "upp",
    "varje",
    "halvår",
    "av",
    "styrgruppen",
    "för",
    "arbetet",
]
PARAGRAPHS = (2, 3, 4, 2)
"""Paragraphs in the summary's and the three answers' texts, as in the seed."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One case as plain values, for every rival alike."""

    titel: str
    sammanfattning: str
    rekommendationer: tuple[tuple[str, tuple[str, ...]], ...]


def samples(count: int, times: int = 1) -> Iterator[Sample]:
    """``count`` different cases, with ``times`` as much text each."""
    for number in range(count):
        answers = tuple(
            (_sentence(number, place, 26), _answer(number, place, times)) for place in (1, 2, 3)
        )
        yield Sample(f"Yttrande {number}", _sentence(number, 0, 30), answers)


def _answer(number: int, place: int, times: int) -> tuple[str, ...]:
    count = PARAGRAPHS[place] * times
    return tuple(
        " ".join(_sentence(number, 10 * place + n, 14) for _ in range(4)) for n in range(count)
    )


def _sentence(number: int, place: int, length: int) -> str:
    start = number * 7 + place * 13
    words = [_WORDS[(start + step * (1 + place % 3)) % len(_WORDS)] for step in range(length)]
    return f"{' '.join(words).capitalize()} {number}.{place}."


def as_yaml(sample: Sample) -> str:
    """The case file."""
    lines = ["typ: yttrande", f"titel: {sample.titel}", "nämnd: servicenämnden"]
    lines += ["förvaltning: Serviceförvaltningen", "sammanfattning: |"]
    lines += [f"  {sample.sammanfattning}", "rekommendationer:"]
    for text, answer in sample.rekommendationer:
        lines += [f"  - text: {text}", "    svar: |"]
        lines += ["\n\n".join(f"      {paragraph}" for paragraph in answer), ""]
    lines += ["undertecknare:", "  - {roll: Ordförande, namn: Ada Ek, parti: S}"]
    return "\n".join([*lines, "  - {roll: Nämndsekreterare, namn: Bo Alm}", ""])


def as_markdown(sample: Sample) -> str:
    """The same text as pandoc takes it."""
    parts = ["Servicenämnden föreslås besluta att lämna följande yttrande:", "# Sammanfattning"]
    parts += [sample.sammanfattning, "# Yttrande"]
    for number, (text, answer) in enumerate(sample.rekommendationer, 1):
        parts += [f"## Rekommendation {number}: {text}", *answer]
    return "\n\n".join([*parts, "Ordförande", "Ada Ek (S)", "Nämndsekreterare", "Bo Alm", ""])
