"""namndkit: a small document compiler for Swedish municipal boards.

    case.yaml ─source─▶ nodes with positions ─case─▶ Case ─budget─▶ Budget
                                                      │
                              checks: (Case, Budget) ─┼─▶ diagnostics
                                                      ▼
         Case + Budget ─wording─▶ Markdown with value tokens ─markup─▶ Document ─word─▶ .docx ─pdf─▶ .pdf

    any .docx ─word─▶ Finished ─checks─▶ diagnostics

Each stage is a package; what passes between them lives in ``values``.
``pipeline`` runs the stages in order, ``rules`` explains every code, ``report`` shows findings,
``schema`` prints the case format, ``cli`` is the command. ``disk`` alone opens, finds and writes what a
person or a folder names; everyone may ask it.
"""

__version__ = "0.1.0"
