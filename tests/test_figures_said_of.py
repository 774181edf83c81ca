"""What a typed amount is compared with: tables of sentences that are wrong, right, or only tempting."""

from __future__ import annotations

import re

import pytest

from conftest import codes, read
from namndkit.rules import RULES
from namndkit.values.diagnostic import Diagnostic

CASE = """
typ: förslag
titel: Folkhälsa i simhallen
nämnd: fritidsnämnden
datum: 2026-03-01
bakgrund: |
  {bakgrund}
sammanfattning: |
  {sammanfattning}
insatser: [{{rubrik: Friskvård, text: "{insats}"}}]
målgrupp: M
förväntad_effekt: E
beslut:
  - |
    {beslut}
kostnad:
  rader:
    - {{ändamål: personal, per_år: {{2026: 420 tkr, 2027: 430 tkr}}}}
    - {{ändamål: information, belopp: 45 tkr}}
    - {{ändamål: simlektioner, antal: 300, styckpris: 850 kr}}
  ram: {{belopp: 5 mnkr, namn: medel för folkhälsa}}
  finansiering:
    - {{källa: medel för folkhälsa, belopp: 900 tkr}}
    - {{källa: nämndens ram}}
  text: |
    {text}
"""
PLACES = ("text", "bakgrund", "sammanfattning", "insats", "beslut")
FIGURES = ("NK320", "NK321", "NK322")


def _found(sentence: str, place: str = "text") -> list[Diagnostic]:
    filled = dict.fromkeys(PLACES, "T") | {place: sentence}
    found = read(CASE.format(**filled)).diagnostics
    assert [one.message for one in found if one.severity.label == "fel"] == []
    return [one for one in found if one.code in FIGURES]


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


PERSONAL = "”personal” är 850 000 kronor"
INFORMATION = "”information” är 45 000 kronor"
LEKTIONER = "”simlektioner” är 255 000 kronor"
SUMMAN = "summan är 1,15 miljoner kronor"
SÖKT = f"{SUMMAN} och det som tas ur ramen är 900 000 kronor"
POTTEN = "ramen ”medel för folkhälsa” är 5 miljoner kronor"
KÄLLAN = "”medel för folkhälsa” är 900 000 kronor"
EGNA = "”nämndens ram” är 250 000 kronor"
ÅRET = "år 2026 är 420 000 kronor"

EVERYWHERE = [
    ("{} för personal.", "500 000 kronor", "850 000 kronor", PERSONAL),
    ("Simlektioner kostar {}.", "300 000 kronor", "255 000 kronor", LEKTIONER),
    ("Simlektionerna kostar {}.", "300 000 kronor", "255 000 kronor", LEKTIONER),
    ("Den totala kostnaden är {}.", "1 200 000 kronor", "1 150 000 kronor", SUMMAN),
    ("Totalkostnaden är {}.", "1,3 mnkr", "1,15 mnkr", SUMMAN),
    ("Summan är {}.", "1 200 tkr", "1 150 tkr", SUMMAN),
    ("Insatserna kostar totalt {}.", "1,3 mnkr", "1,15 mnkr", SUMMAN),
    ("Medel för folkhälsa omfattar {}.", "6 mnkr", "5 mnkr", POTTEN),
    ("År 2026 kostar insatserna {}.", "500 tkr", "420 tkr", ÅRET),
    ("Nämndens ram står för {}.", "300 tkr", "250 tkr", EGNA),
    ("Nämnden räknar med {} för personalen.", "860 000 kronor", "850 000 kronor", PERSONAL),
    ("Nämnden söker {} ur medel för folkhälsa.", "950 tkr", "900 tkr", KÄLLAN),
    ("Under 2026 söker nämnden {}.", "500 tkr", "420 tkr", ÅRET),
]
"""What a reader found not told, or told of the wrong thing: (sentence, wrong, right, what is said of it)."""

