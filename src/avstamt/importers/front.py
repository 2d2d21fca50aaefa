"""The front page of a tjänsteutlåtande: handläggare, recipient, proposals, signatories and appendices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from avstamt.importers.drafts import DraftText, TextLine
from avstamt.importers.layout import Layout, begins_low
from avstamt.importers.lines import Line
from avstamt.importers.model import Noise
from avstamt.importers.wording import folded

LABEL = "ledtext på första sidan"

_PHONE = re.compile(
    r"^(?:Telefon|Tfn|Tel|Mobil)?\.?\s*:?\s*(?P<number>0\d{1,3}\s*[-–\s]\s*\d[\d\s-]{4,11}|\+46[\d\s-]{7,14})?$",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"^(?:E-?post\s*:?\s*)?(?P<email>[\w.+-]+@[\w.-]+\.\w+)$", re.IGNORECASE)
_DIARY = re.compile(r"^(?:Dnr|Diarienummer|Ärendenummer)\.?\s*:?\s*(?P<number>.*)$", re.IGNORECASE)
_DATE = re.compile(r"^(?:Datum\s*:?\s*)?(?P<date>20\d\d-\d\d-\d\d)$", re.IGNORECASE)
_DEPARTMENT = re.compile(r"^[A-ZÅÄÖ][\wåäö,-]*(?:\s[\wåäö-]+){0,4}\s?(?:stadsdels)?förvaltning(?:en)?$")
_UNIT = re.compile(r"^(?:Avdelning|Enhet|Stab|Administrativ)\w*\b", re.IGNORECASE)
_NAME = re.compile(r"^[A-ZÅÄÖ][\wåäöéü.-]+(?:\s+(?:[A-ZÅÄÖ][\wåäöéü.-]+|von|af|de)){1,4}$")
_TITLE_WORDS = re.compile(
    r"direktör|chef\b|chef$|controller|sekreterare|strateg|samordnare|handläggare|ekonom|stadsdelsdirektör",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^Till:?\s+(?P<who>[A-ZÅÄÖ][\wåäö -]{2,60}?(?:nämnd(?:en)?|styrelsen))(?:[\s,]+(?P<date>20\d\d-\d\d-\d\d))?$"
)
_APPENDIX = re.compile(r"^(?P<label>Bilaga(?:\s+\d+\s?[a-z]?)?)\s*[:.–-]?\s*(?P<title>.*)$", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?P<label>\d{1,2}\s?[a-z]?)[.)]\s+(?P<title>.+)$")


class _Part(Enum):
    HEAD = auto()
    OFFICERS = auto()
    RECIPIENT = auto()
    PROPOSALS = auto()
    APPENDICES = auto()


@dataclass(slots=True)
class DraftOfficer:
    """A handläggare as far as read."""

    name: str
    line: int
    phone: str = ""
    email: str = ""


@dataclass(slots=True)
class DraftFront:
    """The front page as far as read; `rest` are the lines that found no place."""

    department: str = ""
    unit: str = ""
    diary_number: str = ""
    date: str = ""
    recipient: str = ""
    officers: list[DraftOfficer] = field(default_factory=list)
    proposals: DraftText | None = None
    signatories: list[tuple[str, str, tuple[int, int]]] = field(default_factory=list)
    appendices: list[tuple[str, str, tuple[int, int]]] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    noise: list[Noise] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    part: _Part = _Part.HEAD

    @property
    def is_there(self) -> bool:
        """Tell whether the lines were a front page at all."""
        return self.proposals is not None or bool(self.officers) or bool(self.recipient)


def read_front(lines: Sequence[Line], layout: Layout, title_line: int) -> DraftFront:
    """Read the lines before a report's first section."""
    front = DraftFront()
    for index, line in enumerate(lines):
        if line.number == title_line:
            continue
        if not _label(front, line):
            _value(front, line, lines[index + 1 :], layout)
    return front


def _label(front: DraftFront, line: Line) -> bool:
    """Take a line that is a label of the form; tell whether it was one."""
    word = folded(line.text)
    parts = {
        "handläggare": _Part.OFFICERS,
        "till": _Part.RECIPIENT,
        "bilagor": _Part.APPENDICES,
        "bilaga": _Part.APPENDICES,
        "bilageförteckning": _Part.APPENDICES,
    }
    if word == "förslag till beslut":
        front.part = _Part.PROPOSALS
        front.proposals = front.proposals or DraftText(line.number)
        front.lines.setdefault("proposals", line.number)
        return True
    if word in parts and not (word == "till" and front.part is _Part.PROPOSALS):
        front.part = parts[word]
        front.noise.append(Noise(line.number, line.text, LABEL))
        return True
    if word in ("telefon", "tfn", "e-post", "datum", "dnr"):
        front.noise.append(Noise(line.number, line.text, LABEL))
        return True
    return False


