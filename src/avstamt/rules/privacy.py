"""Rules about what must not be read in a public report: personal identity numbers and private contact details."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.place import Place
from avstamt.language.words import word_set
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_IDENTITY = re.compile(r"(?<![\d-])(?P<century>19|20)?(?P<date>\d{6})(?P<sign>[-+–])?(?P<last>\d{4})(?![\d-])")
_LONG_NUMBER = re.compile(r"[0-9]{6,8}[-+–]?[0-9]{4}")
_EMAIL = re.compile(r"[\w.+-]+@(?P<domain>[\w-]+(?:\.[\w-]+)+)")
_PRIVATE_DOMAINS = word_set(
    "gmail hotmail outlook live icloud yahoo me mac protonmail proton telia bredband comhem tele2 spray msn passagen"
)
_MOBILE = re.compile(r"(?<![\d/-])(?:\+46|0046|0)[\s-]?\(?0?\)?7[02369](?:[\s-]?\d){7}(?!\d)")
_COORDINATION = 60
_HIDDEN = "••••"


@rule(
    "INT-101",
    name="personnummer",
    level=Level.ERROR,
    basis="integritet",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def no_identity_number_is_printed(context: Context) -> Iterator[Observation]:
    """Rapporten innehåller inga personnummer.

    Varför: rapporten är en allmän handling och publiceras. Talet prövas med datum och kontrollsiffra.
    Fel: Ansökan från 811218-9876 har avslagits.
    Rätt: En ansökan har avslagits.
    """
    for place, text in _everything(context):
        for match in _IDENTITY.finditer(text) if _LONG_NUMBER.search(text) else ():
            if is_identity_number(match):
                yield found(
                    place.at(*match.span()),
                    "Texten innehåller ett personnummer.",
                    Evidence(place.at(*match.span()), f"{match['date']}-{_HIDDEN}"),
                    advice="Ta bort numret. Det hör inte hemma i en rapport som publiceras.",
                )


@rule(
    "INT-102",
    name="privata-kontaktuppgifter",
    level=Level.DEVIATION,
    basis="integritet",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def no_private_contact_details_are_printed(context: Context) -> Iterator[Observation]:
    """Löpande text innehåller inga privata e-postadresser eller mobilnummer.

    Varför: rapporten publiceras, och den som läser ska vända sig till en funktion, inte till en privat adress.
    Fel: Anmälan görs till kontakt@gmail.com.
    Rätt: Anmälan görs till enhetens funktionsbrevlåda.
    """
    for place, text in _everything(context):
        if "@" in text:
            for match in _EMAIL.finditer(text):
                if match["domain"].lower().split(".")[0] in _PRIVATE_DOMAINS:
                    yield _contact(place, match, "en e-postadress som ser ut att vara privat")
        for match in _MOBILE.finditer(text) if "7" in text else ():
            yield _contact(place, match, "ett mobilnummer")


def is_identity_number(match: re.Match[str]) -> bool:
    """Tell whether digits are a personnummer or samordningsnummer: a real date and the right check digit.

    Ten digits in a row without century or hyphen may be anything, and are passed.
    """
    if not match["century"] and not match["sign"]:
        return False
    digits = match["date"] + match["last"]
    return _is_date(match["century"] or "20", match["date"]) and _check(digits)


def _is_date(century: str, date: str) -> bool:
    year, month, day = int(century + date[:2]), int(date[2:4]), int(date[4:])
    day -= _COORDINATION if day > _COORDINATION else 0
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _check(digits: str) -> bool:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _contact(place: Place, match: re.Match[str], what: str) -> Observation:
    return found(
        place.at(*match.span()),
        f"Texten innehåller {what}.",
        Evidence(place.at(*match.span()), match.group()),
        advice="Skriv en funktion eller en adress till arbetet i stället, om uppgiften behövs.",
    )


def _everything(context: Context) -> Iterator[tuple[Place, str]]:
    for block in context.written:
        yield block.place, block.text
    for goal, place in context.goals:
        for activity in goal.activities:
            yield place / "activities" / activity.id / "text", activity.text
