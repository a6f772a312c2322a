"""Indicators: which indicator of the catalogue a target's wording means, and provisional ones for what it does not know.

Alias first, then syllable TF-IDF with vetoes (other network generation, rank against score, another object or
population). Hands on `Match` with confidence, runner-up and the reason; `assign` adds provisional indicators.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from normalizers.gram_index import GramIndex
from normalizers.indicator_concepts import CLUSTER, bar, concepts, core, direction_of, exact, measure_kind, veto
from normalizers.indicator_ids import PROVISIONAL as PROVISIONAL
from normalizers.indicator_ids import provisional_id as provisional_id
from normalizers.indicator_ids import spelled as spelled
from normalizers.indicator_text import VOCAB, grams, key, level, tokens
from normalizers.text import fold, squash

ACCEPT = 0.32          # least similarity at which a wording is read as an indicator of the catalogue
_CLOSE = 0.85          # runner-up this near the best: the wording may join two indicators
_LONG = 9              # grams (five words) that a wording must have to be found inside a longer one
_HALF = 0.4            # least similarity of each half of a sentence that names two outcomes
_COVERED = 0.45        # what a wording wholly found inside a longer one is worth
_OTHER_PEOPLE = 0.6    # weight of a wording that counts other people or things than the indicator's known wordings
_SAME_WORDS = 0.9
_TWO = "câu gộp hai vế; "


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: `unit` as in records ("" where it has none), `direction` "higher" or "lower" (which is better)."""

    id: str
    name: str
    unit: str
    direction: str
    domain: str
    definition: str


@dataclass(frozen=True, slots=True)
class Match:
    """What a wording means. `confidence` 0–1; `runner_up` the second best indicator, where one comes near;
    `reason` in Vietnamese, for the list of matches to confirm."""

    indicator_id: str | None
    confidence: float
    runner_up: str | None = None
    reason: str = ""
    score: float = 0.0

    @property
    def joined(self) -> bool:
        """Whether the wording names two outcomes of the catalogue with one number."""
        return self.reason.startswith(_TWO)


@dataclass(frozen=True, slots=True)
class Wording:
    """A target as `assign` sees it: its wording, unit and comparator."""

    text: str
    unit: str | None = None
    comparator: str | None = None


@dataclass(frozen=True, slots=True)
class _Model:
    """The catalogue ready for matching: aliases by key, one weighted gram vector per known wording."""

    aliases: dict[str, str]
    docs: tuple[tuple[str, dict[str, float]], ...]
    idf: dict[str, float]
    unseen: float
    index: GramIndex


def _rows(name: str) -> list[dict[str, str]]:
    with (VOCAB / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=1)
def catalogue() -> dict[str, Indicator]:
    """Every indicator of the catalogue by id, in the catalogue's order."""
    return {r["indicator_id"]: Indicator(r["indicator_id"], r["name"], r["unit"], r["direction"], r["domain"], r["definition"])
            for r in _rows("indicators.csv")}


_Clauses = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[_Clauses, tuple[str, ...]]]:
    """Indicator -> (clauses of which each needs one of its terms, terms that rule it out)."""
    return {r["indicator_id"]: (tuple(tuple(clause.split("|")) for clause in r["requires"].split("&") if clause),
                                tuple(filter(None, r["forbids"].split("|")))) for r in _rows("indicator_rules.csv")}


def _vector(counts: Mapping[str, int], idf: Mapping[str, float], unseen: float) -> dict[str, float]:
    vector = {g: n * idf.get(g, unseen) for g, n in counts.items()}
    norm = math.sqrt(sum(w * w for w in vector.values())) or 1.0
    return {g: w / norm for g, w in vector.items()}


def _idf(documents: Iterable[Iterable[str]]) -> tuple[dict[str, float], float]:
    df: Counter[str] = Counter()
    total = 1
    for doc in documents:
        df.update(set(doc))
        total += 1
    return {g: math.log(total / (n + 1)) + 1 for g, n in df.items()}, math.log(total) + 1


def known_wordings() -> list[tuple[str, str]]:
    """(indicator, wording) of every name and alias."""
    return [(i.id, i.name) for i in catalogue().values()] + [(r["indicator_id"], r["alias"]) for r in _rows("indicator_aliases.csv")]


