package dev.jvirt.api.host;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;

/// How deep a host or a guest sleeps (`virNodeSuspendTarget`).
public enum NodeSuspendTarget {
    /// `VIR_NODE_SUSPEND_TARGET_MEM` (0), since 0.9.8.
    MEM(0),
    /// `VIR_NODE_SUSPEND_TARGET_DISK` (1), since 0.9.8.
    DISK(1),
    /// `VIR_NODE_SUSPEND_TARGET_HYBRID` (2), since 0.9.8.
    HYBRID(2);

    private final int code;

    NodeSuspendTarget(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`.
    ///
    /// @throws LibvirtException INVALID_ARG if there is none
    public static NodeSuspendTarget of(int code) {
        for (NodeSuspendTarget value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        throw new LibvirtException(
                ErrorDomain.DOMAIN,
                ErrorCode.INVALID_ARG,
                "Unknown suspend target: " + Integer.toUnsignedString(code));
    }
}
