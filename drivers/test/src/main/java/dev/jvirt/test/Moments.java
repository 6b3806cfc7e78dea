package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.snapshot.Moment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The snapshots or the checkpoints of one domain: a tree, of which one is the current one. Guarded
/// by [#lock]; whoever changes it holds the domain's job besides.
final class Moments<M extends Moment<M>> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, M> moments = new LinkedHashMap<>();
    private Optional<String> current = Optional.empty();

    /// All of them, in the order in which they were made.
    List<M> all() {
        lock.lock();
        try {
            return List.copyOf(moments.values());
        } finally {
            lock.unlock();
        }
    }

    Optional<M> find(String name) {
        lock.lock();
        try {
            return Optional.ofNullable(moments.get(name));
        } finally {
            lock.unlock();
        }
    }

    /// The one at which the domain is, or from which it went on.
    Optional<M> current() {
        lock.lock();
        try {
            return current.map(moments::get);
        } finally {
            lock.unlock();
        }
    }

    void current(Optional<String> name) {
        lock.lock();
        try {
            current = name;
        } finally {
            lock.unlock();
        }
    }

    /// Puts in a new one after the current one, in whose place it comes.
    M add(M moment) {
        lock.lock();
        try {
            if (moments.containsKey(moment.name())) {
                throw new LibvirtException(
                        ErrorDomain.DOMAIN,
                        ErrorCode.OPERATION_FAILED,
                        "domain moment %s already exists".formatted(moment.name()));
            }
            M placed = moment.withIdentity(moment.identity().after(current));
            moments.put(placed.name(), placed);
            current = Optional.of(placed.name());
            return placed;
        } finally {
            lock.unlock();
        }
    }

    /// Puts in one that was made before, or another description of one that is here.
    void redefine(M moment) {
        lock.lock();
        try {
            Optional<String> parent = moment.parent();
            if (parent.filter(moment.name()::equals).isPresent()) {
                throw refused("cannot set moment %s as its own parent".formatted(moment.name()));
            }
            while (parent.isPresent()) {
                M ancestor = moments.get(parent.get());
                if (ancestor == null) {
                    throw refused(
                            "parent %s for moment %s not found"
                                    .formatted(parent.get(), moment.name()));
                }
                if (ancestor.parent().filter(moment.name()::equals).isPresent()) {
                    throw refused(
                            "parent %s would create cycle to %s"
                                    .formatted(ancestor.name(), moment.name()));
                }
                parent = ancestor.parent();
            }
            moments.put(moment.name(), moment);
        } finally {
            lock.unlock();
        }
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(ErrorDomain.DOMAIN, ErrorCode.INVALID_ARG, detail);
    }

    /// Those that come directly after one.
    List<M> children(String name) {
        return all().stream().filter(m -> m.parent().filter(name::equals).isPresent()).toList();
    }

    /// Those that come after one, each before what comes after it.
    List<M> descendants(String name) {
        return descendants(Optional.of(name));
    }

    /// All of them, each before what comes after it.
    List<M> inTreeOrder() {
        return descendants(Optional.empty());
    }

    private List<M> descendants(Optional<String> root) {
        Map<Optional<String>, List<M>> children = new HashMap<>();
        for (M moment : all()) {
            children.computeIfAbsent(moment.parent(), _ -> new ArrayList<>()).add(moment);
        }
        var found = new ArrayList<M>();
        var waiting = new ArrayDeque<M>(children.getOrDefault(root, List.of()));
        while (!waiting.isEmpty()) {
            M moment = waiting.pop();
            found.add(moment);
            children.getOrDefault(Optional.of(moment.name()), List.of())
                    .reversed()
                    .forEach(waiting::push);
        }
        return found;
    }

    /// Takes out one. What came after it comes after the one before now.
    void remove(M moment) {
        lock.lock();
        try {
            for (M child : children(moment.name())) {
                moments.put(
                        child.name(), child.withIdentity(child.identity().after(moment.parent())));
            }
            moments.remove(moment.name());
            if (current.filter(moment.name()::equals).isPresent()) {
                current = moment.parent();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes out all that come after one.
    void removeDescendants(M moment) {
        lock.lock();
        try {
            for (M descendant : descendants(moment.name())) {
                moments.remove(descendant.name());
                if (current.filter(descendant.name()::equals).isPresent()) {
                    current = Optional.of(moment.name());
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
