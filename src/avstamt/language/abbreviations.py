"""Swedish abbreviations with stops, which end no sentence by themselves."""

from __future__ import annotations

from avstamt.language.words import word_set

ABBREVIATIONS = word_set(
    """
    a.a ang anm art avd avs bil bitr bl bl.a ca c:a d.v.s dr ds dvs d.y e.d e.dyl e.d.y ev enl etc ex exkl f f.d f.n
    f.ö fig fr fr.o.m förf föreg g gm h hr ibl inkl jfr jmf jmfr kap kl kv lek m.a.o m.fl m.m m.a max mån min moms
    mom mkt motsv n.b nr nuv nästk o o.d o.dyl o.s.v obs osv p p.g.a pga pkt prel prof prop r resp s.a.s s.k sek sid
    sjv spec st st.f str särsk t t.ex t.o.m t.v tel tf tfn tim tr ttf u.a u.p.a uppg ung uppl utg v vol vs vt v.g å
    årg ä äv övers ö
    """
)
"""Abbreviations in lower case without their last stop."""

CLOSING_ABBREVIATIONS = word_set("m.m m.fl osv o.s.v etc e.d e.dyl o.d o.dyl dyl mm mfl d.y hp kr st")
"""Those that may also end a sentence, where a capital follows."""
