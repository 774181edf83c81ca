"""NK4xx: templates and the Word file that holds the looks."""

from namndkit.rules.severity import Error, Warn


class NK401(Error):
    """Mallen finns inte.

    En mall drar in en annan som varken finns i mappen eller bland namndkits egna. Det som en mapp med
    mallar saknar tas annars från namndkits egna.

    Fel:
        {% import "gemensam.md.j2" as g with context %}
    Rätt:
        {% import "gemensamt.md.j2" as g with context %}
    """


class NK402(Error):
    """Mallen går inte att läsa.

    Fel:
        {% if titel %} utan {% endif %}
    Rätt:
        {% if titel %} … {% endif %}
    """


class NK403(Error):
    """Mallen använder något som inte finns.

    Namnen i en mall är ärendets nycklar.

    Fel:
        {{ titl }}
    Rätt:
        {{ titel }}
    """


class NK404(Error):
    """Mallen skriver ut ett värde som måste formas först.

    Belopp och datum skrivs med ett filter. Det som kan saknas skrivs inom ett villkor.

    Fel:
        {{ datum }}
    Rätt:
        {{ datum|iso }}
    """


class NK405(Error):
    """Mallens roll finns inte.

    Fel:
        ::: underskirft
    Rätt:
        ::: underskrift
    """


class NK406(Error):
    """En roll i mallen är inte öppnad eller stängd.

    Fel:
        ::: underskrift (utan slut)
    Rätt:
        ::: underskrift … :::
    """


class NK407(Error):
    """Mallen fogar ihop text och värden.

    Skriv värdena var för sig, så att de skyddas.

    Fel:
        {{ stycke ~ titel }}
    Rätt:
        {{ stycke }}{{ titel }}
    """


class NK408(Error):
    """En lång text står inte ensam i mallen.

    Fel:
        Bakgrund: {{ bakgrund }}
    Rätt:
        {{ bakgrund }} på en egen rad, med tomma rader runt
    """


class NK409(Error):
    """Word-mallen går inte att läsa.

    Fel:
        en fil som inte är ett Word-dokument
    Rätt:
        utseende.docx sparad i Word
    """


class NK410(Error):
    """Word-mallen saknar formatmallar.

    Fel:
        en Word-mall utan formatmallen Att-sats
    Rätt:
        en kopia av namndkits Word-mall med ändrade formatmallar
    """


class NK411(Error):
    """Word-mallens listor saknar punkt eller numrering.

    Fel:
        en formatmall för listor utan koppling till en lista
    Rätt:
        formatmallen kopplad till en punktlista
    """


class NK412(Error):
    """Sidfoten i mallen innehåller annat än stycken.

    Fel:
        en lista eller länk i rollen sidfot
    Rätt:
        vanlig text i rollen sidfot
    """


class NK413(Error):
    """Mappen med mallar finns inte, eller ligger någon annanstans.

    Sökvägen under mallar räknas från mappen där namndkit.yaml ligger, och leder inte ut ur den. Andra
    mappar anges med --templates.

    Fel:
        mallar: mallr
    Rätt:
        mallar: mallar
    """


class NK414(Error):
    """Bilden till logotypen går inte att läsa.

    Den är en PNG- eller JPEG-fil, och sökvägen räknas från mappen där namndkit.yaml ligger.

    Fel:
        logotyp: {bild: logotyp.svg, alternativtext: Stadens vapen}
    Rätt:
        logotyp: {bild: logotyp.png, alternativtext: Stadens vapen}
    """


class NK415(Warn):
    """Word-mallen saknar en sidlayout.

    En layout är ett avsnitt i Word-mallen, och dess första stycke är layoutens namn.

    Fel:
        en Word-mall utan avsnittet yttrande
    Rätt:
        ett avsnitt vars första stycke är ordet yttrande
    """


class NK416(Warn):
    """Sidhuvudet saknar sidnummer.

    Fel:
        ett tomt sidhuvud
    Rätt:
        fälten PAGE och NUMPAGES, så att det står 1 (3)
    """


class NK420(Error):
    """Mallen gör mer än ärendet kan behöva.

    En mall får skriva så mycket som ärendets texter kräver, flera gånger om. Den som går mycket längre
    upprepar något, eller tar aldrig slut.

    Fel:
        {% macro svar() %}{{ svar() }}{% endmacro %}
    Rätt:
        {% macro svar() %}{{ yttrande }}{% endmacro %}
    """


class NK421(Error):
    """Mallens huvud säger något som inte går.

    Huvudet säger vad slaget heter och vilka egna nycklar det har. Namnen får inte vara upptagna: två
    slag kan inte heta lika, och en egen nyckel kan inte heta som en som finns i alla ärenden.

    Fel:
        nycklar:
          bakgrund: {värde: lång text, beskrivning: "Barnens bakgrund."}
    Rätt:
        nycklar:
          barnperspektiv: {värde: lång text, beskrivning: "Vad ärendet betyder för barn."}
    """
