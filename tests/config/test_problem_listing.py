"""The form in which problems are printed."""

from kiosk.config.problems import Problem, did_you_mean, in_file_order, listing, quoted

UNKNOWN = Problem("playlists/syria.yaml", 14, 5, "films[1].running_tme", "unknown key. Did you mean running_time?")
MISSING = Problem(
    "playlists/syria.yaml",
    31,
    15,
    "films[2].excerpts[0].file",
    "clips/still-recording.mov is not in media/. The film is shown without this excerpt.",
)
ROTATE = Problem("kiosk.yaml", 9, 9, "screen.rotate", "must be 0, 90, 180 or 270, not 45.")


def test_listing_is_the_one_of_the_guide() -> None:
    assert listing([UNKNOWN, MISSING, ROTATE]) == [
        "playlists/syria.yaml:14:5  films[1].running_tme: unknown key. Did you mean running_time?",
        "playlists/syria.yaml:31:15 films[2].excerpts[0].file: clips/still-recording.mov is not in media/. "
        "The film is shown without this excerpt.",
        "kiosk.yaml:9:9             screen.rotate: must be 0, 90, 180 or 270, not 45.",
    ]


def test_one_problem_alone() -> None:
    assert str(UNKNOWN) == ("playlists/syria.yaml:14:5  films[1].running_tme: unknown key. Did you mean running_time?")


def test_a_problem_with_a_whole_file_has_no_line() -> None:
    assert str(Problem("kiosk.yaml", 0, 0, "", "is not there.")) == "kiosk.yaml  is not there."


def test_sorted_by_file_then_line_without_repetitions() -> None:
    problems = [MISSING, ROTATE, UNKNOWN, MISSING]
    assert in_file_order(problems, ["kiosk.yaml", "playlists/syria.yaml"]) == [ROTATE, UNKNOWN, MISSING]


def test_did_you_mean() -> None:
    assert did_you_mean("running_tme", ["running_time", "rights"]) == " Did you mean running_time?"
    assert did_you_mean("EXCERPTS", ["excerpts"]) == " Did you mean excerpts?"
    assert did_you_mean("colour", ["running_time", "rights"]) == ""


def test_quoted_fits_one_line() -> None:
    assert quoted("a\nb\u202ec") == "a\\u000ab\\u202ec"
    assert quoted("x" * 70) == "x" * 59 + "…"
