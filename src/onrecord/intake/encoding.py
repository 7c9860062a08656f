"""Bytes to text."""

from __future__ import annotations

import codecs
import re

from onrecord.intake.errors import IntakeError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"SQLite format 3": "an SQLite database",
    b"\x7fELF": "a program",
}
_META = re.compile(rb"charset\s{0,3}=\s{0,3}[\"']?([\w-]{2,30})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def decode(data: bytes, where: str, declared: str | None = None) -> str:
    """The text of ``data``: by its byte-order mark, as declared, as UTF-8, or as detected.

    A byte-order mark goes, and CR LF (or CR alone) becomes LF; nothing else is changed.

    Args:
        data: the bytes.
        where: the input's name, for messages.
        declared: the encoding that a header or the user gives.

    Raises:
        IntakeError: empty, binary, or in no encoding that fits.
    """
    if not data.strip():
        raise IntakeError(where, "is empty", "give a file that holds an article")
    for magic, name in _MAGIC.items():
        if data.startswith(magic):
            raise IntakeError(where, f"is {name}, not text", "convert it to text or HTML first")
    text = _decode(data, where, declared)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROL.findall(text[:10_000])) > len(text[:10_000]) // 100 + 2:
        raise IntakeError(where, "is binary, not text", "give text or HTML")
    if not text.strip():
        raise IntakeError(where, "is empty", "give a file that holds an article")
    return text


def declared_in_html(data: bytes) -> str | None:
    """The charset that the head of an HTML page declares, or None."""
    match = _META.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _decode(data: bytes, where: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(where, encoding) from error
    if b"\x00" in data[:100_000]:
        raise IntakeError(where, "is binary, not text", "give text or HTML")
    for candidate in (declared, "utf-8"):
        if candidate is not None:
            try:
                return data.decode(candidate)
            except (UnicodeDecodeError, LookupError):
                continue
    return _detected(data, where)


def _detected(data: bytes, where: str) -> str:
    """Text in an encoding that nobody declared, where one fits well.

    Bytes that are nearly all ASCII are Windows-1252, the usual encoding of such files.
    """
    from charset_normalizer import from_bytes

    high = sum(byte > 0x7F for byte in data[:200_000])
    if high * 20 < min(len(data), 200_000):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    best = from_bytes(data[:200_000]).best()
    if best is None or best.chaos > 0.1:
        raise _undecodable(where, "UTF-8 or any encoding that fits")
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(where, best.encoding) from error


def _undecodable(where: str, encoding: str) -> IntakeError:
    return IntakeError(where, f"is not {encoding}", "save it as UTF-8")
