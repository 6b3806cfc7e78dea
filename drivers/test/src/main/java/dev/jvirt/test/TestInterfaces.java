package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.host.InterfaceId;
import dev.jvirt.documents.host.HostInterface;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The interfaces of a world's host, and how they were when a change of them began. Guarded by
/// [#lock].
final class TestInterfaces {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Entry> interfaces = new LinkedHashMap<>();
    private Optional<Map<String, Entry>> before = Optional.empty();

    /// One interface.
    record Entry(HostInterface definition, boolean active) {
        InterfaceId identity() {
            return new InterfaceId(definition.name(), definition.details().mac().orElse(""));
        }
    }

    List<Entry> all() {
        lock.lock();
        try {
            return List.copyOf(interfaces.values());
        } finally {
            lock.unlock();
        }
    }

    /// Puts in an interface that is up.
    void add(HostInterface definition) {
        lock.lock();
        try {
            interfaces.put(definition.name(), new Entry(definition, true));
        } finally {
            lock.unlock();
        }
    }

    /// The interface with that name, or NO_INTERFACE.
    Entry require(String name) {
        lock.lock();
        try {
            Entry entry = interfaces.get(name);
            if (entry == null) {
                throw missing("name", name);
            }
            return entry;
        } finally {
            lock.unlock();
        }
    }

    /// The only interface with that hardware address, or NO_INTERFACE.
    Entry requireMac(String mac) {
        List<Entry> found =
                all().stream()
                        .filter(
                                entry ->
                                        entry.definition()
                                                .details()
                                                .mac()
                                                .filter(mac::equalsIgnoreCase)
                                                .isPresent())
                        .toList();
        if (found.isEmpty()) {
            throw missing("mac", mac);
        }
        if (found.size() > 1) {
            throw LibvirtException.plain(
                    TEST, ErrorCode.MULTIPLE_INTERFACES, "multiple matching interfaces found");
        }
        return found.getFirst();
    }

    private static LibvirtException missing(String what, String value) {
        return new LibvirtException(
                TEST,
                ErrorCode.NO_INTERFACE,
                "no interface with matching %s '%s'".formatted(what, value));
    }

    /// Defines an interface, or defines it anew.
    Entry define(HostInterface definition) {
        lock.lock();
        try {
            Entry known = interfaces.get(definition.name());
            var defined = new Entry(definition, known != null && known.active());
            interfaces.put(definition.name(), defined);
            return defined;
        } finally {
            lock.unlock();
        }
    }

    /// Removes an interface.
    void undefine(String name) {
        lock.lock();
        try {
            require(name);
            interfaces.remove(name);
        } finally {
            lock.unlock();
        }
    }

    /// Brings an interface up, or takes it down.
    void activate(String name, boolean up) {
        lock.lock();
        try {
            Entry entry = require(name);
            if (entry.active() == up) {
                throw LibvirtException.plain(
                        TEST, ErrorCode.OPERATION_INVALID, "Requested operation is not valid");
            }
            interfaces.put(name, new Entry(entry.definition(), up));
        } finally {
            lock.unlock();
        }
    }

    /// Remembers how everything is.
    void beginChange() {
        lock.lock();
        try {
            if (before.isPresent()) {
                throw TestErrors.invalidOperation("there is another transaction running.");
            }
            before = Optional.of(new LinkedHashMap<>(interfaces));
        } finally {
            lock.unlock();
        }
    }

    /// Forgets how everything was.
    void commitChange() {
        lock.lock();
        try {
            if (before.isEmpty()) {
                throw TestErrors.invalidOperation(
                        "no transaction running, nothing to be committed.");
            }
            before = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Goes back to how everything was. What comes back is down, as with C's test driver.
    void rollbackChange() {
        lock.lock();
        try {
            Map<String, Entry> remembered =
                    before.orElseThrow(
                            () ->
                                    TestErrors.invalidOperation(
                                            "no transaction running, nothing to rollback."));
            interfaces.clear();
            remembered.forEach(
                    (name, entry) -> interfaces.put(name, new Entry(entry.definition(), false)));
            before = Optional.empty();
        } finally {
            lock.unlock();
        }
    }
}
