package dev.jvirt.base.audit;

import dev.jvirt.api.driver.AuditTrail;
import dev.jvirt.api.driver.AuditTrail.Kind;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.host.audit.AuditText;
import java.util.UUID;

/// Tells the audit trail what becomes of domains.
///
/// @param trail where records go
public record DomainAudit(AuditTrail trail) {

    /// A domain was started, or could not be.
    ///
    /// @param live what it was started from
    /// @param reason why, in libvirt's words
    /// @param process the number of its process; 0 if there is none
    public void started(DomainDefinition live, String reason, int process, boolean success) {
        if (trail == AuditTrail.NONE) {
            return;
        }
        for (AuditedDevice device : AuditedDevice.of(live)) {
            resource(live, device.kind(), device.fields());
        }
        amount(live, "mem", live.resources().memory().total());
        amount(live, "vcpu", live.resources().vcpus().current());
        int threads = live.resources().ioThreads().threads().size();
        if (threads > 0) {
            amount(live, "iothread", threads);
        }
        control(live, "start", reason, process, success);
    }

    /// A domain has ended.
    ///
    /// @param live what it was started from
    /// @param reason why, in libvirt's words
    public void stopped(DomainDefinition live, String reason) {
        if (trail != AuditTrail.NONE) {
            control(live, "stop", reason, 0, true);
        }
    }

    private void amount(DomainDefinition live, String what, long amount) {
        resource(live, what, "old-%s=0 new-%s=%d".formatted(what, what, amount));
    }

    private void resource(DomainDefinition live, String what, String fields) {
        String text =
                "virt=%s resrc=%s reason=start %s %s"
                        .formatted(live.type().word(), what, names(live), fields);
        trail.add(Kind.RESOURCE, true, text);
    }

    private void control(
            DomainDefinition live, String operation, String reason, int process, boolean success) {
        String text =
                "virt=%s op=%s reason=%s %s vm-pid=%d"
                        .formatted(live.type().word(), operation, reason, names(live), process);
        trail.add(Kind.CONTROL, success, text);
    }

    private static String names(DomainDefinition live) {
        UUID uuid = live.identity().uuid().orElse(new UUID(0, 0));
        return AuditText.field("vm", live.name()) + " uuid=" + uuid;
    }
}
