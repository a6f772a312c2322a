"""Indicators that outcomes of one sentence share: an outcome that only names another group takes the head of the one before."""

from __future__ import annotations

import re

from normalizers.acts import names_indicator, opens_act
from normalizers.target_wording import EDGE, FOR_GROUP, ONE_GROUP, first_of_group, group_end, group_inside, join_pieces
from normalizers.text import fold

# What is said of a group; "học" of "tiểu học" is no verb.
_SAID = re.compile(r" (?:được|có|đạt|đủ|biết|dùng|hưởng|mắc|bị|không|phải|sử dụng|tham gia|hoàn thành|tiếp cận|đáp ứng|ứng dụng|thực hiện|triển khai|kết nối|ra lớp|đến trường|đi học|tốt nghiệp|suy dinh dưỡng)(?!\w)")
_LEVEL = r"(?:mầm non|tiểu học|trung học|thcs|thpt|phổ thông|đại học|cao đẳng|trung ương|tỉnh|huyện|xã|cơ sở|thành phố)"
# Words that open a group of a kind: what opens with the same one stands in the same place.
_OPENER = re.compile(rf"(?:(?:cấp|bậc)(?= (?:học )?{_LEVEL})|(?:ngành|khu vực|lĩnh vực|vùng|thể|nhóm|hệ|khối|tuyến|hạng|độ tuổi|trình độ|mức độ|khâu|đối với|dưới|từ|(?<!nhà )ở|tại|của)(?= \w)|(?<!nhà )trẻ(?= (?:nhà trẻ|mẫu giáo|\d|dưới|từ))|trong(?! đó)(?= \w)|(?:trên|đủ)(?= \d))(?!\w)")
_SECTOR = (r"(?:nông,? lâm(?: nghiệp)?(?:,| và| -)? ?(?:thủy|thuỷ) sản|nông nghiệp, lâm nghiệp và (?:thủy|thuỷ) sản|nông(?:,| -) lâm(?:,| -) (?:ngư nghiệp|(?:thủy|thuỷ) sản)|nông nghiệp|lâm nghiệp|"
           r"(?:thủy|thuỷ) sản|(?:tiểu thủ )?công nghiệp(?:(?: và|,| -| –) xây dựng)?|xây dựng|(?:thương mại(?: và|,| -| –) )?dịch vụ|trồng trọt|chăn nuôi)")
_ONE_SECTOR = re.compile(rf"(?:(?:khu vực|ngành|lĩnh vực) )?{_SECTOR}")
_AT_SECTOR = re.compile(rf"(?<!\w)(?:phi )?{_SECTOR}$")  # "kinh tế phi nông nghiệp"
# "Diện tích trồng lúa | 1.200 ha, ngô 300 ha", "tổng đàn trâu | 900 con, bò 2.000 con"
_OF_KIND = re.compile(r"(?:nâng )?(?:tổng )?(?:diện tích|sản lượng|năng suất|đàn|số lượng đàn)(?: (?:gieo trồng|nuôi trồng|gieo cấy|trồng|cấy|nuôi))?(?: mới)?(?: cây)? ")
_COUNTING_HEAD = re.compile(r"(?:tỷ lệ|tỉ lệ|tỷ suất|tổng số|số|số lượng|diện tích|sản lượng) ")
_PLACE = re.compile(r"(?:các xã|các huyện|vùng|khu vực|(?<!nhà )ở|tại|đối với|đồng bào) ")
# "Ngành công nghiệp: Tăng trưởng bình quân | 9%/năm (giữ vai trò động lực)": growth alone is that of its label, a remark in brackets no wording of it.
GROWS = re.compile(r"(?:tăng trưởng|tăng|giảm)(?: (?:thêm|bình quân|trung bình))*(?: (?:hằng|hàng|mỗi) năm)?(?: đạt)?")
COMMENT = re.compile(r"\([^()\d]*\)")
_MOVED = re.compile(r" (?:(?:bình quân|trung bình) )?(?P<verb>giảm|tăng)$")


def other_group(wording: str, indicator: str, led: bool) -> str | None:
    """The indicator of an outcome whose `wording` only names another group than `indicator`, the one of the outcome before;
    `led`: the wording stands before its number. None where it names something of its own."""
    low, before = fold(wording).strip(EDGE), fold(indicator)
    if len(before) != len(indicator) or (len(before.split()) < 4 and not names_indicator(before)):
        return None
    at = group_end(before)
    if at is None:
        return group_inside(low, wording.strip(EDGE), before, indicator) if led else None
    root = indicator[: at.start()].rstrip(EDGE)
    if root and low.startswith(fold(root.rpartition(" ")[2]) + " "):
        root = root.rpartition(" ")[0]  # "… cấp | THCS" + "cấp THPT"
    if led and ONE_GROUP.fullmatch(low):
        keep = "" if low.split()[0] in ("ở", "tại", "đối", "của") else at[0].split(first_of_group(at[0]))[0]
        return join_pieces(root.removesuffix(" trẻ") if low.startswith("trẻ ") else root, keep + wording.strip(EDGE))
    if not led and FOR_GROUP.fullmatch(low):
        return join_pieces(root, re.sub(r" và$", "", wording.strip(EDGE)))
    return None


