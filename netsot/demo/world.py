"""Where the sites of the generated networks are: (continent, countries with their cities)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class City:
    """A city with the code that names of sites and devices begin with."""

    name: str
    code: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Country:
    """A country and the cities with sites."""

    name: str
    slug: str
    continent: str
    time_zone: str
    cities: tuple[City, City]


def _country(continent: str, name: str, slug: str, time_zone: str, *cities: tuple[str, str, float, float]) -> Country:
    first, second = (City(*item) for item in cities)
    return Country(name, slug, continent, time_zone, (first, second))


COUNTRIES = (
    _country("Europe", "Netherlands", "nl", "Europe/Amsterdam",
             ("Amsterdam", "AMS", 52.37, 4.9), ("Rotterdam", "RTM", 51.92, 4.48)),
    _country("Europe", "Germany", "de", "Europe/Berlin",
             ("Frankfurt", "FRA", 50.11, 8.68), ("Berlin", "BER", 52.52, 13.4)),
    _country("North America", "United States", "us", "America/New_York",
             ("Ashburn", "IAD", 39.04, -77.49), ("New York City", "NYC", 40.71, -74.01)),
    _country("Asia", "Japan", "jp", "Asia/Tokyo",
             ("Tokyo", "TYO", 35.68, 139.69), ("Osaka", "OSA", 34.69, 135.5)),
    _country("Oceania", "Australia", "au", "Australia/Sydney",
             ("Sydney", "SYD", -33.87, 151.21), ("Melbourne", "MEL", -37.81, 144.96)),
    _country("Europe", "United Kingdom", "gb", "Europe/London",
             ("London", "LON", 51.51, -0.13), ("Manchester", "MAN", 53.48, -2.24)),
    _country("Europe", "France", "fr", "Europe/Paris",
             ("Paris", "PAR", 48.86, 2.35), ("Marseille", "MRS", 43.3, 5.37)),
    _country("South America", "Brazil", "br", "America/Sao_Paulo",
             ("São Paulo", "SAO", -23.55, -46.63), ("Rio de Janeiro", "RIO", -22.91, -43.17)),
    _country("Africa", "South Africa", "za", "Africa/Johannesburg",
             ("Johannesburg", "JNB", -26.2, 28.05), ("Cape Town", "CPT", -33.92, 18.42)),
    _country("North America", "Canada", "ca", "America/Toronto",
             ("Toronto", "YTO", 43.65, -79.38), ("Montreal", "YUL", 45.5, -73.57)),
    _country("Europe", "Spain", "es", "Europe/Madrid",
             ("Madrid", "MAD", 40.42, -3.7), ("Barcelona", "BCN", 41.39, 2.17)),
    _country("Europe", "Italy", "it", "Europe/Rome",
             ("Milan", "MIL", 45.46, 9.19), ("Rome", "ROM", 41.9, 12.5)),
    _country("Europe", "Sweden", "se", "Europe/Stockholm",
             ("Stockholm", "STO", 59.33, 18.07), ("Gothenburg", "GOT", 57.71, 11.97)),
    _country("Europe", "Poland", "pl", "Europe/Warsaw",
             ("Warsaw", "WAW", 52.23, 21.01), ("Krakow", "KRK", 50.06, 19.94)),
    _country("Europe", "Austria", "at", "Europe/Vienna",
             ("Vienna", "VIE", 48.21, 16.37), ("Graz", "GRZ", 47.07, 15.44)),
    _country("Europe", "Switzerland", "ch", "Europe/Zurich",
             ("Zurich", "ZRH", 47.38, 8.54), ("Geneva", "GVA", 46.2, 6.14)),
    _country("Europe", "Denmark", "dk", "Europe/Copenhagen",
             ("Copenhagen", "CPH", 55.68, 12.57), ("Aarhus", "AAR", 56.16, 10.2)),
    _country("Europe", "Portugal", "pt", "Europe/Lisbon",
             ("Lisbon", "LIS", 38.72, -9.14), ("Porto", "OPO", 41.16, -8.63)),
    _country("Asia", "Singapore", "sg", "Asia/Singapore",
             ("Singapore", "SIN", 1.29, 103.85), ("Jurong", "JUR", 1.33, 103.74)),
    _country("Asia", "India", "in", "Asia/Kolkata",
             ("Mumbai", "BOM", 19.08, 72.88), ("Bengaluru", "BLR", 12.97, 77.59)),
    _country("Asia", "South Korea", "kr", "Asia/Seoul",
             ("Seoul", "SEL", 37.57, 126.98), ("Busan", "PUS", 35.18, 129.08)),
    _country("North America", "Mexico", "mx", "America/Mexico_City",
             ("Mexico City", "MEX", 19.43, -99.13), ("Monterrey", "MTY", 25.69, -100.32)),
    _country("South America", "Chile", "cl", "America/Santiago",
             ("Santiago", "SCL", -33.45, -70.67), ("Valparaíso", "VAP", -33.05, -71.61)),
    _country("Africa", "Kenya", "ke", "Africa/Nairobi",
             ("Nairobi", "NBO", -1.29, 36.82), ("Mombasa", "MBA", -4.04, 39.67)),
    _country("Oceania", "New Zealand", "nz", "Pacific/Auckland",
             ("Auckland", "AKL", -36.85, 174.76), ("Wellington", "WLG", -41.29, 174.78)),
)  # fmt: skip

STREETS = ("Harbour Road", "Station Street", "Mill Lane", "Canal Street", "Tower Place", "Market Square", "Park Avenue")
