"""What each rule is about, in the words of the labels: a finding is only held against labels of these categories."""

from __future__ import annotations

ABOUT: dict[str, frozenset[str]] = {}
"""Rule code → categories of labels. A rule that is missing here must touch every line of a label to have found it."""
