"""What each rule is about, in the words of the labels: a finding is only held against labels of these categories."""

from __future__ import annotations

_SUMS = frozenset({"räkning", "ekonomi"})
_TWICE = frozenset({"dubblett_text"})
_EMPTY = frozenset({"tomt_avsnitt", "saknat_avsnitt"})
_PLACEHOLDERS = frozenset({"platshållare", "saknat_årsmål"})
_WRITING = frozenset({"språk", "stavning"})
_TERMS = frozenset({"terminologi", "stavning"})

ABOUT: dict[str, frozenset[str]] = {
    "IND-101": frozenset({"rimlighet", "kön_summa"}),
    "IND-102": frozenset({"kön_summa", "räkning"}),
    "IND-103": frozenset({"rimlighet", "fel_enhet"}),
    "IND-104": frozenset({"fel_enhet", "saknad_enhet"}),
    "IND-105": frozenset({"saknad_enhet", "fel_enhet"}),
    "IND-201": frozenset({"årsmål_ej_nått", "saknad_analys"}),
    "IND-301": frozenset({"dubblett_indikator"}),
    "BED-101": frozenset({"avvikande_status"}),
    "BED-102": frozenset({"statusord"}),
    "AKT-101": frozenset({"datum"}),
    "AKT-201": frozenset({"saknad_analys", "saknad_åtgärd"}),
    "EKO-101": _SUMS,
    "EKO-102": _SUMS,
    "EKO-201": _SUMS,
    "EKO-202": _SUMS,
    "EKO-203": _SUMS,
    "EKO-301": frozenset({"ekonomi", "text_mot_tabell"}),
    "FYL-101": _PLACEHOLDERS,
    "FYL-102": _PLACEHOLDERS,
    "FYL-103": _PLACEHOLDERS,
    "FYL-104": _PLACEHOLDERS,
    "FYL-105": frozenset({"saknat_utfall"}),
    "UPP-101": _TWICE,
    "UPP-102": _TWICE,
    "UPP-103": _TWICE,
    "UPP-104": _TWICE | {"saknad_uppföljning"},
    "LUC-101": frozenset({"saknat_fält", "saknad_analys"}),
    "LUC-102": _EMPTY,
    "LUC-103": _EMPTY,
    "LUC-104": frozenset({"status_utan_belägg", "saknad_uppföljning", "avvikande_status"}),
    "LUC-105": frozenset({"framsida"}),
    "LUC-111": frozenset({"avbruten_mening"}),
    "LUC-112": frozenset({"avbruten_mening"}),
    "LUC-113": _EMPTY,
    "LUC-121": frozenset({"hänvisning"}),
    "LUC-122": frozenset({"hänvisning"}),
    "LUC-123": frozenset({"hänvisning"}),
    "LUC-131": frozenset({"fel_namn", "målrubrik"}),
    "LUC-132": frozenset({"målrubrik"}),
    "LUC-133": frozenset({"målrubrik", "formatering"}),
    "LUC-134": frozenset({"målrubrik"}),
    "INT-101": frozenset(),
    "INT-102": frozenset(),
    "INT-103": frozenset(),
    "INT-104": frozenset(),
    "INT-105": frozenset(),
    "TID-101": frozenset({"gammal_mätning", "fel_år"}),
    "TID-102": frozenset({"fel_år", "datum"}),
    "TID-103": frozenset({"datum", "fel_år"}),
    "TID-104": frozenset({"datum"}),
    "TID-111": frozenset({"fel_år", "tempus"}),
    "TID-112": frozenset({"fel_år"}),
    "TID-113": frozenset({"fel_år"}),
    "TID-114": frozenset({"tempus", "terminologi", "fel_år"}),
    "TID-115": frozenset({"tempus"}),
    "TID-116": frozenset({"jämförelseår"}),
    "SPR-101": frozenset({"stavning", "språk"}),
    "SPR-102": _WRITING,
    "SPR-103": _WRITING,
    "SPR-104": frozenset({"formatering", "språk"}),
    "SPR-105": frozenset({"formatering"}),
    "SPR-106": frozenset({"formatering", "språk"}),
    "SPR-107": frozenset({"formatering", "språk"}),
    "SPR-108": _WRITING,
    "SPR-109": frozenset({"formatering"}),
    "SPR-110": frozenset({"formatering", "fel_enhet"}),
    "SPR-111": _WRITING,
    "SPR-112": _WRITING,
    "SPR-113": _WRITING | _TERMS,
    "SPR-114": _WRITING,
    "SPR-115": _TERMS,
    "SPR-116": _TERMS,
    "SPR-117": _TERMS,
    "SPR-118": _WRITING,
    "SPR-119": frozenset({"språk"}),
    "SPR-120": frozenset({"språk"}),
    "GRA-101": frozenset(),
}
"""Rule code → categories of labels. A rule that is missing here must touch every piece of a label to have found it."""

CATEGORIES = frozenset(
    {
        "antal_påstående", "avbruten_mening", "avvikande_status", "avvikelse_ej_markerad", "datum", "dubblett_indikator",
        "dubblett_text", "ekonomi", "fel_enhet", "fel_namn", "fel_år", "formatering", "framsida", "förkortning",
        "gammal_mätning", "hänvisning", "jämförelseår", "kön_summa", "målnivå", "målrubrik", "oklar_syftning", "platshållare",
        "procentenheter", "rimlighet", "räkning", "saknad_analys", "saknad_enhet", "saknad_könsuppdelning",
        "saknad_prognos", "saknad_uppföljning", "saknad_åtgärd", "saknat_avsnitt", "saknat_belopp", "saknat_utfall",
        "saknat_årsmål", "språk", "status_mot_indikator", "status_mot_text", "status_utan_belägg", "statusord", "stavning",
        "tecken_belopp", "tempus", "terminologi", "text_mot_tabell", "text_mot_text", "tomt_avsnitt", "årsmål_ej_nått",
    }
)  # fmt: skip
"""The categories that labels are known to use; a label of another one can be found by any rule, on all its pieces."""
