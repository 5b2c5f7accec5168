"""Models of clusters and virtual machines."""

from virtualization.models.clusters import Cluster, ClusterGroup, ClusterType
from virtualization.models.machines import VirtualDisk, VirtualMachine, VirtualMachineType, VMInterface

__all__ = [
    "Cluster",
    "ClusterGroup",
    "ClusterType",
    "VMInterface",
    "VirtualDisk",
    "VirtualMachine",
    "VirtualMachineType",
]
