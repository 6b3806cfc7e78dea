package dev.jvirt.virsh.device;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Secret;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.Uuids;
import dev.jvirt.virsh.object.Lookup;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.DebugLevel;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.UUID;

/// Finds the secret that a command names.
record NamedSecrets(Hypervisor hypervisor) {
    static final String OPTION = "secret";

    /// The option that gives its UUID.
    Option option() {
        return Option.data(OPTION, "secret UUID").completedBy(uuids());
    }

    /// Completes the UUIDs of secrets.
    Completer uuids() {
        return Lookup.names(
                () -> hypervisor.connection().secrets().list(Flags.none()),
                secret -> secret.uuid().toString());
    }

    Secret find(Words words) {
        String name = words.require(OPTION);
        Output output = hypervisor.output();
        if (output.shows(DebugLevel.DEBUG)) {
            String command = words.command().name();
            output.debug(DebugLevel.DEBUG, command + ": found option <secret>: " + name + "\n");
        }
        try {
            return hypervisor.connection().secrets().lookupByUuid(uuid(name));
        } catch (LibvirtException e) {
            throw new CommandFailure("failed to get secret '" + name + "'", e);
        }
    }

    private static UUID uuid(String text) {
        return Uuids.parse(text)
                .orElseThrow(
                        () ->
                                LibvirtException.plain(
                                        ErrorDomain.SECRET,
                                        ErrorCode.INVALID_ARG,
                                        "uuidstr in virSecretLookupByUUIDString must be a valid"
                                                + " UUID"));
    }
}
