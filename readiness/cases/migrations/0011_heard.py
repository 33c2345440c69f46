from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_benefits_reviewed")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="heard",
            field=models.JSONField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="case",
            name="heard_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["heard_at"], name="cases_by_when_people_said"),
        ),
    ]
