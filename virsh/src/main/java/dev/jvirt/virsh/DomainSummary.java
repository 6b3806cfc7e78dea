package dev.jvirt.virsh;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.SecurityModel;
import dev.jvirt.api.domain.DomainInfo;
import dev.jvirt.api.domain.SecurityLabel;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.DebugLevel;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// What `dominfo` prints: as much as the driver can tell.
final class DomainSummary {
    private static final int LABELS = 15;
    private static final long UNLIMITED = 0xffff_ffffL;
    private static final double NANOSECONDS = 1e9;

    private final Hypervisor hypervisor;
    private final Domain domain;

    DomainSummary(Hypervisor hypervisor, Domain domain) {
        this.hypervisor = hypervisor;
        this.domain = domain;
    }

    void print() {
        field("Id:", domain.id().map(id -> Integer.toString(id)).orElse("-"));
        field("Name:", domain.name());
        field("UUID:", domain.uuid().toString());
        osType();
        boolean complete = info();
        String persistent = yesOrNo(domain::isPersistent);
        if (hypervisor.output().shows(DebugLevel.DEBUG)) {
            String value =
                    switch (persistent) {
                        case "yes" -> "1";
                        case "no" -> "0";
                        default -> "-1";
                    };
            hypervisor
                    .output()
                    .debug(DebugLevel.DEBUG, "Domain persistent flag value: " + value + "\n");
        }
        field("Persistent:", persistent);
        autostart();
        field("Managed save:", yesOrNo(() -> domain.hasManagedSave(0)));
        security();
        messages();
        if (!complete) {
            throw CommandFailure.silent();
        }
    }

    private void osType() {
        try {
            field("OS Type:", domain.osType());
        } catch (LibvirtException e) {
            hypervisor.shell().remember(e);
        }
    }

    private boolean info() {
        DomainInfo info;
        try {
            info = domain.info();
        } catch (LibvirtException e) {
            hypervisor.shell().remember(e);
            return false;
        }
        field("State:", StateNames.of(info.state()));
        field("CPU(s):", Integer.toString(info.vcpus()));
        if (info.cpuTime() != 0) {
            double nanoseconds = unsigned(info.cpuTime());
            field("CPU time:", String.format(Locale.ROOT, "%.1fs", nanoseconds / NANOSECONDS));
        }
        boolean limited = info.maxMemory() != UNLIMITED;
        field("Max memory:", limited ? info.maxMemory() + " KiB" : "no limit");
        field("Used memory:", info.memory() + " KiB");
        return true;
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0;
    }

    private void autostart() {
        try {
            field("Autostart:", domain.autostart() ? "enable" : "disable");
        } catch (LibvirtException e) {
            hypervisor.shell().remember(e);
        }
    }

    private void security() {
        SecurityModel model;
        try {
            model = hypervisor.connection().securityModel();
        } catch (LibvirtException e) {
            if (e.code() != ErrorCode.NO_SUPPORT) {
                throw e;
            }
            hypervisor.shell().forget();
            return;
        }
        if (model.model().isEmpty()) {
            return;
        }
        field("Security model:", model.model());
        field("Security DOI:", model.doi());
        List<SecurityLabel> labels = domain.securityLabels();
        if (!labels.isEmpty() && !labels.getFirst().label().isEmpty()) {
            SecurityLabel label = labels.getFirst();
            String mode = label.enforcing() ? "enforcing" : "permissive";
            field("Security label:", label.label() + " (" + mode + ")");
        }
    }

    private void messages() {
        try {
            String label = "Messages:";
            for (String message : domain.messages(0)) {
                field(label, message);
                label = "";
            }
        } catch (LibvirtException e) {
            hypervisor.shell().remember(e);
        }
    }

    private String yesOrNo(BooleanSupplier question) {
        try {
            return question.getAsBoolean() ? "yes" : "no";
        } catch (LibvirtException e) {
            hypervisor.shell().remember(e);
            return "unknown";
        }
    }

    private void field(String label, String value) {
        hypervisor.output().field(label, LABELS, value);
    }
}
