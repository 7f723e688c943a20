"""What a browser finds wrong with pages: by axe, by its console, by its requests, and by how wide they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Literal

import axe_playwright_python
from playwright.sync_api import Browser, Page, Request

PHONE, TABLET, DESK = WIDTHS = (390, 820, 1440)
"""In px."""
HEIGHT = 900
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe for which the scheme makes a difference."""

_SIDEWAYS = """() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    return [...document.querySelectorAll("body *")].filter(one => one.getBoundingClientRect().right > room + 1)
        .map(one => `${one.tagName}.${one.className}`).slice(0, 3)
}"""
_MOVING = """() => document.getAnimations().map(one => `animation of ${one.effect.target?.className}`).concat(
    [...document.querySelectorAll("*")].flatMap(one => [null, "::before", "::after"].map(part => {
        const style = getComputedStyle(one, part)
        const times = `${style.transitionDuration}, ${style.animationName}`
        return /^(0s(, )?)+, (none(, )?)+$/.test(times) ? "" : `${one.tagName}.${one.className} ${times}`
    })).filter(Boolean).slice(0, 3))"""


@cache
def axe() -> str:
    """The script of axe."""
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


@contextmanager
def watched(
    browser: Browser,
    base: str,
    heard: list[str],
    *,
    scheme: Literal["light", "dark"] = "light",
    is_offline: bool = False,
) -> Iterator[Page]:
    """A page that moves nothing; `heard` grows by what it says, and by what it asks of others than its own site."""
    context = browser.new_context(
        viewport={"width": WIDTHS[-1], "height": HEIGHT}, color_scheme=scheme, reduced_motion="reduce",
        offline=is_offline,
    )  # fmt: skip
    page = context.new_page()
    page.on("console", lambda message: heard.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: heard.append(f"{page.url}: {error}"))
    page.on("requestfailed", lambda request: heard.extend(_failures(request)))
    context.on(
        "request",
        lambda request: None if request.url.startswith((base, "data:", "blob:")) else heard.append(request.url),
    )
    yield page
    context.close()


def faults(page: Page, *, rules: list[str] | None = None, widths: tuple[int, ...] = WIDTHS) -> Iterator[str]:
    """What is wrong with the page that is open, at each width; with `rules` only what these rules of axe find."""
    page.evaluate(axe())
    for width in widths:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        yield from (f"{width} px: scrolls sideways: {one}" for one in page.evaluate(_SIDEWAYS))
        yield from (f"{width} px: {one}" for one in violations(page, rules))


def moving(page: Page) -> list[str]:
    """What moves, or would, though the reader has asked for no motion."""
    return list(page.evaluate(_MOVING))


def violations(page: Page, rules: list[str] | None = None) -> Iterator[str]:
    """What axe finds, as "rule: why: element"."""
    only: Mapping[str, Any] = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": WCAG_22_AA}
    # For one of its rules axe reads style sheets once more, which no page may from disk.
    reads = page.url.startswith("http")
    options = {"runOnly": only, "resultTypes": ["violations"], "selectors": False, "preload": reads}
    for violation in page.evaluate("options => axe.run(document, options)", options)["violations"]:
        for node in violation["nodes"]:
            why = next(check["message"] for name in ("any", "all", "none") for check in node[name])
            yield f"{violation['id']}: {why}: {node['html']}"


def _failures(request: Request) -> list[str]:
    # Opening the next page ends the requests of the last.
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.failure}: {request.url}"]
