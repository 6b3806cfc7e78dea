"""world.py URI SUBJECT: hundreds of calls about one subject on the test driver's default world; each prints one answer."""

import sys
import threading

import libvirt
import peer

uri, subject = sys.argv[1:]
peer.start()
conn = libvirt.open(uri)
NAMES = (
    "virDomain virNetwork virStoragePool virStorageVol virInterface virNodeDevice virDomainSnapshot virDomainCheckpoint"
).split()


def plain(value):
    """A value in words that are the same for every connection."""
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(plain(v) for v in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {plain(value[k])}" for k in sorted(value, key=str)) + "}"
    if type(value).__name__ == "virDomainSnapshot":
        return f"snapshot {value.getName()}"
    if type(value).__name__ in NAMES:
        return f"{type(value).__name__} {value.name()}"
    return repr(value) if not isinstance(value, str) or "\n" not in value else value


def ask(what, call):
    """Prints what a call answers."""
    try:
        value = call()
        print(f"{what}: {plain(value)}", flush=True)
        return value
    except libvirt.libvirtError as error:
        message = (error.get_error_message() or "").split("; ")[0]
        print(f"{what}: error {error.get_error_code()} {error.get_error_domain()} {message}", flush=True)
    except (TypeError, AttributeError, OverflowError, LookupError) as error:
        print(f"{what}: {type(error).__name__} {error}", flush=True)
    return None


def each(thing, **methods):
    """Asks a thing several methods with the given arguments."""
    for method, arguments in methods.items():
        for number, given in enumerate(arguments if isinstance(arguments, list) else [arguments]):
            ask(f"{method}{given}", lambda: getattr(thing, method)(*given))


EVENTS = []
MARK = threading.Event()
MARKER = "<domain type='test'><name>marker</name><memory>1024</memory><os><type>hvm</type></os></domain>"


def note(words, thing, values):
    EVENTS.append(f"event {words} {thing.name()} {plain(values[:-1])}")


def watch(register, kind, words):
    if register == conn.domainEventRegisterAny and kind == libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE:
        LIVES.append(words)
        return None
    return register(None, kind, lambda _conn, thing, *values: note(words, thing, values), None)


# C libvirt takes one callback of a kind, so the one that sees the marker sees all the lives.
LIVES = []


def lived(_conn, domain, *values):
    if domain.name() != "marker":
        for words in LIVES:
            note(words, domain, values)
    elif values[0] == libvirt.VIR_DOMAIN_EVENT_UNDEFINED:
        MARK.set()


conn.domainEventRegisterAny(None, libvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, lived, None)


def happened():
    """Prints the events so far: events come in order, so when one more has come, all before it have."""
    MARK.clear()
    conn.defineXML(MARKER).undefine()
    if not MARK.wait(peer.PATIENCE):
        print("an event is missing")
    for event in EVENTS:
        print(event)
    EVENTS.clear()


import importlib.util
import os

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
spec = importlib.util.spec_from_file_location(subject, os.path.join(os.path.dirname(os.path.abspath(__file__)), f"world_{subject}.py"))
module = importlib.util.module_from_spec(spec)
for name in ("conn", "ask", "each", "watch", "happened", "libvirt", "plain"):
    setattr(module, name, globals()[name])
spec.loader.exec_module(module)
conn.close()
peer.quit()
