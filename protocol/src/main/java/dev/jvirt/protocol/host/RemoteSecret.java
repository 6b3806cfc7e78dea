package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.RemoteObject;
import dev.jvirt.protocol.wire.Struct;
import java.util.UUID;

/// Which secret is meant; `usageType` is a virSecretUsageType.
@Struct("remote_nonnull_secret")
public record RemoteSecret(UUID uuid, int usageType, String usageID) implements RemoteObject {}
