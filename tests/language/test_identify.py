"""The language of a text, by function words and letters."""

from __future__ import annotations

import pytest

from factcheck.language.identify import identify, title
from factcheck.plugin.manager import Manager
from factcheck.plugin.testing import make_worksheet

TEXTS = {
    "en": "The council said on Monday that it had not been told of the plan, which the mayor and his staff were to present to the board by May.",
    "de": "Der Rat teilte am Montag mit, dass er von dem Plan nicht unterrichtet war, den der Bürgermeister und sein Stab bis zum Mai vorlegen "
    "sollten, und dass auch die Feuerwehr nichts wusste.",
    "fr": "Le conseil a déclaré lundi que les membres n'ont pas été informés du plan que le maire et son équipe devaient présenter dans les "
    "prochaines semaines, et qui est contesté par une partie des habitants.",
    "es": "El consejo dijo el lunes que no se le había informado del plan que el alcalde y su equipo iban a presentar en mayo, pero los vecinos "
    "también se quejan de las obras y del ruido por la noche.",
    "nl": "De raad zei maandag dat het plan van de burgemeester niet met de leden was besproken, maar dat de brandweer ook op de hoogte was van "
    "het onderzoek dat door een bureau wordt gedaan.",
    "ru": "Совет сообщил в понедельник, что ему не рассказали о плане, который мэр должен был представить до мая.",
    "zh": "市议会周一表示,市长及其团队原定五月提交的计划并未事先告知议会,消防部门也表示不知情,居民对噪音表示不满。",
    "ja": "市議会は月曜日、市長とそのチームが5月までに提出する予定だった計画について知らされていなかったと述べた。",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_paragraph_is_enough(code: str) -> None:
    assert identify(TEXTS[code]) == code


@pytest.mark.parametrize(
    "text",
    [
        "Les Misérables opens at the Gare du Nord theatre on Monday, and Der Spiegel and El País said the cast of La Bohème were to join it by May.",
        TEXTS["en"]
        + " “Wir haben es nicht gewusst und auch nicht mit den anderen besprochen,” said the head of the board to the reporters.",
    ],
)
def test_english_with_foreign_words_is_english(text: str) -> None:
    assert identify(text) == "en"


@pytest.mark.parametrize("text", ["", "Nine boats sank.", "12 34 56 " * 40])
def test_of_too_little_nothing_is_said(text: str) -> None:
    assert identify(text) is None


def test_another_language_is_told_and_still_gets_its_worksheet(builtin_manager: Manager) -> None:
    sheet = make_worksheet(TEXTS["de"] + " Die Brücke kostete 40 Millionen Euro.", builtin_manager)
    assert sheet.article.language == "de" and title("de") in sheet.article.notes[-1]
    assert sheet.claims and any("40" in d.text for c in sheet.claims for d in c.details)
    assert make_worksheet(TEXTS["en"], builtin_manager).article.notes == ()
