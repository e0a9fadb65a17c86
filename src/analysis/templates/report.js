"use strict";
// Filter and sort for long tables, a switch of light and dark, and open evidence in print. Without
// this script the page is complete: everything it adds, it makes itself.
(() => {
  const make = (name, attributes, words = "") => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = words;
    return element;
  };

  const fold = (words) => words.toLocaleLowerCase();

  const addFilter = (block, table, number) => {
    const rows = [...table.tBodies[0].rows];
    const words = rows.map((row) => fold(row.textContent));
    const tools = make("div", { class: "tools" });
    const label = make("label", { for: `filter-${number}` }, "Filter rows");
    const input = make("input", { id: `filter-${number}`, type: "search", autocomplete: "off" });
    const count = make("span", { role: "status" }, `${rows.length} rows`);
    input.addEventListener("input", () => {
      const wanted = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, i) => {
        row.hidden = !wanted.every((word) => words[i].includes(word));
        shown += row.hidden ? 0 : 1;
      });
      count.textContent = wanted.length ? `${shown} of ${rows.length} rows` : `${rows.length} rows`;
    });
    tools.append(label, input, count);
    block.prepend(tools);
  };

  const compare = (numeric) => (a, b) => {
    if (!a.key || !b.key) return (a.key ? 0 : 1) - (b.key ? 0 : 1); // empty cells last
    return numeric ? a.key - b.key : a.key.localeCompare(b.key, undefined, { numeric: true });
  };

  const addSort = (table) => {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = make("button", { type: "button", class: "sort" }, head.textContent);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        const numeric = head.classList.contains("sp-num");
        const keyed = [...body.rows].map((row) => {
          const words = row.cells[column].textContent.trim();
          return { row, key: numeric && words ? Number(words) || 1e-300 : words };
        });
        const order = compare(numeric);
        keyed.sort((a, b) => (down && a.key && b.key ? order(b, a) : order(a, b)));
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        body.append(...keyed.map((item) => item.row));
      });
    });
  };

  const LONG = 12; // rows; a shorter table is read at a glance
  document.querySelectorAll(".sp-table").forEach((block, number) => {
    const table = block.querySelector("table");
    if (!table || table.tBodies[0].rows.length < 2) return;
    addSort(table);
    if (table.tBodies[0].rows.length >= LONG) addFilter(block, table, number);
  });

  const root = document.documentElement;
  const bar = document.querySelector(".top nav");
  if (bar) {
    const button = make("button", { type: "button", class: "theme" }, "Light / dark");
    button.addEventListener("click", () => {
      const dark = root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
    });
    bar.append(button);
  }

  addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((part) => (part.open = true));
  });
})();
