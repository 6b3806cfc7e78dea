package dev.jvirt.ssh;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.sshd.common.future.SshFuture;

/// Where the threads of the library lay down their questions to the user, which the thread that
/// opens the connection answers while it waits: applications expect to be asked there.
final class Desk implements AutoCloseable {
    private final Thread owner = Thread.currentThread();
    private final LinkedBlockingQueue<Question<?>> questions = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    /// A question, and who waits for its answer.
    private record Question<T>(Supplier<T> words, CompletableFuture<T> answer) {
        void put() {
            try {
                answer.complete(words.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }
    }

    /// Has something asked, and waits for the answer.
    ///
    /// @throws RuntimeException whatever asking throws
    <T> T ask(Supplier<T> words) {
        if (Thread.currentThread() == owner) {
            return words.get();
        }
        var answer = new CompletableFuture<T>();
        questions.add(new Question<>(words, answer));
        if (closed) {
            close();
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /// Answers questions until something is done. The user's time for thinking does not count.
    ///
    /// @return false if it takes too long
    boolean await(CompletableFuture<?> done, Duration patience) throws InterruptedException {
        var _ =
                done.whenComplete(
                        (_, _) ->
                                questions.add(
                                        new Question<>(() -> true, new CompletableFuture<>())));
        long left = patience.toNanos();
        while (!done.isDone()) {
            long start = System.nanoTime();
            Question<?> question = questions.poll(left, TimeUnit.NANOSECONDS);
            left -= System.nanoTime() - start;
            if (question == null) {
                return false;
            }
            question.put();
        }
        return true;
    }

    /// The same for the library's kind of future, which tells the outcome itself.
    boolean await(SshFuture<?> done, Duration patience) throws InterruptedException {
        var over = new CompletableFuture<Boolean>();
        done.addListener(_ -> over.complete(true));
        return await(over, patience);
    }

    /// Nobody answers any more.
    @Override
    public void close() {
        closed = true;
        for (var left = questions.poll(); left != null; left = questions.poll()) {
            left.answer()
                    .completeExceptionally(new IllegalStateException("nobody to ask any more"));
        }
    }
}
