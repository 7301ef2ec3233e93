"""What every projector does, as tests: run on the test card and on VLC."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from shows import Ended, Failed, Loaded, Rolling, Show

from kiosk.projection.contract import MediaFacts, Reel

ODD_NAMES = (
    "specia1 video$% -.mp4",
    "فيلم قصير.mp4",
    'it\'s "quoted".mp4',
    "two  spaces.mp4",
    "-leading dash.mp4",
    "12:30 a colon.mp4",
    "100%25%20done%.mp4",
    "http:__no address.mp4",
    "hash#tag?query=1.mp4",
)


class ProjectorContract:
    """``early``: so many frames before the in point may be shown; ``late``: so many after it may be missing."""

    early = 0
    late = 0
    lost = 0

    @pytest.fixture
    def reel(self, numbered: Path, facts: MediaFacts) -> Reel:
        return Reel(numbered, facts, (320, 180), volume=50)

    def test_a_paused_reel_shows_nothing_until_released(self, show: Show, reel: Reel) -> None:
        take = show.projector.load(reel, paused=True)

        assert show.until(Loaded) == Loaded(take)
        assert show.watch(0.2) == []

        show.projector.release()
        assert show.until(Rolling, 0.2) == Rolling(take)
        assert show.watch(0.1)[0].number <= self.late + 2

    def test_frames_come_in_order_and_all_of_them(self, show: Show, reel: Reel) -> None:
        show.projector.load(reel, paused=True)
        show.until(Loaded)
        show.projector.release()
        show.until(Ended)

        numbers = [shown.number for shown in show.shown]
        assert numbers == sorted(numbers)
        assert set(range(75)) - set(numbers) <= set(range(75)[: self.late]) or len(set(numbers)) >= 75 - self.lost
        assert numbers[-1] == 74

    def test_unpaused_it_rolls_by_itself(self, show: Show, reel: Reel) -> None:
        take = show.projector.load(reel, paused=False)

        assert show.until(Rolling) == Rolling(take)
        assert show.projector.picture(show.clock.monotonic()) is not None

    @pytest.mark.parametrize("paused", [True, False])
    def test_in_and_out_points(self, show: Show, reel: Reel, paused: bool) -> None:
        show.projector.load(replace(reel, start=1.0, end=1.8), paused=paused)
        if paused:
            show.until(Loaded)
            show.projector.release()
        show.until(Ended)

        numbers = [shown.number for shown in show.shown]
        assert 25 - self.early <= numbers[0] <= 25 + self.late
        assert 44 - self.early <= numbers[-1] <= 44 + self.late

    def test_the_end_comes_when_the_last_frame_has_had_its_time(self, show: Show, reel: Reel) -> None:
        take = show.projector.load(replace(reel, start=2.6), paused=False)

        assert show.until(Ended) == Ended(take)
        assert show.shown[-1].number == 74
        assert 0.03 < show.clock.monotonic() - show.shown[-1].at < 0.2

    def test_a_pause_holds_the_picture(self, show: Show, reel: Reel) -> None:
        show.projector.load(reel, paused=False)
        show.until(Rolling)
        show.watch(0.5)
        show.projector.pause()
        show.watch(0.05)
        position = show.projector.position(show.clock.monotonic())

        assert show.watch(0.5) == []
        assert show.projector.position(show.clock.monotonic()) == pytest.approx(position, abs=0.001)
        assert show.projector.next_picture_at(show.clock.monotonic()) is None
        before = show.shown[-1].number
        show.projector.resume()
        assert 0 <= show.watch(0.3)[0].number - before <= 1 + self.lost

    def test_the_position_is_that_of_the_picture(self, show: Show, reel: Reel) -> None:
        show.projector.load(replace(reel, start=1.0), paused=True)
        show.until(Loaded)
        show.projector.release()
        show.until(Rolling)
        show.watch(0.5)

        number = show.shown[-1].number
        assert show.projector.position(show.clock.monotonic()) == pytest.approx(number / 25, abs=0.1)

    def test_a_paused_reel_can_show_where_it_is(self, show: Show, reel: Reel) -> None:
        show.projector.load(replace(reel, start=2.0), paused=True, shown=True)
        show.until(Loaded)

        shown = show.watch(0.3)
        assert len(show.shown) == 1
        assert 50 - self.early <= show.shown[0].number <= 50 + self.late
        show.projector.release()
        shown = show.watch(0.3)
        assert shown[-1].number > show.shown[0].number

    def test_another_reel_shows_no_frame_of_the_one_before(self, show: Show, reel: Reel) -> None:
        show.projector.load(reel, paused=False)
        show.until(Rolling)
        show.watch(0.3)
        del show.shown[:]
        take = show.projector.load(replace(reel, start=2.0), paused=False)
        show.until(Rolling)
        show.watch(0.3)

        assert {shown.take for shown in show.shown} == {take}
        assert min(shown.number for shown in show.shown) >= 50 - self.early

    def test_after_stop_there_is_nothing(self, show: Show, reel: Reel) -> None:
        show.projector.load(reel, paused=False)
        show.until(Rolling)
        show.projector.stop()
        del show.reports[:]

        assert show.watch(0.3) == []
        assert show.reports == []
        assert show.projector.picture(show.clock.monotonic()) is None
        assert show.projector.next_picture_at(show.clock.monotonic()) is None

    @pytest.mark.parametrize("size", [(320, 180), (640, 360), (160, 90), (1920, 1080)])
    def test_frames_have_the_size_that_was_asked_for(self, show: Show, reel: Reel, size: tuple[int, int]) -> None:
        show.projector.load(replace(reel, size=size), paused=False)
        show.until(Rolling)

        picture = show.projector.picture(show.clock.monotonic())
        assert picture is not None
        assert (picture.width, picture.height) == size
        assert len(picture.planes) == size[0] * size[1] * 3 // 2
        assert picture.intact()
        assert show.shown[-1].number <= self.late + 2

    def test_it_ends_when_the_file_does(self, show: Show, reel: Reel) -> None:
        show.projector.load(replace(reel, start=2.8, end=60.0), paused=False)

        show.until(Ended)
        assert show.shown[-1].number == 74

    def test_the_end_is_known_ahead(self, show: Show, reel: Reel) -> None:
        show.projector.load(replace(reel, start=1.0, end=2.0), paused=False)
        show.until(Rolling)

        ends_at = show.projector.ends_at()
        assert ends_at == pytest.approx(show.clock.monotonic() + 1.0, abs=0.15)

    @pytest.mark.parametrize("name", ODD_NAMES)
    def test_odd_names_play(self, show: Show, reel: Reel, tmp_path: Path, name: str) -> None:
        show.projector.load(replace(reel, file=Path(shutil.copy(reel.file, tmp_path / name)), end=0.2), paused=False)

        show.until(Rolling)
        show.until(Ended)

    @pytest.mark.parametrize("content", [b"", b"this is no film\n" * 50])
    def test_what_is_no_film_fails(self, show: Show, reel: Reel, tmp_path: Path, content: bytes) -> None:
        file = tmp_path / "film.mp4"
        file.write_bytes(content)
        take = show.projector.load(replace(reel, file=file), paused=True)

        assert show.until(Failed) == Failed(take, "it cannot be played")

    def test_a_missing_file_fails_and_the_next_one_plays(self, show: Show, reel: Reel) -> None:
        take = show.projector.load(replace(reel, file=Path("/nowhere/film.mp4")), paused=False)
        assert show.until(Failed) == Failed(take, "it cannot be played")

        show.projector.load(reel, paused=False)
        show.until(Rolling)

    def test_release_at_a_moment(self, show: Show, reel: Reel) -> None:
        show.projector.load(reel, paused=True)
        show.until(Loaded)
        at = show.clock.monotonic() + 0.1
        show.projector.release(at)
        show.until(Rolling)

        assert show.shown[0].at == pytest.approx(at, abs=0.03)

    def test_volume_can_be_changed_at_any_time(self, show: Show, reel: Reel) -> None:
        show.projector.set_volume(10)
        show.projector.load(reel, paused=True)
        show.projector.set_volume(20)
        show.until(Loaded)
        show.projector.release()
        show.until(Rolling)
        show.projector.set_volume(30)

        assert show.watch(0.3) != []

    def test_a_crossfade_of_sound_leaves_the_picture_alone(self, show: Show, reel: Reel) -> None:
        show.projector.crossfade(0.5)
        take = show.projector.load(reel, paused=True)
        show.projector.crossfade(0.5)
        show.until(Loaded)
        show.projector.release()
        show.until(Rolling)
        show.watch(0.6)
        show.projector.crossfade(0.5)

        assert show.until(Ended) == Ended(take)
        assert show.shown[-1].number == 74
