// Work by keyboard. Letters act only while a row's number has the focus (WCAG 2.1.4), so that typing in a cell is typing.
const statusKeys = { c: "confirmed", s: "confirmed_as_said", h: "confirmed_with_change", w: "wrong", v: "cannot_verify", p: "in_progress", 0: "" };
const visible = () => claimRows().filter((tr) => !tr.classList.contains("off"));

function focusRow(tr) {
  if (!tr) { say("No further row."); return; }
  tr.querySelector(".key").focus();
  tr.scrollIntoView({ block: "center" });
}

function step(tr, by, fit = () => true) {
  const rows = visible();
  for (let i = rows.indexOf(tr) + by; i >= 0 && i < rows.length; i += by) if (fit(rows[i])) { focusRow(rows[i]); return; }
  say(by > 0 ? "No further row below." : "No row above.");
}

function evidenceAbove(tr) {
  const rows = claimRows();
  const columns = ["author_source", ...settings.evidence];
  for (let i = rows.indexOf(tr) - 1; i >= 0; i -= 1) {
    if (!hasEvidence(rows[i].dataset.row)) continue;
    const undo = [];
    const from = rows[i].dataset.row;
    for (const c of columns) if (get(from, c) && !get(tr.dataset.row, c)) set(tr.dataset.row, c, get(from, c), "claims", { undo });
    undoable.push(undo);
    say(`${tr.dataset.row}: evidence as ${from}.`);
    return;
  }
  say("No row above has evidence.");
}

function undo() {
  const last = undoable.pop();
  if (!last) { say("Nothing to undo."); return; }
  for (const [row, column, before, table] of last.reverse()) set(row, column, before, table);
  say("Undone.");
}

function rowKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const tr = event.target.closest("tr.c");
  if (!tr) return;
  if (event.key === "Escape" && !event.target.matches(".key")) { focusRow(tr); event.preventDefault(); return; }
  if (!event.target.matches(".key")) return;
  const row = tr.dataset.row;
  const key = event.key.toLowerCase();
  if (Object.hasOwn(statusKeys, key)) {
    const list = [];
    set(row, "status", statusKeys[key], "claims", { undo: list });
    sign(row, list);
    undoable.push(list);
    say(`${row}: ${statusKeys[key] ? shown(columnsOf.claims.get("status"), statusKeys[key]) : "Not checked"}${statusKeys[key] === "confirmed" && !hasEvidence(row) ? ", evidence is missing" : ""}.`);
  } else if (key === "e") evidenceAbove(tr);
  else if (key === "n") step(tr, 1, (r) => !isDone(r.dataset.row));
  else if (key === "j" || key === "arrowdown") step(tr, 1);
  else if (key === "k" || key === "arrowup") step(tr, -1);
  else if (key === "x") choose(row, !chosen.has(row));
  else if (key === "t") {
    const boxes = [...tr.querySelectorAll('input[data-c="tick"]')];
    const on = boxes.some((b) => !b.checked);
    const list = [];
    for (const b of boxes) set(b.dataset.row, "tick", on ? "x" : "", "claims", { undo: list });
    undoable.push(list);
  } else if (key === "u") undo();
  else if (key === "enter") tr.querySelector(".w select, .w textarea, .w input")?.focus();
  else return;
  event.preventDefault();
}
