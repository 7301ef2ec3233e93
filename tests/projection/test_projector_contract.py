"""The projector's contract, on the test card and on VLC in its process."""

from collections.abc import Iterator

import pytest
from projector_contract import ProjectorContract
from shows import DoubleShow, VlcShow


class TestOnTestCard(ProjectorContract):
    @pytest.fixture
    def show(self) -> DoubleShow:
        return DoubleShow()


@pytest.fixture(scope="module")
def shared() -> Iterator[VlcShow]:
    """One projector for all, as in the kiosk."""
    show = VlcShow()
    yield show
    assert show.projector.close(3.0)


@pytest.mark.vlc
class TestOnVlc(ProjectorContract):
    # libvlc starts some frames early or late where the machine is busy, and leaves frames out that come too late.
    early = 3
    late = 4
    lost = 15

    @pytest.fixture
    def show(self, shared: VlcShow) -> Iterator[VlcShow]:
        shared.shown, shared.reports = [], []
        yield shared
        shared.projector.stop()
        shared.watch(0.02)
