"""Spelling: the dictionary where its package put it, compounds, terms of the field, and what was probably meant."""

from __future__ import annotations

import threading

import pytest

from avstamt.language import spelling_dictionary
from avstamt.language.spelling import Speller, field_terms
from avstamt.language.spelling_dictionary import DictionaryMissing, dictionary_folder, swedish


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(swedish())


@pytest.mark.parametrize(
    "word",
    [
        "verksamhetsberättelse",
        "Besökarna",
        "socialsekreterarna",
        "orossamtal",
        "MI-utbildningen",
        "covid-19",
        "innerstadsdelar",
        "rumsbelysningen",
        "platshållarord",
        "vräkningsförebyggande",
    ],
)
def test_right_words_and_compounds_of_known_parts_pass(speller, word):
    assert speller.is_right(word)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("vandrahem", "vandrarhem"),
        ("arbetsituation", "arbetssituation"),
        ("verkamheter", "verksamheter"),
        ("samarbettar", "samarbetar"),
        ("uppföljnig", "uppföljning"),
        ("projektiden", "projekttiden"),
        ("smester", "semester"),
        ("tillokmmit", "tillkommit"),
        ("socialsekreterana", "socialsekreterarna"),
        ("dataskyddsbud", "dataskyddsombud"),
    ],
)
def test_a_slip_is_found_and_the_word_meant_is_offered(speller, wrong, meant):
    assert not speller.is_right(wrong)
    assert speller.meant(wrong, {})[0] == meant


def test_of_two_words_as_near_the_one_the_text_uses_comes_first(speller):
    assert speller.meant("buget", {"budget": 12})[0] == "budget"


def test_a_compound_one_letter_from_a_listed_word_is_a_slip(speller):
    assert swedish().knows("hyses")
    assert swedish().knows("intäkter")
    assert not speller.is_right("hysesintäkter")


def test_words_of_the_users_own_are_right_in_any_case_and_common_form():
    own = Speller(swedish(), own=["Brinkebolotsen"])
    assert own.is_right("brinkebolotsen")
    assert own.is_right("Brinkebolotsens")
    assert not Speller(swedish()).is_right("brinkebolotsen")


def test_at_most_two_words_are_offered_and_none_for_nonsense(speller):
    assert speller.meant("xqzzvwkj", {}) == ()
    assert len(speller.meant("mailn", {})) <= 2


def test_the_terms_of_the_field_are_words_in_lower_case():
    assert {"orossamtal", "tertialrapport", "inriktningsmål"} <= field_terms()
    assert all(term == term.casefold() and not term.startswith("#") for term in field_terms())


def test_the_dictionary_lies_where_the_installed_package_says():
    folder = dictionary_folder()
    assert folder is not None
    assert (folder / "sv_SE.dic").is_file()


def test_an_entry_is_told_from_a_compound_that_the_dictionary_only_allows():
    assert swedish().lists("vandrarhem")
    assert swedish().lists("arbetssätten")
    assert swedish().knows("dataskyddsgud")
    assert not swedish().lists("dataskyddsgud")


def test_an_overlong_word_is_unknown_and_harmless():
    assert not swedish().knows("barn" * 60)


def test_a_missing_dictionary_is_told_in_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(spelling_dictionary, "_places", lambda: iter((tmp_path,)))
    with pytest.raises(
        DictionaryMissing, match=r"ordlistan .* finns inte i installationen\. Installera om programmet\.$"
    ):
        swedish()


def test_threads_share_one_dictionary():
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(swedish())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 4
    assert len(set(map(id, seen))) == 1
