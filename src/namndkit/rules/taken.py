"""NK640–NK645: what a case taken from a Word document (``new --from-docx``) does not hold as it stood."""

from namndkit.rules.severity import Warn


class NK640(Warn):
    """Texten har ingen plats i ärendet.

    Den står som kommentar sist i ärendet, med sin plats i dokumentet.

    Fel:
        ”Malmö stad” överst i dokumentet, före första rubriken
    Rätt:
        kommun: Malmö stad
    """


class NK641(Warn):
    """Texten läses som något annat än den står i dokumentet.

    I en lång text betyder några tecken något: *ord* blir kursivt, [ord](adress) en länk. Texten
    är hämtad som den står, men skrivs ut på ett annat sätt.

    Fel:
        *) avser 2025, *) avser 2026
    Rätt:
        1) avser 2025, 2) avser 2026
    """


class NK642(Warn):
    """Orden är hämtade, men inte hur de ser ut.

    Det gäller till exempel fetstil mitt i ett ord, upphöjda bokstäver, nivåer i listor och länkar
    till annat än webben, e-post och telefon.

    Fel:
        bara början av ordet i fetstil
    Rätt:
        hela ordet i fetstil
    """


class NK643(Warn):
    """Det som inte är text kommer inte med.

    Det gäller bilder, diagram, formler och tecken ur teckentabeller. Där en formel eller ett okänt tecken
    stod finns en plats att fylla i.

    Fel:
        en formel som är infogad i Word
    Rätt:
        kostnaden är antalet gånger styckpriset
    """


class NK644(Warn):
    """Text som är dold eller struken kommer inte med.

    Den står som kommentar sist i ärendet.

    Fel:
        Nämnden föreslås ~~bifalla~~ avslå motionen
    Rätt:
        Nämnden föreslås avslå motionen
    """


class NK645(Warn):
    """Texten är hämtad som om de spårade ändringarna var godkända.

    Fel:
        ett utkast med ändringar som ingen har tagit ställning till
    Rätt:
        ett dokument där ändringarna är godkända eller avvisade under Granska
    """
