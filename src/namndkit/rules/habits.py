"""NK24x: habits from Word and from other Markdown that come out as they were typed."""

from namndkit.rules.severity import Warn


class NK240(Warn):
    """Rubriken står inne i en text.

    En rubrik är ett eget avsnitt. I en text blir den löpande text, och en rad i fetstil är ingen
    rubrik för den som lyssnar på dokumentet.

    Fel:
        yttrande: |
          ## Barnens bästa
          Barnen får längre väg.
    Rätt:
        avsnitt:
          - rubrik: Barnens bästa
            text: |
              Barnen får längre väg.
    """


class NK241(Warn):
    """Länken blir ingen länk.

    En adress på webben börjar med https://, en e-postadress med mailto: och en telefon med tel:.

    Fel:
        [planen](malmo.se/plan)
    Rätt:
        [planen](https://malmo.se/plan)
    """


class NK242(Warn):
    """Fetstilen slutar aldrig.

    Två stjärnor före och två efter gör orden feta, i samma stycke och utan mellanslag innanför.

    Fel:
        **Simkunnighet räddar liv.
    Rätt:
        **Simkunnighet** räddar liv.
    """
