"""NK3xx: money."""

from namndkit.rules.severity import Error, Warn


class NK301(Error):
    """Beloppet går inte att läsa.

    Fel:
        belopp: fem miljoner
    Rätt:
        belopp: 5 miljoner kronor
    """


class NK302(Error):
    """Beloppet kan läsas på flera sätt.

    En punkt, eller ett komma före tre siffror, kan vara tusental eller decimaler.

    Fel:
        belopp: 1.500 tkr
    Rätt:
        belopp: 1 500 tkr
    """


class NK303(Warn):
    """Beloppet saknar enhet.

    Ett litet tal utan enhet är oftast miljoner, inte kronor.

    Fel:
        belopp: 5
    Rätt:
        belopp: 5 mnkr
    """


class NK304(Error):
    """Summan stämmer inte med raderna.

    Fel:
        rader: [{belopp: 5 mnkr, ändamål: att bygga}]
        summa: 7 mnkr
    Rätt:
        rader: [{belopp: 5 mnkr, ändamål: att bygga}]
        summa: 5 mnkr
    """


class NK305(Error):
    """Finansieringen är inte lika stor som kostnaden.

    En källa utan belopp och andel tar resten.

    Fel:
        finansiering: [{källa: Staten, belopp: 2 mnkr}]
    Rätt:
        finansiering: [{källa: Staten, belopp: 2 mnkr}, {källa: inom befintlig ram}]
    """


class NK306(Error):
    """Kostnadsradens belopp hänger inte ihop.

    En rad har ett belopp, eller ett för varje år. Finns båda ska de vara lika.

    Fel:
        - {ändamål: att bygga}
    Rätt:
        - {ändamål: att bygga, belopp: 5 mnkr}
    """


class NK307(Error):
    """Finansieringskällan är otydlig.

    En källa har belopp eller andel, och högst en källa kan sakna båda.

    Fel:
        - {källa: Staten, belopp: 5 mnkr, andel: 50 %}
    Rätt:
        - {källa: Staten, andel: 50 %}
    """


class NK308(Error):
    """Kostnaden är större än ramen.

    Fel:
        ram: 5 mnkr, men raderna blir 6 mnkr
    Rätt:
        ram: 78 mnkr
    """
