"""Which lines of a draft are goals: by what they are called, by KF's own titles, and by what stands right under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from avstamt.domain.printed import seen
from avstamt.importers.word.pieces import Piece, ReadParagraph, ReadTable
from avstamt.importers.word.verdicts import verdict
from avstamt.importers.wording import field_label, folded, goal_head, numbered_title
from avstamt.templates.catalogue import catalogue

_KINDS = r"KF:s (?:inriktningsmål|mål för verksamhetsområdet)|(?:Nämnd|Enhets|Nämndens |Enhetens )?mål"
_CALLED = re.compile(
    rf"(?P<kind>{_KINDS})(?:\s*:|(?:\s+(?P<number>\d+(?:\.\d+)*))?\s*[.:–-])\s*(?P<title>\S.*)", re.IGNORECASE
)
_COUNTED = re.compile(rf"(?P<kind>{_KINDS})\s+(?P<number>\d+(?:\.\d+)*)\s+(?P<title>[A-ZÅÄÖ].*)")
_NAME = re.compile(rf"(?:{_KINDS})(?: \d+)?:?", re.IGNORECASE)
_OF_CITY = ("KF:s inriktningsmål", "KF:s mål för verksamhetsområdet")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal's kind as it is printed ("Enhetsmål"), its number and its title."""

    kind: str
    number: str
    title: str

    @property
    def lines(self) -> tuple[str, str]:
        """Return the goal as its kind and its title on a line each; the numbers of a unit's own goals are not kept."""
        is_own = "enhet" in self.kind.lower()
        return f"{self.kind}:", self.title if is_own else f"{self.number} {self.title}".strip()


def is_goal_name(text: str) -> bool:
    """Tell whether a text is only what a goal is called: "Mål:", "Enhetsmål"."""
    return _NAME.fullmatch(text) is not None


def named_goal(kind: str, number: str, title: str) -> Goal:
    """Return a goal of a kind as somebody wrote it; what a unit calls just a goal is its own."""
    kind = kind.rstrip(": 0123456789")
    return Goal("Enhetsmål" if kind.lower() == "mål" else kind, number, title)


def goals_among(pieces: Sequence[Piece]) -> Iterator[tuple[int, Goal]]:
    """Yield the paragraphs that are goals, by their place among the pieces, where the line itself does not say so."""
    direction = ""
    for at, piece in enumerate(pieces):
        goal = _goal(pieces, at, piece) if isinstance(piece, ReadParagraph) else None
        if goal is None and isinstance(piece, ReadParagraph) and direction:
            goal = _below(piece, direction)
        if goal is not None:
            direction = goal.number.strip(".") if goal.kind == _OF_CITY[0] else direction
            yield at, goal


def _goal(pieces: Sequence[Piece], at: int, paragraph: ReadParagraph) -> Goal | None:
    text = on_one_line(paragraph.text)
    if not text or len(text) > _LONGEST or not (_is_heading(paragraph) or paragraph.kind.startswith("n")):
        return None
    called = _CALLED.fullmatch(text) or _COUNTED.fullmatch(text)
    if called is not None and _is_heading(paragraph):
        if goal_head(text) is not None and not paragraph.counted:
            return None
        return named_goal(called["kind"], paragraph.counted or called["number"] or "", called["title"])
    if goal_head(text) is not None or field_label(text) is not None or verdict(text) is not None:
        return None
    number, title = numbered_title(text)
    number = paragraph.counted or number
    depth = _titles_of_city().get(folded(title))
    if depth is not None and number and not _is_told_above(pieces, at):
        return Goal(_OF_CITY[depth], number, title)
    return Goal("Enhetsmål", number, title) if _speaks_of_goal(pieces, at) else None


def _below(paragraph: ReadParagraph, direction: str) -> Goal | None:
    """Return the goal of a verksamhetsområde that a heading is, by its number below that of an inriktningsmål."""
    text = on_one_line(paragraph.text)
    number, title = numbered_title(text)
    number = paragraph.counted or number
    is_below = re.fullmatch(rf"{re.escape(direction)}\.\d{{1,2}}\.?", number) is not None
    is_own = goal_head(title) is None and goal_head(text) is None and paragraph.kind.startswith("h")
    return Goal(_OF_CITY[1], number, title) if is_below and is_own else None


def _is_heading(paragraph: ReadParagraph) -> bool:
    """Tell whether a paragraph is a heading, by its style or as people make them: all of it bold."""
    return paragraph.kind.startswith("h") or all(run.bold for run in paragraph.runs if run.text.strip())


def _is_told_above(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether the line above says what kind of goal this is."""
    above = next((one for one in reversed(pieces[:at]) if isinstance(one, ReadTable) or one.text.strip()), None)
    return isinstance(above, ReadParagraph) and goal_head(on_one_line(above.text)) is not None


def _speaks_of_goal(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether an assessment or the label of a goal's text follows right away, which stand under goals alone."""
    if _is_told_above(pieces, at):
        return False
    after = next((one for one in pieces[at + 1 :] if isinstance(one, ReadTable) or one.text.strip()), None)
    if not isinstance(after, ReadParagraph):
        return False
    text = on_one_line(after.text)
    return verdict(text) not in (None, "Ingen") or field_label(text) in (
        "expected_result",
        "working_method",
        "analysis",
    )


@lru_cache(maxsize=1)
def _titles_of_city() -> dict[str, int]:
    """Return the titles of KF's goals of all years: 0 for an inriktningsmål, 1 for a goal of a verksamhetsområde."""
    return {
        folded(title): depth
        for years in catalogue().years
        for depth, goals in enumerate((years.directions, years.areas))
        for goal in goals
        for title in (goal.title, *goal.variants)
    }


def on_one_line(text: str) -> str:
    """Return a text of several lines on one, as it is seen."""
    return " ".join(part for part in seen(text).split("\n") if part).strip()
