"""Cases whose documents hold what the examples lack, each to be taken out of its document again."""

from __future__ import annotations

_Y = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"
_F = "typ: förslag\ntitel: T\nnämnd: servicenämnden\nbakgrund: B.\nförväntad_effekt: E.\n"
_T = "typ: tjänsteskrivelse\ntitel: T\nnämnd: servicenämnden\n"
_P = "typ: protokollsutdrag\ntitel: T\nnämnd: servicenämnden\nskede: beslutat\n"
CASES = {
    "utan titel": _Y
    + """\
visa_titel: nej
visa_huvud: ja
yttrande: X.
""",
    "två handläggare": _Y
    + """\
datum: 2026-01-02
handläggare:
  - {namn: Ada Ek, titel: utredare, e_post: a@b.se}
  - {namn: Bo von Alm, telefon: 040-12 34 56}
yttrande: X.
""",
    "kommun": _Y
    + """\
kommun: Lunds kommun
ert_diarienummer: 'A 1'
förvaltning: Stadsbyggnadskontoret
yttrande: X.
""",
    "lägen": _Y
    + """\
yttrande: X.
reservationer: inga
särskilda_yttranden: Lämnas senare av två ledamöter.
protokollsanteckningar: kompletteras i efterhand
""",
    "poster": _Y
    + """\
yttrande: X.
reservationer:
  läge: Fler kan komma.
  poster:
    - av: [{namn: Ada Ek, parti: S}, {namn: Bo Alm, parti: V}, {namn: Cia Dal}]
      text: |
        Ett.

        - två
""",
    "digitalt": _Y
    + """\
yttrande: X.
undertecknare:
  - {roll: Ordförande, namn: Ada Ek, parti: S}
  - {roll: Sekreterare, namn: Bo Alm}
underskrift: {digital: ja, bredvid_varandra: ja, namnet_först: ja}
""",
    "svar": _Y
    + """\
rekommendationer:
  - text: Gör.
    svar: |
      Ja.

      1. a
      2. b
    ställningstagande: instämmer
    åtgärd: Görs.
  - text: Låt bli.
    ställningstagande: avvisar
  - nummer: 4
    text: 'Mer: nu'
    svar: Åtgärd, ja.
yrkanden:
  - text: Att a.
    förslag: avslås
    svar: Nej.
  - text: Att b.
    förslag: bifalls
    ställningstagande: ja
""",
    "tecken": _Y
    + """\
yttrande: |
  Se [planen](https://malmo.se/a) och *kursivt*, **fet** text.

  > Citat ett.

  a) ett
  b) två
     - tre

       mer

  3. fyra
  4. fem

  Rad ett\x20\x20
  rad två
""",
    "saken": _Y
    + """\
ställningstagande: tillstyrker delvis
besvarar: remiss
yttrande: X.
""",
    "grupper": _F
    + """\
insatser:
  - rubrik: Ett
    text: T1.
    målgrupp: M1.
    antal_medarbetare: 5
  - rubrik: Två
    avdelning: Avd
    sammanfattning: S2
    text: T2.
    antal_medarbetare: tio
  - rubrik: Tre
    text: T3.
    målgrupp: M3.
    förväntad_effekt: E3.
målgrupp: Alla.
kostnad:
  - {ändamål: hyllor, belopp: 5 tkr}
""",
    "beslut en": _F
    + """\
insatser: [{rubrik: A, text: B.}]
målgrupp: M.
beslut: [godkänna förslaget]
kostnad:
  - {ändamål: hyllor, belopp: 5 tkr, sökt: 3 tkr}
  - {ändamål: bord, belopp: 2 mnkr, år: 2026, egen: 1 mnkr}
""",
    "beslut kf": _F
    + """\
insatser: [{rubrik: A, text: B.}]
målgrupp: M.
beslut:
  stil: aktiv
  punkter: [Servicenämnden godkänner förslaget.]
  kommunfullmäktige: [Kommunfullmäktige beviljar 5 tkr.]
kostnad:
  rader:
    - {ändamål: hyllor, belopp: 5 tkr, delar: [{belopp: 2 tkr, ändamål: a}, {belopp: 3 tkr, ändamål: b}]}
    - {ändamål: kurs, per_år: {2026: 1 mnkr, 2027: 2 mnkr}}
  ram: {belopp: 78 miljoner, namn: potten}
  finansiering: [{källa: potten, andel: 50 %}, {källa: egna medel}]
  prisnivå: 2026 års priser
  text: Efter.
""",
    "tabell": _F
    + """\
insatser: [{rubrik: A, text: B.}]
målgrupp: M.
kostnad:
  rader:
    - {ändamål: hyllor, belopp: 5 tkr}
    - {ändamål: kurs, per_år: {2026: 1 mnkr, 2027: 2 mnkr}}
    - {ändamål: IT-stöd, antal: 3, styckpris: 2 tkr, slag: drift, konto: 12}
  visa: punkter och tabell
  enhet: tkr
  varav: [{belopp: 1 tkr, ändamål: moms}]
  finansiering: [{källa: potten, belopp: 1 mnkr}, {källa: egna medel}]
""",
    "ingen summa": _F
    + """\
insatser: [{rubrik: A, text: B.}]
målgrupp: M.
kostnad:
  rader:
    - {ändamål: hyllor, belopp: cirka 5 tkr}
  visa_summa: nej
""",
    "egna rubriker": _Y
    + """\
rubriker:
  sammanfattning: Sammanfattande inställning
  rekommendationer: 1. Rekommendation
  yrkanden: Att-sats 1
  skickas_till: Beslutet skickas till
sammanfattning: S.
yttrande: X.
rekommendationer:
  - {text: Gör., svar: Ja.}
  - {text: Låt bli., svar: Nej.}
yrkanden:
  - {text: Att a., svar: Nej., förslag: avslås}
  - {text: Att b., förslag: bifalls}
bilagor: [Plan]
skickas_till: [Kommunstyrelsen]
""",
    "utan fras": _Y
    + """\
beslutsfras: inga
skede: {läge: beslutat, datum: 2026-01-02, paragraf: 4}
yttrande: X.
""",
    "text mellan svar": _Y
    + """\
yttrande: X.
ordning: [avsnitt, frågor, avslutning]
rekommendationer:
  - {text: Gör., svar: Ja., åtgärd: Görs.}
  - {inledning: Nu den andra., text: Låt bli., svar: Nej., klart_senast: I mars}
frågor:
  - {inledning: Först en fråga., text: Varför?, svar: Därför., ansvarig: Ada Ek}
avsnitt:
  - {rubrik: Övrigt, text: Mer., avsnitt: [{rubrik: Under, text: Än mer.}]}
avslutning: Sist.
""",
    "egna ord i alla svar": _Y
    + """\
rubriker: {rekommendationer: Synpunkt 1, frågor: 1. Undran}
rekommendationer:
  - {text: Gör., svar: Ja.}
  - {nummer: 7, text: Mer., svar: Nej.}
frågor: [{text: Varför?, svar: Därför.}]
""",
    "avvikelser utan rubrik": _Y
    + """\
yttrande: X.
reservationer:
  läge: Fler kan komma.
  poster:
    - text: |
        Reservation av Ada Ek (S) och Bo von Alm (V) till förmån för eget förslag.

        Vi vill annat.
    - {text: Reservation av Cia Dal}
    - {av: [{namn: Dan Flod, parti: M}], omfattning: yrkande 2}
    - {av: [{namn: Eva Gran, parti: M}], omfattning: yrkande 3, text: Därför.}
särskilda_yttranden:
  - {av: [{namn: Ada Ek, parti: S}], text: Vi tycker.}
""",
    "nämnden skriver under": _Y
    + """\
yttrande: X.
undertecknare:
  - {namn: Servicenämnden}
  - {roll: Ordförande, namn: Ada Ek, parti: S}
""",
    "namnet först och en nämnd": _Y
    + """\
yttrande: X.
undertecknare:
  - {roll: Ordförande, namn: Ada Ek, parti: S}
  - {namn: Servicenämnden}
underskrift: {namnet_först: ja}
""",
    "tjänsteskrivelse": _T
    + """\
förvaltning: Serviceförvaltningen
datum: 2026-01-02
diarienummer: SN-2026-4
ordning: [ärendet, beslut]
sammanfattning: S.
beslut:
  kommunfullmäktige: [anta planen, upphäva den gamla planen]
  punkter: [godkänna planen som sin egen]
  kommunstyrelsen: [ta fram en plan]
ärendet: Ä.
avsnitt:
  - rubrik: Ett
    avsnitt: [{rubrik: Två, avsnitt: [{rubrik: Tre, avsnitt: [{rubrik: Fyra, text: Djupt.}]}]}]
kostnad: [{ändamål: hyllor, belopp: 5 tkr}]
ansvariga: [{namn: Ada Ek, titel: enhetschef}]
bilagor: [Plan]
""",
    "numren löper": _T
    + """\
ärendet: Ä.
beslut:
  stil: aktiv
  löpande_numrering: ja
  punkter: [Servicenämnden godkänner planen.]
  omedelbar_justering: ja
  kommunfullmäktige: [Kommunfullmäktige antar planen., Kommunfullmäktige upphäver den gamla.]
""",
    "ett nummer": _T
    + """\
avsnitt: [{rubrik: Om planen, text: Ä.}]
beslut: {stil: aktiv, löpande_numrering: ja, punkter: [Servicenämnden godkänner planen.]}
""",
    "bara justering": _T
    + """\
ärendet: Ä.
beslut: {omedelbar_justering: ja, kommunstyrelsen: [anta planen]}
""",
    "protokollsutdrag": _P
    + """\
datum: 2026-01-02
sammanträde: den 2 januari 2026 klockan 13
beslutande: ["Ada Ek (S), ordförande", Bo Alm (V)]
beslut: [godkänna planen, lämna den till kommunstyrelsen]
beslutsgång: |
  Ordföranden frågar om nämnden godkänner planen, och finner att den gör det.

  - Ada Ek yrkar bifall.
reservationer: inga
justerare: [Bo Alm (V), Cia Dal, Dan Flod]
skickas_till: [Kommunstyrelsen]
""",
}
"""By what they show."""
