"""Static files."""

from netsot.server.static import StaticFilesStorage


def test_a_missing_file_does_not_break_the_page(tmp_path):
    storage = StaticFilesStorage(location=tmp_path, base_url="/static/")
    assert storage.url("absent.js") == "/static/absent.js"


def test_a_collected_file_has_its_hash_in_its_name(tmp_path):
    (tmp_path / "here.js").write_text("1")
    storage = StaticFilesStorage(location=tmp_path, base_url="/static/")
    list(storage.post_process({"here.js": (storage, "here.js")}))
    assert storage.url("here.js") != "/static/here.js"