WRONG = [
    ("För personal avsätts {}.", "500 000 kronor", "850 000 kronor", PERSONAL),
    ("Personal: {}.", "860 tkr", "850 tkr", PERSONAL),
    ("Nämnden söker {} för personalen.", "860 tkr", "850 tkr", PERSONAL),
    ("Nämnden söker 1 150 tkr, varav {} för personalen.", "860 tkr", "850 tkr", PERSONAL),
    ("Kostnaden för personalen är {}.", "860 tkr", "850 tkr", PERSONAL),
    ("Personalen kostar 850 tkr och informationen {}.", "50 tkr", "45 tkr", INFORMATION),
    ("Simlektionernas kostnad är {}.", "300 000 kronor", "255 000 kronor", LEKTIONER),
    ("Kostnaden för simlektionerna är {}.", "300 000 kronor", "255 000 kronor", LEKTIONER),
    ("Personalen kostar {} under 2026.", "430 tkr", "420 tkr", "”personal” 2026 är 420 000 kronor"),
    (
        "Under 2026 och 2027 kostar personalen {}.",
        "900 tkr",
        "850 tkr",
        PERSONAL_YEARS := ("”personal” 2026–2027 är 850 000 kronor"),
    ),
    ("Åren 2026–2027 kostar personalen {}.", "900 tkr", "850 tkr", PERSONAL_YEARS),
    ("Ur medel för folkhälsa söker nämnden {}.", "950 tkr", "900 tkr", KÄLLAN),
    ("Från medel för folkhälsa söks {}.", "950 tkr", "900 tkr", KÄLLAN),
    ("{} tas ur medel för folkhälsa.", "950 tkr", "900 tkr", KÄLLAN),
    ("{} finansieras med medel för folkhälsa.", "950 tkr", "900 tkr", KÄLLAN),
    ("Medel för folkhälsa betalar {}.", "950 tkr", "900 tkr", KÄLLAN),
    ("{} betalas av nämndens ram.", "300 tkr", "250 tkr", EGNA),
    ("Resten, {}, betalas ur nämndens ram.", "300 tkr", "250 tkr", EGNA),
    ("Resten, {}, ryms inom nämndens ram.", "300 tkr", "250 tkr", EGNA),
    ("Medel för folkhälsa är {}.", "6 mnkr", "5 mnkr", POTTEN),
    ("Kommunfullmäktige har avsatt {} i medel för folkhälsa.", "6 mnkr", "5 mnkr", POTTEN),
    ("Under 2026 är kostnaden {}.", "500 tkr", "420 tkr", ÅRET),
    ("År 2026 kostar insatserna {}.", "430 tkr", "420 tkr", ÅRET),
    ("Nämnden söker {} för 2026.", "500 tkr", "420 tkr", ÅRET),
    ("Nämnden söker {} för 2026 och 430 tkr för 2027.", "500 tkr", "420 tkr", ÅRET),
    ("2026 kostar insatserna {} och 2027 430 tkr.", "500 tkr", "420 tkr", ÅRET),
    ("Summa: {}.", "1,3 mnkr", "1,15 mnkr", SUMMAN),
    ("Totalsumman är {}.", "1,3 mnkr", "1,15 mnkr", SUMMAN),
    ("Kostnaderna uppgår till {}.", "1,3 mnkr", "1,15 mnkr", SUMMAN),
    ("Det kostar totalt {}.", "1,3 mnkr", "1,15 mnkr", SUMMAN),
    ("Nämnden ansöker om {}.", "1,3 mnkr", "900 tkr", SÖKT),
    ("Nämnden ansöker om {}.", "1,3 mnkr", "1,15 mnkr", SÖKT),
    ("I budget 2026 söker nämnden {}.", "1,3 mnkr", "900 tkr", SÖKT),
    ("Den 1 mars 2026 ansöker nämnden om {}.", "1,3 mnkr", "900 tkr", SÖKT),
    ("Nämnden söker totalt {} för 2026 och 2027.", "1,3 mnkr", "1,15 mnkr", SÖKT),
    ("Under 2026 och 2027 söker nämnden totalt {}.", "1,3 mnkr", "1,15 mnkr", SÖKT),
    (
        "Personal och information kostar {}.",
        "900 tkr",
        "895 tkr",
        "”personal” (850 000 kronor) och ”information” (45 000 kronor) är tillsammans 895 000 kronor",
    ),
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("sentence", "wrong", "right", "said"), EVERYWHERE)
def test_a_wrong_amount_is_told_wherever_it_stands(
    sentence: str, wrong: str, right: str, said: str, place: str
) -> None:
    told = [_plain(one.message) for one in _found(sentence.format(wrong), place)]
    assert told == [f"Texten säger {wrong}, men {said}."]
    assert _found(sentence.format(right), place) == []


