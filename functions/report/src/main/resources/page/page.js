// Sorts and filters tables, and tells when a page has grown old. Everything can be read without it.
(() => {
  "use strict";
  const words = document.body.dataset;
  const status = document.getElementById("status");
  const say = (text, ...args) => text.replace(/%(\d)/g, (_, i) => args[i - 1]);
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const plain = (text) => text.toLocaleLowerCase().replaceAll("ё", "е");

  for (const late of document.querySelectorAll("[data-due]"))
    late.hidden = Date.now() <= Date.parse(late.dataset.due);

  // the value in data-v, else the text; a dash is no value and stands last
  const value = (row, column) => {
    const cell = row.cells[column];
    const text = cell.dataset.v ?? cell.textContent.trim();
    return text === "–" ? "" : text;
  };
  const compare = (a, b) => {
    const numbers = a - b;
    return Number.isFinite(numbers) ? numbers : order(a, b);
  };

  const rowsOf = (body) => [...body.rows].filter((row) => row.className !== "group");
  const groupOf = (body) => body.querySelector(".group");

  // within its groups, where it has any
  function sortable(table) {
    const written = [...table.tBodies].map((body) => [body, rowsOf(body)]);
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      const cycle = head.classList.contains("n")
        ? ["descending", "ascending", "none"]
        : ["ascending", "descending", "none"];
      button.addEventListener("click", () => {
        const way = cycle[(cycle.indexOf(head.ariaSort ?? "none") + 1) % 3];
        for (const other of heads) other.removeAttribute("aria-sort");
        if (way !== "none") head.ariaSort = way;
        for (const [body, rows] of written) {
          const sorted = [...rows];
          if (way !== "none")
            sorted.sort((left, right) => {
              const a = value(left, column);
              const b = value(right, column);
              if (a === "" || b === "") return (a === "") - (b === "");
              return way === "ascending" ? compare(a, b) : compare(b, a);
            });
          body.append(...sorted);
        }
        status.textContent = say(words[way], button.textContent);
      });
    });
  }

  function filterable(table) {
    const bodies = [...table.tBodies];
    const rows = bodies.flatMap(rowsOf);
    const box = document.createElement("div");
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("span");
    box.className = "filter";
    label.append(words.filter, " ", input);
    box.append(label, count);
    input.type = "search";
    input.addEventListener("input", () => {
      const asked = plain(input.value.trim());
      for (const body of bodies) {
        const group = groupOf(body);
        const name = group ? group.querySelector("b").textContent : "";
        for (const row of rowsOf(body)) row.hidden = !plain(name + " " + row.textContent).includes(asked);
        if (group) group.hidden = rowsOf(body).every((row) => row.hidden);
      }
      const shown = rows.filter((row) => !row.hidden).length;
      count.textContent = asked ? say(words.shown, shown, rows.length) : "";
      status.textContent = say(words.shown, shown, rows.length);
    });
    table.closest(".scroll").before(box);
  }

  for (const table of document.querySelectorAll("main table")) {
    const rows = [...table.tBodies].flatMap(rowsOf).length;
    if (rows > 1) sortable(table);
    if (rows > 10) filterable(table);
  }
})();
