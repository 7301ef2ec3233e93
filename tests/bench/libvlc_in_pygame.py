"""The usual way to play a film in a pygame program: libvlc gets the window and draws into it itself.

``python libvlc_in_pygame.py FILM SECONDS``: a page that fills a window of 1920×1080; a tap anywhere
plays the first SECONDS of the film in that window, then the page comes back. ``pages`` is printed
whenever the page is on the screen and everything is ready for a tap.
"""

import sys

import pygame
import vlc


def main(film: str, seconds: str) -> None:
    pygame.display.init()
    window = pygame.display.set_mode((1920, 1080), pygame.NOFRAME)
    instance = vlc.Instance("--quiet", "--aout=dummy", "--no-video-title-show", "--no-osd", "--vout=xcb_x11")
    player = instance.media_player_new()
    player.set_xwindow(pygame.display.get_wm_info()["window"])
    media = instance.media_new_path(film)
    media.add_option(f":stop-time={seconds}")
    ended = pygame.event.custom_type()
    player.event_manager().event_attach(
        vlc.EventType.MediaPlayerEndReached, lambda _: pygame.event.post(pygame.event.Event(ended))
    )
    player.set_media(media)
    show_page(window)
    while True:
        event = pygame.event.wait()
        if event.type == pygame.MOUSEBUTTONUP:
            player.play()
        elif event.type == ended:
            player.stop()
            player.set_media(media)
            show_page(window)
        elif event.type == pygame.QUIT:
            return


def show_page(window: pygame.Surface) -> None:
    window.fill((24, 22, 20))
    pygame.draw.rect(window, (233, 184, 114), (1300, 800, 300, 100), border_radius=50)
    pygame.display.flip()
    print("page", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
