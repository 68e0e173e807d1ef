"""Where the Java parts are taken from."""

import zipfile

import pytest

from tools.emulators import jars
from tools.emulators.java import Java, major
from tools.emulators.layout import Layout, SetupError, checkout


@pytest.fixture
def layout(tmp_path):
    """A checkout with its own state, and firebase-tools from the real one."""
    (tmp_path / "node_modules").symlink_to(checkout({}).root / "node_modules")
    (tmp_path / ".scanner").mkdir()
    return Layout(tmp_path, {})


@pytest.fixture
def java(tmp_path):
    return Java(tmp_path / "jdk" / "bin" / "java", 25, "a test's")


def test_official_jars_are_preferred(layout, java, tmp_path, monkeypatch):
    monkeypatch.setenv("FIREBASE_EMULATORS_PATH", str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    for jar in jars.official(layout).values():
        jar.touch()
    chosen = jars.choose(layout, java, print)
    assert chosen.environment == {}
    assert set(chosen.origin.values()) == {"firebase-tools"}


def test_the_cloud_sdk_stands_in_for_what_is_missing(layout, java, tmp_path, monkeypatch):
    monkeypatch.setenv("FIREBASE_EMULATORS_PATH", str(tmp_path / "nowhere"))
    sdk = tmp_path / ("a long path " * 9) / "emulator.jar"
    sdk.parent.mkdir()
    sdk.touch()
    monkeypatch.setenv(jars.OVERRIDE, str(sdk))
    chosen = jars.choose(layout, java, print)
    assert all(str(sdk) in origin for origin in chosen.origin.values())
    with zipfile.ZipFile(chosen.environment["FIRESTORE_EMULATOR_BINARY_PATH"]) as wrapper:
        manifest = wrapper.read("META-INF/MANIFEST.MF").decode()
    assert all(len(line) <= 72 for line in manifest.split("\r\n"))
    assert f"Class-Path: {sdk.as_uri()}\r\n" in manifest.replace("\r\n ", "")


def test_an_override_that_names_no_file_is_refused(tmp_path):
    with pytest.raises(SetupError, match="no file"):
        jars.cloud_sdk_jar({jars.OVERRIDE: str(tmp_path / "none.jar")})


def test_without_any_jar_the_error_says_what_to_install(layout, java, tmp_path, monkeypatch):
    monkeypatch.setenv("FIREBASE_EMULATORS_PATH", str(tmp_path / "nowhere"))
    monkeypatch.setattr(jars, "cloud_sdk_jar", lambda: None)

    def unreachable(*_args, **_kwargs):
        raise TimeoutError

    monkeypatch.setattr(jars.urllib.request, "urlopen", unreachable)
    with pytest.raises(SetupError, match="google-cloud-cli-firestore-emulator"):
        jars.choose(layout, java, print)


@pytest.mark.parametrize(
    ("banner", "version"),
    [
        ('openjdk version "25.0.2" 2026-01-20 LTS', 25),
        ('java version "1.8.0_392"', 8),
        ("The operation couldn't be completed.", 0),
    ],
)
def test_the_version_in_the_banner_of_java(banner, version):
    assert major(banner) == version
