"""The parts of a .docx (ISO 29500-2) and the zip around them: the same document, the same bytes."""

from __future__ import annotations

import copy
import html
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from namndkit.values.document import Document
from namndkit.word.body import BodyWriter
from namndkit.word.fingerprint import fingerprint
from namndkit.word.furniture import first_footers, furnish
from namndkit.word.look import Archive, Look
from namndkit.word.picture import PICTURE, PICTURE_ID
from namndkit.word.record import PART, Record, digest_of_part, digest_of_parts, record_xml
from namndkit.word.xml import R, add, serialize, w

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS = "word/_rels/document.xml.rels"
_URL_SAFE = ":/?#@!$&'()*+,;=%~"
_BARE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def pack(
    document: Document, look: Look, body: Any, writer: BodyWriter, made_of: str, case: str
) -> bytes:
    """The whole file: what is the same in every document of ``look`` is deflated once and copied."""
    used = {ref.get(f"{{{R}}}id") for ref in body.iter(w("headerReference"), w("footerReference"))}
    kept = {rid: part for rid, part in look.parts.items() if rid in used or _always(part)}
    furniture = {rid: look.furnish(rid) for rid in used}
    changed = furnish(furniture, document, body, writer)
    parts = {_name(kept[rid]): serialize(root) for rid, root in changed.items()}
    if document.logotype:
        parts[PICTURE] = document.logotype.data
        for rid in first_footers(body):
            parts[_relations_of(_name(kept[rid]))] = _with_picture(kept[rid])
    if writer.numbers:
        numbering = next(one for one in kept.values() if one.partname.endswith("numbering.xml"))
        parts[_name(numbering)] = serialize(_numbering(look.numbering, writer))
    parts["word/document.xml"] = serialize(body)
    if writer.links:
        parts[_RELATIONS] = _document_relations(kept, writer.links)
    parts["docProps/core.xml"] = _core(document)
    picture = document.logotype.kind if document.logotype else ""
    shape = (frozenset(used), frozenset(parts), picture)
    if shape not in look.archives:
        look.archives[shape] = _unchanging(kept, parts, picture)
    buffer = io.BytesIO()
    unchanging, digests = look.archives[shape]
    buffer.write(unchanging)
    told = fingerprint(body, look.names, {**furniture, **changed}.values())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(parts.items()):
            _write(archive, name, data)
        own = [(name, digest_of_part(data)) for name, data in parts.items()]
        whole = digest_of_parts((*digests, *own))
        record = Record(made_of, case, whole, told.digests, told.margins)
        _write(archive, PART, record_xml(record))
    return buffer.getvalue()


def _unchanging(kept: dict[str, Any], changing: Iterable[str], picture: str) -> Archive:
    """An archive of all parts but the ``changing`` ones; the content types know of those too.

    ``picture`` is the logotype's content type, or empty.
    """
    parts: dict[str, bytes] = {}
    types: dict[str, str] = {}
    for part in kept.values():
        _collect(part, parts, types)
    types["word/document.xml"] = CT.WML_DOCUMENT_MAIN
    types["docProps/core.xml"] = CT.OPC_CORE_PROPERTIES
    types[PART] = CT.OFC_CUSTOM_PROPERTIES
    if picture:
        types[PICTURE] = picture
    parts[_RELATIONS] = _document_relations(kept, [])
    parts["_rels/.rels"] = _relations(
        [
            ("rId1", RT.OFFICE_DOCUMENT, "word/document.xml"),
            ("rId2", RT.CORE_PROPERTIES, "docProps/core.xml"),
            ("rId3", RT.CUSTOM_PROPERTIES, PART),
        ]
    )
    kept_parts = {"[Content_Types].xml": _content_types(types)}
    kept_parts |= {name: data for name, data in sorted(parts.items()) if name not in changing}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in kept_parts.items():
            _write(archive, name, data)
    digests = tuple((name, digest_of_part(data)) for name, data in kept_parts.items())
    return buffer.getvalue(), digests


