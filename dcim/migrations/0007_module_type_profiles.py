"""The module type profiles that a new database starts with."""

from django.db import migrations

PROFILES = {
    "CPU": {
        "properties": {
            "architecture": {"type": "string", "title": "Architecture"},
            "speed": {"type": "number", "title": "Speed", "description": "Clock speed in GHz"},
            "cores": {"type": "integer", "description": "Number of cores present"},
        },
    },
    "Expansion card": {
        "properties": {
            "connector_type": {"type": "string", "description": "Connector type e.g. PCIe x4"},
            "bandwidth": {"type": "integer", "description": "Total Bandwidth for this module"},
        },
    },
    "Fan": {
        "properties": {
            "rpm": {"type": "integer", "title": "RPM", "description": "Fan speed (RPM)"},
        },
    },
    "GPU": {
        "properties": {
            "interface": {"type": "string", "enum": ["PCIe 4.0", "PCIe 4.0 x8", "PCIe 4.0 x16", "PCIe 5.0 x16"]},
            "gpu": {"type": "string", "title": "GPU"},
            "memory": {"type": "integer", "title": "Memory (GB)", "description": "Total memory capacity (in GB)"},
        },
        "required": ["memory"],
    },
    "Hard disk": {
        "properties": {
            "type": {"type": "string", "title": "Disk type", "enum": ["HD", "SSD", "NVME"], "default": "SSD"},
            "size": {"type": "integer", "title": "Size (GB)", "description": "Raw disk capacity"},
            "speed": {"type": "integer", "title": "Speed (RPM)"},
        },
        "required": ["size"],
    },
    "Memory": {
        "properties": {
            "class": {"type": "string", "title": "Memory class", "enum": ["DDR3", "DDR4", "DDR5"], "default": "DDR5"},
            "size": {"type": "integer", "title": "Size (GB)", "description": "Raw capacity of the module"},
            "data_rate": {"type": "integer", "title": "Data rate", "description": "Speed in MT/s"},
            "ecc": {"type": "boolean", "title": "ECC", "description": "Error-correcting code is enabled"},
        },
        "required": ["class", "size"],
    },
    "Power supply": {
        "properties": {
            "input_current": {"type": "string", "title": "Current type", "enum": ["AC", "DC"], "default": "AC"},
            "input_voltage": {"type": "integer", "title": "Voltage", "default": 120},
            "wattage": {"type": "integer", "description": "Available output power (watts)"},
            "hot_swappable": {"type": "boolean", "title": "Hot-swappable", "default": False},
        },
        "required": ["input_current", "input_voltage"],
    },
}


def create_profiles(apps, schema_editor):
    """Create the profiles that aren't there."""
    profile = apps.get_model("dcim", "ModuleTypeProfile")
    present = set(profile.objects.values_list("name", flat=True))
    profile.objects.bulk_create(
        profile(name=name, schema=schema) for name, schema in PROFILES.items() if name not in present
    )


class Migration(migrations.Migration):
    dependencies = [("dcim", "0006_initial")]

    operations = [migrations.RunPython(create_profiles, migrations.RunPython.noop)]
