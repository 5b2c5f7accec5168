"""How pynetbox meets the server: versions, the schema, tokens."""

from __future__ import annotations

import pynetbox
import pytest

pytestmark = pytest.mark.slow


def test_versions_are_read_before_logging_in(live, nb):
    assert pynetbox.api(live.url).version == nb.version == "4.6"
    assert pynetbox.api(live.url, token="0" * 40).version == "4.6"
    assert nb.status()["netbox-version"].startswith("4.6.")
    assert "netbox-version" in pynetbox.api(live.url).status()


def test_the_schema_lists_what_strict_filters_ask_for(live, nb):
    document = nb.openapi()
    assert document["openapi"].startswith("3.")
    parameters = document["paths"]["/api/dcim/devices/"]["get"]["parameters"]
    names = {item["name"] for item in parameters}
    assert {"name", "name__ic", "site", "site_id", "role", "status", "has_primary_ip", "tag", "limit", "start"} <= names


def test_either_version_of_a_token_works(live, word):
    for version in (1, 2):
        client = pynetbox.api(live.url, token=live.tokens[version])
        assert client.dcim.sites.create(name=f"{word} {version}", slug=f"{word}-{version}").id


def test_without_a_valid_token_it_is_a_403(live):
    key, _, secret = live.tokens[2].partition(".")
    for token in (None, "0" * 40, f"{key}.{'0' * len(secret)}", "nonsense"):
        with pytest.raises(pynetbox.RequestError) as refused:
            pynetbox.api(live.url, token=token).dcim.sites.count()
        assert refused.value.req.status_code == 403


@pytest.mark.parametrize("version", [1, 2])
def test_a_token_for_a_name_and_password(live, word, version):
    client = pynetbox.api(live.url)
    if version == 2:
        token = client.create_token(live.username, live.password)
        assert token.version == 2
        shown = f"nbt_{token.key}.{token.token}"
    else:
        body = {"username": live.username, "password": live.password, "version": 1}
        answer = live.request("POST", "/api/users/tokens/provision/", body, Authorization="")
        assert answer.status == 201, answer.body
        token, shown = None, answer.json()["token"]
    assert pynetbox.api(live.url, token=shown).dcim.sites.create(name=word, slug=word).id
    if token is not None:
        # What create_token leaves the client with must work as well.
        assert client.token


def test_a_wrong_password_gets_no_token(live):
    with pytest.raises(pynetbox.RequestError) as refused:
        pynetbox.api(live.url).create_token(live.username, "wrong")
    assert refused.value.req.status_code == 403


def test_tokens_are_made_over_the_api(live, nb, word):
    admin = nb.users.users.get(username=live.username)
    token = nb.users.tokens.create(user=admin.id, description=word)
    text = token.token if token.version == 1 else f"nbt_{token.key}.{token.token}"
    assert pynetbox.api(live.url, token=text).dcim.sites.count() >= 0
    token.delete()
    with pytest.raises(pynetbox.RequestError):
        pynetbox.api(live.url, token=text).dcim.sites.count()


def test_headers_of_the_session_are_kept(live, nb):
    nb.http_session.headers.update({"X-Request-ID": "7d0cb1a4-1f4b-4a5e-8a0a-3c8c2b0a1111"})
    answer = nb.http_session.get(f"{live.url}/api/status/")
    assert answer.headers["X-Request-ID"] == "7d0cb1a4-1f4b-4a5e-8a0a-3c8c2b0a1111"


def test_nothing_failed(live):
    """Last in the folder: no request of these tests met a bug."""
    if failures := live.failures():
        pytest.fail(failures)
