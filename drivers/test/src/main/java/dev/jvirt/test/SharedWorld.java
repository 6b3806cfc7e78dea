package dev.jvirt.test;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The world of `test:///default`, which is there while somebody is connected to it. Guarded by
/// [#lock].
final class SharedWorld {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable TestWorld world;
    private int connections;

    /// The world, made by the first who joins.
    TestWorld join() {
        lock.lock();
        try {
            TestWorld joined = world;
            if (joined == null) {
                joined = DefaultWorld.create();
                world = joined;
            }
            connections++;
            return joined;
        } finally {
            lock.unlock();
        }
    }

    /// One who joined leaves; the last one ends the world.
    void leave() {
        lock.lock();
        try {
            connections--;
            if (connections == 0) {
                world = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
