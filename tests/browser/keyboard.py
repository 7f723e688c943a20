"""A way through a page by keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

_AT_ONCE = 20
"""How many steps are gone before anybody asks whether they led to something new."""

_LISTEN = """() => {
    window.steps = []
    const name = one => `${one.tagName.toLowerCase()}${one.id && "#" + one.id} ` +
        (one.getAttribute("aria-label") || one.textContent.trim() || one.getAttribute("href") || "").slice(0, 40)
    // The theme's switches of the scheme are drawn by the label behind them.
    const drawn = one => one.matches(".md-option") ? one.nextElementSibling : one
    const ring = one => {
        const style = getComputedStyle(drawn(one))
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
    }
    // The theme opens its search a moment after it has got the focus; whether it does is a test of its own.
    const onTop = one => one.matches(".md-search__input") || [...drawn(one).getClientRects()].some(box => {
        const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        return above && (drawn(one).contains(above) || above.contains(drawn(one)))
    })
    // When somebody leaves it, since scrolling to it and what the theme does then may come after it has got the focus.
    window.addEventListener("keydown", () => {
        const one = document.activeElement
        if (one === document.body || one.dataset.reached === "") return
        one.dataset.reached = ""
        const faults = [ring(one) ? "" : "shows no ring", onTop(one) ? "" : "is out of sight"].filter(Boolean)
        window.steps.push([name(one), faults])
    }, true)
    // A label of a field is not a thing of its own; those that look like buttons and links are. The way to the top is
    // there only while somebody scrolls upwards, and results of a search are chosen with the arrow keys.
    window.unreached = () => [...document.querySelectorAll(
        "a[href], button:not(.md-top), input:not([type=hidden]), select, textarea, summary, " +
        "[tabindex]:not(.md-search__scrollwrap), label.md-header__button, label.md-nav__link"
    )].filter(one => one.tabIndex >= 0 || one.matches("label"))
        .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
        .filter(one => [...one.getClientRects()].some(({width, height, right}) => width > 1 && height > 1 && right > 0))
        .filter(one => [one, one.control].every(part => part?.dataset.reached !== ""))
        // Of several of one name the arrow keys choose.
        .filter(one => [one, one.control].every(part => part?.type !== "radio"
            || !document.querySelector(`[name="${part.name}"][data-reached]`)))
        .map(name)
}"""


@dataclass(frozen=True, slots=True)
class Way:
    """What somebody meets who presses Tab until the page ends."""

    steps: tuple[str, ...]
    """What had the focus, one after the other."""
    faults: tuple[str, ...]
    """What had it without a ring around it, or where nobody could see it."""
    unreached: tuple[str, ...]
    """What can be clicked and never had it."""


def way_through(page: Page) -> Way:
    """The way through the page that is open, from its beginning, until nothing new comes."""
    page.evaluate(_LISTEN)
    met = -1
    while met < (now := page.evaluate("window.steps.length")):
        met = now
        for _ in range(_AT_ONCE):
            page.keyboard.press("Tab")
    steps = page.evaluate("window.steps")
    return Way(
        steps=tuple(name for name, _ in steps),
        faults=tuple(f"{name}: {fault}" for name, faults in steps for fault in faults),
        unreached=tuple(page.evaluate("window.unreached()")),
    )
