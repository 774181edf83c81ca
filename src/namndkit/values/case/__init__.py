"""The case: one ärende as the secretary means it, immutable and typed."""

from namndkit.values.case.arende import Case

__all__ = ["Case"]
