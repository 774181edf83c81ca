"""NK201–NK218, NK243, NK244: what the documents hold, and what they need and print of the case."""

from namndkit.rules.severity import Error, Warn


class NK201(Error):
    """En del av dokumentet saknas.

    Mallen för dokumentet behöver delen. Ett ärende som gör flera dokument måste ha det som vart och
    ett behöver. Med --draft skrivs ett utkast.

    Fel:
        typ: förslag
        titel: Utbildning
    Rätt:
        typ: förslag
        titel: Utbildning
        bakgrund: Så här ser det ut i dag.
    """


class NK202(Error):
    """En plats är inte ifylld.

    Mallens uppmaning står kvar, eller så säger värdet bara vad nyckeln heter. Med --draft skrivs ett
    utkast.

    Fel:
        nämnd: "[Skriv nämndens namn]"
        till: Mottagare
    Rätt:
        nämnd: servicenämnden
        till: kommunstyrelsen
    """


class NK203(Error):
    """Insatsen finns inte.

    En kostnadsrad pekar på en insats med dess rubrik eller nummer.

    Fel:
        insats: Utbilding
    Rätt:
        insats: Utbildning
    """


class NK205(Error):
    """Avsnittet ligger för djupt.

    Rubrikerna i dokumentet räcker till ett visst antal nivåer. Hur många det är sägs i mallen.

    Fel:
        ett avsnitt i ett avsnitt i ett avsnitt i ett avsnitt i ett avsnitt
    Rätt:
        högst så många avsnitt inuti varandra som det finns rubriknivåer
    """


class NK210(Error):
    """Text skulle försvinna.

    Texten är skriven så att några tecken inte kan återges. Namndkit skriver hellre inget dokument.

    Fel:
        | a | b |
        | - | - |
        | 1 | 2 | 3 |
    Rätt:
        | a | b | c |
        | - | - | - |
        | 1 | 2 | 3 |
    """


class NK211(Warn):
    """Raden ser ut som en punkt men blir löpande text.

    En punkt börjar med ett streck och ett mellanslag, inte med Words egna tecken. Listan har en tom
    rad före sig.

    Fel:
        Punkterna är
        2. den andra
    Rätt:
        Punkterna är

        2. den andra
    """


class NK212(Error):
    """En lista läses ihop till en text.

    En punkt i en lista börjar med ett streck och ett mellanslag. Börjar raden på annat vis slår YAML
    ihop den med nästa. Det händer också när en text börjar på nyckelns rad och inte med ”|”.

    Fel:
        bilagor:
          • Kartläggning
    Rätt:
        bilagor:
          - Kartläggning
    """


class NK213(Warn):
    """Tabellen går inte att läsa.

    Cellerna skiljs med lodräta streck, inte med tabbar. Rubrikraden och raden med streck under den ska
    ha lika många celler.

    Fel:
        | a | b |
        | - |
    Rätt:
        | a | b |
        | - | - |
    """


class NK214(Warn):
    """Bindestreck från en gammal radbrytning.

    Ett ord är delat mitt på raden, som när text kopieras från en PDF.

    Fel:
        kompetensintyg för del- tagare
    Rätt:
        kompetensintyg för deltagare
    """


class NK215(Warn):
    """Tecken som följt med från Word eller PDF.

    Mjuka bindestreck och sammanskrivna bokstäver syns knappt, men ordet går inte att söka efter.

    Fel:
        eﬀekt (med ett enda tecken för ff)
    Rätt:
        effekt
    """


class NK216(Warn):
    """Beslutspunkten passar inte stilen.

    Efter ”att” skrivs punkten utan nämndens namn. I aktiv stil är den en hel mening utan att.

    Fel:
        beslut:
          - Servicenämnden godkänner yttrandet.
    Rätt:
        beslut:
          - godkänna yttrandet
    """


class NK217(Warn):
    """Stycket är avbrutet mitt i en mening.

    En tom rad har hamnat mitt i meningen, som när text kopieras över en sidbrytning.

    Fel:
        Arbetet sker i kommuntekniks (tom rad) verksamhet markskötsel.
    Rätt:
        Arbetet sker i kommuntekniks verksamhet markskötsel.
    """


class NK218(Warn):
    """Dagen finns inte i kalendern.

    Den dag då något ska vara klart skrivs med egna ord, men en dag som anges ska finnas.

    Fel:
        klart_senast: 2026-11-31
    Rätt:
        klart_senast: 2026-11-30
    """


class NK243(Warn):
    """Något som brukar stå i dokumentet saknas.

    Mallen klarar sig utan delen, men dokument av det slaget brukar ha den. Den som med avsikt
    utelämnar den skriver inga.

    Fel:
        ställningstagande: avstyrker
    Rätt:
        ställningstagande: avstyrker
        saken: motionen
    """


class NK244(Warn):
    """Något i ärendet skrivs inte ut.

    Inget av ärendets dokument skriver ut det. Det kan vara skrivet under en nyckel som hör till ett
    annat slag av dokument. Ett dokument till läggs till med dess namn som nyckel.

    Fel:
        typ: yttrande
        yttrande: Nämnden instämmer.
        beslut: [godkänna yttrandet]
    Rätt:
        typ: yttrande
        yttrande: Nämnden instämmer.
        beslut: [godkänna yttrandet]
        tjänsteskrivelse: {ärendet: Motionen har remitterats.}
    """
