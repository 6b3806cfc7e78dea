package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.STORAGE;
import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.StoragePoolEvent;
import dev.jvirt.api.event.StoragePoolLifecycleType;
import dev.jvirt.documents.storage.StoragePoolDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The storage pools of a world. Guarded by [#lock], which is held while a change is reported.
final class TestPools {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, TestPool> pools = new LinkedHashMap<>();
    private final Observers<StoragePoolEvent> observers = new Observers<>();
    private final VolumeContents contents = new VolumeContents();

    /// Who wants to know what happens to them.
    Observers<StoragePoolEvent> observers() {
        return observers;
    }

    /// The bytes in their volumes.
    VolumeContents contents() {
        return contents;
    }

    /// All of them.
    List<TestPool> all() {
        lock.lock();
        try {
            return List.copyOf(pools.values());
        } finally {
            lock.unlock();
        }
    }

    /// The pool with that name, or NO_STORAGE_POOL.
    TestPool require(String name) {
        return all().stream()
                .filter(pool -> pool.name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing("name", name));
    }

    /// The pool with that UUID, or NO_STORAGE_POOL.
    TestPool require(UUID uuid) {
        return all().stream()
                .filter(pool -> pool.definition().uuid().equals(uuid))
                .findFirst()
                .orElseThrow(() -> missing("uuid", uuid.toString()));
    }

    /// The running pool with that name.
    TestPool requireActive(String name) {
        TestPool pool = require(name);
        requireActive(pool);
        return pool;
    }

    private static void requireActive(TestPool pool) {
        if (!pool.active()) {
            throw TestErrors.invalidOperation(
                    "storage pool '%s' is not active".formatted(pool.name()));
        }
    }

    private static void requireInactive(TestPool pool) {
        if (pool.active()) {
            throw TestErrors.invalidOperation("storage pool '%s' is active".formatted(pool.name()));
        }
    }

    static LibvirtException missing(String what, String value) {
        return new LibvirtException(
                TEST,
                ErrorCode.NO_STORAGE_POOL,
                "no storage pool with matching %s '%s'".formatted(what, value));
    }

    /// Puts in a pool that is defined and runs.
    void add(TestPool pool) {
        lock.lock();
        try {
            requireConsistent(pool.definition());
            pools.put(pool.definition().uuid(), pool);
        } finally {
            lock.unlock();
        }
    }

    /// Defines a pool, or defines it anew.
    TestPool define(StoragePoolDefinition definition) {
        return place(
                definition,
                StoragePoolLifecycleType.DEFINED,
                known ->
                        known.map(pool -> pool.redefined(definition))
                                .orElseGet(() -> TestPool.of(definition, false, true)));
    }

    /// Starts a pool that need not be defined.
    TestPool createXml(StoragePoolDefinition definition) {
        return place(
                definition,
                StoragePoolLifecycleType.STARTED,
                known -> {
                    if (known.filter(TestPool::active).isPresent()) {
                        throw new LibvirtException(
                                STORAGE,
                                ErrorCode.OPERATION_INVALID,
                                "pool is already active as '%s'".formatted(definition.name()));
                    }
                    return known.map(pool -> pool.startedAs(definition))
                            .orElseGet(() -> TestPool.of(definition, true, false));
                });
    }

    private TestPool place(
            StoragePoolDefinition definition,
            StoragePoolLifecycleType event,
            Function<Optional<TestPool>, TestPool> placing) {
        lock.lock();
        try {
            requireConsistent(definition);
            TestPool placed = placing.apply(Optional.ofNullable(pools.get(definition.uuid())));
            pools.put(definition.uuid(), placed);
            report(placed, event);
            return placed;
        } finally {
            lock.unlock();
        }
    }

    private void requireConsistent(StoragePoolDefinition definition) {
        TestPool known = pools.get(definition.uuid());
        if (known != null) {
            if (!known.name().equals(definition.name())) {
                throw conflict(
                        "pool '%s' is already defined with uuid %s"
                                .formatted(known.name(), definition.uuid()));
            }
            return;
        }
        for (TestPool other : pools.values()) {
            if (other.name().equals(definition.name())) {
                throw conflict(
                        "pool '%s' already exists with uuid %s"
                                .formatted(other.name(), other.definition().uuid()));
            }
        }
    }

    private static LibvirtException conflict(String detail) {
        return new LibvirtException(STORAGE, ErrorCode.OPERATION_FAILED, detail);
    }

    /// Changes a pool while nobody else does.
    TestPool change(String name, UnaryOperator<TestPool> change) {
        lock.lock();
        try {
            TestPool changed = change.apply(require(name));
            pools.put(changed.definition().uuid(), changed);
            return changed;
        } finally {
            lock.unlock();
        }
    }

    /// Starts a pool.
    void create(String name) {
        change(
                name,
                pool -> {
                    requireInactive(pool);
                    report(pool, StoragePoolLifecycleType.STARTED);
                    return pool.withActive(true);
                });
    }

    /// Makes what a pool needs, which is nothing here.
    void build(String name) {
        change(
                name,
                pool -> {
                    requireInactive(pool);
                    report(pool, StoragePoolLifecycleType.CREATED);
                    return pool;
                });
    }

    /// Deletes what a pool was built of.
    void delete(String name) {
        change(
                name,
                pool -> {
                    requireInactive(pool);
                    report(pool, StoragePoolLifecycleType.DELETED);
                    return pool;
                });
    }

    /// Looks for volumes, all of which are known.
    void refresh(String name) {
        change(
                name,
                pool -> {
                    requireActive(pool);
                    observers.emit(new StoragePoolEvent.Refresh(pool.identity()));
                    return pool;
                });
    }

    /// Stops a pool. One that is not defined is gone then.
    void destroy(String name) {
        lock.lock();
        try {
            TestPool pool = require(name);
            requireActive(pool);
            if (pool.persistent()) {
                pools.put(pool.definition().uuid(), pool.withActive(false));
            } else {
                remove(pool);
            }
            report(pool, StoragePoolLifecycleType.STOPPED);
        } finally {
            lock.unlock();
        }
    }

    /// Removes a pool that does not run.
    void undefine(String name) {
        lock.lock();
        try {
            TestPool pool = require(name);
            requireInactive(pool);
            remove(pool);
            report(pool, StoragePoolLifecycleType.UNDEFINED);
        } finally {
            lock.unlock();
        }
    }

    private void remove(TestPool pool) {
        pools.remove(pool.definition().uuid());
        pool.volumes().forEach(volume -> contents.forget(volume.key().orElse("")));
    }

    private void report(TestPool pool, StoragePoolLifecycleType type) {
        observers.emit(new StoragePoolEvent.Lifecycle(pool.identity(), type, 0));
    }
}
