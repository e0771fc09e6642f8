"""`verify_chain`: whether every event still stands as it was written, and the guards of the database are up."""

from django.core.management.base import BaseCommand, CommandError

from ...chain import read_heads, verify, write_heads


class Command(BaseCommand):
    help = "Checks the hash chains of all plans; with --heads FILE also against the heads kept with a backup."

    def add_arguments(self, parser):
        parser.add_argument("--heads", help="file written by --write-heads, kept outside of this machine")
        parser.add_argument("--write-heads", help="write the heads of all chains into this file")

    def handle(self, *args, heads=None, **options):
        faults = verify(heads=read_heads(heads) if heads else None)
        if options["write_heads"]:
            write_heads(options["write_heads"])
        for fault in faults.lines:
            self.stderr.write(fault)
        if faults.lines:
            raise CommandError(f"{len(faults.lines)} chỗ sai trong {faults.events} diễn biến.")
        self.stdout.write(
            f"{faults.events} diễn biến của {faults.plans} kế hoạch còn nguyên. Mã đầu chuỗi: {faults.head}"
        )
