package dev.jvirt.api.host;

import java.util.UUID;

/// Which secret is meant.
///
/// @param usageType libvirt's number of what it is for (`virSecretUsageType`)
/// @param usageId of the thing that it is for; empty if `usageType` is 0
public record SecretId(UUID uuid, int usageType, String usageId) {}
