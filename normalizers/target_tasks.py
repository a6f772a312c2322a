"""Targets inside task sentences: only real commitments with a number ("tái sử dụng 90% dữ liệu đã số hóa")."""

from __future__ import annotations

import re
from dataclasses import replace

from normalizers.acts import clause_verb, names_indicator, opens_act, opens_work
from normalizers.clauses import numbers_of, read_parts
from normalizers.made_up_of import has_parts, part_of_amount, part_of_same, same_kind
from normalizers.numbers import Number, Sheet
from normalizers.target_helpers import HELPED, without_helpers
from normalizers.target_prose import body_start, read_parts_of, with_counts, with_spans
from normalizers.target_told import only_told, so_many_there_are
from normalizers.target_wording import PREDICATE
from normalizers.task_amounts import AMOUNTS, DESCRIBES, amount_told, some_of_all
from normalizers.text import fold
from normalizers.unit_subjects import duty_start
from normalizers.values import TargetReading

# Counted words that only structure a text ("03 nhóm nhiệm vụ", "5 nội dung") commit to nothing.
_ABSTRACT = re.compile(
    r"(?:nhóm|nội dung|nhiệm vụ trọng tâm|khâu|trụ cột|lĩnh vực|bước|nguyên tắc|quy tắc|giải pháp|đột phá|mũi|tiêu chí|chỉ tiêu|mục tiêu|quan điểm|"
    r"phương châm|yếu tố|vấn đề|chức năng|hướng|cách|loại|thành phần|khối|cấp|chiều|phụ lục|biểu mẫu|dịch vụ công(?: trực tuyến)? thiết yếu|trường (?:thông tin|dữ liệu) bắt buộc|điều(?! (?:dưỡng|tra|phối))|tháng|năm|quý|tuần|ngày|giờ|lần|phút|đợt|kỳ)(?!\w)"
)
# "liên kết 4 nhà", "vai trò của 6 nhà": the state, scientists, firms and farmers …, no houses
_ALLIES = re.compile(r"nhà(?= ?(?:$|[,;.:(”]))")
_ALLIED = re.compile(r"(?:[“\"‘']|(?<!\w)(?:liên kết|gắn kết|kết nối|hợp tác|phối hợp|quan hệ|giữa|của|vai trò|chuỗi)(?: [^\W\d_]+){0,2} )$")
_CRITERIA = re.compile(r"(?:tiêu chí|chỉ tiêu|dịch vụ công)(?!\w)")
_FULFILS = re.compile(r"(?:^|[,;.:] |phấn đấu )(?:hoàn thành|đạt)(?: (?:thêm|ít nhất|tối thiểu))? $")  # "Hoàn thành 19 tiêu chí nông thôn mới"
_HOW_OFTEN = re.compile(r"[^\W\d_]+ ?/ ?(?:ngày|tuần|tháng|quý)(?!\w)")  # "dạy học 02 buổi/ngày" says how, not how much
# "xây dựng trạm biến áp 110 kV", "trường 3 tầng": what a thing is like, where no act stands right before the number
_BUILT_SO = re.compile(r"(?:k?v|mm|cm|inch|tầng|làn(?: xe)?|chỗ ngồi)(?![^\W\d_])")
_MADE_UP = re.compile(r" ?(?:người|thành viên|đồng chí|cán bộ|công chức)(?: trở lên)?,? (?:bao )?gồm(?!\w)")  # "mỗi tổ ít nhất 6 người, gồm …": who a body is made of
_PURPOSE = re.compile(r"(?:,? (?:(?:(?:kiên quyết |tuyệt đối |và )?không )?(?<!nhà )để|nhằm|góp phần|qua đó|từ đó|phục vụ)|, (?:giúp|tạo)) .*$")
_SERVES = re.compile(r" phục vụ(?: [^\W\d_]+){1,3}$")  # "15 cơ sở đóng gói phục vụ xuất khẩu" says which
_SHARED_OUT = re.compile(r"(?:bố trí|dành|phân bổ|trích)(?!\w).* phục vụ ")  # "Bố trí 15% ngân sách phục vụ nghiên cứu": what a share is set aside for
_FOR = re.compile(r"(?<!để )(?<!nhằm )phục vụ(?: [^\W\d_]+){1,3} $")  # "làm sạch dữ liệu phục vụ hoàn thiện | 12 cơ sở dữ liệu quốc gia": what it is for
# "đến toàn thể | 22 đảng viên", "trên địa bàn | 13 ấp", "phụ trách | 09 thôn": how many there are, not how many are to be
_PRESENT = re.compile(r"(?<!\w)(?:toàn thể|địa bàn|phạm vi|khắp|(?:cuộc|buổi) họp|hội nghị|(?:phụ trách|quản lý|theo dõi)(?: chặt chẽ| địa bàn)?|(?:lập|tổng hợp|đối chiếu|cập nhật|gửi) danh sách|thống kê|phối hợp cùng) $")
_ALL_OF = re.compile(r"(?<!\w)(?:tất cả|cả|toàn bộ|đủ) $")
_BODIES = re.compile(r" ?(?:thôn|bản|ấp|xóm|buôn|khu phố|tổ dân phố|khu dân cư|khu vực|xã|phường|trường|chi bộ|đơn vị|cơ quan)(?!\w)")
_OWN_OBJECT = 6  # words of an act that has an object of its own
_STRIVES = re.compile(r"(?:phấn đấu|quyết tâm|bảo đảm|đảm bảo|duy trì)(?: (?:có|đạt))?(?: (?:ít nhất|tối thiểu|trên|khoảng|từ))? ?$")
_DONE = re.compile(r", (?:cơ bản )?(?:hoàn thành|xong|kết thúc)(?:,? (?:chậm nhất|muộn nhất|trước|trong|vào|đến|ngày)(?!\w).*)?$", re.IGNORECASE)  # what a time phrase leaves behind
_LATEST = re.compile(r",? (?:và )?(?:chậm nhất|muộn nhất)(?: là| vào| đến| trước| trong)* (?:ngày|tháng|quý|hết|cuối|năm) [^,;]*$", re.IGNORECASE)  # "…, kết nối với Cổng dữ liệu | chậm nhất ngày 31 tháng 10"
# "Vận động các doanh nghiệp, nhà hảo tâm xây dựng | 05 nhà …": who is called on, then the act
_CALLED_ON = re.compile(r"(?:(?:phấn đấu|tiếp tục|tích cực|đẩy mạnh) )?(?:vận động|kêu gọi|huy động|tranh thủ) (?:sự (?:giúp đỡ|hỗ trợ) của )?(?:các )?(?:doanh nghiệp|nhà hảo tâm|mạnh thường quân|tổ chức|cá nhân|cơ quan|đơn vị|nhân dân|người dân|nông dân|phụ nữ|thanh niên|các hộ|hộ dân|hộ gia đình|gia đình|cựu chiến binh|(?:cán bộ, )?(?:đoàn viên|hội viên)|nguồn lực)(?!\w)")
# "doanh nghiệp do Nhà nước nắm giữ trên 50% vốn điều lệ", "công ty 100% vốn nước ngoài": which firms are meant, no outcome.
_CAPITAL = re.compile(r" ?(?:vốn (?:điều lệ|nhà nước|góp|chủ sở hữu|cổ phần|(?:đầu tư )?(?:của )?(?:nhà )?nước ngoài|tư nhân)|cổ phần|tổng số cổ phần)(?!\w)")
_OWNED = re.compile(r"(?<!\w)(?:nắm giữ|sở hữu|chi phối|(?:doanh nghiệp|công ty|tập đoàn|đơn vị|ngân hàng|dự án)(?: nhà nước| thành viên)?(?: có)?)(?: (?:từ|trên|dưới|không quá|ít nhất|tối thiểu|hơn))* ?$")
_LAND = re.compile(r"(?:đất|công ích) $")  # "đất công ích 5%", "quỹ đất 5%": the name of that land
_EMPHASIS = re.compile(r"(?:quyết tâm|nỗ lực|tinh thần|trách nhiệm|công suất|sức mạnh|khả năng)(?!\w)")


