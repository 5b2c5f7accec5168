"""What people add to the model: custom fields, tags, links, templates, webhooks, scripts, journal …"""
