/*
 * An answer without an account. The form in plain text, which is on the page for those without scripts, becomes fields;
 * what is written into them becomes a Markdown file, for its writer to send. Nothing is sent from here. It works from
 * disk as well, and keeps what is written in this browser until it is cleared.
 */
{
  const QUESTION = /\[([a-z_-]+)(?: ([^\]:]*))?:\s([^\]]*)\]/g;
  const BOXES = { saw: ["situation", "behaviour", "impact"], next: ["feed_forward"] };
  const CONSENTS = ["quoted", "paraphrased", "none"];
  /* What mailers take in an address without cutting it. */
  const LONGEST_MAIL = 1800;
  /* What YAML can't hold as it is (YAML 1.2.2, 5.1). A lone half of a sign is no text at all. */
  const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f]/g;
  const ESCAPED = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

  const questionsIn = (text) =>
    [...text.matchAll(QUESTION)].map(([, name, id = "", rest]) => {
      const [title, second = ""] = rest.replace(/\s+/g, " ").split(" | ");
      return { name, id: decodeURIComponent(id.replace(/\s+/g, "")), title, second };
    });

  const made = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const cleaned = (text) => text.toWellFormed?.() ?? text.replace(/[\ud800-\udfff]/gu, "\ufffd");
  const tidy = (text) => cleaned(text).replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "").trim();

  const scalar = (value) =>
    JSON.stringify(value).replace(
      new RegExp(ESCAPED, "g"),
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );

  /* Several lines as such, if YAML reads them back as they are; else in one, escaped. */
  const block = (text) =>
    text.includes("\n") && !ESCAPED.test(text) && !/^\s|\t|[ ]$/m.test(text.replace(/^\n/gm, ""))
      ? `|-\n${text.replace(/^(?=.)/gm, "  ")}`
      : scalar(text);

  const markdownOf = (answer) => {
    const lines = Object.entries(answer)
      .filter(([, value]) => value.length)
      .map(([name, value]) => `${name}: ${typeof value === "string" ? block(value) : scalar(value)}`);
    return `---\n${lines.join("\n")}\n---\n`;
  };

  /* The same as the form in plain text has it, which mailers may wrap. */
  const plainOf = (answer) => {
    const chosen = (name, ids) => ids.map((id) => [`${name} ${encodeURIComponent(id).replace(/%2F/g, "/")}`, "x"]);
    const parts = [
      [`portfolio-answer 1 for ${encodeURIComponent(answer.for).replace(/%2F/g, "/")}`, ""],
      ["giver_role", answer.giver_role],
      ...Object.values(BOXES).flat().map((field) => [field, answer[field]]),
      ...chosen("goal", answer.goals),
      ...chosen("entry", answer.about),
      ...answer.competencies.map(({ id, level }) => [chosen("level", [id])[0][0], String(level)]),
      ["consent", answer.consent],
    ].filter(([, said], place) => said || !place);
    return `${parts.map(([name, said]) => `[${name}: ]\n${said}\n`).join("\n")}\n[end: ]\n`;
  };

  const dayHere = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  const kept = {
    read(key) {
      try {
        return JSON.parse(localStorage.getItem(key)) ?? {};
      } catch {
        return {};
      }
    },
    write(key, value) {
      try {
        if (value) localStorage.setItem(key, JSON.stringify(value));
        else localStorage.removeItem(key);
      } catch {
        /* A browser that keeps nothing is a browser that keeps nothing. */
      }
    },
  };

  let forms = 0;

  const upgraded = (place) => {
    const pre = place.querySelector(".pf-answer-form");
    const questions = questionsIn(pre.textContent);
    const opening = questions.find(({ name }) => name === "portfolio-answer");
    if (!opening) return;
    const number = (forms += 1);
    const say = (key) => place.querySelector(`.pf-answer-words .pf-answer-${key}`)?.textContent ?? "";
    const of = (name) => questions.filter((question) => question.name === name);
    const person = opening.id.replace(/^\d+for/, "");
    const about = of("entry");
    const key = `portfolio-answer ${person} ${about.map(({ id }) => id).join(" ")}`;
    const id = (name) => `pf-answer-${number}-${name}`;

    const labelled = (field, words) => made("p", {}, made("label", { htmlFor: field.id, textContent: words }), field);
    const group = (legend, name, ...children) => {
      const set = made("fieldset", { className: `pf-answer-${name}-set` }, made("legend", { textContent: legend }), ...children);
      return set;
    };
    const ticks = (name, type, choices) =>
      choices.map(([value, words]) =>
        made("label", { className: "pf-answer-choice" }, made("input", { type, name: id(name), value }), ` ${words}`),
      );

    const box = (field) => {
      const question = questions.find(({ name }) => name === field);
      return labelled(made("textarea", { id: id(field), rows: 3, name: field, dir: "auto" }), question.title);
    };
    const level = ({ id: competency, title, second }) => {
      const select = made("select", { id: id(`level-${competency}`), name: "level" });
      select.dataset.competency = competency;
      select.append(made("option", { value: "", textContent: say("unseen") }));
      for (const one of second.split("; ")) select.append(made("option", { value: parseInt(one, 10), textContent: one }));
      return labelled(select, title);
    };

    const role = made("input", { id: id("role"), name: "role", type: "text", value: say("mentor"), maxLength: 200, autocomplete: "off" });
    const form = made("form", { className: "pf-answer-fields", noValidate: true, autocomplete: "off" });
    form.append(group(say("saw"), "saw", ...BOXES.saw.map(box)), group(say("next"), "next", ...BOXES.next.map(box)));
    if (about.length > 1) {
      form.append(group(say("about"), "about", ...ticks("about", "checkbox", about.map((one) => [one.id, one.title]))));
    }
    if (of("goal").length) {
      form.append(group(say("goals"), "goals", ...ticks("goal", "checkbox", of("goal").map((one) => [one.id, one.title]))));
    }
    if (of("level").length) form.append(group(say("levels"), "levels", ...of("level").map(level)));
    form.append(labelled(role, say("role")));
    const consent = group(
      say("consent"),
      "consent",
      ...ticks("consent", "radio", CONSENTS.map((word) => [word, say(word)])),
    );
    const wrong = made("p", { className: "pf-answer-wrong", id: id("wrong") });
    wrong.setAttribute("role", "alert");
    const send = made("button", { type: "submit", className: "md-button md-button--primary", textContent: say("make") });
    const clear = made("button", { type: "button", className: "md-button", textContent: say("clear") });
    const note = made("p", { className: "pf-answer-note", textContent: say("kept") });
    form.append(consent, wrong, made("p", { className: "pf-answer-buttons" }, send, " ", clear), note);

    const result = made("div", { className: "pf-answer-result", hidden: true, tabIndex: -1 });
    const status = made("p", { className: "pf-answer-status" });
    status.setAttribute("role", "status");

    const values = () => {
      const found = {};
      for (const field of form.querySelectorAll("textarea, select, input[type=text]")) found[field.id.slice(id("").length)] = field.value;
      for (const field of form.querySelectorAll("input:checked")) found[`${field.name.slice(id("").length)} ${field.value}`] = true;
      return found;
    };
    const fill = (found) => {
      for (const field of form.querySelectorAll("textarea, select, input[type=text]")) {
        const value = found[field.id.slice(id("").length)];
        if (typeof value === "string") field.value = value;
      }
      for (const field of form.querySelectorAll("input[type=checkbox], input[type=radio]")) {
        field.checked = Boolean(found[`${field.name.slice(id("").length)} ${field.value}`]);
      }
    };
    const ticked = (name) => [...form.querySelectorAll(`input[name="${id(name)}"]:checked`)].map(({ value }) => value);

    const answer = () => ({
      type: "feedback",
      for: person,
      date: dayHere(),
      giver_role: tidy(role.value).replace(/\s+/g, " "),
      about: about.length > 1 ? ticked("about") : about.map((one) => one.id),
      goals: ticked("goal"),
      competencies: [...form.querySelectorAll("select")]
        .filter(({ value }) => value)
        .map(({ value, dataset }) => ({ id: dataset.competency, level: Number(value) })),
      consent: ticked("consent")[0] ?? "",
      ...Object.fromEntries(
        Object.values(BOXES).flat().map((field) => [field, tidy(form.querySelector(`textarea[name="${field}"]`).value)]),
      ),
    });

    const show = (found) => {
      const text = markdownOf(found);
      const name = `answer-${person.split("/").pop()}-${found.date}.md`;
      const file = new File([text], name, { type: "text/markdown" });
      const button = (words, act) => {
        const one = made("button", { type: "button", className: "md-button", textContent: words });
        one.addEventListener("click", act);
        return one;
      };
      const shown = made("pre", { className: "pf-answer-text", textContent: text, tabIndex: 0 });
      const ways = [
        button(say("download"), () => {
          const link = made("a", { href: URL.createObjectURL(file), download: name });
          link.click();
          setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
        }),
        button(say("copy"), async () => {
          try {
            await navigator.clipboard.writeText(text);
          } catch {
            const range = document.createRange();
            range.selectNodeContents(shown);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            document.execCommand("copy");
          }
          status.textContent = say("copied");
        }),
      ];
      if (navigator.canShare?.({ files: [file] })) {
        ways.push(button(say("share"), () => navigator.share({ files: [file], title: name }).catch(() => {})));
      }
      const mail = `mailto:${encodeURIComponent(say("address")).replace(/%40/g, "@")}?subject=${encodeURIComponent(say("subject"))}&body=${encodeURIComponent(plainOf(found).replace(/\n/g, "\r\n"))}`;
      const isLong = mail.length > LONGEST_MAIL;
      if (!isLong) ways.push(made("a", { className: "md-button", href: mail, textContent: say("mail") }));
      result.replaceChildren(
        made("p", { textContent: say("ready") }),
        made("p", { className: "pf-answer-buttons" }, ...ways.flatMap((way) => [way, " "])),
        ...(isLong ? [made("p", { className: "pf-answer-note", textContent: say("long") })] : []),
        made("details", {}, made("summary", { textContent: say("preview") }), shown),
      );
      result.hidden = false;
      result.focus();
    };

    form.addEventListener("input", () => {
      kept.write(key, values());
      result.hidden = true;
      wrong.textContent = "";
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const found = answer();
      const isEmpty = !Object.values(BOXES).flat().some((field) => found[field]);
      const fault = isEmpty ? "empty" : found.consent ? "" : "undecided";
      const at = isEmpty ? form.querySelector("textarea") : form.querySelector("input[type=radio]");
      wrong.textContent = fault ? say(fault) : "";
      for (const field of form.querySelectorAll("[aria-describedby]")) field.removeAttribute("aria-describedby");
      if (fault) {
        at.setAttribute("aria-describedby", wrong.id);
        at.focus();
      } else {
        show(found);
      }
    });
    clear.addEventListener("click", () => {
      kept.write(key);
      form.reset();
      result.hidden = true;
      wrong.textContent = "";
      status.textContent = say("cleared");
    });

    fill({ role: say("mentor"), ...kept.read(key) });
    const intro = place.querySelector(".pf-answer-intro");
    const plain = made("details", { className: "pf-answer-plain" }, made("summary", { textContent: say("plain") }), pre);
    intro.replaceWith(form, result, status, plain);
  };

  portfolio.onPage(() => {
    for (const place of document.querySelectorAll("details.pf-answer")) {
      if (!place.querySelector("form")) upgraded(place);
    }
  });
}
