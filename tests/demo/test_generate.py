"""The generated network: always the same, valid, and connected."""

from __future__ import annotations

from io import StringIO

import netaddr
import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from core.models import ObjectChange
from dcim.models import Cable, CablePath, Device, Interface, Rack, Site
from ipam.models import VLAN, Aggregate, IPAddress, Prefix
from netsot.demo import generate
from netsot.demo.sizes import SIZES
from netsot.demo.writer import Refused
from netsot.kernel import registry, writes
from netsot.kernel.resource import F, Resource
from tests.demo.digests import Database

pytestmark = pytest.mark.django_db

SYSTEM = writes.Actor(trusted=True)


def digest_of(seed: int) -> str:
    """Generate in a transaction that is rolled back; sequences go on, so that primary keys differ next time."""
    with transaction.atomic():
        generate.generate("tiny", seed)
        found = Database().digest()
        transaction.set_rollback(True)
    return found


def test_the_same_seed_gives_the_same_rows_and_another_seed_does_not(tiny):
    assert digest_of(1) == digest_of(1) != digest_of(2)


def test_what_was_made_is_counted(tiny):
    report = generate.generate("tiny")
    assert report.made["sites"] == Site.objects.count() == tiny.sites
    assert report.made["devices"] == Device.objects.count() == tiny.sites * tiny.devices_per_site
    assert report.made["interfaces"] == Interface.objects.count()
    assert report.made["VLANs"] == VLAN.objects.count() == tiny.sites * tiny.vlans
    assert report.made["prefixes"] == Prefix.objects.count()
    assert report.made["IP addresses"] == IPAddress.objects.count() == tiny.sites * tiny.addresses
    assert report.made["cables"] == Cable.objects.count()
    assert ObjectChange.objects.filter(changed_object_type__model="ipaddress", action="create").count() == (
        IPAddress.objects.count()
    )


def test_every_path_is_complete_and_access_switches_reach_the_core_through_both_panels(tiny):
    generate.generate("tiny")
    assert not CablePath.objects.filter(is_complete=False).exists()
    assert not Interface.objects.filter(cable__isnull=False, _path__isnull=True).exists()
    uplinks = Interface.objects.filter(name="TenGigabitEthernet1/1/1").select_related("_path")
    assert len(uplinks) == tiny.sites * tiny.access
    for uplink in uplinks:
        # interface, cable, front, rear, cable, rear, front, cable, interface
        assert len(uplink._path.path) == 9
        (end,) = uplink._path.path[-1]
        far = Interface.objects.select_related("device__role").get(pk=int(end.split(":")[1]))
        assert far.device.role.slug == "core-switch"
        assert far.device.site_id == uplink.device.site_id


def test_everything_obeys_the_rules(tiny):
    """Each object passes all rules again when it is written as it is."""
    generate.generate("tiny")
    checked = 0
    for resource in registry.all_resources():
        if "update" in resource.methods and resource.app_label in ("dcim", "ipam", "tenancy", "extras"):
            ids = list(resource.model._base_manager.values_list("pk", flat=True))
            writes.update(resource, [(pk, {}) for pk in ids], SYSTEM, dry_run=True)
            checked += len(ids)
    assert checked > 1000


def test_addresses_lie_in_prefixes_and_prefixes_in_aggregates(tiny):
    generate.generate("tiny")
    assert not IPAddress.objects.filter(parent__isnull=True).exists()
    aggregates = [aggregate.prefix for aggregate in Aggregate.objects.all()]
    for prefix in Prefix.objects.filter(parent__isnull=True):
        assert any(prefix.prefix in aggregate for aggregate in aggregates)
    managed = Device.objects.exclude(role__slug="patch-panel")
    assert not managed.filter(primary_ip4__isnull=True).exists()
    assert managed.filter(role__slug="router", primary_ip6__isnull=False).count() == tiny.sites * tiny.routers
    assert Interface.objects.filter(mgmt_only=True, primary_mac_address__isnull=True).count() == 0


def test_it_is_generated_once(tiny):
    generate.generate("tiny")
    before = Database().digest()
    with pytest.raises(Refused, match="tiny network, or a part of it, is there already"):
        generate.generate("tiny", seed=7)
    with pytest.raises(CommandError, match="is there already"):
        call_command("generate_data", size="tiny", verbosity=0)
    assert Database().digest() == before


def test_a_filled_database_keeps_what_it_has(tiny):
    resource = registry.resource_for
    writes.create(resource("dcim.manufacturer"), [{"name": "Cisco Systems", "slug": "cisco"}], SYSTEM)
    (rir,) = writes.create(resource("ipam.rir"), [{"name": "Ours", "slug": "ours"}], SYSTEM).objs
    writes.create(resource("ipam.aggregate"), [{"prefix": "10.0.0.0/9", "rir": rir.pk}], SYSTEM)
    generate.generate("tiny")
    assert Device.objects.filter(device_type__manufacturer__name="Cisco Systems").exists()
    assert netaddr.IPNetwork("10.0.0.0/8") not in [aggregate.prefix for aggregate in Aggregate.objects.all()]


def test_a_refused_row_is_shown(tiny):
    writes.create(registry.resource_for("dcim.manufacturer"), [{"name": "Cisco", "slug": "x"}], SYSTEM)
    with pytest.raises(CommandError, match=r"dcim\.manufacturer was refused: .*already exists.*Cisco"):
        call_command("generate_data", size="tiny", verbosity=0)


def test_where_there_are_racks_devices_are_mounted(tiny, monkeypatch):
    if registry.get("dcim.rack") is None:

        class RackResource(Resource):
            """A rack."""

            fields = F("name site location status u_height width")

        monkeypatch.setitem(registry._resources, "dcim.rack", RackResource(Rack))
    generate.generate("tiny")
    assert Rack.objects.count() == 2 * tiny.sites
    assert not Device.objects.filter(position__isnull=True).exists()


def test_sizes_share_no_space():
    spaces = [netaddr.IPNetwork(size.space) for size in SIZES.values()]
    assert netaddr.IPSet(spaces).size == sum(space.size for space in spaces)
    for size in SIZES.values():
        blocks = list(size.site_blocks())
        assert len(blocks) == size.sites
        assert all(four in netaddr.IPNetwork(size.space) for four, _six in blocks)
        # The last VLAN's network lies within the block.
        assert size.vlans < 2 ** (24 - size.site_length)
        assert size.addresses * size.sites < 250_000


@pytest.mark.slow
def test_the_demo_is_as_big_as_promised():
    output = StringIO()
    call_command("load_demo", stdout=output)
    assert "objects in" in output.getvalue()
    assert 20 <= Site.objects.count() <= 24
    assert 250 <= Device.objects.count() <= 300
    assert 900 <= Prefix.objects.count() <= 1200
    assert 4500 <= IPAddress.objects.count() <= 5500
    assert 450 <= VLAN.objects.count() <= 550
    assert 270 <= Cable.objects.count() <= 360
    assert {"planned", "decommissioning"} <= set(Device.objects.values_list("status", flat=True))
    before = Database().digest()
    output = StringIO()
    call_command("load_demo", stdout=output)
    assert "is there already" in output.getvalue()
    assert Database().digest() == before
