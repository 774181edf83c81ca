"""The closed lists of words by which a Swedish sentence says what its amounts are of."""

from __future__ import annotations

import re


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


YEAR = re.compile(r"\b(?:19|20)\d{2}\b")

PAST = _words(
    r"(?!(?:beräkn|planer|uppskatt|budgeter|saml|ök|minsk|återståe)ade)\w{3,}ade|\w{2,}des"
    r"|\w*(?:köp|sök|räck|lös|släpp|hjälp|lyf|by|mät|sat|fat)tes?"
    r"|har\s+(?:redan\s+)?(?:avsatt|lagt|satsat|betalat)|var|hade|fick|gick|blev|gav|tog|tidigare|förra|föregående|fjol|hittills"
)
"""Something that has been."""
SUPPOSED = _words(
    r"skulle|alternativ\w*|avvisa\w*|jämför\w*|schablon\w*|tröskel\w*|beloppsgräns\w*|gränsen"
    r"|merkostnad\w*|mellanskillnad\w*|tillägg\w*|(?!arbetsgivar)\w*avgift\w*|i stället|besparing\w*|nettoeffekt\w*|intäkt\w*|timmar|prognos\w*|utfall\w*"
    r"|underskott\w*|överskott\w*|avvikelse\w*|kommunbidrag\w*|budget\s+på|viten?|vite\w*|skadestånd\w*|upphandling\w*|direktupphandl\w*|genomsnitt\w*|snitt|ursprunglig\w*|årsredovisning\w*|normalt|vanligtvis"
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
PART = re.compile(
    r"^\W*av\b|\bvarav\s*$|\bdärav\s*$|\bi\s+[^.,;]{1,40}\s+ingår\b|\bingår\s*$", re.IGNORECASE
)
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
    r"|därefter|(?:per|varje|om)\s+år(?:et)?|årlig\w*"
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
BECAUSE = re.compile(r"\b(?:eftersom|därför att|trots att)\b", re.IGNORECASE)
"""What begins a clause that tells of something else than its sentence."""
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
    rf"|samlad\w*\s+kostnad\w*|totalsumman|summan(?!\s+(?:av|för)\b)"
    rf"|summan\s+(?:av|för)\s+(?:alla\s+|hela\s+)?(?:rader\w*|{THING})|kostnad\w*\s+för\s+{THING}"
    rf"|{THING}\s+(?:beräknas\s+|väntas\s+|bedöms\s+)?(?:kosta|kostar|omfattar|gäller|uppgår)"
    rf"|tillsammans|kostnaderna\s+(?:är|blir|uppgår|beräknas)|kostnaden(?:\s+(?:är|blir|uppgår|beräknas))?"
)
"""The whole of what is proposed."""
APPLIES = _words(
    r"ansök(?!ning(?:ar|en|s))\w*|(?<!kan )sök(?:a|er|s|ta?)|äska\w*|begär\w*|anhåll\w*"
)
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
FROM = re.compile(
    r"\W*(?:(?!(?:till|för|åt)\b)\w+\s+)?(?:ur|från|av|inom|med|genom|via)\s+(?P<source>.+)",
    re.IGNORECASE | re.DOTALL,
)
"""What an amount is taken from: right after it, or first in the clause."""
FROM_WHAT = re.compile(r"\s(?:ur|från)\s", re.IGNORECASE)
OUT_OF = re.compile(r"\s(?:ur|från)\s+(?P<source>.+)", re.IGNORECASE | re.DOTALL)
TAKES = _words(r"tas|hämtas|används")
SUM_ALONE = re.compile(r"\A[^|\w]*summa\b\W*\Z", re.IGNORECASE)
"""A line that says only that it is the sum."""
IS = re.compile(
    r"\b(?:är|utgör|omfattar|uppgår till|på|om|innehåller|består av)\s*\Z", re.IGNORECASE
)
"""What joins a thing and how large it is."""
HALF = re.compile(r"\b(?:hälften\s+av|halva|en\s+\w+del\s+av|delar\s+av)\b", re.IGNORECASE)
"""Something that is reckoned from the whole, and is not it."""
RECEIVES = re.compile(
    r"\b(?:får|omsätter|erhåller)\s+(?!(?:kosta|uppgå|använd|ta)\w*\b)(?:\w+\s+){0,2}\Z"
    r"|\bhar\s+(?:nämnden\s+|vi\s+|förvaltningen\s+)?\Z",
    re.IGNORECASE,
)
DOES = _words(
    r"(?<!kan )(?:söker|ansöker|äskar|begär|betalar|bidrar|finansierar|satsar|skjuter\s+till"
    r"|lägger|avsätter|står|föreslår|vill|yrkar|skänker|donerar)"
)
"""Somebody applies or pays."""
PAID_BY = re.compile(
    r"\b(?:finansieras|betalas|bekostas|täcks|bärs)\b[^.;]{0,60}?\bav\s+(?P<whom>[^.,;()]+)",
    re.IGNORECASE,
)
FROM_WHOM = re.compile(r"[^.,;()]*?\s(?P<how>hos|från|ur)\s+(?P<whom>[^.,;()]+)", re.IGNORECASE)
"""Somebody that money comes from."""
ALSO = _words(r"även|också|dessutom|därtill|därutöver")
STATE_AID = _words(r"statsbidrag\w*|bidrag\s+från")
BOARD = _words(r"nämnden|vi|förvaltningen|servicenämnden|kommunen|staden")
WHOLE_BUDGET = _words(
    r"(?:nämndens|förvaltningens|kommunens|stadens|vår)\s+(?:\w+\s+)?"
    r"(?:\w*budget\w*|ram\w*|omslutning|omsättning|intäkter)"
)
"""Money that a board has apart from what is proposed."""
COST_OF = re.compile(
    r"\b(?:\w*kostnad\w*|summan)\s+(?:för|i|under|hos|vid)\s+(?P<thing>[^.,;]{1,60})",
    re.IGNORECASE,
)
TODAY = _words(r"nu|i\s*dag|just\s+nu|nuvarande|befintlig\w*|dagens|normalt|redan|årligen")
"""How things are, not how they are to be."""
OWNED = re.compile(
    r"\b(?:nämndens|förvaltningens|kommunens|stadens)\s+(?!(?:kostnad|utgift|andel|del|förslag|ansökan"
    r"|satsning|insats|eg[en]n?a?|sök|ram)\w*\b)\w+",
    re.IGNORECASE,
)
"""What a board has already."""
AND = re.compile(r",|\b(?:och|samt|med|inklusive)\b", re.IGNORECASE)
ALREADY = _words(r"i\s*dag|just\s+nu|nuvarande|dagens|redan")
NEUTRAL = re.compile(
    r"\b(?:total\w*|summa\w*|sammanlag\w*|samlad\w*|räkna\w*|beräkn\w*|uppskatta\w*|väntas|bedöms"
    r"|finansiera\w*|betala\w*|står|lägger|avsätt\w*|resten|resterande|återsto\w*|återstående|del(?:en)?|m?n?kr|tkr|kkr|[mt]sek)\b",
    re.IGNORECASE,
)
"""Words of cost that name nothing."""
PAYS = _words(
    r"\w*finansier\w*|bidra\w*|bidrag|betala\w*|står\s+för|skjuter\s+till|satsar|täck\w*|svarar\s+för|bevilja\w*"
)
"""Somebody pays."""
SPENT = _words(rf"{PAYS.pattern}|ryms|tas|belastar")
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
    r"\b\w*(?:nämnden|nämnder(?:na)?|styrelsen|regionen|förbundet|bolaget|myndigheten|verket|staten|avdelningen|förvaltningen)s?\b",
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
