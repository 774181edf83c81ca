"""Swedish words that can name a purpose, and when two are forms of one word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

_WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]{2,})*")
_EMPTY = frozenset(
    """
    alla allt alltså andra annan annat anslag ansöka ansökan ansökans ansöker arbete arbeten
    arbetet att av avse avser avsätta avsätter avsätts bara behov behöver behövs belopp beloppet
    beräkna beräknad beräknade beräknas beslut besluta betalar bidra bidrag bidrar bland blev blir
    budget budgeten budgeteras budgetram både bör cirka de dels dem den denna dess dessa det detta
    drygt där därav därför därtill efter eller elva enligt ett fem finansiera finansierar
    finansieras flera framåt från fyra får för föreslagna föreslås förslag förslaget förslagets
    första förvaltningen förvaltningens genom genomföra genomförande ger ges går gäller gör göra
    görs ha handlar har hela helt hos ingår inklusive innebär innehåller inom insats insatsen
    insatsens insatser insatserna insatsernas inte kan knappt kommer kommun kommunen kommunens
    kommunfullmäktige kommunstyrelsen kosta kostar kostat kostnad kostnaden kostnadens kostnader
    kostnaderna krona kronor kräva kräver köps läggs malmö malmös med medan medel medlen mellan
    men miljon miljoner mot motsvara motsvarande motsvarar måste nio ny nya nytt nämnd nämnden
    nämndens nämndernas nästa och också olika om omfattar omkring ordinarie pengar pengarna per
    planeras plus procent projekt projektet projektets redan redovisas respektive samt samtliga
    satsning satsningen satsningens serviceförvaltningen servicenämnden servicenämndens sex sju
    själv ska skulle som stad staden stadens styck står summa summan söka söker söks sökt sökta
    tas till tillsammans tio tolv totala totalt tre tredje tusen två under ungefär upp uppgick
    uppgå uppgår uppskattas ur utgör utgörs utöver vara varav varje vid vilka vilken vilket vill
    vår våra ytterligare år åren året årets års åtta är även över övriga
    """.split()  # noqa: SIM905 – words read as words, not as a list of strings
)
"""Words that name no purpose."""

_STEM = 4
"""Letters that two forms of a word have in common at the least."""
_ENDINGS = frozenset(
    """
    a ad ade aden ande anden andet ar are aren arens arna arnas ars as at d da de den e el eln elns else
    elsen elser elserna en ena enas ens ent er eras ern erna ernas ers es et eten ets f ing ingar ingarna ingen
    ingens l la lar larna larnas len let ll lla lle llen mer mm mmet n na nar narna nas nd ne nen net
    ning ningar ningarna ningen ningens nn nnen ns nt or orna ornas orer orerna ors r ra rar rarna re ren
    ret rets rna rnas s sen t ta tar tarna te ten tion tionen tt
    """.split()  # noqa: SIM905 – as above
) | {""}
"""What Swedish words end in when they are inflected or made nouns."""


def content_words(text: str) -> list[str]:
    """The words of ``text`` that can name a purpose, in lower case, each once."""
    words = (found.group().lower() for found in _WORD.finditer(normalize("NFC", text)))
    return list(dict.fromkeys(word for word in words if word not in _EMPTY))


def alike(first: str, second: str) -> bool:
    """True for forms of one word: they begin alike, and what is left of each is an ending."""
    if first == second:
        return True
    same = 0
    for a, b in zip(first, second, strict=False):
        if a != b:
            break
        same += 1
    return any(
        first[at:] in _ENDINGS and second[at:] in _ENDINGS for at in range(same, _STEM - 1, -1)
    )


def in_common(words: Iterable[str], others: Iterable[str]) -> set[str]:
    """Those of ``words`` that have a form among ``others``."""
    known = list(others)
    return {word for word in words if any(alike(word, other) for other in known)}
