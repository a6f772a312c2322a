"""Page pictures: a PDF page or an image file as a straight, even, grey picture, with the way back to the page.

The steps: picture at a fitting resolution, coloured stamps and pen strokes out, background levelled, quarter turns and
skew undone. OpenCV is imported inside the functions.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extractors.document import Box
from extractors.errors import UnreadableDocument
from extractors.ocr_dust import clear_margins, drop_dust
from extractors.ocr_faint import darken_page, drop_back
from extractors.ocr_lean import lean_of, least_ink
from extractors.ocr_stamps import fade_stamps
from extractors.ocr_streaks import drop_streaks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Gray = NDArray[np.uint8]
    Color = NDArray[np.uint8]

DPI = 300                 # what pages are rendered and enlarged to: Tesseract's models were trained near it
MIN_DPI = 190             # a picture that has at least this is read as it is
MAX_DPI = 320
MAX_PIXELS = 36_000_000   # A3 at 400 dpi has 31 million, A2 at 300 dpi 35; reading a page takes some 25 bytes a pixel
MAX_PICTURE = 120_000_000  # of an image file
MAX_SKEW = 6.0            # degrees
A4_WIDTH = 8.27           # inches, for pictures that do not say their resolution
PRINT, BARE = 0.4, 0.8     # shares of an ink's brightness: print under it is darker, the ink itself brighter
TINT = 20                 # difference of channels from which a pixel beside ink is its rim (compressed pictures blur colour)
POINTS = 72.0


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page's picture as displayed (RGB), its resolution, and its size in points."""

    number: int
    color: Color
    dpi: float
    size: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Straight:
    """A page made straight: grey picture (0 black, 255 white) at `dpi`, and how it was turned.

    `matrix` is the 2×3 map from straight pixels back to the displayed page in points."""

    number: int
    gray: Gray
    dpi: float
    size: tuple[float, float]
    matrix: tuple[tuple[float, float, float], tuple[float, float, float]]
    skew: float = 0.0
    turn: int = 0

    @property
    def pt(self) -> float:
        """Pixels per point."""
        return self.dpi / POINTS

    def box(self, x0: float, top: float, x1: float, bottom: float) -> Box:
        """A box of this picture as a box in points on the displayed page (the box around the turned one)."""
        (a, b, c), (d, e, f) = self.matrix
        corners = [(a * x + b * y + c, d * x + e * y + f) for x in (x0, x1) for y in (top, bottom)]
        xs = [min(max(x, 0.0), self.size[0]) for x, _ in corners]
        ys = [min(max(y, 0.0), self.size[1]) for _, y in corners]
        if abs(self.skew) > 1e-6 and self.turn % 2 == 0:
            # The box of a turned box grows with the length of the line; the line's own height is nearer the truth.
            height = (bottom - top) / self.pt
            mid = sum(y for _, y in corners) / 4
            lift = abs(max(ys) - min(ys) - height) / 2
            ys = [max(0.0, mid - height / 2 - min(lift, height / 2)), min(self.size[1], mid + height / 2 + min(lift, height / 2))]
        return (round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2))


def pdf_pages(data: bytes, source: str, only: frozenset[int] | None = None) -> Iterator[RawPage]:
    """Pages of a PDF as pictures (`only`: these 1-based numbers), one at a time.

    A page is rendered at the resolution of the scan that covers it, so that its pixels are not resampled, and at 300 dpi
    where there is none. Raises UnreadableDocument (encrypted, damaged, too-large).
    """
    import pypdfium2

    from extractors.pdf_view import show_sheet

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "encrypted" if "password" in str(error).lower() else "damaged"
        raise UnreadableDocument(source, reason, f"không mở được PDF: {error}") from error
    try:
        for index in range(len(pdf)):
            if only is not None and index + 1 not in only:
                continue
            page = pdf[index]
            show_sheet(page.raw)
            width, height = page.get_size()
            if width < 1 or height < 1:
                page.close()
                continue  # a sheet without area shows nothing
            dpi = _scan_dpi(page, width, height)
            if width * height * (dpi / POINTS) ** 2 > MAX_PIXELS:
                dpi = POINTS * math.sqrt(MAX_PIXELS / (width * height))
                if dpi < 72:
                    raise UnreadableDocument(source, "too-large", f"trang {index + 1} quá lớn: {width:.0f} × {height:.0f} điểm")
            bitmap = page.render(scale=dpi / POINTS, may_draw_forms=True, fill_color=(255, 255, 255, 255), rev_byteorder=True)
            pixels = bitmap.to_numpy()
            color = (pixels[:, :, :3] if pixels.ndim == 3 else pixels).copy()
            bitmap.close()
            page.close()
            yield RawPage(index + 1, color, dpi, (width, height))
    finally:
        pdf.close()


