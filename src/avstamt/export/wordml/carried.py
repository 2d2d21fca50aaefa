"""The part of a Word document that nobody sees: what was printed, for the day the document comes back."""

from __future__ import annotations

import base64
import zlib
from typing import TYPE_CHECKING
from uuid import uuid4

from avstamt.domain.printed import PART_NAMESPACE, Printed

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_PART = "/customXml/item%d.xml"
_PROPERTIES_PART = "/customXml/itemProps%d.xml"
_CONTENT = "application/xml"
_PROPERTIES_CONTENT = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'


def add_printed(document: DocumentPart, printed: Printed) -> None:
    """Add what was printed to a document, as a part of custom XML with its properties."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import Part

    packed = base64.b64encode(zlib.compress(printed.model_dump_json().encode(), 6)).decode()
    xml = f'{_HEAD}<printed xmlns="{PART_NAMESPACE}">{packed}</printed>'
    package = document.package
    part = Part(package.next_partname(_PART), _CONTENT, xml.encode(), package)
    properties = f'{_HEAD}<ds:datastoreItem xmlns:ds="{_DATA}" ds:itemID="{{{str(uuid4()).upper()}}}"><ds:schemaRefs/></ds:datastoreItem>'
    about = Part(package.next_partname(_PROPERTIES_PART), _PROPERTIES_CONTENT, properties.encode(), package)
    part.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
