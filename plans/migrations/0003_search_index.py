from django.db import migrations

from plans.search import create_index, drop_index


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_initial")]

    operations = [migrations.RunPython(create_index, drop_index)]
