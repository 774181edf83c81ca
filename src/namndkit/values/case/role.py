"""What a leaf of the format holds: whose words, how they are read, and what may be done to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError, PydanticUseDefault, core_schema

from namndkit.values.case.namesake import is_namesake
from namndkit.values.node import Node, Scalar


class Nothing:
    """Stands for a value that is said to be none (``inga``), in place of its ``node``.

    ``refused`` where the word could be somebody's sentence.
    """

    __slots__ = ("node", "refused")

    def __init__(self, node: Node, *, refused: bool) -> None:
        self.node, self.refused = node, refused


def reject(kind: str, node: Node, **details: object) -> PydanticCustomError:
    """The error that ``node`` is not what its field takes; the case stage words it in Swedish."""
    # pydantic never renders these details: it only carries them to the stage that words the error.
    context: dict[str, Any] = {"node": node, **details}
    return PydanticCustomError(kind, "rejected", context)


class Role(Enum):
    """Said once of every field, where its type is defined; nothing else lists fields for this."""

    RUNNING = "löpande text"
    """The case's own sentences, in Markdown."""
    SHORT = "kort text"
    """The case's own words on a line: a title, a point, a purpose."""
    QUOTED = "någon annans ord"
    """A recommendation, a claim, a reservation, the title of a document: as its author wrote it."""
    DATA = "uppgift"
    """A number, a day, an address, a name or an identifier."""
    STEERING = "styrning"
    """A word that decides how something is done or printed."""

    @property
    def words(self) -> bool:
        """True for what is written in words, whoever's they are."""
        return self in (Role.RUNNING, Role.SHORT, Role.QUOTED)

    @property
    def own(self) -> bool:
        """True for prose of the case itself: the writing rules speak of it, and ``--fix`` may touch it."""
        return self in (Role.RUNNING, Role.SHORT)


@dataclass(frozen=True, slots=True)
class Reads:
    """The annotation of a leaf type.

    ``read`` makes the value from a node or raises ``reject``; ``schema`` is what it takes, as JSON
    Schema; ``role`` is what it holds; ``takes_none`` is true where ``inga`` is a value of its own.
    """

    read: Callable[[Any], object]
    schema: dict[str, Any] = field(hash=False)
    role: Role
    takes_none: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> Any:
        return core_schema.with_info_plain_validator_function(self._read)

    def _read(self, node: Any, info: ValidationInfo) -> object:
        """``node`` as read; a field's own name where it is no text (``datum: Datum``) counts as left out.

        That it is not filled in is told by the rule that looks for such places in every text.
        """
        if isinstance(node, Nothing):
            raise reject("none_word", node.node) if node.refused else PydanticUseDefault
        try:
            return self.read(node)
        except PydanticCustomError:
            named = isinstance(node, Scalar) and is_namesake(node.text, info.field_name or "")
            if named and self.role is not Role.STEERING:
                raise PydanticUseDefault from None
            raise
