"""Papers are made by a warm press of the web's own: alike, apart, and gone when it goes."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings

from readiness.reports import pdf, press

PAGE = "<html lang=en><head><title>t</title></head><body><h1>Ŵyn مرحبا</h1><p>{}</p></body></html>"
NEEDS_FORK = pytest.mark.skipif(not press.FORKS, reason="here each paper has a process of its own")
NEEDS_PROC = pytest.mark.skipif(
    sys.platform != "linux", reason="reads what Linux says of processes"
)

# A process of the web in short: it prints the number of its press each time it made a paper.
OWNER = """
import os, signal, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "readiness.settings"
import django
django.setup()
from readiness.reports import pdf, press

def make():
    assert pdf.render("<html lang=en><title>t</title><p>x")
    print(press._presses[0].process.pid, flush=True)
"""


@pytest.fixture(autouse=True)
def _own_press():
    yield
    press.close()


def the_press():
    (only,) = press._presses
    return only.process.pid


def is_running(pid):
    """Whether a process has a program in it: one that ended may have its number for a while."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes() != b""
    except (FileNotFoundError, ProcessLookupError):
        return False


def owner(does):
    """Run such a process; returns once it and whatever holds its error output have ended."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", OWNER + does],
        capture_output=True,
        cwd=press.ROOT,
        timeout=120,
        text=True,
    )


def test_a_paper_is_the_same_from_a_cold_process_a_new_press_and_an_old_one(monkeypatch):
    html = PAGE.format("The same")
    warm = [pdf.render(html) for _ in range(10)]
    press.close()
    again = pdf.render(html)
    monkeypatch.setattr(press, "FORKS", False)
    assert {pdf.render(html), again, *warm} == {again}


@NEEDS_FORK
def test_one_press_makes_all_papers():
    pdf.render(PAGE.format("one"))
    first = the_press()
    pdf.render(PAGE.format("two"))
    assert the_press() == first


@NEEDS_FORK
def test_papers_made_at_the_same_time_are_not_mixed_up():
    pages = [PAGE.format(f"Paper {number}") for number in range(6)]
    with ThreadPoolExecutor(6) as people:
        together = list(people.map(pdf.render, pages))
    assert together == [pdf.render(each) for each in pages]
    assert len(set(together)) == 6


@NEEDS_FORK
@pytest.mark.parametrize(
    ("body", "limits"),
    [
        ('<div style="display:flex">' * 14, pdf.Limits(processor=1)),
        ('<div style="display:flex">' * 14, pdf.Limits(clock=1)),
        ("<div>" * 500, pdf.LIMITS),
        ("x", pdf.Limits(file=1000)),
    ],
    ids=["processor", "clock", "depth", "file"],
)
def test_a_paper_that_is_stopped_leaves_the_press_as_it_was(body, limits):
    before = pdf.render(PAGE.format("x"))
    pid = the_press()
    with pytest.raises(pdf.RenderFailed, match=r"too much time|too big"):
        pdf.render(PAGE.format(body), limits=limits)
    assert pdf.render(PAGE.format("x")) == before
    assert the_press() == pid


@NEEDS_FORK
def test_a_press_that_died_is_started_again():
    pdf.render(PAGE.format("x"))
    died = the_press()
    os.kill(died, signal.SIGKILL)
    assert pdf.render(PAGE.format("x"))
    assert the_press() != died


@NEEDS_FORK
def test_a_press_that_dies_each_time_is_our_fault_and_says_so(monkeypatch):
    press.close()
    monkeypatch.setattr(press, "PRINTING", [sys.executable, "-c", "pass"])
    with pytest.raises(pdf.RenderFailed, match="The fault is ours") as failure:
        pdf.render(PAGE.format("x"))
    assert failure.value.detail == "The press broke down, twice."


def test_an_error_that_nobody_thought_of_is_in_the_log_and_not_on_the_page(monkeypatch):
    with pytest.raises(pdf.RenderFailed, match="The fault is ours") as failure:
        pdf.render(PAGE.format("x"), limits=pdf.Limits(memory="much"))
    assert "Traceback" in failure.value.detail


@NEEDS_FORK
@NEEDS_PROC
def test_no_secret_of_the_web_reaches_the_press(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "under the third flowerpot")
    pdf.render(PAGE.format("x"))
    told = Path(f"/proc/{the_press()}/environ").read_text().split("\0")
    names = {line.partition("=")[0] for line in told if line}
    assert names <= pdf.PASSED_ON | {"FONTCONFIG_FILE"}
    assert f"FONTCONFIG_FILE={settings.FONTS}/fonts.conf" in told


@NEEDS_FORK
@NEEDS_PROC
def test_the_press_keeps_no_dead_children_no_files_of_others_and_no_threads():
    def looks():
        about = Path(f"/proc/{the_press()}")
        children = (about / "task" / str(the_press()) / "children").read_text()
        threads = len(list((about / "task").iterdir()))
        return children, threads, len(list((about / "fd").iterdir()))

    def settled():  # a child tells that it is done a moment before the press has put its things away
        return min(looks() for _look in range(300))

    pdf.render(PAGE.format("x"))
    first = settled()
    for _ in range(5):
        pdf.render(PAGE.format("x"))
    assert settled() == first
    assert first[:2] == ("", 1)


def test_what_prints_knows_neither_django_nor_the_web():
    script = (
        "import sys; from readiness.reports import pdf, printing; pdf.warm_up();"
        "sys.exit('django' in sys.modules or 'readiness.settings' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=press.ROOT, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


@NEEDS_PROC
def test_the_press_forks_only_once_what_it_started_has_ended():
    script = (
        "import threading; from readiness.reports import printing;"
        "threading.Thread(target=threading.Event().wait, args=[0.2]).start();"
        "printing._wait_until_alone(); print(threading.active_count())"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=press.ROOT, capture_output=True)
    assert (done.stdout, done.stderr) == (b"1\n", b"")


@NEEDS_FORK
@NEEDS_PROC
@pytest.mark.parametrize(
    ("end", "code"), [("", 0), ("os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL)]
)
def test_the_press_ends_with_its_owner(end, code):
    done = owner(f"make()\n{end}")
    assert (done.returncode, done.stderr) == (code, "")
    assert not is_running(int(done.stdout))


@NEEDS_FORK
def test_a_process_that_the_web_server_forks_gets_a_press_of_its_own():
    done = owner("""
make()
if not os.fork():
    make()
    sys.exit()
os.wait()
make()
""")
    assert (done.returncode, done.stderr) == (0, "")
    before, forked, after = done.stdout.split()
    assert before == after != forked


@pytest.mark.parametrize(
    ("body", "limits", "sentence"),
    [
        ('<div style="display:flex">' * 14, pdf.Limits(clock=1), "too much time"),
        ("<div>" * 500, pdf.LIMITS, "too big"),
    ],
)
def test_where_no_process_can_fork_a_paper_is_stopped_too(monkeypatch, body, limits, sentence):
    monkeypatch.setattr(press, "FORKS", False)
    with pytest.raises(pdf.RenderFailed, match=sentence):
        pdf.render(PAGE.format(body), limits=limits)
