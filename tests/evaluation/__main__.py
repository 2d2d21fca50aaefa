"""Measures the importer and the rules against labelled reports: `python -m tests.evaluation structure|findings`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.evaluation.findings import findings, findings_json, findings_text
from tests.evaluation.gold import read_gold
from tests.evaluation.imported import document
from tests.evaluation.matching import Score
from tests.evaluation.printing import structure_json, structure_text
from tests.evaluation.sources import imported, labelled
from tests.evaluation.structure import compare

from avstamt.templates.catalogue import Catalogue, catalogue


def structure(reports: Path, gold: Path, shipped: Catalogue, only: str = "") -> dict[str, dict[str, Score]]:
    """Return every figure of every report that has structure labels."""
    return {
        name: compare(read_gold(labels), document(imported(report, shipped)))
        for name, report, labels in labelled(reports, gold, "struktur", only)
    }


def main() -> None:
    """Run one of the two evaluations and print its figures."""
    arguments = _arguments()
    where = (arguments.reports, arguments.gold, catalogue(), arguments.only)
    if arguments.what == "structure":
        measured = structure(*where)
        as_json, as_text = structure_json(measured), structure_text(measured)
    else:
        outcomes = findings(*where)
        as_json, as_text = findings_json(outcomes), findings_text(outcomes)
    print(json.dumps(as_json, ensure_ascii=False, indent=1) if arguments.json else "\n".join(as_text))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("what", choices=("structure", "findings"), help="what is measured")
    parser.add_argument("--reports", type=Path, required=True, help="folder with X.txt")
    parser.add_argument("--gold", type=Path, required=True, help="folder with X.struktur.json and X.brister.json")
    parser.add_argument("--only", default="", help="only reports whose name holds this")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    return parser.parse_args()


if __name__ == "__main__":
    main()
