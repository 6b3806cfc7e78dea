package dev.jvirt.virsh.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The news that a connection has ended. They come on another thread than the one whose command
/// fails for it, and are to be told first.
public final class EndOfConnection {
    private static final int PATIENCE_SECONDS = 1;

    private final CountDownLatch news = new CountDownLatch(1);

    /// Says that it was told.
    public void tell() {
        news.countDown();
    }

    /// Waits until it was told, but not for ever.
    public void await() {
        try {
            boolean _ = news.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
