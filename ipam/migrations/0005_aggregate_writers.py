"""Writers of aggregates take turns, also those that go past every rule.

Two transactions that insert overlapping rows under an exclusion constraint wait for each other, and PostgreSQL ends one
with a deadlock after a second. With the lock that `Aggregate.lock_keys` names taken first, the second sees the row of the
first and is refused at once.
"""

from django.db import migrations

from netsot.kernel.locks import lock_number

FORWARD = f"""
CREATE FUNCTION ipam_aggregate_lock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock({lock_number(("ipam.aggregate", 0))});
    RETURN NULL;
END
$$;
CREATE TRIGGER ipam_aggregate_lock BEFORE INSERT OR UPDATE OF prefix ON ipam_aggregate
    FOR EACH STATEMENT EXECUTE FUNCTION ipam_aggregate_lock();
"""

BACKWARD = """
DROP TRIGGER ipam_aggregate_lock ON ipam_aggregate;
DROP FUNCTION ipam_aggregate_lock();
"""


class Migration(migrations.Migration):
    """A trigger on the statement."""

    dependencies = [("ipam", "0004_uniqueness")]

    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