_BY_THEN = re.compile(r"(?:đến|vào|trong|hết) (?:hết |cuối )?(?:năm|quý|tháng) [\divx/ ]+,? ?(?:phấn đấu |xây dựng |hình thành )?(?:có|đạt|được) $")
# "giai đoạn 2027 - 2030 mỗi năm | xây dựng thêm 02 phòng": the act stands behind its time.
_WHEN_FIRST = re.compile(r"^(?:(?:toàn|cả) (?:xã|phường|tỉnh|thành phố|đặc khu|ngành|đảng bộ|trường) (?:phấn đấu )?)?(?:(?:giai đoạn|từ năm|đến năm|trong năm|năm) (?:19|20)\d\d(?: ?(?:-|đến)(?: năm)? ?(?:19|20)\d\d)? )?(?:(?:mỗi|hằng|hàng|các) năm )?(?:tiếp theo )?(?=[^\W\d_])")
_YEAR_FIRST = re.compile(r"^[^,;]{0,20}(?:19|20)\d\d, ")
_LISTED = re.compile(r" [^\d,;.]{2,40}(?:(?:, (?!(?:hỗ trợ|tổ chức|vận động|kiểm tra|rà soát|xây dựng)(?!\w))[^\d,;.]{2,24}){1,2} và|,| và) (?:trong đó:? (?:có )?)?")
_CHARGE = re.compile(r",? (?:giao|do) (?:cho )?[^,;]{3,60}? (?:chủ trì|phụ trách|đảm nhiệm|thực hiện).*$", re.IGNORECASE)


# "… 4.500 ha cà phê già cỗi (Chi cục X chủ trì, phối hợp với Y)": who is charged is no wording of the outcome
_NOTED = re.compile(r" ?\([^()]*(?<!\w)(?:chủ trì|phối hợp|phụ trách|đầu mối|thực hiện|kinh phí)(?!\w)[^()]*\)[ .;]*$", re.IGNORECASE)


# "số hóa … trang tài liệu, trình Bộ trưởng phê duyệt": what becomes of the work is another act
_THEN_TOLD = re.compile(r"(?<=\w\w), (?:và )?(?:trình|gửi|báo cáo|nộp|tham mưu|bàn giao cho) ")


