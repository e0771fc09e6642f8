"""Administrators change their own units: facts, wordings, ends, groups, roles and accounts; nobody's words get lost."""

from datetime import date, timedelta

import pytest

from tests.factories import create_alias, create_unit, create_user
from units.administration import Stale, change
from units.models import Area, Membership, Role, Succession, Unit, UnitGroup, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, district):
    user = create_user(role=Role.ADMINISTRATOR, unit=district)
    client.force_login(user)
    return user


def facts(unit, **changed):
    values = {"name": unit.name, "short_name": unit.short_name, "kind": unit.kind, "symbol": unit.symbol}
    return values | {"seat": unit.seat, "ended_because": "", "version": unit.version} | changed


class TestFacts:
    def test_a_changed_name_is_found_at_once(self, client, admin, division):
        response = client.post(f"/don-vi/{division.pk}/sua/", facts(division, name="  Phòng  Nội vụ mới "))
        assert response.url == division.get_absolute_url()
        division.refresh_from_db()
        assert (division.name, division.version) == ("Phòng Nội vụ mới", 2)
        assert list(Unit.objects.named_like("noi vu moi")) == [division]

    def test_second_saver_keeps_the_typed_text_and_sees_the_stored_one(self, client, admin, division):
        seen = facts(division)
        client.post(f"/don-vi/{division.pk}/sua/", seen | {"name": "Tên của người trước"})
        response = client.post(f"/don-vi/{division.pk}/sua/", seen | {"name": "Tên của tôi"})
        page = response.content.decode()
        assert response.status_code == 422
        assert "Có người vừa sửa mục này" in page
        assert 'value="Tên của tôi"' in page
        assert "Đang lưu: Tên của người trước" in page
        assert Unit.objects.get(pk=division.pk).name == "Tên của người trước"

    def test_second_saver_may_save_after_looking(self, client, admin, division):
        seen = facts(division)
        client.post(f"/don-vi/{division.pk}/sua/", seen | {"name": "Tên của người trước"})
        page = client.post(f"/don-vi/{division.pk}/sua/", seen | {"name": "Tên của tôi"}).content.decode()
        assert 'name="version" value="2"' in page
        client.post(f"/don-vi/{division.pk}/sua/", seen | {"name": "Tên của tôi", "version": 2})
        assert Unit.objects.get(pk=division.pk).name == "Tên của tôi"

    def test_without_the_check_the_first_text_would_be_lost(self, division):
        """The twin: the same two saves past `change` lose one."""
        first, second = Unit.objects.get(pk=division.pk), Unit.objects.get(pk=division.pk)
        change(first, {"name": "Một"}, version=1)
        with pytest.raises(Stale):
            change(second, {"name": "Hai"}, version=1)
        assert Unit.objects.get(pk=division.pk).name == "Một"
        second.name = "Hai"
        second.save()
        assert Unit.objects.get(pk=division.pk).name == "Hai"

    @pytest.mark.parametrize(
        ("changed", "message"),
        [
            ({"name": ""}, "Hãy điền mục này."),
            ({"valid_from": "32/01/2024"}, "Hãy ghi ngày theo dạng ngày/tháng/năm"),
            ({"valid_from": "02/01/2024", "valid_to": "01/01/2024"}, "Ngày kết thúc không được trước ngày bắt đầu."),
        ],
    )
    def test_bad_input_says_what_to_do(self, client, admin, division, changed, message):
        response = client.post(f"/don-vi/{division.pk}/sua/", facts(division, **changed))
        assert response.status_code == 422
        assert message in response.content.decode()
        assert Unit.objects.get(pk=division.pk).version == 1

    def test_a_form_cannot_move_a_unit_or_set_its_code(self, client, admin, division, city):
        client.post(f"/don-vi/{division.pk}/sua/", facts(division, parent=city.pk, code="khac", path="1."))
        assert Unit.objects.get(pk=division.pk).parent_id == division.parent_id
        assert Unit.objects.get(pk=division.pk).code == division.code

    def test_a_new_body_below_gets_code_and_path(self, client, admin, district):
        for _ in range(2):
            client.post(f"/don-vi/{district.pk}/them/", {"name": "Phòng Y tế", "kind": "division"})
        first, second = Unit.objects.filter(name="Phòng Y tế").order_by("pk")
        assert (first.code, second.code) == ("phong-y-te-cai-rang", "phong-y-te-cai-rang-2")
        assert first.path == f"{district.path}{first.pk}."

    def test_a_body_under_nobody_belongs_to_the_area(self, client, admin, district):
        client.post(f"/dia-ban/{district.area_id}/don-vi/them/", {"name": "Quận ủy Cái Răng", "kind": "party"})
        party = Unit.objects.get(name="Quận ủy Cái Răng")
        assert (party.parent, party.area) == (None, district.area)
        assert client.get(f"/don-vi/{party.pk}/sua/").status_code == 200

    def test_a_new_area_and_its_change(self, client, admin, district):
        client.post(f"/dia-ban/{district.area_id}/them/", {"type_word": "phường", "name": "Lê Bình"})
        ward = Area.objects.get(name="Lê Bình")
        assert (ward.level, ward.parent, ward.code) == ("commune", district.area, "phuong-le-binh-cai-rang")
        client.post(f"/dia-ban/{ward.pk}/sua/", {"type_word": "phường", "name": "Lê Bình Mới", "version": 1})
        assert Area.objects.get(pk=ward.pk).search_key == "phuong le binh moi"


