package dev.jvirt.ssh;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/// Waits for the end of the first exchange with a server: afterwards both sides have keys, and the
/// server's own has been judged.
final class Greeting implements SessionListener {
    private final CompletableFuture<Optional<String>> done = new CompletableFuture<>();

    /// Done when the exchange is over, well or not.
    CompletableFuture<Optional<String>> done() {
        return done;
    }

    /// Why it failed; empty if it did not.
    Optional<String> failure() {
        return done.getNow(Optional.empty());
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event == Event.KeyEstablished) {
            done.complete(Optional.empty());
        }
    }

    @Override
    public void sessionException(Session session, Throwable why) {
        done.complete(Optional.of(Reasons.of(why)));
    }

    @Override
    public void sessionDisconnect(
            Session session, int reason, String message, String language, boolean initiator) {
        done.complete(Optional.of(message));
    }

    @Override
    public void sessionClosed(Session session) {
        done.complete(Optional.of("the server has hung up"));
    }
}