# An amount of what is done may stand behind any verb; these words before it only describe ("rộng 12 ha", "với 3 km").
_BOUNDS = frozenset(("trên", "dưới", "từ", "hơn"))
_SORTED = re.compile(r"(?:thiệt hại|hư hỏng|(?:ảnh hưởng|ngập|mất) (?:nặng|trắng|sâu)|(?<!\w)(?:cơ sở|hộ|trang trại|dự án|công trình|doanh nghiệp|nhà|tàu|tàu cá|chợ|thửa đất)"
                     r" (?:[^\W\d_]+ ){0,5}?(?:có|nuôi|chậm|quá hạn)(?: [^\W\d_]+){0,3}) $")
_SURVEYS = re.compile(r"(?:^|[.;:] )(?:rà soát|kiểm tra|thống kê|lập danh sách|khảo sát|kiểm kê|hỗ trợ|phân loại|xử lý|giám sát)(?!\w)[^.;:]*$")
# "Đối với thôn có dưới 100 hộ: …", "Trường hợp cơ sở có từ 50 phòng trở lên, …": which are meant; "không đạt trên 50%": who is left out
_CASE = re.compile(r"(?:^|[.;] ?)(?:đối với|trường hợp|nếu) [^,;:.\d]{2,60}? (?:có|từ|dưới|trên|đủ)(?: (?:từ|trên|dưới|đủ))? $")
# "Các ấp có tỷ lệ bao phủ dưới 90% | phải có giải pháp khắc phục": which of them must do something
_WHICH_MUST = re.compile(r"(?:^|[.;,] ?)(?:(?:các|những) )?[^\W\d_][^,;:.\d]{1,30} (?:có|đạt) (?:[^,;:.\d]{2,60} )?(?:dưới|thấp hơn|chưa đạt|không đạt|trên|từ|đạt) $")
_MUST = re.compile(r"[^,;:.\d]{0,30}(?<!\w)(?:phải|cần|thì) ")
_CASE_CLOSES = re.compile(r"[^,;:.%\d]{0,60}[:,]")
_WHEN_OVER = re.compile(r"(?:^|[.;] ?)khi [^,;.:]{3,60} (?:vượt|vượt quá|trên|dưới|quá|đạt)(?: (?:mức|ngưỡng))? $")  # "Khi nồng độ bụi vượt 150 µg/m3, phải dừng …"
_LEFT_OUT = re.compile(r"(?:không|chưa) đạt [^,;.:]{0,40}$")


# "mức chi không quá 50.000 đồng/người/ngày", "phạt tiền từ 2 triệu đồng": what a rule allows; "tốc độ tối đa 50 km/giờ" likewise
_RULED = re.compile(r"(?:mức (?:chi|phạt|thu|đóng|hỗ trợ|trợ cấp|phí|vay|thưởng|khoán)|phạt tiền|định mức|tốc độ(?! (?:băng|tăng|phát triển|đường truyền|tải|truy|internet|kết nối)))(?: [^\W\d_]+){0,6} (?:[\d.,]+ (?:triệu |nghìn |tỷ )?đồng[^,;.\d]{0,40}(?:,| và) )?$")
# "… 25 nhà cho hộ nghèo | với mức hỗ trợ 30 triệu đồng/nhà |": what each gets is no wording of the outcome
_RATE_TOLD = re.compile(r"(?:, | với )(?:định )?mức (?:hỗ trợ|chi|vay|thưởng|trợ cấp)(?: [^\W\d_]+){0,3} \d[\d.,]* (?:nghìn |triệu |tỷ )?đồng[^,;]*", re.IGNORECASE)
# "200 suất quà, mức | 500.000 đồng/suất", "18 nhà, mỗi nhà | 60 triệu đồng": what each of a count gets
_EACH_GETS = re.compile(r"\d[^.;]*, (?:trị giá )?(?:mức|mỗi [^\W\d_]+(?: [^\W\d_]+)?(?: trị giá| được)?) $")
# "hỗ trợ | tối đa 50 triệu đồng/sản phẩm": what one may get at most
_GRANTED = re.compile(r"(?<!\w)(?:hỗ trợ|thưởng|cho vay|trợ cấp)(?: (?:một lần|mức|bằng tiền|vốn|kinh phí|vay))* $")
# "Bố trí kinh phí | 150 triệu đồng", "tổng mức đầu tư dự kiến | 2 tỷ đồng": what it costs; not what is raised
_COSTS = re.compile(r"(?:kinh phí|mức đầu tư|chi phí)(?: (?!thu|lên|đạt|tiết|giảm)[^\W\d_]+){0,5} $")
# "Tổng nhu cầu vốn 18,6 tỷ đồng, trong đó ngân sách tỉnh | 4,1 tỷ đồng": what it needs, and what comes from where
_NEEDED = re.compile(r"(?:^|[.;:,] ?)(?:tổng |dự kiến |ước |với )*(?:nhu cầu (?:vốn|kinh phí)|(?:tổng|dự toán) kinh phí|tổng mức đầu tư)(?!\w)(?![^.;]*(?:giảm|tiết kiệm|huy động|vận động|thu hút|giải ngân|phấn đấu)(?!\w))[^.]*$")
_RAISED = re.compile(r"(?:vận động|huy động|quyên góp|kêu gọi|ủng hộ|xã hội h[oó]a|hóa|tiết kiệm|giảm|thu hút|tranh thủ|thu|phấn đấu)(?!\w)")
# "Thành lập tổ xung kích | từ 10 - 15 người", "Phân công 01 đồng chí | phụ trách": who does the work
_TEAM = re.compile(r"(?:thành lập|kiện toàn|củng cố|duy trì)(?: [^\W\d_]+){0,3}? (?:tổ|đội|đoàn|ban)(?: (?!cho|để|thu|vận|hỗ|giúp|khám|dạy|đón)[^\W\d_]+){0,6}(?:,? (?:gồm|có|với))? ?$")
_TEAM_OF = re.compile(r" ?(?:người|thành viên|đồng chí|đội viên|cán bộ)(?: ?/ ?(?:tổ|đội|thôn))?(?: trở lên)? ?(?:$|[,;.(])")
_CHARGED = re.compile(r"(?:^|[,;.:] ?)(?:phân công|cử|giao|bố trí|chỉ định) $")
_CHARGED_WITH = re.compile(r" ?(?:đồng chí|cán bộ|công chức|viên chức|lãnh đạo|chuyên viên|nhân viên|người)(?!\w)[^,;.:\d]{0,60}(?<!\w)(?:phụ trách|theo dõi|trực|trực tiếp|đầu mối|thường trực|chuyên trách|kiêm nhiệm)(?!\w)")
# "với sự tham gia của khoảng 200 đại biểu": who comes
_ATTENDED = re.compile(r"(?:sự )?tham (?:gia|dự) của (?:khoảng |trên |hơn |gần |hàng )*$")
_COMES = re.compile(r" ?(?:đại biểu|người|lượt người|cán bộ|học sinh|hội viên|đoàn viên|thanh niên)(?: [^\W\d_]+){0,4} tham dự(?!\w)")  # "Hội nghị với khoảng 120 đại biểu tham dự"
# "các hộ kinh doanh có doanh thu | từ 1 tỷ đồng trở lên sử dụng hóa đơn điện tử": which of them
_HAVING = re.compile(r"[^\W\d_] có (?:doanh thu|quy mô|vốn|tổng mức đầu tư|thu nhập|giá trị|diện tích|công suất|dung tích|trọng tải|tải trọng|tổng tài sản)(?: [^\W\d_]+){0,4} $")
# "hỗ trợ đối với hộ có từ 02 con trở xuống": which of them are meant, inside a sentence
_MEANT = re.compile(r"(?:đối với|dành cho|của) (?:các |những )?[^,;:.\d]{2,40}? có (?:từ|dưới|trên|đủ)(?: (?:từ|trên|dưới|đủ))? $")