class TestWordings:
    def test_add_twice_is_once_and_the_search_knows_it(self, client, admin, division):
        for _ in range(2):
            data = {"text": "Bộ phận Nội vụ", "issuer": division.code}
            client.post(f"/don-vi/{division.pk}/cach-ghi/them/", data)
        assert [alias.text for alias in division.aliases.all()] == ["Bộ phận Nội vụ"]
        assert list(Unit.objects.named_like("bo phan noi vu")) == [division]

    def test_remove(self, client, admin, division):
        alias = create_alias(text="Bộ phận Nội vụ", unit=division)
        division.refresh_search_key()
        client.post(f"/cach-ghi/{alias.pk}/bo/")
        assert not Unit.objects.named_like("bo phan").exists()

    def test_unknown_issuer_keeps_what_was_typed(self, client, admin, division):
        data = {"text": "Bộ phận Nội vụ", "issuer": "không có"}
        response = client.post(f"/don-vi/{division.pk}/cach-ghi/them/", data)
        assert response.status_code == 422
        assert 'value="Bộ phận Nội vụ"' in response.content.decode()
        assert not division.aliases.exists()


class TestEnd:
    data = {"on": "30/06/2025", "because": "Nghị quyết 202/2025/QH15", "version": 1}

    def test_the_successor_takes_over_the_next_day(self, client, admin, district, division, city):
        data = self.data | {"successor": city.code, "with_those_below": "on"}
        client.post(f"/don-vi/{district.pk}/ket-thuc/", data)
        row = Succession.objects.get()
        assert (row.predecessor, row.successor, row.took_over_on) == (district, city, date(2025, 7, 1))
        division.refresh_from_db()
        assert (division.valid_to, division.ended_because) == (date(2025, 6, 30), "Nghị quyết 202/2025/QH15")

    def test_bodies_below_are_not_ended_by_surprise(self, client, admin, district, division):
        response = client.post(f"/don-vi/{district.pk}/ket-thuc/", self.data)
        assert "Còn đơn vị trực thuộc: Phòng Nội vụ quận Cái Răng" in response.content.decode()
        assert Unit.objects.get(pk=district.pk).valid_to is None

    def test_ambiguous_successor_is_not_guessed(self, client, admin, division):
        for number in (1, 2):
            create_unit(name="Phòng Văn hóa - Xã hội", kind="division", code=f"vhxh-{number}")
        response = client.post(f"/don-vi/{division.pk}/ket-thuc/", self.data | {"successor": "van hoa xa hoi"})
        page = response.content.decode()
        assert "vhxh-1" in page
        assert "vhxh-2" in page
        assert not Succession.objects.exists()

    def test_not_its_own_successor(self, client, admin, division):
        response = client.post(f"/don-vi/{division.pk}/ket-thuc/", self.data | {"successor": division.code})
        assert "không kế thừa chính nó" in response.content.decode()


