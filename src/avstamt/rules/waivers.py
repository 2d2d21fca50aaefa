"""Rules about the waivers themselves: a finding set aside that is no longer there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from avstamt.domain.finding import Evidence, Fix, Level
from avstamt.domain.place import Place, remove
from avstamt.rules.model import Context, Observation, found, rule


@rule("GRA-101", name="undantag-utan-träff", level=Level.TIP, basis="granskning", last=True)
def waiver_sets_something_aside(context: Context) -> Iterator[Observation]:
    """Ett undantag sätter en anmärkning ur spel.

    Varför: ett undantag som inte längre träffar något kan dölja nästa fel på samma ställe.
    Fel: ett undantag från IND-102 vid utfallet 270, sedan talen har rättats till män 125 och kvinnor 145.
    Rätt: ett undantag från IND-102 vid utfallet 270, där män är 125 och kvinnor 144.
    """
    for waiver in context.report.waivers:
        if waiver.rule in context.rules and (waiver.rule, waiver.place) not in context.found:
            place = Place.of("waivers", waiver.id)
            yield found(
                place,
                f"Undantaget från {waiver.rule} träffar inget längre.",
                Evidence(place / "reason", waiver.reason),
                advice="Ta bort undantaget.",
                fix=Fix("Ta bort undantaget", safe=True, apply=partial(remove, place=place)),
            )
