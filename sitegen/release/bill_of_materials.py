"""The bill of materials of a release, as CycloneDX 1.6 in JSON: each package of the lock, with its digests.

It holds nothing of the machine and no time, so that the same release has the same bill everywhere. Source: CycloneDX
Specification 1.6 (ECMA-424); purl-spec for the names of packages.
"""

import json
import uuid
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from sitegen.release.lock import Package

_NAMESPACE = uuid.UUID("8a1ce6f0-5a53-5c1e-9b0c-2f1d2f0c6a11")
_GENERATOR = "sitegen"


def bill_of_materials(packages: Iterable[Package], version: str, digest: str) -> bytes:
    """Return the bill of a release: `version` is the generator's, `digest` the SHA-256 of the list of its files."""
    packages = sorted(packages, key=attrgetter("name", "version"))
    refs = {package.name: _purl(package) for package in packages}
    generator = {"type": "application", "bom-ref": _GENERATOR, "name": _GENERATOR, "version": version}
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(_NAMESPACE, digest).urn,
        "version": 1,
        "metadata": {
            "component": generator,
            "properties": [{"name": "sitegen:release:sha256", "value": digest}],
        },
        "components": [_component(package, refs[package.name]) for package in packages],
        "dependencies": _dependencies(packages, refs),
    }
    return (json.dumps(bill, indent=2, ensure_ascii=False) + "\n").encode()


def _component(package: Package, ref: str) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": ref,
        "name": package.name,
        "version": package.version,
        "scope": "required",
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in package.hashes],
        "purl": ref,
    }
    if package.marker:
        component["properties"] = [{"name": "sitegen:marker", "value": package.marker}]
    return component


def _dependencies(packages: list[Package], refs: dict[str, str]) -> list[dict[str, Any]]:
    owners = {_GENERATOR: _GENERATOR} | refs
    needs: dict[str, list[str]] = {ref: [] for ref in owners.values()}
    for package in packages:
        for name in package.needed_by:
            if name in owners:
                needs[owners[name]].append(refs[package.name])
    return [{"ref": ref, "dependsOn": sorted(wanted)} for ref, wanted in sorted(needs.items())]


def _purl(package: Package) -> str:
    name = package.name.lower().replace("_", "-")
    return f"pkg:pypi/{name}@{package.version}"
