"""The closed lists of words by which a Swedish sentence says what its amounts are of."""

from __future__ import annotations

import re


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


YEAR = re.compile(r"\b(?:19|20)\d{2}\b")

PAST = _words(
    r"(?!(?:beräkn|planer|uppskatt|budgeter|saml|ök|minsk|återståe)ade)\w{3,}ade|\w{2,}des"
    r"|\w*(?:köp|sök|räck|lös|släpp|hjälp|lyf|by|mät|sat|fat)tes?"
    r"|var|hade|fick|gick|blev|gav|tog|tidigare|förra|föregående|fjol|hittills"
)
"""Something that has been."""
SUPPOSED = _words(
    r"skulle|alternativ\w*|avvisa\w*|jämför\w*|schablon\w*|tröskel\w*|beloppsgräns\w*|gränsen"
    r"|merkostnad\w*|mellanskillnad\w*|tillägg\w*|(?!arbetsgivar)\w*avgift\w*|i stället|besparing\w*|nettoeffekt\w*|intäkt\w*|timmar|prognos\w*|utfall\w*"
    r"|underskott\w*|överskott\w*|avvikelse\w*|kommunbidrag\w*|budget\s+på|viten?|vite\w*|skadestånd\w*|upphandling\w*|direktupphandl\w*|genomsnitt\w*|snitt|ursprunglig\w*|normalt|vanligtvis"
)
"""Something that is not proposed."""
DIFFERENCE_BEFORE = re.compile(
    r"\b(?:minska\w*|sjunk\w*|stig\w*|sänk\w*|spara\w*|bespar\w*|ökar?|ökning\w*|höj\w*|ytterligare|utöver|därutöver"
    r"|vinst\w*|intäkt\w*)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
DIFFERENCE_AFTER = re.compile(
    r"\s*(?:kronor\s+)?(?:lägre|högre|dyrare|billigare|mer|mindre|ytterligare|till\b(?=\s*[.,]))",
    re.IGNORECASE,
)
"""An amount by which something changes."""
PART = re.compile(r"^\W*av\b|\bvarav\s*$|\bdärav\s*$|\bi detta ingår\b|\bingår\s*$", re.IGNORECASE)
"""The beginning of a sentence whose amount is a part of something."""
OF_THAT = re.compile(r"\s*av\s+(?:detta|dessa|det|den|dem)\b", re.IGNORECASE)
"""What follows an amount that is a part of one just named."""
OF_THE_WHOLE = re.compile(
    r"^\W*av\s+(?:de\s+|den\s+|det\s+|hela\s+|totala\s+|sökta\s+)*"
    r"(?:medlen|pengarna|kostnaden|summan|beloppet|totalkostnaden)\b(?!\s+för)",
    re.IGNORECASE,
)
"""The beginning of a sentence that parts the whole: its amounts are whole lines."""
ADDED = re.compile(r"^\W*(?:med|inklusive|exklusive|utan|förutom|räknat med)\b", re.IGNORECASE)
"""The beginning of a sentence that adds something to what was said before."""
SOME_YEARS = _words(
    r"(?:första|andra|tredje|sista|kommande|följande)\s+(?:\w+\s+)?år(?:et|en)?|åren\s+därefter"
    r"|därefter"
)
"""Some of the years, not named."""

PURPOSE = re.compile(
    r"\s*(?:\(|(?:avser|avsätts|används|läggs|går|behövs|söks)?\s*(?:för|till|åt|avser|på|i)\b)",
    re.IGNORECASE,
)
FIRM_PURPOSE = re.compile(
    r"\s*(?:\(|(?:avser|avsätts|används|läggs|går|behövs|söks)?\s*(?:för|till|åt|avser)\b)",
    re.IGNORECASE,
)
"""What follows an amount and says what it is for."""
CUT = re.compile(
    r"[;()]|,\s|\b(?:medan|men|varav|vilket|som)\b"
    r"|\boch\s+(?=(?:resten|(?:betalar|söker|finansierar|avsätter|bidrar|kostar|blir|är)\b))",
    re.IGNORECASE,
)
"""Where a clause ends."""
THIN = re.compile(
    r"(?:\W|\b(?:och|samt|respektive|år|under|för|i|sedan|därefter|(?:19|20)\d{2})\b)*",
    re.IGNORECASE,
)
"""What joins two numbers of one thing."""
SO = re.compile(
    r"(?:alltså|dvs\.?|det vill säga|totalt|sammanlagt|vilket (?:blir|ger))\s*$", re.IGNORECASE
)
"""What joins a number and what it comes to."""

THING = r"(?:förslaget|ansökan|insatserna|satsningen|projektet|åtgärderna|allt)"
TOTAL = _words(
    rf"totalt|sammanlagt|sammanlagd\w*|sammantaget|totalkostnad\w*|nettokostnad\w*"
    rf"|total[at]?\s+(?:kostnad|utgift|belopp)\w*|hela\s+(?:kostnaden|satsningen|beloppet|projektet)"
    rf"|samlad\w*\s+kostnad\w*|summan|kostnad\w*\s+för\s+{THING}"
    rf"|{THING}\s+(?:beräknas\s+|väntas\s+|bedöms\s+)?(?:kosta|kostar|omfattar|gäller|uppgår)"
    rf"|tillsammans|kostnaden(?:\s+(?:är|blir|uppgår|beräknas))?"
)
"""The whole of what is proposed."""
APPLIES = _words(r"ansök\w*|(?<!kan )sök(?:a|er|s|ta?)|äska\w*|begär\w*|anhåll\w*")
"""What is applied for."""
OWN = _words(r"ansök\w*|sök(?:a|er|s|ta?)|förslag\w*|satsning\w*|insats\w*|föreslå\w*")
"""Words by which a background speaks of the proposal itself."""
OWN_COST = re.compile(
    r"\b(?:insatsen|satsningen|projektet|åtgärden|den|detta)\b[^.]*\bkosta\w*|\bkostnaden\b",
    re.IGNORECASE,
)
"""The cost of the thing that a text is about."""
POT_IS = re.compile(
    r"\b(?:avsatt|avsätter|avsätta|avsatte|avsattes|öronmärk\w*|anslagit|anslår|anvisat|anvisar|reserverat)\b[^.;]{0,50}$"
    r"|\b(?:\w*pott(?:en)?|ram(?:en)?)\b[^.,;]{0,70}\b(?:är|uppgår till|omfattar|på|om|finns|innehåller)\s*$"
    r"|\b(?:ur|av)\s+(?:ramens|pottens)\s*$",
    re.IGNORECASE,
)
POT = _words(r"\w*pott\w*|ram(?:en|ens)?")
"""What comes before the amount of a pot."""
PAYS = _words(
    r"\w*finansier\w*|bidra\w*|bidrag|betala\w*|står\s+för|skjuter\s+till|satsar|täck\w*|svarar\s+för|bevilja\w*"
)
"""Somebody pays."""
REST = _words(r"resten|resterande|återstående|återstoden")
GROUPS = {
    "investering": _words(r"\w*investering(?!sram|sbudget)\w*"),
    "drift": _words(r"drift\w*"),
    "engångs": _words(r"engångs\w*"),
    "varaktig": _words(r"varaktig\w*|återkommande|löpande"),
    "reserv": _words(r"reserv\w*|oförutse\w*"),
    "egen": _words(
        r"egen\s+(?:del|insats|finansiering|ram)|egna\s+medel|egeninsats\w*|egenfinansier\w*|själv"
    ),
}
"""Sums over lines that have words of their own."""
OTHERS = re.compile(
    r"\b\w*(?:nämnden|styrelsen|regionen|förbundet|bolaget|myndigheten|verket|staten|avdelningen|förvaltningen)s?\b",
    re.IGNORECASE,
)
"""Bodies that may have money of their own."""
BEHIND = re.compile(r"alternativ|jämför|tidigare|historik|bakgrund|övervägt", re.IGNORECASE)
"""Headings of sections that speak of something else than the proposal."""
EACH = re.compile(
    r"\b(?:varje|var och en|à|styck(?:et)?|per (?!år\b|den\b)\w+)\b|^\W*(?:en|ett)\s[^.]*\bkostar\b|\bför\s+en\s",
    re.IGNORECASE,
)
"""One of many."""