@pytest.mark.parametrize(("sentence", "wrong", "right", "said"), WRONG)
def test_a_wrong_amount_is_compared_with_what_it_is_said_of(
    sentence: str, wrong: str, right: str, said: str
) -> None:
    told = _found(sentence.format(wrong))
    assert [_plain(one.message) for one in told] == [f"Texten säger {wrong}, men {said}."]
    assert told[0].code == ("NK321" if said.startswith("summan") else "NK320")
    assert _found(sentence.format(right)) == []


@pytest.mark.parametrize(("sentence", "wrong", "_right", "_said"), [*EVERYWHERE, *WRONG])
def test_a_remedy_that_is_followed_ends_the_finding(
    sentence: str, wrong: str, _right: str, _said: str
) -> None:
    (told,) = _found(sentence.format(wrong))
    reference = re.search(r"\{=[^}]+\}", told.hint)
    for right in [*([reference.group()] if reference else []), *_amounts(told.message)]:
        assert _found(sentence.format(right)) == [], right


def _amounts(message: str) -> list[str]:
    """The amounts that a finding holds against the text's, without the parts of a sum."""
    right = re.sub(r"\([^)]*\)", "", _plain(message).partition(", men ")[2])
    return re.findall(r"är (?:tillsammans )?([\d, ]+(?:miljoner )?kronor)", right)


TEMPTING = {
    "another body's": """
        Grundskolenämnden söker 3 mnkr.
        Kulturnämnden lägger 500 tkr på personal.
        Kulturnämnden söker 2 mnkr ur medel för folkhälsa.
        Ur medel för folkhälsa söker kulturnämnden 1 mnkr.
        Regionen betalar 300 tkr för personal.
        Region Skåne bidrar med 400 tkr till simlektioner.
        Simklubben betalar 50 tkr för simlektioner.
        Simlektioner finansieras till 100 tkr av simklubben.
        Informationen bekostas av regionen med 45 mnkr.
        För varje simlektion står föräldrarna för 100 kronor.
        Om elva nämnder söker blir summan 12 mnkr.
        Andra nämnder söker tillsammans 3 mnkr.
        Staten bidrar med 2 mnkr till folkhälsa i hela landet.
        Motionären föreslår 4 mnkr till simlektioner.
        Oppositionen föreslår 2 mnkr för personal.
        Liknande insatser i Lund kostar 3 mnkr för personal.
        Förslaget liknar ett i Lund, där simlektionerna kostar 2 mnkr.
        Under 2026 kostar simhallens drift 14 mnkr.
        """,
    "other money of the board": """
        Nämndens ram är 212 mnkr.
        Nämndens ram uppgår till 212 miljoner kronor.
        2026 är nämndens budget 212 mnkr.
        Under 2026 har nämnden 212 mnkr.
        År 2026 får nämnden 12 mnkr i statsbidrag.
        Av nämndens ram går 12 mnkr till personal.
        Nämnden söker 300 tkr i statsbidrag.
        Nämnden söker dessutom 300 tkr från Allmänna arvsfonden.
        Nämnden ansöker även om 2 mnkr hos regionen.
        Den totala kostnaden för badhuset är 40 mnkr.
        Den totala kostnaden för simhallen är 40 mnkr.
        Nämnden söker medel, eftersom personalen i hallen kostar 12 mnkr.
        """,
    "another time's": """
        Under 2025 kostade personalen 700 tkr.
        År 2024 var kostnaden 900 tkr.
        Förra året sökte nämnden 800 tkr.
        Just nu kostar personalen 12 mnkr.
        I dag kostar personalen 12 mnkr.
        Nämnden betalar redan 2 mnkr för simlektioner.
        Nämnden har avsatt 2 mnkr för simlektioner.
        Personalen kostar 2 mnkr om året.
        Kostnaden per år är 2 mnkr.
        Första året kostar insatserna 500 tkr.
        Under första året kostar personalen 420 tkr.
        """,
    "alternatives and differences": """
        Ett alternativ är simlektioner för 400 tkr.
        Att i stället köpa simlektioner kostar 500 tkr.
        Alternativet hade kostat 2 mnkr.
        Kostnaden ökar med 30 tkr.
        Personalen ökar med 10 tkr 2027.
        Intäkterna från simlektionerna är 90 tkr.
        Insatsen kostar 2 mnkr mindre än ett badhus.
        """,
    "parts": """
        Av personalkostnaden är 200 tkr för introduktion.
        För personal avsätts 850 tkr, varav 100 tkr för utbildning.
        Personalen kostar 850 tkr, varav 420 tkr under 2026.
        I simlektionerna ingår 55 tkr för badmössor.
        I summan ingår 100 tkr för oförutsedda kostnader.
        Information till föräldrar kostar 15 tkr.
        Hälften av summan, 575 tkr, söks i år.
        Summan av dessa två är 895 tkr.
        Summan för information och simlektioner är 300 tkr.
        Delsumman är 895 tkr.
        Personalen kostar 850 tkr och informationen 45 tkr. Totalt blir det 895 tkr.
        """,
    "two particular things": """
        Nämnden söker 600 tkr för personal ur medel för folkhälsa.
        Medel för folkhälsa betalar 600 tkr av personalen.
        Nämndens ram betalar 100 tkr av informationen och personalen.
        Resten, 300 tkr, går till föreningarna.
        """,
    "rounded": """
        Simlektionerna kostar cirka 250 tkr.
        Simlektionerna kostar drygt 250 tkr.
        Simlektionerna kostar knappt 260 tkr.
        Simlektionerna kostar högst 260 tkr.
        Personalen kostar drygt 800 tkr.
        """,
    "one of many": """
        Simlektionerna kostar 850 kr per elev.
        Simlektioner kostar 850 kr styck.
        En simlektion kostar 850 kronor.
        Varje simlektion kostar 850 kr.
        Avgiften för simlektioner är 200 kronor.
        Medel för folkhälsa kan sökas med högst 2 mnkr per nämnd.
        Medel för folkhälsa räcker till fem ansökningar på 1 mnkr.
        """,
    "shares": """
        Personalen är 74 procent av kostnaden.
        Medel för folkhälsa betalar 78 procent av totalkostnaden, 900 tkr.
        Andelen simkunniga är 82 procent.
        """,
}
SENTENCES = [line.strip() for lines in TEMPTING.values() for line in lines.strip().split("\n")]


