"""Pictures of a site: made once, shown everywhere, remade only when they change."""

import copy
import io
import re
from pathlib import Path

import pytest
from PIL import Image

from sitegen.engine.output import MANIFEST
from tests.site.small import SETTINGS, SmallSite, files

PHOTO = "images/teams/our team.jpg"
STORY = "stories/story-1/index.html"
MADE = {"image_facts", "image_variant", "item_share_image", "site_share_image", "download_facts"}


def put(site: SmallSite, colour: str = "teal", width: int = 900, path: str = PHOTO) -> None:
    """Write a picture into static/."""
    target = site.root / "static" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (width, width // 2), colour).save(target)


def variants(site: SmallSite) -> list[str]:
    """Return the paths of all variants in the output."""
    return [path for path in files(site.out) if path.startswith("assets/images/")]


def made(site: SmallSite) -> list[str]:
    """Build; gives the rules that read or drew pictures, in order, each as often as it ran."""
    result = site.build()
    assert result.committed, result.problems
    return [key[0] for key in result.executed if key[0] in MADE]


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    site = SmallSite(tmp_path)
    put(site)
    site.story("story-1", "See:\n\n![Our team](../../static/images/teams/our%20team.jpg)\n")
    site.build()
    return site


def test_a_picture_is_made_in_every_format_and_width(site: SmallSite) -> None:
    names = [re.sub(r"\.[0-9a-f]{10}\.", ".", path) for path in variants(site)]
    start = "assets/images/teams/our team"
    assert names == [f"{start}-{width}.{format_}" for width in (360, 900) for format_ in ("avif", "jpg", "webp")]
    for path in variants(site):
        assert Image.open(io.BytesIO((site.out / path).read_bytes())).width == int(path.split("-")[1].split(".")[0])


def test_a_picture_in_a_text_is_shown_with_its_variants_and_size(site: SmallSite) -> None:
    html = (site.out / STORY).read_text("utf-8")
    (shown,) = re.findall(r"<picture>.*?</picture>", html)
    assert [source.partition('"')[0] for source in shown.split('type="')[1:]] == ["image/avif", "image/webp"]
    assert 'width="900" height="450"' in shown
    assert 'alt="Our team"' in shown
    assert "loading=" not in shown
    named = set(re.findall(r"/lmp/(assets/images/[^ \"]+)", shown))
    assert named == {path.replace(" ", "%20") for path in variants(site)}


def test_only_the_first_picture_of_a_page_comes_at_once(site: SmallSite) -> None:
    site.story("story-1", "![A](../../static/images/teams/our%20team.jpg)\n\n" * 3)
    site.build()
    images = re.findall("<img [^>]*>", (site.out / STORY).read_text("utf-8"))
    assert ['loading="lazy"' in image for image in images] == [False, True, True]


def test_an_edit_of_a_text_makes_no_picture_again(site: SmallSite) -> None:
    site.story("story-2", "Another text.\n")
    assert set(made(site)) <= {"item_share_image"}
    site.story("story-2", "Yet another text.\n")
    assert made(site) == []


def test_a_new_title_is_drawn_again_and_nothing_else(site: SmallSite) -> None:
    site.tool("huddle", topics=["safety"], team_levels=["1"], title="Another title")
    assert made(site) == ["item_share_image"]


def test_a_changed_picture_is_made_again_under_new_names(site: SmallSite) -> None:
    before = set(variants(site))
    put(site, "maroon")
    assert made(site).count("image_variant") == 6
    assert len(variants(site)) == 6
    assert before.isdisjoint(variants(site))
    site.build_clean()
    assert files(site.out) == files(site.folder / "clean")


def test_a_picture_that_goes_takes_its_variants_along(site: SmallSite) -> None:
    (site.root / "static" / PHOTO).unlink()
    assert {problem.headline for problem in site.build().errors} == {f'there is no file "{PHOTO}" in static/'}
    site.story("story-1", "No picture.\n")
    site.build()
    assert variants(site) == []


def test_a_variant_that_someone_spoiled_is_made_again(site: SmallSite) -> None:
    path = site.out / variants(site)[0]
    good = path.read_bytes()
    path.write_bytes(b"spoiled")
    site.build()
    assert path.read_bytes() == good


def test_several_processes_make_the_same_pictures(site: SmallSite) -> None:
    put(site, "navy", path="images/other.png")
    site.build()
    site.build_clean(jobs=2, threshold=1)
    together = files(site.folder / "clean")
    assert {path: data for path, data in files(site.out).items() if path != MANIFEST} == {
        path: data for path, data in together.items() if path != MANIFEST
    }


@pytest.mark.parametrize(("wanted", "count"), [("items", 8), ("site", 1), ("none", 0)])
def test_the_setting_says_which_pages_are_drawn(tmp_path: Path, wanted: str, count: int) -> None:
    site = SmallSite(tmp_path)
    value = copy.deepcopy(SETTINGS)
    value["images"] = {"open_graph": wanted}
    site.settings(value)
    site.build()
    assert sum(path.endswith("share.png") for path in files(site.out)) == count


def camera_photo(width: int = 3000) -> bytes:
    """Return a photo as a telephone makes it, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    exif[0x8825] = {1: "N", 2: (37.0, 48.0, 0.0)}
    data = io.BytesIO()
    Image.new("RGB", (width, width // 2), "olive").save(data, "JPEG", exif=exif)
    return data.getvalue()


def test_no_file_with_camera_data_is_published_and_what_names_it_names_its_largest_variant(tmp_path: Path) -> None:
    site = SmallSite(tmp_path)
    path = site.root / "static/images/our photo.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(camera_photo())
    Image.new("RGB", (50, 40), "teal").save(path.with_name("scan.tif"))
    target = "../../static/images/our%20photo.jpg"
    site.story(
        "story-1",
        f"![Us]({target})\n\n[Whole]({target}) [By address](/images/our%20photo.jpg)\n\n"
        "![Scan](../../static/images/scan.tif)\n\n<a href='/images/scan.tif'>x</a>\n",
    )
    result = site.build()
    assert result.committed, result.problems
    pictures = [path for path in files(site.out) if path.endswith((".jpg", ".avif", ".webp", ".png", ".gif", ".tif"))]
    for path_out in pictures:
        image = Image.open(io.BytesIO((site.out / path_out).read_bytes()))
        assert dict(image.getexif()) == {}, path_out
        assert max(image.size) <= 2560, path_out
    assert not [path for path in pictures if path.startswith("images/")]
    html = (site.out / STORY).read_text("utf-8")
    links = re.findall(r'href="(/lmp/[^"]*(?:photo|scan)[^"]*)"', html)
    assert [re.sub(r"\.[0-9a-f]{10}\.", ".", link) for link in links] == [
        *["/lmp/assets/images/our%20photo-2560.jpg"] * 2,
        "/lmp/assets/images/scan-50.jpg",
    ]
    for named in re.findall(r'/lmp/(assets/images/[^ ",]+)', html):
        assert (site.out / named.replace("%20", " ")).is_file(), named
    site.build_clean()
    assert files(site.out) == files(site.folder / "clean")


def test_a_photo_that_loses_its_camera_data_is_published_again(site: SmallSite) -> None:
    path = site.root / "static" / PHOTO
    site.story("story-1", "[Whole](../../static/images/teams/our%20team.jpg)\n")
    site.build()
    assert PHOTO in files(site.out)
    clean = path.read_bytes()
    path.write_bytes(camera_photo(900))
    site.build()
    assert PHOTO not in files(site.out)
    path.write_bytes(clean)
    site.build()
    assert PHOTO in files(site.out)