# "Tổng đàn lợn | 12.000 con", "; sản lượng thịt hơi | 2.100 tấn", "tạo việc làm mới cho | 300 lao động": an indicator and its level, wherever it stands
_LEVEL_OF = re.compile(r"(?:^|[;.,] |^[-+*•] )(?:(?:tổng (?:đàn|sản lượng|diện tích)|sản lượng|năng suất|diện tích|đàn) (?:[^,;:.\d]{2,60} )?|(?:[^\W\d_]+ ){0,3}(?:tạo|giải quyết) việc làm (?:[^\W\d_]+ ){0,3}cho )$")


# "rút ngắn thời gian giải quyết xuống còn | 03 ngày": a duration that is only allowed ("trong thời hạn 03 ngày") is none
_SHORTENED = re.compile(r"(?<!\w)(?:rút ngắn|giảm)(?: [^\W\d_]+){0,4} thời (?:gian|hạn)(?!\w)[^.;:]*?(?<!\w)(?:xuống|còn)(?: (?:còn|dưới|không quá|tối đa))* $")


# "có thể đề xuất lên mức 25 triệu đồng", "có thể giảm tối đa 30%": what may be done is not promised
_MAY = re.compile(r"(?<!\w)có thể [^,;.:]{2,30}$")


# "chi bộ có dưới 07 đảng viên thực hiện luân phiên": which of them do so
_OF_SIZE = re.compile(r"(?:^|[.;:] ?)(?:(?:đề nghị|yêu cầu) )?(?:(?:các|những) )?(?:chi bộ|đảng bộ|chi đoàn|chi hội|thôn|bản|ấp|tổ dân phố|khu phố|khu dân cư|trường|lớp|đơn vị|cơ quan|cơ sở|doanh nghiệp|địa phương)(?: [^,;:.\d]{2,40})? có (?:từ|dưới|trên|đủ) (?:đủ )?\d+$")
# "rà soát, dồn ghép các lớp có dưới 15 học sinh", "kiểm tra các cơ sở có từ 20 lao động": which of them an act is about
_ON_THAT_SIZE = re.compile(r"(?<!\w)(?:rà soát|sắp xếp|dồn (?:ghép|dịch)|sáp nhập|hợp nhất|giải thể|kiểm tra|thanh tra|giám sát|thống kê)(?!\w)[^;:.\d]{0,40} (?:các|những) [^,;:.\d]{2,40} có (?:từ|dưới|trên|đủ) (?:đủ )?\d+$")
# "tổ chức 02 cuộc kiểm tra; 01 cuộc giám sát …": the second of two of a kind has the act of the first
_SAME_AGAIN = re.compile(r"([^.;]*?)(?<![\w/.,])\d{1,3} ([^\W\d_]+) [^;.\d]*; $")


