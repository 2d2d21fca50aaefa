"""For every rule the two reports its page tells of: one that it must find, one that it must pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.builders import activity, goal, indicator, report, section, table, text
from tests.rules.examples_across import ACROSS_EXAMPLES
from tests.rules.examples_figures import FIGURE_EXAMPLES
from tests.rules.examples_goals import GOAL_EXAMPLES
from tests.rules.examples_texts import TEXT_EXAMPLES
from tests.rules.examples_writing import WRITING_EXAMPLES

from avstamt.domain.economy import ColumnRole as C
from avstamt.domain.economy import RowRole as R
from avstamt.domain.economy import Unit
from avstamt.domain.goal import Assessment
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.review import Waiver
from avstamt.domain.text import FigureReference, Paragraph, RichText, Run


@dataclass(frozen=True)
class Example:
    """The wrong and the right report of one rule, and the earlier report of a rule that compares."""

    wrong: Report
    right: Report
    earlier: Report | None = None


def with_indicator(name: str = "Andel nöjda besökare", **cells: Any) -> Report:
    """Return a VB of one assessed enhetsmål with one indicator."""
    return with_goal(indicators=(indicator(name, id="i1", **cells),))


def with_goal(**fields: Any) -> Report:
    """Return a VB of one enhetsmål, assessed unless told otherwise."""
    own = {"assessment": Assessment.FULL, "analysis": "Väntetiden har kortats från fem till tre veckor."}
    return report(goal(id="g1", **(own | fields)), id="r1")


def with_activity(**fields: Any) -> Report:
    """Return a VB of one enhetsmål with one activity."""
    return with_goal(activities=(activity(id="a1", **fields),))


def with_table(columns: dict[str, C], rows: list[tuple[str, R, list[str]]], title: str = "Ekonomi") -> Report:
    """Return a VB with one economy table in mnkr."""
    made = table(columns, rows, id="t1", unit=Unit.MNKR)
    return report(id="r1", sections=(section(title, id="s1", tables=(made,)),))


def _sick_leave(part: str) -> Report:
    rows = (
        indicator("Sjukfrånvaro", id="i1", outcome="6,3 %", target="6,5 %"),
        indicator("Sjukfrånvaro dag 1-14", id="i2", outcome="1,9 %", target=part),
    )
    return with_goal(indicators=rows)


def _costs(total: str) -> Report:
    rows = [
        ("Personal", R.COST, ["800,6"]),
        ("Lokaler", R.COST, ["252,7"]),
        ("Summa kostnader", R.TOTAL_COST, [total]),
    ]
    return with_table({"Budget": C.BUDGET}, rows)


def _net(net: str) -> Report:
    rows = [
        ("Intäkter", R.INCOME, ["1 200"]),
        ("Kostnader", R.COST, ["-9 800"]),
        ("Netto", R.NET, [net]),
    ]
    return with_table({"Budget": C.BUDGET}, rows)


def _signs(outcome: str) -> Report:
    return with_table({"Budget": C.BUDGET, "Utfall": C.OUTCOME}, [("Kostnader", R.COST, ["-48 600", outcome])])


def _years(budget: str) -> Report:
    columns = {budget: C.BUDGET, "Prognos 2024": C.FORECAST, "Avvikelse": C.VARIANCE}
    return with_table(columns, [("Barn och ungdom", R.AREA, ["137,5", "139,2", "-1,7"])])


def forecast_table(variance: str = "-1,7") -> Report:
    """Return a VB with the forecast row of one area."""
    columns = {"Budget": C.BUDGET, "Prognos": C.FORECAST, "Avvikelse": C.VARIANCE}
    return with_table(columns, [("Barn och ungdom", R.AREA, ["137,5", "139,2", variance])])


def _adjusted(value: str) -> Report:
    columns = {
        "Avvikelse": C.VARIANCE,
        "Prestationsförändring": C.PERFORMANCE,
        "Justerad avvikelse": C.ADJUSTED_VARIANCE,
    }
    return with_table(columns, [("Jour- och rådgivande verksamhet", R.AREA, ["-27,9", "25,0", value])])


def _used(share: str) -> Report:
    columns = {"Budget": C.BUDGET, "Utfall": C.OUTCOME, "Förbrukning": C.SHARE}
    return with_table(columns, [("Personal", R.COST, ["875,6", "264,7", share])])


def _heading(variance: str) -> Report:
    columns = {"Avvikelse": C.VARIANCE}
    made = table(columns, [("Barn och ungdom", R.AREA, [variance])], id="t1", unit=Unit.MNKR)
    heading = section("Barn och ungdom -1,7 mnkr", id="s2", parent="s1")
    return report(id="r1", sections=(section("Prognos", id="s1", tables=(made,)), heading))


def _homeless(**fields: Any) -> Report:
    return with_indicator("Antal hemlösa", outcome="174 st", target="150 st", **fields)


def _twice(second_period: str) -> Report:
    rows = tuple(
        indicator("Antal besök", id=f"i{n}", outcome="16 st", period=period)
        for n, period in enumerate(("Halvår 1 2024", second_period), 1)
    )
    return with_goal(indicators=rows)


def _waived(women: str) -> Report:
    waiver = Waiver(id="w1", rule="IND-102", place=Place.parse("goals/g1/indicators/i1/outcome"), reason="Tre grupper")
    made = with_indicator(
        "Antal sommarjobb", outcome="270 st", outcome_men="125 st", outcome_women=women, target="260 st"
    )
    return made.model_copy(update={"waivers": (waiver,)})


def _linked(written: str) -> Report:
    reference = FigureReference(source=Place.parse("goals/g1/indicators/i1/outcome"), format="cell")
    runs = (Run(text="Andelen nöjda är "), Run(text=written, figure=reference), Run(text=" i år."))
    analysis = RichText(blocks=(Paragraph(id="b1", runs=runs),))
    return with_goal(indicators=(indicator(id="i1", outcome="91 %"),), analysis=analysis)


def _summary(line: str) -> Report:
    return report(id="r1", sections=(section(id="s1", key="summary", text=text(line)),))


EXAMPLES: dict[str, Example] = {
    "IND-101": Example(
        with_indicator(outcome="83,33 %", outcome_men="100 %", outcome_women="100 %"),
        with_indicator(outcome="83,33 %", outcome_men="80 %", outcome_women="85 %"),
    ),
    "IND-102": Example(
        with_indicator(
            "Antal sommarjobb", outcome="270 st", outcome_men="125 st", outcome_women="144 st", target="260 st"
        ),
        with_indicator("Antal hemlösa", outcome="174 st", outcome_men="116 st", outcome_women="58 st"),
    ),
    "IND-103": Example(with_indicator(outcome="104 %"), with_indicator(outcome="100 %")),
    "IND-104": Example(
        with_indicator("Antal personer", outcome="96 st", outcome_men="5 %", outcome_women="91 %"),
        with_indicator("Antal personer", outcome="96 st", outcome_men="5 st", outcome_women="91 st"),
    ),
    "IND-105": Example(
        with_indicator(outcome="58,82", outcome_men="60 %", outcome_women="57,14 %"),
        with_indicator(outcome="58,82 %", outcome_men="60 %", outcome_women="57,14 %"),
    ),
    "IND-106": Example(_sick_leave(part="8,0 %"), _sick_leave(part="2,0 %")),
    "IND-201": Example(_homeless(), _homeless(analysis="Fler har vräkts under året, därför nås inte årsmålet.")),
    "IND-301": Example(_twice("Halvår 1 2024"), _twice("Halvår 2 2024")),
    "BED-101": Example(with_goal(assessment=Assessment.NONE), with_goal(assessment=Assessment.PARTLY)),
    "BED-102": Example(with_goal(wording="Uppfylles helt"), with_goal(wording="Uppfylls helt")),
    "AKT-101": Example(
        with_activity(start="2024-09-01", end="2024-06-30"), with_activity(start="2024-06-30", end="2024-09-01")
    ),
    "AKT-201": Example(
        with_activity(deviation=True), with_activity(deviation=True, analysis="Aktiviteten flyttas till våren.")
    ),
    "EKO-101": Example(_costs("1 063,3"), _costs("1 053,4")),
    "EKO-102": Example(_net("-8 500"), _net("-8 600")),
    "EKO-103": Example(_signs("47 900"), _signs("-47 900")),
    "EKO-201": Example(forecast_table("-2,7"), forecast_table("-1,7")),
    "TID-117": Example(_years("Budget 2023"), _years("Budget 2024")),
    "EKO-202": Example(_adjusted("-3,9"), _adjusted("-2,9")),
    "EKO-203": Example(_used("32,0 %"), _used("30,2 %")),
    "EKO-301": Example(_heading("-2,7"), _heading("-1,7")),
    "FYL-101": Example(with_indicator(target="Tas fram av nämnd/styrelse"), with_indicator(target="85 %")),
    "FYL-102": Example(
        with_indicator("Sjukfrånvaro", outcome="9 %", city_target="tas fram av nämnden"),
        with_indicator("Sjukfrånvaro", outcome="7 %", target="8 %", city_target="tas fram av nämnden"),
    ),
    "FYL-103": Example(
        with_indicator(city_target="tas fram av nämnden"),
        with_indicator(city_target="tas fram av nämnden", target="85 %"),
    ),
    "FYL-104": Example(
        _summary("Under året har XX personer fått stöd."), _summary("Under året har 16 personer fått stöd.")
    ),
    "FYL-105": Example(
        with_indicator(target="2,5 %"), with_indicator(target="2,5 %", analysis="Mätningen ställdes in.")
    ),
    "TXT-131": Example(_linked("86 %"), _linked("91 %")),
    "GRA-101": Example(_waived("145 st"), _waived("144 st")),
} | {
    code: Example(*pair)
    for code, pair in {
        **GOAL_EXAMPLES,
        **TEXT_EXAMPLES,
        **FIGURE_EXAMPLES,
        **WRITING_EXAMPLES,
        **ACROSS_EXAMPLES,
    }.items()
}
