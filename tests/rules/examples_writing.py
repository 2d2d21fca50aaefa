"""The wrong and the right report of each rule of the family Språk."""

from __future__ import annotations

from tests.builders import report, section, text

from avstamt.domain.report import Report


def _said(*lines: str) -> Report:
    return report(id="r1", sections=(section(id="s1", key="summary", text=text(*lines)),))


def _pair(wrong: str, right: str) -> tuple[Report, Report]:
    return _said(wrong), _said(right)


_WORDS = (
    "förvaltningsövergripande verksamhetsuppföljning genomförs kontinuerligt tillsammans med stadsdelsförvaltningarna"
)

WRITING_EXAMPLES: dict[str, tuple[Report, Report]] = {
    "SPR-101": _pair("Familjen bodde på ett vandrahem.", "Familjen bodde på ett vandrarhem."),
    "SPR-102": _pair("Enheten arbetar med att att korta väntetiden.", "Enheten arbetar med att korta väntetiden."),
    "SPR-103": _pair(
        "Under våren har nämnden har beslutat om en ny rutin.", "Under våren har nämnden beslutat om en ny rutin."
    ),
    "SPR-104": _pair(
        "Rutinen är klar ,men den används inte av alla .", "Rutinen är klar, men den används inte av alla."
    ),
    "SPR-105": _pair("Väntetiden har  kortats.", "Väntetiden har kortats."),
    "SPR-106": _pair(
        "Mottagningen (som öppnade i maj har fått fler besök.", "Mottagningen (som öppnade i maj) har fått fler besök."
    ),
    "SPR-107": _pair(
        "Enheten har under året arbetat med att korta väntetiden",
        "Enheten har under året arbetat med att korta väntetiden.",
    ),
    "SPR-108": _pair("Rutinen är klar. den används av alla.", "Rutinen är klar. Den används av alla."),
    "SPR-109": _pair("Andelen nöjda besökare var 86%.", "Andelen nöjda besökare var 86\u00a0%."),
    "SPR-110": _pair(
        "Besparingen blev 12000 kwh, eller 3.5 procent.", "Besparingen blev 12\u00a0000 kWh, eller 3,5 procent."
    ),
    "SPR-111": _pair("Rutinen ändras i samband flytten.", "Rutinen ändras i samband med flytten."),
    "SPR-112": _pair("Nämnden arbete bidrar till målet.", "Nämndens arbete bidrar till målet."),
    "SPR-113": _pair(
        "Under Mars flyttade mottagningen, efter samråd med försäkringskassan.",
        "Under mars flyttade mottagningen, efter samråd med Försäkringskassan.",
    ),
    "SPR-114": _pair("En digital utbildningar har genomförts.", "Digitala utbildningar har genomförts."),
    "SPR-115": _pair(
        "Besökarna når oss per e-post. Svar per epost ges samma dag.",
        "Besökarna når oss per e-post. Svar per e-post ges samma dag.",
    ),
    "SPR-116": _pair("Alla går en MI utbildning.", "Alla går en MI-utbildning."),
    "SPR-117": _pair(
        "Enheten för budget och skuldrådgivning har flyttat.", "Enheten för budget- och skuldrådgivning har flyttat."
    ),
    "SPR-118": _pair(
        "Enheten utvecklar rutiner och följa upp avvikelser.", "Enheten utvecklar rutiner och följer upp avvikelser."
    ),
    "SPR-121": _pair("Rutinerna har används av alla enheter.", "Rutinerna har använts av alla enheter."),
    "SPR-122": _pair("Under året har fler dans lärare anställts.", "Under året har fler danslärare anställts."),
    "SPR-119": (
        _said(" ".join([_WORDS] * 15).capitalize() + "."),
        _said(*["Enheten har gjort det den ska i år."] * 15),
    ),
    "SPR-120": _pair(
        "Medel erfordras. Behov föreligger. Den enskilde erhåller stöd.",
        "Medel behövs. Behov finns. Den enskilde får stöd.",
    ),
}
