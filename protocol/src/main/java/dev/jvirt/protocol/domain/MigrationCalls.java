package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/// Moving a running domain to another host: the steps of the three protocols, and what governs a
/// migration under way.
@Wire(Program.REMOTE)
public interface MigrationCalls {
    /// Prepare of the first protocol, at the destination.
    @Procedure(
            number = 61,
            acl = {"domain:migrate", "domain:start", "domain:write"})
    record DomainMigratePrepare(
            Optional<String> uriIn, long flags, Optional<String> dname, long resource) {
        public record Reply(@Max(4194304) Opaque cookie, Optional<String> uriOut) {}
    }

    /// Perform of the first protocol, at the source.
    @Procedure(number = 62, acl = "domain:migrate")
    record DomainMigratePerform(
            RemoteDomain domain,
            @Max(4194304) Opaque cookie,
            String uri,
            long flags,
            Optional<String> dname,
            long resource) {}

    /// Finish of the first protocol, at the destination.
    @Procedure(number = 63, acl = "domain:migrate")
    record DomainMigrateFinish(String dname, @Max(4194304) Opaque cookie, String uri, long flags) {
        public record Reply(RemoteDomain ddom) {}
    }

    /// Prepare of the second protocol, at the destination.
    @Procedure(
            number = 108,
            acl = {"domain:migrate", "domain:start", "domain:write"})
    record DomainMigratePrepare2(
            Optional<String> uriIn,
            long flags,
            Optional<String> dname,
            long resource,
            String domXml) {
        public record Reply(@Max(4194304) Opaque cookie, Optional<String> uriOut) {}
    }

    /// Finish of the second protocol, at the destination.
    @Procedure(number = 109, acl = "domain:migrate")
    record DomainMigrateFinish2(
            String dname, @Max(4194304) Opaque cookie, String uri, long flags, int retcode) {
        public record Reply(RemoteDomain ddom) {}
    }

    /// Prepare of the second protocol, at the destination through a tunnel.
    @Procedure(
            number = 148,
            acl = {"domain:migrate", "domain:start", "domain:write"},
            stream = "write@1")
    record DomainMigratePrepareTunnel(
            long flags, Optional<String> dname, long resource, String domXml) {}

    /// Begin of the third protocol, at the source.
    @Procedure(number = 213, acl = "domain:migrate")
    record DomainMigrateBegin3(
            RemoteDomain domain,
            Optional<String> xmlin,
            long flags,
            Optional<String> dname,
            long resource) {
        public record Reply(@Max(4194304) Opaque cookieOut, String xml) {}
    }

    /// Prepare of the third protocol, at the destination.
    @Procedure(
            number = 214,
            acl = {"domain:migrate", "domain:start", "domain:write"})
    record DomainMigratePrepare3(
            @Max(4194304) Opaque cookieIn,
            Optional<String> uriIn,
            long flags,
            Optional<String> dname,
            long resource,
            String domXml) {
        public record Reply(@Max(4194304) Opaque cookieOut, Optional<String> uriOut) {}
    }

    /// Prepare of the third protocol, at the destination through a tunnel.
    @Procedure(
            number = 215,
            acl = {"domain:migrate", "domain:start", "domain:write"},
            stream = "write@1")
    record DomainMigratePrepareTunnel3(
            @Max(4194304) Opaque cookieIn,
            long flags,
            Optional<String> dname,
            long resource,
            String domXml) {
        public record Reply(@Max(4194304) Opaque cookieOut) {}
    }

    /// Perform of the third protocol, at the source.
    @Procedure(number = 216, acl = "domain:migrate")
    record DomainMigratePerform3(
            RemoteDomain domain,
            Optional<String> xmlin,
            @Max(4194304) Opaque cookieIn,
            Optional<String> dconnuri,
            Optional<String> uri,
            long flags,
            Optional<String> dname,
            long resource) {
        public record Reply(@Max(4194304) Opaque cookieOut) {}
    }

    /// Finish of the third protocol, at the destination.
    @Procedure(number = 217, acl = "domain:migrate")
    record DomainMigrateFinish3(
            String dname,
            @Max(4194304) Opaque cookieIn,
            Optional<String> dconnuri,
            Optional<String> uri,
            long flags,
            int cancelled) {
        public record Reply(RemoteDomain domain, @Max(4194304) Opaque cookieOut) {}
    }

