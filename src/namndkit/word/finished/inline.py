"""The content of one paragraph: its text in stretches, its links, what stands in it and what was changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from namndkit.values.finished import Change, Kind, Link, Thing, What
from namndkit.word.finished.content import Content, Surroundings, choice
from namndkit.word.finished.drawn import MC, chosen, drawn
from namndkit.word.finished.fields import Field, address, button, fetched
from namndkit.word.finished.look import Ground
from namndkit.word.finished.readings import Pieces
from namndkit.word.finished.styles import Layer, is_on, own
from namndkit.word.finished.symbols import is_symbol_font, symbol
from namndkit.word.xml import R, w

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_SIGNS[w("softHyphen")] = "\u00ad"
_DRAWN = (w("drawing"), w("pict"), w("object"))
_PASSED = tuple(
    w(name) for name in ("pPr", "rPr", "sdtEndPr", "smartTagPr", "customXmlPr", "instrText")
)
_NOTES = {
    w("footnoteReference"): What.FOOTNOTE,
    w("endnoteReference"): What.ENDNOTE,
    w("commentReference"): What.COMMENT,
}
_ADDED = (w("ins"), w("moveTo"))
_GONE = (w("del"), w("moveFrom"))
_SPACES = re.compile(r"[\n\r\t]")
"""What the file breaks its lines with is a blank on the page (17.3.3.31)."""
_PRIVATE = re.compile("[\uf000-\uf0ff]")


class Reader:
    """Reads one paragraph."""

    def __init__(self, around: Surroundings, properties: Layer, ground: Ground) -> None:
        self._around, self._properties, self._ground = around, properties, ground
        self._fields = around.fields
        self._run: Layer = {}
        self._kind: Kind | None = None
        self._pieces: list[str] = []
        self._length = 0
        self._all = Pieces()
        self._gone: list[str] | None = None
        self._added = 0
        self.content = Content(generated=around.fields.generates)

    def read(self, paragraph: Any) -> Content:
        """What the paragraph holds."""
        self._inside(paragraph)
        found = self.content
        found.text = "".join(self._pieces)
        found.readings = self._all.readings(found.text)
        struck = any(one.kind == "struket" for one in found.changes)
        found.before = self._all.before() if struck else ""
        found.generated |= self._fields.generates
        self._fields.next_paragraph()
        return found

    def _inside(self, parent: Any) -> None:
        for child in parent:
            _BY_TAG.get(child.tag, Reader._inside)(self, child)

    def _pass(self, element: Any) -> None:
        """Properties hold no text."""

    def _a_run(self, element: Any) -> None:
        before, properties = self._run, element.find(w("rPr"))
        self._run = own(properties)
        if properties is not None and properties.find(w("rPrChange")) is not None:
            self.content.changes.append(Change("format", self._length))
        self._inside(element)
        self._run = before

    def _words(self, element: Any) -> None:
        text = _SPACES.sub(" ", element.text or "")
        if _PRIVATE.search(text):
            font = self._around.looks.font(self._run, self._properties)
            if is_symbol_font(font):
                for char in text:
                    self._put(symbol(font, f"{ord(char):X}"), Kind.SYMBOL, font)
                return
        self._put(text)

    def _sign(self, element: Any) -> None:
        self._put(_SIGNS[element.tag])

    def _break(self, element: Any) -> None:
        if element.get(w("type")) in ("page", "column"):
            self.content.things.append(Thing(What.BREAK, self._length))
        self._put("\n")

    def _symbol(self, element: Any) -> None:
        font = str(element.get(w("font")) or "")
        self._put(symbol(font, str(element.get(w("char")) or "")), Kind.SYMBOL, font)

    def _put(self, text: str, kind: Kind | None = None, font: str = "") -> None:
        """One more text, unless it stands in a field's instruction or was taken away."""
        if not text:
            return
        if self._fields.telling:
            self._fields.told(text)
            return
        kind = kind or self._kind or (Kind.FIELD if self._fields.computed else Kind.TEXT)
        made = self._around.looks.stretch(
            text, self._length, self._run, self._properties, self._ground, kind
        )
        self._all.add(text, self._added > 0, self._gone is not None, made.hidden)
        if self._gone is not None:
            self._gone.append(text)
            return
        self.content.stretches.append(replace(made, font=font) if font else made)
        self._pieces.append(text)
        self._length += len(text)

    def _change(self, element: Any) -> None:
        start, first = self._length, len(self._pieces)
        about = (str(element.get(w("author")) or ""), str(element.get(w("date")) or ""))
        if element.tag in _GONE:
            outer, self._gone = self._gone, []
            self._inside(element)
            text = "".join(self._gone)
            self._gone = outer
            self.content.changes.append(Change("struket", start, text, *about))
        else:
            self._added += 1
            self._inside(element)
            self._added -= 1
            text = "".join(self._pieces[first:])
            self.content.changes.append(Change("insatt", start, text, *about))

    def _note(self, element: Any) -> None:
        what = _NOTES[element.tag]
        ident = f"{what}:{element.get(w('id'))}"
        self.content.things.append(Thing(what, self._length, "", ident))

    def _drawing(self, element: Any) -> None:
        found = drawn(element, self._around.colours, self._ground)
        ident = next(
            (
                self._around.relations[one].target
                for one in found.parts
                if one in self._around.relations
            ),
            "",
        )
        self.content.things.append(Thing(found.kind, self._length, " ".join(found.texts), ident))
        self.content.drawings.append(found)
        self.content.bare_pictures += found.bare

    def _equation(self, element: Any) -> None:
        texts = (one.text or "" for one in element.iter(f"{_M}t", w("t")))
        self._put(_SPACES.sub(" ", "".join(texts)), Kind.EQUATION)

    def _alternate(self, element: Any) -> None:
        """What Word shows: the first choice (ISO 29500-3, 10.2)."""
        shown = chosen(element)
        if shown is not None:
            self._inside(shown)

    def _hyperlink(self, element: Any) -> None:
        start, first = self._length, len(self._pieces)
        self._inside(element)
        relation = self._around.relations.get(str(element.get(f"{{{R}}}id")))
        where = "" if relation is None else relation.target
        anchor = element.get(w("anchor")) or element.get(w("docLocation"))
        self._link(start, first, where + (f"#{anchor}" if anchor else ""))

    def _control(self, element: Any) -> None:
        properties = element.find(w("sdtPr"))
        outer = self._kind
        for one in () if properties is None else properties:
            if one.tag in (w("dropDownList"), w("comboBox")):
                self._kind = Kind.CHOICE
            elif one.tag == _CHECKBOX:
                self._kind = Kind.CHECKBOX
            self.content.prompt |= one.tag == w("showingPlcHdr") and is_on(one)
        for child in element:
            if child.tag == w("sdtContent"):
                self._inside(child)
        self._kind = outer

    def _simple(self, element: Any) -> None:
        self._fields.begin(Field([str(element.get(w("instr")) or "")]))
        self._fields.separate(self._length, len(self._pieces))
        self._inside(element)
        self._ended(self._fields.end())

    def _mark(self, element: Any) -> None:
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            self._fields.begin(Field(choice=choice(element.find(w("ffData")))))
        elif kind == "separate":
            self._fields.separate(self._length, len(self._pieces))
            self.content.generated |= self._fields.generates
        elif kind == "end":
            self._ended(self._fields.end())

    def _code(self, element: Any) -> None:
        text = element.text or ""
        if self._fields.telling:
            self._fields.told(text)
        else:
            self.content.codes.append(text)

    def _ended(self, one: Field | None) -> None:
        if one is None:
            return
        instruction = one.instruction
        if instruction:
            self.content.codes.append(instruction)
        if (fetches := fetched(instruction)) is not None:
            self.content.outside.append(fetches)
        if one.choice is not None:
            self._put(one.choice[0], Kind.CHECKBOX if one.choice[1] else Kind.CHOICE)
        elif (shown := button(instruction)) and one.start in (None, self._length):
            self._put(shown)
        if (where := address(instruction)) is not None and one.start is not None:
            self._link(one.start, one.first, where)

    def _link(self, start: int, first: int, where: str) -> None:
        text = "".join(self._pieces[first:])
        if text.strip():
            self.content.links.append(Link(text, start, where))


_BY_TAG: dict[str, Callable[[Reader, Any], None]] = {
    **dict.fromkeys(_SIGNS, Reader._sign),
    **dict.fromkeys(_DRAWN, Reader._drawing),
    **dict.fromkeys(_NOTES, Reader._note),
    **dict.fromkeys((*_ADDED, *_GONE), Reader._change),
    **dict.fromkeys(_PASSED, Reader._pass),
    w("t"): Reader._words,
    w("delText"): Reader._words,
    w("r"): Reader._a_run,
    w("br"): Reader._break,
    w("sym"): Reader._symbol,
    w("fldChar"): Reader._mark,
    w("instrText"): Reader._code,
    w("delInstrText"): Reader._code,
    w("hyperlink"): Reader._hyperlink,
    w("fldSimple"): Reader._simple,
    w("sdt"): Reader._control,
    f"{_M}oMath": Reader._equation,
    f"{MC}AlternateContent": Reader._alternate,
}
"""What is done with an element; into one that is not named here the reader looks further."""
