"""Prepare the project's own environment: `python3 tools/bootstrap.py base|dev`.

Standard library only, because it runs before anything is installed. It makes `.venv`, installs the
locked and hashed packages once per lock file, puts the checkout on the environment's path and compiles
the catalogues.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LEAST = (3, 11)


def fail(message: str) -> None:
    """Stop with one sentence that says how to go on."""
    sys.stderr.write(f"consuno: {message}\n")
    raise SystemExit(1)


def make_environment() -> None:
    """Create `.venv` unless it is there; the system may lack python3-venv, which one line mends."""
    if PYTHON.exists():
        return
    try:
        venv.EnvBuilder(with_pip=True, clear=VENV.exists()).create(VENV)
    except (subprocess.CalledProcessError, ImportError, OSError):
        # What was half made would be taken for whole the next time.
        shutil.rmtree(VENV, ignore_errors=True)
        fail(
            "this Python cannot make an environment. On Debian or Ubuntu run:\n"
            "    sudo apt-get install -y python3-venv"
        )


def install(kind: str) -> None:
    """Install the lock file of `kind` unless the same content was installed before."""
    lock = ROOT / "requirements" / f"{kind}.lock"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = VENV / f"{kind}.installed"
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return
    command = [
        str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
        "--no-input", "--require-hashes", "--only-binary=:all:", "-r", str(lock),
    ]  # fmt: skip
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        fail("the packages could not be installed; check the network and run the command again.")
    stamp.write_text(digest, encoding="ascii")
    if kind == "dev":  # the larger set holds the smaller one
        base = ROOT / "requirements" / "base.lock"
        base_digest = hashlib.sha256(base.read_bytes()).hexdigest()
        (VENV / "base.installed").write_text(base_digest, encoding="ascii")


def link_checkout() -> None:
    """Put the checkout on the path and write the `consuno` command."""
    for packages in (VENV / "lib").glob("python3.*/site-packages"):
        (packages / "consuno-checkout.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    script = VENV / "bin" / "consuno"
    text = f"#!{PYTHON}\nfrom consuno.__main__ import main\n\nmain()\n"
    if not script.exists() or script.read_text(encoding="utf-8") != text:
        script.write_text(text, encoding="utf-8")
        script.chmod(0o755)


def compile_catalogues() -> None:
    """Compile the words of the pages; what is compiled is not kept in git."""
    if subprocess.run(
        [str(PYTHON), "tools/messages.py", "--compile"], cwd=ROOT, check=False
    ).returncode:
        fail("the English words could not be compiled.")


def main() -> None:
    """Entry: the argument names the lock file."""
    if sys.version_info < LEAST:
        fail("Python 3.11 or newer is needed.")
    kind = sys.argv[1] if len(sys.argv) > 1 else "base"
    os.chdir(ROOT)
    make_environment()
    install(kind)
    link_checkout()
    compile_catalogues()


if __name__ == "__main__":
    main()
