package dev.jvirt.protocol.admin;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/// The administration of a daemon: its servers, their clients and limits, its log.
@Wire(Program.ADMIN)
public interface AdminCalls {
    /// virAdmConnectOpen
    @Procedure(number = 1)
    record ConnectOpen(int flags) {}

    /// virAdmConnectClose
    @Procedure(number = 2)
    record ConnectClose() {}

    /// virAdmConnectGetLibVersion
    @Procedure(number = 3)
    record ConnectGetLibVersion() {
        public record Reply(long libVer) {}
    }

    /// virAdmConnectListServers
    @Procedure(number = 4)
    record ConnectListServers(int needResults, int flags) {
        public record Reply(@Max(16384) List<AdminServer> servers, int ret) {}
    }

    /// virAdmConnectLookupServer
    @Procedure(number = 5)
    record ConnectLookupServer(String name, int flags) {
        public record Reply(AdminServer srv) {}
    }

    /// virAdmServerGetThreadPoolParameters
    @Procedure(number = 6)
    record ServerGetThreadpoolParameters(AdminServer srv, int flags) {
        public record Reply(@Max(32) List<TypedParameter> params) {}
    }

    /// virAdmServerSetThreadPoolParameters
    @Procedure(number = 7)
    record ServerSetThreadpoolParameters(
            AdminServer srv, @Max(32) List<TypedParameter> params, int flags) {}

    /// virAdmServerListClients
    @Procedure(number = 8)
    record ServerListClients(AdminServer srv, int needResults, int flags) {
        public record Reply(@Max(16384) List<AdminClient> clients, int ret) {}
    }

    /// virAdmServerLookupClient
    @Procedure(number = 9)
    record ServerLookupClient(AdminServer srv, long id, int flags) {
        public record Reply(AdminClient clnt) {}
    }

    /// virAdmClientGetInfo
    @Procedure(number = 10)
    record ClientGetInfo(AdminClient clnt, int flags) {
        public record Reply(@Max(64) List<TypedParameter> params) {}
    }

    /// virAdmClientClose
    @Procedure(number = 11)
    record ClientClose(AdminClient clnt, int flags) {}

    /// virAdmServerGetClientLimits
    @Procedure(number = 12)
    record ServerGetClientLimits(AdminServer srv, int flags) {
        public record Reply(@Max(32) List<TypedParameter> params) {}
    }

    /// virAdmServerSetClientLimits
    @Procedure(number = 13)
    record ServerSetClientLimits(
            AdminServer srv, @Max(32) List<TypedParameter> params, int flags) {}

    /// virAdmConnectGetLoggingOutputs
    @Procedure(number = 14)
    record ConnectGetLoggingOutputs(int flags) {
        public record Reply(String outputs, int noutputs) {}
    }

    /// virAdmConnectGetLoggingFilters
    @Procedure(number = 15)
    record ConnectGetLoggingFilters(int flags) {
        public record Reply(Optional<String> filters, int nfilters) {}
    }

    /// virAdmConnectSetLoggingOutputs
    @Procedure(number = 16)
    record ConnectSetLoggingOutputs(Optional<String> outputs, int flags) {}

    /// virAdmConnectSetLoggingFilters
    @Procedure(number = 17)
    record ConnectSetLoggingFilters(Optional<String> filters, int flags) {}

    /// virAdmServerUpdateTlsFiles
    @Procedure(number = 18)
    record ServerUpdateTlsFiles(AdminServer srv, int flags) {}

    /// virAdmConnectSetDaemonTimeout
    @Procedure(number = 19)
    record ConnectSetDaemonTimeout(int timeout, int flags) {}
}
