"""How sure a fact of the catalogue is. Always shown in words beside the fact."""

from django.db import models


class Certainty(models.TextChoices):
    """A and B may bar somebody from an award, C warns, D only informs."""

    CHECKED = "A", "Đã đối chiếu văn bản"
    INDIRECT = "B", "Theo nguồn gián tiếp"
    UNCHECKED = "C", "Chưa kiểm chứng"
    DOUBTFUL = "D", "Chưa chắc chắn, cần tra lại"

    @classmethod
    def least(cls, *marks):
        """What rests on several facts is as sure as the least sure of them."""
        return cls(max(marks))
