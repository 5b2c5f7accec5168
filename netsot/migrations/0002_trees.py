"""The function behind the triggers that keep trees free of circles; see `netsot.models.migrations.GuardTree`.

After each moved node it walks up from the new parent. Writers of a tree take turns, as those who use the rules do
(the trigger's argument is the number of their lock), so that none of two opposite moves misses the other.
"""

from django.db import migrations

CREATE = """
CREATE FUNCTION refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    circular boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(TG_ARGV[0]::bigint);
    EXECUTE format(
        'WITH RECURSIVE up(id, parent_id) AS (SELECT id, parent_id FROM %1$I.%2$I WHERE id = $1 '
        'UNION SELECT node.id, node.parent_id FROM %1$I.%2$I node JOIN up ON node.id = up.parent_id) '
        'SELECT EXISTS (SELECT FROM up WHERE parent_id = $1)', TG_TABLE_SCHEMA, TG_TABLE_NAME
    ) INTO circular USING NEW.id;
    IF circular THEN
        RAISE EXCEPTION 'Row % of % would be its own ancestor', NEW.id, TG_TABLE_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("netsot", "0001_natural_key")]

    operations = [migrations.RunSQL(CREATE, "DROP FUNCTION refuse_circle()")]
