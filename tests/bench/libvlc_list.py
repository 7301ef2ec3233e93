"""libvlc's own way to play a list without end: MediaListPlayer in loop mode, in a window of its own.

``python libvlc_list.py FILM``.
"""

import sys
import time

import vlc


def main(film: str) -> None:
    instance = vlc.Instance(
        "--quiet", "--aout=dummy", "--no-video-title-show", "--no-osd", "--vout=xcb_x11", "--video-x=0", "--video-y=0"
    )
    films = instance.media_list_new([film, film])
    player = instance.media_list_player_new()
    player.set_media_list(films)
    player.set_playback_mode(vlc.PlaybackMode.loop)
    player.play()
    while True:
        time.sleep(1.0)


if __name__ == "__main__":
    main(sys.argv[1])
