"""How alike wordings are: TF-IDF of one- and two-word pieces, as one sparse matrix.

numpy and scipy.sparse are imported on first use only. Scores are cosines, 0–1, rounded so that they are the same everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

from normalizers.indicator_text import level
from normalizers.indicators import known_wordings, spelled

# Words of the genre that say nothing about what is to be done.
_EMPTY = frozenset(re.findall(r"\w+", """các những của và có được là trên cho tại ở trong với phải đều để theo từng mỗi một số về nhằm khi bởi qua cả thì mà
    như đó này tổng thực hiện triển khai tổ chức đẩy mạnh tăng cường tiếp tục chủ động tích cực nâng cao hiệu quả bảo đảm đảm phù hợp quy định yêu cầu
    hoàn thành công tác nội dung hoạt động việc xã phường tỉnh thành phố địa bàn kế hoạch phấn đấu tỷ lệ đạt trở lên tối thiểu ít nhất năm hằng hàng
    đến hết từ cấp phối đơn vị cơ quan liên quan toàn hiện chủ trì"""))
_TOKEN = re.compile(r"[^\W\d_]\w*|\d+g\b")


@lru_cache(maxsize=4096)
def telling(text: str) -> tuple[str, ...]:
    """The words of a wording that tell it from others."""
    return tuple(w for found in _TOKEN.findall(level(text)) for w in (spelled().get(found) or found).split() if w not in _EMPTY)


def pieces(text: str) -> tuple[str, ...]:
    """`telling` words and the pairs of them that stand together."""
    found = telling(text)
    return (*found, *(f"{a} {b}" for a, b in pairwise(found)))


@lru_cache(maxsize=4)
def common_wordings(analyzer: Callable[[str], Sequence[str]]) -> tuple[Mapping[str, int], int]:
    """How many of the catalogue's names and aliases of indicators have a piece, and how many there are.

    They stand for the wordings of all plans, so that a plan's weights are the same alone and in any batch."""
    every = [frozenset(analyzer(text)) for _, text in known_wordings()]
    return Counter(piece for found in every for piece in found), len(every)


def _tfidf(documents: Sequence[Sequence[str]], known: Mapping[str, int], beside: int) -> Any:
    """Rows of unit length: (1 + ln count) · (ln((1 + n) / (1 + documents with the piece)) + 1), the weighting of
    scikit-learn's TfidfVectorizer with sublinear counts; `known` counts pieces of `beside` further documents.
    None where no document has a piece."""
    columns = {piece: n for n, piece in enumerate(sorted({piece for document in documents for piece in document}))}
    if not columns:
        return None
    import numpy as np
    from scipy.sparse import csr_matrix

    sizes = list(map(len, documents))
    every = np.fromiter(map(columns.__getitem__, chain.from_iterable(documents)), dtype=np.int64, count=sum(sizes))
    found, often = np.unique(every + np.repeat(np.arange(len(sizes)) * len(columns), sizes), return_counts=True)  # by document, then by column
    starts = np.searchsorted(found, np.arange(len(sizes) + 1) * len(columns))
    at, times = (found % len(columns)).astype(np.int32), often.astype(np.float64)
    elsewhere = np.fromiter((known.get(piece, 0) for piece in columns), dtype=np.float64, count=len(columns))
    idf = np.log((1 + len(documents) + beside) / (1 + elsewhere + np.bincount(at, minlength=len(columns)))) + 1
    weights = (1 + np.log(times)) * idf[at]
    lengths = np.sqrt(np.bincount(np.repeat(np.arange(len(sizes)), np.diff(starts)), weights**2, minlength=len(sizes)))
    weights /= np.repeat(lengths, np.diff(starts))
    return csr_matrix((weights, at, starts), shape=(len(sizes), len(columns)))


class Likeness:
    """Wordings of one or a few plans, vectorised once. `rows(texts)` are the vectors of some of them.

    Pieces are weighed over these wordings and the catalogue's (`common_wordings`)."""

    def __init__(self, texts: Sequence[str], analyzer: Callable[[str], Sequence[str]] = pieces) -> None:
        every = list(dict.fromkeys(texts))
        self._at = {text: n for n, text in enumerate(every)}
        self._matrix: Any = _tfidf([analyzer(t) for t in every], *common_wordings(analyzer))

    def rows(self, texts: Sequence[str]) -> Any:
        """The vectors of wordings that were given at the start (KeyError for others); None where there is nothing to compare."""
        return self._matrix[[self._at[t] for t in texts]] if self._matrix is not None and texts else None


def cosines(left: Any, right: Any) -> Any:
    """Array of cosines, rows of `left` by rows of `right`; None without rows on either side."""
    return None if left is None or right is None else (left @ right.T).toarray().round(4)


def covers(left: Any, right: Any) -> Any:
    """Array of the shares (0–1) of the left wording's weight that the right one has, too; None as in `cosines`."""
    if left is None or right is None:
        return None
    return (left.multiply(left) @ (right > 0).astype(float).T).toarray().round(4)


def alike(left: Any, right: Any) -> Any:
    """Array of likenesses (0–1) of wordings of which one may say more than the other: the cosine, and what each says of
    the other's; None as in `cosines`."""
    if left is None or right is None:
        return None
    return (0.5 * cosines(left, right) + 0.3 * covers(left, right) + 0.2 * covers(right, left).T).round(4)


def above(scores: Any, bar: float) -> Iterator[tuple[int, int, float]]:
    """(row, column, score) of every score at or above `bar`, by row and column."""
    if scores is None:
        return
    rows, columns = (scores >= bar).nonzero()
    for i, j in zip(rows.tolist(), columns.tolist(), strict=True):
        yield i, j, float(scores[i, j])


def best(scores: Any, bar: float) -> dict[int, tuple[float, int]]:
    """By row: its highest score and the first column that has it, where it is at or above `bar`."""
    if scores is None:
        return {}
    top = scores.argmax(axis=1).tolist()
    return {i: (float(scores[i, j]), j) for i, j in enumerate(top) if scores[i, j] >= bar}
