"""Rules of VLANs and their groups."""

from __future__ import annotations

import pytest
from django.db.backends.postgresql.psycopg_any import NumericRange

from dcim.models import Rack, Site, SiteGroup
from ipam.models import VLAN, VLANGroup
from tests.ipam.conftest import problems

pytestmark = pytest.mark.django_db


def group(*ranges: tuple[int, int], **values: object) -> VLANGroup:
    """A group with ranges given by their first and last ID."""
    return VLANGroup(name="g", slug="g", vid_ranges=[NumericRange(a, b, "[]") for a, b in ranges], **values)


def test_a_group_has_every_id_unless_told_otherwise() -> None:
    made = VLANGroup.objects.create(name="g", slug="g")
    made.refresh_from_db()
    assert (made.total_vlan_ids, made.vid_ranges) == (4094, [NumericRange(1, 4095)])


def test_ranges_have_one_form_and_a_size() -> None:
    made = group((1, 99), (200, 200))
    made.save()
    made.refresh_from_db()
    assert made.vid_ranges == [NumericRange(1, 100), NumericRange(200, 201)]
    assert made.total_vlan_ids == 100


@pytest.mark.parametrize("ranges", [[(0, 10)], [(4000, 4095)], [(10, 5)], [(1, 10), (10, 20)], [], [(None, 10)]])
def test_wrong_ranges_are_refused(ranges: list[tuple[int, int]]) -> None:
    assert "vid_ranges" in problems(group(*ranges))


def test_a_scope_exists_and_is_a_place(site: Site) -> None:
    assert problems(group((1, 10), scope=site)) == {}
    assert problems(group((1, 10), scope=Rack.objects.create(name="R1", site=site))) == {}
    assert "scope_type" in problems(group((1, 10), scope=VLANGroup.objects.create(name="h", slug="h")))
    assert "scope_id" in problems(group((1, 10), scope_type_id=group((1, 2), scope=site).scope_type_id))


def test_an_id_is_one_of_its_group() -> None:
    made = group((100, 199), (300, 300))
    made.save()
    assert problems(VLAN(vid=300, name="a", group=made)) == {}
    message = problems(VLAN(vid=200, name="a", group=made))["vid"][0]
    assert "100-199, 300" in message


def test_the_site_is_that_of_the_group(site: Site) -> None:
    made = group((1, 10), scope=site)
    made.save()
    other = Site.objects.create(name="Bern", slug="bern")
    assert problems(VLAN(vid=1, name="a", group=made, site=site)) == {}
    assert problems(VLAN(vid=1, name="a", group=made)) == {}
    assert "group" in problems(VLAN(vid=1, name="a", group=made, site=other))


def test_the_site_lies_in_the_site_group_of_the_group(site: Site) -> None:
    outer = SiteGroup.objects.create(name="Campus", slug="campus")
    inner = SiteGroup.objects.create(name="North", slug="north", parent=outer)
    made = group((1, 10), scope=outer)
    made.save()
    assert "group" in problems(VLAN(vid=1, name="a", group=made, site=site))
    site.group = inner
    site.save()
    assert problems(VLAN(vid=1, name="a", group=made, site=site)) == {}


def test_stacking_is_consistent() -> None:
    service = VLAN.objects.create(vid=10, name="s", qinq_role="svlan")
    assert problems(VLAN(vid=1, name="c", qinq_role="cvlan", qinq_svlan=service)) == {}
    assert "qinq_svlan" in problems(VLAN(vid=1, name="c", qinq_role="cvlan"))
    assert "qinq_svlan" in problems(VLAN(vid=1, name="c", qinq_svlan=service))
    assert "qinq_svlan" in problems(VLAN(vid=1, name="c", qinq_role="svlan", qinq_svlan=service))


def test_the_rules_cost_the_same_for_any_number(site: Site, django_assert_max_num_queries: object) -> None:
    made = group((1, 4094), scope=SiteGroup.objects.create(name="Campus", slug="campus"))
    made.save()
    site.group = made.scope
    site.save()
    objs = [VLAN(vid=i, name=str(i), group_id=made.pk, site_id=site.pk) for i in range(1, 101)]
    with django_assert_max_num_queries(6):
        assert problems(*objs) == {}
