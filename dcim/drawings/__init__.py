"""Drawings made on the server, as SVG.

`svg`        elements, text that fits, readable colours; one style sheet for both colour modes
`trace`      the path from an endpoint
`elevation`  one face of a rack
`answer`     a drawing as the answer to a request

A drawing that stands alone (a download, the API) carries `static/css/drawings.css` with it and follows the colour mode
of the system. Inside a page it has classes only, and the page's style sheets give them their look.
"""
