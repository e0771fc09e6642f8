"""load_awards: the catalogue of what the law awards. Run again, it changes nothing."""

from django.core.management.base import BaseCommand

from awards.loading import load_awards


class Command(BaseCommand):
    help = "Nạp danh mục danh hiệu, hình thức khen thưởng. Chạy lại không thay đổi gì; mục đã sửa được giữ nguyên."

    def handle(self, *args, **options):
        self.stdout.write(f"Danh mục khen thưởng đã sẵn sàng ({load_awards()} dòng vừa ghi).")
