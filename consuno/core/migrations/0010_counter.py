"""Counters of security get a table of their own; the cache's, which kept addresses in clear, goes."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0009_files'),
    ]

    operations = [
        migrations.CreateModel(
            name='Counter',
            fields=[
                ('name', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField(default=0)),
                ('value', models.TextField(blank=True, default='')),
                ('ends', models.BigIntegerField(db_index=True)),
            ],
        ),
        migrations.RunSQL("DROP TABLE IF EXISTS consuno_cache", migrations.RunSQL.noop),
    ]
