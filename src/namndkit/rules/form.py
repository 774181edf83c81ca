"""NK1xx: the form of the file."""

from namndkit.rules.severity import Error, Hint, Warn


class NK101(Error):
    """Filen går inte att läsa.

    Filen är skriven i YAML: ”nyckel: värde”, med mellanslag som indrag. Ett kolon mitt i en text,
    en tabb, ett fel indrag eller ett specialtecken först i texten gör att den inte går att läsa.

    Fel:
        titel: Remiss: förslag till plan
    Rätt:
        titel: "Remiss: förslag till plan"
    """


class NK102(Error):
    """Filen har fel kodning.

    Filen ska vara sparad som UTF-8. Annars blir å, ä och ö fel.

    Fel:
        en fil sparad som ANSI eller UTF-16
    Rätt:
        Arkiv, Spara som, Kodning: UTF-8
    """


class NK103(Error):
    """Osynligt tecken som Word inte kan visa.

    Tecken av det här slaget följer med när text klistras in från Word eller PDF. De går inte att
    skriva i ett dokument.

    Fel:
        en lodrät tabb mellan två ord
    Rätt:
        ett mellanslag eller en ny rad
    """


class NK104(Error):
    """Samma nyckel två gånger.

    YAML tar tyst den sista. Två stavningar av samma nyckel räknas som samma.

    Fel:
        titel: Första
        Titel: Andra
    Rätt:
        titel: Första
    """


class NK105(Error):
    """Nyckeln finns inte.

    Nyckeln är felstavad, eller så hör den hemma på en annan plats. Alla nycklar står i handboken. Vilka
    av dem som ett dokument skriver ut beror på dess slag; det som inte skrivs ut sägs av NK244.

    Fel:
        titl: Yttrande över cykelplan
    Rätt:
        titel: Yttrande över cykelplan
    """


class NK106(Error):
    """En nyckel saknas.

    Den här delen går inte att förstå utan nyckeln. Står den där utan värde pekar felet på den.

    Fel:
        undertecknare:
          - roll: Ordförande
            namn:
    Rätt:
        undertecknare:
          - roll: Ordförande
            namn: Ada Ek
    """


class NK107(Error):
    """Fel slags värde.

    Här väntades en text men det står en lista, eller tvärtom.

    Fel:
        bakgrund: [första, andra]
    Rätt:
        bakgrund: |
          - första
          - andra
    """


class NK108(Error):
    """Ordet hör inte till dem som kan stå här.

    Fältet tar bara vissa ord, till exempel ja och nej. Under typ står ett av de slag som mallarna gör.

    Fel:
        typ: ytrande
    Rätt:
        typ: yttrande
    """


class NK109(Error):
    """Text som börjar med &, * eller !.

    De tecknen har en egen betydelse i YAML, som namndkit inte använder.

    Fel:
        titel: *viktigt
    Rätt:
        titel: "*viktigt"
    """


class NK110(Error):
    """Filen är för stor eller för djup.

    Inget ärende är så stort. Oftast har en fel fil valts, eller en rad kopierats många gånger.

    Fel:
        listor i listor i fyrtioen nivåer
    Rätt:
        avsnitt i högst tre nivåer
    """


class NK111(Warn):
    """Texten klipps av vid #.

    Ett mellanslag och ett nummertecken börjar en kommentar, som inte kommer med i dokumentet.

    Fel:
        titel: Ärende #2 om återbruk
    Rätt:
        titel: "Ärende #2 om återbruk"
    """


class NK112(Error):
    """Filen som ska dras in går inte att läsa.

    En text kan ligga i en egen fil i ärendets mapp eller under den, aldrig utanför.

    Fel:
        bakgrund: {fil: ../annat/bakgrund.md}
    Rätt:
        bakgrund: {fil: bakgrund.md}
    """


class NK113(Error):
    """Värdet är tomt.

    Nyckeln finns, men inget står efter den.

    Fel:
        besvarar: ""
    Rätt:
        besvarar: remiss om cykelplan
    """


class NK114(Error):
    """Datumet går inte att läsa.

    Datum skrivs med år, månad och dag, och dagen ska finnas i kalendern.

    Fel:
        datum: 31/11-2026
    Rätt:
        datum: 2026-11-30
    """


class NK115(Error):
    """Talet går inte att läsa.

    Årtal skrivs med fyra siffror och andelar i procent.

    Fel:
        andel: hälften
    Rätt:
        andel: 50 %
    """


class NK130(Hint):
    """Nyckeln har ett annat namn i handboken.

    Nyckeln förstås, men ärendet blir lättare att läsa för andra med formatets egna ord.

    Fel:
        background: |
    Rätt:
        bakgrund: |
    """


class NK131(Hint):
    """Ordet stavas på ett annat sätt i handboken.

    Ordet förstås, men redigeringsprogrammens kontroll känner bara formatets egna ord.

    Fel:
        visa: Tabell
    Rätt:
        visa: tabell
    """
