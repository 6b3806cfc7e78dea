package org.libvirt;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.libvirt.event.AgentLifecycleListener;
import org.libvirt.event.BlockJobListener;
import org.libvirt.event.BlockJobStatus;
import org.libvirt.event.BlockJobType;
import org.libvirt.event.ConnectionCloseListener;
import org.libvirt.event.ConnectionCloseReason;
import org.libvirt.event.DomainEventType;
import org.libvirt.event.EventListener;
import org.libvirt.event.IOErrorAction;
import org.libvirt.event.IOErrorListener;
import org.libvirt.event.LifecycleListener;
import org.libvirt.event.PMSuspendListener;
import org.libvirt.event.PMSuspendReason;
import org.libvirt.event.PMWakeupListener;
import org.libvirt.event.PMWakeupReason;
import org.libvirt.event.RebootListener;

/// The listeners of one connection, each in the list of its kind once: whoever adds one again
/// changes nothing.
final class Listeners {
    private static final String REGISTER = "virConnectDomainEventRegisterAny";

    private record Key(DomainEventId kind, EventListener listener) {}

    private final Connect connect;
    private final Map<Key, Registration> registrations = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Registration> close = new AtomicReference<>();

    Listeners(Connect connect) {
        this.connect = connect;
    }

    /// Adds the listener of a kind of event.
    ///
    /// @param domain whose events are wanted; null for all
    /// @param name what a missing listener is called in the refusal
    private <L extends EventListener, E extends DomainEvent> void add(
            Class<E> kind,
            @Nullable Domain domain,
            @Nullable L listener,
            String name,
            BiConsumer<E, Domain> tell)
            throws LibvirtException {
        if (listener == null) {
            throw new IllegalArgumentException(name + " cannot be null");
        }
        Optional<dev.jvirt.api.Domain> whose =
                Optional.ofNullable(domain).map(one -> one.handle().target());
        connect.handle()
                .run(
                        REGISTER,
                        connection -> {
                            checkEventLoop();
                            var key = new Key(DomainEventId.of(kind), listener);
                            var registration = new Registration();
                            if (registrations.putIfAbsent(key, registration) == null) {
                                registration.begin(
                                        () ->
                                                connection
                                                        .events()
                                                        .onDomain(
                                                                kind,
                                                                whose,
                                                                event ->
                                                                        deliver(
                                                                                registration,
                                                                                event,
                                                                                tell)),
                                        () -> registrations.remove(key));
                            }
                        });
    }

    private static void checkEventLoop() {
        if (!Library.EVENTS.isInitialised()) {
            throw new dev.jvirt.api.LibvirtException(
                    ErrorDomain.NONE,
                    ErrorCode.INTERNAL_ERROR,
                    "could not initialize domain event timer");
        }
    }

    private <E extends DomainEvent> void deliver(
            Registration registration, E event, BiConsumer<E, Domain> tell) {
        Library.EVENTS.deliver(
                () -> {
                    if (!registration.isOver()) {
                        var found = connect.handle().target().domain(event.domain());
                        tell.accept(event, new Domain(connect, found));
                    }
                });
    }

    /// Ends what [#add] began; a listener that is not there costs nothing.
    void remove(DomainEventId kind, @Nullable EventListener listener) {
        if (listener != null) {
            Optional.ofNullable(registrations.remove(new Key(kind, listener)))
                    .ifPresent(Registration::end);
        }
    }

    /// Ends all of them.
    void removeAll() {
        registrations.values().forEach(Registration::end);
        registrations.clear();
        offClose();
    }

    void addLifecycle(@Nullable Domain domain, LifecycleListener listener) throws LibvirtException {
        add(
                DomainEvent.Lifecycle.class,
                domain,
                listener,
                "LifecycleCallback",
                (event, about) ->
                        listener.onLifecycleChange(
                                about,
                                new org.libvirt.event.DomainEvent(
                                        Numbers.orLast(
                                                DomainEventType.values(), event.type().code()),
                                        event.detail())));
    }

    void addIoError(@Nullable Domain domain, IOErrorListener listener) throws LibvirtException {
        add(
                DomainEvent.IoError.class,
                domain,
                listener,
                "IOError callback",
                (event, about) ->
                        listener.onIOError(
                                about,
                                event.path(),
                                event.alias(),
                                Numbers.orLast(IOErrorAction.values(), event.action().code())));
    }

    void addAgentLifecycle(@Nullable Domain domain, AgentLifecycleListener listener)
            throws LibvirtException {
        add(
                DomainEvent.AgentLifecycle.class,
                domain,
                listener,
                "AgentLifecycleCallback",
                (event, about) ->
                        listener.onAgentLifecycleChange(
                                about, event.state().code(), event.reason().code()));
    }

    void addReboot(@Nullable Domain domain, RebootListener listener) throws LibvirtException {
        add(
                DomainEvent.Reboot.class,
                domain,
                listener,
                "RebootCallback",
                (_, about) -> listener.onReboot(about));
    }

    void addPmSuspend(@Nullable Domain domain, PMSuspendListener listener) throws LibvirtException {
        add(
                DomainEvent.PmSuspend.class,
                domain,
                listener,
                "PMSuspendCallback",
                (_, about) -> listener.onPMSuspend(about, PMSuspendReason.UNKNOWN));
    }

    void addPmWakeup(@Nullable Domain domain, PMWakeupListener listener) throws LibvirtException {
        add(
                DomainEvent.PmWakeup.class,
                domain,
                listener,
                "PMWakeupCallback",
                (_, about) -> listener.onPMWakeup(about, PMWakeupReason.UNKNOWN));
    }

    void addBlockJob(@Nullable Domain domain, BlockJobListener listener) throws LibvirtException {
        add(
                DomainEvent.BlockJob.class,
                domain,
                listener,
                "BlockJobCallback",
                (event, about) ->
                        listener.onEvent(
                                about,
                                event.path(),
                                Numbers.orLast(BlockJobType.values(), event.type().code()),
                                Numbers.orLast(BlockJobStatus.values(), event.status().code())));
    }

    /// Has the end of the connection told to one listener.
    void onClose(@Nullable ConnectionCloseListener listener) throws LibvirtException {
        connect.handle().run("virConnectRegisterCloseCallback", open -> onClose(open, listener));
    }

    private void onClose(Connection connection, @Nullable ConnectionCloseListener listener) {
        var registration = new Registration();
        if (!close.compareAndSet(null, registration)) {
            throw new dev.jvirt.api.LibvirtException(
                    ErrorDomain.REMOTE,
                    ErrorCode.OPERATION_INVALID,
                    "A close callback is already registered");
        }
        registration.begin(
                () -> connection.onClose(reason -> deliver(registration, listener, reason)),
                () -> close.compareAndSet(registration, null));
    }

    private void deliver(
            Registration registration,
            @Nullable ConnectionCloseListener listener,
            CloseReason reason) {
        Library.EVENTS.deliver(
                () -> {
                    if (listener != null && !registration.isOver()) {
                        listener.onClose(
                                connect,
                                Numbers.orLast(ConnectionCloseReason.values(), reason.code()));
                    }
                });
    }

    /// Ends what [#onClose] began.
    void offClose() {
        Optional.ofNullable(close.getAndSet(null)).ifPresent(Registration::end);
    }
}
