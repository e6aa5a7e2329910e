// Turns white cells into controls. Without this script they are white space to write on.
const columnsOf = Object.fromEntries(Object.entries(settings.columns).map(([table, list]) => [table, new Map(list.map((c) => [c.id, c]))]));
const make = (tag, props = {}, ...children) => { const e = document.createElement(tag); Object.assign(e, props); e.append(...children); return e; };
const tableOf = (element) => element.closest("[data-table]")?.dataset.table || "claims";
const rowOf = (element) => element.closest("[data-row]")?.dataset.row || "";
let serial = 0;

function shown(column, value) {
  const choice = column.choices.find(([id]) => id === value);
  return choice ? choice[1] : value;
}

function control(column, value) {
  const made = bareControl(column, value);
  made.autocomplete = "off"; // a browser that fills forms in again after a restart would keep contacts
  return made;
}

function bareControl(column, value) {
  if (column.type === "choice") {
    const select = make("select");
    select.append(new Option(column.id === "status" ? "☐ Not checked" : "", ""));
    for (const [id, title] of column.choices) if (!(column.id === "status" && id === "not_checked")) select.append(new Option((column.id === "status" && settings.signs[id] ? settings.signs[id] + " " : "") + title, id));
    setChoice(select, value);
    return select;
  }
  if (column.type === "date" && /^(\d{4}-\d\d-\d\d)?$/.test(value)) return make("input", { type: "date", value });
  if (column.type === "url" || column.id === "initials") return make("input", { type: "text", value, spellcheck: false });
  return make("textarea", { value, rows: 1 });
}

function setChoice(select, value) {
  const wanted = value === "not_checked" ? "" : value;
  if (wanted && ![...select.options].some((o) => o.value === wanted)) select.append(new Option(wanted, wanted));
  select.value = wanted;
}

function upgrade(cell) {
  if (cell.dataset.ready) return;
  cell.dataset.ready = "1";
  const column = columnsOf[tableOf(cell)]?.get(cell.dataset.c) || { id: cell.dataset.c, title: cell.dataset.c, type: "text", choices: [] };
  const row = rowOf(cell);
  const label = make("label", { className: "l", textContent: cell.querySelector(".l").textContent, title: column.help || "" });
  const input = control(column, get(row, column.id));
  input.id = label.htmlFor = "f" + (serial += 1);
  if (tableOf(cell) !== "claims") input.setAttribute("aria-label", `${label.textContent}, ${nameOf(cell, row)}`);
  else input.setAttribute("aria-label", `${label.textContent} ${row}`);
  cell.querySelector(".l").replaceWith(label);
  cell.append(input);
}

function nameOf(cell, row) {
  return cell.closest("tr")?.querySelector("th,.m-name")?.textContent.trim() || row;
}

const upgradeAll = (root) => root.querySelectorAll(".f[data-c]").forEach(upgrade);

// Many rows become controls when they come near, so that a book opens as fast as a column.
function upgradeLazily() {
  const groups = [...document.querySelectorAll("tbody, .fields, .pair")].filter((g) => g.querySelector(".f[data-c]"));
  if (document.querySelectorAll("tr.c").length <= 400) { groups.forEach(upgradeAll); return; }
  const watcher = new IntersectionObserver((seen) => seen.filter((s) => s.isIntersecting).forEach((s) => { watcher.unobserve(s.target); upgradeAll(s.target); }), { rootMargin: "1500px" });
  groups.forEach((g) => watcher.observe(g));
}

function showValue(cell, value) {
  const column = columnsOf[tableOf(cell)]?.get(cell.dataset.c);
  const text = column ? shown(column, value) : value;
  const v = cell.querySelector(".v");
  if (v) v.textContent = text;
  const input = cell.querySelector("select,textarea,input");
  if (!input || input === document.activeElement) return;
  if (input.tagName === "SELECT") setChoice(input, value);
  else if (input.value !== value) { if (input.type === "date" && !/^(\d{4}-\d\d-\d\d)?$/.test(value)) input.type = "text"; input.value = value; }
}

const escaped = (id) => CSS.escape(id);
function cellsOf(row, column) {
  return [...document.querySelectorAll(`[data-row="${escaped(row)}"] [data-c="${escaped(column)}"], [data-row="${escaped(row)}"][data-c="${escaped(column)}"]`)].filter((e) => rowOf(e) === row);
}

function refresh(row, column) {
  for (const e of cellsOf(row, column)) if (e.type === "checkbox") e.checked = Boolean(get(row, column)); else showValue(e, get(row, column));
}

// Shows every entry anew: after many came in at once.
function showAll() {
  for (const e of document.querySelectorAll("[data-c]")) if (!e.closest("[data-contact]")) { if (e.type === "checkbox") e.checked = Boolean(get(rowOf(e), e.dataset.c)); else showValue(e, get(rowOf(e), e.dataset.c)); }
}

function typedIn(event) {
  const input = event.target;
  if (input.type === "checkbox" && input.dataset.c) { set(rowOf(input), input.dataset.c, input.checked ? "x" : "", tableOf(input)); return; }
  const contact = input.closest("[data-contact]");
  if (contact) { setContact(Number(contact.dataset.contact), input.closest("[data-c]").dataset.c, input.value); return; }
  const cell = input.closest(".f[data-c]");
  if (!cell) return;
  const row = rowOf(cell);
  const value = input.tagName === "TEXTAREA" || input.type === "text" ? input.value : input.value.trim();
  set(row, cell.dataset.c, value, tableOf(cell));
  showValue(cell, value);
  if (cell.dataset.c === "status") sign(row);
}

// A finding is signed with the initials on the cover, where the row has none.
function sign(row, undo) {
  const who = get("cover", "checker");
  if (who && get(row, "status") && !get(row, "initials")) set(row, "initials", who, "claims", { undo });
}

function more(tr) {
  const box = tr.querySelector(".ws");
  const have = new Set([...box.querySelectorAll(".f[data-c], .f input[data-c]")].map((e) => e.dataset.c));
  for (const column of settings.columns.claims || []) {
    if (column.work || have.has(column.id)) continue;
    if (column.type === "tick") {
      box.append(make("label", { className: "f beyond t-tick c-" + column.id }, Object.assign(make("input", { type: "checkbox", checked: Boolean(get(tr.dataset.row, column.id)) })), " ", make("span", { className: "l", textContent: column.title })));
      box.lastElementChild.firstElementChild.dataset.c = column.id;
    } else {
      const cell = make("div", { className: `f beyond t-${column.type} c-${column.id}` }, make("span", { className: "l", textContent: column.title }), " ", make("span", { className: "v", textContent: shown(column, get(tr.dataset.row, column.id)) }));
      cell.dataset.c = column.id;
      box.append(cell);
      upgrade(cell);
    }
  }
}
