"""Words in the files of systemd."""

import pytest

from kiosk.service.quoting import argument, mount, word


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("/srv/show", "/srv/show"),
        ("/srv/our show", '"/srv/our show"'),
        ("/srv/100 %", '"/srv/100 %%"'),
        ("/srv/50%", '"/srv/50%%"'),
        ('/srv/"a"', '"/srv/\\"a\\""'),
        ("/srv/a\\b", '"/srv/a\\\\b"'),
        ("/srv/معرض", "/srv/معرض"),
        ("", '""'),
    ],
)
def test_a_word(text: str, written: str) -> None:
    assert word(text) == written


def test_a_dollar_sign_in_a_command_begins_no_variable() -> None:
    assert argument("/srv/$HOME") == '"/srv/$$HOME"'


def test_a_colon_in_a_mount_begins_no_other_place() -> None:
    assert mount("/home/a:b") == '"/home/a\\\\:b"'


def test_what_no_unit_can_hold() -> None:
    with pytest.raises(ValueError, match="has a control character in it"):
        word("/srv/a\nExecStartPre=/bin/sh")
