"""The rule about figures that are linked to a table: what they show is what the table says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from avstamt.domain.finding import Evidence, Fix, Level
from avstamt.language.linked.listing import source_name
from avstamt.language.linked.sources import State, shown
from avstamt.language.linked.texts import Use, parts_with_text, recased, uses_in, with_fresh_figure, without_figure
from avstamt.rules.model import Context, Observation, found, rule


@rule("TXT-131", name="länkad-siffra", level=Level.DEVIATION, basis="avstämning mot tabell")
def linked_figure_shows_its_source(context: Context) -> Iterator[Observation]:
    """En länkad siffra visar vad källan säger.

    Varför: den som läser litar på att länkade siffror följer tabellen. En siffra vars källa är borta följer ingenting.
    Fel: texten visar 86 %, länkad till ett utfall som är 91 %.
    Rätt: texten visar 91 %, länkad till ett utfall som är 91 %.
    """
    for use in chain.from_iterable(context.kept.each(uses_in, parts_with_text(context.report))):
        source = shown(context.report, use.reference)
        now = recased(source.text, use.text, use.text)
        evidence = Evidence(use.place, use.text)
        if source.state is not State.LIVE:
            yield found(
                use.place,
                _without_source(use, source.state),
                evidence,
                advice="Ta bort länken och behåll texten, eller länka till en annan siffra.",
                fix=Fix("Ta bort länken", safe=True, apply=partial(without_figure, place=use.place)),
            )
        elif now != use.text:
            name = source_name(context.report, use.reference)
            yield found(
                use.place,
                f"Den länkade siffran visar {use.text}, men källan ’{name}’ ger {now}.",
                evidence,
                Evidence(use.reference.source, now),
                advice="Uppdatera siffran.",
                fix=Fix("Uppdatera siffran", safe=True, apply=partial(with_fresh_figure, place=use.place)),
            )


def _without_source(use: Use, state: State) -> str:
    why = "är borttagen" if state is State.GONE else "har inget tal"
    return f"Den länkade siffran ’{use.text}’ följer ingenting: källan {why}."
