"""Why the system refuses a path, in Swedish: the trouble of Unix by its number, that of Windows by its own."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, replace

from namndkit.values.diagnostic import Diagnostic, error
from namndkit.values.position import Position


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a path cannot be read or written: ``reason`` is a clause, ``remedy`` a sentence or empty."""

    reason: str
    remedy: str = ""

    def finding(self, name: str, remedy: str = "Kontrollera sökvägen.") -> Diagnostic:
        """The finding that the file ``name`` cannot be read, which makes the exit code 2.

        ``remedy`` is what to do where the reason itself does not tell.
        """
        message = f"Filen går inte att läsa: {self.reason}."
        found = error(Position(name), "NK501", message, self.remedy or remedy)
        return replace(found, usage=True)


_CLOUD = (*range(358, 399), 404, 426)
"""Windows' errors for files that lie in OneDrive or the like (winerror.h, ERROR_CLOUD_FILE_…)."""
_SHORTER = "Korta filens namn eller mapparnas, eller flytta mappen närmare diskens rot."
_ELSEWHERE = "Stäng den där, och kör sedan igen."
_NO_LINKS = Refusal(
    "länkarna dit leder runt i en cirkel", "Ta bort länken, eller låt den peka rätt."
)
TOO_LONG = Refusal("namnet eller sökvägen är för lång", _SHORTER)
FOLDER = Refusal("det är en mapp")
BUSY = Refusal("den är öppen i ett annat program", _ELSEWHERE)
DENIED = Refusal("behörighet saknas")
_KINDS: tuple[tuple[tuple[int, ...], tuple[int, ...], Refusal], ...] = (
    ((errno.ETXTBSY,), (32, 33, 1224), BUSY),
    ((errno.ENAMETOOLONG,), (111, 206), TOO_LONG),
    ((errno.ELOOP,), (1921,), _NO_LINKS),
    (
        (errno.EINVAL, errno.EILSEQ),
        (123, 161),
        Refusal("namnet innehåller tecken som systemet inte tillåter", "Byt namn på filen."),
    ),
    (
        (errno.ENOSPC, errno.EDQUOT),
        (39, 112, 1295),
        Refusal("disken är full", "Frigör plats, eller välj en annan disk."),
    ),
    ((errno.EROFS,), (19,), Refusal("disken är skrivskyddad", "Välj en annan disk.")),
    (
        (errno.EMFILE, errno.ENFILE),
        (4,),
        Refusal("för många filer är öppna", "Stäng andra program, och kör sedan igen."),
    ),
    (
        (errno.ESTALE, errno.EHOSTDOWN, errno.ENETUNREACH, errno.ETIMEDOUT, errno.ENOTCONN),
        (51, 53, 54, 55, 59, 64, 67, 121, 1222, 1231, 1232),
        Refusal(
            "servern eller den delade mappen svarar inte", "Kontrollera nätet, och försök igen."
        ),
    ),
    ((errno.ENODEV, errno.ENXIO), (15, 20, 21), Refusal("enheten är inte ansluten")),
    (
        (errno.EIO,),
        (23, 1117, 1392, 1393),
        Refusal(
            "disken ger fel", "Kopiera filen till en annan disk, eller hämta en säkerhetskopia."
        ),
    ),
    (
        (),
        _CLOUD,
        Refusal(
            "den ligger i molnet och går inte att hämta",
            "Välj Behåll alltid på den här enheten för filen, och vänta tills den är hämtad.",
        ),
    ),
    ((errno.ENOENT,), (2, 3), Refusal("den finns inte")),
    ((errno.EISDIR,), (), FOLDER),
    ((errno.ENOTDIR,), (267,), Refusal("en del av sökvägen är ingen mapp")),
    ((errno.EACCES, errno.EPERM), (5, 65, 1314), DENIED),
)
"""(errno of Unix, winerror of Windows, what is said of it)."""
_LONGEST = 259
"""Characters of a path that Windows takes where nobody has said otherwise (MAX_PATH)."""


def refusal(problem: Exception, path: str | os.PathLike[str] = "") -> Refusal:
    """What to say of ``problem``, which the system had with ``path``.

    Windows' own number is asked first: of a file that is open in Word and of one that is write-protected
    the other number is the same.
    """
    if isinstance(problem, ValueError):  # a character that no path can hold
        return _KINDS[3][2]
    if not isinstance(problem, OSError):  # no standard input at all
        return Refusal("det finns inget att läsa")
    windows = getattr(problem, "winerror", None)
    if windows in (2, 3, 123) and len(os.path.abspath(path)) > _LONGEST:
        return TOO_LONG
    found = (
        said for unix, own, said in _KINDS if (windows in own if windows else problem.errno in unix)
    )
    return next(found, Refusal("systemet säger nej"))
