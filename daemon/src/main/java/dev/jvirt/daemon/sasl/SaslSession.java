package dev.jvirt.daemon.sasl;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SaslMechanism;
import dev.jvirt.rpc.sasl.SecurityLayer;
import dev.jvirt.rpc.sasl.ServerMechanism;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The login of one client. Whatever goes wrong, the client learns no more than that it did; it may
/// try again from the start, but not for ever.
///
/// [#lock] guards it all: a client may send its next words before it has our answer.
public final class SaslSession {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.daemon.sasl");

    /// Nobody mistypes a password more often without a new connection.
    private static final int MAX_FAILURES = 3;

    private final SaslService service;
    private final SaslClientFacts facts;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable List<SaslMechanism> offered;
    private @Nullable ServerMechanism mechanism;
    private boolean done;
    private int failures;

    public SaslSession(SaslService service, SaslClientFacts facts) {
        this.service = service;
        this.facts = facts;
    }

    /// Begins.
    ///
    /// @return the mechanisms that the client may use
    /// @throws LibvirtException AUTH_FAILED if it is out of place, or there are none
    public String begin() {
        lock.lock();
        try {
            if (done || offered != null) {
                throw refused("client tried invalid SASL init request");
            }
            List<SaslMechanism> mechanisms = service.mechanisms(facts);
            if (mechanisms.isEmpty()) {
                throw refused("no SASL mechanisms are available");
            }
            offered = mechanisms;
            return mechanisms.stream().map(SaslMechanism::word).collect(Collectors.joining(","));
        } catch (SaslFailure e) {
            throw refused(String.valueOf(e.getMessage()));
        } finally {
            lock.unlock();
        }
    }

    /// Takes the client's choice and its first words.
    ///
    /// @param data empty if it has none
    /// @throws LibvirtException AUTH_FAILED
    public SaslAnswer start(String name, Optional<byte[]> data) {
        lock.lock();
        try {
            List<SaslMechanism> possible = offered;
            if (done || possible == null || mechanism != null) {
                throw refused("client tried invalid SASL start request");
            }
            Optional<SaslMechanism> chosen = SaslMechanism.of(name).filter(possible::contains);
            if (chosen.isEmpty()) {
                throw failed("the client wants a mechanism that is not offered");
            }
            return guarded(
                    () -> {
                        ServerMechanism created = service.create(chosen.get(), facts);
                        mechanism = created;
                        return advance(created, data);
                    });
        } finally {
            lock.unlock();
        }
    }

    /// Takes the client's next words.
    ///
    /// @param data empty if it has none
    /// @throws LibvirtException AUTH_FAILED
    public SaslAnswer step(Optional<byte[]> data) {
        lock.lock();
        try {
            ServerMechanism current = mechanism;
            if (done || current == null) {
                throw refused("client tried invalid SASL step request");
            }
            return guarded(() -> advance(current, data));
        } finally {
            lock.unlock();
        }
    }

    private SaslAnswer guarded(Supplier<SaslAnswer> step) {
        try {
            return step.get();
        } catch (SaslFailure e) {
            throw failed(String.valueOf(e.getMessage()));
        }
    }

    private SaslAnswer advance(ServerMechanism current, Optional<byte[]> data) {
        Optional<byte[]> answer = current.step(data);
        if (!current.isComplete()) {
            return new SaslAnswer(answer, Optional.empty(), Optional.empty());
        }
        String user = current.user();
        requireAllowed(user);
        Optional<SecurityLayer> layer = current.layer();
        int ssf = layer.map(SecurityLayer::ssf).orElse(0);
        if (ssf < facts.needs(service.minSsf()).minSsf()) {
            throw failed("negotiated SSF %d was not strong enough".formatted(ssf));
        }
        done = true;
        mechanism = null;
        LOG.log(Level.INFO, "a client logged in by SASL as ''{0}''", user);
        return new SaslAnswer(answer, Optional.of(user), layer);
    }

    private void requireAllowed(String user) {
        boolean printable = user.chars().noneMatch(c -> c < ' ' || c == 0x7f);
        if (user.isEmpty() || !printable || !service.allows(user)) {
            throw failed("SASL client identity '%s' not allowed by ACL".formatted(user));
        }
    }

    /// Whether the client should be sent away.
    public boolean isHopeless() {
        lock.lock();
        try {
            return failures >= MAX_FAILURES;
        } finally {
            lock.unlock();
        }
    }

    /// Ends a login: the client has to begin anew.
    private LibvirtException failed(String why) {
        failures++;
        offered = null;
        mechanism = null;
        pause();
        return refused(why);
    }

    /// Lets whoever guesses wait.
    private void pause() {
        try {
            boolean unused =
                    new CountDownLatch(1).await(service.pause().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LibvirtException refused(String why) {
        LOG.log(Level.WARNING, "a login by SASL failed: {0}", printable(why));
        return new LibvirtException(
                ErrorDomain.RPC, ErrorCode.AUTH_FAILED, "authentication failed");
    }

    /// Clients choose a part of these words.
    private static String printable(String words) {
        return words.chars()
                .mapToObj(c -> c < ' ' || c == 0x7f ? "?" : Character.toString(c))
                .collect(Collectors.joining());
    }
}