@lru_cache(maxsize=1)
def _model() -> _Model:
    wordings = known_wordings()
    aliases: dict[str, str] = {}
    for iid, text in wordings:
        aliases.setdefault(key(text), iid)
    documents = [grams(tokens(text)) for _, text in wordings]
    idf, unseen = _idf(documents)
    docs = tuple((iid, _vector(Counter(d), idf, unseen)) for (iid, _), d in zip(wordings, documents, strict=True))
    index = GramIndex()
    for _, doc in docs:
        index.add(doc)
    return _Model(aliases, docs, idf, unseen, index)


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return sum(w * b[g] for g, w in a.items() if g in b)


def _has(text: str, term: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text) is not None


_KIND_OF_UNIT = {"%": "share", "": "none"}
# Kinds that may still mean one indicator, with the weight they keep.
_MIXED = {("share", "index"): 0.9, ("rank", "index"): 0.55, ("index", "rank"): 0.5, ("none", "rank"): 0.9, ("none", "level"): 1.0,
          ("level", "share"): 0.6, ("none", "share"): 0.75, ("none", "index"): 0.7, ("none", "count"): 0.7, ("amount", "index"): 0.9,
          ("rank", "none"): 0.8, ("share", "none"): 0.7, ("count", "none"): 0.6, ("rank", "level"): 0.7, ("level", "rank"): 0.5}


def _kind_weight(kind: str, indicator: Indicator) -> float:
    want = _KIND_OF_UNIT.get(indicator.unit, indicator.unit)
    if not kind or kind == want:
        return 1.0
    return _MIXED.get((kind, want), 0.0)


def _ruled_out(text: str, indicator_id: str) -> str:
    """Why `text` (levelled) cannot mean the indicator; "" if it can."""
    requires, forbids = _rules().get(indicator_id, ((), ()))
    for clause in requires:
        if not any(_has(text, term) for term in clause):
            return f"thiếu “{clause[0]}”"
    return next((f"có “{term}”" for term in forbids if _has(text, term)), "")


