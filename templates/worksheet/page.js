// Starts everything. What needs the script is shown only now, so that the page reads and prints without it.
function say(text) { document.getElementById("said").textContent = text; }

function save() {
  const link = make("a", { href: URL.createObjectURL(new Blob([asFile()], { type: "application/json" })), download: settings.file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  unsaved = false;
  say(`Saved as ${settings.file} in the downloads.`);
}

// The draft's label stands in the margin of every printed page.
function showDraft() {
  const words = [get("cover", "draft"), sheet.article.sha256.slice(0, 8)].filter(Boolean).join(" · ");
  const escapedWords = words.replace(/[^a-zA-Z0-9 ]/gu, (c) => `\\${c.codePointAt(0).toString(16)} `);
  const css = document.styleSheets[0];
  if (draftRule) css.deleteRule(css.cssRules.length - 1);
  css.insertRule(`@page{@top-right{content:"${escapedWords}"}}`, css.cssRules.length);
  draftRule = true;
}
let draftRule = false;

async function load(input) {
  const file = input.files[0];
  input.value = "";
  if (!file) return;
  say(takeFile(await file.text()));
  showEverything();
}

function showEverything() {
  added.forEach(showAdded);
  showContacts();
  showAll();
  claimRows().forEach(showRow);
  showProgress();
  showDraft();
}

function clicked(event) {
  const button = event.target.closest("button, input.pick");
  if (!button) return;
  const act = {
    save, print: () => window.print(),
    forget: () => { if (confirm("Delete what this browser keeps of this draft? What is on the page stays until you close it.")) { forget(); say("Forgotten on this computer. Save the file if you want to keep your work."); } },
    clear: () => { document.querySelectorAll("[data-filter]").forEach((e) => { e.value = ""; }); applyFilter(); },
    "select-shown": () => visible().forEach((tr) => choose(tr.dataset.row, true)),
    add: () => showAdded(addClaim("", null)).querySelector("textarea").focus(),
    "add-contact": () => { contacts.push({}); showContact(contacts.length - 1).querySelector("input, textarea, select").focus(); },
  }[button.id];
  if (act) act();
  else if (button.matches(".pick")) choose(rowOf(button), button.checked);
  else if (button.matches(".make")) {
    const s = sheet.article.sentences.find((x) => x.number === Number(button.dataset.sentence));
    showAdded(addClaim(s ? [...sheet.article.text].slice(s.start, s.end).join("") : "", s ? s.number : null)).querySelector("textarea").focus();
  } else if (button.matches(".morebutton")) { more(button.closest("tr")); button.parentElement.append(button); button.setAttribute("aria-expanded", "true"); button.hidden = true; button.closest("tr").querySelector(".w .c-date input, .w .c-author_source textarea")?.focus(); }
}

function start() {
  document.documentElement.classList.add("js");
  document.querySelectorAll(".needs-script").forEach((e) => { e.hidden = false; });
  listeners.push(changed, (row, column) => { if (row === "cover" && column === "draft") showDraft(); });
  const count = restore();
  claimRows().forEach(dress);
  upgradeLazily();
  showEverything();
  const bulk = document.getElementById("bulk-status");
  bulk.append(new Option("…", ""));
  for (const [id, title] of columnsOf.claims?.get("status")?.choices || []) bulk.append(new Option(`${settings.signs[id] || ""} ${title}`, id));
  bulk.addEventListener("change", () => { if (bulk.value && chosen.size) setMany([...chosen], bulk.value); else if (bulk.value) say("Select rows first."); bulk.value = ""; });
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-filter]")) applyFilter();
    else if (event.target.matches(".newclaim")) { renameClaim(rowOf(event.target), event.target.value); event.target.parentElement.querySelector(".v").textContent = event.target.value; }
    else typedIn(event);
  });
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", rowKey);
  document.getElementById("load").addEventListener("change", (event) => load(event.target));
  window.addEventListener("storage", (event) => { if (event.key === storageKey && event.newValue) { try { if (adopt(JSON.parse(event.newValue), true)) { showEverything(); say("Taken over from another tab."); } } catch { /* another program wrote there */ } } });
  window.addEventListener("pagehide", () => { if (keeping) keepNow(); });
  window.addEventListener("beforeunload", (event) => { if (unsaved && (contacts.some((c) => Object.values(c).some(Boolean)) || notKeptTyped() || !canKeep)) event.preventDefault(); });
  const top = document.querySelector(".bar");
  new ResizeObserver(() => document.documentElement.style.setProperty("--bar", `${top.querySelector(".top").offsetHeight}px`)).observe(top);
  if (count) say(`${count} cells that you typed on this computer are back.`);
  const rows = claimRows();
  const target = location.hash ? null : rows.find((tr) => !isDone(tr.dataset.row));
  if (target && count) focusRow(target);
}

// Whether something was typed that the browser may not keep.
function notKeptTyped() {
  return sheet.sources.some((s) => (settings.notKept.sources || []).some((c) => get(s.id, c) !== (sheet.entries[s.id]?.[c] || "")));
}

start();
