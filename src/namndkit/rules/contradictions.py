"""NK220–NK229, NK248: dates, people and parts that contradict each other."""

from namndkit.rules.severity import Error, Warn


class NK220(Warn):
    """Dokumentet har två datum.

    Dokumentet står i sitt eget beslutsunderlag med ett annat datum än i huvudet. Det är samma
    dokument vare sig nämnden eller förvaltningen står som avsändare.

    Fel:
        datum: 2026-03-02
        beslutsunderlag: [Serviceförvaltningens tjänsteskrivelse 2026-02-27]
    Rätt:
        datum: 2026-03-02
        beslutsunderlag: [Serviceförvaltningens tjänsteskrivelse 2026-03-02]
    """


class NK221(Warn):
    """Ett planerat möte ligger före dokumentets datum.

    Beslutsplaneringen gäller möten som ska komma.

    Fel:
        datum: 2026-03-02
        beslutsplanering: [{organ: servicenämnden, datum: 2025-03-24}]
    Rätt:
        datum: 2026-03-02
        beslutsplanering: [{organ: servicenämnden, datum: 2026-03-24}]
    """


class NK222(Warn):
    """Samma paragraf har två datum.

    Paragraferna börjar om varje år, men inom ett år har ett organ bara en paragraf med ett nummer.

    Fel:
        KF 2021-03-31 § 100 … KF 2021-03-13 § 100
    Rätt:
        KF 2021-03-31 § 100 … KF 2021-03-31 § 100
    """


class NK223(Warn):
    """Diarienumret har fel form.

    I Malmö skrivs diarienummer med nämndens bokstäver, år och löpnummer. Ser numret rätt ut säger
    fyndet vilket tecken som är ett annat, till exempel ett tankstreck.

    Fel:
        diarienummer: SN 2022/916
    Rätt:
        diarienummer: SN-2022-916
    """


class NK224(Error):
    """Personnummer.

    Personnummer och samordningsnummer hör inte hemma i handlingar som publiceras.

    Fel:
        sökanden 19121212-1212
    Rätt:
        sökanden
    """


class NK225(Warn):
    """Privat e-postadress.

    Adressen ser ut att vara privat. I handlingar anges adresser i tjänsten.

    Fel:
        e_post: ada.ek@gmail.com
    Rätt:
        e_post: ada.ek@malmo.se
    """


class NK226(Warn):
    """Uppgiften finns inte för alla insatser.

    Någon insats anger målgrupp, antal medarbetare eller effekt, men inte alla. En gemensam text
    räcker för alla. Med ledtexter frågar formuläret efter antalet medarbetare.

    Fel:
        insatser: en med förväntad_effekt och två utan
    Rätt:
        insatser: alla med förväntad_effekt
    """


class NK227(Warn):
    """Insatsen har ingen kostnad.

    Andra insatser har kostnadsrader som pekar på dem, men inte den här.

    Fel:
        tre insatser och kostnadsrader för två av dem
    Rätt:
        minst en kostnadsrad för varje insats
    """


class NK228(Warn):
    """Det framgår inte om någon reserverade sig.

    När beslutet är fattat ska det framgå om det finns reservationer.

    Fel:
        skede: {läge: beslutat, datum: 2026-03-24, paragraf: 41}
    Rätt:
        skede: {läge: beslutat, datum: 2026-03-24, paragraf: 41}
        reservationer: inga
    """


class NK229(Warn):
    """Beslutet går inte att förstå för sig.

    En beslutspunkt ska gå att läsa utan handlingen som den hör till.

    Fel:
        - besluta i enlighet med föreliggande förslag
    Rätt:
        - godkänna yttrandet över cykelplanen
    """


class NK248(Warn):
    """Beslutet säger något annat än svaren.

    En beslutspunkt eller nämndens ställningstagande säger emot det som föreslås i svaren på samma
    yrkanden.

    Fel:
        beslut: [föreslå kommunfullmäktige att avslå motionen]
        yrkanden: [{text: Att trapporna lyses upp., förslag: bifalls}]
    Rätt:
        beslut: [föreslå kommunfullmäktige att bifalla motionen]
        yrkanden: [{text: Att trapporna lyses upp., förslag: bifalls}]
    """
