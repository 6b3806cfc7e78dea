package org.libvirt;

/// What went through a network interface of a domain (`virDomainInterfaceStatsStruct`); -1 for what
/// is not counted.
@SuppressWarnings("MemberName") // the names are libvirt's
public class DomainInterfaceStats {
    public long rx_bytes;
    public long rx_packets;
    public long rx_errs;
    public long rx_drop;
    public long tx_bytes;
    public long tx_packets;
    public long tx_errs;
    public long tx_drop;

    /// Nothing counted.
    public DomainInterfaceStats() {}

    DomainInterfaceStats(dev.jvirt.api.domain.InterfaceStats stats) {
        this.rx_bytes = stats.rxBytes();
        this.rx_packets = stats.rxPackets();
        this.rx_errs = stats.rxErrors();
        this.rx_drop = stats.rxDropped();
        this.tx_bytes = stats.txBytes();
        this.tx_packets = stats.txPackets();
        this.tx_errs = stats.txErrors();
        this.tx_drop = stats.txDropped();
    }

    @Override
    public String toString() {
        return """
               rx_bytes:%d
               rx_packets:%d
               rx_errs:%d
               rx_drop:%d
               tx_bytes:%d
               tx_packets:%d
               tx_errs:%d
               tx_drop:%d
               """
                .formatted(
                        rx_bytes,
                        rx_packets,
                        rx_errs,
                        rx_drop,
                        tx_bytes,
                        tx_packets,
                        tx_errs,
                        tx_drop);
    }
}
