"""NK320–NK323: numbers of the running text."""

from namndkit.rules.severity import Hint, Warn


class NK320(Warn):
    """Beloppet i texten är ett annat än radens.

    Bara belopp som texten säger vad de gäller jämförs: en rads ändamål, en insats, ett år, ramen, en
    finansiär. Andra belopp lämnas i fred. ”Ca”, ”drygt” och ”knappt” räknas med.

    Fel:
        Utbildningen kostar 6 mnkr. (rader: 5 mnkr för utbildning)
    Rätt:
        Utbildningen kostar 5 mnkr.
    """


class NK321(Warn):
    """Summan i texten är en annan än radernas.

    Fel:
        Nämnden söker totalt 6,3 mnkr. (raderna blir 6,2 mnkr)
    Rätt:
        Nämnden söker totalt {=summa}.
    """


class NK322(Warn):
    """Procenttalet i texten stämmer inte med beloppen.

    Det jämförs när texten säger vad det är procent av.

    Fel:
        20 procent av totalkostnaden, 3,1 mnkr (kostnaden är 31 mnkr)
    Rätt:
        10 procent av totalkostnaden, 3,1 mnkr
    """


class NK323(Hint):
    """Samma belopp skrivs på tre sätt i en text.

    Fel:
        2 mkr … 2 000 000 kr … 2 miljoner kronor
    Rätt:
        2 miljoner kronor … 2 miljoner kronor
    """
