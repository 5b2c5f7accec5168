"""The cabling engine: from what is plugged into what, to the paths a signal takes.

**The plant as a graph.** A node is `(content type id, object id)`, written `"ct:id"` in the database. Nodes are joined

- by *links*: a cable between the ports at its A end and those at its B end, or a wireless link between two interfaces;
- inside *pass-through ports*: a port mapping joins one position of a front port to one position of a rear port;
- by *circuits*: what enters a circuit at its A termination leaves at its Z termination.

Everything else that takes a cable is an *endpoint*: paths begin and end there.

**Legs.** A trace starts at the endpoints that share a connector of a cable end (without a profile: the whole end) and
moves in hops, all legs abreast: along a link, then through what it enters. A leg is a node with a stack of positions.
Leaving through a port with several positions pushes the position, because the link behind it carries them all;
entering such a port pops it again, and the mapping of that position says where the leg goes on. A cable with a profile
does the same with its lanes: they are mapped from (connector, position) of one end to the other end's. So trunks may
be nested in trunks, and each leg keeps its own stack.

The trace ends
- complete, when every leg has reached an endpoint or a provider network in the same hop;
- split, when a leg enters a port of several positions with an empty stack (nothing says which one), or when the legs
  stop being alike: one has nothing to go on to while others have, or they reach nodes of different kinds;
- otherwise open: at a port without a link or mapping, at the site of a circuit's far side, or in a circle.

A path is active when all its links are connected. It is stored as the list of groups passed: near ends, links, far
ends, near ends, links … and flat in `_nodes`, so that an index answers "which paths cross this object?".

**Sets.** Nothing here is done per path. Traces of a batch advance together and each hop loads what all of them need:
one statement for links, one for the insides of ports, one for circuits (`loading`). The algorithm itself (`trace`)
works on a `Graph` in memory and knows no database.

`profiles`      lanes of cables
`graph`         nodes, links, ports and circuits in memory
`trace`         the algorithm
`loading`       fills a graph from the database, hop by hop
`paths`         keeps CablePath rows right: `retrace(nodes)`, `set_active(links)`, `rebuild_all()`
`kinds`         the content types that take part
`ends`          the ends of cables as they are sent and as they are stored
`compatibility` which kinds may be joined by a cable
`checks`        what is wrong with the ends of a set of cables
`terminations`  writes the ends of a set of cables, and the columns of the ports that repeat them
`readers`       what the API says about cabled objects, by page
`segments`      one endpoint's trace and the paths across a port, as the API shows them
`lengths`       how long paths are
"""
