"""Where things live."""

import os
import stat

import pytest

from netsot.server import paths


@pytest.fixture(autouse=True)
def _installation(monkeypatch):
    monkeypatch.delenv("NETSOT_SERVICES_DIR", raising=False)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_long_home_gets_its_sockets_in_a_short_folder(root):
    places = paths.layout(root / ("x" * 120))
    assert len(os.fsencode(places.postgres_socket)) <= paths.MAX_SOCKET_PATH
    assert str(places.run).startswith("/tmp/netsot-")


def test_two_homes_never_share_a_socket_folder(root):
    long = root / ("x" * 120)
    assert paths.layout(long / "a").run != paths.layout(long / "b").run


def test_new_folders_are_private_to_the_server(root):
    places = paths.layout(root / "home")
    paths.prepare(places)
    assert mode(places.run) == 0o700
    assert mode(places.services) in (0o700, 0o711)
    assert mode(places.home) in (0o700, 0o711)


def test_permissions_of_existing_folders_are_left_alone(root):
    home = root / "home"
    home.mkdir(mode=0o750)
    home.chmod(0o750)
    places = paths.layout(home)
    if places.services.is_relative_to(home):
        paths.prepare(places)
    else:
        paths.prepare_home(places)
    assert mode(home) == 0o750


def test_a_folder_of_somebody_else_is_refused(root):
    if os.getuid():
        pytest.skip("only root can make a folder of somebody else")
    folder = root / "theirs"
    folder.mkdir()
    os.chown(folder, 65534, 65534)
    with pytest.raises(paths.LayoutError, match="another user"):
        paths.make_private(folder)


def test_a_link_in_place_of_a_folder_is_refused(root):
    (root / "link").symlink_to("/")
    with pytest.raises(paths.LayoutError, match="in the way"):
        paths.make_private(root / "link")


def test_a_home_the_service_user_cannot_reach_gets_a_folder_elsewhere(root):
    if os.getuid():
        pytest.skip("only root runs the servers as another user")
    closed = root / "closed"
    closed.mkdir(mode=0o700)
    places = paths.layout(closed / "home")
    assert places.services.parent == paths.Path("/var/lib")
    assert places.services.name == f"netsot-{paths.digest(closed / 'home')}"


def test_the_place_of_the_data_is_decided_once(root):
    places = paths.layout(root / "home")
    paths.prepare(places)
    if places.services == places.home:
        pytest.skip("the data is in the home folder")
    root.chmod(0o700)
    assert paths.layout(root / "home") == places
