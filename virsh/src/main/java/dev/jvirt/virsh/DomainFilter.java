package dev.jvirt.virsh;

import static dev.jvirt.api.domain.DomainListFlag.ACTIVE;
import static dev.jvirt.api.domain.DomainListFlag.AUTOSTART;
import static dev.jvirt.api.domain.DomainListFlag.HAS_CHECKPOINT;
import static dev.jvirt.api.domain.DomainListFlag.HAS_SNAPSHOT;
import static dev.jvirt.api.domain.DomainListFlag.INACTIVE;
import static dev.jvirt.api.domain.DomainListFlag.MANAGEDSAVE;
import static dev.jvirt.api.domain.DomainListFlag.NO_AUTOSTART;
import static dev.jvirt.api.domain.DomainListFlag.NO_CHECKPOINT;
import static dev.jvirt.api.domain.DomainListFlag.NO_MANAGEDSAVE;
import static dev.jvirt.api.domain.DomainListFlag.NO_SNAPSHOT;
import static dev.jvirt.api.domain.DomainListFlag.OTHER;
import static dev.jvirt.api.domain.DomainListFlag.PAUSED;
import static dev.jvirt.api.domain.DomainListFlag.PERSISTENT;
import static dev.jvirt.api.domain.DomainListFlag.RUNNING;
import static dev.jvirt.api.domain.DomainListFlag.SHUTOFF;
import static dev.jvirt.api.domain.DomainListFlag.TRANSIENT;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.shell.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Filters domains here for a driver that knows only some of the filters, by asking for each
/// domain.
record DomainFilter(int filter) {

    /// The domains that pass.
    ///
    /// @throws CommandFailure if the driver cannot tell what is needed
    List<Domain> apply(Connection connection) {
        var passed = new ArrayList<Domain>();
        List<Domain> all;
        try {
            all = connection.domains(new Flags<>(filter & (ACTIVE.bit() | INACTIVE.bit())));
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to list domains", e);
        }
        if (wants(HAS_SNAPSHOT) || wants(NO_SNAPSHOT)) {
            throw new CommandFailure("Failed to get snapshot count");
        }
        if (wants(HAS_CHECKPOINT) || wants(NO_CHECKPOINT)) {
            throw new CommandFailure("Failed to get checkpoint count");
        }
        for (Domain domain : all) {
            if (passes(domain)) {
                passed.add(domain);
            }
        }
        return passed;
    }

    private boolean passes(Domain domain) {
        return pass(PERSISTENT, TRANSIENT, domain::isPersistent, "get domain persistence info")
                && passesState(domain)
                && pass(AUTOSTART, NO_AUTOSTART, domain::autostart, "get domain autostart state")
                && pass(
                        MANAGEDSAVE,
                        NO_MANAGEDSAVE,
                        () -> domain.hasManagedSave(0),
                        "check for managed save image");
    }

    private boolean pass(
            DomainListFlag with, DomainListFlag without, BooleanSupplier has, String doing) {
        if (!wants(with) && !wants(without)) {
            return true;
        }
        try {
            return wants(has.getAsBoolean() ? with : without);
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to " + doing, e);
        }
    }

    private boolean passesState(Domain domain) {
        if (!wants(RUNNING) && !wants(PAUSED) && !wants(SHUTOFF) && !wants(OTHER)) {
            return true;
        }
        try {
            return wants(
                    switch (domain.state(0).state()) {
                        case RUNNING -> RUNNING;
                        case PAUSED -> PAUSED;
                        case SHUTOFF -> SHUTOFF;
                        default -> OTHER;
                    });
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to get domain state", e);
        }
    }

    private boolean wants(DomainListFlag flag) {
        return (filter & flag.bit()) != 0;
    }
}
