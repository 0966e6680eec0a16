"use strict";
// On a phone rows are shown as cards; not every browser still reads such a table as a table.
if (matchMedia("(max-width: 40rem)").matches) {
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const table of document.querySelectorAll("table.stack")) {
    for (const node of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) {
      node.setAttribute("role", roles[node.tagName] ?? (node.closest("thead") ? "columnheader" : "rowheader"));
    }
  }
}
// The dossier is complete without this script. It sorts tables and opens what is folded before printing.
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (!head.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const key = (row) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();
      const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => (up ? 1 : -1) * order.compare(key(a), key(b)));
      table.tBodies[0].append(...rows);
    });
  });
}
// Rows are filtered by words, as Turkish folds them: "I" is found by "ı", "İ" by "i".
const fold = (words) => words.toLocaleLowerCase("tr").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ı", "i");
document.querySelectorAll("table.sortable").forEach((table, place) => {
  const rows = [...table.tBodies[0].rows];
  if (rows.length < 4) return;
  const box = document.createElement("p");
  box.className = "find";
  const label = document.createElement("label");
  label.textContent = document.body.dataset.filter;
  label.htmlFor = `find-${place}`;
  const input = document.createElement("input");
  input.type = "search";
  input.id = label.htmlFor;
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  box.append(label, input, told);
  table.parentElement.before(box);
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const text = fold(row.textContent);
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    told.textContent = words.length ? document.body.dataset.shown.replace("{n}", shown).replace("{m}", rows.length) : "";
  });
});
// A link may lead into something folded; not every browser unfolds it.
const unfold = () => {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  for (let box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  const inside = target && target.querySelector(":scope > details");
  if (inside) inside.open = true;
  if (target) target.scrollIntoView();
};
addEventListener("hashchange", unfold);
if (location.hash) unfold();
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) {
    folded.open = true;
    folded.dataset.unfolded = "";
  }
});
addEventListener("afterprint", () => {
  for (const unfolded of document.querySelectorAll("details[data-unfolded]")) {
    unfolded.open = false;
    delete unfolded.dataset.unfolded;
  }
});
