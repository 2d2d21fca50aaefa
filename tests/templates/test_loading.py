"""A template file that cannot be used is refused in one Swedish sentence that names file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from avstamt.templates.faults import TemplateBroken
from avstamt.templates.loading import load_templates, load_years
from avstamt.templates.template import Template

GOOD = """\
kind: VB
level: enhet
first_year: 2023
source: Prov.
title: Verksamhetsberättelse {year}
sections:
  - key: summary
    title: Sammanfattande analys
    guidance: Skriv kort.
  - use: other
goals: {use: all-goals}
indicator_columns: []
activity_columns:
  - {name: text, label: Aktivitet, guidance: Skriv vad, width: "4"}
"""
PARTS = """\
other:
  key: other
  title: Övrigt
  guidance: Annat.
all-goals:
  - {level: inriktningsmål, prefix: A, guidance: g}
  - {level: verksamhetsområdesmål, prefix: B, guidance: g}
  - {level: nämndmål, prefix: C, guidance: g}
  - {level: enhetsmål, prefix: D, guidance: g}
"""


def load(folder: Path, template: str = GOOD, parts: str = PARTS, **more: str) -> tuple[Template, ...]:
    (folder / "parts").mkdir()
    (folder / "parts" / "delar.yaml").write_text(parts, encoding="utf-8")
    (folder / "prov.yaml").write_text(template, encoding="utf-8")
    for name, text in more.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_templates(folder)


def refused(folder: Path, template: str = GOOD, parts: str = PARTS) -> TemplateBroken:
    with pytest.raises(TemplateBroken) as caught:
        load(folder, template, parts)
    return caught.value


def test_a_template_is_put_together_from_shared_parts(tmp_path):
    (template,) = load(tmp_path)
    assert [section.title for section in template.sections] == ["Sammanfattande analys", "Övrigt"]
    assert [goal.prefix for goal in template.goals] == ["A", "B", "C", "D"]
    assert template.activity_columns[0].width == 4.0


def test_own_values_stand_instead_of_the_shared_ones(tmp_path):
    (template,) = load(tmp_path, GOOD.replace("- use: other", "- use: other\n    title: Annat"))
    assert template.sections[1].title == "Annat"
    assert template.sections[1].guidance == "Annat."


def test_a_template_can_be_used_by_another(tmp_path):
    older = "use: prov\nfirst_year: 2016\nlast_year: 2022\n"
    templates = load(tmp_path, older=older)
    assert sorted(template.first_year for template in templates) == [2016, 2023]


def test_a_list_of_parts_is_laid_into_the_list_that_uses_it(tmp_path):
    template = GOOD.replace("goals: {use: all-goals}", "goals:\n  - use: all-goals")
    assert len(load(tmp_path, template)[0].goals) == 4


def test_a_missing_value_names_file_and_line(tmp_path):
    error = refused(tmp_path, GOOD.replace("    guidance: Skriv kort.\n", ""))
    assert (error.file, error.line) == ("prov.yaml", 7)
    assert str(error) == "Mallfilen prov.yaml på rad 7 kan inte användas: uppgiften ’guidance’ saknas."


def test_an_error_in_a_shared_part_names_the_shared_file(tmp_path):
    error = refused(tmp_path, parts=PARTS.replace("level: nämndmål", "level: nämdmål"))
    assert (error.file, error.line) == ("delar.yaml", 8)
    assert "’nämdmål’ kan inte stå i ’level’" in str(error)
    assert "nämndmål eller enhetsmål" in str(error)


def test_an_unknown_value_names_its_own_line(tmp_path):
    error = refused(tmp_path, GOOD.replace("source: Prov.", "source: Prov.\nkälla: Annan."))
    assert error.line == 5
    assert "’källa’ finns inte i en mall" in str(error)


@pytest.mark.parametrize(
    ("was", "becomes", "line", "said"),
    [
        ("first_year: 2023", "first_year: snart", 3, "’first_year’ ska vara ett heltal"),
        ('width: "4"', "width: bred", 14, "’width’ ska vara ett tal"),
        ("title: Verksamhetsberättelse {year}", "title: [a]", 5, "’title’ ska vara en text"),
        ("indicator_columns: []", "indicator_columns: inga", 12, "’indicator_columns’ ska vara en lista"),
        ("- use: other", "- Övrigt", 10, "ska bestå av uppgifter med namn"),
        ("- use: other", "- use: othr", 10, "den delade delen ’othr’ finns inte"),
        ("kind: VB", "kind: VB\nkind: VP", 2, "uppgiften ’kind’ står två gånger"),
        ("goals: {use: all-goals}", "goals: {use: all-goals, level: x}", 11, "kan inte kompletteras"),
        ("key: summary", "key: other", 1, "avsnittets nyckel förekommer två gånger: other"),
    ],
)
def test_each_error_is_said_in_swedish_with_its_line(tmp_path, was, becomes, line, said):
    error = refused(tmp_path, GOOD.replace(was, becomes))
    assert said in str(error)
    assert error.line == line


def test_what_is_no_yaml_names_the_line(tmp_path):
    error = refused(tmp_path, GOOD.replace("kind: VB", "kind: VB: enhet"))
    assert (error.file, error.line) == ("prov.yaml", 1)
    assert "följer inte formatet YAML" in str(error)


def test_a_part_that_uses_itself_is_refused(tmp_path):
    error = refused(tmp_path, parts=PARTS.replace("other:\n", "other:\n  use: other\n"))
    assert "’other’ använder sig själv" in str(error)


def test_a_part_is_defined_once(tmp_path):
    (tmp_path / "parts").mkdir()
    for name in ("a", "b"):
        (tmp_path / "parts" / f"{name}.yaml").write_text(PARTS, encoding="utf-8")
    with pytest.raises(TemplateBroken, match=r"b\.yaml på rad 2 .*’other’ finns redan i a\.yaml"):
        load_templates(tmp_path)


@pytest.mark.parametrize("content", [b"", b"- en lista\n", b"\xff\xfe\x00"])
def test_a_file_of_another_kind_is_refused(tmp_path, content):
    (tmp_path / "trasig.yaml").write_bytes(content)
    with pytest.raises(TemplateBroken, match=r"^Mallfilen trasig\.yaml"):
        load_templates(tmp_path)


def test_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(TemplateBroken, match="saknas eller är tom"):
        load_years(tmp_path / "years")


def test_numbers_of_goals_stay_as_written(tmp_path):
    text = "first_year: 2023\nlast_year: 2026\nsource: s\ndirections: []\nareas:\n  - {number: 1.10, title: T}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    assert load_years(tmp_path)[0].areas[0].number == "1.10"
