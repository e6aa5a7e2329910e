// What people typed: held here, kept in this browser, written to and read from the contract's JSON. Touches no element.
const sheetText = document.getElementById("worksheet").textContent;
const sheet = JSON.parse(sheetText);
const settings = JSON.parse(document.getElementById("settings").textContent);
const storageKey = "factcheck:" + sheet.article.sha256;
const copy = (value) => JSON.parse(JSON.stringify(value));
const entries = copy(sheet.entries);
let added = copy(sheet.added_claims);
let contacts = copy(sheet.contacts);
let typed = { entries: {}, added: [] }; // what this browser keeps: only what was typed here, never a contact
let unsaved = false;
const listeners = [];
const undoable = [];

const get = (row, column) => (Object.hasOwn(entries, row) && Object.hasOwn(entries[row], column) ? entries[row][column] : "");
const own = (map, key) => { if (!Object.hasOwn(map, key)) Object.defineProperty(map, key, { value: {}, enumerable: true, configurable: true, writable: true }); return map[key]; };
const put = (map, row, column, value) => Object.defineProperty(own(map, row), column, { value, enumerable: true, configurable: true, writable: true });
const tell = (row, column) => listeners.forEach((listener) => listener(row, column));

function isKept(table, column) {
  const out = settings.notKept[table];
  return out === undefined || (out !== null && !out.includes(column));
}

function set(row, column, value, table, options = {}) {
  const before = get(row, column);
  if (before === value) return;
  put(entries, row, column, value);
  unsaved = true;
  if (isKept(table, column)) { put(typed.entries, row, column, value); keep(); }
  if (options.undo) options.undo.push([row, column, before, table]);
  tell(row, column);
}

function setContact(index, column, value) {
  while (contacts.length <= index) contacts.push({});
  put(contacts, index, column, value);
  unsaved = true;
}

function addClaim(text, sentence) {
  const used = [...added.map((a) => a.id), ...Object.keys(entries)].map((id) => /^N(\d+)$/.exec(id)).filter(Boolean).map((m) => Number(m[1]));
  const claim = { id: "N" + String(Math.max(0, ...used) + 1).padStart(2, "0"), text, sentence };
  added.push(claim);
  typed.added = added.filter((a) => !sheet.added_claims.some((b) => b.id === a.id && b.text === a.text));
  unsaved = true;
  keep();
  return claim;
}

function renameClaim(id, text) {
  const claim = added.find((a) => a.id === id);
  if (!claim || claim.text === text) return;
  claim.text = text;
  typed.added = added.filter((a) => !sheet.added_claims.some((b) => b.id === a.id && b.text === a.text));
  unsaved = true;
  keep();
}

let keeping = 0;
let canKeep = true;
function keepNow() {
  clearTimeout(keeping);
  keeping = 0;
  try { localStorage.setItem(storageKey, JSON.stringify(typed)); } catch { if (canKeep) { canKeep = false; say("This browser keeps nothing: save the file before you close it."); } }
}
function keep() { if (!keeping) keeping = setTimeout(keepNow, 200); }

function restore() {
  let found = null;
  try { found = JSON.parse(localStorage.getItem(storageKey) || "null"); } catch { return 0; }
  return found && typeof found === "object" ? adopt(found, true) : 0;
}

// Takes over what another place typed and counts the cells that changed; who calls it shows them.
function adopt(found, fromHere) {
  let count = 0;
  for (const [row, cells] of Object.entries(found.entries || {})) {
    for (const [column, value] of Object.entries(cells)) {
      if (typeof value !== "string" || get(row, column) === value) continue;
      put(entries, row, column, value);
      put(typed.entries, row, column, value);
      count += 1;
    }
  }
  for (const claim of found.added || []) {
    if (!claim || typeof claim.id !== "string" || typeof claim.text !== "string") continue;
    const mine = added.find((a) => a.id === claim.id);
    if (mine) { mine.text = claim.text; } else { added.push({ id: claim.id, text: claim.text, sentence: Number.isInteger(claim.sentence) ? claim.sentence : null }); count += 1; }
  }
  typed.added = added.filter((a) => !sheet.added_claims.some((b) => b.id === a.id && b.text === a.text));
  if (!fromHere) keep();
  return count;
}

function forget() {
  clearTimeout(keeping);
  keeping = 0;
  try { localStorage.removeItem(storageKey); } catch { /* nothing was kept */ }
  typed = { entries: {}, added: [] };
}

const filled = (map) => Object.fromEntries(Object.entries(map).filter(([, value]) => value !== ""));

// The file is the embedded text, a line for each key, with three lines exchanged: every other byte stays as it was written.
function asFile() {
  const typedRows = Object.fromEntries(Object.entries(entries).map(([row, cells]) => [row, filled(cells)]).filter(([, cells]) => Object.keys(cells).length));
  const values = { entries: typedRows, added_claims: added.filter((a) => a.text.trim()), contacts: contacts.map(filled).filter((c) => Object.keys(c).length) };
  let text = sheetText;
  for (const [key, value] of Object.entries(values)) text = exchange(text, key, JSON.stringify(value));
  return text;
}

function exchange(text, key, value) {
  const head = `\n "${key}": `;
  const start = text.indexOf(head) + head.length;
  const end = text.indexOf("\n", start);
  if (start < head.length || end < 0) throw new Error(`The page holds no line for ${key}`);
  return text.slice(0, start) + value + (text[end - 1] === "," ? "," : "") + text.slice(end);
}

function takeFile(text) {
  let found;
  try { found = JSON.parse(text); } catch { return "This is no worksheet: the file holds no JSON."; }
  if (!found || typeof found.schema !== "string" || !found.schema.startsWith("factcheck-worksheet/1")) return "This is no worksheet of factcheck.";
  if (!found.article || found.article.sha256 !== sheet.article.sha256) return "This file belongs to another draft. “factcheck update” carries its work over.";
  const other = [];
  for (const [row, cells] of Object.entries(found.entries || {})) for (const [column, value] of Object.entries(cells)) if (get(row, column) && value && get(row, column) !== value) other.push(row);
  if (other.length && !confirm(`${other.length} cells say something else here (${other.slice(0, 5).join(", ")}${other.length > 5 ? " …" : ""}). OK takes the file’s words, Cancel loads nothing.`)) return "Nothing was loaded.";
  const count = adopt({ entries: found.entries, added: found.added_claims }, false);
  for (const contact of found.contacts || []) if (!contacts.some((c) => JSON.stringify(c) === JSON.stringify(contact))) contacts.push(contact);
  unsaved = count > 0 || unsaved;
  return `Loaded: ${count} cells changed.`;
}
