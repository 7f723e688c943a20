/*
 * The way to the journal's filters. They and what they know are in scripts beside this one, asked for when somebody
 * opens the filters or comes by an address with one set: journal/?person=people/ada&year=2026.
 */
{
  const here = document.currentScript.src;
  const names = ["kind", "competency", "goal", "person", "year", "tag"];
  const isAsked = () => names.some((name) => new URLSearchParams(location.search).get(name));
  let follow;

  const run = (name) =>
    new Promise((onload, onerror) => {
      document.head.append(Object.assign(document.createElement("script"), { src: new URL(name, here), onload, onerror }));
    });

  portfolio.onPage(() => {
    const place = document.querySelector(".pf-choose[data-title]");
    follow = undefined;
    if (!place || place.firstChild) return;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "md-button", textContent: place.dataset.title });
    let filters;
    const open = async () => {
      if (!portfolio.filters) await Promise.all([run("journal.js"), run("journal-filters.js")]);
      return (filters ??= portfolio.filters(place, portfolio.journal));
    };
    place.append(button);
    button.addEventListener("click", async () => (await open()).focus());
    follow = () => (filters ? filters.read() : isAsked() && open());
    follow();
  });

  window.addEventListener("popstate", () => follow?.());
}