class TestGroups:
    def test_listed_group_by_names_and_codes(self, client, admin, district, division):
        data = {"name": "Các phòng", "membering": "listed", "listed": f"{division.code}\nUBND quận Cái Răng"}
        client.post(f"/don-vi/{district.pk}/nhom/them/", data)
        group = UnitGroup.objects.get()
        assert set(group.members.all()) == {division, district}
        assert group.issuer == district

    def test_rule_counts_in_the_issuers_area(self, client, admin, district, division):
        data = {"name": "Các phòng", "membering": "rule", "member_kind": "division", "member_level": "district"}
        client.post(f"/don-vi/{district.pk}/nhom/them/", data)
        assert list(UnitGroup.objects.get().units(on=date(2024, 1, 1))) == [division]

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            ({"name": "Các phòng", "membering": "rule"}, "Thành viên “Theo loại và cấp”: hãy chọn mục này."),
            ({"name": "Các phòng", "membering": "listed"}, "ít nhất một đơn vị"),
            ({"name": "Các phòng", "membering": "listed", "listed": "Không có"}, "Không có đơn vị nào"),
        ],
    )
    def test_incomplete_groups_say_what_is_missing(self, client, admin, district, data, message):
        response = client.post(f"/don-vi/{district.pk}/nhom/them/", data)
        assert response.status_code == 422
        assert message in response.content.decode()
        assert not UnitGroup.objects.exists()

    def test_the_form_says_which_field_is_for_which_way(self, client, admin, district):
        text = client.get(f"/don-vi/{district.pk}/nhom/them/").text
        assert text.count("(chỉ cho cách “Theo loại và cấp”)") == 2
        assert text.count("(chỉ cho cách “Danh sách”)") == 1
        assert "---------" not in text
        response = client.post(f"/don-vi/{district.pk}/nhom/them/", {"name": "Các phòng", "membering": ""})
        assert "Hãy chọn một cách." in response.text

    def test_change_to_open_forgets_the_members(self, client, admin, district, division):
        group = UnitGroup.objects.create(name="Các phòng", issuer=district, membering="listed")
        group.members.add(division)
        client.post(f"/nhom/{group.pk}/sua/", {"name": "Các phòng", "membering": "open", "version": 1})
        group.refresh_from_db()
        assert (group.membering, group.members.count(), group.version) == ("open", 0, 2)

    def test_general_groups_are_nobodys_to_edit(self, client, admin):
        group = UnitGroup.objects.create(name="Các cơ quan liên quan", membering="open")
        assert client.get(f"/nhom/{group.pk}/").status_code == 200
        assert client.get(f"/nhom/{group.pk}/sua/").status_code == 403


