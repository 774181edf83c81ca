"""pdf: Word documents → PDF files (tagged, PDF/UA and PDF/A-2) by way of LibreOffice. Only here is
another program started.
"""

from namndkit.pdf.convert import convert
from namndkit.pdf.office import find_office
from namndkit.pdf.seal import Sealed, digest, seal, sealed

__all__ = ["Sealed", "convert", "digest", "find_office", "seal", "sealed"]
