"""How alike wordings are: TF-IDF of one- and two-word pieces over all wordings at hand, as one sparse matrix.

scikit-learn is imported on first use only. Scores are cosines, 0–1, rounded so that they are the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from normalizers.indicator_text import level

# Words of the genre that say nothing about what is to be done.
_EMPTY = frozenset(re.findall(r"\w+", """các những của và có được là trên cho tại ở trong với phải đều để theo từng mỗi một số về nhằm khi bởi qua cả thì mà
    như đó này tổng thực hiện triển khai tổ chức đẩy mạnh tăng cường tiếp tục chủ động tích cực nâng cao hiệu quả bảo đảm đảm phù hợp quy định yêu cầu
    hoàn thành công tác nội dung hoạt động việc xã phường tỉnh thành phố địa bàn kế hoạch phấn đấu tỷ lệ đạt trở lên tối thiểu ít nhất năm hằng hàng
    đến hết từ cấp phối đơn vị cơ quan liên quan toàn hiện chủ trì"""))
_TOKEN = re.compile(r"[^\W\d_]\w*|\d+g\b")


@lru_cache(maxsize=65536)
def telling(text: str) -> tuple[str, ...]:
    """The words of a wording that tell it from others."""
    return tuple(w for w in _TOKEN.findall(level(text)) if w not in _EMPTY)


def pieces(text: str) -> tuple[str, ...]:
    """`telling` words and the pairs of them that stand together."""
    found = telling(text)
    return (*found, *(f"{a} {b}" for a, b in pairwise(found)))


class Likeness:
    """Wordings of a batch, vectorised once. `rows(texts)` are their vectors, `cosines(a, b)` all scores above a bar."""

    def __init__(self, texts: Sequence[str], analyzer: Callable[[str], Sequence[str]] = pieces) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._vectorizer: Any = None
        if any(analyzer(t) for t in texts):
            self._vectorizer = TfidfVectorizer(analyzer=analyzer, lowercase=False, sublinear_tf=True)
            self._vectorizer.fit(texts)

    def rows(self, texts: Sequence[str]) -> Any:
        """The vectors of wordings; None where there is nothing to compare."""
        return self._vectorizer.transform(texts) if self._vectorizer is not None and texts else None

    @staticmethod
    def cosines(left: Any, right: Any, bar: float) -> Iterator[tuple[int, int, float]]:
        """(row of left, row of right, cosine) of all pairs at or above `bar`, by row."""
        if left is None or right is None:
            return
        product = (left @ right.T).tocsr()
        for i in range(product.shape[0]):
            start, end = product.indptr[i], product.indptr[i + 1]
            found = [(int(j), round(float(v), 4)) for j, v in zip(product.indices[start:end], product.data[start:end], strict=True)]
            for j, v in sorted(found):
                if v >= bar:
                    yield i, j, v

    @staticmethod
    def covers(left: Any, right: Any, bar: float) -> Iterator[tuple[int, int, float]]:
        """(row of left, row of right, share of the left wording's weight that the right one has), 0–1."""
        if left is None or right is None:
            return
        squares = left.multiply(left)
        product = (squares @ (right > 0).astype(float).T).tocsr()
        for i in range(product.shape[0]):
            start, end = product.indptr[i], product.indptr[i + 1]
            for j, v in sorted((int(j), round(float(v), 4)) for j, v in zip(product.indices[start:end], product.data[start:end], strict=True)):
                if v >= bar:
                    yield i, j, v
