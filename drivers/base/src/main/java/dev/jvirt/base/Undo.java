package dev.jvirt.base;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Steps that must not stay half done: unless [#done] is called, closing takes them back, the last
/// one first.
public final class Undo implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.base");

    private final Deque<Runnable> steps = new ArrayDeque<>();

    /// Remembers how to take back what was just made.
    ///
    /// @return `made`
    public <T> T onFailure(T made, Consumer<? super T> takeBack) {
        steps.push(() -> takeBack.accept(made));
        return made;
    }

    /// Remembers a step that takes something back.
    public void onFailure(Runnable takeBack) {
        steps.push(takeBack);
    }

    /// Everything worked: keep it.
    public void done() {
        steps.clear();
    }

    @Override
    public void close() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (RuntimeException failure) {
                // The error that led here matters more, and the other steps remain.
                LOG.log(System.Logger.Level.WARNING, "cannot take back a step", failure);
            }
        }
    }
}
