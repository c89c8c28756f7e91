"""The preview over HTTP: what it answers, to whom, and what it leaves alone."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from sitegen import cli
from sitegen.building import PROJECT
from sitegen.errors import UsageError
from sitegen.preview.server import listen
from tests.interrupts import inherited, killed_at_last
from tests.preview.serving import HOST, Preview, previewed
from tests.site.small import SETTINGS, SmallSite

SCRIPT = '<script src="/__preview/preview.js"'
PAGE = "/lmp/stories/story-1/"
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def test_a_page_comes_with_our_script_and_the_file_stays_clean(shared: tuple[SmallSite, Preview]) -> None:
    site, preview = shared
    answer = preview.get(PAGE)
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<h1>Story story-1</h1>" in answer.body
    assert answer.body.count(SCRIPT) == 1
    assert answer.body.index(SCRIPT) < answer.body.index("</head>")
    assert "__preview" not in (site.root / ".sitegen/preview/stories/story-1/index.html").read_text("utf-8")


def test_the_site_itself_is_never_written(shared: tuple[SmallSite, Preview]) -> None:
    site, _ = shared
    assert not (site.root / "public").exists()


@pytest.mark.parametrize(
    "path", ["/lmp/", PAGE, "/lmp/nothing/", "/__preview/problems.json", "/__preview/preview.js", "/lmp/sitemap.xml"]
)
def test_nothing_is_kept_by_a_browser(path: str, preview: Preview) -> None:
    headers = preview.get(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"


def test_what_is_not_there_is_answered_with_the_page_for_it(preview: Preview) -> None:
    answer = preview.get("/lmp/nothing/")
    assert answer.status == 404
    assert "<h1>Page not found</h1>" in answer.body
    assert SCRIPT in answer.body


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/lmp/stories", "/lmp/stories/"),
        ("/lmp/stories/story-1", PAGE),
        ("/", "/lmp/"),
        ("/stories/", "/lmp/"),
        ("/lmp", "/lmp/"),
    ],
)
def test_an_address_without_its_slash_or_base_is_led_on(path: str, to: str, preview: Preview) -> None:
    answer = preview.get(path)
    assert (answer.status, answer.headers["location"]) == (302, to)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/lmp/sitemap.xml", "application/xml; charset=utf-8"),
        ("/lmp/robots.txt", "text/plain; charset=utf-8"),
        ("/lmp/stories/facets.json", "application/json"),
        ("/lmp/downloads/guide.pdf", "application/pdf"),
        ("/__preview/preview.js", "text/javascript; charset=utf-8"),
    ],
)
def test_files_have_their_types_and_no_script(path: str, kind: str, preview: Preview) -> None:
    answer = preview.get(path)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert SCRIPT not in answer.body


@pytest.mark.parametrize(
    "path",
    [
        "/lmp/../../../secret.txt",
        "/lmp/%2e%2e/%2e%2e/%2e%2e/secret.txt",
        "/lmp/..%2f..%2f..%2fsecret.txt",
        "/lmp/..%5c..%5c..%5csecret.txt",
        "/lmp//etc/passwd",
        "/lmp/%2fetc/passwd",
        "/lmp/../build-state.db",
        "/lmp/stories/../../../../site.yaml",
    ],
)
def test_no_path_leads_out_of_the_output(path: str, preview: Preview) -> None:
    answer = preview.get(path)
    assert answer.status == 404
    assert "<h1>Page not found</h1>" in answer.body


@pytest.mark.parametrize("path", ["/lmp/%00", "/lmp/a%0d%0aX-Evil:%201", "/lmp/%ff%fe/", f"/lmp/{'a' * 5000}"])
def test_odd_addresses_are_refused_or_not_found(path: str, preview: Preview) -> None:
    answer = preview.get(path)
    assert answer.status in (400, 404)
    assert "x-evil" not in answer.headers


@pytest.mark.parametrize("path", [PAGE, "/__preview/problems.json", "/__preview/preview.js"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "[", ""])
def test_a_strangers_host_name_is_refused(path: str, host: str, preview: Preview) -> None:
    answer = preview.get(path, Host=host)
    assert answer.status in (400, 403)
    assert "Story" not in answer.body


@pytest.mark.parametrize("host", ["localhost", "localhost:9", "127.0.0.1", "[::1]:80", "192.168.1.20:8000"])
def test_names_and_numbers_of_this_machine_are_answered(host: str, preview: Preview) -> None:
    assert preview.get(PAGE, Host=host).status == 200


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("127.0.0.1", "http://evil.example", 403),
        ("evil.example", "http://evil.example", 403),
        ("localhost", "http://localhost", 101),
    ],
)
def test_the_socket_is_open_to_pages_of_this_preview_alone(
    host: str, origin: str, status: int, preview: Preview
) -> None:
    port = preview.bound[1]
    headers = UPGRADE | {"Host": f"{host}:{port}", "Origin": f"{origin}:{port}"}
    lines = ["GET /__preview/socket HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    with socket.create_connection((HOST, port), timeout=30) as connection:
        connection.sendall("\r\n".join(lines).encode())
        answer = connection.recv(4096).decode()
    assert answer.startswith(f"HTTP/1.1 {status} ")


def test_problems_are_reported_as_json(preview: Preview) -> None:
    assert preview.problems() == {"builds": 1, "title": "", "errors": [], "notes": [], "status": []}


def test_it_listens_on_this_machine_alone_unless_reported_otherwise(preview: Preview) -> None:
    assert preview.bound[0] == "127.0.0.1"
    [host] = [option for option in cli.commands.commands["serve"].params if option.name == "host"]
    assert host.default == "127.0.0.1"


def test_a_taken_port_is_reported(preview: Preview) -> None:
    with pytest.raises(UsageError, match=r"cannot listen on 127\.0\.0\.1"):
        listen(HOST, preview.bound[1])


def test_a_save_builds_again_and_a_mistake_is_reported_and_mended(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    with previewed(site.root) as preview:
        overlay = preview.after_build(lambda: site.story("story-1", "A new text.\n"))
        assert overlay["errors"] == []
        assert "A new text." in preview.get(PAGE).body
        overlay = preview.after_build(lambda: site.story("story-1", "A new text.\n", topics=["qualty"]))
        assert overlay["errors"][0].startswith('content/stories/story-1.md:5:10: unknown topic "qualty"')
        assert preview.get("/lmp/stories/story-2/").status == 200
        overlay = preview.after_build(lambda: site.story("story-1", "It is mended.\n"))
        assert overlay["errors"] == []
        assert "It is mended." in preview.get(PAGE).body


def test_a_broken_site_yaml_keeps_the_pages_and_another_base_moves_them(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    with previewed(site.root) as preview:
        overlay = preview.after_build(lambda: site.write("site.yaml", "title: x\n"))
        assert 'site.yaml:1: "base_url" is missing' in overlay["errors"][0]
        assert preview.get("/lmp/stories/story-2/").status == 200
        preview.after_build(lambda: site.settings({**SETTINGS, "base_url": "https://example.org/new"}))
        assert preview.get("/new/stories/story-2/").status == 200


def test_a_folder_that_comes_later_is_watched(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    with previewed(site.root) as preview:
        preview.after_build((site.root / "static").mkdir)
        preview.after_build(lambda: site.write("static/note.txt", "note"))
        assert preview.get("/lmp/note.txt").status == 200


def test_a_site_that_never_was_right_shows_its_errors_on_a_bare_page(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    site.write("site.yaml", "title: <b>x</b>\n")
    with previewed(site.root) as preview:
        answer = preview.get("/")
        assert answer.status == 404
        assert "&quot;base_url&quot; is missing" in answer.body
        assert SCRIPT in answer.body


@pytest.mark.skipif("sys.platform == 'win32'", reason="there, Ctrl-C cannot be sent to one process")
@pytest.mark.parametrize("handler", [signal.SIG_DFL, signal.SIG_IGN], ids=["in front", "in the background"])
def test_the_command_says_where_to_look_and_ends_with_ctrl_c(tmp_path: Path, handler: signal.Handlers) -> None:
    site = SmallSite(tmp_path)
    command = [sys.executable, str(PROJECT / "build.py"), "serve", "--site", str(site.root), "--port", "0"]
    with inherited(handler):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with process, killed_at_last(process):
        assert process.stdout
        assert process.stdout.readline().endswith(" pages ready.\n")
        said = re.fullmatch(r"Preview: (http://127\.0\.0\.1:\d+/lmp/)  \(Ctrl-C ends it\)\n", process.stdout.readline())
        assert said
        with urlopen(said[1], timeout=30) as answer:  # noqa: S310 - an address of this machine
            assert SCRIPT in answer.read().decode()
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=60)
        assert (process.returncode, rest, errors) == (0, "\nPreview ended.\n", "")
