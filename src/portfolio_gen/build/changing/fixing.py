"""What is mended without asking, once it is certain that nothing else gets worse and nobody sees more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from portfolio_gen.build.author import Authored, authored
from portfolio_gen.build.checking import check
from portfolio_gen.editing.errors import EditError
from portfolio_gen.editing.files.changes import Change
from portfolio_gen.editing.fixes import FIXERS, OF_REFERENCES, Fix
from portfolio_gen.editing.fixes.references import meant_instead, nowhere
from portfolio_gen.editing.references.meaning import Said, everything_said
from portfolio_gen.editing.references.respelling import respelt
from portfolio_gen.editing.source_text import Edit, edited, source_text, with_edits
from portfolio_gen.linking.resolution import ToFile
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.problems import Problem, Severity, errors
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.inference import kind_from_uri
from portfolio_gen.reading.sources import Source, Tree
from portfolio_gen.settings import Settings

FIXABLE = frozenset({*FIXERS, *OF_REFERENCES})
"""The codes of problems that may be mended without asking."""
_MOST = 100
"""How many mistakes of one source are mended in one go."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A mistake that is mended, and what is other than before."""

    problem: Problem
    words: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What is mended, thought out in full and not yet written."""

    changes: tuple[Change, ...]
    mended: tuple[Mended, ...]
    """By place."""
    left: tuple[Problem, ...]
    """What is still wrong afterwards; sorted."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """One source, mended."""

    uri: str
    change: Change
    mended: tuple[Mended, ...]

    @property
    def text(self) -> str:
        """What it is to hold."""
        return source_text(self.change.after or b"").text

    def with_edits(self, edits: Iterable[Edit], *mended: Mended) -> _Draft:
        """The same with some edits made, and what they mend."""
        after = edited(source_text(self.change.after or b""), edits)
        return _Draft(self.uri, replace(self.change, after=after), (*self.mended, *mended))


def fixed(
    tree: Tree,
    settings: Settings,
    excluded: Iterable[str] = (),
    *,
    concerns: Callable[[Problem], bool] = lambda _: True,
) -> Fixed:
    """The changes that mend what leaves no doubt, of the problems that `concern` somebody.

    After them no source has an error or a warning that it hadn't, and none is more open than before: one that nobody
    could read is then its author's alone, or for those whom it names as its audience. No attachment is more open,
    either. A source with which that isn't so stays as it is. Sources of included folders do, too. The problems that are
    mended are whole, and those that are left as discreet as the settings are.

    Raises:
        SettingsError: the reader is no person.
    """
    excluded = tuple(excluded)
    # Where problems are told without their words, nothing could be compared.
    told, settings = settings, replace(settings, is_discreet=False)
    before = check(tree, settings, excluded)
    whole = authored(tree, settings, excluded)
    concerned = {one.uri for one in before if one.code in FIXABLE and concerns(one) and not tree.is_included(one.uri)}
    read = _read_again(concerned, tree, settings, concerns)
    fresh, problems = _with(tree, read), before
    if read:
        # What a source names is known once it can be read.
        problems = check(fresh, settings, excluded)
        concerned |= {draft.uri for draft in read}
    problems = tuple(filter(concerns, problems))
    references = _references(problems, authored(fresh, settings, excluded) if read else whole)
    kept = tuple(_respelt({draft.uri: draft for draft in read}, concerned, references, problems, tree))
    after, is_right = _checked(kept, tree, settings, excluded, before, whole)
    if not is_right:
        # Rarely; then each source is tried by itself.
        kept = tuple(one for one in kept if _checked((one,), tree, settings, excluded, before, whole)[1])
        after, is_right = _checked(kept, tree, settings, excluded, before, whole)
        kept, after = (kept, after) if is_right else ((), before)
    mended = sorted((one for draft in kept for one in draft.mended), key=lambda one: one.problem)
    left = check(_with(tree, kept), told, excluded) if told.is_discreet else after
    return Fixed(tuple(draft.change for draft in kept), tuple(mended), left)


def may_be_fixed(problems: Iterable[Problem]) -> bool:
    """Whether it is worth the while to try."""
    return any(problem.code in FIXABLE for problem in problems)


def _read_again(
    uris: Iterable[str], tree: Tree, settings: Settings, concerns: Callable[[Problem], bool]
) -> tuple[_Draft, ...]:
    """Those of some sources in which something is mended that each of them tells by itself."""
    drafts = (_untouched(uri, tree) for uri in sorted(uris))
    return tuple(
        fresh for draft in drafts if draft is not None and (fresh := _by_itself(draft, settings, concerns)).mended
    )


def _untouched(uri: str, tree: Tree) -> _Draft | None:
    """A source as it is on disk; None if it isn't what was read, since somebody is writing in it just now."""
    source = next((one for one in tree.sources if one.uri == uri), None)
    path = tree.path_of(uri)
    if source is None or path is None or not path.is_file():
        return None
    data = path.read_bytes()
    try:
        is_same = source_text(data).text == source_text(source.text.encode()).text
    except EditError:
        return None
    return _Draft(uri, Change(path.resolve(), data, data), ()) if is_same else None


def _by_itself(draft: _Draft, settings: Settings, concerns: Callable[[Problem], bool]) -> _Draft:
    # Each edit moves what stands behind it, so what is wrong is looked for again after each.
    for fix in _fixes(draft.uri, draft.text, settings, concerns):
        draft = draft.with_edits(fix.edits, Mended(fix.problem, fix.words))
    return draft


