"""The order of interface names, and the tokens in template names."""

import random

import pytest

from dcim.naming import KEY_LENGTH, interface_key, resolve_vc_position


@pytest.mark.parametrize(
    "names",
    [
        ["eth0", "eth1", "eth2", "eth10", "eth10.1", "eth10.2", "eth10.100"],
        ["Gi1/0/1", "Gi1/0/2", "Gi1/0/10", "Gi1/1/1", "Gi2/0/1", "Gi10/0/1"],
        ["xe-0/0/0", "xe-0/0/1:0", "xe-0/0/1:1", "xe-0/0/1:2.5", "xe-0/0/2", "xe-0/1/0"],
        ["1", "2", "10", "24", "Management"],
        ["Ethernet1/1", "Ethernet1/2", "Ethernet1/10", "Ethernet2", "Ethernet3"],
        ["Gi1/0/1", "Te1/0/1", "Gi2/0/1", "Te2/0/1", "Vlan1", "Vlan2", "Vlan100"],
        ["swp1", "swp1s1", "swp1s2", "swp1s10", "swp2"],
        ["1/1/c1/1", "1/1/c1/2", "1/1/c2/1", "1/1/c10/1"],
        ["Vlan9", "Vlan4094", "Vlan1000000000"],
    ],
)
def test_names_sort_as_people_read_them(names):
    shuffled = random.Random(7).sample(names, len(names))
    assert sorted(shuffled, key=lambda name: interface_key(name).encode()) == names


@pytest.mark.parametrize("name", ["", "é" * 64, "1" * 64, "1/" * 32, "/:." * 20, "a1" * 32, "\n"])
def test_any_name_has_a_key_that_fits_the_column(name):
    assert len(interface_key(name)) <= KEY_LENGTH


def test_case_does_not_matter():
    assert interface_key("GigabitEthernet0/1") == interface_key("gigabitethernet0/1")


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("Gi{vc_position}/0/1", 3, "Gi3/0/1"),
        ("Gi{vc_position:1}/0/1", 3, "Gi3/0/1"),
        ("Gi{vc_position:1}/0/1", None, "Gi1/0/1"),
        ("Gi{vc_position:}/0/1", None, "Gi/0/1"),
        ("Gi{vc_position}/0/1", None, "Gi0/0/1"),
        ("Gi{vc_position}/0/1", 0, "Gi0/0/1"),
        ("plain {module}", 2, "plain {module}"),
    ],
)
def test_vc_position_token(text, position, expected):
    assert resolve_vc_position(text, position) == expected
