"""What stands before the text of a document that namndkit wrote: its head, recipient, number and stage.

Paragraphs are known by the styles that the writer gives their roles, which is surer than their words.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from namndkit.pipeline.taking.paragraphs import Para
from namndkit.pipeline.taking.taken import Value

HEAD_STYLES = ("huvud", "huvudetikett")
_CITY = "Malmö stad"
_LABELS = {"Datum": "datum", "Vår referens": "handläggare", "Ert diarienummer": "ert_diarienummer"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PHONE = re.compile(r"\+?[\d(][\d\s()/–-]{4,}")
_NAME = re.compile(r"[^\W\d_][\w.’'-]*(?: (?:von|af|de|[^\W\d_a-zåäö][\w.’'-]*))+")
_NUMBER = re.compile(r"Diarienummer\s(.+)")
_ANSWERS = re.compile(r"Svar på:\s(.+)", re.DOTALL)
_DECIDED = re.compile(
    r"(?P<nämnd>.+?)(?: (?P<datum>\d{4}-\d\d-\d\d))?(?:\s§§?\s(?P<paragraf>\d+ ?[a-zA-Z]?(?: ?[–-] ?\d+ ?[a-zA-Z]?)?))?"
)
_PHRASE = re.compile(
    r"(?P<nämnd>.+) (?P<skede>föreslås besluta att lämna|lämnar) följande yttrande:"
)
_BODY = re.compile(r"\w*(?:nämnden|styrelsen|utskottet|beredningen|fullmäktige)")


def board(name: str) -> str:
    """A board's name as it stands within a sentence."""
    return name[:1].lower() + name[1:] if _BODY.fullmatch(name) else name


def is_board(name: str) -> bool:
    """True for the name of a board, and not of an office."""
    return _BODY.search(name) is not None


def read_head(
    paras: Sequence[Para], kinds: Container[str]
) -> tuple[dict[str, Value], str, list[Para]]:
    """The fields of the head ``paras``, the one of ``kinds`` that it names, and what is not understood.

    The kind stands last, above the title; in documents of before under the sender.
    """
    named = paras[-1].text if paras[-1].text in kinds else ""
    groups: list[tuple[str, list[Para]]] = [("", [])]
    for para in paras[:-1] if named else paras:
        if para.style == "huvudetikett":
            groups.append((para.text, []))
        else:
            groups[-1][1].append(para)
    sender = [para.text for para in groups[0][1]]
    if not named and sender and sender[-1] in kinds:
        named = sender.pop()
    if not named or len(sender) not in (1, 2):
        return {}, "", list(paras)
    values: dict[str, Value] = {} if sender[0] == _CITY else {"kommun": sender[0]}
    if len(sender) == 2:
        values["nämnd" if is_board(sender[1]) else "förvaltning"] = sender[1]
    if len(groups) == 1:
        values["visa_huvud"] = "ja"
    rest: list[Para] = []
    for label, found in groups[1:]:
        value = _labelled(label, [para.text for para in found])
        if value is None:
            rest += [para for para in paras if para.text == label or para in found]
        else:
            values[_LABELS[label]] = value
    return values, named, rest


def _labelled(label: str, texts: list[str]) -> Value | None:
    if label == "Datum" and len(texts) == 1 and _DAY.fullmatch(texts[0]):
        return texts[0]
    if label == "Ert diarienummer" and len(texts) == 1:
        return texts[0]
    return people(texts) if label == "Vår referens" and texts else None


def people(texts: Iterable[str]) -> list[Value]:
    """Officials in lines below each other: a name, perhaps a title, an address and a number."""
    found: list[dict[str, Value]] = []
    for text in texts:
        last = found[-1] if found else None
        if last and "@" in text and "e_post" not in last:
            last["e_post"] = text
        elif last and _PHONE.fullmatch(text) and "telefon" not in last:
            last["telefon"] = text
        elif last and len(last) == 1 and not _NAME.fullmatch(text):
            last["titel"] = text
        else:
            found.append({"namn": text})
    return list(found)


def read_front(paras: Iterable[Para]) -> tuple[dict[str, Value], list[Para]]:
    """The fields of what stands between the head and the first heading, and what is not understood."""
    values: dict[str, Value] = {}
    rest: list[Para] = []
    for para in paras:
        made = _FRONT[para.style](para.text) if para.style in _FRONT else None
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


def _recipient(text: str) -> dict[str, Value]:
    return {"till": [] if text == "Till" else [text]}


def _number(text: str) -> dict[str, Value] | None:
    found = _NUMBER.fullmatch(text)
    return {"diarienummer": found[1]} if found else None


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


_FRONT = {"mottagare": _recipient, "diarienummer": _number, "uppgift": fact, "beslutsfras": _phrase}
