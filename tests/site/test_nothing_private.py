"""Nothing private leaves: the whole output is read, packed files too, for what only the staff may know."""

import getpass
import gzip
import io
import re
import shutil
import socket
import struct
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, UnidentifiedImageError

from sitegen.assets.downloads.download_reader import read_download
from sitegen.building import PROJECT, Choices, build_site
from tests.assets.downloads import made
from tests.assets.pictures.test_metadata import picture
from tests.site.brute import is_shown
from tests.site.shipped import Shipped

BASE = PROJECT / "tests/sites_invalid/_base"
OWNER, DRAFT, LATER, CAMERA = "Quillfeather", "Zanzibarian", "Mxyzptlkian", "Secret"
BROKEN = "Brobdingnagian"
WIDE = "panorama"
PRIVATE_FIELDS = f"owner: {OWNER} of the North\nreview_by: 2031-03-07\n"
FORMATS = {
    "jpeg": "JPEG",
    "jpg": "JPEG",
    "jfif": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "avif": "AVIF",
    "gif": "GIF",
    "tif": "TIFF",
}
"""The endings of pictures that can carry camera data, with the names of their formats."""

REVIEW = ("2031-03-07", "March 7, 2031")


def unpacked(data: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file, and of all that is packed in it."""
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield from unpacked(gzip.decompress(data))
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            for name in file.namelist():
                yield name.encode()
                yield from unpacked(file.read(name))


def files_with(site: Shipped, *words: str, as_typed: bool = False) -> list[str]:
    """Return the paths of the files of the output that hold one of these words, in UTF-8 or UTF-16, in any case."""

    def form(data: bytes) -> bytes:
        return data if as_typed else data.lower()

    forms = [form(data) for word in words for data in (word.encode(), word.encode("utf-16-le"))]
    return [
        path
        for path, file in site.files.items()
        if any(word in form(text) for text in (path.encode(), *unpacked(file.read_bytes())) for word in forms)
    ]


def places_of_this_machine(site: Shipped) -> list[str]:
    """Return what would tell on which machine, by whom and where a site was built."""
    places = [
        str(site.root),
        str(site.out),
        str(PROJECT),
        str(Path.home()),
        tempfile.gettempdir(),
        socket.gethostname(),
    ]
    user = getpass.getuser()
    return [place for place in places if len(place) > 4] + [f"/home/{user}", f"/Users/{user}", f"C:\\Users\\{user}"]


def has_camera_data(data: bytes) -> bool:
    """Return whether a picture says more than how it is turned."""
    image = Image.open(io.BytesIO(data))
    exif = image.getexif()
    notes = ("comment", "xmp", "photoshop", "Author", "Software", "Description")
    return bool(
        set(exif) - {0x0112}
        or exif.get_ifd(0x8825)
        or exif.get_ifd(0x8769)
        or any(
            image.info.get(note, b"").strip(b"\0" if isinstance(image.info[note], bytes) else "\0")
            for note in notes
            if note in image.info
        )
    )


def pictures_of(site: Shipped) -> list[str]:
    """Return the paths of all pictures of the output: those that a program takes for one, whatever they are called."""
    return [path for path, file in site.files.items() if is_picture(file.read_bytes())]


def is_picture(data: bytes) -> bool:
    try:
        Image.open(io.BytesIO(data))
    except UnidentifiedImageError:
        return False
    return True


def people_in(site: Shipped) -> dict[str, tuple[tuple[str, ...], int]]:
    """Return the authors and the count of comments of each file to take along."""
    facts = {path: read_download(path, file.read_bytes())[0] for path, file in site.files.items()}
    return {path: (one.people, one.comments) for path, one in facts.items()}


@pytest.fixture(scope="module")
def private(tmp_path_factory: pytest.TempPathFactory) -> Shipped:
    """Return a site with the shipped templates, in which every page and file has something that nobody shall read."""
    folder = tmp_path_factory.mktemp("private")
    root = folder / "site"
    shutil.copytree(BASE, root, ignore=shutil.ignore_patterns("templates"))
    for path in root.glob("content/*/*.md"):
        path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{PRIVATE_FIELDS}", 1), "utf-8")
    text = "\n---\n\n## {0} heading\n\nWords, [a link](#{0}-heading) and more.\n"
    head = "---\ntitle: {0} plans\nsummary: What {0} does.\ndate: 2017-05-05\nregions: hawaii\ntopics: quality\n"
    hidden = {DRAFT: "draft: true", LATER: "publish: 2099-01-01", f"{LATER}old": "expires: 2001-01-01"}
    for number, (word, line) in enumerate(hidden.items()):
        page = head.format(word) + line + text.format(word.lower())
        (root / f"content/stories/hidden-{number}-{word.lower()}.md").write_text(page, "utf-8")
    for name, format_ in FORMATS.items():
        (root / f"static/images/private.{name}").write_bytes(picture(format_))
        page = head.format(f"Picture {name}") + f"image: {{src: images/private.{name}, alt: A {name}}}"
        body = f"![Words](../../static/images/private.{name})\n\n[Whole](../../static/images/private.{name})\n"
        (root / f"content/stories/shows-{name}.md").write_text(f"{page}\n---\n\n{body}\n", "utf-8")
    (root / f"static/images/{WIDE}.jpg").write_bytes(picture("JPEG", 1, size=(3000, 40)))
    page, body = head.format("Picture wide"), f"![Words](../../static/images/{WIDE}.jpg)\n"
    (root / "content/stories/shows-wide.md").write_text(f"{page}\n---\n\n{body}", "utf-8")
    broken = head.format(BROKEN) + f"tool_type: {BROKEN}\naliases: /{BROKEN}\nDraft: yes" + text.format(BROKEN.lower())
    (root / f"content/stories/{BROKEN.lower()}.md").write_text(broken, "utf-8")
    (root / "content/about/more.md").write_text(f"---\ntitle: More\n---\n\n[It](../stories/{BROKEN.lower()}.md).\n")
    note = b"udta" + CAMERA.encode()
    film = struct.pack(">I4s4s", 12, b"ftyp", b"isom") + struct.pack(">I4sI", 8 + 4 + len(note), b"moov", 4 + len(note))
    (root / "static/videos/private.mp4").write_bytes(film + note + struct.pack(">I4s", 8, b"mdat"))
    (root / "static/.secret").write_text(CAMERA)
    parts = made.docx_parts("Words") | {
        "word/comments.xml": f'<w:comments xmlns:w="{made.WORD}"><w:comment/></w:comments>'
    }
    (root / "static/downloads/private.docx").write_bytes(made.packed(parts))
    settings = (root / "site.yaml").read_text("utf-8")
    always = "files: {always: [videos/, downloads/]}\nimages: {open_graph: none}\n"
    (root / "site.yaml").write_text(settings + always, "utf-8")
    result = build_site(Choices(site=root, out=folder / "public", jobs=1))
    headlines = [problem.headline for problem in result.problems]
    assert headlines == [
        '"summary" is missing: the first words of the text are used',
        f'"stories/{BROKEN.lower()}" is not shown now (draft), so nothing links to it',
        'unknown field "Draft"',
        '"private.docx" has 1 comment or tracked change, which every reader can see',
    ]
    assert result.committed
    return Shipped(root, folder / "public")


def test_owners_and_days_of_review_are_in_no_file(private: Shipped) -> None:
    assert files_with(private, OWNER) == []
    assert files_with(private, *REVIEW) == []


def test_pages_that_are_not_shown_are_in_no_file(private: Shipped) -> None:
    assert files_with(private, DRAFT, LATER, BROKEN) == []


def test_nothing_that_a_camera_or_program_wrote_is_in_a_file(private: Shipped) -> None:
    named = [path for path in private.files if "private" in path]
    assert {path.rpartition(".")[2] for path in named} >= {"webp", "avif", "gif", "mp4", "jpg"}
    assert not {f"images/private.{name}" for name in FORMATS if name != "gif"} & set(named)
    assert files_with(private, CAMERA) == []


def test_no_picture_of_the_output_has_camera_data(private: Shipped) -> None:
    pictures = pictures_of(private)
    assert len(pictures) >= 2 * len(FORMATS)
    assert [path for path in pictures if has_camera_data(private.files[path].read_bytes())] == []


def test_of_a_wide_picture_no_file_has_more_than_2560_pixels_a_side(private: Shipped) -> None:
    pictures = [
        Image.open(io.BytesIO(private.files[path].read_bytes())) for path in pictures_of(private) if WIDE in path
    ]
    assert max(max(image.size) for image in pictures) == 2560


@pytest.mark.parametrize("name", FORMATS)
def test_what_names_a_picture_for_other_programs_names_one_that_is_published(private: Shipped, name: str) -> None:
    html = private.files[f"stories/shows-{name}/index.html"].read_text("utf-8")
    pattern = r'"(?:og:image" content=|image": ?)"https://www\.example\.org/([^"]+)"'
    named = re.findall(pattern, html) + re.findall(r'"image": ?\["https://www\.example\.org/([^"]+)"', html)
    assert named
    for path in named:
        assert not has_camera_data(private.files[path].read_bytes())
    assert name == "gif" or f"images/private.{name}" not in html


@pytest.mark.parametrize("name", ["private", "shipped", "madeup"])
def test_no_file_tells_where_it_was_made(name: str, request: pytest.FixtureRequest) -> None:
    site: Shipped = request.getfixturevalue(name)
    assert files_with(site, *places_of_this_machine(site), as_typed=True) == []


def test_the_reader_finds_what_is_there(private: Shipped, tmp_path: Path) -> None:
    """A search that finds nothing proves nothing: each form of packing is looked into."""
    (tmp_path / "a.gz").write_bytes(gzip.compress(OWNER.upper().encode()))
    (tmp_path / "b.docx").write_bytes(made.packed({"x": gzip.compress(OWNER.encode("utf-16-le"))}))
    (tmp_path / f"{OWNER}.txt").touch()
    assert len(files_with(Shipped(tmp_path, tmp_path), OWNER)) == 3
    assert "stories/huddles/index.html" in files_with(private, "huddle")
    assert [path for path in files_with(private, "huddl") if path.startswith("search/")]


def test_the_shipped_site_has_no_private_title(shipped: Shipped) -> None:
    folders = [collection for collection in shipped.config.collections if not collection.is_view]
    titles = [
        matter["title"]
        for collection in folders
        for matter in shipped.front_matter(collection).values()
        if not is_shown(matter)
    ]
    owners = [
        matter["owner"]
        for collection in folders
        for matter in shipped.front_matter(collection).values()
        if matter.get("owner")
    ]
    assert files_with(shipped, *titles, *owners) == []


def test_the_shipped_files_name_no_person_and_have_no_comments(shipped: Shipped) -> None:
    title = shipped.config.site.title
    for path, (people, comments) in people_in(shipped).items():
        assert all(title in person for person in people), path
        assert not comments, path


def test_the_shipped_pictures_say_nothing_of_a_camera(shipped: Shipped) -> None:
    pictures = [path for path in shipped.files if re.search(r"\.(jpg|png|webp)$", path)]
    assert len(pictures) > 50
    assert [path for path in pictures if has_camera_data(shipped.files[path].read_bytes())] == []