class TestPeople:
    def test_account_with_its_first_role_and_a_password_shown_once(self, client, admin, division):
        data = {"full_name": "Lê Thị Hoa", "username": "lthoa", "role": "reporter"}
        response = client.post(f"/don-vi/{division.pk}/tai-khoan/tao/", data)
        user = User.objects.get(username="lthoa")
        password = response.context["password"]
        assert user.check_password(password)
        assert password in response.content.decode()
        assert "no-store" in response["Cache-Control"]
        assert (user.memberships.get().unit, user.memberships.get().role) == (division, "reporter")
        assert password not in client.get(division.get_absolute_url()).content.decode()

    @pytest.mark.parametrize("username", ["lthoa", "L T Hoa", "đặng", "ab", "a" * 41])
    def test_bad_or_taken_names(self, client, admin, division, username):
        create_user(username="lthoa")
        data = {"full_name": "Lê Thị Hoa", "username": username, "role": "reporter"}
        assert client.post(f"/don-vi/{division.pk}/tai-khoan/tao/", data).status_code == 422
        assert not User.objects.filter(full_name="Lê Thị Hoa").exists()

    def test_an_account_sent_twice_shows_the_way_to_its_password(self, client, admin, division):
        data = {"full_name": "Lê Thị Hoa", "username": "lthoa", "role": "reporter"}
        for _ in range(2):
            response = client.post(f"/don-vi/{division.pk}/tai-khoan/tao/", data)
        assert response.status_code == 422
        assert "Nếu bạn vừa tạo mà chưa thấy mật khẩu" in response.text
        assert "bấm “Mật khẩu mới”" in response.text
        assert "Mật khẩu mới</button>" in client.get(division.get_absolute_url()).text
        assert User.objects.filter(username="lthoa").count() == 1

    def test_role_for_an_existing_account_and_its_end(self, client, admin, division):
        user = create_user(username="lthoa")
        data = {"username": "lthoa", "role": "reporter", "valid_from": "01/02/2026"}
        client.post(f"/don-vi/{division.pk}/vai-tro/giao/", data)
        held = Membership.objects.get(user=user)
        assert (held.unit, held.valid_from) == (division, date(2026, 2, 1))
        client.post(f"/vai-tro/{held.pk}/ket-thuc/")
        assert not Membership.objects.valid(on=date.today() + timedelta(days=1)).filter(user=user).exists()

    def test_a_role_that_begins_later_is_shown_and_can_be_taken_back(self, client, admin, division):
        user = create_user(full_name="Lê Thị Hoa")
        begins = date.today() + timedelta(days=40)
        held = Membership.objects.create(user=user, unit=division, role="reporter", valid_from=begins)
        page = client.get(division.get_absolute_url()).text
        assert "Sắp có hiệu lực" in page
        assert f"/vai-tro/{held.pk}/ket-thuc/" in page
        response = client.post(f"/nguoi-dung/{user.pk}/cap-lai-mat-khau/")
        assert response.context["unit"] == division
        client.post(f"/vai-tro/{held.pk}/ket-thuc/")
        assert not user.memberships.exists()
        assert "Sắp có hiệu lực" not in client.get(division.get_absolute_url()).text

    def test_a_role_that_ended_keeps_its_last_day(self, client, admin, division):
        held = Membership.objects.create(
            user=create_user(), unit=division, role="reporter", valid_to=date(2024, 12, 31)
        )
        client.post(f"/vai-tro/{held.pk}/ket-thuc/")
        held.refresh_from_db()
        assert held.valid_to == date(2024, 12, 31)

    def test_a_start_beyond_all_planning_is_taken_for_a_slip(self, client, admin, division):
        user = create_user(username="lthoa")
        data = {"username": "lthoa", "role": "reporter", "valid_from": "01/02/2206"}
        response = client.post(f"/don-vi/{division.pk}/vai-tro/giao/", data)
        assert "còn hơn 5 năm nữa. Hãy kiểm tra lại năm." in response.text
        assert not user.memberships.exists()

    def test_the_same_role_twice_is_refused(self, client, admin, division):
        create_user(username="lthoa", role="reporter", unit=division)
        data = {"username": "lthoa", "role": "reporter", "valid_from": "01/02/2026"}
        assert "đang giữ vai trò đó" in client.post(f"/don-vi/{division.pk}/vai-tro/giao/", data).content.decode()

    def test_nobody_gives_roles_above_or_beside(self, client, admin, city):
        """Goal S9: not at the city, whatever the form says."""
        beside = create_unit(name="Ủy ban nhân dân quận Ninh Kiều", parent=city)
        data = {"username": admin.username, "role": "administrator", "valid_from": "01/02/2026"}
        for unit in (city, beside):
            assert client.post(f"/don-vi/{unit.pk}/vai-tro/giao/", data).status_code == 403
            assert client.post(f"/don-vi/{unit.pk}/tai-khoan/tao/", {}).status_code == 403
        assert Membership.objects.count() == 1

    def test_nobody_ends_the_own_administration(self, client, admin):
        assert client.post(f"/vai-tro/{admin.memberships.get().pk}/ket-thuc/").status_code == 403

    def test_password_reset_only_for_those_who_hold_roles_below_alone(self, client, admin, division, city):
        below = create_user(role="reporter", unit=division)
        both = create_user(role="reporter", unit=division)
        Membership.objects.create(user=both, unit=city, role="approver")
        response = client.post(f"/nguoi-dung/{below.pk}/cap-lai-mat-khau/")
        below.refresh_from_db()
        assert below.check_password(response.context["password"])
        assert client.post(f"/nguoi-dung/{both.pk}/cap-lai-mat-khau/").status_code == 403
        both.refresh_from_db()
        assert both.check_password("mat-khau-thu")

    def test_a_role_above_that_begins_later_keeps_the_password_too(self, client, admin, division, city):
        promoted = create_user(role="reporter", unit=division)
        begins = date.today() + timedelta(days=40)
        Membership.objects.create(user=promoted, unit=city, role="approver", valid_from=begins)
        assert client.post(f"/nguoi-dung/{promoted.pk}/cap-lai-mat-khau/").status_code == 403
        promoted.refresh_from_db()
        assert promoted.check_password("mat-khau-thu")

    def test_names_are_shown_to_those_who_work_there_or_above(self, client, district, division):
        create_user(full_name="Lê Thị Hoa", role="reporter", unit=division)
        for unit, sees in ((district, True), (division, True), (create_unit(), False)):
            client.force_login(create_user(role="reporter", unit=unit))
            assert ("Lê Thị Hoa" in client.get(division.get_absolute_url()).content.decode()) == sees

    def test_editors_see_no_buttons_of_administrators(self, client, district, division):
        client.force_login(create_user(role="editor", unit=district))
        page = client.get(division.get_absolute_url()).content.decode()
        for path in ("sua/", "ket-thuc/", "tai-khoan/tao/", "cach-ghi/them/"):
            assert path not in page
