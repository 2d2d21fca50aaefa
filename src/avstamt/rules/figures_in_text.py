"""Rules about figures in prose: against the indicator they are of, and against each other in the sentence."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from decimal import Decimal
from functools import partial

from avstamt.domain.finding import Level
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.language.claims.base import Claim
from avstamt.language.claims.model import Parts
from avstamt.language.numbers.model import Figure
from avstamt.rules.context import Context
from avstamt.rules.coverage import PROSE
from avstamt.rules.economy_text_judging import judge_balance
from avstamt.rules.economy_text_shares import judge_money_level, judge_share_of_budget
from avstamt.rules.model import TRIED, UNTRIED, Aspect, Observation, Trial, rule
from avstamt.rules.prose_claims import REPORTING, passages_told
from avstamt.rules.prose_weighing import NOT_TRIED, Judge, Judgement, Slip, Weighed, cases
from avstamt.rules.text_differences import judge_difference, judge_own_difference, judge_relative
from avstamt.rules.text_directions import judge_achievement, judge_change, judge_comparison
from avstamt.rules.text_levels import judge_base, judge_ends, judge_level
from avstamt.rules.text_own import judge_own_comparison, judge_own_course, judge_own_multiple, judge_own_step
from avstamt.rules.text_sexes import judge_sexes
from avstamt.rules.text_sums import judge_distance, judge_own_ends, judge_own_points, judge_parts, judge_sexes_of_parts
from avstamt.rules.text_twice import same_thing_is_told_with_the_same_figure

of_claims = partial(
    rule, level=Level.DEVIATION, kinds=REPORTING, reads="text", heeds=(Aspect.INDICATORS, Aspect.ECONOMY)
)
"""Declares a rule that tells what was found when the claims of the texts were weighed."""
of_own_figures = partial(of_claims, kinds=())
"""Declares one that holds the figures of a sentence against each other, as in a plan too."""
_JUDGES_OF_PLANS: tuple[Judge, ...] = (
    judge_parts,
    judge_own_ends,
    judge_own_points,
    judge_own_difference,
    judge_own_comparison,
    judge_own_course,
    judge_own_multiple,
    judge_own_step,
)
_JUDGES: tuple[Judge, ...] = (
    judge_level,
    judge_base,
    judge_change,
    judge_comparison,
    judge_sexes,
    judge_achievement,
    judge_parts,
    judge_sexes_of_parts,
    judge_own_ends,
    judge_own_points,
    judge_distance,
    judge_difference,
    judge_relative,
    judge_own_difference,
    judge_own_comparison,
    judge_own_course,
    judge_own_multiple,
    judge_own_step,
    judge_balance,
    judge_money_level,
    judge_share_of_budget,
)


@of_claims("TXT-101", name="tal-i-text", basis="samstämmighet")
def figure_in_text_is_that_of_the_table(context: Context) -> Iterator[Observation]:
    """Ett tal i texten är det som indikatorn har i tabellen.

    Varför: tabellen rättas till sist, och texten blir kvar från ett tidigare utkast. Texten prövas bara där den säger
    vilken indikator den talar om; avrundning godtas.
    Fel: texten ”Sjukfrånvaron var 6,3 procent”, utfallet 6,8 %.
    Rätt: texten ”Sjukfrånvaron var knappt 7 procent”, utfallet 6,8 %.
    """
    yield from _of_code(context, "TXT-101")


@of_claims("TXT-102", name="riktning-i-text", basis="samstämmighet")
def direction_in_text_is_that_of_the_figures(context: Context) -> Iterator[Observation]:
    """Det som texten säger har ökat har också ökat i tabellen.

    Varför: riktningen är det läsaren tar med sig, och den skrivs ofta innan de sista siffrorna kommit.
    Fel: texten ”Sjukfrånvaron har minskat”, utfallet 9 % och förra årets utfall 7,9 %.
    Rätt: texten ”Sjukfrånvaron har ökat”, utfallet 9 % och förra årets utfall 7,9 %.
    """
    yield from _of_code(context, "TXT-102")


@of_claims("TXT-103", name="år-vid-tal-i-text", basis="samstämmighet")
def figure_in_text_is_of_the_year_it_says(context: Context) -> Iterator[Observation]:
    """Ett tal i texten är från det år som texten säger.

    Varför: kolumnerna för i år och förra året förväxlas lätt, och ett tal från fel år ser rätt ut.
    Fel: texten ”Sjukfrånvaron har ökat sedan 2021, från 7,9 procent till 9 procent” i en verksamhetsberättelse för 2024 där
    förra årets utfall är 7,9 %.
    Rätt: texten ”Sjukfrånvaron har ökat sedan 2023, från 7,9 procent till 9 procent” i samma rapport.
    """
    yield from _of_code(context, "TXT-103")


@of_claims("TXT-104", name="kön-i-text", basis="samstämmighet")
def sexes_in_text_stand_as_in_the_table(context: Context) -> Iterator[Observation]:
    """Det kön som texten säger ligger högst ligger högst i tabellen.

    Varför: skillnader mellan kvinnor och män är det jämställdhetsanalysen handlar om.
    Fel: texten ”Sjukfrånvaron är högre för män än för kvinnor”, med 4,7 % för män och 6,5 % för kvinnor.
    Rätt: texten ”Sjukfrånvaron är lägre för män än för kvinnor”, med 4,7 % för män och 6,5 % för kvinnor.
    """
    yield from _of_code(context, "TXT-104")


@of_claims("TXT-105", name="årsmål-i-text", basis="samstämmighet")
def target_in_text_is_that_of_the_table(context: Context) -> Iterator[Observation]:
    """Ett årsmål i texten är det som står i tabellen.

    Varför: årsmål ändras mellan plan och beslut, och läsaren vet inte vilket som gäller.
    Fel: texten ”Årsmålet för sjukfrånvaron är 6,5 procent”, årsmålet 5,5 %.
    Rätt: texten ”Årsmålet för sjukfrånvaron är 5,5 procent”, årsmålet 5,5 %.
    """
    yield from _of_code(context, "TXT-105")


@of_claims("TXT-106", name="årsmål-nås-i-text", basis="samstämmighet")
def text_says_rightly_whether_the_target_is_reached(context: Context) -> Iterator[Observation]:
    """Texten säger rätt om utfallet når årsmålet.

    Varför: en text som säger att årsmålet nås, när tabellen visar något annat, gör båda opålitliga.
    Fel: analysen ”Årsmålet har uppnåtts” till Sjukfrånvaro med utfallet 9 % och årsmålet 6,5 %.
    Rätt: analysen ”Årsmålet har inte uppnåtts” till Sjukfrånvaro med utfallet 9 % och årsmålet 6,5 %.
    """
    yield from _of_code(context, "TXT-106")


@of_own_figures("TXT-107", name="procentenheter", basis="räkning")
def difference_of_shares_is_in_points(context: Context) -> Iterator[Observation]:
    """Skillnaden mellan två procenttal skrivs i procentenheter.

    Varför: från 50 till 60 procent är 10 procentenheter, men 20 procent.
    Fel: ”Andelen har ökat med 10 procent, från 50 procent till 60 procent”.
    Rätt: ”Andelen har ökat med 10 procentenheter, från 50 procent till 60 procent”.
    """
    yield from _of_code(context, "TXT-107")


@of_own_figures("TXT-111", name="delar-i-text", basis="räkning", claims=PROSE)
def parts_in_text_make_their_whole(context: Context) -> Iterator[Observation | Trial]:
    """De delar som texten räknar upp är tillsammans det hela.

    Varför: uppdelningar skrivs om när talen ändras, och då ändras inte alla.
    Fel: ”Under året fick 59 personer stöd, 41 kvinnor och 16 män”.
    Rätt: ”Under året fick 59 personer stöd, 41 kvinnor och 18 män”.
    """
    yield from _of_code(context, "TXT-111")
    yield from _trials(context)  # here, for this rule reads plans too


@of_claims("TXT-112", name="kvinnor-och-män-i-text", basis="samstämmighet")
def sexes_in_text_are_those_of_the_table(context: Context) -> Iterator[Observation]:
    """Antalet kvinnor och män i texten är det som står i tabellen.

    Varför: texten och kolumnerna för män och kvinnor fylls i av olika personer.
    Fel: ”30 ungdomar fick sommarjobb, 18 pojkar och 12 flickor”, när tabellen har 12 st för män/pojkar.
    Rätt: ”30 ungdomar fick sommarjobb, 12 pojkar och 18 flickor”, när tabellen har 12 st för män/pojkar.
    """
    yield from _of_code(context, "TXT-112")


@of_own_figures("TXT-113", name="förändring-i-text", basis="räkning")
def change_in_text_is_that_of_its_ends(context: Context) -> Iterator[Observation]:
    """En förändring eller jämförelse som texten anger stämmer med sina egna tal.

    Varför: ett av talen har ändrats och ordet eller skillnaden blivit kvar. Talen prövas bara när de står intill varandra
    och är av samma slag: ”från 15 till 12”, ”12 mot 15 förra året, en ökning”, ”fler än de 15 året före”.
    Fel: ”Antalet besök har ökat från 15 till 12”.
    Rätt: ”Antalet besök har minskat från 15 till 12”.
    """
    yield from _of_code(context, "TXT-113")


@of_claims("TXT-114", name="skillnad-i-text", basis="räkning")
def difference_in_text_is_that_of_the_table(context: Context) -> Iterator[Observation]:
    """En skillnad mot förra året eller årsmålet som texten anger är den mellan tabellens tal.

    Varför: när utfallet rättas blir skillnaden lätt kvar från ett tidigare utkast.
    Fel: texten ”Sjukfrånvaron är två procentenheter högre än förra året”, utfallet 9,0 % och förra årets utfall 7,9 %.
    Rätt: texten ”Sjukfrånvaron är 1,1 procentenheter högre än förra året”, utfallet 9,0 % och förra årets utfall 7,9 %.
    """
    yield from _of_code(context, "TXT-114")


def _trials(context: Context) -> Iterator[Trial]:
    """Yield for each figure that the texts claim whether it could be tried, whatever rule tells of it."""
    for passage in passages_told(context):
        yield from [UNTRIED] * len(passage.reading.loose)
    for weighed in _weighed(context):
        if weighed.claim.figures:
            yield TRIED if weighed.judgement.tried else UNTRIED


def slips(context: Context, code: str) -> Iterator[Observation]:
    """Yield what the rule `code` finds among the claims of the running text."""
    yield from _of_code(context, code)


def _of_code(context: Context, code: str) -> Iterator[Observation]:
    for weighed in _weighed(context):
        yield from (slip.seen for slip in weighed.judgement.slips if slip.code == code)


def _weighed(context: Context) -> tuple[Weighed, ...]:
    return context.derived(_weigh)


def _weigh(context: Context) -> tuple[Weighed, ...]:
    found: list[tuple[Place, Weighed]] = []
    held: set[tuple[Place, Figure]] = set()
    told: set[tuple[object, ...]] = set()
    plan = context.report.kind is ReportKind.PLAN
    for case in cases(context, tied=not plan):
        judged = [one for judge in (_JUDGES_OF_PLANS if plan else _JUDGES) if (one := judge(case)) is not NOT_TRIED]
        judged += judge_ends(case)
        slips_ = tuple(slip for slip in _of_use(judged) if _is_new(slip, told))
        where, tried = case.told.block.place, any(one.tried for one in judged)
        against = [figure for one in judged for figure in one.against]
        held.update((where, figure) for figure in (*against, *(_bound_by(case.claim) if tried else ())))
        found.append((where, Weighed(case.claim, Judgement(tried, slips_))))
    return tuple(_with_held(one, where, held) for where, one in found)


def _of_use(judged: Iterable[Judgement]) -> tuple[Slip, ...]:
    """Return the slips of a claim, without its own ends where the table tells the same: "ökade från 58 till 55"."""
    slips_ = tuple(slip for one in judged for slip in one.slips)
    turned = any(slip.code == "TXT-102" for slip in slips_)
    return tuple(slip for slip in slips_ if not (turned and slip.code == "TXT-113"))


def _bound_by(claim: Claim) -> tuple[Figure, ...]:
    """Return the figures that a claim which was tried leaves no room for another at: some of a whole leave its rest open."""
    if not isinstance(claim, Parts) or claim.exhaustive or claim.whole is None:
        return claim.figures
    made = sum((part.figure.low for part in claim.parts), Decimal(0))
    return claim.figures if made == claim.whole.low else ()


def _with_held(one: Weighed, where: Place, held: Container[tuple[Place, Figure]]) -> Weighed:
    """Return a claim as tried where another was held against all its figures: "59 personer" by its parts, "varav 41 och 18"."""
    figures = one.claim.figures
    if one.judgement.tried or not figures or not all((where, figure) in held for figure in figures):
        return one
    return Weighed(one.claim, Judgement(tried=True))


def _is_new(slip: Slip, told: set[tuple[object, ...]]) -> bool:
    """Tell whether a slip is not told yet at its place."""
    key = (slip.code, slip.seen.place)
    new = key not in told
    told.add(key)
    return new


FIGURE_TEXT_RULES = (
    figure_in_text_is_that_of_the_table,
    direction_in_text_is_that_of_the_figures,
    figure_in_text_is_of_the_year_it_says,
    sexes_in_text_stand_as_in_the_table,
    target_in_text_is_that_of_the_table,
    text_says_rightly_whether_the_target_is_reached,
    difference_of_shares_is_in_points,
    parts_in_text_make_their_whole,
    sexes_in_text_are_those_of_the_table,
    change_in_text_is_that_of_its_ends,
    difference_in_text_is_that_of_the_table,
    same_thing_is_told_with_the_same_figure,
)
