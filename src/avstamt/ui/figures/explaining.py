"""What is said about a linked figure: its source, its format, and how to get there."""

from __future__ import annotations

from html import escape

from avstamt.domain.report import Report
from avstamt.domain.text import FigureReference
from avstamt.language.linked.listing import source_words
from avstamt.language.linked.sources import State, shown
from avstamt.ui.where import short

_LONGEST = 60
_TROUBLE = {
    State.EMPTY: "Källan har inget tal nu. Siffran står kvar som den var.",
    State.GONE: "Källan är borttagen. Siffran står kvar som text.",
}


def explained(report: Report, reference: FigureReference) -> tuple[str, ...]:
    """Return the sentences about a linked figure: what it is, and what it shows now or why it shows nothing."""
    now = shown(report, reference)
    name, which = source_words(report, reference)
    words = ", ".join(filter(None, (which, short(name, _LONGEST))))
    head = f"Länkad siffra: {words}" if words else "Länkad siffra"
    if now.state is State.LIVE:
        return head, f"Skrivs som: {now.text}", "Ctrl+klicka för att gå till källan, högerklicka för mer."
    return head, _TROUBLE[now.state]


def as_tool_tip(report: Report, reference: FigureReference) -> str:
    """Return the sentences as a tool tip, the first in bold."""
    head, *rest = explained(report, reference)
    return "<br>".join((f"<b>{escape(head)}</b>", *map(escape, rest)))
