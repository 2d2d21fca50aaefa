"""Rules about spaces and stops: before and after the marks, doubled ones, and brackets without a fellow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avstamt.domain.finding import Level
from avstamt.language.nouns import read_noun
from avstamt.language.verbs import VerbForm, read_verb
from avstamt.language.words import BLANKS
from avstamt.rules.model import Aspect, Context, Observation, rule
from avstamt.rules.writing_commas import commas_before_last_item, commas_before_verbs
from avstamt.rules.writing_passages import Form, Passage
from avstamt.rules.writing_slips import Slip, each, few_or_once, kept, once

_BLANK = f"[{BLANKS}]"
_BEFORE_MARK = re.compile(rf"(?P<word>\w*[\w)”%]){_BLANK}+(?P<mark>[,.;:])(?=\s|$|(?<=,)[a-zåäö])")
_BLANK_MARK = re.compile(rf"{_BLANK}[,.;:]")
_AFTER_COMMA = re.compile(r",(?<=[a-zåäö]{2},)(?=[A-Za-zÅÄÖåäö]{2})")
_AFTER_STOP = re.compile(r"[.;](?=[A-ZÅÄÖ][a-zåäö]+[\s,])(?<=[a-zåäö]{3}.)")
_COMMA_FOR_STOP = re.compile(
    r", (?=[A-ZÅÄÖ])(?<=[a-zåäö]{2}, )(?P<noun>[A-ZÅÄÖ][a-zåäö]{4,}(?:en|et|na)) (?P<verb>[a-zåäö]+)\b"
)
_SAYS_MORE = ", det "
_JUDGED = re.compile(
    r",(?<=[a-zåäö]{3},) det (?=(?:är|var|känns) (?:(?:mycket|väldigt|oerhört|särskilt|också|självklart) )?"
    r"(?:positivt|glädjande|viktigt|roligt|bra|beklagligt|olyckligt|otillfredsställande|bekymmersamt)\.)"
)
"""A judgement that is a sentence of its own: "… efter sommaren, det är mycket positivt."."""
_LEAST_JUDGED = 5
_NO_SENTENCE = re.compile(r"^(?:Om|När|Att|Då|Eftersom|Även om|Som|Ju|Oavsett|Det är)\b")
_AFTER_STOP_SMALL = re.compile(r"\.(?<=[a-zåäö]{3}\.)(?=(?:och|men|det|den|vi|under|som|har|detta|samt) )")
_MARKS_TWICE = ("..", ",,", ";;", ".,", ",.")
_TWICE = re.compile(r"[.,;][.,;](?<=\.\.|,,|;;|\.,|,\.)(?<![.,\d]..)(?![.\d\w])")
_IN_BRACKET = re.compile(rf"\({_BLANK}+(?=\w)|(?<=[\w.%]){_BLANK}+\)")
_DOUBLE = re.compile(r"(?<=\S) {2,}(?=\S)")
_ADDRESS = re.compile(r"[@/\\]|www\.|\.(?:se|com|nu|org|eu)\b")
_LEAST_WORDS = 6
_ADDRESS_REACH = 25
_LAST_WORD = re.compile(r"\w+$")
_FIRST_WORD = re.compile(r"\w+")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:\w{1,3}\.){1,3}\w{0,3}$|\b(?:etc|osv|dvs|tex|bla|resp|inkl|exkl|ca)$")
_LIST_SIGN = re.compile(r"(?:(?<=\s)|^)(?:[a-zåäö]|\d{1,2}|[ivx]{1,4})\)")
_PAIRS = (("(", ")", re.compile(r"[()]")), ("[", "]", re.compile(r"[\[\]]")))
_QUOTE = re.compile(r"[\"”“]")


@rule(
    "SPR-104",
    name="mellanrum-vid-skiljetecken",
    level=Level.TIP,
    basis="svenska skrivregler",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def marks_stand_close_to_their_word(context: Context) -> Iterator[Observation]:
    """Skiljetecken står direkt efter ordet och följs av mellanslag; mellan meningar står punkt, före verbet inget komma.

    Varför: ett mellanslag för mycket eller för lite stör läsningen och gör att raden kan brytas före punkten.
    Fel: Rutinen är klar ,men den används inte av alla .
    Rätt: Rutinen är klar, men den används inte av alla.
    """
    slips = context.in_passages(_marked)
    yield from few_or_once(
        slips,
        "Skiljetecken eller mellanrummet vid dem är fel på {n} ställen.",
        "Rätta alla på en gång, eller en i taget.",
    )


@rule(
    "SPR-105",
    name="dubbla-mellanslag",
    level=Level.TIP,
    basis="svenska skrivregler",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def one_space_between_words(context: Context) -> Iterator[Observation]:
    """Mellan två ord står ett mellanslag.

    Varför: dubbla mellanslag blir ojämna luckor i raden.
    Fel: Väntetiden har  kortats.
    Rätt: Väntetiden har kortats.
    """
    slips = context.in_passages(_doubled)
    if slips:
        times = "ett ställe" if len(slips) == 1 else "{n} ställen"
        yield once(slips, f"Två mellanslag i rad står på {times}.", "Ersätt dem med ett.", "Ersätt med ett mellanslag")


@rule(
    "SPR-106",
    name="udda-parentes",
    level=Level.TIP,
    basis="svenska skrivregler",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def every_bracket_has_its_fellow(context: Context) -> Iterator[Observation]:
    """Varje parentes som öppnas stängs, och varje citat som inleds avslutas.

    Varför: utan sin andra hälft ser läsaren inte var det inskjutna slutar.
    Fel: Mottagningen (som öppnade i maj har fått fler besök.
    Rätt: Mottagningen (som öppnade i maj) har fått fler besök.
    """
    for passage in context.running:
        yield from each(_alone(passage))


def _doubled(passages: Sequence[Passage]) -> list[Slip]:
    return [
        Slip(passage, match.start(), match.end(), "Här står två mellanslag i rad.", " ")
        for passage in passages
        if passage.is_running
        for match in (_DOUBLE.finditer(passage.text) if "  " in passage.text else ())
    ]


def _marked(passages: Sequence[Passage]) -> list[Slip]:
    return [slip for passage in passages if passage.is_running for slip in _marks(passage)]


@kept
def _marks(passage: Passage) -> Iterator[Slip]:
    text = passage.text
    for match in _BEFORE_MARK.finditer(text) if _BLANK_MARK.search(text) else ():
        mark = match["mark"]
        if mark != ":" or not text[match.end() :].strip()[:1].isdigit():
            message = f"Före ’{mark}’ står ett mellanslag."
            blank = " " if text[match.end() : match.end() + 1].isalpha() else ""
            yield Slip(passage, match.start(), match.end(), message, f"{match['word']}{mark}{blank}")
    for pattern in (_AFTER_COMMA, _AFTER_STOP, _AFTER_STOP_SMALL):
        for match in pattern.finditer(text):
            if not _is_in_address(text, match.start()) and not _ABBREVIATED.search(text[: match.start()]):
                yield _joined(passage, match)
    for match in _TWICE.finditer(text) if any(marks in text for marks in _MARKS_TWICE) else ():
        if not _ABBREVIATED.search(text[: match.start()]) or match.group() == "..":
            yield Slip(
                passage,
                match.start(),
                match.end(),
                f"Här står ’{match.group()}’ i stället för ett tecken.",
                match.group()[0],
            )
    yield from _commas(passage)
    for match in _IN_BRACKET.finditer(text) if "(" in text else ():
        bracket = match.group().strip(BLANKS)
        yield Slip(passage, match.start(), match.end(), "Innanför parentesen står ett mellanslag för mycket.", bracket)


def _commas(passage: Passage) -> Iterator[Slip]:
    """Yield the commas that stand for a stop, at the end of a paragraph or between two sentences, or before a verb."""
    text = passage.text
    if text.rstrip().endswith(",") and _is_whole(passage):
        at = text.rstrip().rindex(",")
        yield Slip(passage, at, at + 1, "Stycket slutar med komma.", ".")
    for match in _COMMA_FOR_STOP.finditer(text) if ", " in text else ():
        if _is_clause(match["noun"], match["verb"]):
            end = match.end("noun")
            yield Slip(passage, match.start(), end, f"Före ’{match['noun']}’ ska stå punkt.", f". {match['noun']}")
    for match in _JUDGED.finditer(text) if _SAYS_MORE in text else ():
        before = next(text[span.start : match.start()] for span in passage.sentences if span.end > match.start())
        if not _NO_SENTENCE.match(before) and len(before.split()) >= _LEAST_JUDGED:
            yield Slip(passage, match.start(), match.end() - 1, "Före ’det’ börjar en ny mening.", ". Det")
    yield from commas_before_verbs(passage)
    yield from commas_before_last_item(passage)


def _is_whole(passage: Passage) -> bool:
    """Tell whether a paragraph is of some length, and what follows it is neither a list nor the rest of its sentence."""
    is_long = len(passage.words) >= _LEAST_WORDS and passage.text[:1].isupper()
    return is_long and passage.form is Form.PROSE and passage.following is not Form.ITEM and not passage.goes_on


def _is_clause(noun: str, verb: str) -> bool:
    """Tell whether a common noun and a verb in the present or past tense stand together."""
    reading = read_verb(verb)
    finite = reading is not None and reading.forms.issubset({VerbForm.PRESENT, VerbForm.PAST})
    return finite and read_noun(noun.lower()) is not None


def _joined(passage: Passage, match: re.Match[str]) -> Slip:
    """Return the slip of a mark without a space behind it, with the words on both sides."""
    before, after = passage.text[: match.start()], passage.text[match.end() :]
    left, right = _LAST_WORD.search(before), _FIRST_WORD.match(after)
    one, other = left.group() if left else "", right.group() if right else ""
    start, end = match.start() - len(one), match.end() + len(other)
    mark = match.group()
    return Slip(passage, start, end, f"Mellanslag saknas efter ’{mark}’.", f"{one}{mark} {other}")


def _is_in_address(text: str, at: int) -> bool:
    return _ADDRESS.search(text, max(0, at - _ADDRESS_REACH), at + _ADDRESS_REACH) is not None


@kept
def _alone(passage: Passage) -> Iterator[Slip]:
    text = passage.text
    signs = {match.end() - 1 for match in _LIST_SIGN.finditer(text)} if ")" in text else frozenset()
    for opening, closing, either in _PAIRS:
        waiting: list[int] = []
        for match in either.finditer(text) if opening in text or closing in text else ():
            at = match.start()
            if match.group() == opening:
                waiting.append(at)
            elif waiting:
                waiting.pop()
            elif at not in signs:
                yield Slip(passage, at, at + 1, f"Tecknet ’{closing}’ stänger en parentes som aldrig öppnas.")
        yield from (
            Slip(passage, at, at + 1, f"Tecknet ’{opening}’ öppnar en parentes som aldrig stängs.") for at in waiting
        )
    quotes = [match.start() for match in _QUOTE.finditer(text)]
    if len(quotes) % 2:
        yield Slip(passage, quotes[-1], quotes[-1] + 1, "Ett citattecken saknar sin andra hälft.")
