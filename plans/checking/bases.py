"""A basis that is no longer in force on the day of the plan (the dated table: instruments.py)."""

import re

from thiduakhenthuong.dates import day_words

from .finding import Spot
from .instruments import INSTRUMENTS

# Speaking of an instrument that went is right where the sentence says so.
_OF_THE_PAST = re.compile(r"\b(?:thay thế|bãi bỏ|tổng kết|sơ kết|hết hiệu lực|trước đây|kết quả)\b", re.IGNORECASE)


def no_longer_in_force(passage, facts):
    """Counted from the earliest day the plan may be signed on, so that nothing is called old too soon."""
    if facts.first_day is None or not any(year in passage.text for year in ("/20", "2003")):
        return
    for instrument in INSTRUMENTS:
        if facts.first_day <= instrument.valid_to:
            continue
        for cited in instrument.written.finditer(passage.text):
            if not _OF_THE_PAST.search(_sentence_before(passage.text, cited.start())):
                last_day = day_words(instrument.valid_to)
                reason = f"Văn bản này chỉ có hiệu lực đến {last_day}; nay áp dụng {instrument.instead}."
                yield Spot(cited.start(), cited.end(), reason, law=instrument.source)


def _sentence_before(text, end):
    """What the sentence says up to here; far back it speaks of something else."""
    return re.split(r"[.;]", text[max(0, end - 400) : end])[-1]
