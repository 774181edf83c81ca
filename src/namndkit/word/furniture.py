"""Headers and footers as a document needs them: UTKAST above, page 1's foot, the logotype."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from namndkit.values.document import Document, Run
from namndkit.word.body import BodyWriter
from namndkit.word.picture import write_picture
from namndkit.word.xml import R, w

_SEEN = ("drawing", "pict", "object", "t", "fldSimple", "instrText")
"""What can be seen of a paragraph."""


def furnish(
    furniture: Mapping[str, Any], document: Document, body: Any, writer: BodyWriter
) -> dict[str, Any]:
    """The headers and footers (by relation) that this document needs otherwise than the Word file has them."""
    first = first_footers(body)
    changed: dict[str, Any] = {}
    for rid, template in furniture.items():
        draft = document.properties.draft and template.tag == w("hdr")
        foot = rid in first and bool(document.foot or document.logotype)
        if draft or foot:
            changed[rid] = root = copy.deepcopy(template)
            if foot:
                _foot(root, document, writer)
            if draft:
                writer.paragraph(root, "utkast", (Run("UTKAST"),))
                root.insert(0, root[-1])
    return changed


def first_footers(body: Any) -> set[str]:
    """The relations of page 1's footers in ``body``."""
    return {
        ref.get(f"{{{R}}}id")
        for ref in body.iter(w("footerReference"))
        if ref.get(w("type")) == "first"
    }


def _foot(root: Any, document: Document, writer: BodyWriter) -> None:
    """Put the foot first in ``root``, before what the Word file has there, and the logotype beside it."""
    own = [child for child in root if _is_seen(child)]
    for child in list(root):
        root.remove(child)
    writer.blocks(root, document.foot)
    root.extend(own)
    if not len(root):
        writer.paragraph(root, "sidfot", ())
    if document.logotype:
        write_picture(root[0], document.logotype, writer.page)


def _is_seen(element: Any) -> bool:
    return any(next(element.iter(w(name)), None) is not None for name in _SEEN)
