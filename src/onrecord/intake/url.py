"""Addresses: fetched only when the user names them."""

from __future__ import annotations

import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage
from typing import IO

from onrecord import version
from onrecord.intake.errors import IntakeError
from onrecord.intake.limits import Limits

_TYPES = ("text/html", "text/plain", "application/xhtml+xml", "application/xml", "text/xml")


def is_url(source: str) -> bool:
    """Whether ``source`` is an address that can be fetched."""
    return source.lower().startswith(("http://", "https://"))


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects within http and https only, and not for ever."""

    max_redirections = 5

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not is_url(newurl):
            raise urllib.error.URLError(f"it leads to {newurl[:100]}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(url: str, limits: Limits) -> tuple[bytes, str | None]:
    """The bytes at ``url`` and the charset it declares.

    Raises:
        IntakeError: it cannot be reached, is too large, or is not text.
    """
    opener = urllib.request.build_opener(_Redirects())
    request = urllib.request.Request(
        url, headers={"User-Agent": f"onrecord/{version.VERSION}", "Accept": "text/html, text/*"}
    )
    try:
        with opener.open(request, timeout=limits.seconds) as answer:
            kind = answer.headers.get_content_type()
            if kind not in _TYPES:
                raise IntakeError(url, f"is {kind}, not a page", "give the address of a story")
            data = answer.read(limits.bytes + 1)
            charset = answer.headers.get_content_charset()
    except (urllib.error.URLError, HTTPException, TimeoutError, OSError, ValueError) as error:
        what = f"cannot be fetched: {_reason(error)}"
        raise IntakeError(url, what, "save the page and read it") from error
    if len(data) > limits.bytes:
        raise IntakeError(url, f"is larger than {limits.bytes} bytes", "save the article alone")
    return data, charset


def _reason(error: Exception) -> object:
    """What went wrong, without the library's wrapping."""
    if isinstance(error, urllib.error.HTTPError):
        return f"HTTP {error.code} {error.reason}"
    return getattr(error, "reason", None) or error
