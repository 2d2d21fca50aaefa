"""The parts of a Word package around its styles: numbering, fonts, settings, theme, and what holds them together."""

from __future__ import annotations

import uuid
from xml.sax.saxutils import quoteattr

from avstamt.export.layout import Layout
from avstamt.export.wordml import names
from avstamt.resources import resource
from styles.marks import identifier

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE = "application/vnd.openxmlformats-officedocument"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def numbering_xml() -> str:
    """Return word/numbering.xml: bullets and numbers on six levels, each tied to its list style."""
    bullets = "".join(level(n, "bullet", "•" if n % 2 == 0 else "–", names.BULLET) for n in range(6))
    formats = ("decimal", "lowerLetter", "lowerRoman")
    numbers = "".join(level(n, formats[n % 3], f"%{n + 1}.", names.NUMBER) for n in range(6))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
        for number, levels in enumerate((bullets, numbers))
    )
    nums = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(2))
    return f'{HEAD}<w:numbering xmlns:w="{W}">{abstract}{nums}</w:numbering>'


def level(number: int, form: str, text: str, style: str) -> str:
    """Return one level of a list."""
    tie = f'<w:pStyle w:val="{identifier(style)}"/>' if number == 0 else ""
    indent = f'<w:ind w:left="{284 * (number + 1)}" w:hanging="284"/>'
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{tie}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )


FACES = ("Regular", "Bold", "Italic")
"""The faces that go into the document, by the name Word gives them; a bold italic is rare, and Word can slant a bold."""


def embedded_fonts(layout: Layout) -> list[tuple[str, str, str, bytes]]:
    """Return family, face, key and scrambled bytes of each shipped font that the layout names first."""
    made = []
    for family in dict.fromkeys((layout.fonts.headings[0], layout.fonts.body[0])):
        folder = resource("fonts", family.lower().replace(" ", "-"))
        for face in FACES:
            for path in folder.glob(f"*-{face}.ttf"):
                key = str(uuid.uuid5(uuid.NAMESPACE_DNS, path.name)).upper()
                made.append((family, face, key, scrambled(path.read_bytes(), key)))
    return made


def scrambled(font: bytes, key: str) -> bytes:
    """Return a font as Word embeds it: its first 32 bytes combined with the key (ECMA-376 part 4, 2.8.1)."""
    mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
    return bytes(one ^ other for one, other in zip(font[:32], mask, strict=True)) + font[32:]


def font_table_xml(layout: Layout) -> str:
    """Return word/fontTable.xml: each family with what to take where it is missing, and the faces that come along."""
    kinds = ((layout.fonts.headings, "swiss"), (layout.fonts.body, "roman"), (layout.fonts.symbols, "auto"))
    fonts = list(enumerate(embedded_fonts(layout), 1))
    made = []
    for families, kind in kinds:
        other = f"<w:altName w:val={quoteattr(families[1])}/>" if len(families) > 1 else ""
        faces = "".join(
            f'<w:embed{face} r:id="rId{number}" w:fontKey="{{{key}}}"/>'
            for number, (family, face, key, _font) in fonts
            if family == families[0]
        )
        made.append(
            f"<w:font w:name={quoteattr(families[0])}>{other}"
            f'<w:family w:val="{kind}"/><w:pitch w:val="variable"/>{faces}</w:font>'
        )
    return f'{HEAD}<w:fonts xmlns:w="{W}" xmlns:r="{R}">{"".join(made)}</w:fonts>'


def font_parts(layout: Layout) -> dict[str, str | bytes]:
    """Return the embedded fonts and the relationships that lead to them."""
    fonts = embedded_fonts(layout)
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/font" Target="fonts/font{n}.odttf"/>' for n in range(1, len(fonts) + 1)
    )
    parts: dict[str, str | bytes] = {f"word/fonts/font{n}.odttf": font[3] for n, font in enumerate(fonts, 1)}
    parts["word/_rels/fontTable.xml.rels"] = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
    )
    return parts


def settings_xml() -> str:
    """Return word/settings.xml: Swedish, Word 2013 or later, and no question about fields."""
    compat = (
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat>"
    )
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:embedTrueTypeFonts/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'{compat}<w:themeFontLang w:val="sv-SE"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def theme_xml(layout: Layout) -> str:
    """Return word/theme/theme1.xml, which Word asks for: the layout's colours and first fonts, no effects."""
    shades = layout.colours
    scheme = {
        "dk1": shades.text,
        "lt1": "#FFFFFF",
        "dk2": shades.accent,
        "lt2": shades.table_head,
        "accent1": shades.full,
        "accent2": shades.partly,
        "accent3": shades.not_reached,
        "accent4": shades.quiet,
        "accent5": shades.rule,
        "accent6": shades.accent,
        "hlink": shades.accent,
        "folHlink": shades.quiet,
    }
    colours = "".join(f'<a:{key}><a:srgbClr val="{value.lstrip("#")}"/></a:{key}>' for key, value in scheme.items())
    families = (("majorFont", layout.fonts.headings[0]), ("minorFont", layout.fonts.body[0]))
    typefaces = "".join(
        f'<a:{key}><a:latin typeface={quoteattr(family)}/><a:ea typeface=""/><a:cs typeface=""/></a:{key}>'
        for key, family in families
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    looks = (
        f"<a:fillStyleLst>{fill}</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst>"
    )
    return (
        f'{HEAD}<a:theme xmlns:a="{A}" name="Papper"><a:themeElements><a:clrScheme name="Papper">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Papper">{typefaces}</a:fontScheme><a:fmtScheme name="Papper">{looks}</a:fmtScheme>'
        "</a:themeElements></a:theme>"
    )


def packaging_parts() -> dict[str, str]:
    """Return the parts that hold the others together."""
    parts = ("document.main", "styles", "settings", "fontTable", "numbering")
    overrides = "".join(
        f'<Override PartName="/word/{name.split(".")[0]}.xml" ContentType="{OFFICE}.wordprocessingml.{name}+xml"/>'
        for name in parts
    )
    theme = f'<Override PartName="/word/theme/theme1.xml" ContentType="{OFFICE}.theme+xml"/>'
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{name}" Target="{name}.xml"/>' for n, name in enumerate(parts[1:], 1)
    )
    links += f'<Relationship Id="rId9" Type="{R}/theme" Target="theme/theme1.xml"/>'
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="odttf" ContentType="{OFFICE}.obfuscatedFont"/>'
            f'{overrides}{theme}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
        ),
        "_rels/.rels": (
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{R}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" '
            f'Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        "docProps/core.xml": (
            f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Formatmallar</dc:title><dc:language>sv-SE</dc:language>'
            "</cp:coreProperties>"
        ),
    }
