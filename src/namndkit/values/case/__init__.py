"""The case: one ärende as the secretary means it, immutable and typed."""

from namndkit.values.case.arende import Case
from namndkit.values.case.forslag import Förslag, cost_of
from namndkit.values.case.yttrande import Yttrande

KINDS: dict[str, type[Case]] = {model.kind: model for model in (Förslag, Yttrande)}
"""The kinds of case, by the word under ``typ``."""

__all__ = ["KINDS", "Case", "Förslag", "Yttrande", "cost_of"]
