"""Who announces an aim ("X đặt mục tiêu …") and what a sentence only reports as reached ("đến nay đã có …"), on folded text."""

from __future__ import annotations

import re

_AIM = r"(?:(?:tiếp tục|cũng|đã|sẽ) )?(?:đặt|đề|xác định|hướng tới|hướng đến)(?: ra)?(?: các| một số)? (?:mục tiêu|chỉ tiêu)(?: cụ thể| chính| chủ yếu| phấn đấu)*(?: như)?(?: là)?"
_VOWS = r"(?:(?:sẽ|phải|cần|tiếp tục) )*(?:phấn đấu|quyết tâm|nỗ lực)? ?(?:(?:sẽ|phải) )?(?:đạt|có)? ?"
# "Hội Chữ thập đỏ đặt mục tiêu phấn đấu sẽ | tiếp nhận …": who sets the aim, and that it is one, is no wording of it
_ANNOUNCED = re.compile(rf"(?:[^;:]{{0,160}}, )?(?:[^,;:]{{2,90}} )?{_AIM}(?: (?:cho|của|trong)(?: năm \d{{4}})?,(?: (?:cả nước|toàn (?:tỉnh|quốc|thành phố|huyện|xã))(?= phấn đấu))?)?(?! (?:cho|của|theo|về|trong|để|và) )[ ,:]*(?:từ nay )?{_VOWS}(?=[^\W\d_]|$)")
_OPENING = re.compile(rf"(?:theo [^,:;]{{2,60}}, )?(?:[^,;:\d]{{2,90}} )?{_AIM}(?: (?:cho|của|trong))?")


def without_announcement(before: str, low: str) -> str:
    """Wording before a number without the clause that announces the aim; `low` is its folded form of the same length."""
    if "mục tiêu" not in low and "chỉ tiêu" not in low:
        return before
    m = _ANNOUNCED.match(low)
    return before[m.end() :] if m else before


def only_announces(low: str) -> bool:
    """Is a text nothing but the clause that announces an aim? ("Quy hoạch cũng đặt mục tiêu")"""
    return "tiêu" in low and _OPENING.fullmatch(low) is not None


_STRIVES = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|quyết tâm|dự kiến|hướng tới)(?!\w)")
_TO_COME = re.compile(r"(?<!\w)(?:sẽ|chỉ tiêu (?:là|:)|kế hoạch (?:năm|đến)|đảm bảo|bảo đảm|nhiệm vụ|đề ra:)(?!\w)")
# "Đến nay đã có trên 90% …", "Tính đến 31/12/2025, toàn xã có 12 …"
_TALLY = re.compile(r"(?:^|[.;] |, )(?:tính |cho )?đến (?:nay|thời điểm (?:này|hiện tại|hiện nay|báo cáo))(?!\w)|(?:^|[.;] )(?:từ đầu năm đến nay|tính (?:đến|tới) (?:hết )?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?!\w)|"
                    r"(?:^|[.;] )tính (?:đến|tới) [^,;]{2,40}, [^;]* đang |(?:^|[.;,] |cả nước |toàn [^\W\d_]+ )hiện (?:nay |tại )?(?:đã )?có (?!hiệu)|"
                    r" hiện (?:nay|tại)?,? ?(?:mới |chỉ |đang )?(?:là|đạt|còn|chiếm) (?=(?:khoảng |trên |gần |hơn )?\d)")
