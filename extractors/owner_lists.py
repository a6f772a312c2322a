"""Owners listed below a heading of their own ("2. Cơ quan chủ trì, phối hợp" / "a) Cơ quan chủ trì" / "- Sở X."): what the list says."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.lone_labels import lone_label, says
from extractors.markers import BULLETS
from extractors.outline_nodes import TOP_MARKS, Node
from extractors.owner_lines import Attributes, read_attributes
from normalizers.targets import is_act
from normalizers.text import fold
from normalizers.unit_headings import heading_units
from normalizers.unit_prose import prose_owners

_WHO = r"(?:các )?(?:cơ quan|đơn vị|bộ phận|tổ chức|địa phương)(?:(?:,| và) (?:cơ quan|đơn vị|bộ phận|tổ chức|địa phương))*"
_LEADS = r"(?:chủ trì|đầu mối|chịu trách nhiệm|(?:tổ chức )?thực hiện)(?: (?:thực hiện|triển khai|chính))?"
_HELPS = r"(?:phối hợp|cùng thực hiện|tham gia)(?: (?:thực hiện|triển khai))?"
_LABEL = re.compile(rf"(?!tổ chức (?:thực hiện|phối hợp|tham gia))(?:(?P<both>{_WHO} {_LEADS}(?: ?(?:,|và|/|-) ?(?:{_WHO} )?(?:{_HELPS}|{_LEADS}))+)|(?P<lead>{_WHO} {_LEADS})|(?P<support>{_WHO} {_HELPS}))[ .:]*")
_TOGETHER = re.compile(r"cơ quan tổ chức(?= (?:có )?liên quan)")  # typed without its comma, where "tổ chức" would be an act
# Behind a colon the bodies need no name: "- Chủ trì:", "+ Phối hợp:", "* Trách nhiệm thực hiện:".
_BARE_LABEL = re.compile(r"(?:(?P<lead>(?:chủ trì|đầu mối|chịu trách nhiệm)(?: (?:thực hiện|chính))?|(?:phân công|trách nhiệm) thực hiện)|(?P<support>(?:cùng )?phối hợp(?: thực hiện)?)) ?:")
_LONGEST_LABEL = 70  # characters
_LINES = BULLETS | {"body"}
_LONGEST_PART = 12  # words
_DONE_BY = re.compile(r"^(?:hoàn thành|thực hiện|tổ chức|xong) (?=\w)", re.IGNORECASE)
_LONGEST_OWNER = 30  # words: "Mặt trận Tổ quốc Việt Nam, Hội Cựu chiến binh, Đoàn Thanh niên … các cấp"


def owner_list(node: Node) -> Attributes | None:
    """What a heading with nothing but owners below it says of the items beside it; None of any other node."""
    if node.par is None or not node.children or node.kind in TOP_MARKS:
        return None
    if node.label is not None:
        return (_times_of_parts(node) or _milestones(node)) if node.label == "deadline" and len(node.children) > 1 else _said_below(node, node.label)
    if len(node.body) > _LONGEST_LABEL:
        return None
    folded = fold(node.body)
    label = _LABEL.fullmatch(folded) or (_BARE_LABEL.fullmatch(folded) if folded.endswith(":") else None)
    if label is None:
        field = lone_label(node.body)
        if field == "deadline" and len(node.children) > 1:
            return _times_of_parts(node)
        if field is None or field in ("lead", "support") or len(node.children) > 1 or node.children[0].children or not says(field, node.children[0].body):
            return None
        return Attributes(**{field: node.children[0].body.strip(" .;,")}, start=0) if field else Attributes(start=0)
    said: dict[str, list[str]] = {"lead": [], "support": []}
    for child in node.children:
        if not _gather(child, "support" if label["support"] else "lead", said):
            return None
    if not any(said.values()) or (label.re is _BARE_LABEL and not any(map(heading_units, said["lead"] + said["support"]))):
        return None
    return Attributes(lead="; ".join(said["lead"]) or None, support="; ".join(said["support"]) or None, start=0)


def _said_below(node: Node, field: str) -> Attributes:
    """What a label says that stands alone on its line, or whose owners go on below it."""
    on_its_line = read_attributes(node.body)
    said = [c.body.strip(" .;,") for c in node.children]
    if not field:
        return replace(on_its_line, start=0)
    first = getattr(on_its_line, field)
    return replace(on_its_line, start=0, **{field: "; ".join([first, *said] if first else said)})


def _times_of_parts(node: Node) -> Attributes | None:
    """The times below "- Thời gian thực hiện:", each of one part ("+ Đợt 1: Từ ngày …", "+ Cấp xã: trong tháng 5"), as one deadline; none of
    parts that are acts, as each is the time of one of the acts above; None where a line says something else, or no act above is one of them."""
    said, acts = [], False
    for child in node.children:
        part, _, when = child.body.strip(" .;,").rpartition(": ")
        if child.children or child.kind not in _LINES or len(part.split()) > _LONGEST_PART or not says("deadline", _DONE_BY.sub("", when)):
            return None
        acts = acts or (is_act(part) and not part.startswith("Cấp "))  # "Cấp xã: trong tháng 5" is no grant
        said.append(f"{part}: {when}" if part else when)
    if acts and not _named_above(node, said):
        return None  # "1. Tiến độ thực hiện" / "- Xây dựng kế hoạch: trong tháng 01": the acts themselves
    return Attributes(deadline=None if acts else "; ".join(said), start=0)


def _named_above(node: Node, parts: list[str]) -> bool:
    """Whether one of the lines before `node` names the first two words of one of the parts."""
    before = node.parent.children[: node.parent.children.index(node)] if node.parent is not None else []
    above = " ".join(fold(n.body) for sibling in before for n in sibling.walk())
    return any(" ".join(fold(part).split(":")[0].split()[:2]) in above for part in parts)


def _milestones(node: Node) -> Attributes | None:
    """What stands below a time label in lines that part nothing: "+ Hoàn thành đại hội điểm trước 30/3/2026"; None of times before acts."""
    return None if any(": " in child.body for child in node.children) else _said_below(node, "deadline")


def _gather(node: Node, field: str, said: dict[str, list[str]]) -> bool:
    """Add the owners that a node of the list names; False where it names none and so makes the list no list of owners."""
    if node.par is None:
        return False
    body = node.body.strip(" .;,")
    if node.children:
        below = owner_list(node)
        if below is None:
            return False
        said["lead"] += [below.lead] if below.lead else []
        said["support"] += [below.support] if below.support else []
        return True
    labelled = read_attributes(node.body)
    if labelled.any and labelled.start <= 2 and (labelled.lead or labelled.support):
        said["lead"] += [labelled.lead] if labelled.lead else []
        said["support"] += [labelled.support] if labelled.support else []
        return True
    if body.startswith("("):
        return True  # a note on the list: "(Văn phòng là cơ quan thường trực)"
    if ":" in body or len(body.split()) > _LONGEST_OWNER or (is_act(body) and not heading_units(body)):  # "Chi cục Thú y" opens like an act
        return False
    if prose_owners(_TOGETHER.sub("cơ quan, tổ chức", body), duty=True)[0]:
        return False  # a sentence: "Sở X tổ chức kiểm tra …"
    said[field].append(body)
    return True