    /// Confirm of the third protocol, at the source.
    @Procedure(number = 218, acl = "domain:migrate")
    record DomainMigrateConfirm3(
            RemoteDomain domain, @Max(4194304) Opaque cookieIn, long flags, int cancelled) {}

    /// Begin of the third protocol, at the source; typed parameters.
    @Procedure(number = 302, acl = "domain:migrate")
    record DomainMigrateBegin3Params(
            RemoteDomain domain, @Max(64) List<TypedParameter> params, int flags) {
        public record Reply(@Max(4194304) Opaque cookieOut, String xml) {}
    }

    /// Prepare of the third protocol, at the destination; typed parameters.
    @Procedure(
            number = 303,
            acl = {"domain:migrate", "domain:start", "domain:write"})
    record DomainMigratePrepare3Params(
            @Max(64) List<TypedParameter> params, @Max(4194304) Opaque cookieIn, int flags) {
        public record Reply(@Max(4194304) Opaque cookieOut, Optional<String> uriOut) {}
    }

    /// The third protocol through a tunnel; a stream to the server although it is not marked as
    /// one.
    @Procedure(
            number = 304,
            acl = {"domain:migrate", "domain:start", "domain:write"},
            stream = "write@1")
    record DomainMigratePrepareTunnel3Params(
            @Max(64) List<TypedParameter> params, @Max(4194304) Opaque cookieIn, int flags) {
        public record Reply(@Max(4194304) Opaque cookieOut) {}
    }

    /// Perform of the third protocol, at the source; typed parameters.
    @Procedure(number = 305, acl = "domain:migrate")
    record DomainMigratePerform3Params(
            RemoteDomain domain,
            Optional<String> dconnuri,
            @Max(64) List<TypedParameter> params,
            @Max(4194304) Opaque cookieIn,
            int flags) {
        public record Reply(@Max(4194304) Opaque cookieOut) {}
    }

    /// Finish of the third protocol, at the destination; typed parameters.
    @Procedure(number = 306, acl = "domain:migrate")
    record DomainMigrateFinish3Params(
            @Max(64) List<TypedParameter> params,
            @Max(4194304) Opaque cookieIn,
            int flags,
            int cancelled) {
        public record Reply(RemoteDomain domain, @Max(4194304) Opaque cookieOut) {}
    }

    /// Confirm of the third protocol, at the source; typed parameters.
    @Procedure(number = 307, acl = "domain:migrate")
    record DomainMigrateConfirm3Params(
            RemoteDomain domain,
            @Max(64) List<TypedParameter> params,
            @Max(4194304) Opaque cookieIn,
            int flags,
            int cancelled) {}

    /// virDomainMigrateStartPostCopy
    @Procedure(number = 364, acl = "domain:migrate")
    record DomainMigrateStartPostCopy(RemoteDomain domain, int flags) {}

    /// virDomainMigrateSetMaxDowntime
    @Procedure(number = 166, acl = "domain:migrate")
    record DomainMigrateSetMaxDowntime(RemoteDomain domain, long downtime, int flags) {}

    /// virDomainMigrateGetMaxDowntime
    @Procedure(number = 387, acl = "domain:migrate")
    record DomainMigrateGetMaxDowntime(RemoteDomain domain, int flags) {
        public record Reply(long downtime) {}
    }

    /// virDomainMigrateSetMaxSpeed
    @Procedure(number = 207, acl = "domain:migrate")
    record DomainMigrateSetMaxSpeed(RemoteDomain domain, long bandwidth, int flags) {}

    /// virDomainMigrateGetMaxSpeed
    @Procedure(number = 242, acl = "domain:migrate")
    record DomainMigrateGetMaxSpeed(RemoteDomain domain, int flags) {
        public record Reply(long bandwidth) {}
    }

    /// virDomainMigrateGetCompressionCache
    @Procedure(number = 299, acl = "domain:migrate")
    record DomainMigrateGetCompressionCache(RemoteDomain domain, int flags) {
        public record Reply(long cacheSize) {}
    }

    /// virDomainMigrateSetCompressionCache
    @Procedure(number = 300, acl = "domain:migrate")
    record DomainMigrateSetCompressionCache(RemoteDomain domain, long cacheSize, int flags) {}
}