@lru_cache(maxsize=1)
def _populations() -> dict[str, frozenset[str]]:
    """Indicator -> whom or what its known wordings count; indicators whose wordings name nobody are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for iid, text in known_wordings():
        found[iid] |= dict(concepts(text))["population"]
    return {iid: frozenset(who) for iid, who in found.items() if who}


def _ranking(wording: str, kind: str) -> list[tuple[float, str]]:
    """Indicators that the wording may mean, the most alike first."""
    model = _model()
    text = level(wording)
    vector = _vector(Counter(grams(tokens(wording))), model.idf, model.unseen)
    named = dict(concepts(wording))
    who = named["population"]
    if named["negation"]:  # "hộ chưa có Internet": no indicator of the catalogue counts who lacks something
        return []
    best: dict[str, float] = {}
    for (iid, doc), score, covered in zip(model.docs, model.index.similarities(vector).tolist(), model.index.covered(vector).tolist(), strict=True):
        if score < ACCEPT and len(doc) >= _LONG and covered >= 0.7:
            # A long sentence that says all that the indicator says, and explains at length.
            score = max(score, _COVERED * covered)
        if score > best.get(iid, 0.0):
            best[iid] = score
    exact = model.aliases.get(key(wording))
    if exact is not None:
        best[exact] = 1.0
    out = []
    for iid, score in best.items():
        if iid != exact and (score < 0.15 or _ruled_out(text, iid)):
            continue
        score *= _kind_weight(kind, catalogue()[iid])
        if iid != exact and who and iid in _populations() and not who & _populations()[iid]:
            score *= _OTHER_PEOPLE
        if score > 0:
            out.append((round(score, 6), iid))
    return sorted(out, key=lambda pair: (-pair[0], pair[1]))


_SCORE = re.compile(r"chỉ số|(?<!\w)dti(?!\w)")
_SAYS_RANK = re.compile(r"hạng|thứ bậc|xếp thứ|nhóm|top |vị trí|dẫn đầu")
_JOIN = re.compile(r"(?: và |; |, đồng thời )")


def _two_outcomes(wording: str, kind: str) -> tuple[str, str] | None:
    """The indicators of the two halves of a sentence that names two outcomes; None for any other sentence."""
    halves = _JOIN.split(wording, maxsplit=1)
    if ": " in halves[-1]:  # "Kinh tế số và xã hội số: dân số … có tài khoản": a topic of two parts, not two outcomes
        return None
    best = [ranking[0] for half in halves if (ranking := _ranking(half, kind)) and ranking[0][0] >= _HALF]
    if len(halves) < 2 or len(best) < 2 or best[0][1] == best[1][1]:
        return None
    return best[0][1], best[1][1]


@lru_cache(maxsize=65536)
def _match(wording: str, kind: str) -> Match:
    if kind == "rank" and _SCORE.search(text := fold(wording)) and not _SAYS_RANK.search(text):
        # "Chỉ số chuyển đổi số | thuộc nhóm 20 xã đứng đầu": the value says that the place is meant, no score.
        placed = _ranking(f"Xếp hạng {wording}", kind)
        if placed and placed[0][0] >= ACCEPT and catalogue()[placed[0][1]].unit == "rank":
            return _match(f"Xếp hạng {wording}", kind)
    ranking = _ranking(wording, kind)
    if not ranking:
        return Match(None, 0.6, None, "không có chỉ tiêu nào trong danh mục gần với cách gọi này")
    score, best = ranking[0]
    second = ranking[1] if len(ranking) > 1 else None
    reason = ""
    if second and score < 0.999 and (parts := _two_outcomes(wording, kind)):
        # Two outcomes with one number ("VNeID và giao dịch không dùng tiền mặt"): the first one named leads.
        first, other = parts
        if first in (best, second[1]) and other in (best, second[1]):
            best, second = first, (score, other)
            reason = _TWO
    if score < ACCEPT:
        return Match(None, round(min(0.9, 0.9 - score), 3), best, f"gần nhất {score:.2f}, dưới ngưỡng {ACCEPT:.2f}", score)
    exact = _model().aliases.get(key(wording)) == best
    confidence = 0.98 if exact else min(0.95, 0.55 + 0.45 * score)
    if second and second[0] >= _CLOSE * score and not exact:
        confidence -= 0.2
    if score < 0.999 and exact:
        confidence -= 0.15   # the wording fits, the kind of number does not quite
    near = second[1] if second and second[0] >= 0.5 * score else None
    return Match(best, round(max(confidence, 0.3), 3), near,
                 reason + ("trùng cách gọi đã biết" if exact else f"độ giống {score:.2f}"), score)


def match(wording: str, unit: str | None = None, comparator: str | None = None,
          confirmed: Mapping[str, str | None] | None = None) -> Match:
    """The catalogue's indicator that `wording` means, or none. Never raises; any string is a wording.

    `confirmed` maps `key(wording)` to an indicator id (or None: "no indicator of the catalogue") that a user settled.
    """
    if confirmed:
        k = key(wording)
        if k in confirmed:
            return Match(confirmed[k], 1.0, None, "người dùng đã xác nhận", 1.0)
    return _match_of(wording, unit, comparator)


@lru_cache(maxsize=8192)
def _match_of(wording: str, unit: str | None, comparator: str | None) -> Match:
    return _match(squash(wording), measure_kind(unit, comparator, wording))


def forget() -> None:
    """Empty what matching remembers of every wording that it met."""
    _match.cache_clear()
    _match_of.cache_clear()


def similarity(a: str, b: str) -> float:
    """How alike two wordings are, 0–1, place words and commitments aside; no veto applied."""
    model = _model()
    return _cosine(_vector(Counter(grams(tokens(a))), model.idf, model.unseen),
                   _vector(Counter(grams(tokens(b))), model.idf, model.unseen))


def _display(wording: str) -> str:
    text = squash(wording).rstrip(" .;,:")
    return text[:1].upper() + text[1:]


def _same_kind(a: str, b: str) -> bool:
    return a == b or not (a and b)  # "" is a number whose unit nobody printed


@dataclass(slots=True)
class _Leader:
    text: str
    kind: str
    id: str
    units: Counter[str]


# Levelled words, kind of number, and what must be the same ("đường trục xã", "đường trục thôn").
_Item = tuple[str, str, tuple[tuple[str, str], ...]]


def _item(wording: Wording) -> _Item:
    return key(wording.text), measure_kind(wording.unit, wording.comparator, wording.text), exact(wording.text)


def assign(wordings: Sequence[Wording], confirmed: Mapping[str, str | None] | None = None,
           ) -> tuple[list[Match], dict[str, Indicator]]:
    """A match for every wording of a batch, and the indicators they use (catalogue and provisional) by id.

    Wordings that match nothing in the catalogue are grouped among themselves: sorted by how often they occur, then by
    text, each joins the most alike group, those that a user settled first (similarity ≥ CLUSTER, same or unknown kind of number, no veto) or founds its own. The
    result does not depend on the order of `wordings`.
    """
    matches = [match(w.text, w.unit, w.comparator, confirmed) for w in wordings]
    used = {m.indicator_id: catalogue()[m.indicator_id] for m in matches if m.indicator_id in catalogue()}
    open_items: Counter[_Item] = Counter()
    printed: dict[_Item, Counter[str]] = defaultdict(Counter)
    units: dict[_Item, Counter[str]] = defaultdict(Counter)
    chosen: defaultdict[str, Counter[_Item]] = defaultdict(Counter)  # what a user put into a provisional indicator
    for wording, found in zip(wordings, matches, strict=True):
        if found.indicator_id is None or found.indicator_id.startswith(PROVISIONAL):
            item = _item(wording)
            (open_items if found.indicator_id is None else chosen[found.indicator_id])[item] += 1
            printed[item][_display(wording.text)] += 1
            units[item][wording.unit or ""] += 1
    texts = {item: min(c, key=lambda t: (-c[t], len(t), t)) for item, c in printed.items()}
    idf, unseen = _idf(chain((grams(tokens(t)) for t in texts.values()), (d.keys() for _, d in _model().docs)))
    leaders: list[_Leader] = []
    taken: set[str] = set()
    groups = GramIndex()  # of the leaders' wordings, in their order
    cores: defaultdict[frozenset[str], list[int]] = defaultdict(list)  # the leaders that say the same but for light words
    home: dict[_Item, tuple[str, float]] = {}
    order = sorted(open_items, key=lambda i: (-open_items[i], len(i[0]), i))
    for item in order if chosen else ():  # the wording that the id is made of keeps it
        if (pid := provisional_id(texts[item])) in chosen and (pid, 0.9) not in home.values():
            home[item] = (pid, 0.9)
            chosen[pid][item] += open_items[item]
    for pid, members in sorted(chosen.items()):  # they lead groups, so that what is like them still joins
        item = min(members, key=lambda i: (provisional_id(texts[i]) != pid, -members[i], i))
        taken.add(pid)
        groups.add(_vector(Counter(grams(tokens(texts[item]))), idf, unseen))
        cores[core(texts[item])].append(len(leaders))
        leaders.append(_Leader(texts[item], item[1], pid, sum((units[i] for i in members), Counter())))
    for item in order:
        if item in home:
            continue
        text = texts[item]
        vector = _vector(Counter(grams(tokens(text))), idf, unseen)
        alike = groups.similarities(vector)
        near = (alike >= CLUSTER).nonzero()[0]
        fitting = [(s, n) for s, n in zip(alike[near].tolist(), near.tolist(), strict=True)
                   if _same_kind(leaders[n].kind, item[1]) and s >= bar(text, leaders[n].text) and not veto(text, leaders[n].text)]
        said = core(text)
        if said:  # the same words in another order are nearer than a wording that says less
            fitting += [(_SAME_WORDS, n) for n in cores[said] if _same_kind(leaders[n].kind, item[1]) and not veto(text, leaders[n].text)]
        if fitting:
            score, n = max(fitting, key=lambda pair: (pair[0], -pair[1]))
            home[item] = (leaders[n].id, round(min(0.9, 0.5 + 0.4 * score), 3))
            leaders[n].units += units[item]
            leaders[n].kind = leaders[n].kind or item[1]  # a number without unit takes the unit of its group
            continue
        pid = provisional_id(text)
        if pid in taken:  # same wording, another kind of number ("tăng 10 %" beside a count)
            pid = f"{pid}-{item[1] or 'so'}"
        while pid in taken:  # wordings that differ in tones only share a slug
            pid += "-khac"
        taken.add(pid)
        home[item] = (pid, 0.9)
        groups.add(vector)
        cores[said].append(len(leaders))
        leaders.append(_Leader(text, item[1], pid, Counter(units[item])))
    for leader in leaders:
        printed_units = {u: n for u, n in leader.units.items() if u} or {"": 1}
        unit = min(printed_units, key=lambda u: (-printed_units[u], u))
        used[leader.id] = Indicator(leader.id, leader.text, unit, "lower" if leader.kind == "rank" else direction_of(leader.text), "tam",
                                    "Chỉ tiêu tạm: chưa có trong danh mục, gom theo cách gọi.")
    out: list[Match] = []
    for wording, found in zip(wordings, matches, strict=True):
        if found.indicator_id is None:
            pid, confidence = home[_item(wording)]
            found = Match(pid, confidence, found.runner_up, "chỉ tiêu tạm; " + found.reason, found.score)
        out.append(found)
    return out, used
