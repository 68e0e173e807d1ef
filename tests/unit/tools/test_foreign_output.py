"""What other programs print is no promise of UTF-8: it is read all the same."""

import os
import subprocess
import sys

import pytest

from benchmarks import programs
from tools.emulators import doctor, java, layout, ports, processes

#: The name of a patient in a header that a scanner wrote in Latin-1; no UTF-8.
LATIN = b"M\xfcller"
WAITING = b"echo up; read x"


def program(path, printed, stream="stdout"):
    """A program of that name that prints these bytes, whatever it is asked."""
    path.write_text(
        f"#!{sys.executable}\nimport sys\nsys.{stream}.buffer.write({printed!r})\n",
        encoding="utf-8",
    )
    path.chmod(0o755)
    return path


def test_a_peers_figures_are_read(tmp_path):
    printed = (
        b"""
================= Results produced by ADMesh version 0.98 ================
Input file         : """
        + LATIN
        + b""".stl
Number of facets                 :     4               4
Facets with 1 disconnected edge  :     1               0
Facets with 2 disconnected edges :     1               0
Facets with 3 disconnected edges :     0               0
Number of parts       :     2        Volume   :  1.000000
"""
    )
    admesh = program(tmp_path / "admesh", printed)
    run = programs.run(programs.Program("admesh", (str(admesh),)), tmp_path / "a.stl")
    assert run.counts == {"triangles": 4, "open edges": 3, "pieces": 2}


def test_a_banner_is_read(tmp_path, monkeypatch, capsys):
    program(tmp_path / "java", b'openjdk version "25.0.1" ' + LATIN, "stderr")
    program(tmp_path / "node", b"v22.1.0 " + LATIN)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert java.find() == java.Java(tmp_path / "java", 25, "the system's")
    doctor.examine(layout.checkout({}))
    assert "v22.1.0 M" in capsys.readouterr().err


def test_who_holds_a_port_is_named():
    call = [b"/bin/sh", b"-c", WAITING, LATIN]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout.readline() == b"up\n"
        said = ports.command(child.pid)
        child.communicate(b"\n")
    assert said == "/bin/sh -c echo up; read x M\N{REPLACEMENT CHARACTER}ller"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell by environment")
def test_the_parent_of_a_process_with_such_a_name_is_found(tmp_path):
    shell = tmp_path / os.fsdecode(LATIN)
    shell.symlink_to("/bin/sh")
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    environment = {processes.MARK: str(tmp_path)}
    with subprocess.Popen([shell, "-c", WAITING], env=environment, **pipes) as child:
        assert child.stdout.readline() == b"up\n"
        assert processes.leftovers(str(tmp_path)) == [child.pid]
        assert processes.abandoned(str(tmp_path)) == []  # ours
        child.communicate(b"\n")
    assert child.returncode == 0
