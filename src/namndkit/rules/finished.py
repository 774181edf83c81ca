"""NK6xx: finished Word documents, made by namndkit or not (lagen 2018:1937, EN 301 549, WCAG 2.1)."""

from namndkit.rules.severity import Error, Hint, Warn


class NK601(Error):
    """Dokumentet går inte att granska.

    Det är skadat, krypterat, orimligt stort eller inget Word-dokument.

    Fel:
        ett dokument med lösenord
    Rätt:
        dokumentet sparat i Word som .docx utan lösenord
    """


class NK602(Warn):
    """Dokumentet hämtar innehåll utifrån när det öppnas.

    Fel:
        en bild som är länkad till en adress på webben
    Rätt:
        bilden infogad i dokumentet
    """


class NK603(Error):
    """Dokumentet har ingen titel.

    Titeln bland dokumentets egenskaper visas av program i stället för filnamnet (WCAG 2.4.2).

    Fel:
        Arkiv, Info, Titel: tomt
    Rätt:
        Arkiv, Info, Titel: Yttrande över cykelplanen
    """


class NK604(Error):
    """Dokumentet säger inte vilket språk det är på.

    En skärmläsare läser då med fel uttal (WCAG 3.1.1).

    Fel:
        text utan språk
    Rätt:
        text märkt som svenska
    """


class NK605(Warn):
    """Texten är märkt som ett annat språk än svenska.

    Fel:
        svensk text märkt som engelska
    Rätt:
        svensk text märkt som svenska
    """


class NK606(Error):
    """En rubriknivå är överhoppad.

    Den som går mellan rubrikerna tror att något saknas (WCAG 1.3.1).

    Fel:
        Rubrik 3 direkt efter Rubrik 1
    Rätt:
        Rubrik 2 efter Rubrik 1
    """


class NK607(Warn):
    """Ett långt dokument har inga rubriker.

    Fel:
        rubriker som bara är fetstil
    Rätt:
        formatmallarna Rubrik 1 och Rubrik 2
    """


class NK608(Warn):
    """Ett stycke i fetstil ser ut som en rubrik.

    Det syns, men hörs inte i en skärmläsare (WCAG 1.3.1).

    Fel:
        Bakgrund, skrivet i fetstil som brödtext
    Rätt:
        Bakgrund, med formatmallen Rubrik 1
    """


class NK609(Warn):
    """En lista är gjord för hand.

    Fel:
        stycken som börjar med ett skrivet streck
    Rätt:
        stycken gjorda till en lista med Words listknapp
    """


class NK610(Error):
    """Tabellens rubrikrad är inte märkt.

    En skärmläsare vet då inte vad siffrorna i en kolumn är (WCAG 1.3.1).

    Fel:
        en första rad som bara ser ut som rubriker
    Rätt:
        en första rad med Upprepa rubrikrader
    """


class NK611(Warn):
    """Tabellen har sammanslagna celler.

    Fel:
        en cell över två kolumner
    Rätt:
        lika många celler i varje rad
    """


class NK612(Warn):
    """Tabellen har tomma celler.

    Fel:
        en tom cell
    Rätt:
        ett streck i cellen
    """


class NK613(Error):
    """En bild saknar alternativtext.

    Alternativtexten läses upp i stället för bilden (WCAG 1.1.1).

    Fel:
        ett diagram utan alternativtext
    Rätt:
        ett diagram med texten: Antalet ansökningar ökar från 40 till 65 mellan 2023 och 2025.
    """


class NK614(Warn):
    """Länktexten säger inte vart länken går.

    Fel:
        Läs mer här
    Rätt:
        Riktlinjer för dokument
    """


class NK615(Warn):
    """Tomma stycken gör luft.

    Fel:
        två tomma stycken före en rubrik
    Rätt:
        avstånd före i rubrikens formatmall
    """


class NK616(Error):
    """Text står i en textruta.

    Många skärmläsare går förbi textrutor, och ordningen blir oviss (WCAG 1.3.2).

    Fel:
        en faktaruta gjord som textruta
    Rätt:
        ett stycke med kantlinjer
    """


class NK617(Error):
    """Kontrasten är för låg.

    Text ska ha minst 4,5:1 mot bakgrunden, stor text (18 punkter, eller 14 i fetstil) minst 3:1
    (WCAG 1.4.3).

    Fel:
        ljusgrå text på vitt
    Rätt:
        svart eller mörkgrå text på vitt
    """


class NK618(Error):
    """En kommentar är kvar.

    Fel:
        Stämmer beloppet? i marginalen
    Rätt:
        ett dokument utan kommentarer
    """


class NK619(Error):
    """Spårade ändringar är kvar.

    Fel:
        struken text som syns när dokumentet öppnas
    Rätt:
        godkända eller avvisade ändringar
    """


class NK620(Warn):
    """En del av filen är inte granskad.

    Den kan innehålla text som ingen har sett: ett inbäddat objekt, makron, ett ljud.

    Fel:
        ett kalkylblad av äldre slag som ligger i dokumentet
    Rätt:
        en tabell i dokumentet
    """


class NK621(Error):
    """En annan fil infogas när dokumentet öppnas.

    Innehållet blir stycken först i Word. Texten är läst, men rubriker, listor och utseende
    är inte granskade.

    Fel:
        en webbsida som ett program har lagt in i dokumentet (altChunk)
    Rätt:
        dokumentet öppnat i Word och sparat på nytt
    """


class NK622(Hint):
    """Kontrasten går inte att räkna ut.

    Texten står på en bild eller en toning, eller i en ruta utan fyllning.

    Fel:
        vit text på ett fotografi
    Rätt:
        vit text på en mörk yta i en färg
    """
