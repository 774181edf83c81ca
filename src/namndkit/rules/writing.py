"""NK23x: how Swedish is written (Myndigheternas skrivregler and Malmö stad's own guide)."""

from namndkit.rules.severity import Hint


class NK230(Hint):
    """Mellanslag saknas mellan § och numret.

    Fel:
        enligt §135
    Rätt:
        enligt § 135
    """


class NK231(Hint):
    """Tusental skiljs med mellanslag.

    Fel:
        1500 tkr
    Rätt:
        1 500 tkr
    """


class NK232(Hint):
    """Datum skrivs inte med snedstreck.

    Skriv datumet med siffror i uppställningar och med ord i löpande text.

    Fel:
        31/12-2025
    Rätt:
        den 31 december 2025
    """


class NK233(Hint):
    """Punkt saknas efter kap.

    Fel:
        6 kap 35 §
    Rätt:
        6 kap. 35 §
    """


class NK234(Hint):
    """Dubbla mellanslag.

    Fel:
        nämnden  beslutade
    Rätt:
        nämnden beslutade
    """


class NK235(Hint):
    """Procent skrivs med ord i löpande text.

    Tecknet hör hemma i tabeller.

    Fel:
        ökade med 6 %
    Rätt:
        ökade med 6 procent
    """


class NK236(Hint):
    """Raka citattecken.

    Fel:
        "God organisation"
    Rätt:
        ”God organisation”
    """


class NK237(Hint):
    """Tankstreck mellan år och sidor.

    Ett intervall skrivs med tankstreck utan mellanslag.

    Fel:
        2025-2026
    Rätt:
        2025–2026
    """


class NK238(Hint):
    """Bindestreck i stället för minus.

    Fel:
        -21 miljoner kronor
    Rätt:
        −21 miljoner kronor
    """


class NK239(Hint):
    """Mellanslag saknas före enheten.

    Fel:
        460 000kr
    Rätt:
        460 000 kr
    """
