"""Which way is better for an indicator that the catalogue does not know, where its name leaves no doubt."""

from __future__ import annotations

import re
from functools import lru_cache

from avstamt.domain.indicator import Direction

_MORE = re.compile(
    r"nöjd|\btrygg(?:a|t|het|heten)?\b|upplever|\b(?:anser|tycker|instämmer)\b|delaktig|förtroende|bemöt|rekommender|tillgänglig|behörig|legitimera|"
    r"godkän|\bbetyg|\bexamen|måluppfyll|som\s+(?:har\s+)?(?:nått|uppnått|klarat)|medskapandeindex|svarsfrekvens|"
    r"(?:besked|beslut|svar|hjälp|handlägg\w*|bedöm\w*|påbörja\w*|åtgärda\w*|besvara\w*)\s+(?:\w+\s+){0,3}?(?:inom|i\s+tid)\b|"
    r"aktuell\s+(?:genomförande)?plan|genomförandeplan|självförsörj|till\s+(?:arbete|studier|egen\s+försörjning)|"
    r"ekologisk|elfordon|elbil|fossilfri|förnybar|miljöbil|återvinn|källsort|kretslopp|låg(?:re)?\s+klimatpåverkan|"
    r"andel\w*\s+(?:\w+\s+)?(?:förskollärare|undersköterskor|utbildade)\b|\bladd(?:punkt|plats|stolp)|cykelparkering|"
    r"medelhastighet\w*\s+(?:för|hos)\s+(?:\w+\s+)?bussar|planterade\s+träd|elever\s+i\s+kulturskolan|boklån|bibliotekslån|"
    r"(?:påbörjade|färdigställda|markanvisade|byggstartade)\s+(?:\w+\s+)?(?:bostäder|lägenheter)",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"frånvaro|väntetid|handläggningstid|utredningstid|svarstid|kötid|klagomål|skadegör|olycksfall|\bolyckor|utsläpp|"
    r"(?<!låg )(?<!lägre )klimatpåverkan|"
    r"energianvändning|elanvändning|energiförbrukning|köpt\s+energi|matsvinn|avhopp|arbetslös|hemlös|avhys|vräk|återaktualiser|"
    r"personalomsättning|personalkontinuitet|per\s+(?:förskollärare|barnskötare)|barn\s+per\s+(?:grupp|avdelning|anställd|årsarbetare)|"
    r"matavfall\s+i\s+gram|gram\s+matavfall|\w*svinn\b|\bomkomna|svårt\s+skadade|\w*dödade|elförbrukning|vattenförbrukning|fallolyck|fallskad|trycksår|"
    r"personal\s.*\bmöter\b|(?:vuxna|personer|hushåll)\s+med\s+(?:\w+\s+)?ekonomiskt\s+bistånd|har\s+ekonomiskt\s+bistånd|"
    r"bidragstagande|biståndsmottagare|\bklotter|\bbarn(?:\s+\w+){0,3}\s+fattigdom",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"\b(?:inte|ej|utan|utsatt\w*|kränk\w*|otrygg\w*|oro\w*|brist\w*|svår(?!t skad)\w*|problem\w*|ensam\w*|stress\w*|tidsgräns\w*|avslag\w*|ansök\w*|"
    r"anmäl\w*|orosanmäl\w*|besök|kostnad\w*|avvikelse\w*|förändring|ökning|minskning)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def better_way(name: str) -> Direction | None:
    """Return which way is better by the words of a name, None where they do not tell or tell both."""
    more, less = _MORE.search(name), _LESS.search(name)
    if bool(more) is bool(less) or _EITHER.search(name):
        return None
    return Direction.HIGHER if more else Direction.LOWER
