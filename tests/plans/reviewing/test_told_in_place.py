"""Why something was not done is told beside the work, not at the top of a long page."""

import pytest

pytestmark = pytest.mark.django_db


def test_a_refusal_stands_in_the_bar_that_stays_in_view(client, reading):
    sent = {"printed": "Phòng Tổng hợp", "meaning": "named", "name": ""}
    part = client.post(f"{reading.get_absolute_url()}cach-ghi/", sent, headers={"HX-Request": "true"}).text
    bar = part.split('class="review-status')[1].split("<form")[0]
    assert "Hãy ghi tên hoặc mã của đơn vị." in bar
    assert "hx-swap-oob" not in part  # it would be taken to the top
