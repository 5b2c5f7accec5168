SELECT json_build_object('count', (SELECT count(*) FROM ipam_ipaddress), 'results', json_agg(row)) FROM (SELECT json_build_object('id', i.id, 'url', 'http://localhost/api/ipam/ip-addresses/' || i.id || '/',
  'display_url', 'http://localhost/ipam/ip-addresses/' || i.id || '/', 'display', i.address::text,
  'family', json_build_object('value', family(i.address), 'label', 'IPv' || family(i.address)), 'address', i.address::text,
  'vrf', CASE WHEN v.id IS NOT NULL THEN json_build_object('id', v.id, 'url', 'http://localhost/api/ipam/vrfs/' || v.id || '/',
    'display', v.name, 'name', v.name, 'rd', v.rd, 'description', v.description) END,
  'tenant', CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'url', 'http://localhost/api/tenancy/tenants/' || t.id || '/',
    'display', t.name, 'name', t.name, 'slug', t.slug, 'description', t.description) END,
  'status', json_build_object('value', i.status, 'label', initcap(i.status)),
  'role', CASE WHEN i.role IS NOT NULL THEN json_build_object('value', i.role, 'label', initcap(i.role)) END,
  'assigned_object_type', CASE WHEN c.id IS NOT NULL THEN c.app_label || '.' || c.model END,
  'assigned_object_id', i.assigned_object_id,
  'assigned_object', CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'url', 'http://localhost/api/dcim/interfaces/' || f.id || '/',
    'display', f.name, 'device', json_build_object('id', d.id, 'url', 'http://localhost/api/dcim/devices/' || d.id || '/', 'display', d.name,
    'name', d.name, 'description', d.description), 'name', f.name, 'description', f.description, 'cable',
    CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'url', 'http://localhost/api/dcim/cables/' || k.id || '/', 'display', k.label,
    'label', k.label, 'description', k.description) END, '_occupied', f.cable_id IS NOT NULL OR f.mark_connected) END,
  'nat_inside', i.nat_inside_id, 'nat_outside', coalesce((SELECT json_agg(o.id) FROM ipam_ipaddress o WHERE o.nat_inside_id = i.id), '[]'),
  'dns_name', i.dns_name, 'description', i.description, 'owner', i.owner_id, 'comments', i.comments,
  'tags', coalesce((SELECT json_agg(json_build_object('id', g.id, 'url', 'http://localhost/api/extras/tags/' || g.id || '/',
    'display', g.name, 'name', g.name, 'slug', g.slug, 'color', g.color)) FROM extras_taggeditem ti JOIN extras_tag g ON g.id = ti.tag_id
    WHERE ti.object_id = i.id AND ti.content_type_id = (SELECT id FROM django_content_type WHERE app_label = 'ipam' AND model = 'ipaddress')), '[]'),
  'custom_fields', i.custom_field_data, 'created', i.created, 'last_updated', i.last_updated) AS row
FROM (SELECT * FROM ipam_ipaddress ORDER BY (host(address)::inet), id LIMIT 1000) i
LEFT JOIN ipam_vrf v ON v.id = i.vrf_id LEFT JOIN tenancy_tenant t ON t.id = i.tenant_id
LEFT JOIN django_content_type c ON c.id = i.assigned_object_type_id
LEFT JOIN dcim_interface f ON f.id = i.assigned_object_id AND c.model = 'interface'
LEFT JOIN dcim_device d ON d.id = f.device_id LEFT JOIN dcim_cable k ON k.id = f.cable_id) AS rows
