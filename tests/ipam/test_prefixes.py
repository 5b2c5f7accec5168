"""Rules of prefixes and aggregates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F

from core import config
from core.models import ConfigRevision
from dcim.models import Region, Site
from ipam import uniqueness
from ipam.models import RIR, VRF, Aggregate, Prefix
from tests.ipam.conftest import problems

pytestmark = pytest.mark.django_db


def test_host_bits_are_refused_with_the_network_that_was_meant() -> None:
    with pytest.raises(ValidationError) as refusal:
        Prefix(prefix="10.1.2.7/24").full_clean()
    assert "Did you mean 10.1.2.0/24?" in refusal.value.message_dict["prefix"][0]


def test_host_bits_are_dropped_by_an_orm_save() -> None:
    prefix = Prefix.objects.create(prefix="10.1.2.7/24")
    prefix.refresh_from_db()
    assert str(prefix) == "10.1.2.0/24"


@pytest.mark.parametrize("network", ["0.0.0.0/0", "::/0"])
def test_the_whole_space_is_no_prefix(network: str) -> None:
    with pytest.raises(ValidationError, match="/0"):
        Prefix(prefix=network).full_clean()


def test_a_duplicate_is_named_with_its_vrf(vrf: VRF) -> None:
    Prefix.objects.create(prefix="10.0.0.0/24", vrf=vrf)
    assert problems(Prefix(prefix="10.0.1.0/24", vrf=vrf)) == {}
    message = problems(Prefix(prefix="10.0.0.0/24", vrf=vrf))["prefix"][0]
    assert message.startswith("Duplicate prefix found in VRF Red (65000:1): 10.0.0.0/24")


def test_a_duplicate_inside_the_set_is_refused(vrf: VRF) -> None:
    twice = problems(Prefix(prefix="10.0.0.0/24", vrf=vrf), Prefix(prefix="10.0.0.0/24", vrf=vrf))
    assert "It stands twice in this request" in twice["prefix"][0]


def test_a_prefix_is_no_duplicate_of_itself(vrf: VRF) -> None:
    prefix = Prefix.objects.create(prefix="10.0.0.0/24", vrf=vrf)
    assert problems(prefix) == {}


def test_the_global_table_obeys_the_setting(settings: object) -> None:
    Prefix.objects.create(prefix="10.0.0.0/24")
    assert "global table" in problems(Prefix(prefix="10.0.0.0/24"))["prefix"][0]
    settings.ENFORCE_GLOBAL_UNIQUE = False
    twin = Prefix(prefix="10.0.0.0/24")
    assert problems(twin) == {}
    twin.save()
    assert Prefix.objects.get(pk=twin.pk).unique_scope is None


def test_the_global_table_follows_when_the_setting_changes(settings: object) -> None:
    Prefix.objects.create(prefix="10.0.0.0/24")
    settings.ENFORCE_GLOBAL_UNIQUE = False
    uniqueness.apply_global_setting()
    assert Prefix.objects.get().unique_scope is None
    Prefix.objects.create(prefix="10.0.0.0/24")
    settings.ENFORCE_GLOBAL_UNIQUE = True
    with pytest.raises(ValidationError, match=r"10\.0\.0\.0/24"):
        uniqueness.apply_global_setting()


def test_the_database_refuses_duplicates_of_raw_statements(vrf: VRF, lenient: VRF) -> None:
    Prefix.objects.bulk_create([Prefix(prefix="10.0.0.0/24", vrf=vrf, unique_scope=None)])
    with pytest.raises(IntegrityError), transaction.atomic():
        Prefix.objects.bulk_create([Prefix(prefix="10.0.0.0/24", vrf=vrf, unique_scope=99)])
    stray = Prefix.objects.bulk_create([Prefix(prefix="10.0.0.0/24", vrf=lenient)])[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Prefix.objects.filter(pk=stray.pk).update(vrf=vrf)
    with pytest.raises(IntegrityError), transaction.atomic():
        Prefix.objects.bulk_create([Prefix(prefix="11.0.0.0/24"), Prefix(prefix="11.0.0.0/24")])


def test_a_vrf_with_duplicates_cant_start_to_enforce_uniqueness(lenient: VRF) -> None:
    Prefix.objects.create(prefix="10.0.0.0/24", vrf=lenient)
    twin = Prefix.objects.create(prefix="10.0.0.0/24", vrf=lenient)
    lenient.enforce_unique = True
    assert "10.0.0.0/24" in problems(lenient)["enforce_unique"][0]
    with pytest.raises(IntegrityError), transaction.atomic():
        VRF.objects.filter(pk=lenient.pk).update(enforce_unique=True)
    twin.delete()
    assert problems(lenient) == {}
    lenient.save()
    assert Prefix.objects.get().unique_scope == lenient.pk


def test_a_vrf_that_stops_to_enforce_uniqueness_takes_duplicates(vrf: VRF) -> None:
    Prefix.objects.create(prefix="10.0.0.0/24", vrf=vrf)
    vrf.enforce_unique = False
    vrf.save()
    Prefix.objects.create(prefix="10.0.0.0/24", vrf=vrf)
    assert list(Prefix.objects.values_list("unique_scope", flat=True)) == [None, None]


def test_the_rules_cost_the_same_for_any_number(vrf: VRF, django_assert_max_num_queries: object) -> None:
    objs = [Prefix(prefix=f"10.0.{i}.0/24", vrf_id=vrf.pk) for i in range(100)]
    with django_assert_max_num_queries(3):
        assert problems(*objs) == {}


def test_an_empty_route_distinguisher_is_none() -> None:
    VRF.objects.create(name="a", rd="")
    VRF.objects.create(name="b", rd="")
    assert set(VRF.objects.values_list("rd", flat=True)) == {None}


def test_the_cached_place_follows_the_site(site: Site) -> None:
    prefix = Prefix.objects.create(prefix="10.0.0.0/24", scope=site)
    assert (prefix._site_id, prefix._region_id) == (site.pk, None)
    site.region = Region.objects.create(name="Europe", slug="europe")
    site.save()
    prefix.refresh_from_db()
    assert prefix._region_id == site.region_id


@pytest.fixture
def _forgetful() -> Iterator[None]:
    """Leave no configuration in the cache."""
    yield
    config.forget()


@pytest.mark.usefixtures("_forgetful")
def test_the_global_table_follows_the_configuration_of_the_ui(django_capture_on_commit_callbacks: object) -> None:
    Prefix.objects.create(prefix="10.0.0.0/24")
    with django_capture_on_commit_callbacks(execute=True):
        ConfigRevision.objects.create(data={"ENFORCE_GLOBAL_UNIQUE": False}).activate()
    assert Prefix.objects.get().unique_scope is None
    Prefix.objects.create(prefix="10.0.0.0/24")


def test_duplicates_survive_a_setting_that_can_not_be_applied(
    settings: object, caplog: pytest.LogCaptureFixture
) -> None:
    settings.ENFORCE_GLOBAL_UNIQUE = False
    for _ in range(2):
        Prefix.objects.create(prefix="10.0.0.0/24")
    settings.ENFORCE_GLOBAL_UNIQUE = True
    uniqueness.follow_global_setting()
    assert "10.0.0.0/24" in caplog.text
    assert Prefix.objects.filter(unique_scope=None).count() == 2


@pytest.fixture
def rir() -> RIR:
    return RIR.objects.create(name="RIPE", slug="ripe")


@pytest.mark.parametrize(
    ("network", "said"), [("10.1.0.0/16", "covered by"), ("8.0.0.0/5", "covers"), ("10.0.0.0/8", "")]
)
def test_aggregates_do_not_overlap(network: str, said: str, rir: RIR) -> None:
    Aggregate.objects.create(prefix="10.0.0.0/8", rir=rir)
    message = problems(Aggregate(prefix=network, rir=rir))["prefix"][0]
    assert said in message
    assert "10.0.0.0/8" in message
    with pytest.raises(IntegrityError), transaction.atomic():
        Aggregate.objects.bulk_create([Aggregate(prefix=network, rir=rir)])


def test_aggregates_of_one_set_do_not_overlap(rir: RIR) -> None:
    found = problems(*(Aggregate(prefix=net, rir=rir) for net in ("10.1.0.0/16", "11.0.0.0/8", "10.0.0.0/8")))
    assert len(found["prefix"]) == 1


def test_an_aggregate_does_not_overlap_itself(rir: RIR) -> None:
    aggregate = Aggregate.objects.create(prefix="10.0.0.0/8", rir=rir)
    aggregate.prefix = "10.0.0.0/9"
    assert problems(aggregate) == {}


def test_a_raw_change_of_the_global_table_is_guarded(lenient: VRF) -> None:
    Prefix.objects.bulk_create([Prefix(prefix="10.0.0.0/24", vrf=lenient), Prefix(prefix="10.0.0.0/24", vrf=lenient)])
    with pytest.raises(IntegrityError), transaction.atomic():
        Prefix.objects.update(vrf=None, description=F("description"))


def test_a_scope_exists_and_is_a_place(site: Site, vrf: VRF) -> None:
    assert problems(Prefix(prefix="10.0.0.0/24", scope=site)) == {}
    assert "scope_type" in problems(Prefix(prefix="10.0.0.0/24", scope=vrf))
    half = Prefix(prefix="10.0.0.0/24", scope=site)
    half.scope_id = None
    assert "scope_id" in problems(half)
