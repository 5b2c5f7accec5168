"""The embedded servers: real processes that are killed and started again."""

import os
import signal
import stat
import subprocess

import pytest

from netsot.server import paths, process
from netsot.server.binaries import postgres_client_programs
from netsot.server.embedded import EmbeddedServers
from netsot.server.postgres import EmbeddedPostgres
from netsot.server.redis import EmbeddedRedis

pytestmark = pytest.mark.slow


@pytest.fixture
def servers(places):
    """Servers that are prepared but not started; whatever runs at the end is stopped."""
    made = EmbeddedServers(places)
    made.prepare()
    yield made
    made.postgres.stop_orphan()
    made.redis.stop_orphan()


@pytest.fixture
def postgres(servers):
    child = servers.postgres.start(output=subprocess.DEVNULL)
    assert servers.postgres.wait_ready()
    servers.postgres.ensure_database()
    servers.postgres.child = child
    return servers.postgres


@pytest.fixture
def redis(servers):
    child = servers.redis.start(output=subprocess.DEVNULL)
    assert servers.redis.wait_ready()
    servers.redis.child = child
    return servers.redis


def query(postgres, text):
    link = postgres.connect("netsot")
    try:
        with link.cursor() as cursor:
            cursor.execute(text)
            return cursor.fetchall() if cursor.description else None
    finally:
        link.close()


def again(server):
    """Start a server over what an earlier one left."""
    server.child = server.start(output=subprocess.DEVNULL)
    assert server.wait_ready()


def test_the_cluster_is_made_once_with_unicode(postgres):
    assert query(postgres, "SHOW server_encoding") == [("UTF8",)]
    assert query(postgres, "SELECT upper('straße ä')") == [("STRAßE Ä",)]
    assert not postgres.initialise()
    assert not postgres.ensure_database()


def test_postgres_listens_on_its_private_socket_only(postgres):
    assert query(postgres, "SHOW listen_addresses") == [("",)]
    assert stat.S_IMODE(postgres.places.run.stat().st_mode) == 0o700


def test_another_user_cannot_get_in(postgres):
    if os.getuid():
        pytest.skip("only root can become another user")
    program = postgres_client_programs(postgres.places) / "psql"
    other = "nobody" if postgres.places.user != "nobody" else "daemon"
    with pytest.raises((subprocess.CalledProcessError, PermissionError)):
        subprocess.run(
            [program, "-h", postgres.places.run, "-U", "netsot", "netsot", "-c", "SELECT 1"],
            user=other,
            check=True,
            capture_output=True,
        )


def test_postgres_does_not_run_as_root(postgres):
    assert process.alive(postgres.pid())
    owner = os.stat(f"/proc/{postgres.pid()}").st_uid
    assert owner != 0


def test_committed_rows_survive_a_kill(postgres):
    query(postgres, "CREATE TABLE t (x int)")
    query(postgres, "INSERT INTO t SELECT generate_series(1, 1000)")
    postgres.child.kill()
    postgres.child.wait()
    again(postgres)
    assert query(postgres, "SELECT count(*) FROM t") == [(1000,)]


def test_a_pid_file_that_names_another_process_is_stale(postgres):
    postgres.child.kill()
    postgres.child.wait()
    for name in (postgres.data / "postmaster.pid", postgres.places.run / ".s.PGSQL.5432.lock"):
        lines = name.read_text().splitlines()
        name.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    assert postgres.pid() is None
    again(postgres)
    assert query(postgres, "SELECT 1") == [(1,)]


def test_a_server_left_by_an_earlier_run_is_stopped_first(servers, postgres, redis):
    left = postgres.pid()
    other = EmbeddedPostgres(servers.places)
    again(other)
    assert other.pid() != left
    # Reaps the first one, whose parent we are.
    assert postgres.child.wait(10) == 0
    redis_left = redis.child
    again(EmbeddedRedis(servers.places))
    assert redis_left.wait(10) == 0


def test_an_interrupted_creation_leaves_nothing_behind(places, monkeypatch):
    paths.prepare(places)
    postgres = EmbeddedPostgres(places)

    def interrupted(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(process, "spawn", interrupted)
        with pytest.raises(KeyboardInterrupt):
            postgres.initialise()
    assert not postgres.data.exists()
    assert not list(places.services.glob(".postgres-*"))
    assert postgres.initialise()


def test_files_that_are_no_cluster_are_left_alone(places):
    paths.prepare(places)
    places.postgres_data.mkdir()
    (places.postgres_data / "letter").write_text("mine")
    with pytest.raises(paths.LayoutError, match="no PostgreSQL cluster"):
        EmbeddedPostgres(places).initialise()
    assert (places.postgres_data / "letter").read_text() == "mine"


def test_queued_jobs_survive_a_kill(redis):
    import redis as client

    link = client.Redis(unix_socket_path=str(redis.places.redis_socket))
    link.rpush("rq:queue:default", "job")
    # The log is written every second.
    assert process.wait_until(lambda: link.info("persistence")["aof_pending_bio_fsync"] == 0, 5)
    os.kill(redis.child.pid, signal.SIGKILL)
    redis.child.wait()
    again(redis)
    assert link.lrange("rq:queue:default", 0, -1) == [b"job"]


def test_redis_has_no_port_and_is_private(redis):
    import redis as client

    link = client.Redis(unix_socket_path=str(redis.places.redis_socket))
    assert link.config_get("port") == {"port": "0"}
    assert stat.S_IMODE(redis.places.redis_socket.stat().st_mode) == 0o700