def _value(front: DraftFront, line: Line, following: Sequence[Line], layout: Layout) -> None:
    text = line.text
    if front.part is not _Part.APPENDICES and (_contact(front, line) or _recipient(front, line)):
        return
    if front.part is _Part.APPENDICES or (_APPENDIX.match(text) and front.part is not _Part.PROPOSALS):
        _appendix(front, line)
    elif front.part is _Part.OFFICERS and _NAME.match(text):
        front.officers.append(DraftOfficer(text, line.number))
    elif front.part is _Part.RECIPIENT and not front.recipient:
        front.recipient = text
        front.lines["recipient"] = line.number
    elif front.part is _Part.PROPOSALS and front.proposals is not None:
        _proposal(front, front.proposals, line, following, layout)
    elif front.part in (_Part.HEAD, _Part.OFFICERS) and not front.department and _DEPARTMENT.match(text):
        front.department = text
        front.lines["department"] = line.number
    elif front.part in (_Part.HEAD, _Part.OFFICERS) and not front.unit and _UNIT.match(text):
        front.unit = text
        front.lines["unit"] = line.number
    else:
        front.rest.append(line)


def _contact(front: DraftFront, line: Line) -> bool:
    """Take a telephone number, an address, a diary number or a date; what stands before its figures is a label."""
    value, kept = line.text, ""
    if (match := _PHONE.match(value)) and match["number"]:
        kept = match["number"]
        officer = next((one for one in front.officers if not one.phone), None)
        if officer is None:
            return False
        officer.phone = kept
    elif match := _EMAIL.match(value):
        kept = match["email"]
        officer = next((one for one in front.officers if not one.email), None)
        if officer is None:
            return False
        officer.email = kept
    elif (match := _DIARY.match(value)) and not front.diary_number and match["number"]:
        kept = front.diary_number = match["number"]
        front.lines["diary_number"] = line.number
    elif (match := _DATE.match(value)) and not front.date:
        kept = front.date = match["date"]
        front.lines["date"] = line.number
    else:
        return False
    if label := value[: len(value) - len(kept)].strip():
        front.noise.append(Noise(line.number, label, LABEL))
    return True


def _recipient(front: DraftFront, line: Line) -> bool:
    """Take a line that says to whom the report goes, and the day of the meeting: "Till Kulturnämnden 2020-09-22"."""
    match = _TO.match(line.text) if front.part is not _Part.PROPOSALS and not front.recipient else None
    if match is None:
        return False
    front.recipient, front.part = match["who"], _Part.RECIPIENT
    front.lines["recipient"] = line.number
    front.noise.append(Noise(line.number, line.text[: match.start("who")].strip(), LABEL))
    if match["date"]:
        front.rest.append(replace(line, text=match["date"]))
    return True


def _proposal(front: DraftFront, text: DraftText, line: Line, following: Sequence[Line], layout: Layout) -> None:
    """Take a point of the proposal, or a signatory below the last point."""
    last = text.lines[-1].line if text.lines else None
    carried = last is not None and (layout.continues(last, line) or begins_low(line.text))
    ended = last is not None and last.text.endswith((".", "!"))
    if ended and not carried and _NAME.match(line.text):
        title = following[0].text if following and _is_title(following[0].text) else ""
        front.signatories.append((line.text, title, (line.number, following[0].number if title else line.number)))
    elif front.signatories and front.signatories[-1][1] == line.text and front.signatories[-1][2][1] == line.number:
        return
    elif front.signatories and not carried and not re.match(r"^\d", line.text):
        front.rest.append(line)
    else:
        text.lines.append(TextLine(line))


def _is_title(text: str) -> bool:
    return len(text) < 60 and _TITLE_WORDS.search(text) is not None and not text.endswith(".")  # noqa: PLR2004 - a title is short


def _appendix(front: DraftFront, line: Line) -> None:
    match = _APPENDIX.match(line.text) or _NUMBERED.match(line.text)
    if match and match["title"]:
        front.appendices.append((match["label"], match["title"], (line.number, line.number)))
    elif front.appendices and begins_low(line.text):
        label, title, numbers = front.appendices[-1]
        front.appendices[-1] = (label, f"{title} {line.text}", (numbers[0], line.number))
    elif front.appendices or not match:
        front.appendices.append(("", line.text, (line.number, line.number)))
    else:
        front.appendices.append((line.text, "", (line.number, line.number)))
