"""The numbers of a budget, each with the words by which a text may name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from namndkit.checks.figures.cues import YEAR
from namndkit.checks.figures.fact import SUMS, Fact
from namndkit.checks.figures.words import content_words, in_common
from namndkit.values.amount import Amount
from namndkit.values.budget import Budget, Line, Sum
from namndkit.values.case import Case

_NAMED = 60
"""Characters of a purpose that a finding quotes."""


def _value(amount: Sum | Amount) -> Fraction:
    return Fraction(amount.kronor)


class Facts:
    """Every fact of one case, found by the words that name it."""

    def __init__(self, case: Case, budget: Budget, texts: Iterable[str]) -> None:
        self.case, self.budget = case, budget
        cost = case.kostnad
        self._top = budget.rader[0].rad.position
        self.total, self.applied = self._totals()
        self.lines = [_line_fact(line) for line in budget.rader]
        self.insatser = list(self._insatser())
        self.sources = list(self._sources())
        self.pot = self._pot()
        self.groups = dict(self._groups())
        self.years = {year: _value(amount) for year, amount in budget.per_år.items()}
        self.prices = list(self._prices())
        self.has_income = any(line.summa.kronor < 0 for line in budget.rader)
        self._by_word: dict[str, list[Fact]] = {}
        self.named = [*self.insatser, *self.lines, *self._parts()]
        for fact in self.named:
            for start in {word[:4] for word in fact.words}:
                self._by_word.setdefault(start, []).append(fact)
        pot_name = str(cost.ram.namn or "") if cost and cost.ram else ""
        title_years = {int(year) for year in YEAR.findall(f"{case.titel} {pot_name}")}
        own = {case.datum.day.year} if case.datum else set()
        self.known_years = title_years | set(self.years) | own or _latest_year(texts)
        self.title = set(content_words(str(case.titel)))
        every = (*self.named, *self.sources, *([self.pot] if self.pot else []))
        self.money = set[str]().union(*(fact.words for fact in every))
        bodies = content_words(f"{case.nämnd or ''} {case.förvaltning or ''}")
        self.known = self.money.union(self.title, bodies)

    def is_source(self, text: str) -> bool:
        """True when ``text`` names a source of funding."""
        words = content_words(text)
        return any(in_common(fact.words, words) for fact in self.sources)

    def is_of(self, words: list[str]) -> bool:
        """True when one of ``words`` names something of the budget, or they name most of the title."""
        titled = in_common(self.title, words)
        return bool(in_common(words, self.money)) or 2 * len(titled) > len(self.title)

    def named_by(self, text: str, insats: str = "") -> list[Fact]:
        """The lines, insatser and parts that ``text`` names; none when it names none clearly.

        One that has most of the words, or else several that have them together. In the text of an
        ``insats`` its own lines are named by fewer.
        """
        words = content_words(text)
        near = {id(fact): fact for word in words for fact in self._by_word.get(word[:4], ())}
        scored = [(in_common(words, fact.words), fact) for fact in near.values()]
        most = max((len(common) for common, _ in scored), default=0)
        if not most:
            return []
        best = [fact for common, fact in scored if len(common) == most]
        share = most / len(words)
        own = bool(insats) and any(fact.heading == insats for fact in best)
        if share >= (0.5 if own else 0.6) or (most > 1 and share >= 0.4):
            return best
        every = [fact for common, fact in scored if common and fact.kind == "rad"]
        covered = set[str]().union(*(common for common, fact in scored if fact.kind == "rad"))
        return every if len(covered) >= 0.8 * len(words) and len(every) < 6 else []

    def every_value(self, years: tuple[int, ...]) -> Iterator[Fraction]:
        """Every amount that the case knows, but for the sums of years; of ``years``, if any is named."""
        facts = [self.total, *self.named, *self.sources, *self.groups.values(), *self.prices]
        for fact in (*facts, *([self.pot] if self.pot else [])):
            yield from fact.values
            yield from (value for year, value in fact.years.items() if not years or year in years)

    def _totals(self) -> tuple[Fact, tuple[Fact, ...]]:
        """What everything costs, and what can be meant by that which is applied for."""
        budget, place = self.budget, self._top
        every = (budget.summa, budget.ur_ramen, *([budget.sökt] if budget.sökt else []))
        total = Fact("summa", "summan", tuple(map(_value, every)), place, reference="summa")
        if budget.sökt:
            value = (_value(budget.sökt),)
            return total, (Fact("sökt", "det sökta", value, place, reference="sökt"),)
        if not budget.ram or budget.ur_ramen.kronor == budget.summa.kronor:
            return total, (total,)
        value, name = (_value(budget.ur_ramen),), "det som tas ur ramen"
        return total, (total, Fact("summa", name, value, place, reference="ur ramen"))

    def _insatser(self) -> Iterator[Fact]:
        lines_of: dict[str | None, list[Line]] = {}
        for line in self.budget.rader:
            lines_of.setdefault(line.insats, []).append(line)
        for heading, amount in self.budget.per_insats.items():
            lines = lines_of.get(heading, [])
            if not heading:
                continue
            years: dict[int, Fraction] = {}
            for line in lines:
                for year, part in line.per_år.items():
                    years[year] = years.get(year, Fraction(0)) + _value(part)
            yield Fact(
                kind="insats",
                name=f"insatsen ”{heading}”",
                values=(_value(amount),),
                place=lines[0].rad.position,
                words=frozenset(content_words(heading)),
                reference=f"insats {heading}",
                years=years,
                heading=heading,
            )

    def _sources(self) -> Iterator[Fact]:
        cost = self.case.kostnad
        for source, paid in zip(
            cost.finansiering if cost else (), self.budget.per_källa, strict=True
        ):
            words = frozenset(content_words(source.källa))
            kind = "källa" if source.belopp or source.andel else "rest"
            yield Fact(kind, f"”{source.källa}”", (_value(paid),), source.position, words)

    def _pot(self) -> Fact | None:
        ram = self.case.kostnad.ram if self.case.kostnad else None
        if not ram:
            return None
        name = f"ramen ”{ram.namn}”" if ram.namn else "ramen"
        words = frozenset(content_words(str(ram.namn or "")))
        return Fact("ram", name, (_value(ram.belopp),), ram.position, words, "ram")

    def _groups(self) -> Iterator[tuple[str, Fact]]:
        """Sums over lines that a text names by a word of its own (drift, investering …)."""
        budget = self.budget
        sums: dict[str, Sum | None] = {**budget.per_slag, **budget.per_varaktighet}
        sums |= {"egen": budget.egen, "sökt": budget.sökt}
        sums |= {"beviljat": budget.beviljat, "reserv": budget.reserv}
        for name, amount in sums.items():
            if name and amount:
                value, years = (_value(amount),), self._years_of(name)
                yield name, Fact(name, SUMS[name], value, self._top, reference=name, years=years)

    def _years_of(self, group: str) -> dict[int, Fraction]:
        """What the lines of ``group`` cost each year; nothing when one of them does not tell."""
        lines = [
            line
            for line in self.budget.rader
            if group in (line.rad.slag, line.rad.varaktighet, "reserv" if line.rad.reserv else "")
        ]
        years: dict[int, Fraction] = {}
        for line in lines:
            for year, part in line.per_år.items():
                years[year] = years.get(year, Fraction(0)) + _value(part)
        return years if all(line.per_år for line in lines) else {}

    def _parts(self) -> Iterator[Fact]:
        cost = self.case.kostnad
        for rad in cost.rader if cost else ():
            for part in (*rad.delar, *rad.varav):
                words = frozenset(content_words(part.ändamål))
                yield Fact("del", f"”{part.ändamål}”", (_value(part.belopp),), part.position, words)

    def _prices(self) -> Iterator[Fact]:
        for line in self.budget.rader:
            price, count = line.rad.styckpris, line.rad.antal
            if price and count:
                words = frozenset(content_words(f"{line.rad.ändamål} {count.written}"))
                place = price.written.position
                yield Fact("styckpris", "styckpriset", (_value(price),), place, words)


def _line_fact(line: Line) -> Fact:
    purpose = " ".join(line.rad.ändamål.split())
    named = {"sökt": line.sökt, "egen": line.egen, "beviljat": line.rad.beviljat}
    parts = {name: _value(part) for name, part in named.items() if part}
    return Fact(
        kind="rad",
        name=f"”{purpose[:_NAMED]}…”" if len(purpose) > _NAMED else f"”{purpose}”",
        values=(_value(line.summa), *parts.values()),
        place=line.rad.position,
        words=frozenset(content_words(line.rad.ändamål)),
        years={year: _value(part) for year, part in line.per_år.items()},
        parts=parts,
        heading=line.insats,
    )


def _latest_year(texts: Iterable[str]) -> set[int]:
    """The year of a case that states none: the latest that its texts name."""
    return set(sorted({int(year) for text in texts for year in YEAR.findall(text)})[-1:])
