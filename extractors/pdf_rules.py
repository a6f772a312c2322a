"""Ruling lines of a PDF page: stroked paths, thin filled rectangles and thin images, forms walked, as level segments."""

from __future__ import annotations

import ctypes
import itertools
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from extractors.document import Box
from extractors.pdf_raw import handle, object_bounds, object_type, page_object
from extractors.pdf_view import View

Segment = tuple[float, float, float]  # position, from, to: y, x0, x1 of a horizontal rule, x, y0, y1 of a vertical one
Matrix = tuple[float, float, float, float, float, float]

_THIN = 3.5         # points: a filled shape no thicker than this is a rule
_SNAP = 3.0         # points: rules closer than this are one (double borders, neighbouring cells' own borders)
_JOIN = 3.0         # points: gap between pieces of one rule
_CRUMB = 8.0        # points: pieces shorter than this are dashes, joined over gaps of up to _DASH_GAP
_DASH_GAP = 6.0
_SHORTEST = 6.0     # points: shorter is a letter's part or a dot, not a rule
_MOST_OBJECTS = 60_000
_MOST_POINTS = 4_000


_Floats4 = ctypes.c_float * 4
_TEXT, _PATH, _IMAGE, _FORM = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM


@dataclass(slots=True)
class Rules:
    """Snapped rules of one page, the share of the page that its largest image covers (1.0: a scan), and boxes filled without an edge."""

    horizontal: list[Segment]
    vertical: list[Segment]
    image_share: float = 0.0
    objects: int = 0
    fills: list[Box] = field(default_factory=list)


