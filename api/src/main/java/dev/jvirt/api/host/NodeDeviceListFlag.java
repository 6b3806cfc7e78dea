package dev.jvirt.api.host;

import dev.jvirt.api.Flag;

/// Filters for listing devices of a host (`virConnectListAllNodeDeviceFlags`): by what they can,
/// and by their state. Filters of one group are alternatives, groups narrow each other.
public enum NodeDeviceListFlag implements Flag {
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM`, since 0.10.2.
    CAP_SYSTEM(1 << 0),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV`, since 0.10.2.
    CAP_PCI_DEV(1 << 1),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV`, since 0.10.2.
    CAP_USB_DEV(1 << 2),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE`, since 0.10.2.
    CAP_USB_INTERFACE(1 << 3),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET`, since 0.10.2.
    CAP_NET(1 << 4),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST`, since 0.10.2.
    CAP_SCSI_HOST(1 << 5),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET`, since 0.10.2.
    CAP_SCSI_TARGET(1 << 6),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI`, since 0.10.2.
    CAP_SCSI(1 << 7),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE`, since 0.10.2.
    CAP_STORAGE(1 << 8),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST`, since 1.0.4.
    CAP_FC_HOST(1 << 9),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS`, since 1.0.4.
    CAP_VPORTS(1 << 10),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC`, since 1.1.0.
    CAP_SCSI_GENERIC(1 << 11),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM`, since 3.1.0.
    CAP_DRM(1 << 12),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES`, since 3.4.0.
    CAP_MDEV_TYPES(1 << 13),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV`, since 3.4.0.
    CAP_MDEV(1 << 14),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV`, since 3.4.0.
    CAP_CCW_DEV(1 << 15),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV`, since 6.8.0.
    CAP_CSS_DEV(1 << 16),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA`, since 6.9.0.
    CAP_VDPA(1 << 17),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD`, since 7.0.0.
    CAP_AP_CARD(1 << 18),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE`, since 7.0.0.
    CAP_AP_QUEUE(1 << 19),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX`, since 7.0.0.
    CAP_AP_MATRIX(1 << 20),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD`, since 7.9.0.
    CAP_VPD(1 << 21),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV`, since 11.1.0.
    CAP_CCWGROUP_DEV(1 << 22),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER`, since 11.1.0.
    CAP_CCWGROUP_MEMBER(1 << 23),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT`, since 10.1.0.
    PERSISTENT(1 << 28),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT`, since 10.1.0.
    TRANSIENT(1 << 29),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE`, since 7.3.0.
    INACTIVE(1 << 30),
    /// `VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE`, since 7.3.0.
    ACTIVE(1 << 31);

    private final int bit;

    NodeDeviceListFlag(int bit) {
        this.bit = bit;
    }

    @Override
    public int bit() {
        return bit;
    }
}