def _of_that_size(sheet: Sheet, number: Number) -> bool:
    """Whether a count tells which bodies are meant, with what they do behind it."""
    if _ON_THAT_SIZE.search(sheet.low, max(0, number.start - 140), number.end):
        return True
    words = re.split(r"[,;:.]", sheet.low[number.end : number.end + 60], maxsplit=1)[0].replace(" trở lên", "").replace(" trở xuống", "").split()
    return _OF_SIZE.search(sheet.low[: number.end]) is not None and any(words[k] == "bầu" or opens_act(" ".join(words[k:])) for k in range(1, min(4, len(words))))


def _counted_again(sheet: Sheet, number: Number) -> bool:
    if part_of_same(sheet.low, number.start, number.at):
        return True
    m = _SAME_AGAIN.search(sheet.low, max(0, number.start - 160), number.start) if sheet.low[: number.start].endswith("; ") else None
    if m is None or not sheet.low[number.end :].lstrip().startswith(m[2]):
        return False
    words = m[1].split()
    return any(opens_act(" ".join(words[-k:])) for k in (1, 2, 3) if k <= len(words))


def _is_case(sheet: Sheet, number: Number) -> bool:
    """Whether a quantity only says to whom a duty applies."""
    before = sheet.low[: number.start]
    if number.kind == "counted" and " có " in before and _of_that_size(sheet, number):
        return True
    if number.kind in ("counted", "measure", "bare") and ((" có " in before and _MEANT.search(sheet.low, 0, number.at)) or ("tham " in before and _ATTENDED.search(before))):
        return True
    if number.kind == "counted" and ((before.endswith(" ") and _CHARGED.search(before) and not number.explicit and _CHARGED_WITH.match(sheet.low, number.end)) or (
            _TEAM_OF.match(sheet.low, number.end) and _TEAM.search(sheet.low, max(0, number.lead - 100), number.lead))):
        return True
    if number.kind == "counted" and " với " in before[-18:] and _COMES.match(sheet.low, number.end):
        return True
    if number.kind in ("money", "measure") and number.explicit and sheet.low.startswith(("từ ", "trên ", "dưới "), number.start) and re.match(r" [^\W\d_]", sheet.low[number.end :]) \
            and _HAVING.search(sheet.low, max(0, number.lead - 60), number.lead):
        return True
    if number.kind == "money" and not number.explicit and _NEEDED.search(before):
        return True
    if number.kind == "money" and not number.explicit and _COSTS.search(sheet.low, max(0, number.lead - 60), number.lead) \
            and not _RAISED.search(re.split(r"[,;.:(]", before)[-1]):
        return True
    if number.kind == "money" and number.comparator == "<=" and _GRANTED.search(sheet.low, max(0, number.lead - 40), number.lead):
        return True
    if number.kind == "money" or (number.kind == "measure" and (number.measure or "").startswith("km/")):
        return _RULED.search(sheet.low, max(0, number.lead - 80), number.lead) is not None or (
            number.kind == "money" and _EACH_GETS.search(sheet.low, max(0, number.start - 120), number.start) is not None)
    if number.kind == "measure" and "khi " in before and sheet.low.startswith((", phải ", " phải ", ", thì ", " thì "), number.end) and _WHEN_OVER.search(sheet.low[: number.at]):
        return True
    if number.kind in ("counted", "measure"):
        return _CASE.search(before) is not None and _CASE_CLOSES.match(sheet.low, number.end) is not None
    if number.kind == "percent" and _MUST.match(sheet.low, number.end) and _WHICH_MUST.search(sheet.low[: number.at]):
        return True
    return number.kind == "percent" and _LEFT_OUT.search(sheet.low, max(0, number.lead - 60), number.lead) is not None


def _there_are(sheet: Sheet, number: Number) -> bool:
    """Whether a count only tells how many there are of those that an act is for."""
    before = sheet.low[max(0, number.start - 40) : number.start]
    return _PRESENT.search(before) is not None or (_ALL_OF.search(before) is not None and _BODIES.match(sheet.low, number.end) is not None)


