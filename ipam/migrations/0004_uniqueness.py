"""PostgreSQL keeps `unique_scope` right, see `ipam.uniqueness`; and the indexes of `ipam.hierarchy`."""

from django.db import migrations, models
from django.db.models.functions import Coalesce

from ipam.lookups import Host
from netsot.models.migrations import Together

FORWARD = """
CREATE FUNCTION ipam_unique_scope(vrf bigint) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    enforced boolean;
BEGIN
    IF vrf IS NULL THEN
        enforced := current_setting('netsot.enforce_global_unique', true) IS DISTINCT FROM 'off';
    ELSE
        -- FOR SHARE: a VRF that starts to enforce uniqueness waits for us, or we see that it did.
        SELECT enforce_unique INTO enforced FROM ipam_vrf WHERE id = vrf FOR SHARE;
    END IF;
    RETURN CASE WHEN enforced THEN coalesce(vrf, 0) END;
END
$$;

CREATE FUNCTION ipam_prefix_unique_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.unique_scope := ipam_unique_scope(NEW.vrf_id);
    RETURN NEW;
END
$$;

CREATE FUNCTION ipam_ipaddress_unique_scope() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.role IN ('anycast', 'vip', 'vrrp', 'hsrp', 'glbp', 'carp') THEN
        NEW.unique_scope := NULL;
    ELSE
        NEW.unique_scope := ipam_unique_scope(NEW.vrf_id);
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION ipam_vrf_enforce_unique() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE ipam_prefix SET unique_scope = unique_scope WHERE vrf_id = NEW.id;
    UPDATE ipam_ipaddress SET unique_scope = unique_scope WHERE vrf_id = NEW.id;
    RETURN NULL;
END
$$;

CREATE TRIGGER ipam_prefix_unique_scope BEFORE INSERT OR UPDATE OF vrf_id, unique_scope ON ipam_prefix
    FOR EACH ROW EXECUTE FUNCTION ipam_prefix_unique_scope();
CREATE TRIGGER ipam_ipaddress_unique_scope BEFORE INSERT OR UPDATE OF vrf_id, role, unique_scope ON ipam_ipaddress
    FOR EACH ROW EXECUTE FUNCTION ipam_ipaddress_unique_scope();
CREATE TRIGGER ipam_vrf_enforce_unique AFTER UPDATE OF enforce_unique ON ipam_vrf
    FOR EACH ROW WHEN (OLD.enforce_unique IS DISTINCT FROM NEW.enforce_unique)
    EXECUTE FUNCTION ipam_vrf_enforce_unique();
"""

BACKWARD = """
DROP TRIGGER ipam_vrf_enforce_unique ON ipam_vrf;
DROP TRIGGER ipam_ipaddress_unique_scope ON ipam_ipaddress;
DROP TRIGGER ipam_prefix_unique_scope ON ipam_prefix;
DROP FUNCTION ipam_vrf_enforce_unique;
DROP FUNCTION ipam_ipaddress_unique_scope;
DROP FUNCTION ipam_prefix_unique_scope;
DROP FUNCTION ipam_unique_scope;
"""


class Migration(migrations.Migration):
    dependencies = [("ipam", "0003_initial")]

    operations = [
        migrations.RunSQL(FORWARD, BACKWARD),
        Together(
            operations=[
                migrations.AddIndex(
                    "ipaddress",
                    models.Index(Coalesce("vrf_id", 0), Host("address"), name="ipam_ipaddress_inside"),
                ),
                migrations.AddIndex(
                    "prefix", models.Index(Coalesce("vrf_id", 0), models.F("prefix"), name="ipam_prefix_inside")
                ),
            ]
        ),
    ]
