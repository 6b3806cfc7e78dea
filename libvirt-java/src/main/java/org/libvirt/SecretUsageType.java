package org.libvirt;

/// What a secret is for (`virSecretUsageType`); UNKNOWN stands for every newer use.
public enum SecretUsageType {
    NONE,
    VOLUME,
    CEPH,
    ISCSI,
    UNKNOWN
}
