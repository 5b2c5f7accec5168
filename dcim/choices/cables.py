"""Choices of cables and links."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from netsot.models.choices import ChoiceSet


class CableTypeChoices(ChoiceSet):
    """What a cable is made of."""

    CHOICES = [
        (
            _("Copper - Twisted Pair (UTP/STP)"),
            [
                ("cat3", "CAT3"),
                ("cat5", "CAT5"),
                ("cat5e", "CAT5e"),
                ("cat6", "CAT6"),
                ("cat6a", "CAT6a"),
                ("cat7", "CAT7"),
                ("cat7a", "CAT7a"),
                ("cat8", "CAT8"),
                ("mrj21-trunk", "MRJ21 Trunk"),
            ],
        ),
        (
            _("Copper - Twinax (DAC)"),
            [
                ("dac-active", _("Direct Attach Copper (Active)")),
                ("dac-passive", _("Direct Attach Copper (Passive)")),
            ],
        ),
        (
            _("Copper - Coaxial"),
            [
                ("coaxial", _("Coaxial")),
                ("rg-6", "RG-6"),
                ("rg-8", "RG-8"),
                ("rg-11", "RG-11"),
                ("rg-59", "RG-59"),
                ("rg-62", "RG-62"),
                ("rg-213", "RG-213"),
                ("lmr-100", "LMR-100"),
                ("lmr-200", "LMR-200"),
                ("lmr-400", "LMR-400"),
            ],
        ),
        (
            _("Fiber - Multimode"),
            [
                ("mmf", _("Multimode Fiber")),
                ("mmf-om1", "Multimode Fiber (OM1)"),
                ("mmf-om2", "Multimode Fiber (OM2)"),
                ("mmf-om3", "Multimode Fiber (OM3)"),
                ("mmf-om4", "Multimode Fiber (OM4)"),
                ("mmf-om5", "Multimode Fiber (OM5)"),
            ],
        ),
        (
            _("Fiber - Single-mode"),
            [
                ("smf", _("Single-mode Fiber")),
                ("smf-os1", "Single-mode Fiber (OS1)"),
                ("smf-os2", "Single-mode Fiber (OS2)"),
            ],
        ),
        (
            _("Fiber - Other"),
            [
                ("aoc", _("Active Optical Cabling (AOC)")),
            ],
        ),
        (
            _("Power"),
            [
                ("power", _("Power")),
            ],
        ),
        (
            "USB",
            [
                ("usb", "USB"),
            ],
        ),
    ]


class CableProfileChoices(ChoiceSet):
    """How the lanes of a cable run from its A end to its B end."""

    CHOICES = [
        (
            _("Single"),
            [
                ("single-1c1p", "1C1P"),
                ("single-1c2p", "1C2P"),
                ("single-1c4p", "1C4P"),
                ("single-1c6p", "1C6P"),
                ("single-1c8p", "1C8P"),
                ("single-1c12p", "1C12P"),
                ("single-1c16p", "1C16P"),
            ],
        ),
        (
            _("Trunk"),
            [
                ("trunk-2c1p", "2C1P trunk"),
                ("trunk-2c2p", "2C2P trunk"),
                ("trunk-2c4p", "2C4P trunk"),
                ("trunk-2c4p-shuffle", "2C4P trunk (shuffle)"),
                ("trunk-2c6p", "2C6P trunk"),
                ("trunk-2c8p", "2C8P trunk"),
                ("trunk-2c12p", "2C12P trunk"),
                ("trunk-4c1p", "4C1P trunk"),
                ("trunk-4c2p", "4C2P trunk"),
                ("trunk-4c4p", "4C4P trunk"),
                ("trunk-4c4p-shuffle", "4C4P trunk (shuffle)"),
                ("trunk-4c6p", "4C6P trunk"),
                ("trunk-4c8p", "4C8P trunk"),
                ("trunk-8c4p", "8C4P trunk"),
            ],
        ),
        (
            _("Breakout"),
            [
                ("breakout-1c2p-2c1p", "1C2P:2C1P breakout"),
                ("breakout-1c4p-4c1p", "1C4P:4C1P breakout"),
                ("breakout-1c6p-6c1p", "1C6P:6C1P breakout"),
                ("breakout-1c8p-8c1p", "1C8P:8C1P breakout"),
                ("breakout-2c4p-8c1p-shuffle", "2C4P:8C1P breakout (shuffle)"),
            ],
        ),
    ]


class CableEndChoices(ChoiceSet):
    """The two ends of a cable."""

    SIDE_A = "A"
    SIDE_B = "B"

    CHOICES = [
        (SIDE_A, "A"),
        (SIDE_B, "B"),
    ]


class CableLengthUnitChoices(ChoiceSet):
    """Units of a cable's length."""

    UNIT_KILOMETER = "km"
    UNIT_METER = "m"
    UNIT_CENTIMETER = "cm"
    UNIT_MILE = "mi"
    UNIT_FOOT = "ft"
    UNIT_INCH = "in"

    CHOICES = [
        (UNIT_KILOMETER, _("Kilometers")),
        (UNIT_METER, _("Meters")),
        (UNIT_CENTIMETER, _("Centimeters")),
        (UNIT_MILE, _("Miles")),
        (UNIT_FOOT, _("Feet")),
        (UNIT_INCH, _("Inches")),
    ]

    METERS = {
        UNIT_KILOMETER: Decimal(1000),
        UNIT_METER: Decimal(1),
        UNIT_CENTIMETER: Decimal("0.01"),
        UNIT_MILE: Decimal("1609.344"),
        UNIT_FOOT: Decimal("0.3048"),
        UNIT_INCH: Decimal("0.0254"),
    }


class LinkStatusChoices(ChoiceSet):
    """The life of a cable or link."""

    STATUS_CONNECTED = "connected"
    STATUS_PLANNED = "planned"
    STATUS_DECOMMISSIONING = "decommissioning"

    CHOICES = [
        (STATUS_CONNECTED, _("Connected"), "green"),
        (STATUS_PLANNED, _("Planned"), "blue"),
        (STATUS_DECOMMISSIONING, _("Decommissioning"), "yellow"),
    ]
