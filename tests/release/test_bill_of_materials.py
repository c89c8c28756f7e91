"""The bill of materials has what CycloneDX asks for, and every package of the lock with what it needs."""

import json
from typing import Any

from sitegen.release.bill_of_materials import bill_of_materials
from sitegen.release.lock import Package

PACKAGES = (
    Package(name="watchfiles", version="1.2", marker="", hashes=("b" * 64,), needed_by=("sitegen",)),
    Package(
        name="Any_IO", version="4.1", marker="os_name == 'nt'", hashes=("a" * 64, "c" * 64), needed_by=("watchfiles",)
    ),
)


def bill(digest: str = "0" * 64) -> dict[str, Any]:
    bill_read: dict[str, Any] = json.loads(bill_of_materials(PACKAGES, "0.1.0", digest))
    return bill_read


def test_the_bill_says_what_it_is_and_of_which_release() -> None:
    bill_read = bill()
    assert (bill_read["bomFormat"], bill_read["specVersion"], bill_read["version"]) == ("CycloneDX", "1.6", 1)
    assert bill_read["serialNumber"].startswith("urn:uuid:")
    assert bill_read["serialNumber"] != bill("1" * 64)["serialNumber"]
    assert bill_read["metadata"]["component"]["version"] == "0.1.0"
    assert bill_read["metadata"]["properties"] == [{"name": "sitegen:release:sha256", "value": "0" * 64}]
    assert "timestamp" not in bill_read["metadata"]


def test_each_package_has_its_name_version_and_digests() -> None:
    first, second = bill()["components"]
    assert (first["purl"], second["purl"]) == ("pkg:pypi/any-io@4.1", "pkg:pypi/watchfiles@1.2")
    assert [one["content"] for one in first["hashes"]] == ["a" * 64, "c" * 64]
    assert first["properties"] == [{"name": "sitegen:marker", "value": "os_name == 'nt'"}]
    assert "properties" not in second


def test_every_reference_leads_to_a_component() -> None:
    bill_read = bill()
    refs = {component["bom-ref"] for component in bill_read["components"]} | {"sitegen"}
    needs = {one["ref"]: one["dependsOn"] for one in bill_read["dependencies"]}
    assert set(needs) == refs
    assert needs["sitegen"] == ["pkg:pypi/watchfiles@1.2"]
    assert needs["pkg:pypi/watchfiles@1.2"] == ["pkg:pypi/any-io@4.1"]


def test_the_order_of_the_packages_does_not_matter() -> None:
    assert bill_of_materials(PACKAGES[::-1], "1", "") == bill_of_materials(PACKAGES, "1", "")