def with_head(wording: str, indicator: str) -> str | None:
    """`wording` of an outcome, which stands before its number, behind the head of `indicator`, that of the outcome before: "Tỷ lệ
    hoàn thành cấp tiểu học" + "cấp trung học cơ sở" → "Tỷ lệ hoàn thành cấp trung học cơ sở". None where no head is shared."""
    own = wording.strip(EDGE)
    low, before = fold(own), fold(indicator)
    words = low.split()
    if len(before) != len(indicator) or len(low) != len(own) or not 0 < len(words) <= 12 or names_indicator(low):
        return None
    opener = _OPENER.match(low)
    if opener and (names_indicator(before) or (opener[0] in ("của", "đối với", "ở", "tại") and len(before.split()) > 3)):
        return _same_place(own, low, opener[0], before, indicator)
    if not names_indicator(before):
        return None
    if caught := _other_fishery(own, low, before, indicator):
        return caught
    if low.startswith("các ") and not _SAID.search(low):
        moved, was = _MOVED.search(low), _MOVED.search(before)
        place = _AT_BODIES.search(before, 0, was.start() if was else len(before))
        if place and ("các hộ" in low) == ("các hộ" in place["bodies"]) and (moved is None) == (was is None) and _BODIES.fullmatch(low, 0, moved.start() if moved else len(low)):
            return join_pieces(indicator[: place.start("bodies")], own)  # "… tại các phường đạt 98%, | các xã | đạt 90%"
    if opens_act(low):
        return None
    if _ONE_SECTOR.fullmatch(low) and (sector := _AT_SECTOR.search(before)):
        return join_pieces(indicator[: sector.start()], own)
    if (kind := _OF_KIND.match(before + " ")) and len(words) <= 3 and len(before[kind.end() :].split()) <= 3 and not _SAID.search(" " + low) and not _SAID.search(" " + before[kind.end() :]):
        return join_pieces(indicator[: kind.end() - 4 * (kind[0].endswith(" cây ") and low.startswith("cây "))], own)
    return _same_noun(own, low, before, indicator)


def _other_fishery(own: str, low: str, before: str, indicator: str) -> str | None:
    """"Sản lượng thủy sản nuôi trồng" + "khai thác": fish is raised or caught, one word in the place of the other."""
    if _FISHERY.fullmatch(low) is None:
        return None
    if before.endswith((" thủy sản", " thuỷ sản", " hải sản")) and _FISHERY.search(before) is None:
        return join_pieces(indicator, own)
    was = _FISHERY.search(before)
    return join_pieces(indicator[: was.start()], own) if was and was.start() > 0 and was.end() == len(before) else None


def _same_place(own: str, low: str, opener: str, before: str, indicator: str) -> str | None:
    """The group that opens with a word of `indicator` in the place of the group there; behind it where it has none of a place."""
    if _SAID.search(low):
        return None
    places = [m.start() for m in _OPENER.finditer(before) if m[0] == opener and m.start() > 0 and before[m.start() - 1] == " "]
    if places:
        said = _SAID.search(before, places[-1])
        moved = _MOVED.search(low)
        kept = indicator[said.start() :] if said and not moved else ""
        return join_pieces(indicator[: places[-1]], own, kept)
    moved, was = _MOVED.search(low), _MOVED.search(before)
    if not _PLACE.match(low) or _PLACE.search(before) or (moved is None) != (was is None):
        return None
    return join_pieces(indicator[: was.start()] if was else indicator, own)


def _same_noun(own: str, low: str, before: str, indicator: str) -> str | None:
    """"Tỷ lệ dân số tham gia bảo hiểm y tế" + "bảo hiểm xã hội": what opens with the same word of two syllables stands in its place."""
    words = low.split()
    head = _COUNTING_HEAD.match(before)
    if head is None or len(words) < 3:
        return None
    at = before.rfind(" " + " ".join(words[:2]) + " ")
    if at < 0 or at + 1 < head.end():
        return None
    first = at + 1 == head.end()
    if bool(_SAID.search(low)) is not first or (not first and (_SAID.search(before, at + 1) or len(words) > 5)):
        return None
    return join_pieces(indicator[: at + 1], own)


_FISHERY = re.compile(r"(?<!\w)(?:nuôi trồng|khai thác|đánh bắt)(?!\w)")
_BODY = r"(?:xã|phường|đặc khu|thôn|bản|ấp|khu phố|tổ dân phố|trường|cơ sở|đơn vị|địa phương|đô thị|khu vực|vùng|khu|hộ)"
_AT_BODIES = re.compile(rf" (?:tại|ở|đối với|trong|của) (?P<bodies>các {_BODY}(?: (?!đạt|được|có|giảm|tăng)[^\W\d_]+){{0,6}})$")
_BODIES = re.compile(rf"các {_BODY}(?: (?!đạt|được|có|giảm|tăng)[^\W\d_]+){{0,6}}")
_PREPOSED = re.compile(r"(?:đối với|ở|tại|cho|của|trong)(?!\w) ?(?:các )?", re.IGNORECASE)


def groups_of(tail: str, count: int) -> list[str]:
    """The `count` groups of "đối với hồ sơ của cấp tỉnh, cấp huyện và cấp xã", each with what the first says of all; [] where
    the tail names another number of them."""
    pieces = re.split(r", | và ", tail) if _PREPOSED.match(tail) else []
    if len(pieces) != count or count < 2:
        return []
    first = pieces[0]
    word = pieces[1].split()[0] if pieces[1].split() else ""
    at = first.rfind(f" {word} ") + 1 if word else 0
    if not at and len(first.split()) > 5:
        return []
    head = first[:at] if at else first[: (_PREPOSED.match(first) or re.match("", first)).end()]  # type: ignore[union-attr]
    return [first, *(join_pieces(head, piece) for piece in pieces[1:])]