def _commits(sheet: Sheet, number: Number, indicator: str, since: int = 0) -> bool:
    """`since`: where the duty begins behind the subject of the sentence."""
    if number.value is None or _is_case(sheet, number) or _MAY.search(sheet.low, max(0, number.lead - 40), number.lead):
        return False
    if sheet.low[number.start : number.at].strip() in _BOUNDS and _SORTED.search(sheet.low, max(0, number.lead - 60), number.lead) and _SURVEYS.search(sheet.low, 0, number.lead):
        return False  # "Kiểm tra các cơ sở có diện tích | trên 300 m2": which of them
    if number.kind == "percent" and _CAPITAL.match(sheet.low, number.end) and _OWNED.search(sheet.low, max(0, number.start - 60), number.start):
        return False
    if number.kind == "percent" and not number.explicit and not number.reached and _LAND.search(sheet.low, 0, number.start):
        return False
    if number.kind in ("percent", "money", "rank"):
        return not (number.value == 100 and (_EMPHASIS.match(fold(indicator)) or _EMPHASIS.match(sheet.low[number.end :].lstrip())))
    if number.kind == "counted":
        noun = sheet.low[number.end :].strip()
        if noun.startswith(("lúa", "vụ", "màu")) and sheet.low.endswith("đất ", 0, number.start):
            return False  # "trên đất 2 lúa", "đất 01 vụ": a kind of land
        if _ALLIES.match(noun) and _ALLIED.search(sheet.low, max(0, number.start - 40), number.start):
            return False
        if (_ABSTRACT.match(noun) and not (_CRITERIA.match(noun) and ((number.explicit and noun.startswith("dịch")) or _FULFILS.search(sheet.low, since, number.lead)))) or _MADE_UP.match(noun) or (not number.explicit and _HOW_OFTEN.match(noun)):
            return False
        if not number.explicit and (_FOR.search(sheet.low[: number.start]) or _there_are(sheet, number) or only_told(sheet.low, number.start, number.at, number.end) or so_many_there_are(sheet.low, number)):
            return False
        if number.explicit or _counted_again(sheet, number) or some_of_all(sheet.low, number) or _LEVEL_OF.search(sheet.low, since, number.lead) or _BY_THEN.search(sheet.low[: number.start]) or _acts_right_before(_from_duty(sheet, number, since)):
            return True
        if _BUILT_SO.match(noun):
            return False
        before = sheet.low[since : number.start].strip()
        if opens_act(_WHEN_FIRST.sub("", re.split(r"[,;:] ?", before)[-1].strip())):
            return True
        # "Phối hợp với Phòng X, Trung tâm Y mở 02 lớp": behind the row of helpers the act stands right before its number.
        last = re.split(r"[.;] ", before)[-1]
        return bool(HELPED.match(last) or _CALLED_ON.match(last)) and any(opens_act(" ".join(before.split()[-k:])) for k in (1, 2, 3))
    if number.kind == "duration":
        return number.reached and _SHORTENED.search(sheet.low, max(since, number.lead - 160), number.at) is not None
    if number.kind == "speed":
        return number.explicit or number.reached
    if number.kind != "measure" or (not number.explicit and (so_many_there_are(sheet.low, number) or sheet.low.startswith(" lương", number.end))):
        return False  # "1,5 lần lương cơ sở" is a rate of pay
    # "nạo vét 12 km kênh mương": the amount of what is done, right behind the act
    if number.explicit or number.reached or _LEVEL_OF.search(sheet.low, since, number.lead) or part_of_same(sheet.low, number.start, number.at):
        return True
    before = _from_duty(sheet, number, since)
    if amount_told(before, number):
        return True
    if _CALLED_ON.match(before, before.rfind(", phấn đấu ") + 2 if ", phấn đấu " in before else 0) and any(opens_act(" ".join(before.split()[-k:])) for k in (1, 2, 3)):
        return True  # "vận động nhân dân đóng góp | 500 ngày công"
    return number.unit != "kV" and "/" not in (number.measure or "") and (_acts_right_before(before) or (number.measure in AMOUNTS and _done_beside(before, sheet.low[number.end :])))


def _from_duty(sheet: Sheet, number: Number, since: int) -> str:
    """The folded wording before a number, from behind the subject of the clause: "…; Hội Phụ nữ xã | vận động hỗ trợ"."""
    before = sheet.low[since : number.start]
    cut = max(before.rfind("; "), before.rfind(". ")) + 2
    if cut < 2:
        return before
    return before[cut + duty_start(sheet.plain[since + cut : number.start]) :] if sheet.plain[since + cut].isupper() else before


def _done_beside(before: str, behind: str) -> bool:
    """Whether a clause beside others is nothing but a short act before its amount: "phát dọn thực bì, tu sửa | 18 km đường"."""
    pieces = re.split(r"[,;] ", before.strip())
    last = pieces[-1].strip()
    return len(pieces) > 1 and 1 <= len(last.split()) <= 3 and last.replace(" ", "").isalpha() and not names_indicator(last) and not DESCRIBES.search(last) \
        and re.match(r" [^\W\d_]{2,}", behind) is not None


def _acts_right_before(before: str) -> bool:
    """Whether a verb of an act, or of two ("đánh giá, phân hạng thêm"), stands right at the end of folded wording."""
    pieces = [_WHEN_FIRST.sub("", piece) for piece in re.split(r"[,;:.] ?", before.strip())]
    last = pieces[-1].split()
    if not 1 <= len(last) <= 4:
        return False
    if len(last) < 3 and len(pieces) == 1 and clause_verb(pieces[-1].strip()):
        return True  # "Gieo trồng | 1.200 ha lúa vụ Xuân"
    if opens_act(pieces[-1].strip()) and (len(last) <= 3 or opens_act(" ".join(last[2:]))):  # "ưu tiên đầu tư | 14 km"
        return True
    earlier = pieces[-2].split()[-4:] if len(pieces) > 1 else []
    return len(before.split()) > len(last) and any(opens_act(" ".join(earlier[k:])) for k in range(len(earlier))) and not names_indicator(pieces[-1].strip())


