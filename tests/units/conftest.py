"""A city, a district below it and a division of the district: the bodies most rights are asked of."""

import pytest

from tests.factories import create_area, create_unit


@pytest.fixture
def city():
    return create_unit(name="Ủy ban nhân dân thành phố Cần Thơ")


@pytest.fixture
def district(city):
    area = create_area(name="Cái Răng", type_word="quận", level="district", parent=city.area)
    return create_unit(name="Ủy ban nhân dân quận Cái Răng", area=area, parent=city)


@pytest.fixture
def division(district):
    return create_unit(name="Phòng Nội vụ quận Cái Răng", kind="division", parent=district)
