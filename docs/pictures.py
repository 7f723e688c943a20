"""Takes the pictures of this manual from a built example: `python docs/pictures.py SITE` (needs Chromium)."""

from __future__ import annotations

import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

IMAGES = Path(__file__).parent / "images"
PAGES = {"person": "people/tomasz/", "goal": "people/lena/goals/run-a-workshop/"}
WIDTH, HEIGHT = 1200, 1400
"""No picture is higher, so that a person's page shows what a reader sees first."""


def take_pictures(site: Path) -> None:
    """Write each of PAGES, light and dark, without the theme's own footer."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for scheme in ("light", "dark"):
            # As wide as the README shows them, so that they stay small.
            size = {"width": WIDTH, "height": 900}
            view = browser.new_page(viewport=size, color_scheme=scheme, device_scale_factor=0.7)
            for name, page in PAGES.items():
                view.goto(f"http://127.0.0.1:{server.server_address[1]}/{page}")
                view.wait_for_selector(".md-search__form")
                end = view.locator(".pf-audience").bounding_box()
                clip = {"x": 0, "y": 0, "width": WIDTH, "height": min(HEIGHT, int(end["y"] + end["height"]) + 16)}
                view.screenshot(path=IMAGES / f"{name}-{scheme}.png", full_page=True, clip=clip)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    take_pictures(Path(sys.argv[1]))
