"""What every form needs at hand: the document, the catalogue and template it follows, and how the window looks."""

from __future__ import annotations

from dataclasses import dataclass

from avstamt.templates.catalogue import Catalogue
from avstamt.templates.template import Template
from avstamt.ui.document import Document
from avstamt.ui.look import Look
from avstamt.ui.marks.own_words import OwnWords


@dataclass(frozen=True)
class Desk:
    """A document on the desk, with what is needed to show and edit it."""

    document: Document
    catalogue: Catalogue
    look: Look
    own_words: OwnWords | None = None

    @property
    def template(self) -> Template:
        """Return what a report of this kind, level and year contains."""
        report = self.document.report
        return self.catalogue.template(report.kind, report.level, report.year)
