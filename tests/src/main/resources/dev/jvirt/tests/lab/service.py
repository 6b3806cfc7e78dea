"""service.py [--notify ADDRESS] [--names NAMES] [--pid PID] [SOCKET...] -- PROGRAM [ARGUMENT...]

Starts a program as systemd starts a service: with listening sockets (unix:PATH or tcp:PORT) as descriptors 3 and higher,
and with somebody who listens for its state and prints it. The program gets this process.
"""
import argparse
import fcntl
import os
import select
import socket
import sys

FIRST = 3
ASIDE = 200


def listening(where):
    kind, _, place = where.partition(":")
    if kind == "unix":
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.bind(place)
    elif kind == "tcp":
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(("127.0.0.1", int(place)))
    else:
        return socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    made.listen(30)
    return made


def tell(states, parent):
    """Prints what the program says of itself until it has gone."""
    while True:
        ready, _, _ = select.select([states], [], [], 0.1)
        if ready:
            print("notified", states.recv(4096).decode(), flush=True)
        elif os.getppid() != parent:
            return


def main():
    split = sys.argv.index("--")
    parser = argparse.ArgumentParser()
    parser.add_argument("--notify")
    parser.add_argument("--names")
    parser.add_argument("--pid")
    parser.add_argument("sockets", nargs="*")
    wanted = parser.parse_args(sys.argv[1:split])
    program = sys.argv[split + 1:]
    environment = dict(os.environ)
    if wanted.notify:
        states = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        states.bind(wanted.notify.replace("@", "\0", 1) if wanted.notify[0] == "@" else wanted.notify)
        environment["NOTIFY_SOCKET"] = wanted.notify
        parent = os.getpid()
        if os.fork() == 0:
            tell(states, parent)
            os._exit(0)
        states.close()
    if wanted.sockets:
        made = [listening(where) for where in wanted.sockets]
        aside = [fcntl.fcntl(each.fileno(), fcntl.F_DUPFD, ASIDE) for each in made]
        for each in made:
            each.close()
        for number, descriptor in enumerate(aside):
            os.dup2(descriptor, FIRST + number, inheritable=True)
            os.close(descriptor)
        environment["LISTEN_PID"] = wanted.pid or str(os.getpid())
        environment["LISTEN_FDS"] = str(len(aside))
        if wanted.names:
            environment["LISTEN_FDNAMES"] = wanted.names
    os.execvpe(program[0], program, environment)


main()
