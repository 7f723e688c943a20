/* A table in a box of its own: the box can be scrolled by keyboard, and what has the focus lies below no heading. */
portfolio.onPage(() => {
  for (const box of document.querySelectorAll(".pf-scroll")) {
    const caption = box.querySelector("caption");
    const corner = box.querySelector("thead th");
    const isLarger = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
    if (!isLarger || !caption || !corner) continue;
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", caption.textContent);
    const isLeftward = getComputedStyle(box).direction === "rtl";
    box.addEventListener("focusin", ({ target }) => {
      const cell = target.closest("th");
      if (!cell || cell === corner) return;
      const fixed = corner.getBoundingClientRect();
      const own = cell.getBoundingClientRect();
      if (cell.closest("thead")) {
        const covered = isLeftward ? own.right - fixed.left : fixed.right - own.left;
        if (covered > 0) box.scrollLeft -= isLeftward ? -covered : covered;
      } else if (fixed.bottom > own.top) {
        box.scrollTop -= fixed.bottom - own.top;
      }
    });
  }
});
