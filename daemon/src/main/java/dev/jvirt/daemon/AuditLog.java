package dev.jvirt.daemon;

import dev.jvirt.api.driver.AuditTrail;
import dev.jvirt.daemon.config.HostConfig;
import dev.jvirt.host.audit.KernelAudit;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// The audit trail of the daemon: the kernel's, the log, or both.
///
/// @param kernel the kernel's, if it has one
/// @param logs whether the log gets the records as well
record AuditLog(Optional<KernelAudit> kernel, boolean logs) implements AuditTrail {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.daemon.audit");

    /// The numbers of the kernel begin with that of [AuditTrail.Kind#CONTROL].
    private static final int FIRST_TYPE = 2500;

    private static final int REQUIRED = 2;

    /// What the configuration asks for.
    ///
    /// @throws StartupException if the host has no audit trail and the configuration requires one
    static AuditTrail open(HostConfig config) {
        Optional<KernelAudit> kernel = Optional.empty();
        if (config.auditLevel() > 0) {
            try {
                kernel = Optional.of(KernelAudit.open());
            } catch (IOException e) {
                if (config.auditLevel() >= REQUIRED) {
                    throw new StartupException(
                            ExitCode.AUDIT,
                            "audit_level: Unable to initialize audit layer: " + e.getMessage(),
                            e);
                }
                LOG.log(Level.INFO, "Audit is not supported by the kernel: {0}", e.getMessage());
            }
        }
        return kernel.isEmpty() && !config.auditLogging()
                ? NONE
                : new AuditLog(kernel, config.auditLogging());
    }

    @Override
    public void add(Kind kind, boolean success, String text) {
        if (logs) {
            LOG.log(
                    success ? Level.INFO : Level.WARNING,
                    "{0}",
                    "success=" + (success ? "yes " : "no ") + text);
        }
        kernel.ifPresent(trail -> add(trail, kind, success, text));
    }

    private static void add(KernelAudit trail, Kind kind, boolean success, String text) {
        try {
            trail.add(FIRST_TYPE + kind.ordinal(), success, text);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Failed to send audit message {0}: {1}", text, e.getMessage());
        }
    }
}
