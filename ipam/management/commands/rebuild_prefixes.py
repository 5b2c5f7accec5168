"""Compute the hierarchy of prefixes and addresses anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from ipam import hierarchy
from ipam.models import VRF
from netsot.kernel import locks


class Command(BaseCommand):
    help = "Compute depth, children and parents of all prefixes and addresses anew."

    def handle(self, **options: Any) -> None:
        """One VRF per transaction, so that writers of the others don't wait."""
        for vrf_id in (0, *VRF.objects.order_by("pk").values_list("pk", flat=True)):
            with transaction.atomic():
                locks.acquire([("ipam.vrf", vrf_id)])
                hierarchy.rebuild([vrf_id])
        if options["verbosity"]:
            self.stdout.write(self.style.SUCCESS("Prefixes and addresses know their parents."))
