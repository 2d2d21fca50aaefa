"""`python -m tests.evaluation.synthetic --count N --seed S`: random reports, printed, imported and measured, layout by layout."""

from __future__ import annotations

import argparse
from collections import defaultdict

from tests.evaluation.matching import Score
from tests.evaluation.structure import FIGURES
from tests.evaluation.synthetic.style import BASES, VARIANTS, Style
from tests.evaluation.synthetic.trial import trial

ALL = (*FIGURES, "words_in_place", "blocks")


def main() -> None:
    """Run the trials and print figures and misses."""
    arguments = _arguments()
    totals: defaultdict[str, Score] = defaultdict(Score)
    for style in (*BASES, *VARIANTS):
        if arguments.style and style.name not in arguments.style.split(","):
            continue
        for name, score in _scores(style, arguments).items():
            totals[name].add(score)
    _print("I allt", totals, arguments.misses and 0)


def _scores(style: Style, arguments: argparse.Namespace) -> dict[str, Score]:
    sums: defaultdict[str, Score] = defaultdict(Score)
    for number in range(arguments.seed, arguments.seed + arguments.count):
        made = trial(style, number, several=arguments.several)
        for name, score in made.scores.items():
            sums[name].add(score, f"{made.name}: ")
    _print(style.name, sums, arguments.misses)
    return sums


def _print(title: str, scores: dict[str, Score], misses: int) -> None:
    print(title)
    for name in ALL:
        score = scores[name]
        if score.n and min(score.precision, score.recall) < 1:
            print(f"  {name:24} {score.precision:8.2%} {score.recall:8.2%} {score.n:6} {len(score.misses):5}")
    for name in ALL:
        for miss in scores[name].misses[:misses]:
            print(f"    {name}: {miss[:260]}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.synthetic", description=__doc__)
    parser.add_argument("--count", type=int, default=6, help="reports per layout")
    parser.add_argument("--seed", type=int, default=0, help="number of the first")
    parser.add_argument("--style", default="", help="only these layouts, separated by commas")
    parser.add_argument("--misses", type=int, default=5, help="misses to print per figure and layout")
    parser.add_argument("--several", action="store_true", help="two reports in one file")
    return parser.parse_args()


if __name__ == "__main__":
    main()
