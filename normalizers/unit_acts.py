"""What an owner cell says a unit does, behind its name: "Phòng Kinh tế | hướng dẫn các thôn", "Sở Y tế | tham mưu UBND tỉnh"."""

from __future__ import annotations

from normalizers.unit_grammar import ROLES_AT, Item, boundary, complete, starts_unit
from normalizers.unit_tails import at
from normalizers.unit_tokens import HARD, Token
from normalizers.unit_verbs import duty_verb
from normalizers.unit_vocab import match_unit

_ACTING = frozenset({"office", "organisation", "authority", "party"})
_MODALS = frozenset({"cần", "phải", "sẽ"})
#: Words behind which a cell may say whom the unit before advises.
ADVISED = frozenset({"mưu", "cho", "giúp"})
_ADVISED_BODIES = frozenset({"ubnd", "hdnd", "dang-uy", "chu-tich-ubnd", "pho-chu-tich-ubnd", "thuong-truc-hdnd", "thuong-truc-dang-uy", "ban-thuong-vu-dang-uy", "lanh-dao-ubnd"})


def acts(tokens: list[Token], item: Item) -> bool:
    """Whether the cell goes on with what the unit does: "Phòng Kinh tế | hướng dẫn các thôn". Names of two words ("Văn phòng", "Ban
    Quản lý") may have the verb in them, and so may those of boards and project offices."""
    if item.entry is None or item.entry.kind not in _ACTING or item.end - item.start < 3 or tokens[item.end].capital:
        return False
    if tokens[item.start + 1].key in ("quản", "chỉ") and not (item.tail and item.tail.levels):
        return False
    return duty_verb(tokens, item.end) or (tokens[item.end].key in _MODALS and bool(_roles(tokens, item.end + 1)))


def act_end(tokens: list[Token], i: int) -> int:
    """Where an act ends: at a hard separator, where a role of somebody else is said ("…, phối hợp với Công an xã"), or at the first
    unit behind a comma, if none is the act's object ("hướng dẫn người dân, | Công an xã")."""
    alone = True
    while i < len(tokens) and tokens[i].key not in HARD and tokens[i].key != "." and not (tokens[i].key in ("phối", "chủ") and _roles(tokens, i)):
        hit = match_unit(tokens, i) if alone and tokens[i].capital else None
        if hit is not None and hit[1].kind in _ACTING:
            if tokens[i - 1].key == "," and hit[1].unit_id not in _ADVISED_BODIES:
                return i
            alone = False
        i += 1
    return i


def act_behind_colon(tokens: list[Token], i: int) -> bool:
    """Whether what the units before do is said behind their colon: "Giao Công an xã: | tuần tra"."""
    return tokens[i - 1].key == ":" and not tokens[i].capital and duty_verb(tokens, i)


def reports(tokens: list[Token], i: int) -> bool:
    """Whether the units before token `i` are told to report: "Công an xã. | Báo cáo hằng quý", "…; định kỳ báo cáo"."""
    return (at(tokens, i, ("báo", "cáo")) and not at(tokens, i + 2, ("viên",))) or at(tokens, i, ("định", "kỳ"))


def _roles(tokens: list[Token], i: int) -> tuple[str, ...]:
    return next((r for r in ROLES_AT.get(tokens[i].key, ()) if at(tokens, i, r)), ()) if i < len(tokens) else ()


def advised_end(tokens: list[Token], i: int, commune: str | None) -> int:
    """End of the act of advising an authority that stands at token `i`: "Phòng Kinh tế tham mưu (cho) | UBND xã ban hành kế hoạch";
    `i` where nobody is advised."""
    if not at(tokens, i - 2, ("tham", "mưu")) and not at(tokens, i - 3, ("tham", "mưu")):
        return i
    body = complete(tokens, i, commune)
    return act_end(tokens, body.end) if body is not None and body.entry is not None and body.entry.unit_id in _ADVISED_BODIES else i


#: Words that the roles behind which a name ends begin with.
ROLES_BEGIN = frozenset({"chủ", "phối", "cùng", "có", "chịu", "tích", "thường"})
_READILY = (("chủ", "động"), ("tích", "cực"), ("thường", "xuyên"))


def role_ends(tokens: list[Token], j: int) -> bool:
    """Whether role words at `j` close the name before them: "Khoa Dược | chủ trì, phối hợp với …", "Thị đoàn | phối hợp cùng …"."""
    if at(tokens, j + 1, ("trách", "nhiệm")) or any(at(tokens, j, (*how, "phối", "hợp")) for how in _READILY):
        return tokens[j].key != "cùng"  # "… | có trách nhiệm chủ trì", "… | chủ động phối hợp với Công an tỉnh"
    if at(tokens, j, ("chủ", "trì")):
        return boundary(tokens, j + 2) or at(tokens, j + 2, ("phối", "hợp")) or at(tokens, j + 2, ("cùng",))
    if not at(tokens, j, ("phối", "hợp")) or j + 2 >= len(tokens):
        return False
    return tokens[j + 2].key in ("với", "cùng", "chặt") or (tokens[j + 2].capital and starts_unit(tokens, j + 2, None))