def _always(part: Any) -> bool:
    return not any(kind in part.content_type for kind in ("header+xml", "footer+xml"))


def _name(part: Any) -> str:
    return str(part.partname).lstrip("/")


def _collect(part: Any, parts: dict[str, bytes], types: dict[str, str]) -> None:
    """``part`` as it is, with what it refers to (a picture in a header)."""
    name = _name(part)
    if name in parts:
        return
    parts[name], types[name] = part.blob, part.content_type
    if part.rels:
        parts[_relations_of(name)] = part.rels.xml
        for relation in part.rels.values():
            if not relation.is_external:
                _collect(relation.target_part, parts, types)


def _numbering(template: Any, writer: BodyWriter) -> Any:
    """The Word file's numbering with a ``w:num`` of its own for every numbered list."""
    root = copy.deepcopy(template)
    last = [*root.findall(w("abstractNum")), *root.findall(w("num"))][-1]
    for number_id, abstract_id, level, start in writer.numbers:
        number = root.makeelement(w("num"), {w("numId"): str(number_id)})
        add(number, "abstractNumId", val=abstract_id)
        override = add(number, "lvlOverride", ilvl=str(level))
        add(override, "startOverride", val=str(start))
        last.addnext(number)
        last = number
    return root


def _relations_of(name: str) -> str:
    """The part with the relations of the part ``name``."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _with_picture(part: Any) -> bytes:
    """A footer's own relations and the one to the logotype."""
    root = etree.fromstring(part.rels.xml)
    related = {"Id": PICTURE_ID, "Type": RT.IMAGE, "Target": PICTURE.removeprefix("word/")}
    etree.SubElement(root, f"{{{_RELS}}}Relationship", related)
    return serialize(root)


def _core(document: Document) -> bytes:
    """Title, author and language; a time only when the case has a date (no clock is read)."""
    about = document.properties
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{about.date}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if about.date
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{html.escape(about.title, quote=False)}</dc:title><dc:creator>{html.escape(about.author, quote=False)}</dc:creator>"
        f"<dc:language>sv-SE</dc:language>{times}</cp:coreProperties>"
    ).encode()


def _document_relations(kept: dict[str, Any], links: list[str]) -> bytes:
    inner = [
        (rid, _kind(part), _name(part).removeprefix("word/")) for rid, part in sorted(kept.items())
    ]
    outer = [
        (f"rIdLink{number}", RT.HYPERLINK, quote(_BARE_PERCENT.sub("%25", url), safe=_URL_SAFE))
        for number, url in enumerate(links, 1)
    ]
    return _relations(inner, outer)


def _kind(part: Any) -> str:
    kinds = {
        "styles": RT.STYLES,
        "settings": RT.SETTINGS,
        "numbering": RT.NUMBERING,
        "fontTable": RT.FONT_TABLE,
        "theme": RT.THEME,
        "header": RT.HEADER,
        "footer": RT.FOOTER,
    }
    return next(kind for word, kind in kinds.items() if f"{word}+xml" in part.content_type)


def _relations(
    inner: list[tuple[str, str, str]], outer: list[tuple[str, str, str]] | None = None
) -> bytes:
    rows = [
        f'<Relationship Id="{rid}" Type="{kind}" Target="{html.escape(target)}"/>'
        for rid, kind, target in inner
    ]
    rows += [
        f'<Relationship Id="{rid}" Type="{kind}" Target="{html.escape(target)}" TargetMode="External"/>'
        for rid, kind, target in outer or ()
    ]
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELS}">{"".join(rows)}</Relationships>'.encode()


def _content_types(types: dict[str, str]) -> bytes:
    rows = [
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in sorted(types.items())
    ]
    defaults = f'<Default Extension="rels" ContentType="{CT.OPC_RELATIONSHIPS}"/><Default Extension="xml" ContentType="{CT.XML}"/>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="{_TYPES}">{defaults}{"".join(rows)}</Types>'.encode()


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    archive.writestr(entry, data)
