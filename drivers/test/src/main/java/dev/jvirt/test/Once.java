package dev.jvirt.test;

import java.util.concurrent.locks.ReentrantLock;

/// A step that is taken when somebody first needs it, and never again. Guarded by [#lock].
final class Once {
    private final Runnable step;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean taken;

    Once(Runnable step) {
        this.step = step;
    }

    /// Takes the step, or waits until whoever takes it has done so.
    void take() {
        if (taken) {
            return;
        }
        lock.lock();
        try {
            if (!taken) {
                step.run();
                taken = true;
            }
        } finally {
            lock.unlock();
        }
    }
}
