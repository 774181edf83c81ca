"""How fast namndkit is, as ratios taken in one run: ``python tests/benchmarks/run.py [--whole]``.

Needs docxtpl and pandoc beside namndkit. Every rival writes the same texts with namndkit's own Word
file as its template, in turns, so that the machine's own changes of speed meet all of them alike.
``--whole`` adds the batch of 10 000 cases.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from rivals import PHRASE, Floor, docxtpl_template, with_docxtpl, with_pandoc
from texts import Sample, as_yaml, samples

LOOK = Path(__file__).resolve().parents[2] / "templates" / "utseende.docx"
ROUNDS, EACH = 10, 20
Rows = list[tuple[str, str, str]]


def _cpu(work: Callable[[int], object], numbers: Iterable[int] = (0,)) -> float:
    """Seconds of processor time, child processes' too, that ``work`` takes for each of ``numbers``."""
    wanted = list(numbers)

    def used() -> float:
        own, child = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return own.ru_utime + own.ru_stime + child.ru_utime + child.ru_stime

    before = used()
    for number in wanted:
        work(number)
    return (used() - before) / len(wanted)


def _command(*words: str) -> Callable[[int], object]:
    """A whole process."""
    return lambda _: subprocess.run([sys.executable, "-m", *words], check=True, capture_output=True)


def _ratio(one: list[float], other: list[float]) -> float:
    return statistics.median(a / b for a, b in zip(one, other, strict=True))


def one_case(folder: Path) -> Rows:
    """A whole process for one case, against docxtpl's own command on the same data."""
    sample = next(samples(1))
    (folder / "fall.yaml").write_text(as_yaml(sample), encoding="utf-8")
    docxtpl_template(LOOK, folder / "mall.docx")
    data = {
        "s": {"sammanfattning": sample.sammanfattning, "rekommendationer": sample.rekommendationer}
    }
    (folder / "data.json").write_text(json.dumps({**data, "phrase": PHRASE}), encoding="utf-8")
    paths = [str(folder / name) for name in ("mall.docx", "data.json", "ut.docx")]
    rival = _command("docxtpl", "-o", *paths)
    ours = str(folder / "fall.docx")
    commands = {
        "one case, whole process": _command(
            "namndkit", "render", str(folder / "fall.yaml"), "-o", ours
        ),
        "`--help`": _command("namndkit", "--help"),
        "`--version`": _command("namndkit", "--version"),
    }
    targets = {"one case, whole process": "≤ 2.0", "`--help`": "≤ 0.6", "`--version`": "≤ 0.6"}
    times: dict[str, list[float]] = {name: [] for name in commands}
    theirs: list[float] = []
    for _ in range(ROUNDS):
        theirs.append(_cpu(rival))
        for name, command in commands.items():
            Path(ours).unlink(missing_ok=True)
            times[name].append(_cpu(command))
    return [
        (f"{name}: time, docxtpl = 1", targets[name], f"{_ratio(taken, theirs):.2f}")
        for name, taken in times.items()
    ]


def batch(folder: Path) -> Rows:
    """Documents end to end in one process, against docxtpl, pandoc and the floor, in turns."""
    from namndkit.cli.documents import Maker, Options

    cases = list(samples(ROUNDS * EACH))
    paths = [folder / f"fall{number}.yaml" for number in range(len(cases))]
    for path, sample in zip(paths, cases, strict=True):
        path.write_text(as_yaml(sample), encoding="utf-8")
    docxtpl_template(LOOK, folder / "mall.docx")
    maker = Maker(Options())
    warm = folder / "varm.docx"
    maker.make(str(paths[0]), str(warm))
    with_docxtpl(folder / "mall.docx", cases[0], folder / "tpl.docx")
    floor = Floor(warm)
    works: dict[str, Callable[[int], object]] = {
        "namndkit": lambda n: maker.make(str(paths[n]), str(paths[n].with_suffix(".docx"))),
        "docxtpl": lambda n: with_docxtpl(folder / "mall.docx", cases[n], folder / f"tpl{n}.docx"),
        "floor": lambda n: floor.write(folder / f"golv{n}.docx"),
        "pandoc": lambda n: with_pandoc(LOOK, cases[n], folder / "pandoc.docx"),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for start in range(0, len(cases), EACH):
        for name, work in works.items():
            count = 1 if name == "pandoc" else EACH
            times[name].append(_cpu(work, range(start, start + count)))
    ours = times["namndkit"]
    each = statistics.median(ours) * 1000
    return [
        (
            "batch, per document: docxtpl's time, namndkit = 1",
            "≥ 1.5",
            f"{_ratio(times['docxtpl'], ours):.2f}",
        ),
        (
            "batch, per document: pandoc's time, namndkit = 1",
            "≥ 12",
            f"{_ratio(times['pandoc'], ours):.1f}",
        ),
        ("batch, per document: time, the floor = 1", "≤ 10", f"{_ratio(ours, times['floor']):.1f}"),
        ("batch, per document, ms", "", f"{each:.1f}"),
    ]


def growth() -> Rows:
    """Ten times the text, in process."""
    from namndkit.cli.documents import default_templates
    from namndkit.pipeline import Renderer, check

    renderer = Renderer(default_templates())

    def render(sample: Sample) -> None:
        renderer.render(check(as_yaml(sample).encode(), "fall.yaml", Path()))

    small, large = list(samples(ROUNDS * 5)), list(samples(ROUNDS, times=10))
    render(small[0])
    few: list[float] = []
    many: list[float] = []
    for n in range(ROUNDS):
        few.append(_cpu(lambda number: render(small[number]), range(5 * n, 5 * n + 5)))
        many.append(_cpu(lambda number: render(large[number]), (n,)))
    return [("10 times the text: time, once = 1", "≤ 12", f"{_ratio(many, few):.1f}")]


def whole(folder: Path) -> Rows:
    """10 000 cases by the command: two processes, memory, and a rerun."""
    cases = folder / "tio-tusen"
    cases.mkdir()
    for number, sample in enumerate(samples(10_000)):
        (cases / f"fall{number:05}.yaml").write_text(as_yaml(sample), encoding="utf-8")
    few = folder / "hundra"
    few.mkdir()
    for path in sorted(cases.iterdir())[:100]:
        (few / path.name).write_bytes(path.read_bytes())

    def render(what: Path, out: str, jobs: int = 1) -> tuple[float, int]:
        start = time.perf_counter()
        command = [sys.executable, "-m", "namndkit", "render", str(what), "-o", str(folder / out)]
        process = subprocess.Popen([*command, "--jobs", str(jobs)], stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        assert status == 0
        return time.perf_counter() - start, used.ru_maxrss

    _, least = render(few, "ut-hundra")
    first, most = render(cases, "ut-ett")
    again, _ = render(cases, "ut-ett")
    double, _ = render(cases, "ut-två", 2)
    return [
        ("10 000 cases, seconds", "", f"{first:.0f}"),
        ("10 000 cases: `--jobs 1`, `--jobs 2` = 1", "≥ 1.7", f"{first / double:.2f}"),
        ("10 000 cases: memory, 100 cases = 1", "≤ 1.2", f"{most / least:.2f}"),
        ("10 000 cases: first run, rerun = 1", "≥ 10", f"{first / again:.1f}"),
    ]


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [*one_case(folder), *batch(folder), *growth()]
        if "--whole" in sys.argv:
            rows += whole(folder)
    print("| what is timed | target | measured |\n|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(row)} |")


if __name__ == "__main__":
    main()
