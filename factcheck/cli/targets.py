"""Where the output goes: every target is named and every refusal made before anything is read or written."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path, PurePath
from typing import overload

from factcheck import api, files
from factcheck.fetch import file_name, is_address
from factcheck.model.errors import FactcheckError
from factcheck.model.light import dataclass
from factcheck.plugin.manager import Manager

PARTS = {
    "cover": (),
    "proof": ("article",),
    "rows": ("claims", "checklist"),
    "contradictions": (),
    "tables": ("names", "sources", "legal", "contacts"),
    "calls": ("call sheets", "call"),
}
"""Parts of the page with other words for them."""


@dataclass(frozen=True, slots=True)
class Job:
    """One article and where its worksheets go.

    Args:
        article: a path, or "-".
        formats: format ids.
        targets: one for each format; None is standard output.
        json_lines: print each worksheet on one line.
    """

    article: str
    formats: tuple[str, ...]
    targets: tuple[Path | None, ...]
    json_lines: bool = False


@dataclass(frozen=True, slots=True)
class Planned(Sequence[Job]):
    """The jobs of many articles, each made when it is looked at: ten thousand of them take the room of their names.

    Args:
        articles: paths, in order.
        formats: format ids.
        suffixes: of their files.
        folder: where all go, or None: each beside its article.
        shared: names without suffix that several articles have, as story.docx and story.pdf: their worksheets keep the suffix.
    """

    articles: list[str]
    formats: tuple[str, ...]
    suffixes: tuple[str, ...]
    folder: Path | None
    shared: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.articles)

    @overload
    def __getitem__(self, at: int) -> Job: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Job]: ...
    def __getitem__(self, at: int | slice) -> Job | Sequence[Job]:
        if isinstance(at, slice):
            return replace(self, articles=self.articles[at])
        article = self.articles[at]
        return Job(article, self.formats, tuple(_beside(article, self.folder, s, self.shared) for s in self.suffixes))


def plan(manager: Manager, articles: tuple[str, ...], output: str | None, format_ids: tuple[str, ...], *, force: bool) -> Sequence[Job]:
    """The jobs of a command line.

    Raises:
        FactcheckError: an unknown format, a contradiction between -o and -f, equal or existing targets.
    """
    inputs = list(_inputs(manager, articles))
    known = api.formats(manager)
    chosen = tuple(dict.fromkeys(api.one(known, f).id for f in format_ids))
    if output == "-":
        return _to_stdout(inputs, chosen or ("json",))
    to_folder = output is not None and (len(inputs) > 1 or len(chosen) > 1 or Path(output).is_dir() or output.endswith("/"))
    if output is not None and not to_folder:
        return [_one_file(manager, inputs[0], Path(output), chosen, force=force)]
    suffixes = [api.one(known, f).suffix for f in chosen or ("xlsx",)]
    folder = Path(output) if output is not None else None
    if folder is not None and not folder.is_dir():
        if folder.exists():
            raise FactcheckError("is a file, and several worksheets are to be written", str(folder), "give -o a folder")
        if folder.suffix.lower() in {f.suffix for f in known} and not str(output).endswith("/"):
            raise FactcheckError("names one file, and several worksheets are to be written", f"-o {output}", "give -o a folder")
    jobs = Planned(inputs, chosen or ("xlsx",), tuple(suffixes), folder, shared_names(inputs))
    _refuse(jobs, force=force, made=folder)
    if folder is not None and not folder.is_dir():
        files.make_folder(folder)  # last, so that a refusal leaves nothing behind
    return jobs


def _inputs(manager: Manager, articles: tuple[str, ...]) -> Iterator[str]:
    suffixes = {s for r in manager.collect("register_readers") for s in r.suffixes}
    for name in articles:
        path = Path(name)
        if is_address(name):
            yield name
            continue
        if name == "-" or not path.is_dir():
            _refuse_worksheet(manager, path, suffixes)
            if name != "-" and not path.exists():
                raise FactcheckError("there is no such file", name, "check the name")
            yield name
            continue
        with os.scandir(path) as entries:
            found = sorted(e.name for e in entries if is_article(e.name, suffixes) and Path(e.path).is_file() and not _is_index(e))
        if not found:
            raise FactcheckError("the folder holds no article", name, f"articles end in {', '.join(sorted(suffixes))}")
        yield from (str(path / n) for n in found)


def _is_index(entry: os.DirEntry[str]) -> bool:
    """Whether a file is the index of an earlier run into the same folder."""
    if entry.name != "index.html":
        return False
    from factcheck.formats.index import is_ours

    return is_ours(Path(entry.path))


def is_article(name: str, suffixes: Set[str]) -> bool:
    """Whether a file of a folder is an article by its name: not hidden, no worksheet, of a suffix that a reader takes."""
    return PurePath(name).suffix.lower() in suffixes and not name.startswith(".") and ".factcheck." not in name


def _refuse_worksheet(manager: Manager, path: Path, suffixes: set[str]) -> None:
    """Raise where a file is a worksheet by its name: it has been made already."""
    suffix = path.suffix.lower()
    made = {f.suffix: f for f in api.formats(manager)}
    if suffix in made and (".factcheck." in path.name or (made[suffix].read is not None and suffix not in suffixes)):
        hint = "'factcheck status' counts it, 'convert' writes it in another format, 'update' brings it to a revised draft"
        raise FactcheckError("is a worksheet, not an article", str(path), hint)


NO_PAGES = frozenset({"xlsx", "json", "csv", "markdown", "md"})
"""Formats, by id or suffix, that have no parts to choose."""


def parts(given: str | None, formats: Iterable[str]) -> tuple[str, ...]:
    """The parts of the page that ``--parts`` names, in the page's order.

    Args:
        formats: ids or suffixes of what is written: one of them is a page.
    Raises:
        FactcheckError: there is no such part, or no page.
    """
    if given is not None and NO_PAGES.issuperset(formats):
        raise FactcheckError("only a page has parts", "--parts", "add -f html")
    named = [word.strip().casefold() for word in given.split(",") if word.strip()] if given is not None else []
    known = {**{p: p for p in PARTS}, **{other: p for p, others in PARTS.items() for other in others}}
    for word in named:
        if word not in known and word != "all":
            near = difflib.get_close_matches(word, known, n=1)
            meant = f"did you mean {near[0]!r}? " if near else ""
            raise FactcheckError(f"the page has no part {word!r}", "--parts", f"{meant}choose of {', '.join(PARTS)}, all")
    if given is not None and not named:
        raise FactcheckError("names no part", "--parts", f"choose of {', '.join(PARTS)}, all")
    chosen = {known[word] for word in named if word != "all"} | (set(PARTS) if "all" in named else set())
    return tuple(p for p in PARTS if p in chosen)


def _to_stdout(inputs: list[str], formats: tuple[str, ...]) -> list[Job]:
    if len(formats) > 1:
        raise FactcheckError("standard output takes one format", "-o -", "give -o a folder")
    several = len(inputs) > 1
    if several and formats != ("json",):
        raise FactcheckError("several worksheets on standard output are JSON Lines", "-o -", "use -f json, or give -o a folder")
    return [Job(a, formats, (None,), several) for a in inputs]


def _one_file(manager: Manager, article: str, target: Path, chosen: tuple[str, ...], *, force: bool) -> Job:
    by_suffix = [f for f in api.formats(manager) if f.suffix == target.suffix.lower()]
    if chosen and by_suffix and by_suffix[0].id != chosen[0]:
        raise FactcheckError(f"-f {chosen[0]} contradicts the suffix {target.suffix}", f"-o {target}", "leave one of them out")
    format_id = chosen[0] if chosen else api.format_for(manager, target.suffix.lower(), f"-o {target}").id
    if article != "-" and target.exists() and target.resolve() == Path(article).resolve():
        raise FactcheckError("is the article itself", f"-o {target}", "give another name")
    files.refuse_existing(target, force=force)
    return Job(article, (format_id,), (target,))


def _beside(article: str, folder: Path | None, suffix: str, shared: Set[str] = frozenset()) -> Path:
    if is_address(article):
        return (folder or Path()) / f"{Path(file_name(article)).stem}.factcheck{suffix}"
    name = worksheet_name("worksheet" if article == "-" else Path(article).name, suffix, shared)
    return (folder or (Path() if article == "-" else Path(article).parent)) / name


def worksheet_name(article: str, suffix: str, shared: Set[str] = frozenset()) -> str:
    """The name of an article's worksheet.

    Args:
        article: the file's name, without folders.
        suffix: of the worksheet's format.
        shared: of ``shared_names``.

    >>> worksheet_name("story.docx", ".json"), worksheet_name("story.docx", ".json", {"story"})
    ('story.factcheck.json', 'story.docx.factcheck.json')
    """
    stem = PurePath(article).stem
    return f"{article if stem in shared else stem}.factcheck{suffix}"


def shared_names(articles: Iterable[str]) -> frozenset[str]:
    """Names without suffix that two articles of different suffixes have.

    >>> sorted(shared_names(["story.docx", "story.pdf", "other.txt"]))
    ['story']
    """
    names: dict[str, str] = {}
    twice = set()
    for article in articles:
        if article != "-" and not is_address(article):
            path = PurePath(article)
            if names.setdefault(path.stem, path.suffix) != path.suffix:
                twice.add(path.stem)
    return frozenset(twice)


def _refuse(jobs: Sequence[Job], *, force: bool, made: Path | None = None) -> None:
    seen: dict[str, int] = {}
    for number, job in enumerate(jobs):
        for target in job.targets:
            if target is None:
                continue
            place = os.path.normcase(target)
            before = seen.get(place)
            if before is not None:
                raise FactcheckError(
                    f"{jobs[before].article} and {job.article} would both be written to it", str(target), "rename one, or run them apart"
                )
            seen[place] = number
            if made is None or target.parent != made or made.is_dir():  # nothing can stand in a folder that is not there yet
                files.refuse_existing(target, force=force)
