"""`open_tasks`: makes the tasks of plans that came into force before tasks were kept. Once, after an upgrade."""

from django.core.management.base import BaseCommand

from ...models import Plan, Task
from ...models.moves import IN_FORCE
from ...progress.opening import open_tasks


class Command(BaseCommand):
    help = "Makes the tasks of plans in force that have none yet."

    def handle(self, *args, **options):
        plans = Plan.objects.filter(state__in=IN_FORCE, genus=Plan.Genus.PLAN, tasks=None).order_by("pk")
        before = Task.objects.count()
        for plan in plans:
            open_tasks(plan)
        self.stdout.write(f"Đã mở {Task.objects.count() - before} nhiệm vụ của các kế hoạch đang có hiệu lực.")
