"""The processes of `consuno up`: the worker is kept alive, and nothing outlives the site."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

CODE = """
import sys
from consuno.site import serving
serving.BREATH = 0.1
helper = [sys.executable, "-c", "import os, sys, time; "
          "open(sys.argv[1] + '/helper.%d' % os.getpid(), 'w'); time.sleep(60)", sys.argv[1]]
sys.exit(serving.serve([sys.executable, "-c", "import time; time.sleep(60)"], helper))
"""


def helpers(folder: Path) -> set[int]:
    return {int(path.suffix[1:]) for path in folder.glob("helper.*")}


def wait_for(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.05)


def alive(process: int) -> bool:
    return Path(f"/proc/{process}").exists()


def test_a_killed_worker_is_started_again_and_stops_with_the_site(tmp_path):
    site = subprocess.Popen([sys.executable, "-c", CODE, str(tmp_path)], env=os.environ)
    wait_for(lambda: len(helpers(tmp_path)) == 1)
    (first,) = helpers(tmp_path)
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: len(helpers(tmp_path)) == 2)
    (second,) = helpers(tmp_path) - {first}
    site.send_signal(signal.SIGTERM)
    assert site.wait(timeout=20) in (-signal.SIGTERM, 256 - signal.SIGTERM)
    assert not alive(second)