class _Collector:
    def __init__(self, view: View) -> None:
        self.view = view
        self.upright = (view.box[0], view.box[3]) if view.turns == 0 else None  # what most pages need of the view
        self.horizontal: list[Segment] = []
        self.vertical: list[Segment] = []
        self.fills: list[Box] = []
        self.largest_image = 0.0
        self.objects = 0
        self.floats = _Floats4()
        self.places = tuple(ctypes.byref(self.floats, 4 * k) for k in range(4))

    def bounds(self, obj: int, matrix: Matrix | None) -> tuple[float, float, float, float] | None:
        if not object_bounds(obj, *self.places):
            return None
        left, bottom, right, top = self.floats
        if matrix is not None:
            xs, ys = zip(*(_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)), strict=True)
            left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
        elif self.upright is not None:
            x, y = self.upright
            return left - x, y - top, right - x, y - bottom
        return self.view.rect(left, bottom, right, top)

    def add(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A thin box or a segment as a rule."""
        w, h = x1 - x0, y1 - y0
        if h <= _THIN and w >= h:
            self.horizontal.append(((y0 + y1) / 2, x0, x1))
        if w <= _THIN and h >= w:
            self.vertical.append(((x0 + x1) / 2, y0, y1))

    def walk(self, obj: int, matrix: Matrix | None, depth: int) -> None:
        self.objects += 1
        kind = object_type(obj)
        if kind == _PATH:
            self.path(obj, matrix)
        elif kind == _IMAGE:
            box = self.bounds(obj, matrix)
            if box is None:
                return
            w, h = box[2] - box[0], box[3] - box[1]
            if min(w, h) <= _THIN:
                self.add(*box)
            else:
                self.largest_image = max(self.largest_image, w * h)
        elif kind == _FORM and depth < 8:
            inner = _matrix(obj)
            if matrix is not None:
                inner = _times(inner, matrix)
            form = _object(obj)
            for i in range(max(0, pdfium.FPDFFormObj_CountObjects(form))):
                if self.objects > _MOST_OBJECTS:
                    return
                self.walk(handle(pdfium.FPDFFormObj_GetObject(form, i)), inner, depth + 1)

    def path(self, obj: int, matrix: Matrix | None) -> None:
        box = self.bounds(obj, matrix)
        if box is None:
            return
        x0, y0, x1, y1 = box
        if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
            self.add(x0, y0, x1, y1)
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        path = _object(obj)
        pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
        if not fill.value and not stroke.value:
            return
        count = pdfium.FPDFPath_CountSegments(path)
        if not 2 <= count <= _MOST_POINTS:
            return
        own = _matrix(obj)
        if matrix is not None:
            own = _times(own, matrix)
        for points in self.subpaths(path, count, own):
            self.subpath(points, bool(stroke.value))

    def subpaths(self, obj: Any, count: int, matrix: Matrix) -> list[list[tuple[float, float]]]:
        out: list[list[tuple[float, float]]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        curve = 0
        for i in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(obj, i)
            pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            point = self.view.point(*_apply(matrix, x.value, y.value))
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO or not out:
                out.append([point])
                curve = 0
            elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                curve += 1
                if curve % 3 == 0:  # the third point is where the curve ends
                    out[-1].append(point)
            else:
                out[-1].append(point)
            if pdfium.FPDFPathSegment_GetClose(segment):
                out[-1].append(out[-1][0])
        return out

    def subpath(self, points: list[tuple[float, float]], stroked: bool) -> None:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
        if x1 - x0 <= _THIN or y1 - y0 <= _THIN:
            self.add(x0, y0, x1, y1)
        elif stroked:
            for (ax, ay), (bx, by) in itertools.pairwise(points):
                if abs(ax - bx) <= 0.8 or abs(ay - by) <= 0.8:
                    self.add(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        elif 4 <= len(points) <= 6 and all(x in (x0, x1) and y in (y0, y1) for x, y in points):
            self.fills.append((x0, y0, x1, y1))


def _object(address: int) -> Any:
    return ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)


def _matrix(obj: int) -> Matrix:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(_object(obj), ctypes.byref(m)):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _times(a: Matrix, b: Matrix) -> Matrix:
    """First `a`, then `b`."""
    return (a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
            a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


def read_rules(page: Any, view: View) -> Rules:
    """Rules of a raw pdfium page in the view's coordinates, snapped and joined."""
    collector = _Collector(view)
    count = pdfium.FPDFPage_CountObjects(page)
    listed = list(map(page_object, itertools.repeat(page), range(min(max(count, 0), _MOST_OBJECTS))))
    for obj, kind in zip(listed, map(object_type, listed), strict=True):
        if kind != _TEXT and obj:
            collector.walk(obj, None, 0)
    collector.objects += count
    area = max(view.width * view.height, 1.0)
    return Rules(snap(collector.horizontal), snap(collector.vertical), collector.largest_image / area, collector.objects, collector.fills)


def snap(segments: list[Segment]) -> list[Segment]:
    """Segments on nearly one line at one position, touching or dashed pieces joined, crumbs that stay alone dropped."""
    if not segments:
        return []
    out: list[Segment] = []
    ordered = sorted(segments)
    group: list[Segment] = []
    for segment in ordered:
        if group and segment[0] - group[0][0] > _SNAP:
            out += _join(group)
            group = []
        group.append(segment)
    return out + _join(group)


def _join(group: list[Segment]) -> list[Segment]:
    """Segments of one snapped line, joined along it; they stand at the longest piece's position."""
    if len(group) == 1:
        return group if group[0][2] - group[0][1] >= _SHORTEST else []
    group.sort(key=lambda s: s[1])
    at = max(group, key=lambda s: s[2] - s[1])[0]
    out: list[Segment] = []
    start, end = group[0][1], group[0][2]
    crumb = end - start < _CRUMB
    for _, a, b in group[1:]:
        small = b - a < _CRUMB
        if a - end <= (_DASH_GAP if small and crumb else _JOIN):
            end = max(end, b)
            crumb = small
        else:
            if end - start >= _SHORTEST:
                out.append((at, start, end))
            start, end, crumb = a, b, small
    if end - start >= _SHORTEST:
        out.append((at, start, end))
    return out
