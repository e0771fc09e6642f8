"""load_demo: the demonstration data. Run again, it changes nothing."""

from django.core.management.base import BaseCommand

from plans.demo import load_demo
from plans.demo_accounts import ACCOUNTS, PASSWORD


class Command(BaseCommand):
    help = "Nạp dữ liệu trình diễn: đơn vị, năm kế hoạch, mỗi vai trò một tài khoản. Chạy lại không làm thay đổi gì."

    def handle(self, *args, **options):
        added = load_demo()
        self.stdout.write(f"Dữ liệu trình diễn đã sẵn sàng ({added} kế hoạch mới nạp). Tài khoản:")
        self.stdout.write(f"  {'tên đăng nhập':<15}{'mật khẩu':<15}{'vai trò':<27}nơi làm việc")
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.username:<15}{PASSWORD:<15}{account.role.label:<27}{account.place}")
