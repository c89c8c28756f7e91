"""Apache and nginx serve a site with the files that it has for them: every redirect, header and error is looked at."""

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import pytest

from sitegen.model.folders import LEDGER
from tests.browser.installing import alone, can_use_apt, install_packages
from tests.interrupts import killed_at_last
from tests.site.small import SETTINGS, SmallSite

pytestmark = pytest.mark.long

PACKAGES = {"nginx": "nginx-light", "apache2": "apache2"}
MODULES = Path("/usr/lib/apache2/modules")
OLD = {
    "/old/": "/stories/",
    "/old-page.html": "/tools/huddle/",
    "/a%20b(1)/": "/stories/#part",
    "/caf%C3%A9/": "/tools/",
    "/x+y;z/": "https://example.org/?topic=quality&region=north",
    "/it's-$1/": "https://example.org/a%20b?c=$1&d=2",
    "/{R}/": "/library/",
    "/50%25/": "/library/",
}
GONE = ("/gone/", "/downloads/gone (2).pdf")
NGINX = """
daemon off;
{user}
pid {folder}/pid;
error_log stderr;
events {{ }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {root}; include {root}/lmp/_nginx.conf; }}
}}
"""
APACHE = """
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/errors
DefaultRuntimeDir {folder}
{modules}
{user}
TypesConfig /etc/mime.types
AddEncoding x-gzip .gz
DocumentRoot {root}
<Directory {root}>
  AllowOverride All
  Require all granted
</Directory>
"""


class Answer(NamedTuple):
    """What a server answers."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


class Server(NamedTuple):
    """A web server at a port of this machine, and the folder that it shows."""

    port: int
    root: Path

    def get(self, path: str) -> Answer:
        """Ask for a path, encoded."""
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


def program(name: str) -> str:
    """Return the path of a server, which is installed where that can be done."""
    with alone():
        known = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
        if known is None and can_use_apt():
            install_packages([PACKAGES[name]])
            known = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    assert known, f"install it: apt-get install {PACKAGES[name]}"
    return known


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that every user can read, with a site in it."""
    with tempfile.TemporaryDirectory(prefix="sitegen-hosts-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        site = SmallSite(folder / "small")
        site.settings({**SETTINGS, "redirects": OLD, "hosts": ["apache", "nginx", "iis"]})
        site.write(LEDGER, "".join(f'"{address}": {{first: 2026-06-03, gone: true}}\n' for address in GONE))
        assert site.build(out=folder / "root/lmp").errors == []
        state = folder / "root/lmp/.sitegen-publish/lock.json"
        state.parent.mkdir()
        state.write_text("{}")
        yield folder


@pytest.fixture(scope="module", params=["nginx", "apache2"])
def server(request: pytest.FixtureRequest, folder: Path) -> Iterator[Server]:
    """A server that runs."""
    name = request.param
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = folder / name
    own.mkdir()
    is_root = os.geteuid() == 0
    names = ("mpm_event", "authz_core", "dir", "mime", "alias", "headers", "setenvif")
    modules = [f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in names]
    text = (NGINX if name == "nginx" else APACHE).format(
        folder=own,
        root=folder / "root",
        port=port,
        modules="\n".join(modules if name == "apache2" else ()),
        user=("user root;" if name == "nginx" else "User www-data\nGroup www-data") if is_root else "",
    )
    (own / "conf").write_text(text)
    words = ["-c" if name == "nginx" else "-f", str(own / "conf")]
    words += ["-p", str(own)] if name == "nginx" else ["-DFOREGROUND"]
    with (own / "said").open("w") as said:
        process = subprocess.Popen([program(name), *words], stderr=said)
    with killed_at_last(process):
        while process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
                break
        assert process.poll() is None, (own / "said").read_text()
        yield Server(port, folder / "root")
        process.terminate()
        process.wait(timeout=30)


@pytest.mark.parametrize("old", OLD)
def test_every_redirect_leads_where_it_should_in_both_forms(server: Server, old: str) -> None:
    to = OLD[old] if OLD[old].startswith("https:") else f"/lmp{OLD[old]}"
    for form in {old, old.rstrip("/")}:
        answer = server.get(f"/lmp{form}")
        assert answer.status == 301
        location = (answer.headers["Location"] or "").removeprefix(f"http://127.0.0.1:{server.port}")
        assert location.replace("%24", "$") == to
    assert server.get(f"/lmp{old.rstrip('/')}-and-more").status == 404


@pytest.mark.parametrize("address", GONE)
def test_what_is_gone_for_good_is_said_to_be_gone(server: Server, address: str) -> None:
    answer = server.get(quote(f"/lmp{address}"))
    assert answer.status == 410
    assert answer.body == (server.root / "lmp/404.html").read_bytes()


@pytest.mark.parametrize(
    "path", ["/lmp/never/", "/lmp/.sitegen-publish/lock.json", "/lmp/_nginx.conf", "/lmp/web.config", "/lmp/.htaccess"]
)
def test_what_nobody_may_see_is_not_found_and_a_page_says_so(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status == 404
    assert answer.body == (server.root / "lmp/404.html").read_bytes()


def test_every_answer_has_the_policy_and_pages_are_asked_for_anew(server: Server) -> None:
    policy = (server.root / "lmp/_headers").read_text().split("Content-Security-Policy: ")[1].splitlines()[0]
    for path in ("/lmp/", "/lmp/tools/huddle/", "/lmp/never/", "/lmp/sitemap.xml"):
        answer = server.get(path)
        assert answer.headers["Content-Security-Policy"] == policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert "immutable" not in (answer.headers["Cache-Control"] or "")
    for path in ("/lmp/", "/lmp/service-worker.js", "/lmp/offline.json", "/lmp/manifest.webmanifest"):
        assert server.get(path).headers["Cache-Control"] == "no-cache"
    assert server.get("/lmp/").headers["Content-Type"].replace(" ", "").lower() == "text/html;charset=utf-8"


def test_files_whose_names_change_are_kept_long(server: Server) -> None:
    files = [path for path in (server.root / "lmp/assets").rglob("*") if path.is_file()]
    files += [*(server.root / "lmp/search").rglob("*.gz")]
    assert len(files) > 10
    for path in files:
        answer = server.get(quote(f"/{path.relative_to(server.root).as_posix()}"))
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Content-Security-Policy"]
        assert answer.body == path.read_bytes()
        if path.suffix == ".gz":
            assert answer.headers["Content-Encoding"] is None
            assert answer.headers["Content-Type"] == "application/gzip"


def test_every_file_of_the_site_is_served_as_it_is(server: Server) -> None:
    hidden = {".htaccess", "_nginx.conf", "web.config"}
    olds = {"index.html", *(f"{old.strip('/')}/index.html" for old in OLD)}
    for line in (server.root / "lmp/.sitegen-manifest").read_text("utf-8").splitlines()[1:]:
        path = server.root / "lmp" / line
        if line in hidden or line in olds or "This page has moved" in path.read_text("utf-8", "replace"):
            continue
        address = line.removesuffix("index.html") if f"/{line}".endswith("/index.html") else line
        answer = server.get(quote(f"/lmp/{address}"))
        assert (answer.status, answer.body == path.read_bytes()) == (200, True), line
