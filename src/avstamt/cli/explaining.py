"""`avstamt regler`: lists the rules, or explains one of them."""

from __future__ import annotations

import argparse
import sys

from avstamt.cli.arguments import USAGE_ERROR
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.documentation import find_rule, page, summary


def explain(given: argparse.Namespace) -> int:
    """Print a line about each rule, or the page of the one that is asked for."""
    if given.code is None:
        print("\n".join(summary(rule) for rule in CATALOGUE))
        return 0
    rule = find_rule(CATALOGUE, given.code)
    if rule is None:
        print(f"Det finns ingen regel som heter {given.code}. Kör avstamt regler för att se alla.", file=sys.stderr)
        return USAGE_ERROR
    print(page(rule))
    return 0
