"""The parts of a nomination that can be returned for mending, each by name."""

FIELDS = {
    "title": "Danh hiệu, hình thức đề nghị",
    "years": "Năm thành tích",
    "position_words": "Chức vụ, nơi công tác ghi trên văn bản",
    "recipient_class": "Đối tượng thống kê",
    "achievement": "Tóm tắt thành tích",
    "initiatives": "Sáng kiến, đề tài dùng để xét",
    "files": "Tệp trong hồ sơ",
}
COLUMNS = {"years": ("from_year", "to_year")}  # where a part is not the field of its own name


def open_parts(nomination):
    """What the proposing unit may change now: all of a draft, the named parts of what was returned, else nothing."""
    if nomination.state == nomination.State.DRAFT:
        return set(FIELDS)
    if nomination.state == nomination.State.RETURNED:
        last = nomination.events.filter(kind="returned").first()
        return set(last.fields if last else ())
    return set()


def columns_of(parts):
    """The names of the form's fields."""
    return {column for part in parts for column in COLUMNS.get(part, (part,))}
