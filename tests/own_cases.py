"""Cases whose documents hold what the examples lack, each to be taken out of its document again."""

from __future__ import annotations

_Y = "typ: yttrande\ntitel: T\nnämnd: servicenämnden\n"
_F = "typ: förslag\ntitel: T\nnämnd: servicenämnden\nbakgrund: B.\nförväntad_effekt: E.\n"
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
}
"""By what they show."""
