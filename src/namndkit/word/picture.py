"""The logotype: a picture lower right on page 1, with its alternative text (ISO 29500-1, 20.4)."""

from __future__ import annotations

from typing import Any

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image
from lxml import etree

from namndkit.values.document import Picture
from namndkit.word.xml import R, add, w

PICTURE = "word/media/logotyp"
"""The picture's part."""
PICTURE_ID = "rIdLogotyp"
_KINDS = ("image/png", "image/jpeg")
_EMU = 36_000
"""English metric units in a millimetre."""
_TWIP = 635
"""English metric units in a twip."""
_WIDTH, _RIGHT, _BOTTOM = 20 * _EMU, 10 * _EMU, 12 * _EMU
"""20 mm wide on A4 (the city's rule), and its distances from the page's edges."""
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def read_picture(data: bytes, text: str) -> Picture | None:
    """The picture ``data`` with the alternative text ``text``; None when it is no PNG or JPEG."""
    try:
        image = Image.from_blob(data)
    except (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        ArithmeticError,
        LookupError,
        ValueError,
    ):
        return None
    if image.content_type not in _KINDS or not image.px_width or not image.px_height:
        return None
    return Picture(data, image.content_type, image.px_width, image.px_height, text)


def write_picture(paragraph: Any, picture: Picture, page: tuple[int, int]) -> None:
    """Anchor ``picture`` in ``paragraph``, lower right on a page of ``page`` twips (width, height)."""
    height = _WIDTH * picture.height // picture.width
    across = page[0] * _TWIP - _WIDTH - _RIGHT
    down = page[1] * _TWIP - height - _BOTTOM
    drawing = etree.fromstring(
        f'<w:drawing xmlns:w="{w("p")[1:-2]}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:r="{R}">'
        f'<wp:anchor distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="1"'
        f' behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{across}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{down}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{_WIDTH}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="Logotyp"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="1" name="Logotyp"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{PICTURE_ID}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{_WIDTH}" cy="{height}"/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    for about in drawing.iter(f"{{{_WP}}}docPr"):
        about.set("descr", picture.text)
    add(paragraph, "r").append(drawing)
