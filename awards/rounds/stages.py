"""Where a round stands on a day, in words."""

from thiduakhenthuong.dates import day_words


def stage_of(campaign, *, on):
    """(key for the style, words)"""
    if campaign.closed_at:
        return "closed", "Đã đóng"
    if on < campaign.opens_on:
        return "coming", f"Nhận hồ sơ từ {day_words(campaign.opens_on)}"
    left = (campaign.due_on - on).days
    if left < 0:
        return "late", f"Quá hạn nhận {-left} ngày"
    return "open", "Hôm nay hết hạn nhận" if left == 0 else f"Đang nhận hồ sơ, còn {left} ngày"