def _scan_dpi(page: Any, width: float, height: float) -> float:
    """Resolution of the largest picture on a page, where it covers half of it, within sense; else 300."""
    from pypdfium2 import raw

    best, covered = float(DPI), 0.5 * width * height
    for obj in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        a, b, c, d, _, _ = obj.get_matrix().get()
        w, h = math.hypot(a, b), math.hypot(c, d)
        if w * h < covered or not w or not h:
            continue
        pixels = obj.get_px_size() if hasattr(obj, "get_px_size") else obj.get_size()
        covered = w * h
        best = max(pixels[0] / w, pixels[1] / h) * POINTS
    # A hair less, or rounding up adds a pixel row and resamples the whole picture.
    return best - 1e-3 if MIN_DPI <= best <= MAX_DPI else float(DPI)


def image_pages(data: bytes, source: str) -> Iterator[RawPage]:
    """Frames of an image file (PNG, JPEG, TIFF with several pages, BMP, GIF) as pages; EXIF rotation is applied.

    A picture without a believable resolution is taken as an A4 page; one of more than `MAX_PIXELS` is reduced. Raises UnreadableDocument (damaged, too-large)."""
    import numpy as np
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        image = Image.open(io.BytesIO(data))
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise UnreadableDocument(source, "damaged", f"không mở được ảnh: {error}") from error
    except Image.DecompressionBombError as error:
        raise UnreadableDocument(source, "too-large", "ảnh quá lớn", "giảm độ phân giải xuống 300 dpi") from error
    for n in range(getattr(image, "n_frames", 1)):
        try:
            image.seek(n)
            if image.width * image.height > MAX_PICTURE:
                raise UnreadableDocument(source, "too-large", f"ảnh {image.width} × {image.height} điểm ảnh quá lớn",
                                         "giảm độ phân giải xuống 300 dpi")
            frame = ImageOps.exif_transpose(image) or image
            if frame.mode in ("RGBA", "LA", "PA") or "transparency" in frame.info:
                frame = frame.convert("RGBA")
                white = Image.new("RGBA", frame.size, (255, 255, 255, 255))
                frame = Image.alpha_composite(white, frame)
            fewer = math.ceil(math.sqrt(frame.width * frame.height / MAX_PIXELS))
            dpi = _believable_dpi(image.info.get("dpi"), frame.size) / fewer
            color = np.asarray(frame.convert("RGB").reduce(fewer) if fewer > 1 else frame.convert("RGB"))
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise UnreadableDocument(source, "damaged", f"ảnh bị hỏng (trang {n + 1}): {error}") from error
        yield RawPage(n + 1, color, dpi, (color.shape[1] / dpi * POINTS, color.shape[0] / dpi * POINTS))


