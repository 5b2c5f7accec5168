SELECT json_build_object('count', (SELECT count(*) FROM dcim_interface), 'results', json_agg(rows)) FROM (SELECT json_build_object('id', f.id, 'url', 'http://localhost/api/dcim/interfaces/' || f.id || '/',
  'display_url', 'http://localhost/dcim/interfaces/' || f.id || '/', 'display', f.name,
  'device', json_build_object('id', d.id, 'url', 'http://localhost/api/dcim/devices/' || d.id || '/', 'display', d.name,
    'name', d.name, 'description', d.description),
  'vdcs', coalesce((SELECT json_agg(x.virtualdevicecontext_id) FROM dcim_interface_vdcs x WHERE x.interface_id = f.id), '[]'),
  'module', f.module_id, 'name', f.name, 'label', f.label, 'type', json_build_object('value', f.type, 'label', f.type),
  'enabled', f.enabled, 'parent', f.parent_id, 'bridge', f.bridge_id, 'lag', f.lag_id, 'mtu', f.mtu) AS a,
  json_build_object('bridge_interfaces', coalesce((SELECT json_agg(b.id) FROM dcim_interface b WHERE b.bridge_id = f.id), '[]'),
  'mac_address', m.mac_address, 'primary_mac_address', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'url',
    'http://localhost/api/dcim/mac-addresses/' || m.id || '/', 'display', m.mac_address, 'mac_address', m.mac_address, 'description',
    m.description) END, 'mac_addresses', coalesce((SELECT json_agg(json_build_object('id', a.id, 'url', 'http://localhost/api/dcim/mac-addresses/'
    || a.id || '/', 'display', a.mac_address, 'mac_address', a.mac_address, 'description', a.description)) FROM dcim_macaddress a
    WHERE a.assigned_object_id = f.id AND a.assigned_object_type_id = ct.id), '[]'),
  'speed', f.speed, 'duplex', f.duplex, 'wwn', f.wwn, 'mgmt_only', f.mgmt_only, 'description', f.description, 'mode', f.mode,
  'rf_role', f.rf_role, 'rf_channel', f.rf_channel, 'poe_mode', f.poe_mode, 'poe_type', f.poe_type,
  'rf_channel_frequency', f.rf_channel_frequency, 'rf_channel_width', f.rf_channel_width, 'tx_power', f.tx_power,
  'untagged_vlan', CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'url', 'http://localhost/api/ipam/vlans/' || u.id || '/',
    'display', u.name, 'vid', u.vid, 'name', u.name, 'description', u.description) END,
  'tagged_vlans', coalesce((SELECT json_agg(x.vlan_id) FROM dcim_interface_tagged_vlans x WHERE x.interface_id = f.id), '[]'),
  'mark_connected', f.mark_connected, 'cable', CASE WHEN k.id IS NOT NULL THEN json_build_object('id', k.id, 'url',
    'http://localhost/api/dcim/cables/' || k.id || '/', 'display', k.label, 'label', k.label, 'description', k.description) END,
  'cable_end', f.cable_end, 'link_peers', coalesce((SELECT json_agg(json_build_object('id', o.termination_id, 'type', o.termination_type_id))
    FROM dcim_cabletermination o WHERE o.cable_id = f.cable_id AND o.cable_end <> f.cable_end), '[]')) AS b,
  json_build_object('wireless_lans', coalesce((SELECT json_agg(x.wirelesslan_id) FROM dcim_interface_wireless_lans x WHERE x.interface_id = f.id), '[]'),
  'vrf', f.vrf_id, 'l2vpn_termination', (SELECT l.id FROM vpn_l2vpntermination l WHERE l.assigned_object_id = f.id AND l.assigned_object_type_id = ct.id LIMIT 1),
  'connected_endpoints', p.path -> -1, 'connected_endpoints_reachable', p.is_active, 'owner', f.owner_id,
  'tags', coalesce((SELECT json_agg(g.tag_id) FROM extras_taggeditem g WHERE g.object_id = f.id AND g.content_type_id = ct.id), '[]'),
  'custom_fields', f.custom_field_data, 'created', f.created, 'last_updated', f.last_updated,
  'count_ipaddresses', (SELECT count(*) FROM ipam_ipaddress n WHERE n.assigned_object_id = f.id AND n.assigned_object_type_id = ct.id),
  'count_fhrp_groups', (SELECT count(*) FROM ipam_fhrpgroupassignment h WHERE h.interface_id = f.id AND h.interface_type_id = ct.id),
  '_occupied', f.cable_id IS NOT NULL OR f.mark_connected) AS c
FROM (SELECT * FROM dcim_interface ORDER BY device_id, _name, id LIMIT 1000) f JOIN dcim_device d ON d.id = f.device_id
CROSS JOIN (SELECT id FROM django_content_type WHERE app_label = 'dcim' AND model = 'interface') ct
LEFT JOIN dcim_macaddress m ON m.id = f.primary_mac_address_id LEFT JOIN ipam_vlan u ON u.id = f.untagged_vlan_id
LEFT JOIN dcim_cable k ON k.id = f.cable_id LEFT JOIN dcim_cablepath p ON p.id = f._path_id) AS rows
