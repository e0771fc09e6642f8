from django.db import migrations


def move_findings(apps, schema_editor):
    """Each file's findings go to the event of its reading."""
    for source in apps.get_model("plans", "PlanSource").objects.exclude(findings=[]):
        event = source.plan.events.filter(kind="imported").last()
        if event:
            event.details = {**event.details, "findings": source.findings}
            event.save(update_fields=["details"])


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0004_search_index'),
    ]

    operations = [
        migrations.RunPython(move_findings, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name='plansource',
            name='findings',
        ),
    ]
