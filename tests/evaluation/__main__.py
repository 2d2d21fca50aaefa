"""Measures the importer and the rules: `python -m tests.evaluation structure|findings|precision|mutations`.

`papers` prints every report in Word and PDF, and holds the papers against what they must be (LibreOffice is needed).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.evaluation.findings import findings, findings_json, findings_text
from tests.evaluation.gold import read_gold
from tests.evaluation.imported import document
from tests.evaluation.matching import Score
from tests.evaluation.mutations.harmless import HARMLESS
from tests.evaluation.mutations.planting import EACH, disturb, grounds, plant, right_pages
from tests.evaluation.mutations.printing import harmless_text, slips_text
from tests.evaluation.mutations.sorts import SORTS
from tests.evaluation.papers import examined, paper_cases, papers_text
from tests.evaluation.precision import paired, precision_json, precision_text, readings, seen
from tests.evaluation.printing import structure_json, structure_text
from tests.evaluation.sources import imported, labelled
from tests.evaluation.structure import compare

from avstamt.resources import resource
from avstamt.templates.catalogue import Catalogue, catalogue

SHARED = Path(__file__).resolve().parents[3] / "shared"


def structure(reports: Path, gold: Path, shipped: Catalogue, only: str = "") -> dict[str, dict[str, Score]]:
    """Return every figure of every report that has structure labels."""
    return {
        name: compare(read_gold(labels), document(imported(report, shipped)))
        for name, report, labels in labelled(reports, gold, "struktur", only)
    }


def mutations(arguments: argparse.Namespace) -> list[str]:
    """Plant slips and harmless edits in the shipped samples and the reports, and return the figures as lines."""
    shipped = catalogue()
    where = grounds([resource("samples"), *([arguments.reports] if arguments.reports else [])], shipped)
    sorts = [sort for sort in SORTS if arguments.only in sort.name]
    slips = list(plant(sorts, (*where, *right_pages(shipped)), shipped, arguments.each * len(sorts), arguments.seed))
    edits = [] if arguments.only else list(disturb(HARMLESS, where, shipped, arguments.edits, arguments.seed))
    return [*slips_text(sorts, slips, arguments.verbose), "", *harmless_text(HARMLESS, edits)]


def main() -> None:
    """Run one of the evaluations and print its figures."""
    arguments = _arguments()
    if arguments.what == "mutations":
        print("\n".join(mutations(arguments)))
        return
    if arguments.what == "papers":
        outcomes_of_papers = examined(paper_cases(arguments.reports, catalogue(), arguments.only), catalogue())
        print("\n".join(papers_text(outcomes_of_papers)))
        return
    where = (arguments.reports, arguments.gold, catalogue(), arguments.only)
    if arguments.what == "structure":
        measured = structure(*where)
        as_json, as_text = structure_json(measured), structure_text(measured)
    elif arguments.what == "precision":
        pairs = paired(list(seen(arguments.reports, where[2], arguments.only)), readings())
        as_json, as_text = precision_json(pairs), precision_text(pairs)
    else:
        outcomes = findings(*where)
        as_json, as_text = findings_json(outcomes), findings_text(outcomes)
    print(json.dumps(as_json, ensure_ascii=False, indent=1) if arguments.json else "\n".join(as_text))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument(
        "what", choices=("structure", "findings", "precision", "mutations", "papers"), help="what is measured"
    )
    parser.add_argument("--reports", type=Path, help="folder with X.txt")
    parser.add_argument("--gold", type=Path, help="folder with X.struktur.json and X.brister.json")
    parser.add_argument("--only", default="", help="only reports (or sorts of slips) whose name holds this")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    parser.add_argument("--each", type=int, default=EACH, help="how many slips of each sort")
    parser.add_argument("--edits", type=int, default=500, help="how many harmless edits")
    parser.add_argument("--seed", type=int, default=1, help="what chance starts from")
    parser.add_argument("--verbose", action="store_true", help="print each slip that was missed")
    arguments = parser.parse_args()
    if arguments.what != "mutations":
        arguments.reports = arguments.reports or SHARED / "seeds"
        arguments.gold = arguments.gold or SHARED / "gold"
    return arguments


if __name__ == "__main__":
    main()