def _fixes(uri: str, text: str, settings: Settings, concerns: Callable[[Problem], bool]) -> Iterator[Fix]:
    """What mends a source by itself, one after the other, each in the text that the one before has left."""
    tried: Counter[tuple[str, str]] = Counter()
    for _ in range(_MOST):
        entry, problems = read_entry(Source(uri, text), settings.folders)
        kind = entry.kind if entry is not None else KINDS[kind_from_uri(uri, settings.folders)]
        concerned = (one for one in problems if concerns(one) and not tried[_said(one)])
        found = (fixer(one, text, kind) for one in concerned for fixer in FIXERS.get(one.code, ()))
        fix = next((fix for fix in found if fix is not None), None)
        if fix is None:
            return
        tried[_said(fix.problem)] += 1
        text = with_edits(text, fix.edits)
        yield fix


def _references(problems: Iterable[Problem], whole: Authored) -> Mapping[str, list[tuple[Said, str]]]:
    """By source, the references that lead nowhere, and what was meant."""
    places = frozenset((one.uri, one.line, one.column) for one in problems if one.code in OF_REFERENCES)
    files = (*(source.uri for source in whole.tree.sources), *whole.tree.attachments)
    meant: defaultdict[str, list[tuple[Said, str]]] = defaultdict(list)
    for said in everything_said(whole.portfolio.entries, whole.links).values():
        for one in nowhere(said, places):
            if one.entry.origin is None and (name := meant_instead(one, whole.resolver, files)) is not None:
                meant[one.entry.uri].append((one, name))
    return meant


def _respelt(
    drafts: Mapping[str, _Draft],
    uris: Iterable[str],
    references: Mapping[str, Sequence[tuple[Said, str]]],
    problems: Iterable[Problem],
    tree: Tree,
) -> Iterator[_Draft]:
    """The sources in which something is mended, with those references respelt that can be changed safely."""
    at = {(one.uri, one.line, one.column): one for one in problems if one.code in OF_REFERENCES}
    for uri in sorted(uris):
        draft = drafts.get(uri) or _untouched(uri, tree)
        if draft is None:
            continue
        edits: list[Edit] = []
        mended: list[Mended] = []
        for said, name in references.get(uri, ()):
            own = _edits(draft.text, said, name)
            if own and not any(one.start < other.end and other.start < one.end for one in own for other in edits):
                edits += own
                words = f"'{said.where.target}' is written as '{name}'"
                mended.append(Mended(at[uri, said.where.line, said.where.column], words))
        fresh = draft.with_edits(edits, *mended)
        if fresh.mended:
            yield fresh


def _edits(text: str, said: Said, name: str) -> list[Edit]:
    try:
        return respelt(text, [(said, name)])
    except EditError:
        return []


def _with(tree: Tree, drafts: Iterable[_Draft]) -> Tree:
    """The files with some sources mended."""
    fresh = {draft.uri: draft.text for draft in drafts}
    return replace(tree, sources=tuple(replace(one, text=fresh.get(one.uri, one.text)) for one in tree.sources))


def _checked(
    drafts: Sequence[_Draft],
    tree: Tree,
    settings: Settings,
    excluded: Sequence[str],
    before: Sequence[Problem],
    whole: Authored,
) -> tuple[tuple[Problem, ...], bool]:
    """What is wrong with some sources mended, and whether nothing is worse and nobody sees more."""
    mended = _with(tree, drafts)
    after = check(mended, settings, excluded)
    now = authored(mended, settings, excluded)
    is_open = _is_more_open(whole, now, {one.uri for one in errors(before)})
    return after, not _is_worse(before, after, whole) and not is_open


def _is_worse(before: Iterable[Problem], after: Iterable[Problem], whole: Authored) -> bool:
    """Whether there is an error or a warning that wasn't there; what hid in a source that nobody could read was."""
    known = Counter((one.uri, *_said(one)) for one in before)
    new = Counter(
        (one.uri, *_said(one))
        for one in after
        if one.severity is not Severity.NOTE and one.uri not in whole.loaded.broken
    )
    return bool(new - known)


def _is_more_open(whole: Authored, now: Authored, wrong: Collection[str]) -> bool:
    """Whether an entry is more open than it was, or was for nobody and is now for others than it says itself; or
    whether an attachment is. `wrong` are uris of sources with errors, which were for nobody."""
    entries = whole.portfolio.entries.values()
    former = {entry.uri: whole.portfolio.audiences[entry.id] for entry in entries if entry.uri not in wrong}
    files, former_files = _files(now), _files(whole)
    return any(_opened(entry, former, now) for entry in now.portfolio.entries) or any(
        audience > former_files.get(uri, Audience.ME) for uri, audience in files.items()
    )


def _files(whole: Authored) -> Mapping[str, Audience]:
    """By attachment, the widest audience of an entry that names it."""
    found: dict[str, Audience] = {}
    for said in everything_said(whole.portfolio.entries, whole.links).values():
        for one in said:
            if isinstance(one.target, ToFile):
                audience = whole.portfolio.audiences[one.entry.id]
                found[one.target.uri] = max(audience, found.get(one.target.uri, audience))
    return found


def _opened(entry_id: EntryId, former: Mapping[str, Audience], now: Authored) -> bool:
    entry, audience = now.portfolio.entries[entry_id], now.portfolio.audiences[entry_id]
    if entry.uri in former:
        return audience > former[entry.uri]
    return audience > Audience.ME and entry.common.audience is None


def _said(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message
