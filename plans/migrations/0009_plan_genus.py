from django.db import migrations, models

from plans.migrations._sealing import leave
from plans.search import create_index


def name_reports(apps, schema_editor):
    """Reports were told by the plan they report on."""
    apps.get_model("plans", "Plan").objects.exclude(report_of=None).update(genus="report")


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0008_fewer_indexes"),
    ]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="genus",
            field=models.CharField(
                choices=[("plan", "Kế hoạch"), ("report", "Báo cáo"), ("award", "Văn bản khen thưởng")],
                default="plan",
                editable=False,
                max_length=10,
                verbose_name="thuộc",
            ),
        ),
        migrations.RunPython(name_reports, leave),
        migrations.RunPython(create_index, leave),  # on SQLite its triggers went with the table that was made anew
    ]