_LEAST = re.compile(r"(?<!\w)(?:tối thiểu|ít nhất|không quá|phải|hoàn thành)(?!\w)")  # "Tính đến 31/12/2027, tối thiểu 95% hồ sơ …": a day to come
_STAGE = re.compile(r"; |[;,] (?=(?:và )?(?:phấn đấu|quyết tâm|mục tiêu|dự kiến|hướng tới|(?:đến|tới) (?:hết |cuối )?năm (?:19|20)\d\d)(?!\w))")
# "Theo báo cáo, … các cấp bộ Đoàn đã huy động 1.344.522 lượt …": a time or a report opens, the act is done; not "dữ liệu đã số hóa đạt 60%"
_DONE = re.compile(r"(?P<head>(?:theo báo cáo|theo thống kê|kết quả|(?:trong )?(?:năm|quý|tháng|6 tháng|09 tháng|9 tháng|nhiệm kỳ|thời gian|giai đoạn) [^,;:]{0,40}|từ đầu (?:năm|nhiệm kỳ)|từ năm|(?:tính )?đến (?:ngày|hết|cuối|tháng)|vừa qua|qua|sau \d+ năm)(?!\w)[^;:]{0,150}?)"
                   r" ?(?<!\w)đã (?:có (?:(?:trên|hơn|gần|khoảng) )?\d|(?!đạt )(?:(?!đạt |là )[^\W\d_]+ ){1,3}(?:(?:trên|hơn|gần|khoảng|tổng số) )?\d[\d.,]* (?!%)[^\W\d_])")
_KEEPS = re.compile(r"(?<!\w)(?:giữ vững|duy trì|tiếp tục|nâng|củng cố|rà soát|phát huy|tỷ lệ|tỉ lệ|số)(?!\w)[^,]*$")

# "Nhiệm kỳ qua, Đảng bộ kết nạp 45 đảng viên", "Hiện nay trên địa bàn xã có 320 hộ": a time that is past or present opens what is told
_PAST = re.compile(r"(?:trong )?(?:nhiệm kỳ|năm|thời gian|giai đoạn|những năm|\d+ năm)(?: vừa)? qua(?!\w)|hiện(?: nay| tại)?,? (?:[^\W\d_]+ ){1,6}?(?:đang |đã )?có (?:khoảng |trên |hơn |gần )?\d")

_YEAR_AHEAD = re.compile(r"(?<!\w)(?:đến|tới|vào|trước)(?: hết| cuối)? năm (?:19|20)\d\d")
_AMOUNT = re.compile(r"\d[\d.,]* ?(?:%|‰|[^\W\d_])(?!\d)")


_PRESENT = re.compile(r"^(?:(?:tính )?đến nay,? )?(?:(?:cả nước|toàn [^\W\d_]+)(?: phố)? )?(?:hiện (?:nay |tại )?)?(?:đã )?có (?=\w)| hiện(?: nay| tại)?$", re.IGNORECASE)


def without_present(indicator: str) -> str:
    """An indicator that an aim shares with a present state, without the words that tell the state."""
    return _PRESENT.sub("", indicator)


def stage_of(low: str, at: int) -> str:
    """The stage of a folded sentence that offset `at` stands in: "hiện có 12 xã, | phấn đấu đến năm 2030 có 20 xã"."""
    borders = [m.span() for m in _STAGE.finditer(low)]
    return low[max([b for _, b in borders if b <= at], default=0) : min([a for a, _ in borders if a > at], default=len(low))]


# "Nghị quyết Đại hội đề ra 24 chỉ tiêu trên 4 lĩnh vực": how many aims there are is none of them
_SETS = re.compile(r"(?!(?:phấn đấu )?(?:mỗi|từng|các) )[^\d%]*(?<!\w)(?:đề|đặt) ra (?:tổng (?:số |cộng )?)?\d{1,3} (?:nhóm )?chỉ tiêu(?!\w)(?:[^\d%]|\d{1,2} (?:lĩnh vực|nhóm))*")


def reports(low: str) -> bool:
    """Does a folded sentence only tell what has been reached, or how many aims there are? One that names an aim, or what will be, does not."""
    amount = _AMOUNT.search(low)
    if " ra " in low and _SETS.fullmatch(low):
        return True
    if amount is None or _STRIVES.search(low) or _TO_COME.search(low, 0, amount.start()):
        return False
    if _YEAR_AHEAD.search(low, amount.end()):
        return False
    if ("đến " in low or "tới " in low or "hiện " in low) and (tally := _TALLY.search(low)) and tally.start() < amount.start():
        return not (tally[0][-1].isdigit() and _LEAST.search(low))
    if _PAST.match(low):
        return True
    return " đã " in low and (done := _DONE.match(low)) is not None and not _KEEPS.search(done["head"])
