"""load_award_demo: rounds of awarding with invented people. Again, it changes nothing."""

from django.core.management.base import BaseCommand

from awards.demo import load_award_demo


class Command(BaseCommand):
    help = "Nạp dữ liệu trình diễn về khen thưởng (người và tập thể đều do đặt ra). Chạy lại không thay đổi gì."

    def handle(self, *args, **options):
        self.stdout.write(f"Các đợt khen thưởng trình diễn đã sẵn sàng ({load_award_demo()} đề nghị mới nạp).")
