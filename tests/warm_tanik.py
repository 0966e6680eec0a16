"""The command `tanik` for tests that start it many times: one process reads the tables once and forks for each call.

Comes in: a socket's path and a page to warm up on (``python warm_tanik.py SOCKET PAGE LIBRARY``); then, a call each,
arguments, folder, environment and the caller's three streams. Goes out: what the command writes, and its exit status.
The model of names is not loaded before the fork, for its threads would not survive it.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
from pathlib import Path

# What stands on the path: it hands its streams over and leaves with the status that it is told.
CLIENT = """#!{python} -SE
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as door:
    door.connect({socket!r})
    call = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
    socket.send_fds(door, [len(call).to_bytes(4, "big")], [0, 1, 2])
    door.sendall(call)
    sys.exit(int(door.recv(16)))
"""


def _serve(path: str, page: str, library: str) -> None:
    sys.argv = ["tanik", "check", page, "--fast", "--library", library]
    from tanik.cli.main import main

    with contextlib.redirect_stdout(open(os.devnull, "w")), contextlib.suppress(SystemExit):  # noqa: PTH123
        main()
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(path)
        door.listen()
        print("ready", flush=True)
        while True:
            caller, _ = door.accept()
            with caller:
                if os.fork() == 0:
                    _answer(caller)


def _answer(caller: socket.socket) -> None:
    """One call, in a process that forks once more, so that the status of the inner one can be told."""
    size, streams, _, _ = socket.recv_fds(caller, 4, 3)
    call = b""
    while len(call) < int.from_bytes(size, "big"):
        call += caller.recv(65536)
    words, folder, environment = json.loads(call)
    child = os.fork()
    if child == 0:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["tanik", *words]
        from tanik.cli.main import main

        main()
    _, status = os.waitpid(child, 0)
    caller.sendall(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


if __name__ == "__main__":
    Path(sys.argv[1]).unlink(missing_ok=True)
    _serve(*sys.argv[1:4])
