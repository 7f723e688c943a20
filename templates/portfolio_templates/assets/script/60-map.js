/*
 * The map: what hangs together with the line that has the focus, or is pointed at, stands out in the picture; kinds and
 * people can be left out; the picture can be made larger, and is then scrolled. Without this it is a picture and a list.
 */
portfolio.onPage(() => {
  const map = document.querySelector(".pf-map");
  const tools = map && map.querySelector(".pf-map-tools[hidden]");
  if (!tools) return;
  const frame = map.querySelector(".pf-map-frame");
  const picture = frame.querySelector("svg");
  const parts = [...picture.querySelectorAll(".pf-named, .pf-heading, .pf-small, .pf-tie")];
  const lines = [...map.querySelectorAll(".pf-map-list .pf-on")];
  const tokens = (part) => [...part.classList].filter((name) => /^pf-[ep]\d+$/.test(name));
  const entries = (part) => tokens(part).filter((name) => name[3] === "e");
  const own = (part) => entries(part)[part.matches(".pf-small") ? 1 : 0];
  const isTie = (part) => part.matches(".pf-tie, .pf-small");

  /* A line or a small mark ties two entries together. */
  const show = (wanted) => {
    const ties = parts.filter((part) => isTie(part) && part.classList.contains(wanted));
    const near = new Set([wanted, ...ties.flatMap(entries)]);
    for (const part of parts) {
      part.classList.toggle("pf-hot", isTie(part) ? ties.includes(part) : tokens(part).some((one) => near.has(one)));
    }
    for (const line of lines) line.classList.toggle("pf-hot", line.classList.contains(wanted));
    picture.classList.toggle("pf-dim", Boolean(wanted));
  };
  const reveal = () => {
    const first = picture.querySelector(".pf-named.pf-hot");
    if (!first || frame.scrollHeight <= frame.clientHeight) return;
    const top = frame.scrollTop + first.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    frame.scrollTo({ top: top - frame.clientHeight / 3, behavior: isCalm ? "auto" : "smooth" });
  };
  const follow = (event) => {
    const line = event.target.closest(".pf-map-list li");
    const part = line ? line.querySelector(".pf-on") : event.target.closest(".pf-named, .pf-small");
    if (!part) return;
    show(own(part));
    if (line) reveal();
  };
  for (const name of ["focusin", "pointerover"]) map.addEventListener(name, follow);
  for (const name of ["focusout", "pointerout"]) map.addEventListener(name, () => show(""));
  picture.addEventListener("click", (event) => {
    const part = event.target.closest(".pf-named, .pf-small");
    const link = part && map.querySelector(`.pf-map-list .${own(part)}:not(.pf-off) a`);
    if (link) link.focus();
  });

  const off = new Set();
  const sift = () => {
    for (const part of [...parts, ...lines]) {
      const isOff = [...part.classList].some((name) => off.has(name));
      part.classList.toggle("pf-off", isOff);
      if (lines.includes(part)) part.closest("li").hidden = isOff;
    }
  };
  let size = 1;
  const resize = (by) => {
    size = by ? Math.min(4, Math.max(1, size * by)) : 1;
    picture.style.width = `${100 * size}%`;
  };
  for (const words of tools.querySelectorAll("span")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: words.textContent });
    const by = { "pf-larger": 1.4, "pf-smaller": 1 / 1.4, "pf-whole": 0 }[words.className];
    if (by === undefined) button.setAttribute("aria-pressed", "true");
    button.addEventListener("click", () => {
      if (by !== undefined) return resize(by);
      const isShown = off.has(words.className);
      off[isShown ? "delete" : "add"](words.className);
      button.setAttribute("aria-pressed", String(isShown));
      sift();
    });
    words.replaceWith(button);
  }
  Object.assign(frame, { tabIndex: 0 });
  tools.hidden = false;
  map.classList.add("pf-map-live");
});