@pytest.mark.parametrize("place", ["text", "bakgrund"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_tempting_amount_is_left_alone(sentence: str, place: str) -> None:
    assert [_plain(one.message) for one in _found(sentence, place)] == []


BACKGROUND = [
    "Liknande insatser finns. Simlektioner i Burlöv kostar 400 tkr.",
    "Burlöv: 3 mnkr till personal.",
    "Ny simhall byggs. Totalkostnaden är 400 mnkr.",
    "Utökningen kostar totalt 4,9 miljoner kronor.",
    "Skolorna köper simlektioner för 2 mnkr.",
    "Personalen behöver 2 mnkr i lönetillägg.",
    "Staden lägger varje år stora pengar på detta. Kostnaden är 30 mnkr.",
]


@pytest.mark.parametrize("sentence", BACKGROUND)
def test_a_background_is_judged_only_where_it_speaks_of_the_proposal(sentence: str) -> None:
    assert _found(sentence, "bakgrund") == []


TRAINING = """
typ: förslag
titel: Ansökan om medel för kompetensutveckling av barnskötare
nämnd: förskolenämnden
bakgrund: |
  {background}
insatser: [{{rubrik: Utbildning till barnskötare, text: T}}, {{rubrik: Mentorer, text: "{insats}"}}]
målgrupp: M
förväntad_effekt: E
kostnad:
  rader:
    - {{ändamål: utbildning, insats: 1, belopp: 2 mnkr, år: 2026}}
    - {{ändamål: vikarier under utbildningen, insats: 1, belopp: 1 mnkr, år: 2027}}
    - {{ändamål: lön till mentorer, insats: 2, belopp: 800 tkr, år: 2026}}
    - {{ändamål: lokaler, belopp: 200 tkr, år: 2026}}
    - {{ändamål: utvärdering, belopp: 150 tkr, år: 2027, reserv: ja}}
  ram: {{belopp: 30 mnkr, namn: medel för kompetensutveckling i Malmö stads budget 2026}}
  text: |
    {text}
"""
RIGHT_OR_OF_OTHERS = """
Kommunfullmäktige har i budget 2026 avsatt 30 miljoner kronor för kompetensutveckling. Varje nämnd kan söka högst 5 miljoner kronor.
Förskolenämnden har 1 400 barnskötare. Lönekostnaden är 600 miljoner kronor.
Utbildningen till barnskötare ges av Komvux och kostar staten 90 000 kronor per plats.
Vikarier kostar nämnden 45 miljoner kronor om året.
Kostnaden för vikarier är hög: 45 miljoner kronor under 2025.
Lokalerna hyrs för 200 tkr.
Nämnden hyr lokaler för 310 miljoner kronor.
Nämndens lokaler kostar 310 miljoner kronor.
Lokalkostnaderna är 310 mnkr.
Utbildning av barnskötare i Göteborg kostar 12 mnkr.
En utbildning kostar 20 000 kronor.
Utbildningen kostar 20 000 kronor för varje barnskötare.
Utbildningen för en barnskötare kostar 20 000 kronor.
Mentorerna får 2 000 kronor i månaden.
Varje mentor får ett lönetillägg på 24 000 kronor.
Lönen till en mentor är 33 000 kronor i månaden.
Utvärderingen görs av universitetet för 150 tkr.
Utvärderingen görs av Malmö universitet, som tar 150 tkr.
För 2026 söker nämnden 3 mnkr och för 2027 1 150 tkr.
För 2026 söker nämnden 3 mnkr, varav 200 tkr för lokaler.
År 2026 går 2 mnkr till utbildning och 800 tkr till mentorer.
Kostnaden 2026 är 3 mnkr.
Kostnaden blir 3 mnkr 2026 och 1,15 mnkr 2027.
Den sammanlagda kostnaden för utbildning och vikarier är 3 mnkr.
Utbildning, vikarier och lokaler kostar tillsammans 3,2 mnkr.
Insatsen kostar 3 mnkr.
Insatsen Utbildning till barnskötare kostar 3 mnkr.
Utbildningen kostar 3 mnkr inklusive vikarier.
Utbildningen kostar med vikarier 3 mnkr.
Totalt söks 4,15 mnkr, vilket är 13,8 procent av ramen.
Totalt söks 4 150 tkr ur medlen för kompetensutveckling.
Nämnden ansöker om 4 150 tkr ur medel för kompetensutveckling i Malmö stads budget 2026.
Av de 30 miljonerna är 12 miljoner kronor redan fördelade.
Nämnden fick förra året 3,5 mnkr ur medlen för kompetensutveckling.
Nämnden fick 2025 avslag på en ansökan om 6 mnkr.
Nämnden bedömer att utbildningen på sikt sparar 5 mnkr.
Om utbildningen inte genomförs kostar rekryteringen 8 mnkr.
Ett vite på 500 tkr kan utgå.
Skolverket delar ut 40 mnkr för utbildning av barnskötare.
Skolverkets statsbidrag för utbildning av barnskötare är 40 mnkr.
Statsbidrag för utbildning kan sökas med 50 000 kronor.
Omsorgsnämnden har beviljats 4 mnkr för en liknande utbildning.
Grannkommunen Lund söker 2,5 mnkr för utbildning.
Förvaltningen beräknar att utbildningen skulle kosta 3 mnkr i egen regi.
Förvaltningen har begärt in anbud, där utbildningen kostar mellan 1,8 och 2,2 mnkr.
Anbuden på utbildningen var 1,8 och 2,2 mnkr.
Lägsta anbudet på utbildningen är 1,8 mnkr.
Budgeten för utbildning är 6 mnkr.
Nämndens budget för utbildning är 6 mnkr.
Nämnden avsätter årligen 6 mnkr för utbildning.
Nämndens egna kostnader för utbildning uppgår till 6 mnkr.
Nämnden har kostnader för utbildning på 6 mnkr.
Nämnden bidrar med 500 tkr av egna medel.
Därutöver bidrar nämnden med 500 tkr.
Föräldraföreningen skänker 30 tkr till lokaler.
Hyran för lokaler är 17 tkr i månaden.
I kostnaden för lokaler ingår städning för 20 tkr.
Av kostnaden för lokaler är 20 tkr städning.
Lokalerna kostar 200 tkr, varav 20 tkr är städning.
Efter projektet kostar mentorerna 400 tkr per år, som ryms i nämndens ram.
Från 2028 kostar mentorerna 400 tkr.
Vid fullt genomslag kostar mentorerna 2 mnkr.
Ytterligare lokaler kostar 900 tkr.
Utan mentorer kostar förslaget 3,35 mnkr.
Större lokaler kostar 900 tkr.
Halva kostnaden, 2 075 tkr, betalas ut i förskott.
Första utbetalningen är 2 mnkr.
Medlen betalas ut med 2 mnkr i april.
Nämnden begär att 2 mnkr betalas ut i april.
Utbildningen faktureras med 500 tkr i kvartalet.
Tio platser kostar 400 tkr.
Utbildningen omfattar 50 platser och kostar 2 mnkr.
Utbildningen omsätter 4 mnkr.
Direktupphandlingsgränsen är 700 tkr och utbildningen kostar 2 mnkr.
Investeringar i lokaler över 500 tkr kräver beslut.
"""


@pytest.mark.parametrize("place", ["text", "background", "insats"])
@pytest.mark.parametrize("sentence", RIGHT_OR_OF_OTHERS.strip().split("\n"))
def test_another_case_with_common_words_in_its_lines(sentence: str, place: str) -> None:
    texts = {"background": "B", "insats": "T", "text": "T"} | {place: sentence}
    found = read(TRAINING.format(**texts)).diagnostics
    assert [_plain(one.message) for one in found if one.code in FIGURES] == []


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Utbildningen kostar 2,5 mnkr.", "”utbildning” är 2 miljoner kronor"),
        ("Lokaler och utvärdering kostar 300 tkr.", "är tillsammans 350 000 kronor"),
        ("Förslaget kostar 4,1 mnkr.", "summan är 4,15 miljoner kronor"),
        ("För 2026 söker nämnden 3,1 mnkr.", "år 2026 är 3 miljoner kronor"),
        ("Vikarierna kostar 1,1 mnkr.", "”vikarier under utbildningen” är 1 miljon kronor"),
        ("Till lokaler går 250 tkr.", "”lokaler” är 200 000 kronor"),
    ],
)
def test_another_case_is_told_what_is_wrong(sentence: str, said: str) -> None:
    texts = {"background": "B", "insats": "T", "text": sentence}
    found = read(TRAINING.format(**texts)).diagnostics
    (told,) = (_plain(one.message) for one in found if one.code in FIGURES)
    assert told.endswith(f"{said}.")