def _believable_dpi(printed: Any, size: tuple[int, int]) -> float:
    """The resolution an image file states, where that makes a sheet of 2 to 24 inches; else what makes it an A4."""
    short = min(size)
    try:
        dpi = float(printed[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dpi = 0.0
    if dpi > 90 and 2 <= short / dpi <= 24:
        return dpi
    return max(short / A4_WIDTH, 36.0)


def straighten(page: RawPage, turn: int = 0) -> Straight:
    """The page without coloured ink and grey ground, turned by `turn` quarter turns clockwise, deskewed, its rules made upright.

    Pictures under 190 dpi are enlarged to 300 and those over 320 reduced to it."""
    import cv2
    import numpy as np

    gray = drop_streaks(drop_ink(page.color, page.dpi), page.dpi)
    dpi = page.dpi
    if not MIN_DPI <= dpi <= MAX_DPI:
        factor = DPI / dpi
        gray = np.asarray(cv2.resize(gray, None, fx=factor, fy=factor,
                                     interpolation=cv2.INTER_CUBIC if factor > 1 else cv2.INTER_AREA), dtype=np.uint8)
        dpi = float(DPI)
    gray = fade_stamps(drop_dust(drop_back(darken_page(level(clear_margins(gray, dpi), dpi)), dpi), dpi), dpi)
    turn %= 4
    height, width = gray.shape
    if turn:
        gray = np.ascontiguousarray(np.rot90(gray, -turn))
    skew = skew_angle(gray, dpi)
    back = np.eye(3)
    if abs(skew) >= 0.03:
        h, w = gray.shape
        forward = cv2.getRotationMatrix2D((w / 2, h / 2), skew, 1.0)
        gray = np.asarray(cv2.warpAffine(gray, forward, (w, h), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT,
                                         borderValue=255), dtype=np.uint8)
        back = np.vstack([cv2.invertAffineTransform(forward), [0, 0, 1]])
    else:
        skew = 0.0
    if lean := lean_of(gray, dpi):
        h, w = gray.shape
        upright = np.array([[1.0, -lean, lean * h / 2], [0.0, 1.0, 0.0]])
        gray = np.asarray(cv2.warpAffine(gray, upright, (w, h), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=255),
                          dtype=np.uint8)
        back = back @ np.vstack([cv2.invertAffineTransform(upright), [0, 0, 1]])
    # Quarter turns clockwise: (x, y) of the turned picture comes from … of the picture as displayed.
    unturn = {0: [[1, 0, 0], [0, 1, 0]], 1: [[0, 1, 0], [-1, 0, height]],
              2: [[-1, 0, width], [0, -1, height]], 3: [[0, -1, width], [1, 0, 0]]}[turn]
    scale = POINTS / dpi
    matrix = scale * (np.array([*unturn, [0, 0, 1]], dtype=float) @ back)[:2]
    rows = tuple(tuple(float(v) for v in row) for row in matrix)
    return Straight(page.number, gray, dpi, page.size, ((rows[0][0], rows[0][1], rows[0][2]), (rows[1][0], rows[1][1], rows[1][2])),
                    skew, turn)


def drop_ink(color: Color, dpi: float) -> Gray:
    """Grey picture in which coloured stamps, signatures and pen strokes are gone and coloured printed text is kept.

    Ink is told from text by its shape: a stamp's ring or a stroke of the pen is one large connected mark."""
    import cv2
    import numpy as np

    if color.ndim == 2:
        return np.ascontiguousarray(color)
    gray = np.asarray(cv2.cvtColor(color, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    high = color.max(axis=2)
    spread = high - color.min(axis=2)
    vivid = (spread > 50).astype(np.uint8)
    if not vivid.any():
        return gray
    pt = dpi / POINTS
    reach = max(3, round(6 * pt)) | 1
    blobs, labels = cv2.connectedComponents(cv2.dilate(vivid, np.ones((reach, reach), np.uint8)), connectivity=8)
    marks, mark_labels, stats, _ = cv2.connectedComponentsWithStats(vivid, connectivity=8)
    ink = np.zeros(blobs, dtype=bool)
    for n in range(1, marks):
        x, y, w, h, _ = stats[n]
        if (h >= 30 * pt and (w >= 20 * pt)) or (w >= 70 * pt and h >= 12 * pt):
            down, right = divmod(int((mark_labels[y:y + h, x:x + w] == n).argmax()), int(w))
            ink[labels[y + down, x + right]] = True
    if ink[1:].any():
        del mark_labels  # four bytes for each pixel
        area = ink[labels]
        del labels
        # Black print under the stamp is dark in every channel, the ink only in some.
        gray[area] = high[area]
        tint = spread > TINT
        left = area.copy()
        for channel in range(3):  # a pixel is of its strongest channel, of several the first
            part = left & (color[:, :, channel] == high)
            left &= ~part
            if (full := part & (vivid > 0)).any():
                gray[part & tint] = _under_ink(high[part & tint], float(np.percentile(high[full], 60)))
    return gray


def _under_ink(bright: NDArray[np.uint8], bare: float) -> NDArray[np.uint8]:
    """Grey of what lies under ink of one colour, from the pixels' strongest channel and that of bare ink, which becomes white;
    print comes out as dark as beside it. Stamps are pale or full, pens dark: what counts is how much darker than the ink a
    pixel is."""
    import numpy as np

    return np.asarray(np.clip((bright / max(bare, 1.0) - PRINT) / (BARE - PRINT), 0.0, 1.0) * 255, dtype=np.uint8)


def level(gray: Gray, dpi: float) -> Gray:
    """The picture with its ground made white: each pixel divided by the paper's brightness around it."""
    import cv2
    import numpy as np

    small = cv2.resize(gray, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    reach = max(3, round(8 * dpi / POINTS / 4)) | 1
    ground = cv2.medianBlur(cv2.dilate(small, np.ones((reach, reach), np.uint8)), min(reach | 1, 31))
    ground = cv2.resize(ground, (gray.shape[1], gray.shape[0]), interpolation=cv2.INTER_LINEAR)
    flat = cv2.divide(gray, np.maximum(ground, 40), scale=250)
    if _speckled(flat):
        flat = cv2.medianBlur(flat, 3)
    return np.asarray(flat, dtype=np.uint8)


def _speckled(gray: Gray) -> bool:
    """True where single dark pixels (salt-and-pepper noise) outnumber one in 600."""
    import cv2
    import numpy as np

    ink = (gray < 128).astype(np.uint8)
    around = cv2.filter2D(ink, -1, np.ones((3, 3), np.uint8), borderType=cv2.BORDER_CONSTANT)
    return bool(((ink == 1) & (around <= 1)).sum() > ink.size / 600)


def skew_angle(gray: Gray, dpi: float) -> float:
    """The turn in degrees (counter-clockwise positive) that makes text lines level, within ±6; 0 where none is better.

    Searched by the sharpness of the row profile (squared differences of neighbouring rows), coarse to fine."""
    import cv2
    import numpy as np

    factor = min(1.0, 100 / dpi)
    small = np.asarray(cv2.resize(255 - gray, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    ink = (small > least_ink(small)).astype(np.float32)
    # A black scanner edge would outweigh the text.
    margin = max(2, min(ink.shape) // 40)
    ink[:margin], ink[-margin:], ink[:, :margin], ink[:, -margin:] = 0, 0, 0, 0
    if ink.sum() < 200:
        return 0.0
    h, w = ink.shape

    def sharpness(angle: float) -> float:
        turn = cv2.getRotationMatrix2D((w / 2, h / 2), angle, 1.0)
        rows = np.asarray(cv2.warpAffine(ink, turn, (w, h), flags=cv2.INTER_LINEAR)).sum(axis=1)
        return float(np.square(np.diff(rows)).sum())

    best, step = 0.0, 0.5
    angles = np.arange(-MAX_SKEW, MAX_SKEW + 0.01, step)
    while step >= 0.03:
        scores = [sharpness(float(a)) for a in angles]
        best = float(angles[int(np.argmax(scores))])
        angles, step = np.arange(best - step, best + step + 1e-9, step / 4), step / 4
    return best if sharpness(best) > 1.02 * sharpness(0.0) else 0.0


def lines_upright(gray: Gray, dpi: float) -> bool:
    """False where the text runs down the page: rows of letters then show in the column profile, not in the row profile."""
    import cv2
    import numpy as np

    factor = min(1.0, 100 / dpi)
    small = np.asarray(cv2.resize(255 - gray, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    small = (small > least_ink(small)).astype(np.uint8)
    # Where the sheet ends the scanner sees stripes.
    margin = max(2, min(small.shape) // 30)
    small[:margin], small[-margin:], small[:, :margin], small[:, -margin:] = 0, 0, 0, 0
    count, labels, stats, _ = cv2.connectedComponentsWithStats(small, connectivity=8)
    keep = np.array([n > 0 and max(stats[n][2], stats[n][3]) <= 24 for n in range(count)])
    letters = keep[labels].astype(np.uint8)
    if letters.sum() < 200:
        return True
    # Letters of a line stand closer than lines: joined by a short stroke they make long runs along the text.
    across = cv2.morphologyEx(letters, cv2.MORPH_CLOSE, np.ones((1, 9), np.uint8))
    down = cv2.morphologyEx(letters, cv2.MORPH_CLOSE, np.ones((9, 1), np.uint8))
    _, _, a, _ = cv2.connectedComponentsWithStats(across, connectivity=8)
    _, _, d, _ = cv2.connectedComponentsWithStats(down, connectivity=8)
    long_across = int(a[1:][a[1:, 2] > 4 * a[1:, 3], 2].sum())
    long_down = int(d[1:][d[1:, 3] > 4 * d[1:, 2], 3].sum())
    return long_across >= long_down
