"""A model that lives in this process and gives a recorded answer, to see the plugin at work without sending anything anywhere.

factcheck generate ARTICLE -p llm -p plugins/factcheck-llm/tests/rehearsal.py --set llm.model=rehearsal
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import llm


class Rehearsal(llm.Model):
    """Answers what it is given; keeps the messages that it was sent."""

    model_id = "rehearsal"

    def __init__(self, answer: str | Callable[[str], str]) -> None:
        self.answer = answer
        self.asked: list[tuple[str, str]] = []

    def execute(self, prompt: Any, stream: bool, response: Any, conversation: Any = None) -> Iterator[str]:
        self.asked.append((prompt.system, prompt.prompt))
        answer = self.answer if isinstance(self.answer, str) else self.answer(prompt.prompt)
        yield from (answer[i : i + 1000] for i in range(0, len(answer), 1000))


class Registration:
    """What the llm library asks for its models."""

    def __init__(self, model: llm.Model) -> None:
        self.model = model

    @llm.hookimpl
    def register_models(self, register: Callable[[llm.Model], None]) -> None:
        register(self.model)


if __name__ != "rehearsal":  # loaded with -p, not by the tests, which bring their own answers
    from llm.plugins import pm

    pm.register(Registration(Rehearsal(Path(__file__).with_suffix(".json").read_text("utf-8"))), "factcheck-rehearsal")
