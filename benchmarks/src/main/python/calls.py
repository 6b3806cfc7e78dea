"""calls.py CALL THREADS URI: libvirt-python under load; the other half of bin/bench client. The words are those of calls.c."""
import os
import sys
import threading
import time

import libvirt


def call_of(word, connection):
    kind, _, name = word.partition(":")
    if kind == "lookup":
        return lambda: connection.lookupByName(name)
    if kind == "xml":
        return connection.lookupByName(name).XMLDesc
    return {"version": connection.getLibVersion, "list": connection.listAllDomains}[kind]


class Turns:
    def __init__(self, call, threads):
        self.call = call
        self.end = 0
        self.counts = [0] * threads
        self.barrier = threading.Barrier(threads + 1)
        for i in range(threads):
            threading.Thread(target=self.call_in_turns, args=(i,), daemon=True).start()

    def call_in_turns(self, index):
        call = self.call
        while True:
            self.barrier.wait()
            end = self.end
            count = 0
            while time.monotonic() < end:
                call()
                count += 1
            self.counts[index] = count
            self.barrier.wait()

    def turn(self, milliseconds):
        self.end = time.monotonic() + milliseconds / 1000
        self.barrier.wait()
        self.barrier.wait()
        return sum(self.counts)


word, threads, uri = sys.argv[1:]
turns = Turns(call_of(word, libvirt.open(uri)), int(threads))
print("ready", flush=True)
for line in sys.stdin:
    print(turns.turn(int(line)), flush=True)
os._exit(0)  # the threads wait for their next turn
