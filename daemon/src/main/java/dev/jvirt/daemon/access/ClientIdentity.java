package dev.jvirt.daemon.access;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.host.Users;
import dev.jvirt.host.process.ProcessStat;
import dev.jvirt.rpc.PeerCredentials;
import dev.jvirt.rpc.TlsPeer;
import dev.jvirt.rpc.server.ServerConnection;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Who a client is, as far as is known: what the kernel says of its process, or what a daemon that
/// works for somebody else said of that one (`virConnectSetIdentity`).
///
/// @param parameters under libvirt's names
public record ClientIdentity(TypedParameters parameters) {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.daemon.access");

    private static final String UNIX_USER_ID = "unix-user-id";
    private static final String UNIX_GROUP_ID = "unix-group-id";
    private static final String PROCESS_ID = "process-id";
    private static final String PROCESS_TIME = "process-time";
    private static final String USER_NAME = "user-name";
    private static final String GROUP_NAME = "group-name";
    private static final String SASL_USER_NAME = "sasl-user-name";
    private static final String DISTINGUISHED_NAME = "x509-distinguished-name";
    private static final String SELINUX_CONTEXT = "selinux-context";

    private static final Map<String, TypedValue.Type> TYPES =
            Map.of(
                    USER_NAME, TypedValue.Type.STRING,
                    UNIX_USER_ID, TypedValue.Type.ULLONG,
                    GROUP_NAME, TypedValue.Type.STRING,
                    UNIX_GROUP_ID, TypedValue.Type.ULLONG,
                    PROCESS_ID, TypedValue.Type.LLONG,
                    PROCESS_TIME, TypedValue.Type.ULLONG,
                    SASL_USER_NAME, TypedValue.Type.STRING,
                    DISTINGUISHED_NAME, TypedValue.Type.STRING,
                    SELINUX_CONTEXT, TypedValue.Type.STRING);

    /// What is known of whoever connected. Over a network that is the name in a certificate, or
    /// nothing.
    public static ClientIdentity of(ServerConnection connection) {
        if (connection.peer().isPresent()) {
            return of(connection.peer().get());
        }
        var identity = TypedParameters.builder();
        connection
                .tls()
                .flatMap(TlsPeer::distinguishedName)
                .ifPresent(name -> identity.put(DISTINGUISHED_NAME, new TypedValue.OfString(name)));
        return new ClientIdentity(identity.build());
    }

    /// The process at the other end of a socket, and what the host says of it.
    public static ClientIdentity of(PeerCredentials peer) {
        var identity =
                TypedParameters.builder()
                        .put(UNIX_USER_ID, new TypedValue.OfUnsignedLong(unsigned(peer.uid())))
                        .put(UNIX_GROUP_ID, new TypedValue.OfUnsignedLong(unsigned(peer.gid())))
                        .put(PROCESS_ID, new TypedValue.OfLong(peer.pid()));
        try {
            long started = ProcessStat.read(peer.pid()).startTime();
            identity.put(PROCESS_TIME, new TypedValue.OfUnsignedLong(started));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "when the client was started is not known", e);
        }
        try {
            Users.name(peer.uid())
                    .ifPresent(name -> identity.put(USER_NAME, new TypedValue.OfString(name)));
            Users.groupName(peer.gid())
                    .ifPresent(name -> identity.put(GROUP_NAME, new TypedValue.OfString(name)));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the client has no names: {0}", e.getMessage());
        }
        return new ClientIdentity(identity.build());
    }

    private static long unsigned(int id) {
        return Integer.toUnsignedLong(id);
    }

    /// What a client says of itself.
    ///
    /// @throws LibvirtException for what is no part of an identity
    public static ClientIdentity told(TypedParameters parameters) {
        var seen = new HashSet<String>();
        for (TypedParameter parameter : parameters.parameters()) {
            TypedValue.Type expected = TYPES.get(parameter.name());
            if (expected == null) {
                throw new LibvirtException(
                        ErrorCode.ARGUMENT_UNSUPPORTED,
                        "parameter '%s' not supported".formatted(parameter.name()));
            }
            TypedValue.Type type = parameter.value().type();
            if (type != expected) {
                throw invalid(
                        "invalid type '%s' for parameter '%s', expected '%s'"
                                .formatted(type.word(), parameter.name(), expected.word()));
            }
            if (!seen.add(parameter.name())) {
                throw invalid("parameter '%s' occurs multiple times".formatted(parameter.name()));
            }
        }
        return new ClientIdentity(parameters);
    }

    private static LibvirtException invalid(String detail) {
        return new LibvirtException(ErrorCode.INVALID_ARG, detail);
    }

    /// The same client, after it has logged in by SASL.
    public ClientIdentity withSaslUserName(String name) {
        var more = TypedParameters.builder();
        parameters.parameters().forEach(known -> more.put(known.name(), known.value()));
        return new ClientIdentity(more.put(SASL_USER_NAME, new TypedValue.OfString(name)).build());
    }

    /// The name of the user.
    public Optional<String> userName() {
        return parameters.getString(USER_NAME);
    }

    /// The number of the user.
    public OptionalLong userId() {
        return parameters.getUnsignedLong(UNIX_USER_ID);
    }

    /// The name of the group.
    public Optional<String> groupName() {
        return parameters.getString(GROUP_NAME);
    }

    /// The number of the group.
    public OptionalLong groupId() {
        return parameters.getUnsignedLong(UNIX_GROUP_ID);
    }

    /// The process.
    public OptionalLong processId() {
        return parameters.getLong(PROCESS_ID);
    }

    /// When the process was started, in the kernel's ticks.
    public OptionalLong processTime() {
        return parameters.getUnsignedLong(PROCESS_TIME);
    }

    /// The name that the user logged in with.
    public Optional<String> saslUserName() {
        return parameters.getString(SASL_USER_NAME);
    }

    /// The name in the certificate of the user.
    public Optional<String> distinguishedName() {
        return parameters.getString(DISTINGUISHED_NAME);
    }

    /// The SELinux context of the process.
    public Optional<String> selinuxContext() {
        return parameters.getString(SELINUX_CONTEXT);
    }
}
