package dev.jvirt.api.event;

import dev.jvirt.api.Flag;

/// How the name of a monitor event is compared
/// (`virConnectDomainQemuMonitorEventRegisterFlags`).
public enum QemuMonitorEventFlag implements Flag {
    /// The name is a regular expression: `VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX`,
    /// since 1.2.3.
    REGEX(1 << 0),
    /// Letter case does not matter: `VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE`, since
    /// 1.2.3.
    NOCASE(1 << 1);

    private final int bit;

    QemuMonitorEventFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
