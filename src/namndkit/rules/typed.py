"""NK124, NK125, NK245: what is typed and would come out as something else than was meant."""

from namndkit.rules.severity import Error, Warn


class NK124(Error):
    """Tecknet är skadat eller osynligt.

    Tecken som har gått förlorade, saknar utseende eller vänder texten ska inte stå i ett dokument.
    De följer med när text klistras in.

    Fel:
        titel: Plan f�r lekplatser
    Rätt:
        titel: Plan för lekplatser
    """


class NK125(Error):
    """Citattecken runt hela värdet.

    Typografiska citattecken är tecken i texten och skrivs ut. Ska de stå i dokumentet sätter du raka
    citattecken utanför dem.

    Fel:
        nämnd: ”servicenämnden”
    Rätt:
        nämnd: servicenämnden
    """


class NK245(Warn):
    """Texten är läst med fel teckenkodning.

    Bokstäver som å, ä och ö har blivit två eller tre andra tecken när en fil öppnades eller sparades.

    Fel:
        nämnd: servicenÃ¤mnden
    Rätt:
        nämnd: servicenämnden
    """
