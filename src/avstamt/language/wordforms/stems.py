"""A light Swedish stemmer: it takes away the endings of inflection, so that forms of one word compare equal.

It gives "andelen", "andelar" and "andelarna" one stem and leaves derivation alone ("bistånd" is not "biståndstagare").
A stem is for comparing only; it need not be a word.
"""

from __future__ import annotations

from functools import lru_cache

_LEAST_STEM = 3
_LEAST_BEFORE_S = 4
_ENDINGS = tuple(
    sorted(
        (
            *(
                "heternas",
                "heterna",
                "heters",
                "hetens",
                "heten",
                "heter",
                "het",
                "andenas",
                "andena",
                "ernas",
                "arnas",
            ),
            *("ornas", "erna", "arna", "orna", "arens", "aren", "arnas", "enas", "ena", "ades", "ade", "ande", "anden"),
            *("andet", "ens", "ets", "ers", "ars", "ors", "are", "ans", "an", "ad", "en", "et", "er", "ar", "or", "es"),
            *("as", "a", "e", "n", "t", "s"),
        ),
        key=len,
        reverse=True,
    )
)
_IRREGULAR = {
    **dict.fromkeys(("man", "män", "mannen", "männen", "männens", "mäns", "mans"), "man"),
    **dict.fromkeys(("stad", "städer", "städerna", "städernas", "staden", "stadens", "stads"), "stad"),
    **dict.fromkeys(("barn", "barnet", "barnen", "barnens", "barns"), "barn"),
    **dict.fromkeys(("index", "indexet", "indexets"), "index"),
    **dict.fromkeys(("mål", "målet", "målen", "målens", "målets"), "mål"),
    **dict.fromkeys(("fler", "flera", "flest", "flesta"), "fler"),
    **dict.fromkeys(("ny", "nya", "nytt"), "ny"),
    **dict.fromkeys(("god", "goda", "gott"), "god"),
    **dict.fromkeys(("stor", "stora", "stort"), "stor"),
    **dict.fromkeys(("nöjd", "nöjda", "nöjt"), "nöjd"),
    **dict.fromkeys(("år", "året", "åren", "årets", "års"), "år"),
    **dict.fromkeys(("ort", "orter", "orten"), "ort"),
    **dict.fromkeys(("vuxen", "vuxna", "vuxnas"), "vuxen"),
    **dict.fromkeys(("anmälan", "anmälningar", "anmälningarna", "anmälningen"), "anmälan"),
    **dict.fromkeys(("bok", "böcker", "boken", "böckerna"), "bok"),
    **{word: word for word in ("äldre", "yngre", "höst", "kost", "rest", "test", "anställd", "vård", "stöd", "klient")},
}
_NEUTER = ("ig", "sk", "gg", "sam", "bar", "ell", "iv", "örd")
_BEFORE_S = frozenset("lndrgmk")
_BEFORE_N = frozenset("aoåäöi")
_WHOLE_ON = ("ion", "person", "telefon", "patron")
_WHOLE_IN = ("termin", "medicin", "vitamin", "magasin", "heroin", "kokain", "allmän")
_VOWELS = frozenset("aeiouyåäöé")
_ELIDED = ("dl", "gl", "kl", "pl", "tl", "ntr")
_DOUBLED = frozenset("mn")


_ENDINGS_ON = {last: tuple(one for one in _ENDINGS if one[-1] == last) for last in {one[-1] for one in _ENDINGS}}
"""The endings by their last letter, in the same order."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a word in lower case."""
    if known := _IRREGULAR.get(word):
        return known
    for ending in _ENDINGS_ON.get(word[-1:], ()):
        if word.endswith(ending) and _may_lose(word, word[: -len(ending)], ending):
            return _tidied(word[: -len(ending)])
    return word


def _may_lose(word: str, left: str, ending: str) -> bool:
    """Tell whether what is left is long enough and holds a vowel, and a short ending is none of the stem itself."""
    if len(left) < _LEAST_STEM or not _VOWELS.intersection(left):
        return False
    if ending == "s":
        return len(left) >= _LEAST_BEFORE_S and left[-1] in _BEFORE_S
    if ending == "t":
        return left.endswith(_NEUTER)
    if ending == "n":
        return left[-1] in _BEFORE_N and not word.endswith((*_WHOLE_ON, *_WHOLE_IN))
    return True


def _tidied(left: str) -> str:
    """Undo what an ending does to the stem: "hemmet" has "hem", "medlet" has "medel"."""
    if len(left) > _LEAST_STEM and left[-1] == left[-2] and left[-1] in _DOUBLED:
        return left[:-1]
    if left.endswith(_ELIDED) and left[:-2][-1:] in _VOWELS:
        return f"{left[:-1]}e{left[-1]}"
    return left
