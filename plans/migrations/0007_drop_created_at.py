from django.db import migrations

from plans.search import create_index, drop_index


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0006_number_once_a_year'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='plan',
            name='created_at',
        ),
        migrations.RunPython(create_index, drop_index),
    ]
