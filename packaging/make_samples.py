"""Writes the sample reports in resources/samples from their readable source in packaging/samples.

Run it after a change there, with the program installed: python packaging/make_samples.py [folder]
"""  # noqa: INP001 - a script beside others, no package

from __future__ import annotations

import sys
from pathlib import Path

from samples.pdf_text import pdf_text
from samples.reading import Data, read_source, report_of
from samples.slips import with_slips

from avstamt.domain.report import Report
from avstamt.storage.format import dump

HERE = Path(__file__).resolve().parent
INTRODUCTION = """\
# Exempelrapporter

Rapporterna är skrivna för programmet. Exempelstaden, enheten, nämnden, namnen, talen och texterna är påhittade;
kommunfullmäktiges mål är Stockholms. De byggs av `packaging/make_samples.py` ur texterna i `packaging/samples`.

| Fil | Innehåll |
|---|---|
| `verksamhetsberattelse-2024-enhet.avst` | En enhets verksamhetsberättelse med {annual} planterade brister, att granska. |
| `verksamhetsberattelse-2024-enhet.txt` | Samma rapport som text, så som den kommer ur en PDF, att importera. |
| `verksamhetsberattelse-2024-utan-brister.avst` | Samma rapport utan brister. |
| `verksamhetsplan-2025-enhet.avst` | Samma enhets verksamhetsplan för året därpå. |
| `tertialrapport-1-2024-namnd.avst` | En nämnds tertialrapport med {tertial} planterade brister. |
"""


def main(folder: Path) -> None:
    """Write every sample and the list of slips to `folder`."""
    for name, content in sample_files().items():
        (folder / name).write_bytes(content)


def sample_files() -> dict[str, bytes]:
    """Return the content of every file in resources/samples by its name."""
    annual, clean, faulty = _read("verksamhetsberattelse-2024")
    _plan, plan, _same = _read("verksamhetsplan-2025")
    tertial, _without, tertial_faulty = _read("tertialrapport-1-2024")
    return {
        "verksamhetsberattelse-2024-enhet.avst": dump(faulty),
        "verksamhetsberattelse-2024-enhet.txt": pdf_text(faulty).encode(),
        "verksamhetsberattelse-2024-utan-brister.avst": dump(clean),
        "verksamhetsplan-2025-enhet.avst": dump(plan),
        "tertialrapport-1-2024-namnd.avst": dump(tertial_faulty),
        "README.md": _readme(annual, tertial).encode(),
    }


def _read(name: str) -> tuple[Data, Report, Report]:
    source = read_source(HERE / "samples" / f"{name}.yaml")
    report = report_of(source)
    return source, report, with_slips(report, source.get("slips", []))


def _readme(annual: Data, tertial: Data) -> str:
    head = INTRODUCTION.format(annual=len(annual["slips"]), tertial=len(tertial["slips"]))
    return head + "".join(
        f"\n## Planterade brister i {name}\n\n{_listed(source['slips'])}"
        for name, source in (
            ("verksamhetsberattelse-2024-enhet", annual),
            ("tertialrapport-1-2024-namnd", tertial),
        )
    )


def _listed(slips: list[Data]) -> str:
    return "".join(f"{number}. **{slip['place']}.** {slip['says']}\n" for number, slip in enumerate(slips, 1))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "resources" / "samples")
