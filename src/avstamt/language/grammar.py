"""Small Swedish words: what carries no subject matter, and the words that turn a sentence."""

from __future__ import annotations

from avstamt.language.words import word_set

SMALL_WORDS = word_set(
    """
    all alla allt allmänt alltid alltså andra annan annat att av avseende bara beroende bland blev bli blir blivit bort
    bättre både båda börjat då de del dels dem den denna deras dess dessa dessutom det detta dock där därav därefter
    därför därmed därutöver eftersom eller emellan en endast enbart enligt er era ett ett exempelvis fast fler fram från
    få får fått fick för före förutom genom ger ges gjort gör ha hade haft han hans har helt henne hennes här hos hon
    honom hur i ibland icke idag igen inklusive innan inne inom inte inför ingen inget inga ja jag ju kan kommer kring
    kunde kunna kunnat lika man med medan mellan men mer mest mindre mot motsvarande måste många mycket ned nedan nej
    ner nog nu när nära nästan någon något några och också oftast olika om omkring oss per på redan respektive runt
    sade samt samtidigt samtliga sedan ska skall skulle slutligen snart som så sådan sådana sådant tack tidigare till
    tillsammans trots under upp ut utan utav utifrån utom utöver var vara varav vars varit varje varken vem vi via
    vid vidare vilka vilken vilket vill åt än ännu är även år året åren årets över övriga
    """
)
"""Words that say nothing about what a sentence is about."""

NEGATIONS = frozenset({"inte", "ej", "icke", "aldrig", "varken", "knappast"})
"""Words that turn a statement round."""
