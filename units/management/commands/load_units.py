"""load_units [--province NAME]: today's areas and their people's committees."""

import sys

from django.core.management.base import BaseCommand

from units.country import UnknownProvince
from units.loading import load_units


class Command(BaseCommand):
    help = "Nạp các tỉnh, xã hiện hành và Ủy ban nhân dân của chúng. Chạy lại không làm thay đổi gì."

    def add_arguments(self, parser):
        parser.add_argument("--province", help='Chỉ nạp một tỉnh, thành phố, ví dụ "Cần Thơ" (không cần dấu).')

    def handle(self, *args, province, **options):
        try:
            upper, lower = load_units(province)
        except UnknownProvince as unknown:
            self.stderr.write(str(unknown))
            sys.exit(2)
        self.stdout.write(f"Đã nạp {upper} tỉnh, thành phố và {lower} xã, phường, đặc khu.")
