"""Messages between the kiosk and its projectors, as bytes."""

import json
import logging

import pytest

from kiosk.projection import messages, wire
from tests.projection.orders import LOAD


def test_an_order_reads_as_the_page_on_the_architecture_says() -> None:
    assert wire.encode(messages.Release(3)) == b'{"v":1,"do":"release","take":3}'


def test_a_notice_reads_as_the_page_on_the_architecture_says() -> None:
    assert wire.encode(messages.IsRolling(3)) == b'{"v":1,"is":"rolling","take":3}'


@pytest.mark.parametrize(
    "order",
    [
        LOAD,
        messages.Release(1),
        messages.Crossfade(1, 1200),
        messages.Pause(1),
        messages.Resume(1),
        messages.Stop(),
        messages.SetVolume(55),
        messages.Quit(),
    ],
)
def test_orders_arrive_as_they_were_sent(order: messages.Order) -> None:
    assert wire.decode_order(wire.encode(order)) == order


@pytest.mark.parametrize(
    "notice",
    [
        messages.IsReady("3.0.24"),
        messages.IsAlive(),
        messages.IsAttached("kiosk-1-1"),
        messages.IsLoaded(2),
        messages.IsRolling(2),
        messages.HasEnded(2),
        messages.HasFailed(2, "it cannot be played"),
    ],
)
def test_notices_arrive_as_they_were_sent(notice: messages.Notice) -> None:
    assert wire.decode_notice(wire.encode(notice)) == notice


@pytest.mark.parametrize("name", ["فيلم.mp4", 'quo"te\\.mp4', "\udcff\udcfe.mp4", "new\nline.mp4"])
def test_any_file_name_arrives(name: str) -> None:
    load = messages.Load(**{**{field: getattr(LOAD, field) for field in LOAD.__slots__}, "file": name})

    assert wire.decode_order(wire.encode(load)) == load


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not JSON: Expecting value: line 1 column 1 (char 0)"),
        (b"\x80\x04K\x01.", "not JSON:"),
        (b"[" * 20_000, "not JSON:"),
        (b"[]", "not a message of version 1"),
        (b'{"do":"stop"}', "not a message of version 1"),
        (b'{"v":2,"do":"stop"}', "not a message of version 1"),
        (b'{"v":1}', 'unknown "do": None'),
        (b'{"v":1,"do":"dance"}', "unknown \"do\": 'dance'"),
        (b'{"v":1,"do":["stop"]}', "unknown \"do\": ['stop']"),
        (b'{"v":1,"is":"rolling","take":1}', 'unknown "do": None'),
        (b'{"v":1,"do":"release"}', "release: fields [] instead of ['take']"),
        (b'{"v":1,"do":"release","take":1,"more":2}', "release: fields ['more', 'take'] instead of ['take']"),
        (b'{"v":1,"do":"release","take":"1"}', "release: take is str"),
        (b'{"v":1,"do":"release","take":true}', "release: take is bool"),
        (b'{"v":1,"do":"release","take":1.5}', "release: take is float"),
        (b'{"v":1,"do":"release","take":null}', "release: take is NoneType"),
    ],
)
def test_what_is_not_an_order_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(wire.Refused) as refused:
        wire.decode_order(data)

    assert str(refused.value).startswith(reason)


def test_an_order_is_no_notice() -> None:
    with pytest.raises(wire.Refused):
        wire.decode_notice(wire.encode(messages.Stop()))


def test_names_of_orders_are_few_and_known() -> None:
    assert sorted(messages.ORDERS) == ["crossfade", "load", "pause", "quit", "release", "resume", "stop", "volume"]
    assert sorted(messages.NOTICES) == ["alive", "attached", "ended", "failed", "loaded", "ready", "rolling"]


def test_messages_are_ascii_and_one_line() -> None:
    data = wire.encode(messages.HasFailed(1, "zerstört\n"))

    assert data.isascii()
    assert b"\n" not in data
    assert json.loads(data)["reason"] == "zerstört\n"


def test_the_same_trouble_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    say = wire.LogOnce(most=2)
    with caplog.at_level(logging.WARNING):
        for text in ("a", "b", "a", "c", "b"):
            say(text)

    assert caplog.messages == ["message ignored: a", "message ignored: b"]
