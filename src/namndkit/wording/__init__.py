"""wording: Case + Budget → Markdown with value tokens, by the templates. Only here is Jinja2 known.

What the documents say stands in ``templates/*.md.j2``, not in Python.
"""

from namndkit.wording.folder import template_names, texts_of
from namndkit.wording.templates import TEMPLATES, Templates

__all__ = ["TEMPLATES", "Templates", "template_names", "texts_of"]
