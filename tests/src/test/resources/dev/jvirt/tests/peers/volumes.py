"""volumes.py URI PATH: sends data and holes to a volume of 1 MiB and fetches them, also where that must fail."""

import hashlib
import sys

import libvirt
import peer
from peer import say

uri, path = sys.argv[1:]
libvirt.registerErrorHandler(lambda *_: None, None)
connection = libvirt.open(uri)
volume = connection.storageVolLookupByPath(path)
SPARSE = libvirt.VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM


def attempt(what, call):
    try:
        say(what, call())
    except libvirt.libvirtError as error:
        message = error.get_error_message().replace(path, "PATH")
        say(what, "refused", error.get_error_code(), error.get_error_domain(), message)


def upload(offset=0, length=0, flags=0):
    stream = connection.newStream()
    volume.upload(stream, offset, length, flags)
    return stream


def download(offset=0, length=0, flags=0):
    stream = connection.newStream()
    volume.download(stream, offset, length, flags)
    return stream


def all_of(stream):
    parts = []
    stream.recvAll(lambda _stream, data, _opaque: parts.append(data) or len(data), None)
    stream.finish()
    data = b"".join(parts)
    return len(data), hashlib.sha256(data).hexdigest()


content = bytes(i * 7 % 251 for i in range(1 << 20))
place = [0]


def source(_stream, length, _opaque):
    data = content[place[0] : place[0] + length]
    place[0] += len(data)
    return data


stream = upload()
stream.sendAll(source, None)
say("uploaded", stream.finish())
say("downloaded", all_of(download()) == (len(content), hashlib.sha256(content).hexdigest()))
say("a part", all_of(download(1000, 2000)) == (2000, hashlib.sha256(content[1000:3000]).hexdigest()))

stream = download(0, 5000)
got = b""
while len(got) < 5000:
    got += stream.recv(5000)
say("at the end", stream.recv(10), stream.recv(10))
say("finished", stream.finish())

stream = upload(10, 3)
stream.send(b"abc")
say("a short upload", stream.finish())
say("the middle", download(9, 5).recv(5) == content[9:10] + b"abc" + content[13:14])

stream = upload(0, 100)
attempt("too much", lambda: stream.send(b"x" * 200))
attempt("finish after too much", stream.finish)
attempt("and again", stream.finish)

stream = upload()
attempt("a hole in a plain upload", lambda: stream.sendHole(4096))
attempt("finish", stream.finish)

# C's daemon leaves in a hole what was there before.
stream = upload()
stream.send(bytes(1 << 20))
stream.finish()
stream = upload(flags=SPARSE)
stream.send(b"a" * 4096)
stream.sendHole(1 << 19)
stream.send(b"b" * 4096)
stream.sendHole((1 << 19) - 8192)
say("a sparse upload", stream.finish())
say("its content", all_of(download(4096 + (1 << 19), 4096)) == (4096, hashlib.sha256(b"b" * 4096).hexdigest()))

stream = download(flags=SPARSE)
total = 0
while True:
    data = stream.recvFlags(100000, libvirt.VIR_STREAM_RECV_STOP_AT_HOLE)
    if data == -3:
        total += stream.recvHole()
    elif data:
        total += len(data)
    else:
        break
say("a sparse download", total, stream.finish())

stream = download()
stream.recv(10)
say("aborted midway", stream.abort())
attempt("receive after the abort", lambda: stream.recv(10))
stream = download()
stream.recv(10)
say("finished midway", stream.finish())
say("the connection goes on", connection.isAlive())
connection.close()
