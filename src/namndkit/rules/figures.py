"""NK320–NK323: numbers of the running text."""

from namndkit.rules.severity import Hint, Warn


class NK320(Warn):
    """Beloppet i texten är ett annat än radens.

    Bara belopp som meningen säger vad de gäller jämförs: en rads ändamål, en insats, ett år, ramen vid
    namn, en finansiär. Det mest särskilda som nämns avgör. Rader som nämns tillsammans läggs ihop; nämns
    både en finansiär och en rad jämförs inget. ”Ca”, ”drygt” och ”knappt” räknas med. Andra belopp lämnas
    i fred: tidigare års, andras, alternativs och delar av en rad. I bakgrund och ärendet jämförs bara
    meningar som talar om förslaget, eller som inte nämner något annat än det som raderna, ramen och
    finansieringen handlar om. Ett belopp för ett år är rätt om något i ärendet är så stort det året.

    Fel:
        rader: [{ändamål: utbildning, belopp: 5 mnkr}, {ändamål: resor, belopp: 2 mnkr}]
        text: Utbildningen kostar 6 mnkr.
    Rätt:
        rader: [{ändamål: utbildning, belopp: 5 mnkr}, {ändamål: resor, belopp: 2 mnkr}]
        text: Utbildningen kostar 5 mnkr.
    """


class NK321(Warn):
    """Summan i texten är en annan än radernas.

    Det jämförs när meningen säger att beloppet är det hela: ”totalt”, ”summan är”, ”totalkostnaden”,
    ”nämnden söker”. Ett belopp som är ett annat i ärendet, eller det som beloppen före det i texten blir
    tillsammans, lämnas i fred.

    Fel:
        rader: [{ändamål: utbildning, belopp: 5 mnkr}, {ändamål: resor, belopp: 1 200 tkr}]
        text: Nämnden söker totalt 6,3 mnkr.
    Rätt:
        rader: [{ändamål: utbildning, belopp: 5 mnkr}, {ändamål: resor, belopp: 1 200 tkr}]
        text: Nämnden söker totalt {=summa}.
    """


class NK322(Warn):
    """Procenttalet i texten stämmer inte med beloppen.

    Det jämförs när texten säger vad det är procent av.

    Fel:
        rader: [{ändamål: utbildning, belopp: 20 mnkr}, {ändamål: resor, belopp: 11 mnkr}]
        text: Staten betalar 20 procent av totalkostnaden, 3,1 mnkr.
    Rätt:
        rader: [{ändamål: utbildning, belopp: 20 mnkr}, {ändamål: resor, belopp: 11 mnkr}]
        text: Staten betalar 10 procent av totalkostnaden, 3,1 mnkr.
    """


class NK323(Hint):
    """Samma belopp skrivs på tre sätt i en text.

    Fel:
        2 mkr … 2 000 000 kr … 2 miljoner kronor
    Rätt:
        2 miljoner kronor … 2 miljoner kronor
    """
