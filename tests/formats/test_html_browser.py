"""The page in a real browser: filled in, kept, saved, loaded, filtered, printed; nothing leaves it, and it reads without script."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck import api
from factcheck.formats import json_format
from factcheck.formats.html import write_html as write
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.manager import Manager
from tests.formats.sheet import OPTIONS, sheet

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")]
playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright: the extra 'browser'")
pdfium = pytest.importorskip("pypdfium2", reason="needs pypdfium2: the extra 'browser'")
EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour-fire.txt"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as p:
        running = p.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "page.html"
    target.write_bytes(write(sheet(), OPTIONS))
    return target


@pytest.fixture
def page(browser: Any, path: Path) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1366, "height": 900})
    opened = context.new_page()
    opened.troubles = []
    opened.on("pageerror", lambda error: opened.troubles.append(str(error)))
    opened.on("console", lambda message: opened.troubles.append(message.text))
    opened.on("request", lambda request: opened.troubles.append(request.url) if not request.url.startswith(("file:", "blob:")) else None)
    opened.goto(path.as_uri())
    yield opened
    assert opened.troubles == []
    context.close()


def saved(page: Any, folder: Path) -> Worksheet:
    """What "Save" downloads, as every command reads it."""
    with page.expect_download() as download:
        page.locator("#save").click()
    assert download.value.suggested_filename == "harbour.factcheck.json"
    download.value.save_as(folder / "saved.json")
    return json_format.read((folder / "saved.json").read_bytes(), "saved.json")


def test_saved_untouched_is_the_worksheet(page: Any, tmp_path: Path) -> None:
    assert saved(page, tmp_path) == sheet()


def test_filled_in_kept_and_saved(page: Any, tmp_path: Path) -> None:
    page.get_by_label("Checker, ").fill("AB")
    page.get_by_label("Status C003").select_option("cannot_verify")
    page.get_by_label("Note C003").fill('two\nlines </script> "x" \u2028')
    page.locator("#C003 .morebutton").click()
    page.get_by_label("Basis C003").select_option("person_asked")
    page.get_by_label("Date C003").fill("2024-03-12")
    page.get_by_label("Risk C003").select_option("<b>libel</b>")
    page.locator("#Q01").get_by_label("Wording ok").check()
    page.locator(".make").first.click()
    page.get_by_label("Claim N02").fill("There was no foam")
    page.locator("#S01").get_by_label("Identity checked").fill("by the editor")
    page.locator("#add-contact").click()
    page.get_by_label("Who, contact 2").fill("code 9")
    made = saved(page, tmp_path)
    assert made.entries["C003"] == {
        "status": "cannot_verify",
        "note": 'two\nlines </script> "x" \u2028',
        "basis": "person_asked",
        "date": "2024-03-12",
        "desk.risk": "<b>libel</b>",
        "initials": "AB",
    }
    assert made.entries["Q01"] == {"speaker_ok": "x", "wording_ok": "x"}
    assert [(a.text, a.sentence) for a in made.added_claims[1:]] == [("There was no foam", 4)]
    assert made.contacts[1] == {"who": "code 9"} and made.entries["S01"]["identity_checked"] == "by the editor"
    machine = {"entries": {}, "added_claims": (), "contacts": ()}
    assert dataclasses.replace(made, **machine) == dataclasses.replace(sheet(), **machine)
    page.wait_for_function("localStorage.length === 1")
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert "two" in kept and "There was no foam" in kept and "code 9" not in kept and "by the editor" not in kept
    page.reload()
    assert (
        page.get_by_label("Status C003").input_value() == "cannot_verify"
        and page.get_by_label("Claim N02").input_value() == "There was no foam"
    )
    assert page.locator("[data-contact]").count() == 1
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("#forget").click()
    assert page.evaluate("localStorage.length") == 0


def test_three_keys_confirm_with_evidence_and_go_on(page: Any) -> None:
    page.locator("#C001 .key").focus()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.textContent") == "C003", "C002 is done"
    for key in "cen":
        page.keyboard.press(key)
    assert page.get_by_label("Status C003").input_value() == "confirmed"
    assert page.get_by_label("Evidence C003").input_value().startswith("tape\nmin 3")
    assert page.evaluate("document.activeElement.textContent") == "C004"
    assert "3 of 6 done · 1 confirmed · 1 as said" in page.locator("#count").inner_text()
    page.locator("#C003 .key").focus()
    for _ in range(2):
        page.keyboard.press("u")
    assert page.get_by_label("Status C003").input_value() == "" and page.get_by_label("Evidence C003").input_value() == ""
    page.get_by_label("Note C003").press_sequentially("can")
    assert page.get_by_label("Status C003").input_value() == "", "letters in a cell are letters"


def test_filters_and_several_rows_at_once(page: Any) -> None:
    page.locator(".tools summary").click()
    page.get_by_label("Source", exact=True).select_option("S01")
    assert page.locator("tr.c:visible").count() == 3
    page.get_by_label("Status", exact=True).select_option("open")
    page.locator("#select-shown").click()
    page.get_by_label("Set status").select_option("in_progress")
    assert [page.get_by_label(f"Status C00{n}").input_value() for n in (1, 2, 3, 4)] == [
        "",
        "confirmed_as_said",
        "in_progress",
        "in_progress",
    ]
    page.locator("#clear").click()
    page.get_by_label("Words").fill("hyperlink")
    assert page.locator("tr.c:visible").count() == 1


def test_load_takes_this_draft_only(page: Any, tmp_path: Path) -> None:
    def load(worksheet: Worksheet) -> str:
        (tmp_path / "load.json").write_text(json_format.dumps(worksheet), "utf-8")
        before = page.locator("#said").inner_text()
        page.locator("#load").set_input_files(tmp_path / "load.json")
        page.wait_for_function("before => document.getElementById('said').innerText !== before", arg=before)
        return str(page.locator("#said").inner_text())

    other = dataclasses.replace(sheet(), article=dataclasses.replace(sheet().article, sha256="0" * 64))
    assert "another draft" in load(other)
    more = dataclasses.replace(sheet(), entries={**sheet().entries, "C001": {"status": "wrong"}}, contacts=({"who": "code 8"},))
    assert load(more) == "Loaded: 1 cells changed."
    assert page.get_by_label("Status C001").input_value() == "wrong"
    assert saved(page, tmp_path).contacts == (*sheet().contacts, {"who": "code 8"})


def test_without_script_it_reads_and_ticks(browser: Any, path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator("#C002 .c-status .v").inner_text() == "Confirmed as said" and page.locator("#save").is_hidden()
    page.locator("#C002 .d input").first.check()
    context.close()


@pytest.mark.parametrize("width", [390, 768, 1366])
def test_nothing_is_wider_than_the_screen(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def words_of(pdf: bytes) -> list[str]:
    """The words of each printed page, without spaces: a line may break anywhere."""
    document = pdfium.PdfDocument(pdf)
    pages = [document[i].get_textpage().get_text_range() for i in range(len(document))]
    document.close()
    return pages


def squeeze(text: str) -> str:
    return "".join(text.replace("\ufffe", "").split())


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("script", [True, False])
def test_printed_whole(browser: Any, builtin_manager: Manager, tmp_path: Path, paper: str, script: bool) -> None:
    made = api.generate(api.read(EXAMPLE, manager=builtin_manager), manager=builtin_manager)
    (tmp_path / "p.html").write_bytes(api.dump(made, "html", manager=builtin_manager))
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto((tmp_path / "p.html").as_uri())
    pages = words_of(page.pdf(format=paper))
    context.close()
    whole = squeeze(" ".join(pages))
    for c in made.claims:
        assert c.id in whole and squeeze(c.text) in whole
    of = len(pages)
    assert of <= 5, "a row takes no more paper than it did"
    assert all(f"Page {n} of {of}" in text for n, text in enumerate(pages, 1))
    assert all(made.article.sha256[:8] in text and squeeze(made.article.title or "")[:20] in squeeze(text) for text in pages)
    row_pages = [text for text in pages if "Waiting for" in text]
    assert row_pages and all("Road, how to check, flags" in text for text in row_pages)
    assert "Call sheets" not in whole and "Save" not in "".join(pages[1:])


def test_call_sheets_are_printed_when_they_are_chosen(page: Any) -> None:
    page.locator(".tools summary").click()
    for part in ("cover", "proof", "rows", "contradictions", "tables"):
        page.locator(f"#print-{part}").uncheck()
    page.get_by_label("Call sheets, one page a source").check()
    (only,) = words_of(page.pdf(format="A4"))
    assert "do not read out" in only and "Ida Lund" in only and "Claim rows" not in only


def test_a_filled_in_row_is_printed(page: Any) -> None:
    page.get_by_label("Status C003").select_option("wrong")
    page.get_by_label("Draft, ").fill('Third "draft"')
    printed = words_of(page.pdf(format="A4"))
    assert "Wrong" in " ".join(printed)
    assert all('Third "draft" ·' in text for text in printed)
    assert json.loads(page.evaluate("JSON.stringify(document.title)")).startswith("Fact-check: Forty berths")
