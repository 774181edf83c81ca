"""NK12x: comments that hide findings."""

from namndkit.rules.severity import Error, Warn


class NK120(Warn):
    """Undantaget har inget skäl.

    Den som döljer ett fynd ska skriva varför, så att nästa läsare förstår.

    Fel:
        # namndkit: ignore NK214
    Rätt:
        # namndkit: ignore NK214 – del- är ett ord i en rubrik som citeras
    """


class NK121(Warn):
    """Undantaget döljer ingenting.

    Fyndet är borta, eller så står undantaget på fel rad eller utan kod. Det gäller den egna raden och
    raden under. Ovanför en nyckel gäller det hela nyckelns text.

    Fel:
        # namndkit: ignore NK214 – står inte här längre
    Rätt:
        (raden borttagen)
    """


class NK122(Warn):
    """Fyndet går inte att dölja.

    Varningar och tips kan döljas, och platser och nummer som känts igen fel. Andra fel rättas.

    Fel:
        # namndkit: ignore NK304 – det stämmer nästan
    Rätt:
        summa: 6,2 mnkr
    """


class NK123(Error):
    """Undantaget står inne i texten.

    Det som står under en nyckel med ”|” är text, och skulle skrivas ut i dokumentet. Ovanför nyckeln
    gäller undantaget hela texten.

    Fel:
        yttrande: |
          # namndkit: ignore NK214 – ordet står så i remissen
          Nämnden ser positivt på del- målen.
    Rätt:
        # namndkit: ignore NK214 – ordet står så i remissen
        yttrande: |
          Nämnden ser positivt på del- målen.
    """
