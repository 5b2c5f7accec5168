"""What the product itself keeps: object types, the change log, jobs, data sources, configuration revisions."""
