"""One module per layer: from a Resource to a class, by a flat function `derive(resource)`.

They stand on the kernel, which names them (`Resource.serializer_class` …) and never imports them.
"""
