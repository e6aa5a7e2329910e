"""The page for everybody: axe-core finds nothing to object to, light and dark, wide and narrow, untouched and filled in; and chosen parts."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck import api
from factcheck.formats.html import write_html as write
from factcheck.plugin.manager import Manager
from tests.formats.sheet import OPTIONS, sheet
from tests.formats.test_html_browser import CHROMIUM, EXAMPLE, browser, words_of

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")]
axe = pytest.importorskip("axe_playwright_python.base", reason="needs axe-core: the extra 'browser'")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]}
"""WCAG 2.2, levels A and AA, and what axe-core recommends besides."""

__all__ = ["browser"]


def objections(page: Any) -> list[str]:
    """What axe-core (MPL-2.0, injected for the test only) finds in the page as it is now."""
    page.evaluate(axe.AXE_SCRIPT)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [
        f"{v['id']} ({v['impact']}): {n['target']} {n['html'][:160]} {n['failureSummary'][:300]}"
        for v in found["violations"]
        for n in v["nodes"][:3]
    ]


@pytest.fixture(scope="module")
def pages(builtin_manager: Manager, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = api.generate(api.read(EXAMPLE, manager=builtin_manager), manager=builtin_manager)
    (folder / "example.html").write_bytes(api.dump(made, "html", manager=builtin_manager))
    (folder / "hostile.html").write_bytes(write(sheet(), OPTIONS))
    (folder / "parts.html").write_bytes(write(sheet(), dataclasses.replace(OPTIONS, parts=("proof", "calls"))))
    return {p.stem: p for p in folder.iterdir()}


@pytest.fixture
def opened(browser: Any, pages: dict[str, Path]) -> Iterator[Any]:
    contexts = []

    def open_page(name: str, **context: Any) -> Any:
        made = browser.new_context(**context)
        contexts.append(made)
        page = made.new_page()
        page.goto(pages[name].as_uri())
        return page

    yield open_page
    for made in contexts:
        made.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("name", ["example", "hostile"])
def test_nothing_to_object_to(opened: Any, name: str, width: int, scheme: str) -> None:
    page = opened(name, viewport={"width": width, "height": 900}, color_scheme=scheme)
    assert objections(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_to_object_to_while_it_is_filled_in(opened: Any, scheme: str) -> None:
    page = opened("hostile", viewport={"width": 1366, "height": 900}, color_scheme=scheme)
    page.locator(".tools summary").click()
    page.get_by_label("Status C003").select_option("confirmed")
    page.locator("#C003 .morebutton").click()
    page.locator(".make").first.click()
    page.locator("#add-contact").click()
    page.locator("#C003 .ex summary").click()
    page.locator("#C001 .key").focus()
    page.keyboard.press("x")
    page.get_by_label("Priority", exact=True).select_option("high")
    assert objections(page) == []


def test_nothing_to_object_to_without_script(browser: Any, pages: dict[str, Path]) -> None:
    """The markup alone, read by a page whose own script does not run."""
    text = pages["hostile"].read_text("utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.set_content(text[: text.rindex("<script>")] + "</body></html>")
    assert page.locator("#save").is_hidden()
    assert objections(page) == []
    context.close()


def test_chosen_parts_are_shown_and_printed_and_the_others_come_back(opened: Any) -> None:
    page = opened("parts")
    shown = [
        part
        for part in ("cover", "proof", "rows", "contradictions", "names", "sources", "contacts", "calls")
        if page.locator(f"#{part}").is_visible()
    ]
    assert shown == ["proof", "calls"]
    printed = " ".join(words_of(page.pdf(format="A4")))
    assert "do not read out" in printed and "Claim rows" not in printed
    page.locator(".tools summary").click()
    page.get_by_role("checkbox", name="Rows", exact=True).check()
    assert page.locator("#rows").is_visible()
    page.get_by_label("Status C003").select_option("wrong")
    assert "Claim rows" in " ".join(words_of(page.pdf(format="A4")))
    assert objections(page) == []


def test_tab_reaches_every_control_in_order_and_shows_where_it_is(opened: Any) -> None:
    page = opened("hostile", viewport={"width": 1366, "height": 900})
    seen: list[str] = []
    for _ in range(14):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent.trim().slice(0, 20) || document.activeElement.id"))
        assert page.evaluate("getComputedStyle(document.activeElement.closest('.button') || document.activeElement).outlineStyle") != "none"
    assert seen[0] == "Skip to the rows" and "Cover" in seen and "Save" in seen and "Forget on this compu" in seen
    page.keyboard.press("Shift+Tab")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#rows') !== null")


def test_dark_is_dark_and_paper_stays_white(opened: Any) -> None:
    page = opened("hostile", color_scheme="dark")
    bright = "(() => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number); return r + g + b; })()"
    assert page.evaluate(bright) < 150
    page.emulate_media(media="print")
    assert page.evaluate(bright) == 765
