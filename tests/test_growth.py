"""What a reader waits for grows with what he wrote, and no faster.

Work is counted where it can be. Elsewhere a run in a process of its own may compute for half a minute: it
takes some seconds, and took minutes where time grew with the square.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from conftest import read, run
from namndkit.cli.table import Unreadable, read_table
from namndkit.source import events, parsing
from namndkit.values.node import Scalar
from namndkit.values.position import SourceText

BASE = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"


@pytest.mark.parametrize("opening", ["[", "{", "[a, ", "{a: ", "[[a], "])
def test_neither_scanner_reads_on_below_the_depth_of_a_case(opening: str) -> None:
    for loader in (parsing.FAST, parsing.PLAIN):
        taken: list[object] = []
        with pytest.raises((parsing.TooDeep, yaml.YAMLError)):
            taken.extend(parsing.parse("x: " + opening * 1_000, loader))
        assert len(taken) <= 4 * parsing.MOST_DEPTH


def test_a_scanner_that_gives_up_at_a_depth_of_its_own_is_no_way_around(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """libyaml does since 0.2.6, and PyYAML's own scanner was then asked for its words on the whole."""
    parse, asked = yaml.parse, []

    def gives_up(text: str, Loader: object) -> object:  # noqa: N803 (PyYAML's own name)
        asked.append(Loader)
        if Loader is parsing.FAST:
            raise yaml.YAMLError("exceeded maximum nesting depth")
        for number, event in enumerate(parse(text, Loader=Loader)):
            assert number < 100
            yield event

    monkeypatch.setattr(yaml, "parse", gives_up)
    found = events.compose(SourceText("a.yaml", "x: " + "[" * 1_000)).diagnostics
    assert [one.code for one in found] == ["NK110"]
    assert asked == [parsing.FAST, parsing.PLAIN]


@pytest.mark.parametrize("style", ["", "'", '"'])
def test_a_text_is_walked_once_however_many_places_are_asked_for(
    style: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "lek- platserna å ”x” " * 300
    source = SourceText("a.yaml", f"{style}{text}{style}")
    node = Scalar(source, 0, len(source.text), text, style)
    steps, step = [], Scalar._next
    monkeypatch.setattr(Scalar, "_next", lambda *given: steps.append(1) or step(*given))
    places = [node.at(at, at + 1) for at in range(len(text))]
    assert len(steps) == len(text)
    assert len(set(places)) == len(text)


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_the_last_finding_of_a_long_text_has_its_place(quote: str) -> None:
    text = "ord " * 20_000 + "lek- platserna"
    (found,) = read(BASE + f"yttrande: {quote}{text}{quote}\n").diagnostics
    first = len("yttrande: ") + len(quote) + text.index("lek-")
    assert (found.position.line, found.position.column) == (4, first + 1)


@pytest.mark.parametrize("kind", ["paragraphs", "one list", "lists", "groups"])
def test_long_documents_are_written_in_a_moment(kind: str) -> None:
    """lxml counts the elements of a body one by one whenever its length is asked for."""
    told = run(
        """
        import sys
        from pathlib import Path
        from namndkit.values.document import Document, Group, Item, ListBlock, Paragraph, Run
        from namndkit.values.position import Position
        from namndkit.word.body import BodyWriter
        from namndkit.word.look import read_look

        most, place = 120_000, Position("a.yaml")
        one = Paragraph("brödtext", (Run("a"),), place)
        item = ListBlock("•", (Item(None, (one,)),), place)
        blocks = {
            "paragraphs": (one,) * most,
            "one list": (ListBlock("•", (Item(None, (one,)),) * most, place),),
            "lists": (item,) * most,
            "groups": (Group("underskrift", (one,), place),) * most,
        }
        look = read_look(Path(sys.argv[2])).value
        root = BodyWriter(look).body(Document("yttrande", blocks[sys.argv[1]]))
        print(sum(1 for _ in root[0].iterchildren()))
        """,
        kind,
        str(Path(__file__).parents[1] / "templates" / "utseende.docx"),
    )
    assert told == "120001"


TABLES = {
    "columns that mean nothing": ";".join(["Ändamål", *(f"k{n}" for n in range(100_000))]),
    "columns that mean the same": ";".join(["Ändamål", *["2026"] * 100_000]),
    "columns without a heading": "Ändamål;Belopp\n" + "x;1\n" * 5_000 + ";" * 100_000 + "x",
}


@pytest.mark.parametrize("name", TABLES)
def test_wide_tables_are_refused_in_a_moment(name: str, tmp_path: Path) -> None:
    file = tmp_path / "k.csv"
    first, _, rest = TABLES[name].partition("\n")
    file.write_text(f"{first}\n{rest or ';'.join('1' * 100_001)}\n", encoding="utf-8")
    told = run(
        """
        import sys
        from pathlib import Path
        from namndkit.cli.table import Unreadable, read_table
        try:
            read_table(Path(sys.argv[1]).read_bytes())
        except Unreadable as problem:
            print("refused")
        """,
        str(file),
    )
    assert told == "refused"


@pytest.mark.parametrize(
    ("row", "count"), [("hyllor till förrådet;1\n", 170_000), ("x;1\n", 10_002), ("\n", 2_100_000)]
)
def test_a_table_is_read_whole_or_refused_with_what_to_do(row: str, count: int) -> None:
    with pytest.raises(Unreadable) as refused:
        read_table(("Ändamål;Belopp\n" + row * count).encode())
    assert "2 MB" in str(refused.value) or "10 000 rader" in str(refused.value)
    assert "dela tabellen" in refused.value.remedy


def test_the_largest_table_is_read_to_its_last_line() -> None:
    table = read_table(("Ändamål;Belopp\n" + "x;1\n" * 9_999 + "sist;2\n").encode())
    assert (len(table.lines), table.lines[-1]) == (10_000, (10_001, ("sist", "2")))


def test_units_of_a_table_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from namndkit.cli import costs

    asked, look = [], costs._other_unit
    monkeypatch.setattr(costs, "_other_unit", lambda table: asked.append(1) or look(table))
    lines, _ = costs.lines_of(("Ändamål;Belopp\n" + "x;1\n" * 50).encode())
    assert lines["rader"].count("ändamål") == 50
    assert len(asked) == 1
