"""How much of the REST contract our schema covers; `python -m tests.contract` measures it.

`netbox-rest.json` holds the facts of the contract: per list its methods, the fields read and written and the query
parameters; per other path its methods. `ratchet.json` holds the least that must be covered; it only goes up.
"""
