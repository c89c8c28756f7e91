"""What each web server is told, before it is written in the words of one."""

from collections.abc import Iterator

from sitegen.model import Record

HEADERS = (("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"))
"""Headers of every answer, besides the content-security policy."""

KEPT_LONG = "public, max-age=31536000, immutable"
"""How long files are kept whose names change with their bytes."""

ASKED_ANEW = "no-cache"
"""All other files may be kept, and are asked for anew each time."""

HIDDEN = "/([.](sitegen-|ht)|_nginx[.]conf$|web[.]config$)"
"""The pattern of what no reader is shown: what publishing knows of the target, and the files for web servers."""

TYPES = (
    (".gz", "application/gzip"),
    (".vtt", "text/vtt"),
    (".webmanifest", "application/manifest+json"),
    (".webp", "image/webp"),
    (".woff2", "font/woff2"),
    (".xml", "application/xml"),
)
"""The types of files that some web servers do not know, or pack and unpack by themselves."""


class HostRules(Record, frozen=True, kw_only=True):
    """What a web server is told of a site.

    `base` is the path at which the site stands, without a slash at its end. `redirects` are (old address, link) and
    `gone` old addresses, none of them encoded, with `base` before them; `policy` is the content-security policy.
    """

    base: str
    policy: str
    redirects: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """The headers of every answer, the policy first."""
        return ("Content-Security-Policy", " ".join(self.policy.split())), *HEADERS

    @property
    def error_page(self) -> str:
        """The address of the page for what is not there."""
        return f"{self.base}/404.html"


def forms_of(address: str) -> Iterator[str]:
    """Yield the forms in which readers type an address: with a slash at its end, and without."""
    yield address
    if address.endswith("/") and address.strip("/"):
        yield address.rstrip("/")
