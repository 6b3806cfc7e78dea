package org.libvirt;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What stands for one of C's pointers: an object of our client until it is freed, by its user or
/// by the garbage collector.
///
/// Every call names the C function that it stands for: errors tell it.
///
/// @param <T> the client's type
final class Handle<T> {
    private static final Cleaner CLEANER = Cleaner.create();

    /// The kinds of pointers, each with the error for one that is not valid any more.
    enum Kind {
        CONNECTION(ErrorCode.INVALID_CONN, ErrorDomain.NONE),
        DOMAIN(ErrorCode.INVALID_DOMAIN, ErrorDomain.DOM),
        SNAPSHOT(ErrorCode.INVALID_DOMAIN_SNAPSHOT, ErrorDomain.DOMAIN_SNAPSHOT),
        CHECKPOINT(ErrorCode.INVALID_DOMAIN_CHECKPOINT, ErrorDomain.DOMAIN_CHECKPOINT),
        NETWORK(ErrorCode.INVALID_NETWORK, ErrorDomain.NETWORK),
        INTERFACE(ErrorCode.INVALID_INTERFACE, ErrorDomain.INTERFACE),
        STORAGE_POOL(ErrorCode.INVALID_STORAGE_POOL, ErrorDomain.STORAGE),
        STORAGE_VOLUME(ErrorCode.INVALID_STORAGE_VOL, ErrorDomain.STORAGE),
        NODE_DEVICE(ErrorCode.INVALID_NODE_DEVICE, ErrorDomain.NODEDEV),
        SECRET(ErrorCode.INVALID_SECRET, ErrorDomain.SECRET),
        NWFILTER(ErrorCode.INVALID_NWFILTER, ErrorDomain.NWFILTER),
        STREAM(ErrorCode.INVALID_STREAM, ErrorDomain.STREAMS);

        private final ErrorCode invalid;
        private final ErrorDomain domain;

        Kind(ErrorCode invalid, ErrorDomain domain) {
            this.invalid = invalid;
            this.domain = domain;
        }

        /// The error of a call on a pointer that is not valid any more.
        LibvirtException invalid(String function) {
            return new LibvirtException(
                    new dev.jvirt.api.LibvirtException(
                            this == CONNECTION ? part(function) : domain, invalid, function));
        }
    }

    private final Kind kind;
    private final SharedConnection shared;
    private final T target;
    private final Cleaner.Cleanable reference;
    private volatile boolean freed;

    Handle(Kind kind, SharedConnection shared, T target) {
        this.kind = kind;
        this.shared = shared;
        this.target = target;
        shared.retain();
        this.reference = CLEANER.register(this, shared::release);
    }

    /// A handle for something that this one led to.
    <N> Handle<N> next(Kind nextKind, N nextTarget) {
        return new Handle<>(nextKind, shared, nextTarget);
    }

    /// What it leads to, also when it is freed.
    T target() {
        return target;
    }

    boolean isFreed() {
        return freed;
    }

    /// Gives it up; doing so again does nothing.
    ///
    /// @return how many handles still hold the connection
    int free() {
        freed = true;
        reference.clean();
        return shared.handles();
    }

    /// The result of a call.
    <R> R call(String function, Function<T, R> body) throws LibvirtException {
        if (freed) {
            throw kind.invalid(function);
        }
        try {
            return body.apply(target);
        } catch (dev.jvirt.api.LibvirtException e) {
            throw LibvirtException.of(function, e);
        } finally {
            // its connection must not be closed under a call
            Reference.reachabilityFence(this);
        }
    }

    /// The result of a call with an argument that must not be missing.
    ///
    /// @param argument the name of the argument in C
    <A, R> R call(String function, String argument, @Nullable A value, BiFunction<T, A, R> body)
            throws LibvirtException {
        return call(function, open -> body.apply(open, given(function, argument, value)));
    }

    /// A call without a result.
    void run(String function, Consumer<T> body) throws LibvirtException {
        call(
                function,
                open -> {
                    body.accept(open);
                    return true;
                });
    }

    /// A call without a result and with an argument that must not be missing.
    ///
    /// @param argument the name of the argument in C
    <A> void run(String function, String argument, @Nullable A value, BiConsumer<T, A> body)
            throws LibvirtException {
        run(function, open -> body.accept(open, given(function, argument, value)));
    }

    /// An argument, refused in libvirt's words if it is missing.
    static <A> A given(String function, String argument, @Nullable A value) {
        if (value == null) {
            throw dev.jvirt.api.LibvirtException.invalidArgument(
                    part(function),
                    function,
                    argument,
                    "%s in %s must not be NULL".formatted(argument, function));
        }
        return value;
    }

    /// The part of libvirt that a function of the public API belongs to.
    static ErrorDomain part(String function) {
        if (function.startsWith("virDomainSnapshot")) {
            return ErrorDomain.DOMAIN_SNAPSHOT;
        }
        if (function.startsWith("virDomainCheckpoint")) {
            return ErrorDomain.DOMAIN_CHECKPOINT;
        }
        if (function.startsWith("virDomain") || function.startsWith("virConnectDomain")) {
            return ErrorDomain.DOMAIN;
        }
        if (function.startsWith("virNodeDevice") || function.endsWith("Devices")) {
            return ErrorDomain.NODEDEV;
        }
        return partWithNoun(function);
    }

    private static ErrorDomain partWithNoun(String function) {
        if (function.contains("NWFilter")) {
            return ErrorDomain.NWFILTER;
        }
        if (function.contains("Network")) {
            return ErrorDomain.NETWORK;
        }
        if (function.contains("Storage")) {
            return ErrorDomain.STORAGE;
        }
        if (function.contains("Interface")) {
            return ErrorDomain.INTERFACE;
        }
        if (function.contains("Secret")) {
            return ErrorDomain.SECRET;
        }
        return function.startsWith("virStream") ? ErrorDomain.STREAMS : ErrorDomain.DOMAIN;
    }
}
