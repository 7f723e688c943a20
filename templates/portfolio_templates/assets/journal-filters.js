"use strict";

/* The journal's filters, for whoever opens them; the script of every page asks for this one then. */
{
  const root = new URL("../../", document.currentScript.src);
  const SIZE = 100;

  const made = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /* What ends in .md is the source of a page, which is then called as the pages are that this one links to. */
  const addressOf = (written, isFlat) => {
    if (!written.endsWith(".md")) return new URL(`./${written}`, root).href;
    const path = written.slice(0, -3).split("/").map(encodeURIComponent).join("/");
    const page = path.replace(/(^|\/)(index|README)$/, "$1");
    if (page === "" || page.endsWith("/")) return new URL(`./${page}${isFlat ? "index.html" : ""}`, root).href;
    return new URL(`./${page}${isFlat ? ".html" : "/"}`, root).href;
  };

  /* The filters and the list of what they leave, in place of the paged list below them. */
  portfolio.filters = (place, journal) => {
    const { words, filters, entries, addresses } = journal;
    const paged = [...place.parentElement.children].filter((one) => one !== place);
    const isFlat = [...place.parentElement.querySelectorAll("a")].some((link) => /(?<!\/index)\.html$/.test(link.href));
    const selects = filters.map(([name, , all, options]) =>
      made("select", { name, id: `pf-choose-${name}` }, new Option(all, ""), ...options.map(([value, title]) => new Option(title, value))),
    );
    const choices = selects.map((select, at) =>
      made("div", {}, made("label", { htmlFor: select.id, textContent: filters[at][1] }), select),
    );
    // What all entries have in common is no choice.
    const divides = filters.map(([, , , options], at) =>
      entries.some(([, , , places]) => places[at].length !== options.length),
    );
    const clear = made("button", { type: "button", className: "md-button", textContent: words.clear });
    const form = made("div", { className: "pf-choices" }, ...choices, clear);
    form.setAttribute("role", "search");
    form.setAttribute("aria-label", place.dataset.title);
    const status = made("p", { className: "pf-found" });
    status.setAttribute("role", "status");
    const list = made("div", { className: "pf-timeline" });
    const more = made("button", { type: "button", className: "md-button", textContent: words.more });
    place.replaceChildren(form, status, list, more);
    let found, shown;

    const line = (at) => {
      const [title, about, , places] = entries[at];
      const titles = filters.map(([, , , options], filter) => places[filter].map((place) => options[place][1]));
      const kind = filters[0][3][places[0][0]][0];
      const words = [["pf-about", [about, ...titles[3]]], ["pf-shows", titles[1]]].filter(([, parts]) => parts.length);
      const spans = words.map(([className, parts]) => made("span", { className, textContent: parts.join(" · ") }));
      const link = made("a", { href: addressOf(addresses[at], isFlat), textContent: title });
      return made("li", {}, made("span", { className: `pf-mark pf-icon pf-icon-${kind}` }), link, ...spans);
    };

    const showMore = () => {
      const first = shown;
      for (const at of found.slice(first, (shown += SIZE))) {
        const month = entries[at][2];
        if (list.dataset.month !== month) {
          list.dataset.month = month;
          if (month) list.append(made("h2", { textContent: month }));
          list.append(made("ul", {}));
        }
        list.lastChild.append(line(at));
      }
      more.hidden = shown >= found.length;
      return list.querySelectorAll("a")[first];
    };

    const show = () => {
      // -1 stands for all of them, and less for something that nobody can choose: nothing fits it.
      const chosen = selects.map((select) => select.selectedIndex - 1);
      const isFiltered = chosen.some((choice) => choice !== -1);
      const fits = ([, , , places]) => chosen.every((choice, at) => choice === -1 || places[at].includes(choice));
      found = isFiltered ? [...entries.keys()].filter((at) => fits(entries[at])) : [];
      choices.forEach((choice, at) => (choice.hidden = !divides[at] && chosen[at] === -1));
      paged.forEach((one) => (one.hidden = isFiltered));
      clear.disabled = !isFiltered;
      list.replaceChildren();
      delete list.dataset.month;
      shown = 0;
      showMore();
      // How much somebody has written is for nobody to count.
      const isSomebodys = filters.some(([name], at) => name === "person" && chosen[at] !== -1);
      const number = new Intl.NumberFormat(document.documentElement.lang || "en").format(found.length);
      const said = isSomebodys ? words.listed : words.found.replace("%s", number);
      status.textContent = !isFiltered ? words.unfiltered : found.length ? said : words.none;
    };

    const read = () => {
      const asked = new URLSearchParams(location.search);
      selects.forEach((select) => (select.value = asked.get(select.name) ?? ""));
      show();
    };

    const write = () => {
      const address = new URL(location.href);
      address.hash = "";
      for (const select of selects) {
        if (select.selectedIndex === 0) address.searchParams.delete(select.name);
        if (select.selectedIndex > 0) address.searchParams.set(select.name, select.value);
      }
      history.pushState(null, "", address);
      show();
    };

    const focus = () => selects.find((select) => select.offsetParent)?.focus();

    const clearAll = () => {
      selects.forEach((select) => (select.selectedIndex = 0));
      focus();
      write();
    };

    form.addEventListener("change", write);
    clear.addEventListener("click", clearAll);
    more.addEventListener("click", () => showMore().focus());
    place.addEventListener("keydown", (event) => {
      const isChoosing = CSS.supports("selector(:open)") && event.target.matches("select:open");
      if (event.key === "Escape" && !isChoosing && !clear.disabled) clearAll();
    });
    read();
    return { read, focus };
  };
}
