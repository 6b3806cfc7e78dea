package dev.jvirt.virsh.object;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/// Asks about many objects at once: the questions go out on one connection without waiting for each
/// other's answers.
public final class InParallel {
    /// Below this many a thread costs more than it saves.
    private static final int FEW = 4;

    private InParallel() {}

    /// The answers, in the order of the objects.
    ///
    /// @throws RuntimeException that of the first object whose question failed
    public static <T, R> List<R> map(List<T> objects, Function<T, R> question) {
        var answers = new ArrayList<R>(objects.size());
        if (objects.size() < FEW) {
            for (T object : objects) {
                answers.add(question.apply(object));
            }
            return answers;
        }
        var asked = new ArrayList<Question<T, R>>(objects.size());
        for (T object : objects) {
            asked.add(new Question<>(object, question));
        }
        for (Question<T, R> one : asked) {
            answers.add(one.answer());
        }
        return answers;
    }

    /// One question, asked by a thread of its own.
    private static final class Question<T, R> {
        private final FutureTask<R> task;

        Question(T object, Function<T, R> question) {
            task = new FutureTask<>(() -> question.apply(object));
            Thread.ofVirtual().start(task);
        }

        R answer() {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return task.get();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    } catch (ExecutionException e) {
                        if (e.getCause() instanceof RuntimeException reason) {
                            throw reason;
                        }
                        throw new IllegalStateException(e.getCause());
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
