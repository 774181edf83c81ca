"""What Jinja2 says of a template's mistake, in Swedish."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import TemplateNotFound

from namndkit.wording.effort import Exhausted
from namndkit.wording.folder import how_to_get
from namndkit.wording.tokens import Glued, Unprintable

COMPARE = "Jämför raden med namndkits egen mall."
_SENTENCES = (
    (r"'(?P<name>[^']*)' is undefined", "Namnet ”{name}” finns inte."),
    (r"has no attribute '(?P<name>[^']*)'", "Namnet ”{name}” finns inte i det här värdet."),
    (r"No filter named '(?P<name>[^']*)'", "Filtret ”{name}” finns inte."),
    (r"No test named '(?P<name>[^']*)'", "Villkoret ”{name}” finns inte."),
    (r"Encountered unknown tag '(?P<name>[^']*)'", "Ordet ”{name}” efter {{% finns inte."),
    (
        r"[Uu]nexpected end of",
        "Ett {{% if %}}, {{% for %}} eller {{% macro %}} saknar sitt slut.",
    ),
    (r"unexpected '(?P<name>[^']*)'", "Tecknet ”{name}” står fel."),
    (r"expected token '(?P<name>[^']*)'", "Här saknas ”{name}”."),
    (
        r"access to attribute '(?P<name>[^']*)'|attribute '(?P<other>[^']*)' of .* is unsafe",
        "”{name}{other}” får inte användas i en mall; bara filter ändrar texter.",
    ),
    (r"maximum recursion", "Ett makro eller en mall anropar sig själv utan slut."),
    (r"(?P<sentence>”.*” används inte i mallar)", "{sentence}."),
    (r"(?P<sentence>^Filen .*)", "{sentence}"),
    (r"en text är ingen lista", "En text är ingen lista som kan gås igenom."),
    (r"^osynligt tecken$", "Raden har ett osynligt tecken som Word inte kan visa."),
    (r"^för djupt$", "För mycket står inuti vartannat."),
    (r"privata område", "Raden innehåller tecken som namndkit använder själv."),
)
"""What Jinja2's message looks like, and the sentence."""
_OF_AMOUNT = (
    "Mallen skriver ut ett belopp utan att säga hur.",
    "Använd |kronor eller |i_enhet(enhet), eller |som_skrivet för ett belopp ur ärendet.",
)
_UNPRINTABLE = {
    "NoneType": (
        "Mallen skriver ut ett värde som inte finns i ärendet.",
        "Skriv {% if namnet %} … {% endif %} runt.",
    ),
    **dict.fromkeys(("Amount", "Decimal", "Sum"), _OF_AMOUNT),
    "Datum": ("Mallen skriver ut ett datum utan att säga hur.", "Använd |iso eller |i_text."),
}
_NO_TEXT = (
    "Mallen skriver ut något som inte är en text.",
    "Skriv ut en nyckel i det, till exempel namn.",
)


def say(problem: Exception) -> str:
    """The sentence for ``problem``."""
    said = str(problem) or type(problem).__name__
    for pattern, sentence in _SENTENCES:
        if found := re.search(pattern, said):
            return sentence.format(**found.groupdict(default=""))
    return "Raden går inte att förstå."


def told(problem: Exception, folder: Path) -> tuple[str, str, str]:
    """The code, the message and the remedy for ``problem``, which has stopped a template of ``folder``."""
    if isinstance(problem, TemplateNotFound):
        name = str(problem.name)
        return "NK401", f"Mallen ”{name}” finns inte i mappen.", how_to_get(name, folder)
    if isinstance(problem, TemplateSyntaxError):
        return "NK402", f"Mallen går inte att läsa. {say(problem)}", COMPARE
    if isinstance(problem, Unprintable):
        return "NK404", *_UNPRINTABLE.get(type(problem.value).__name__, _NO_TEXT)
    if isinstance(problem, Glued):
        words = re.sub("[\ue000-\uf8ff]+", "…", str(problem)).strip()[:30]
        message = f"Mallen fogar ihop text och värden så att ”{words}” inte kan skyddas."
        return "NK407", message, "Skriv värdena var för sig: {{ a }} {{ b }}."
    if isinstance(problem, Exhausted):
        message = "Mallen gör mer än ärendet kan behöva, eller tar aldrig slut."
        hint = "Se efter om en slinga ({% for %}) eller ett makro upprepar sig självt, och ta bort upprepningen."
        return "NK420", message, hint
    message = f"Mallen går inte att använda. {say(problem)}"
    return "NK403", message, "Kontrollera stavningen. Namnen är ärendets nycklar."
