"""Claims in short, so that a table of cases can say what a sentence claims."""

from __future__ import annotations

from avstamt.language.claims import base, model
from avstamt.language.claims.reading import read_claims
from avstamt.language.numbers.model import Figure


def told(text: str, *kinds: type[base.Claim]) -> list[str]:
    """Return the claims of `kinds` (all where none is named) that a text makes, in short."""
    return [described(claim, text) for claim in read_claims(text).claims if isinstance(claim, kinds or (base.Claim,))]


def described(claim: base.Claim, text: str) -> str:
    """Return a claim in short: what it says, then how, then when."""
    return " ".join(word for word in (*_SHORT[type(claim)](claim, text), *_manner(claim)) if word)


def _manner(claim: base.Claim) -> list[str]:
    words = [] if claim.modality is base.Modality.FACT else [f"[{claim.modality.value}]"]
    words += ["NEKAT"] if claim.negated else []
    if claim.when:
        words.append(f"@{_time(claim.when)}")
    return words


def _time(when: base.When | None) -> str:
    if when is None:
        return ""
    return str(when.year) if when.year else str(when.relative)


def _of(figure: Figure | None, text: str, label: str = "") -> str:
    return f"{label}{figure.extent.of(text)}" if figure else ""


def _level(claim: model.Level, text: str) -> list[str]:
    return [claim.role, _of(claim.figure, text), claim.sex or "", "bas" if claim.base else ""]


def _change(claim: model.Change, text: str) -> list[str]:
    ends = (_of(claim.before, text, "från:"), _of(claim.after, text, "till:"), _of(claim.by, text, "med:"))
    return [claim.direction or "?", *ends, f"sedan:{_time(claim.since)}" if claim.since else "", claim.sex or ""]


def _comparison(claim: model.Comparison, text: str) -> list[str]:
    than = f"än:{_time(claim.than)}" if claim.than else ""
    return [
        claim.relation,
        claim.standard,
        _of(claim.by, text, "med:"),
        _of(claim.base, text, "än:"),
        than,
        claim.sex or "",
    ]


def _achievement(claim: model.Achievement, text: str) -> list[str]:
    return [claim.aim, claim.verdict, *(_of(f, text) for f in claim.figures)]


def _tally(claim: model.Tally, _text: str) -> list[str]:
    numbers = {"alla": claim.everything or None, "av": claim.whole, "antal": claim.count, "utom": claim.exceptions}
    told_ones = [
        f"{name}:{value}" if value is not True else name for name, value in numbers.items() if value is not None
    ]
    each = [f"{tallied.count} {tallied.verdict}" for tallied in claim.each]
    return [claim.noun, claim.verdict or "", *told_ones, *each]


def _parts(claim: model.Parts, text: str) -> list[str]:
    parts = [f"{_of(part.figure, text)}{f'({part.sex})' if part.sex else ''}" for part in claim.parts]
    return [_of(claim.whole, text) or "?", "=" if claim.exhaustive else ">", " + ".join(parts)]


def _balance(claim: model.Balance, text: str) -> list[str]:
    return [claim.result, _of(claim.figure, text), "rubrik" if claim.heading else "", "" if claim.said else "tecken"]


_SHORT = {
    model.Level: _level,
    model.Change: _change,
    model.Comparison: _comparison,
    model.Achievement: _achievement,
    model.Tally: _tally,
    model.Parts: _parts,
    model.Balance: _balance,
}


def cases(lines: str) -> list[tuple[str, list[str]]]:
    """Return the cases of a table: a text, a bar, and what is claimed, parted by semicolons."""
    rows = [line.split("|") for line in lines.strip().splitlines()]
    return [(text.strip(), [part.strip() for part in told_.split(";") if part.strip()]) for text, told_ in rows]
