package dev.jvirt.daemon.access;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.protocol.wire.AccessedCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What one call of one client may do and see. While it runs, the call finds it as the value of its
/// scope; without a policy there is none, and everything is visible.
///
/// @param connection that the policy was asked about: the call must not go to another one
/// @param filter what the client needs for each object that the call lists or subscribes to
public record CallAccess(
        AccessPolicy policy,
        ClientIdentity client,
        Connection connection,
        Optional<Permission> filter) {
    private static final ScopedValue<CallAccess> CURRENT = ScopedValue.newInstance();

    /// Checks that the client may make the call.
    ///
    /// @throws LibvirtException if it may not
    public void require(AccessRule rule, AccessedCall call) {
        AccessObject object = CallObjects.of(connection, call, rule.object());
        for (Permission permission : rule.needed(call.flags(), call.parameter())) {
            require(object, permission);
        }
    }

    /// Checks that the client may use the connection at all.
    ///
    /// @throws LibvirtException if it may not
    public void requireConnection() {
        var object = new AccessObject(ObjectType.CONNECT, connection.type(), Map::of);
        require(object, ConnectPermission.GETATTR);
    }

    private void require(AccessObject object, Permission permission) {
        if (!policy.allows(client, object, permission)) {
            throw new LibvirtException(
                    ErrorDomain.ACCESS,
                    ErrorCode.ACCESS_DENIED,
                    "'%s' denied access".formatted(object.driver()));
        }
    }

    /// Runs the call.
    public void run(Runnable call) {
        ScopedValue.where(CURRENT, this).run(call);
    }

    /// Whether the running call may use that connection.
    public static boolean isFor(Connection connection) {
        return !CURRENT.isBound() || CURRENT.get().connection == connection;
    }

    /// Of what the running call found, the objects that the client may know of.
    ///
    /// @param found objects of the API
    public static <T> List<T> visible(List<T> found) {
        return visible(found, object -> object);
    }

    /// Of what the running call found, that of which the client may know the object.
    ///
    /// @param object the object of the API, or its identity
    public static <T> List<T> visible(List<T> found, Function<T, Object> object) {
        Optional<CallAccess> access = filtering();
        return access.isEmpty()
                ? found
                : found.stream().filter(each -> access.get().shows(object.apply(each))).toList();
    }

    /// A handler of those events of which the client may know the object. The policy is asked anew
    /// for each event.
    ///
    /// @param object the identity of the object of an event
    public static <E> Consumer<E> visible(Consumer<E> handler, Function<E, Object> object) {
        Optional<CallAccess> access = filtering();
        return access.isEmpty()
                ? handler
                : event -> {
                    if (access.get().shows(object.apply(event))) {
                        handler.accept(event);
                    }
                };
    }

    private static Optional<CallAccess> filtering() {
        return CURRENT.isBound() && CURRENT.get().filter.isPresent()
                ? Optional.of(CURRENT.get())
                : Optional.empty();
    }

    private boolean shows(Object object) {
        Permission needed = filter.orElseThrow();
        return policy.allows(
                client,
                new AccessObject(
                        needed.object(), connection.type(), () -> ObjectAttributes.of(object)),
                needed);
    }
}
