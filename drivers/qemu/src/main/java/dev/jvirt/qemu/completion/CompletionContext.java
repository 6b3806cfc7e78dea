package dev.jvirt.qemu.completion;

import dev.jvirt.qemu.address.HostPci;
import java.util.UUID;
import java.util.function.Supplier;

/// All that definitions are completed and checked with besides the document itself.
///
/// @param hostArch architecture of the host, and of a domain that names none
/// @param uuids where new UUIDs come from
public record CompletionContext(
        String hostArch,
        CapabilitiesLookup capabilities,
        DefinitionSettings settings,
        HostPci hostPci,
        Supplier<UUID> uuids) {}