def _from_last_act(wording: str, before: str) -> str:
    """The wording of an outcome from the act that has it: "rà soát dữ liệu hội viên, đảng viên, | chi trả qua tài khoản cho 100% …".

    Verbs that share one object ("tuyên truyền, vận động 90% hộ dân") stay together. `before` as for `without_helpers`."""
    folded = fold(wording)
    if len(folded) != len(wording):
        return wording
    for m in reversed(list(re.finditer(r"[,;] (?:và )?| theo hướng | và (?=(?:tổ chức|tiến hành) )", before))):
        own, earlier = before[m.end() :], before[: m.start()].split()
        if not own and len(earlier) >= _OWN_OBJECT and opens_act(_WHEN_FIRST.sub("", _YEAR_FIRST.sub("", before))) and (at := folded.find(before[max(0, m.start() - 25) : m.start()])) >= 0:
            # "hoàn thành xây dựng hồ sơ sức khỏe toàn dân, | 100% người dân được khám …": a clause of its own
            rest = wording[at + min(25, m.start()) :].lstrip(" ,;")
            if len(rest.split()) > 3 and PREDICATE.search(fold(rest)):
                return rest
        if len(earlier) < _OWN_OBJECT - m[0].startswith(" và") or not folded.startswith(before[: m.start()]):
            continue
        if own.strip() == "đưa" and _BRINGS.search(folded, m.end()):
            return wording[m.end() :]  # "rà soát dữ liệu đăng ký kinh doanh, | đưa 100% hộ kinh doanh vào quản lý"
        if _EACH_OWN.match(own) and opens_act(_WHEN_FIRST.sub("", before)):
            return wording[m.end() :]  # "chỉ đạo thành lập mô hình, | mỗi chi đoàn nhận giúp đỡ ít nhất 01 người"
        if (when := _EACH_TIME.match(own)) and opens_work(own[when.end() :]):
            return wording[m.end() :]  # "đẩy mạnh tuyên truyền trên nền tảng số, | mỗi tháng đăng tải ít nhất 10 tin, bài"
        if _STRIVES.match(own):  # its verb is already left out of the wording
            return wording[m.start() :].lstrip(" ,;") or wording  # "thu phí không dùng tiền mặt, phấn đấu đạt | 100%": the act names it
        if _FIELDS.search(before[: m.start()]) and not own.startswith(("tổ chức ", "thực hiện ")):
            continue  # "pháp luật về tín ngưỡng, tôn giáo, đất đai, | xây dựng tại các cơ sở": one more field
        if (_SERVED.match(own) or folded.endswith(", tổ chức")) and earlier[-2:] in _SERVED_WITH:
            continue  # "hài lòng của người dân, | tổ chức không dưới 95%", "xin lỗi người dân, | tổ chức đối với 100% hồ sơ quá hạn": a body served, no act
        noun = _NOUN_OF_ACT.fullmatch(" ".join(earlier[-2:])) is not None
        shared = not noun and (opens_act(" ".join(earlier[-2:])) or opens_act(earlier[-1]))  # "kỹ năng soạn thảo, thẩm định văn bản"
        if not shared and len(own.split()) >= 2 and folded.startswith(before[: m.end()]) and opens_work(_WHEN_FIRST.sub("", own)) and not names_indicator(own):
            return wording[m.end() :]
    return wording


_BRINGS = re.compile(r" (?:vào|đi|đến|lên|ra|về|tham gia)(?!\w)")  # where "đưa" brings it
_EACH_OWN = re.compile(r"mỗi (?!năm|quý|tháng|tuần|ngày|lần|đợt|kỳ)(?:[^\W\d_]+ ){2,7}")
_EACH_TIME = re.compile(r"(?:mỗi|hằng|hàng) (?:năm|quý|tháng|tuần|ngày),? ")
_FIELDS = re.compile(r" về (?:[^\W\d_]+ ?){1,4}(?:, (?:[^\W\d_]+ ?){1,4}){1,6}$")
_SERVED = re.compile(r"tổ chức(?:,| (?:đối với|khi|đến)(?!\w))")
_SERVED_WITH = (["người", "dân"], ["cá", "nhân"], ["công", "dân"], ["doanh", "nghiệp"])
_ROW = 4  # clauses with a number that make a row of outcomes
_SHARE_FIRST = re.compile(r" *(?:trên |ít nhất |tối thiểu |khoảng |từ )?\d[\d.,]*(?: ?- ?\d[\d.,]*)? ?%")
_NOUN_OF_ACT = re.compile(r"(?:chương|công|quy|quá|lộ|giáo|tờ) trình")  # their last word alone is a verb


_STRIVEN_LIST = re.compile(r"phấn đấu(?: (?:đạt|hoàn thành|thực hiện|đến (?:hết |cuối )?năm \d{4},?))?(?: các)?(?!\w)")  # "Phấn đấu đạt …; …; …": a row of outcomes


def _row_of_outcomes(folded: str) -> bool:
    """Whether a sentence is a row of outcomes however it opens: "đưa tốc độ tăng … lên 7%; sản lượng …; tỷ lệ …; 45% trường …; tỷ lệ …"."""
    pieces = [piece for piece in folded.split(";") if re.search(r"\d", piece)]
    told = sum(names_indicator(piece.strip()) or bool(_SHARE_FIRST.match(piece)) for piece in pieces)
    return len(pieces) >= _ROW and told * 3 >= len(pieces) * 2 and len(pieces) * 4 >= folded.count(";") * 3


