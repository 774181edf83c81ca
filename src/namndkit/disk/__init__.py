"""disk: the only package that opens, looks for or compares what a person or a folder names.

``read`` gives the bytes of a path, or a ``Refusal`` that says in Swedish why not: it never waits for a
pipe or a device, never reads without end and never raises. Every stage may use it.
"""

from __future__ import annotations

import os

from namndkit.disk.locks import write_refusal
from namndkit.disk.names import inside, key, legible, relative, shown, uri, way, whole
from namndkit.disk.reading import (
    CASE,
    DOCUMENT,
    PICTURE,
    TABLE,
    TEMPLATE,
    TEXT,
    read,
    read_at_home,
    read_standard_input,
)
from namndkit.disk.refusals import Refusal, refusal
from namndkit.disk.walking import and_above, each_once, files_below, listing
from namndkit.disk.windows import beside, forbidden, long_path

__all__ = [
    "CASE",
    "DOCUMENT",
    "PICTURE",
    "TABLE",
    "TEMPLATE",
    "TEXT",
    "Refusal",
    "and_above",
    "beside",
    "each_once",
    "exists",
    "files_below",
    "forbidden",
    "inside",
    "is_file",
    "is_folder",
    "key",
    "legible",
    "listing",
    "long_path",
    "read",
    "read_at_home",
    "read_standard_input",
    "refusal",
    "relative",
    "shown",
    "uri",
    "way",
    "whole",
    "write_refusal",
]

exists, is_file, is_folder = os.path.lexists, os.path.isfile, os.path.isdir
"""What a path is; of one that the system refuses false. A link to nothing is something that exists."""
