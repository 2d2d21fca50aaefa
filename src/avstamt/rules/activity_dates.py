"""Days told in an activity's analysis: work that is expected, or left, after the end date of the activity."""

from __future__ import annotations

import datetime as dt
import re

from avstamt.domain.activity import Activity
from avstamt.language.sentences import MONTHS

_FIRST = {"våren": 1, "hösten": 8, "sommaren": 6}
_DAY = re.compile(
    rf"\b(?:(?:i|till|under|från|inför|efter)\s+)?(?:början\s+av\s+|slutet\s+av\s+|mitten\s+av\s+)?"
    rf"(?:(?P<when>{'|'.join((*MONTHS, *_FIRST))})(?:\s+(?P<year>20\d\d))?|(?P<bare>20\d\d))\b",
    re.IGNORECASE,
)
_EXPECTED = ("beräkna", "vänta", "kommer att")
_LEFT = ("återstå", "resterande", "kvarvarande")
_AHEAD = re.compile(
    r"\b(?:beräknas|väntas|förväntas)\b"
    r"|\bkommer\s+att\s+(?:\w+\s+)?(?:färdigställas|slutföras|fullföljas|avslutas|vara\s+(?:klar[ta]?|färdig\w*)|bli\s+(?:klar[ta]?|färdig\w*))\b"
    r"|\b(?:återstår|återstående|resterande|kvarvarande)\b.*\b(?:börjar|startar|påbörjas|införs|genomförs|görs|tas\s+i\s+bruk|får)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:nästa|effekt\w*|resultat\w*|nytta\w*|utvärder\w*|följ\w*\s+upp|uppföljning\w*|enkät\w*|mätning\w*|besparing\w*|hyresgäst\w*|"
    r"lagstiftning\w*|lag\w*|lagen|kostnad\w*|volym\w*|behov\w*|\w*ök(?:a|ar|ning\w*)|\w*minsk(?:a|ar|ning\w*))\b",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    r"\b(?:är|blev|var)\s+(?:nu\s+)?(?:klar[ta]?|genomför[dt]a?|avsluta[dt]e?|slutför[dt]a?|färdig\w*|på\s+plats)\b"
    r"|\bhar\s+(?:\w+\s+){0,1}?(?:genomförts|slutförts|avslutats|färdigställts)\b|\b(?:genomfördes|slutfördes|avslutades|färdigställdes)\b",
    re.IGNORECASE,
)


def is_ahead(activity: Activity, sentence: str) -> bool:
    """Tell whether a sentence of the analysis expects work, or says that some is left, after the activity's end date."""
    lower = sentence.lower()
    ends = activity.ends
    if ends is None or not any(cue in lower for cue in (*_EXPECTED, *_LEFT)):
        return False
    cue = _AHEAD.search(sentence)
    if cue is None or _OF_OTHERS.search(sentence) or _is_finished(activity):
        return False
    return any(_first_day(day, ends) > ends for day in _DAY.finditer(sentence, cue.start()))


def _is_finished(activity: Activity) -> bool:
    return activity.analysis is not None and bool(_FINISHED.search(activity.analysis.plain))


def _first_day(match: re.Match[str], ends: dt.date) -> dt.date:
    """Return the first day that words may mean; a month or a season without a year is one of the year of the end date."""
    year = int(match["year"] or match["bare"] or ends.year)
    when = (match["when"] or "januari").lower()
    return dt.date(year, _FIRST.get(when) or MONTHS.index(when) + 1, 1)
