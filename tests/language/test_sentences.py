from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avstamt.language.sentences import span_at, split_clauses, split_sentences
from avstamt.language.words import Span, split_words

SENTENCES = """
Målet nås. Antalet ökar.                                          | Målet nås. | Antalet ökar.
Vi har t.ex. två rutiner. De följs.                               | Vi har t.ex. två rutiner. | De följs.
Vi har bl.a. Komet och ABC. De följs.                             | Vi har bl.a. Komet och ABC. | De följs.
Det gäller dvs. alla.                                             | Det gäller dvs. alla.
Enligt 4 kap. 2 § gäller det. Så är det.                          | Enligt 4 kap. 2 § gäller det. | Så är det.
Det kostade ca. 30 kr. Det är mycket.                             | Det kostade ca. 30 kr. | Det är mycket.
Vi har möten, kurser m.m. Alla kan delta.                         | Vi har möten, kurser m.m. | Alla kan delta.
Vi har möten, kurser m.m. för alla.                               | Vi har möten, kurser m.m. för alla.
Andelen är 0,78. Under året föll den.                             | Andelen är 0,78. | Under året föll den.
Andelen är 0.78 procent i år.                                     | Andelen är 0.78 procent i år.
Utfallet blev 3638. 12 personer flyttade.                         | Utfallet blev 3638. | 12 personer flyttade.
1. En modern stad                                                 | 1. En modern stad
1.2. En modern stad                                               | 1.2. En modern stad
1.2.1. Barn växer upp tryggt. Det går bra.                        | 1.2.1. Barn växer upp tryggt. | Det går bra.
Nämndmål: 1.2.1. Barn växer upp. Det går.                         | Nämndmål: 1.2.1. Barn växer upp. | Det går.
Se mål 1.2.1. Det står där.                                       | Se mål 1.2.1. | Det står där.
Den 1. maj är ledig.                                              | Den 1. maj är ledig.
Fr o m den 12 mars gäller det. Vi väntar.                      | Fr o m den 12 mars gäller det. | Vi väntar.
Det beror p.g.a. sjukdom på annat.                                | Det beror p.g.a. sjukdom på annat.
Fr.o.m. mars gäller det.                                          | Fr.o.m. mars gäller det.
Nås målet? Ja! Det gör det.                                       | Nås målet? | Ja! | Det gör det.
Han sa "det går bra." Sedan gick han.                             | Han sa "det går bra." | Sedan gick han.
Det nås (delvis). Resten väntar.                                  | Det nås (delvis). | Resten väntar.
Utfallet avslutades.Under hösten tog vi nya tag.                  | Utfallet avslutades. | Under hösten tog vi nya tag.
Se start.stockholm för mer. Där står det.                         | Se start.stockholm för mer. | Där står det.
Chefen A. Andersson slutade.                                      | Chefen A. Andersson slutade.
Se resp. enhet. Det står där.                                     | Se resp. enhet. | Det står där.
Vi har f.d. elever. De trivs.                                     | Vi har f.d. elever. | De trivs.
Det tog tre år … Sedan hände det.                                 | Det tog tre år … | Sedan hände det.
""".strip().splitlines()

CLAUSES = """
Antalet ökar, men kostnaden sjunker.                              | Antalet ökar, | men kostnaden sjunker.
Det var 15 händelser, varav tre är tillbud.                       | Det var 15 händelser, | varav tre är tillbud.
Index är 83, vilket är högre än 2023.                             | Index är 83, | vilket är högre än 2023.
Män ökar medan kvinnor minskar.                                   | Män ökar | medan kvinnor minskar.
Målet nås eftersom alla hjälps åt.                                | Målet nås | eftersom alla hjälps åt.
Andelen är lägre; orsaken är känd.                                | Andelen är lägre; | orsaken är känd.
Två pojkar och en flicka deltog.                                  | Två pojkar och en flicka deltog.
""".strip().splitlines()


def cases(lines):
    return [(parts[0].strip(), [part.strip() for part in parts[1:]]) for parts in (line.split(" | ") for line in lines)]


@pytest.mark.parametrize(("text", "expected"), cases(SENTENCES))
def test_a_text_is_cut_into_sentences(text, expected):
    assert [span.of(text) for span in split_sentences(text)] == expected


@pytest.mark.parametrize(("text", "expected"), cases(CLAUSES))
def test_a_sentence_is_cut_into_clauses(text, expected):
    (sentence,) = split_sentences(text)
    assert [span.of(text) for span in split_clauses(text, sentence)] == expected


def test_every_line_is_a_sentence_of_its_own():
    text = "Barn och unga\nAntalet ökar\n\nDet går bra."
    assert [span.of(text) for span in split_sentences(text)] == ["Barn och unga", "Antalet ökar", "Det går bra."]


def test_no_sentence_is_so_long_that_reading_it_grows_slow():
    spans = split_sentences("och den har ökat från 3 till 5, varav två " * 200)
    assert max(span.end - span.start for span in spans) <= 1200


def test_the_span_at_a_place_is_found():
    spans = (Span(0, 4), Span(6, 9))
    assert [span_at(spans, at) for at in (0, 3, 4, 6, 9)] == [spans[0], spans[0], None, spans[1], None]


@settings(max_examples=100)
@given(st.text(st.sampled_from("aB1 .,;:!?()\n”§–å"), max_size=40) | st.text(max_size=30))
def test_sentences_hold_every_visible_character_once_and_in_order(text):
    spans = split_sentences(text)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    for sentence in spans:
        clauses = split_clauses(text, sentence)
        assert "".join("".join(clause.of(text).split()) for clause in clauses) == "".join(sentence.of(text).split())


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_words_stand_where_they_say(text):
    for word in split_words(text):
        assert word.span.of(text) == word.text
        assert word.lower == word.text.lower() or len(text.lower()) == len(text)
