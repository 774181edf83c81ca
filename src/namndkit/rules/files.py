"""NK5xx: files in and out; NK9xx: mistakes of namndkit itself."""

from namndkit.rules.severity import Error


class NK501(Error):
    """Filen går inte att läsa.

    Fel:
        namndkit render finns-inte.yaml
    Rätt:
        namndkit render forslag.yaml
    """


class NK502(Error):
    """Filen går inte att skriva.

    Oftast är den öppen i Word, eller så saknas behörighet till mappen.

    Fel:
        ett dokument som är öppet i Word
    Rätt:
        stäng dokumentet och kör igen
    """


class NK503(Error):
    """Filen finns redan och är inget Word-dokument.

    Namndkit skriver aldrig över något annat än Word-dokument.

    Fel:
        namndkit render forslag.yaml -o forslag.yaml
    Rätt:
        namndkit render forslag.yaml -o forslag.docx
    """


class NK900(Error):
    """Fel i namndkit.

    Felet ligger i programmet, inte i ärendet.

    Fel:
        namndkit avbryts
    Rätt:
        skicka filen till den som sköter namndkit hos er
    """
