"""Claims that something changed: its direction, its two ends, how much and since when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avstamt.language.claims.base import Modality, Sex, When
from avstamt.language.claims.changing import Cue, Kind, change_cues
from avstamt.language.claims.modality import infinitive_modality, is_negated, led_modality
from avstamt.language.claims.model import Change
from avstamt.language.claims.scene import SEXES, Scene
from avstamt.language.claims.times import in_brackets, is_base, is_compared
from avstamt.language.numbers.model import Figure, Form
from avstamt.language.words import Span

_FROM = "från"
_TO = frozenset({"till"})
_BY = frozenset({"med"})
_TIME_WORDS = frozenset({"föregående", "förra", "motsvarande", "års", "årets", "fjolårets"})
_BY_NOUN = frozenset({"med", "på", "om"})


def changes(scene: Scene) -> Iterator[Change]:
    """Yield each claim of the sentence that something changed."""
    cues = list(change_cues(scene))
    used: set[Figure] = set()
    for place, cue in enumerate(cues):
        clause = scene.clause_at(cue.span.start)
        following = cues[place + 1].span.start if place + 1 < len(cues) else clause.end
        figures = [f for f in scene.figures_in(Span(clause.start, min(clause.end, following))) if f not in used]
        change = _change(scene, cue, clause, figures)
        used.update(change.figures)
        yield change
    yield from _bare_pairs(scene, cues, used)


def _change(scene: Scene, cue: Cue, clause: Span, figures: Sequence[Figure]) -> Change:
    before, after, by = _ends(scene, cue, figures)
    ends = [figure for figure in (before, after, by) if figure]
    since, when = _times(scene, clause)
    if before and when and since is None and 0 <= when.span.start - before.extent.end <= 1:
        since, when = when, None
    start = min([cue.span.start, *(figure.extent.start for figure in ends)])
    return Change(
        span=Span(start, max([cue.span.end, *(figure.extent.end for figure in ends)])),
        sentence=scene.sentence,
        subject=scene.subject(clause, [cue.span]),
        figures=tuple(sorted(ends, key=lambda figure: figure.span)),
        when=when,
        modality=_modality(scene, cue),
        negated=is_negated(scene, cue.span.start, cue.span.end),
        direction=cue.direction,
        before=before,
        after=after,
        by=by,
        since=since,
        sex=_sex(scene, Span(clause.start, cue.span.start)),
    )


def _ends(scene: Scene, cue: Cue, figures: Sequence[Figure]) -> tuple[Figure | None, Figure | None, Figure | None]:
    """Return what something changed from, to and by; what a noun of change says stands behind it."""
    behind = [figure for figure in figures if figure.span.start > cue.span.end]
    figures = behind if cue.kind is Kind.NOUN else figures
    before = _after_word(scene, figures, {_FROM})
    after = _after_word(scene, figures, _TO)
    if before and after and after.span < before.span:
        after = None
    steps = [figure for figure in behind if not is_base(scene.text, figure, scene.sentence.start)]  # "jämfört med 350"
    by = _after_word(scene, steps, _BY_NOUN if cue.kind is Kind.NOUN else _BY)
    factor = next((figure for figure in figures if figure.form is Form.FACTOR and figure.span.meets(cue.span)), None)
    return before, after, by or factor


def _modality(scene: Scene, cue: Cue) -> Modality:
    if cue.kind is Kind.INFINITIVE:
        return infinitive_modality(scene, cue.span.start)
    if cue.kind is Kind.SUPINE:
        said = led_modality(scene, cue.span.start)
        return Modality.FACT if said is Modality.INTENT else said
    return led_modality(scene, cue.span.start)


def _after_word(scene: Scene, figures: Sequence[Figure], words: frozenset[str] | set[str]) -> Figure | None:
    """Return the first figure with one of `words` right before it."""
    return next((figure for figure in figures if _lead(scene, figure) in words), None)


def _lead(scene: Scene, figure: Figure) -> str:
    """Return the word that leads to a figure, past the words of a time: "från" in "från föregående års 71 %"."""
    words = scene.words_in(Span(scene.sentence.start, figure.extent.start))
    return next((word.lower for word in reversed(words) if word.lower not in _TIME_WORDS), "")


def _bare_pairs(scene: Scene, cues: Sequence[Cue], used: set[Figure]) -> Iterator[Change]:
    """Yield the pairs "från … till …" that no word of change of their own goes with; an earlier one lends its direction."""
    for first, second in zip(scene.figures, scene.figures[1:], strict=False):
        if first in used or second in used:
            continue
        if scene.word_before(first.extent.start) != _FROM or scene.word_before(second.extent.start) not in _TO:
            continue
        lent = [cue.direction for cue in cues if cue.span.end <= first.span.start]
        clause = scene.clause_at(first.span.start)
        since, when = _times(scene, clause)
        yield Change(
            span=Span(first.extent.start, second.extent.end),
            sentence=scene.sentence,
            subject=scene.subject(clause),
            figures=(first, second),
            when=when,
            since=since,
            modality=led_modality(scene, first.span.start),
            direction=lent[-1] if lent else None,
            before=first,
            after=second,
        )


def _times(scene: Scene, clause: Span) -> tuple[When | None, When | None]:
    """Return since when, and when, the clause says that it changed."""
    within = [when for when in scene.times if clause.holds(when.span) and not in_brackets(scene.text, when)]
    since = next((when for when in within if is_compared(scene.text, when, clause.start)), None)
    return since, next((when for when in within if when is not since), None)


def _sex(scene: Scene, span: Span) -> Sex | None:
    found = {SEXES[word.lower] for word in scene.words_in(span) if word.lower in SEXES}
    return found.pop() if len(found) == 1 else None