def _what_grows(before: str) -> str:
    """What a bare "tăng" is said of: "kỷ cương công tác | thu ngân sách |, phấn đấu tăng ít nhất 25%"; "" where nothing is told."""
    pieces = [piece for piece in before.split(", ") if len(piece.split()) > 1]
    if len(pieces) < 2:
        return ""
    return pieces[-2].rpartition("công tác ")[2].strip(" ,;:") + " "


def read_task_targets(text: str) -> list[TargetReading]:
    """Targets embedded in a task's wording; [] for emphasis, dates, citations, and counts that commit to nothing.

    The indicator is the clause around the number without what it is for ("để …"). `span` is in offsets of `text`.
    """
    sheet = Sheet.of(text)
    found = numbers_of(sheet)
    if not found:
        return []
    start = body_start(sheet)
    parts = read_parts(sheet, start, found)
    numbers = {(c.start, c.end): c.number for part in parts for c in part.clauses}
    if not numbers:
        return []
    if (behind := duty_start(sheet.plain[start:])) and start + behind <= min(c.number.lead for part in parts for c in part.clauses):
        whole = [(numbers.get(r.span or (0, 0)), r.indicator) for r in read_parts_of(sheet, start, parts)]
        start += behind
        judged = {number.at for number, wording in whole if number is not None and _commits(sheet, number, wording, start)}
        parts = read_parts(sheet, start)
        numbers = {(c.start, c.end): c.number for part in parts for c in part.clauses}
    else:
        judged = None
    striven = len(numbers) > 2 and (_STRIVEN_LIST.match(sheet.low, start) is not None or _row_of_outcomes(sheet.low[start:]))
    out = []
    counted_to = -1  # where the noun of a count that commits by a date begins: ", 50 trường học" goes on with it
    helpers = ""  # with whom the act is done, in front of it
    entire: Number | None = None  # the amount that "trong đó" shares out
    for r in read_parts_of(sheet, start, parts):
        number = numbers.get(r.span or (0, 0))
        if number is None:
            continue
        goes_on = (number.kind == "counted" or (number.kind == "measure" and number.measure in AMOUNTS)) and 0 <= counted_to < number.start and bool(_LISTED.fullmatch(sheet.low[counted_to : number.start]))
        goes_on = goes_on or (entire is not None and same_kind(entire, number) and part_of_amount(sheet.low, entire.end, number.start, number.end))
        if not goes_on and not (striven and number.value is not None) and not (_commits(sheet, number, r.indicator) if judged is None else number.at in judged):
            continue
        counted_to = number.end if number.kind in ("counted", "measure") else -1
        if has_parts(number) and not (entire is not None and goes_on):
            entire = number
        wording = without_helpers(r.indicator, sheet.low[(r.span or (0, 0))[0] : number.lead].lstrip(" ,;:-–+"))
        helpers = r.indicator.removesuffix(wording) if wording != r.indicator else helpers
        wording = wording.removeprefix(helpers)  # "… mở 01 lớp | cho 35 học viên" lends the act with its helpers
        if not goes_on:
            wording = _from_last_act(wording, sheet.low[(r.span or (0, 0))[0] : number.start].lstrip(" ,;:-–+"))
        if wording[:1].isupper() and (r.span or (0, 0))[0] > start:
            wording = wording[duty_start(wording) :]  # "…; Hội Phụ nữ xã | hỗ trợ 40 bồn chứa nước"
        wording = _RATE_TOLD.sub("", _NOTED.sub("", wording))
        if fold(wording).removeprefix("phấn đấu ") in ("tăng", "giảm"):
            wording = _what_grows(sheet.plain[(r.span or (0, 0))[0] : number.lead]) + wording.split()[-1]
        told = _THEN_TOLD.search(sheet.low, number.end, (r.span or (0, 0))[1])
        wording = wording[: cut] if told and (cut := fold(wording).rfind(told[0])) > 0 and len(fold(wording)) == len(wording) else wording
        if number.kind == "percent" and sheet.low.endswith((" để ", " để có "), 0, number.lead) \
                and len(purposes := wording.split(" để ")) > (own := 1 + sheet.low.count(" để ", number.end, (r.span or (0, 0))[1])):
            wording = " để ".join(purposes[-own:]).removeprefix("có ")  # "Đẩy mạnh tuyên truyền để | trên 92% hộ gia đình đạt danh hiệu …": the purpose is the outcome
        if not (goes_on and _SERVES.search(fold(wording))) and not (number.kind == "percent" and _SHARED_OUT.match(fold(wording))):
            wording = _PURPOSE.sub("", wording)
        if " nhất " in wording:
            wording = _LATEST.sub("", wording)
        wording = _DONE.sub("", _CHARGE.sub("", wording).strip(" ,.;:")).strip(" ,.;:")
        # A bare count or sum may only describe the act ("tổ chức 01 hội nghị"), so it is offered with less confidence.
        weak = number.kind in ("counted", "money") and not number.explicit
        out.append(replace(r, indicator=wording, rule="task." + r.rule.split(".")[-1], confidence=0.6 if weak else min(r.confidence, 0.85)))
    return with_spans(sheet, with_counts(out))

