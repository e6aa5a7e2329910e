// Rows on screen: progress, signs, filters, several rows at once, rows and contacts that people add.
const claimRows = () => [...document.querySelectorAll("tr.c")];
const statusOf = (row) => get(row, "status") || "not_checked";
const hasEvidence = (row) => settings.evidence.some((c) => get(row, c).trim() && get(row, c) !== "none");
const isDone = (row) => (statusOf(row) === "confirmed" ? hasEvidence(row) : settings.done.includes(statusOf(row)));
const chosen = new Set();

const signs = new Map();
document.querySelectorAll("[data-sign]").forEach((e) => { const row = e.dataset.sign; if (!signs.has(row)) signs.set(row, []); signs.get(row).push(e); });

function showRow(tr) {
  const row = tr.dataset.row;
  tr.classList.toggle("done", isDone(row));
  (signs.get(row) || []).forEach((e) => { e.textContent = e.classList.contains("box") ? (isDone(row) ? "✔" : "☐") : settings.signs[statusOf(row)] || ""; });
}

function showProgress() {
  const rows = claimRows().map((tr) => tr.dataset.row);
  const done = rows.filter(isDone).length;
  const count = (status) => rows.filter((r) => statusOf(r) === status).length;
  const bare = rows.filter((r) => statusOf(r) === "confirmed" && !hasEvidence(r)).length;
  const bar = document.getElementById("progress");
  bar.max = Math.max(1, rows.length);
  bar.value = done;
  const parts = [`${done} of ${rows.length} done`, count("confirmed") - bare && `${count("confirmed") - bare} confirmed`, count("confirmed_as_said") && `${count("confirmed_as_said")} as said`, bare && `${bare} confirmed without evidence: open`];
  document.getElementById("count").textContent = parts.filter(Boolean).join(" · ");
}

let progressDue = 0;
function changed(row, column) {
  refresh(row, column);
  if (column !== "status" && !settings.evidence.includes(column)) return;
  const tr = document.getElementById(row);
  if (tr && tr.matches("tr.c")) showRow(tr);
  if (!progressDue) progressDue = requestAnimationFrame(() => { progressDue = 0; showProgress(); });
}

function fits(tr, filter) {
  const row = tr.dataset.row;
  if (filter.status === "open" ? isDone(row) : filter.status === "done" ? !isDone(row) : filter.status && statusOf(row) !== filter.status) return false;
  if (filter.priority && tr.dataset.priority !== filter.priority) return false;
  const sources = tr.dataset.sources;
  if (filter.source && (filter.source === "none" ? sources !== "" : !sources.split(" ").includes(filter.source))) return false;
  return !filter.words || tr.textContent.toLowerCase().includes(filter.words) || [...Object.values(entries[row] || {})].some((v) => v.toLowerCase().includes(filter.words));
}

function applyFilter() {
  const filter = Object.fromEntries([...document.querySelectorAll("[data-filter]")].map((e) => [e.dataset.filter, e.value.trim().toLowerCase() && (e.dataset.filter === "words" ? e.value.trim().toLowerCase() : e.value)]));
  const on = Object.values(filter).some(Boolean);
  let count = 0;
  for (const body of document.querySelectorAll("table.rows tbody")) {
    let any = false;
    for (const tr of body.querySelectorAll("tr.c")) {
      const fit = !on || fits(tr, filter);
      tr.classList.toggle("off", !fit);
      any ||= fit;
      count += fit;
    }
    if (body.id !== "added") body.classList.toggle("off", on && !any);
  }
  const note = document.getElementById("shown");
  note.textContent = on ? `${count} of ${claimRows().length} rows shown.` : "";
  if (!on) return;
  say(note.textContent);
  const section = document.getElementById("rows");
  const place = section.getBoundingClientRect();
  if (place.top > innerHeight || place.bottom < 0) section.scrollIntoView();
}

function choose(row, on) {
  if (on) chosen.add(row); else chosen.delete(row);
  const box = document.getElementById(row)?.querySelector(".pick");
  if (box) box.checked = on;
  document.getElementById("selected").textContent = chosen.size ? `${chosen.size} selected` : "No row selected";
}

function setMany(rows, status) {
  const undo = [];
  for (const row of rows) { set(row, "status", status, "claims", { undo }); sign(row, undo); }
  undoable.push(undo);
  say(`${rows.length} rows: ${settings.signs[status] || ""} ${shown(columnsOf.claims.get("status"), status)}. Undo with u on a row.`);
}

function dress(tr) {
  const th = tr.querySelector("th");
  const id = th.querySelector(".id");
  const button = make("button", { type: "button", className: "key", textContent: tr.dataset.row });
  button.setAttribute("aria-label", `Row ${tr.dataset.row}, keys`);
  id.before(button);
  const pick = make("input", { type: "checkbox", className: "pick", autocomplete: "off" });
  pick.setAttribute("aria-label", `Select ${tr.dataset.row}`);
  th.append(pick);
  const open = make("button", { type: "button", className: "morebutton", textContent: "More" });
  open.setAttribute("aria-label", `More cells for ${tr.dataset.row}`);
  open.setAttribute("aria-expanded", "false");
  tr.querySelector(".ws").append(open);
}

function showAdded(claim) {
  if (document.getElementById(claim.id)) return document.getElementById(claim.id);
  const tr = make("tr", { className: "c", id: claim.id });
  Object.assign(tr.dataset, { row: claim.id, priority: "added", sources: "" });
  const words = make("textarea", { value: claim.text, rows: 2, className: "newclaim" });
  words.setAttribute("aria-label", `Claim ${claim.id}`);
  const white = make("div", { className: "ws" });
  for (const column of settings.columns.claims || []) if (column.work && column.type !== "tick") {
    const cell = make("div", { className: `f t-${column.type} c-${column.id}` }, make("span", { className: "l", textContent: column.title }), " ", make("span", { className: "v", textContent: shown(column, get(claim.id, column.id)) }));
    cell.dataset.c = column.id;
    white.append(cell);
  }
  const s = sheet.article.sentences.find((x) => x.number === claim.sentence);
  tr.append(make("th", { scope: "row" }, make("span", { className: "id", textContent: claim.id }), s ? make("span", { className: "p", textContent: ` ¶${s.block}` }) : ""), make("td", { className: "cl" }, make("b", { className: "v", textContent: claim.text }), words), make("td"), make("td", { className: "w" }, white));
  document.querySelector("#added .spare").before(tr);
  upgradeAll(tr);
  dress(tr);
  showProgress();
  return tr;
}

function showContact(index) {
  const row = make("tr");
  row.dataset.contact = String(index);
  for (const column of settings.columns.contacts || []) {
    const cell = make("td", { className: "w" });
    const input = control(column, contacts[index]?.[column.id] || "");
    input.setAttribute("aria-label", `${column.title}, contact ${index + 1}`);
    cell.dataset.c = column.id;
    cell.append(input);
    row.append(cell);
  }
  document.querySelector("table.contacts tbody .spare").before(row);
  return row;
}

function showContacts() {
  document.querySelectorAll("table.contacts tbody tr:not(.spare)").forEach((tr) => tr.remove());
  contacts.forEach((_, index) => showContact(index));
}