GROUPS = """
    typ: förslag
    titel: T
    nämnd: fritidsnämnden
    bakgrund: B
    insatser: [{{rubrik: Utbildning, text: T}}, {{rubrik: Lokaler, text: T}}]
    målgrupp: M
    förväntad_effekt: E
    kostnad:
      rader:
        - {{ändamål: kockar, insats: 1, slag: drift, sökt: 500 tkr, per_år: {{2026: 400 tkr, 2027: 600 tkr}}}}
        - {{ändamål: spisar, insats: 2, slag: investering, sökt: 2 mnkr, per_år: {{2026: 2 mnkr}}}}
      text: |
        {}
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Driften kostar 400 tkr under 2026.", None),
        ("Under 2026 är driften 400 tkr.", None),
        ("Under 2026 är driften 450 tkr.", "summan för drift 2026 är 400 000 kronor"),
        ("Driften kostar 1,2 mnkr.", "summan för drift är 1 miljon kronor"),
        ("Nämnden söker 2,5 mnkr.", None),
        ("Nämnden söker 2,4 mnkr.", "det sökta är 2,5 miljoner kronor"),
        ("Nämnden söker 2,2 mnkr under 2026.", None),
        ("Utbildningen kostar 1 mnkr.", None),
        ("Utbildningen kostar 1,1 mnkr.", "insatsen ”Utbildning” är 1 miljon kronor"),
    ],
)
def test_sums_of_lines_with_words_of_their_own(text: str, said: str | None) -> None:
    found = [one for one in read(GROUPS.format(text)).diagnostics if one.code in FIGURES]
    assert [_plain(one.message).partition(", men ")[2] for one in found] == (
        [f"{said}."] if said else []
    )


EXAMPLE = """
typ: förslag
titel: T
nämnd: fritidsnämnden
bakgrund: {background}
sammanfattning: {summary}
insatser: [{{rubrik: I, text: T}}]
målgrupp: M
förväntad_effekt: E
kostnad:
  {lines}
  text: {text}
"""


@pytest.mark.parametrize("place", ["background", "summary", "text"])
@pytest.mark.parametrize("code", FIGURES)
def test_what_explain_shows_is_what_validate_says(code: str, place: str) -> None:
    found = re.search(
        r"Fel:\n {4}(rader: .*)\n {4}text: (.*)\nRätt:\n {4}(rader: .*)\n {4}text: (.*)",
        RULES[code].text,
    )
    assert found is not None
    for lines, text, told in ((found[1], found[2], [code]), (found[3], found[4], [])):
        texts = {"background": "B", "summary": "S", "text": "T"} | {place: text}
        assert codes(read(EXAMPLE.format(lines=lines, **texts))) == told
