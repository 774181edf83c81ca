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

    En rad har ett belopp, ett för varje år, eller antal och styckpris. Finns flera ska de vara lika.

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

    Det som söks av raderna räknas när raderna anger det, annars det som källan med ramens namn
    betalar, annars hela kostnaden.

    Fel:
        ram: 5 mnkr, men raderna blir 6 mnkr
    Rätt:
        ram: 78 mnkr
    """


class NK309(Error):
    """Delarna blir inte radens belopp.

    Delar ska tillsammans bli hela raden. Ett belopp som bara ingår skrivs under varav.

    Fel:
        - {ändamål: laddplatser, belopp: 2 mnkr, delar: [{belopp: 1 mnkr, ändamål: mark}]}
    Rätt:
        - {ändamål: laddplatser, belopp: 2 mnkr, varav: [{belopp: 1 mnkr, ändamål: mark}]}
    """


class NK310(Error):
    """Det som ingår är mer än helheten.

    Fel:
        - {ändamål: laddplatser, belopp: 2 mnkr, varav: [{belopp: 3 mnkr, ändamål: mark}]}
    Rätt:
        - {ändamål: laddplatser, belopp: 2 mnkr, varav: [{belopp: 1 mnkr, ändamål: mark}]}
    """


class NK311(Error):
    """Sökt, egen del och beviljat går inte ihop.

    Sökt och egen blir tillsammans hela raden. Anger en rad något av dem gör alla rader det. Mer än det
    sökta kan inte beviljas.

    Fel:
        - {ändamål: laddplatser, belopp: 2 mnkr, sökt: 1 mnkr, egen: 2 mnkr}
    Rätt:
        - {ändamål: laddplatser, belopp: 2 mnkr, sökt: 1 mnkr, egen: 1 mnkr}
    """


class NK312(Error):
    """Flera ärenden tar tillsammans mer än ramen.

    Ramar med samma namn är samma ram.

    Fel:
        ett ärende söker 50 mnkr och ett annat 40 mnkr ur en ram på 78 mnkr
    Rätt:
        ärendena söker tillsammans högst 78 mnkr
    """


class NK313(Warn):
    """Samma ram har olika belopp i två ärenden.

    Fel:
        ram: {belopp: 78 mnkr, namn: Malmö stads budget 2025}, och 87 mnkr i ett annat ärende
    Rätt:
        samma belopp i båda
    """


class NK330(Error):
    """Hänvisningen till ett belopp finns inte.

    I en text kan ett belopp skrivas som en hänvisning, så att texten följer raderna.

    Fel:
        Nämnden söker {=suma}.
    Rätt:
        Nämnden söker {=summa}, varav {=insats 1} för utbildningen och {=år 2026 i tkr} under 2026.
    """
