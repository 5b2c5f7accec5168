"""Models of tunnels, their encryption, and layer 2 VPNs."""

from vpn.models.crypto import IKEPolicy, IKEProposal, IPSecPolicy, IPSecProfile, IPSecProposal
from vpn.models.l2vpn import L2VPN, L2VPNTermination
from vpn.models.tunnels import Tunnel, TunnelGroup, TunnelTermination

__all__ = [
    "L2VPN",
    "IKEPolicy",
    "IKEProposal",
    "IPSecPolicy",
    "IPSecProfile",
    "IPSecProposal",
    "L2VPNTermination",
    "Tunnel",
    "TunnelGroup",
    "TunnelTermination",
]
