"""``namndkit explain``: what a code means."""

from __future__ import annotations

from difflib import get_close_matches

from namndkit.report import say
from namndkit.rules import RULES


def run(code: str) -> int:
    """Print the explanation of ``code``, or the list of codes that begin so; the exit code."""
    wanted = code.strip().upper()
    listed = [rule for rule in RULES.values() if rule.code.startswith(wanted)]
    if wanted not in RULES and listed:
        for rule in listed:
            print(f"{rule.code}  {rule.severity.label:<8} {rule.title}")
        return 0
    if wanted not in RULES:
        near = get_close_matches(wanted, RULES, n=1)
        hint = f"Menade du {near[0]}?" if near else "namndkit explain visar alla koder."
        say(f"fel: Koden {wanted} finns inte.\nhjälp: {hint}")
        return 2
    rule = RULES[wanted]
    print(f"{rule.code} ({rule.severity.label}): {rule.text}")
    return 0
