package dev.jvirt.protocol.remote;

import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Execution;
import dev.jvirt.rpc.server.Priority;
import java.util.Optional;

/// The connection itself: opening and closing it, what it leads to.
@Wire(Program.REMOTE)
public interface ConnectCalls {
    /// virConnectOpen, virConnectOpenReadOnly, virConnectOpenAuth: an empty name lets the server
    /// choose; bit 0 of `flags` is read-only.
    @Procedure(
            number = 1,
            acl = "connect:getattr",
            priority = Priority.HIGH,
            runs = Execution.BY_ARGUMENTS)
    record ConnectOpen(Optional<String> name, int flags) {}

    /// virConnectClose
    @Procedure(number = 2, priority = Priority.HIGH, runs = Execution.ON_READER)
    record ConnectClose() {}

    /// virConnectGetType
    @Procedure(
            number = 3,
            acl = "connect:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectGetType() {
        public record Reply(String type) {}
    }

    /// virConnectGetVersion
    @Procedure(
            number = 4,
            acl = "connect:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectGetVersion() {
        public record Reply(long hvVer) {}
    }

    /// virConnectGetLibVersion
    @Procedure(
            number = 157,
            acl = "connect:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectGetLibVersion() {
        public record Reply(long libVer) {}
    }

    /// virConnectGetHostname
    @Procedure(number = 59, acl = "connect:getattr", priority = Priority.HIGH)
    record ConnectGetHostname() {
        public record Reply(String hostname) {}
    }

    /// virConnectGetURI
    @Procedure(
            number = 110,
            acl = "connect:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectGetUri() {
        public record Reply(String uri) {}
    }

    /// virConnectGetCapabilities
    @Procedure(number = 7, acl = "connect:read")
    record ConnectGetCapabilities() {
        public record Reply(String capabilities) {}
    }

    /// virConnectGetMaxVcpus
    @Procedure(
            number = 5,
            acl = "connect:read",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectGetMaxVcpus(Optional<String> type) {
        public record Reply(int maxVcpus) {}
    }

    /// virConnectIsSecure, virConnectIsEncrypted: what the server knows of its own driver.
    @Procedure(number = 149, priority = Priority.HIGH, runs = Execution.ON_READER)
    record ConnectIsSecure() {
        public record Reply(int secure) {}
    }

    /// Whether the driver, or the server itself, has one of libvirt's internal features, see
    /// [Feature].
    @Procedure(
            number = 60,
            acl = "connect:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectSupportsFeature(int feature) {
        public record Reply(int supported) {}
    }

    /// virConnectGetSysinfo
    @Procedure(number = 203, acl = "connect:read", priority = Priority.HIGH)
    record ConnectGetSysinfo(int flags) {
        public record Reply(String sysinfo) {}
    }

    /// virConnectRegisterCloseCallback: from now on the server tells when its own connection ends.
    @Procedure(
            number = 360,
            acl = "connect:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectRegisterCloseCallback() {}

    /// virConnectUnregisterCloseCallback
    @Procedure(
            number = 361,
            acl = "connect:getattr",
            priority = Priority.HIGH,
            runs = Execution.ON_READER)
    record ConnectUnregisterCloseCallback() {}
}
