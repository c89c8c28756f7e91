"""What pip complained of, in plain words."""

import pytest

from sitegen.devtools.setup_problems import explain_pip


@pytest.mark.parametrize(
    ("output", "meaning"),
    [
        ("Failed to establish a new connection: [Errno 111] Connection refused", "could not be reached"),
        ("[Errno -3] Temporary failure in name resolution\nNo matching distribution found", "be reached"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed", "certificate was not accepted"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "index alters downloads"),
        ("ERROR: OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: No matching distribution found for nh3==9", "no ready-made file"),
        ("ERROR: something new", "as told above"),
    ],
)
def test_what_pip_complained_of_is_said_in_plain_words(output: str, meaning: str) -> None:
    explanation = explain_pip(output)
    assert meaning in explanation
    assert output.splitlines()[-1] in explanation
