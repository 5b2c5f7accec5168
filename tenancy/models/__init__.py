"""Models of the `tenancy` app."""

from tenancy.models.contacts import Contact, ContactAssignment, ContactGroup, ContactRole
from tenancy.models.tenants import Tenant, TenantGroup

__all__ = ["Contact", "ContactAssignment", "ContactGroup", "ContactRole", "Tenant", "TenantGroup"]
