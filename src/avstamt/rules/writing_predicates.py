"""What is said of a subject in another form than the subject's own: "målet är uppfylld", "rutinerna är känd".

Only subjects that open their sentence and stand directly before the verb are judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from avstamt.language.nouns import Noun, read_noun
from avstamt.language.verbs import VerbForm, read_verb
from avstamt.language.words import word_set
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_slips import Slip, kept
from avstamt.rules.writing_words import Occurrence, standing

_IS = word_set("är var blev blir")
_HAS, _BEEN = word_set("har hade bedöms anses"), word_set("varit blivit vara bli")
_SAYS = _IS | _HAS
_ADVERBS = word_set(
    "inte även också nu redan ännu helt delvis väl mycket fortfarande dock därmed ej till mer mindre mest ganska relativt"
)
_COMMON = word_set(
    "stor hög låg god bra nöjd känd klar tydlig stabil positiv negativ viktig stark svag ny öppen säker trygg uppskattad uppfylld"
) - {"bra"}
_NEUTER = word_set("stort högt lågt gott känt tydligt stabilt positivt negativt viktigt starkt svagt öppet")
_OPENS_CLAUSE = word_set("att men eftersom medan när")
_ENDS = ".,;\n)"
_FURTHER = word_set("med över till inom vid och på för under i av hos bland jämfört trots men enligt")
_RELATIVE = frozenset({"som"})
_NO_PARTICIPLES = word_set("fortsatt avsett")


@kept
def disagreeing_predicates(passage: Passage) -> Iterator[Slip]:
    """Yield what is said of a subject in another gender or number than the subject has."""
    yield from _relative(passage)
    for verb in standing((passage,), _SAYS):
        one = Occurrence(passage, verb.number - 1)
        noun = read_noun(one.word.lower) if verb.number else None
        if noun is None or not noun.definite or not _opens(one):
            continue
        said = _said_of(one)
        if said is not None and _is_wrong(said, noun):
            message = f"Ordet ’{said.word.text}’ stämmer inte överens med ’{one.word.text}’."
            yield Slip(passage, one.word.start, said.word.end, message)


def _relative(passage: Passage) -> Iterator[Slip]:
    """Yield what is said in a relative clause of the plural noun before it: "insatser som är genomfört"."""
    for one in standing((passage,), _RELATIVE):
        noun = read_noun(one.before.lower) if one.before is not None and one.follows_directly else None
        said = _said_of(one) if noun is not None and noun.plural else None
        if noun is not None and one.before is not None and said is not None and _is_wrong(said, noun):
            message = f"Ordet ’{said.word.text}’ stämmer inte överens med ’{one.before.text}’."
            yield Slip(passage, one.before.start, said.word.end, message)


def _opens(one: Occurrence) -> bool:
    """Tell whether the noun opens its sentence or clause, alone or behind an article and an adjective."""
    before = one.before
    if one.opens or (before is not None and one.follows_directly and before.lower in _OPENS_CLAUSE):
        return True
    first = one.number - 2
    return (
        first >= 0 and one.passage.words[first].lower in ("den", "det", "de") and Occurrence(one.passage, first).opens
    )


def _said_of(one: Occurrence) -> Occurrence | None:
    """Return the word that is said of the subject: behind "är" or "har varit", past small adverbs."""
    words = one.passage.words
    at = one.number + 1
    if at + 1 < len(words) and words[at].lower in _HAS and words[at + 1].lower in _BEEN:
        at += 1
    elif at >= len(words) or words[at].lower not in _IS:
        return None
    at += 1
    while at < len(words) and words[at].lower in _ADVERBS:
        at += 1
    if at >= len(words) or not words[at].text.islower():
        return None
    between = one.passage.text[one.word.end : words[at].start]
    return Occurrence(one.passage, at) if between.replace(" ", "").isalpha() else None


def _is_wrong(said: Occurrence, noun: Noun) -> bool:
    """Tell whether a participle, or an adjective that ends what is said, has another form than the noun asks for."""
    lower = said.word.lower
    if lower in _NO_PARTICIPLES:
        return False
    neuter, common = _is_supine(lower), lower.endswith("d") and _is_supine(f"{lower[:-1]}t")
    if not neuter and not common and _ends_what_is_said(said):
        neuter, common = lower in _NEUTER, lower in _COMMON
    if noun.plural:
        return neuter or common
    return common if noun.neuter else neuter


def _is_supine(lower: str) -> bool:
    """Tell whether a word is a supine that no en-word is said to be: none is "genomfört", but it may be "stärkt"."""
    verb = read_verb(lower) if lower.endswith("t") and not lower.endswith("it") else None
    return verb is not None and verb.forms == {VerbForm.SUPINE} and not verb.verb.has_one_participle


def _ends_what_is_said(said: Occurrence) -> bool:
    """Tell whether a stop or a small word follows: then the word is no adverb ("positivt inställd")."""
    text, after = said.passage.text, said.after
    following = text[said.word.end : said.word.end + 1]
    return not following or following in _ENDS or (after is not None and after.lower in _FURTHER)
