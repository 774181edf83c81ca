"""What stands before the text of a document that namndkit wrote: its head, recipient, number and stage.

Paragraphs are known by the styles that the writer gives their roles, which is surer than their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from namndkit.pipeline.taking.headings import Headings
from namndkit.pipeline.taking.paragraphs import Para
from namndkit.pipeline.taking.taken import Value
from namndkit.values.case.glossary import fold

HEAD_STYLES = ("huvud", "huvudetikett")
_CITY = "Malmö stad"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PHONE = re.compile(r"\+?[\d(][\d\s()/–-]{4,}")
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: (?:von|af|de|[^\W\d_a-zåäö][\w.’'-]*))+")
_ANSWERS = re.compile(r"Svar på:\s(.+)", re.DOTALL)
_DECIDED = re.compile(
    r"(?P<nämnd>.+?)(?: (?P<datum>\d{4}-\d\d-\d\d))?(?:\s§§?\s(?P<paragraf>\d+ ?[a-zA-Z]?(?: ?[–-] ?\d+ ?[a-zA-Z]?)?))?"
)
_PHRASE = re.compile(
    r"(?P<nämnd>.+) (?P<skede>föreslås besluta att lämna|lämnar) följande yttrande:"
)
_OFFICE = re.compile(r"[\w -]+(?:förvaltningen|förvaltning|kontoret)", re.IGNORECASE)
_BODY = re.compile(r"\w*(?:nämnden|styrelsen|utskottet|beredningen|fullmäktige)")


def board(name: str) -> str:
    """A board's name as it stands within a sentence."""
    return name[:1].lower() + name[1:] if _BODY.fullmatch(name) else name


def is_board(name: str) -> bool:
    """True for the name of a board, and not of an office."""
    return _BODY.search(name) is not None


def is_office(name: str) -> bool:
    """True for the name of an office."""
    return _OFFICE.fullmatch(name) is not None


def read_head(
    paras: Sequence[Para], headings: Headings
) -> tuple[dict[str, Value], str, list[Para]]:
    """The fields of the head ``paras``, the kind that it names, and what is not understood.

    The sender stands first; the kind last, above the title, or below the sender.
    """
    groups: list[tuple[str, list[Para]]] = [("", [])]
    values: dict[str, Value] = {}
    named = ""
    for para in paras:
        said = headings.labelled(para.text)
        if para.style == "huvudetikett":
            groups.append((para.text, []))
        elif not named and para.text in headings.names:
            named = para.text
        elif said and not {*said} & {*values}:
            values |= said
        else:
            groups[-1][1].append(para)
    sender = _sender([para.text for para in groups[0][1]], headings)
    if sender is None:
        return {}, "", list(paras)
    if "visa_huvud" in headings.fields and not values and len(groups) == 1:
        values["visa_huvud"] = "ja"
    rest: list[Para] = []
    named_otherwise: dict[str, Value] = {}
    for label, found in groups[1:]:
        key = headings.key_of(label) or next(
            (one for one in headings.fields if fold(one) == fold(label)), ""
        )
        value = _labelled(key, [para.text for para in found], headings)
        if value is None:
            rest += [para for para in paras if para.text == label or para in found]
        else:
            values[key] = value
            named_otherwise |= headings.own_heading(key, label)
    if named_otherwise:
        values["rubriker"] = named_otherwise
    return sender | values, named, rest


def _sender(texts: list[str], headings: Headings) -> dict[str, Value] | None:
    """The municipality, and the board or the office that sends the document."""
    bodies = [text for text in texts if is_board(text) or is_office(text)]
    cities = [text for text in texts if text not in bodies]
    if len(bodies) == 0 and len(cities) == 2:
        bodies = [cities.pop()]
    if len(cities) > 1 or len(bodies) > 2:
        return None
    made: dict[str, Value] = {
        "nämnd" if is_board(one) else "förvaltning": board(one) for one in bodies
    }
    usual = headings.defaults and headings.defaults.kommun
    if cities and (cities[0] != _CITY or headings.must_have("kommun") or usual):
        made["kommun"] = cities[0]
    return made


def _labelled(key: str, texts: list[str], headings: Headings) -> Value | None:
    if key == "handläggare" and texts:
        return people(texts, headings)
    if key == "datum":
        return texts[0] if len(texts) == 1 and _DAY.fullmatch(texts[0]) else None
    if not key or headings.shapes[key].part or not texts:
        return None
    if headings.shapes[key].many:
        return [*texts]
    return texts[0] if len(texts) == 1 else None


def people(texts: Iterable[str], headings: Headings) -> list[Value]:
    """Officials in lines below each other: a name, perhaps a title, an address and a number."""
    found: list[dict[str, Value]] = []
    for text in texts:
        last = found[-1] if found else None
        address = headings.unlabelled("e_post", text) or (text if "@" in text else "")
        number = headings.unlabelled("telefon", text) or (text if _PHONE.fullmatch(text) else "")
        name, _, title = text.partition(", ")
        if last and address and "e_post" not in last:
            last["e_post"] = address
        elif last and number and "telefon" not in last:
            last["telefon"] = number
        elif last and len(last) == 1 and not _NAME.fullmatch(name):
            last["titel"] = text
        else:
            found.append({"namn": name, **({"titel": title} if title else {})})
    return list(found)


def read_front(paras: Iterable[Para], headings: Headings) -> tuple[dict[str, Value], list[Para]]:
    """The fields of what stands between the head and the first heading, and what is not understood."""
    values: dict[str, Value] = {}
    rest: list[Para] = []
    for para in paras:
        made = _stated(para, headings) or headings.labelled(para.text) or None
        if made is None or any(
            values.get(key, made[key]) != made[key] for key in {*made} - {"till"}
        ):
            rest.append(para)
        elif para.style == "mottagare":
            rows = values.setdefault("till", [])
            assert isinstance(rows, list)
            rows += made["till"] if isinstance(made["till"], list) else []
        else:
            values.update(made)
    return values, rest


def fact(text: str) -> dict[str, Value] | None:
    """What is answered, or when it was decided."""
    if found := _ANSWERS.fullmatch(text):
        return {"besvarar": found[1]}
    found = _DECIDED.fullmatch(text)
    if not found or not is_board(found["nämnd"]) or re.search(r"\d", found["nämnd"]):
        return None
    stage: dict[str, Value] = {"läge": "beslutat"}
    stage |= {key: found[key] for key in ("datum", "paragraf") if found[key]}
    return {"nämnd": board(found["nämnd"]), "skede": stage}


def _phrase(text: str) -> dict[str, Value]:
    found = _PHRASE.fullmatch(text)
    return {"nämnd": board(found["nämnd"])} if found else {"beslutsfras": text}


def _stated(para: Para, headings: Headings) -> dict[str, Value] | None:
    """What a paragraph in one of the styles of the front says."""
    if para.style == "mottagare":
        return {"till": [] if para.text in headings.usual("till") else [para.text]}
    if para.style == "diarienummer":
        label, _, number = para.text.partition(" ")
        return {"diarienummer": number} if label in headings.usual("diarienummer") else None
    if para.style == "uppgift":
        return fact(para.text)
    return _phrase(para.text) if para.style == "beslutsfras" else None
