"""The page that a report is printed on, as an extraction hands it back: lines, blanks, page breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random

from tests.evaluation.synthetic.style import Style

_TIMES = (
    dict.fromkeys(" .,", 250) | dict.fromkeys("ijlt:;/", 278) | dict.fromkeys("fr-()I!", 333) | dict.fromkeys("aceszåäé?", 444)
    | dict.fromkeys("sJ", 389) | dict.fromkeys("FPS", 556) | dict.fromkeys("ELTZ", 611) | dict.fromkeys("BCR", 667)
    | dict.fromkeys("wADGHKNOQUVXYÅÄÖ", 722) | {"m": 778, "M": 889, "W": 944, "%": 833}
)  # fmt: skip
_ARIAL = (
    dict.fromkeys(" ,.ft/I:;()", 278) | dict.fromkeys("ijl", 222) | dict.fromkeys("r-", 333) | dict.fromkeys("cksvxyz", 500)
    | {"m": 833, "w": 722, "M": 833, "W": 944, "%": 889} | dict.fromkeys("ABEKPSVXYÅÄCDHNRUGOQÖ", 700)
)  # fmt: skip


def width(text: str, *, sans: bool) -> int:
    """Return a text's width in thousandths of the type's size."""
    widths = _ARIAL if sans else _TIMES
    return sum(widths.get(letter, 500) for letter in text)


def wrapped(text: str, measure: int, *, sans: bool, hyphen: str = "") -> list[str]:
    """Break a text into lines; words break at their hyphens, and with `hyphen` anywhere long ones do."""
    lines: list[str] = [""]
    for word in re.findall(r"\S+", text):
        for part, glue in _parts(word):
            longer = f"{lines[-1]}{glue}{part}" if lines[-1] else part
            if width(longer, sans=sans) <= measure or not lines[-1]:
                lines[-1] = longer
            elif hyphen and len(part) > 13 and width(f"{lines[-1]}{glue}{part[:6]}-", sans=sans) <= measure:
                lines[-1] += f"{glue}{part[:6]}{hyphen}"
                lines.append(part[6:])
            else:
                lines.append(part)
    return lines


def _parts(word: str) -> list[tuple[str, str]]:
    match = re.fullmatch(r"([^\W\d]+-)([^\W\d]+\S*)", word)
    return [(match[1], " "), (match[2], "")] if match else [(word, " ")]


@dataclass
class Paper:
    """Takes the lines of a report in order. `held` keeps page breaks away while a table decides on its own."""

    style: Style
    rng: Random
    lines: list[str] = field(default_factory=list)
    on_page: int = 0
    page: int = 1
    lead: str = ""
    held: bool = False

    def line(self, text: str, *, last: bool = False, lead: str = "", glued: bool = False) -> None:
        """Set a line; `last` ends a paragraph, `glued` breaks within a word."""
        style = self.style
        if self.on_page >= style.page and not self.held:
            self.turn()
        tail = " " if style.blank_end and not glued and not (style.marked and last) else ""
        self.lines.append(f"{self.lead or lead}{text}{tail}")
        self.lead = ""
        self.on_page += 1
        if style.doubled:
            self.lines.append("")

    def raw(self, *lines: str) -> None:
        """Set lines as they are."""
        self.lines += [f"{self.lead}{lines[0]}", *lines[1:]] if lines else []
        self.lead = ""
        self.on_page += len(lines)

    def gap(self) -> None:
        """Leave a blank line where this layout has them."""
        if self.style.gaps and self.lines and self.lines[-1] and not self.style.doubled:
            self.lines.append("")

    def turn(self) -> None:
        """Begin a new page: running foot and head, or only the blank that a lost icon leaves."""
        style = self.style
        self.on_page, self.page = 0, self.page + 1
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        if style.sides:
            sides = [side.format(page=self.page, pages=60) for side in style.sides]
            for side in sides:
                self.lines += ["", side] if style.doubled or self.rng.random() < 0.5 else [side]
            self.lines.append("")
        elif style.doubled and self.rng.random() < 0.3:
            self.lines.append("")
        if style.form_feed:
            self.lines.append("\f")
        if style.break_lead and style.wrapped:
            self.lead = " "

    def paragraph(self, text: str, measure: int = 0, mark: str = "", *, low: str = "") -> None:
        """Set a paragraph; `mark` is its bullet."""
        style = self.style
        if not style.wrapped:
            self.line(mark + text, last=True)
        else:
            parts = wrapped(mark + text, measure or style.measure, sans=style.sans, hyphen=style.hyphen)
            for index, part in enumerate(parts):
                broken = part.endswith(("-", "\u00ad")) and index + 1 < len(parts)
                self.line(part, last=index + 1 == len(parts), glued=broken, lead=low if index == 0 else "")
        if style.apart:
            self.gap()
