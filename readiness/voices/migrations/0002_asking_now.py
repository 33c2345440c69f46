"""Tell the cases of rounds that are not settled yet, which only newer ones are told by themselves."""

from django.db import migrations


def tell(apps, schema_editor):
    """Put the last day of each such round on its case."""
    for each in apps.get_model("voices", "Round").objects.filter(settled_at=None):
        over = each.closed_at is not None
        asking = {"until": each.closes_on.isoformat(), "over": over}
        apps.get_model("cases", "Case").objects.filter(pk=each.case_id).update(asking=asking)


class Migration(migrations.Migration):
    dependencies = [("voices", "0001_initial"), ("cases", "0014_asking")]

    operations = [migrations.RunPython(tell, migrations.RunPython.noop)]
