/* What the theme leaves to a mouse or a finger: its menu, its search, and tables that are wider than the screen. */
portfolio.onPage(() => {
  const names = { __drawer: ".md-nav--primary", __search: ".md-search__input" };
  for (const [id, place] of Object.entries(names)) {
    const toggle = document.getElementById(id);
    const button = document.querySelector(`.md-header__button[for="${id}"]`);
    const name = document.querySelector(place)?.getAttribute("aria-label");
    if (!toggle || !button || !name || button.tabIndex === 0) {
      continue;
    }
    // The theme follows a label that has the focus when somebody presses Enter (bundle.ts, 9.8.1).
    button.tabIndex = 0;
    button.setAttribute("role", "button");
    button.setAttribute("aria-label", name);
    const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
    toggle.addEventListener("change", tell);
    tell();
    button.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        button.click();
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && id === "__drawer" && toggle.checked) {
        button.click();
        button.focus();
      }
    });
  }
});

portfolio.onPage(() => {
  const sizes = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      if (target.scrollWidth > target.clientWidth) {
        target.tabIndex = 0;
      } else {
        target.removeAttribute("tabindex");
      }
    }
  });
  // The theme wraps tables when it begins with a page, which may be after us.
  requestAnimationFrame(() => {
    for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) {
      const headings = [...document.querySelectorAll("article :is(h1, h2, h3, h4)")];
      const above = headings.filter((one) => one.compareDocumentPosition(frame) & Node.DOCUMENT_POSITION_FOLLOWING);
      frame.setAttribute("role", "group");
      frame.setAttribute("aria-label", above.at(-1)?.firstChild?.textContent.trim() || document.title);
      sizes.observe(frame);
    }
  });
});
