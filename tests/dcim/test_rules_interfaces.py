"""The rules of interfaces and hardware addresses."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.db.models import RestrictedError
from django.test.utils import CaptureQueriesContext

from dcim.models import (
    Cable,
    Device,
    Interface,
    InterfaceTemplate,
    MACAddress,
    Module,
    ModuleBay,
    ModuleType,
    VirtualChassis,
    VirtualDeviceContext,
)
from ipam.models import VLAN
from netsot.kernel import changes
from tests.dcim.conftest import problems


@pytest.fixture
def port(device):
    """An unsaved interface; every attribute can be given."""

    def build(**values):
        return Interface(**({"device": device, "name": "x", "type": "1000base-t"} | values))

    return build


@pytest.fixture
def chassis(new_device):
    """Two members of a virtual chassis."""
    stack = VirtualChassis.objects.create(name="stack")
    members = [new_device(name=f"s{n}", virtual_chassis=stack, vc_position=n) for n in (1, 2)]
    for member in members:
        member.save()
    return members


# Order


def test_interfaces_come_in_natural_order(device):
    names = ["Gi1/0/2", "Gi1/0/10", "Gi2/0/1", "eth2", "eth10"]
    for name in reversed(names):
        Interface.objects.create(device=device, name=name, type="1000base-t")
    assert list(Interface.objects.values_list("name", flat=True)) == names


def test_the_order_within_a_device_comes_from_an_index():
    names = {index.name for index in Interface._meta.indexes}
    assert "dcim_interface_device_order" in names


# A component stays on its device


def test_an_interface_stays_on_its_device(interface, new_device):
    other = new_device(name="sw2")
    other.save()
    interface.device = other
    assert set(problems(interface)) == {"device"}


def test_the_module_is_in_the_same_device(device, port, manufacturer, new_device):
    bay = ModuleBay.objects.create(device=device, name="1")
    module = Module.objects.create(
        device=device, module_bay=bay, module_type=ModuleType.objects.create(manufacturer=manufacturer, model="M")
    )
    other = new_device(name="sw2")
    other.save()
    assert problems(port(module=module)) == {}
    assert set(problems(port(module=module, device=other))) == {"module"}


# Hardware


@pytest.mark.parametrize("kind", ["virtual", "bridge", "lag", "ieee802.11ac"])
def test_what_is_not_wired_takes_no_cable(interface, kind):
    interface.cable, interface.cable_end = Cable.objects.create(), "A"
    assert problems(interface) == {}
    interface.type = kind
    assert set(problems(interface)) == {"type"}


@pytest.mark.parametrize("kind", ["virtual", "ieee802.11ac"])
def test_what_is_not_wired_is_not_marked_connected(port, kind):
    assert problems(port(mark_connected=True)) == {}
    assert set(problems(port(mark_connected=True, type=kind))) == {"mark_connected"}


def test_a_cable_leaves_nothing_to_pretend(interface):
    interface.cable, interface.cable_end, interface.mark_connected = Cable.objects.create(), "A", True
    assert set(problems(interface)) == {"mark_connected"}


def test_cable_columns_describe_a_cable(port):
    assert set(problems(port(cable_end="A", cable_connector=1, cable_positions=[1]))) == {
        "cable_end",
        "cable_connector",
        "cable_positions",
    }


# Power over Ethernet and radio


@pytest.mark.parametrize("model", [Interface, InterfaceTemplate])
def test_power_over_ethernet_needs_hardware_and_a_mode(model, device, device_type):
    def build(**values):
        owner = {"device": device} if model is Interface else {"device_type": device_type}
        return model(**({"name": "x", "type": "1000base-t"} | owner | values))

    assert problems(build(poe_mode="pse", poe_type="type1-ieee802.3af")) == {}
    assert set(problems(build(poe_type="type1-ieee802.3af"))) == {"poe_type"}
    assert set(problems(build(type="virtual", poe_mode="pse"))) == {"poe_mode"}
    assert set(problems(build(rf_role="ap"))) == {"rf_role"}
    assert problems(build(type="ieee802.11ac", rf_role="ap")) == {}


def test_radio_settings_need_a_radio(port):
    settings = {"rf_channel": "5g-36-5180-20", "rf_channel_frequency": 5180, "rf_channel_width": 20}
    assert set(problems(port(**settings))) == set(settings)
    assert problems(port(type="ieee802.11ac", **settings)) == {}


def test_the_channel_fills_in_frequency_and_width(port):
    radio = port(type="ieee802.11ac", rf_channel="5g-36-5180-20")
    radio.save()
    radio.refresh_from_db()
    assert (radio.rf_channel_frequency, radio.rf_channel_width) == (Decimal(5180), Decimal(20))


def test_frequency_and_width_agree_with_the_channel(port):
    radio = port(type="ieee802.11ac", rf_channel="5g-36-5180-20", rf_channel_frequency=5200, rf_channel_width=40)
    assert set(problems(radio)) == {"rf_channel_frequency", "rf_channel_width"}


# Parent, bridge, LAG


def test_only_virtual_interfaces_have_a_parent(port, interface):
    assert set(problems(port(parent=interface))) == {"parent"}
    assert problems(port(parent=interface, type="virtual")) == {}


def test_virtual_interfaces_are_not_in_a_lag(port, interface):
    assert problems(port(lag=interface)) == {}
    assert set(problems(port(lag=interface, type="virtual"))) == {"lag"}


@pytest.mark.parametrize(("field", "kind"), [("parent", "virtual"), ("bridge", "1000base-t"), ("lag", "1000base-t")])
def test_an_interface_does_not_refer_to_itself(interface, field, kind):
    interface.type = kind
    setattr(interface, field, interface)
    assert set(problems(interface)) == {field}


@pytest.mark.parametrize(("field", "kind"), [("parent", "virtual"), ("bridge", "1000base-t"), ("lag", "1000base-t")])
def test_relatives_are_on_the_same_device_or_chassis(interface, new_device, chassis, port, field, kind):
    other = new_device(name="sw2")
    other.save()
    assert set(problems(port(device=other, type=kind, **{field: interface}))) == {field}

    uplink = Interface.objects.create(device=chassis[0], name="u", type="1000base-t")
    assert problems(port(device=chassis[1], type=kind, **{field: uplink})) == {}


def test_a_parent_is_protected_by_its_children(interface):
    Interface.objects.create(device=interface.device, name="v", type="virtual", parent=interface)
    with pytest.raises(RestrictedError):
        interface.delete()


def test_members_of_a_lag_survive_it(interface):
    lag = Interface.objects.create(device=interface.device, name="lag", type="lag")
    interface.lag = lag
    interface.save()
    lag.delete()
    interface.refresh_from_db()
    assert interface.lag is None


# VLANs


def test_an_untagged_vlan_needs_a_mode(port):
    vlan = VLAN.objects.create(vid=10, name="ten")
    assert set(problems(port(untagged_vlan=vlan))) == {"untagged_vlan"}
    assert problems(port(untagged_vlan=vlan, mode="access")) == {}


def test_an_untagged_vlan_is_global_or_of_the_site(port, site, other_site):
    here, there = (VLAN.objects.create(vid=10, name=place.name, site=place) for place in (site, other_site))
    assert problems(port(untagged_vlan=here, mode="access")) == {}
    assert set(problems(port(untagged_vlan=there, mode="access"))) == {"untagged_vlan"}


def test_a_service_vlan_needs_q_in_q(port):
    vlan = VLAN.objects.create(vid=10, name="ten", qinq_role="svlan")
    assert set(problems(port(qinq_svlan=vlan, mode="tagged"))) == {"qinq_svlan"}
    assert problems(port(qinq_svlan=vlan, mode="q-in-q")) == {}


def pend(obj, **relations):
    """Say what a write is about to put into to-many relations."""
    obj.__dict__["_pending"] = relations
    return obj


def test_tagged_vlans_need_tagged_mode_and_the_site(port, other_site):
    anywhere, there = VLAN.objects.create(vid=1, name="a"), VLAN.objects.create(vid=2, name="b", site=other_site)
    assert problems(pend(port(mode="tagged"), tagged_vlans=[anywhere])) == {}
    assert set(problems(pend(port(mode="tagged"), tagged_vlans=[there]))) == {"tagged_vlans"}
    assert set(problems(pend(port(mode="access"), tagged_vlans=[anywhere]))) == {"tagged_vlans"}


def test_wireless_lans_need_a_radio(port):
    assert set(problems(pend(port(), wireless_lans=[object()]))) == {"wireless_lans"}


def test_virtual_contexts_are_of_the_same_device(port, device, new_device):
    other = new_device(name="sw2")
    other.save()
    own, foreign = (VirtualDeviceContext.objects.create(device=d, name="v", status="active") for d in (device, other))
    assert problems(pend(port(), vdcs=[own])) == {}
    assert set(problems(pend(port(), vdcs=[foreign]))) == {"vdcs"}


def test_vlans_that_the_mode_does_not_carry_go(interface):
    vlan = VLAN.objects.create(vid=10, name="ten")
    interface.mode, interface.untagged_vlan = "tagged", vlan
    interface.save()
    interface.tagged_vlans.add(vlan)

    interface.mode = "access"
    interface.save()
    assert not interface.tagged_vlans.exists()
    assert interface.untagged_vlan == vlan

    interface.mode = None
    interface.save()
    interface.refresh_from_db()
    assert interface.untagged_vlan is None


# Hardware addresses


def test_the_primary_address_is_the_interfaces_own(interface, port):
    mine = MACAddress.objects.create(mac_address="00:00:00:00:00:01", assigned_object=interface)
    interface.primary_mac_address = mine
    assert problems(interface) == {}
    assert set(problems(port(primary_mac_address=mine))) == {"primary_mac_address"}


def test_a_free_address_is_assigned_when_it_becomes_primary(port):
    free = MACAddress.objects.create(mac_address="00:00:00:00:00:01")
    with changes.recording() as recording:
        made = port(primary_mac_address=free)
        assert problems(made) == {}
        made.save()
        logged = {entry.model for entry in recording.entries.values()}
        recording.entries.clear()
    free.refresh_from_db()
    assert free.assigned_object == made
    assert free.is_primary
    assert MACAddress in logged


def test_a_primary_address_stays_with_its_interface(interface, port):
    other = port(name="other")
    other.save()
    address = MACAddress.objects.create(mac_address="00:00:00:00:00:01", assigned_object=interface)
    interface.primary_mac_address = address
    interface.save()

    address.assigned_object = other
    assert set(problems(address)) == {"assigned_object_id"}
    address.assigned_object = None
    assert set(problems(address)) == {"assigned_object_id"}

    interface.primary_mac_address = None
    interface.save()
    assert problems(address) == {}


def test_an_address_is_assigned_to_an_interface_that_exists(interface, site):
    text = "00:00:00:00:00:01"
    assert problems(MACAddress(mac_address=text)) == {}
    assert problems(MACAddress(mac_address=text, assigned_object=interface)) == {}
    assert set(problems(MACAddress(mac_address=text, assigned_object=site))) == {"assigned_object_type"}
    lost = MACAddress(mac_address=text, assigned_object=interface)
    lost.assigned_object_id = 0
    assert set(problems(lost)) == {"assigned_object_id"}
    lost.assigned_object_id = None
    assert set(problems(lost)) == {"assigned_object_id"}


def test_the_same_address_may_exist_twice(interface):
    for _number in (1, 2):
        MACAddress.objects.create(mac_address="00:00:00:00:00:01", assigned_object=interface)
    assert MACAddress.objects.count() == 2


# Sets


def test_rules_cost_the_same_for_one_and_for_many(device, interface, site):
    Device.objects.get(pk=device.pk)
    vlan = VLAN.objects.create(vid=10, name="ten", site=site)

    def cost(count):
        ports = [
            Interface(device_id=device.pk, name=f"p{n}", type="1000base-t", mode="access", lag_id=interface.pk)
            for n in range(count)
        ]
        for port in ports:
            port.untagged_vlan_id = vlan.pk
        with CaptureQueriesContext(connection) as captured:
            assert problems(*ports) == {}
        return len(captured)

    assert cost(50) == cost(1)
