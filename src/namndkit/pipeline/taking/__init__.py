"""From a finished Word document to the values of a case: nothing of it is lost in silence.

Each paragraph goes one way: into a value, or among what is told with its place. What namndkit wrote
is known by its styles, what others wrote by its headings.
"""

from namndkit.pipeline.taking.document import take
from namndkit.pipeline.taking.headings import Headings
from namndkit.pipeline.taking.taken import Long, Taken, Value
from namndkit.pipeline.taking.told import comments, findings

__all__ = ["Headings", "Long", "Taken", "Value", "comments", "findings", "take"]
