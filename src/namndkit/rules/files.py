"""NK5xx: files in and out; NK9xx: mistakes of namndkit itself."""

from namndkit.rules.severity import Error


class NK501(Error):
    """Filen går inte att läsa.

    Bara vanliga filer läses, aldrig mappar, enheter eller rör, och aldrig mer än ett ärende kan vara.

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

    Namndkit skriver aldrig över något annat än sina egna dokument.

    Fel:
        namndkit render forslag.yaml -o forslag.yaml
    Rätt:
        namndkit render forslag.yaml -o forslag.docx
    """


class NK504(Error):
    """Dokumentet har sparats i ett annat program sedan det skrevs.

    Det behålls som det är. Dokumentet minns en kontrollsumma för varje stycke, och namndkit talar om
    vilka stycken som är andra än de var, så att ändringarna kan föras över till ärendet.

    Fel:
        en mening är ändrad i Word, men inte i ärendet
    Rätt:
        ändra i ärendet och kör med --force (en kopia av dokumentet sparas först)
    """


class NK505(Error):
    """Dokumentet är inte skrivet av namndkit, eller av en äldre version.

    Det behålls som det är.

    Fel:
        namndkit render forslag.yaml -o protokoll.docx
    Rätt:
        namndkit render forslag.yaml -o forslag.docx
    """


class NK506(Error):
    """LibreOffice finns inte.

    En PDF görs av LibreOffice. Word-dokumenten skrivs ändå.

    Fel:
        namndkit render forslag.yaml --pdf (utan LibreOffice)
    Rätt:
        installera LibreOffice, eller ange programmet: --soffice /opt/libreoffice/program/soffice
    """


class NK507(Error):
    """LibreOffice kunde inte göra en PDF.

    Programmet avbröts, eller tog för lång tid på sig.

    Fel:
        ett dokument som LibreOffice inte kan läsa
    Rätt:
        spara dokumentet som PDF i Word
    """


class NK508(Error):
    """PDF-filen är inte skriven av namndkit, eller ändrad sedan dess.

    Den behålls som den är.

    Fel:
        en undertecknad PDF med dokumentets namn
    Rätt:
        byt namn på den och kör igen
    """


class NK509(Error):
    """Två ärenden skulle skriva samma fil.

    Inget av dem skrivs. De andra ärendena skrivs som vanligt. Namn som bara skiljer i stora och små
    bokstäver räknas som samma namn, för det gör Windows.

    Fel:
        namndkit render a.yaml a.yml
    Rätt:
        ge ärendena olika namn, eller skriv dem till olika mappar med -o
    """


class NK515(Error):
    """Dokumentet är skrivet av ett annat ärende.

    Det behålls som det är. Dokumentet minns var dess ärende låg. Också när ärendet eller dokumentet har
    flyttats räknas det som ett annat.

    Fel:
        namndkit render mars/a.yaml -o ut/ och sedan namndkit render april/a.yaml -o ut/
    Rätt:
        namndkit render april/a.yaml -o ut/april/
    """


class NK516(Error):
    """Filen är skrivskyddad.

    Den behålls som den är, också med --force.

    Fel:
        ett dokument som någon har skrivskyddat
    Rätt:
        ta bort skrivskyddet, eller välj en annan plats med -o
    """


class NK517(Error):
    """Arbetet med ärendet avbröts.

    En av processerna som arbetade stoppades, eller minnet tog slut. De andra ärendena är skrivna.

    Fel:
        datorns minne räcker inte
    Rätt:
        kör igen, för det ärende som anges
    """


class NK518(Error):
    """Systemet säger nej.

    En fil eller en mapp gick inte att använda medan namndkit arbetade.

    Fel:
        mappen togs bort under arbetet
    Rätt:
        kontrollera mappen och kör igen
    """


class NK519(Error):
    """Dokumentet är skadat.

    Det behålls som det är.

    Fel:
        ett dokument som har gått sönder när det kopierades
    Rätt:
        hämta en säkerhetskopia, eller kör med --force (en kopia av dokumentet sparas först)
    """


class NK900(Error):
    """Fel i namndkit.

    Felet ligger i programmet, inte i ärendet.

    Fel:
        namndkit avbryts
    Rätt:
        skicka filen till den som sköter namndkit hos er
    """
