package dev.jvirt.qemu.capabilities;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What QEMU says about itself and which flag follows from each.
final class FlagSources {
    /// QMP commands.
    static final List<Row> COMMANDS =
            List.of(
                    row("query-vnc", QemuFlag.VNC),
                    row("rtc-reset-reinjection", QemuFlag.RTC_RESET_REINJECTION),
                    row("query-hotpluggable-cpus", QemuFlag.QUERY_HOTPLUGGABLE_CPUS),
                    row("query-cpu-model-expansion", QemuFlag.QUERY_CPU_MODEL_EXPANSION),
                    row("query-cpu-definitions", QemuFlag.QUERY_CPU_DEFINITIONS),
                    row("query-cpu-model-baseline", QemuFlag.QUERY_CPU_MODEL_BASELINE),
                    row("query-cpu-model-comparison", QemuFlag.QUERY_CPU_MODEL_COMPARISON),
                    row("block-export-add", QemuFlag.BLOCK_EXPORT_ADD),
                    row("blockdev-reopen", QemuFlag.BLOCKDEV_REOPEN),
                    row("set-action", QemuFlag.SET_ACTION),
                    row("query-dirty-rate", QemuFlag.QUERY_DIRTY_RATE),
                    row("sev-inject-launch-secret", QemuFlag.SEV_INJECT_LAUNCH_SECRET),
                    row("calc-dirty-rate", QemuFlag.CALC_DIRTY_RATE),
                    row("query-stats", QemuFlag.QUERY_STATS),
                    row("query-stats-schemas", QemuFlag.QUERY_STATS_SCHEMAS));

    /// Capabilities of migration.
    static final List<Row> MIGRATION_CAPABILITIES =
            List.of(row("rdma-pin-all", QemuFlag.MIGRATE_RDMA));

    /// Types of the object model: devices, backends, accelerators.
    static final List<Row> OBJECT_TYPES =
            List.of(
                    row("hda-duplex", QemuFlag.HDA_DUPLEX),
                    row("hda-micro", QemuFlag.HDA_MICRO),
                    row("ccid-card-emulated", QemuFlag.CCID_EMULATED),
                    row("ccid-card-passthru", QemuFlag.CCID_PASSTHRU),
                    row("piix3-usb-uhci", QemuFlag.PIIX3_USB_UHCI),
                    row("piix4-usb-uhci", QemuFlag.PIIX4_USB_UHCI),
                    row("usb-ehci", QemuFlag.USB_EHCI),
                    row("ich9-usb-ehci1", QemuFlag.ICH9_USB_EHCI1),
                    row("vt82c686b-usb-uhci", QemuFlag.VT82C686B_USB_UHCI),
                    row("pci-ohci", QemuFlag.PCI_OHCI),
                    row("nec-usb-xhci", QemuFlag.NEC_USB_XHCI),
                    row("usb-redir", QemuFlag.USB_REDIR),
                    row("usb-hub", QemuFlag.USB_HUB),
                    row("ich9-ahci", QemuFlag.ICH9_AHCI),
                    row("virtio-blk-ccw", QemuFlag.VIRTIO_CCW),
                    row("sclpconsole", QemuFlag.S390_SCLP),
                    row("lsi53c895a", QemuFlag.LSI),
                    row("virtio-scsi-pci", QemuFlag.VIRTIO_SCSI_PCI),
                    row("virtio-scsi-ccw", QemuFlag.VIRTIO_SCSI_PCI),
                    row("virtio-scsi-device", QemuFlag.VIRTIO_SCSI_PCI),
                    row("megasas", QemuFlag.MEGASAS),
                    row("qxl", QemuFlag.QXL),
                    row("scsi-block", QemuFlag.SCSI_BLOCK),
                    row("VGA", QemuFlag.VGA),
                    row("cirrus-vga", QemuFlag.CIRRUS_VGA),
                    row("vmware-svga", QemuFlag.VMWARE_SVGA),
                    row("usb-serial", QemuFlag.USB_SERIAL),
                    row("virtio-rng-pci", QemuFlag.VIRTIO_RNG),
                    row("virtio-rng-ccw", QemuFlag.VIRTIO_RNG),
                    row("virtio-rng-device", QemuFlag.VIRTIO_RNG),
                    row("rng-random", QemuFlag.RNG_RANDOM),
                    row("rng-egd", QemuFlag.RNG_EGD),
                    row("spapr-nvram", QemuFlag.NVRAM),
                    row("pci-bridge", QemuFlag.PCI_BRIDGE),
                    row("vfio-pci", QemuFlag.VFIO_PCI),
                    row("i82801b11-bridge", QemuFlag.DMI_TO_PCI_BRIDGE),
                    row("usb-storage", QemuFlag.USB_STORAGE),
                    row("virtio-mmio", QemuFlag.VIRTIO_MMIO),
                    row("ich9-intel-hda", QemuFlag.ICH9_INTEL_HDA),
                    row("pvpanic", QemuFlag.PVPANIC),
                    row("usb-kbd", QemuFlag.USB_KBD),
                    row("usb-audio", QemuFlag.USB_AUDIO),
                    row("iothread", QemuFlag.IOTHREAD),
                    row("ivshmem", QemuFlag.IVSHMEM),
                    row("pc-dimm", QemuFlag.PC_DIMM),
                    row("pci-serial", QemuFlag.PCI_SERIAL),
                    row("gpex-pcihost", QemuFlag.GPEX_PCIHOST),
                    row("ioh3420", QemuFlag.IOH3420),
                    row("x3130-upstream", QemuFlag.X3130_UPSTREAM),
                    row("xio3130-downstream", QemuFlag.XIO3130_DOWNSTREAM),
                    row("rtl8139", QemuFlag.RTL8139),
                    row("e1000", QemuFlag.E1000),
                    row("virtio-net-pci", QemuFlag.VIRTIO_NET),
                    row("virtio-net-ccw", QemuFlag.VIRTIO_NET),
                    row("virtio-net-device", QemuFlag.VIRTIO_NET),
                    row("virtio-gpu-pci", QemuFlag.VIRTIO_GPU),
                    row("virtio-gpu-device", QemuFlag.VIRTIO_GPU),
                    row("virtio-vga", QemuFlag.VIRTIO_VGA),
                    row("virtio-keyboard-device", QemuFlag.VIRTIO_KEYBOARD),
                    row("virtio-keyboard-pci", QemuFlag.VIRTIO_KEYBOARD),
                    row("virtio-mouse-device", QemuFlag.VIRTIO_MOUSE),
                    row("virtio-mouse-pci", QemuFlag.VIRTIO_MOUSE),
                    row("virtio-tablet-device", QemuFlag.VIRTIO_TABLET),
                    row("virtio-tablet-pci", QemuFlag.VIRTIO_TABLET),
                    row("virtio-input-host-device", QemuFlag.VIRTIO_INPUT_HOST),
                    row("virtio-input-host-pci", QemuFlag.VIRTIO_INPUT_HOST),
                    row("mptsas1068", QemuFlag.MPTSAS1068),
                    row("pxb", QemuFlag.PXB),
                    row("pxb-pcie", QemuFlag.PXB_PCIE),
                    row("intel-iommu", QemuFlag.INTEL_IOMMU),
                    row("ivshmem-plain", QemuFlag.IVSHMEM_PLAIN),
                    row("ivshmem-doorbell", QemuFlag.IVSHMEM_DOORBELL),
                    row("vhost-scsi", QemuFlag.VHOST_SCSI),
                    row("nvdimm", QemuFlag.NVDIMM),
                    row("pcie-root-port", QemuFlag.PCIE_ROOT_PORT),
                    row("qemu-xhci", QemuFlag.QEMU_XHCI),
                    row("spapr-pci-host-bridge", QemuFlag.SPAPR_PCI_HOST_BRIDGE),
                    row("vmcoreinfo", QemuFlag.VMCOREINFO),
                    row("spapr-vty", QemuFlag.SPAPR_VTY),
                    row("sclplmconsole", QemuFlag.SCLPLMCONSOLE),
                    row("isa-serial", QemuFlag.ISA_SERIAL),
                    row("pl011", QemuFlag.PL011),
                    row("virtio-gpu-ccw", QemuFlag.VIRTIO_GPU_CCW),
                    row("virtio-keyboard-ccw", QemuFlag.VIRTIO_KEYBOARD_CCW),
                    row("virtio-mouse-ccw", QemuFlag.VIRTIO_MOUSE_CCW),
                    row("virtio-tablet-ccw", QemuFlag.VIRTIO_TABLET_CCW),
                    row("pcie-pci-bridge", QemuFlag.PCIE_PCI_BRIDGE),
                    row("pr-manager-helper", QemuFlag.PR_MANAGER_HELPER),
                    row("vfio-ccw", QemuFlag.VFIO_CCW),
                    row("hda-output", QemuFlag.HDA_OUTPUT),
                    row("vmgenid", QemuFlag.VMGENID),
                    row("vhost-vsock-device", QemuFlag.VHOST_VSOCK),
                    row("mch", QemuFlag.MCH),
                    row("sev-guest", QemuFlag.SEV_GUEST),
                    row("vfio-ap", QemuFlag.VFIO_AP),
                    row("zpci", QemuFlag.ZPCI),
                    row("memory-backend-memfd", QemuFlag.MEMORY_BACKEND_MEMFD),
                    row("virtio-blk-pci-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-blk-pci-non-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-net-pci-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-net-pci-non-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("vhost-scsi-pci-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("vhost-scsi-pci-non-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-rng-pci-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-rng-pci-non-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-9p-pci-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-9p-pci-non-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-balloon-pci-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row(
                            "virtio-balloon-pci-non-transitional",
                            QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("vhost-vsock-pci-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("vhost-vsock-pci-non-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-scsi-pci-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-scsi-pci-non-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-serial-pci-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("virtio-serial-pci-non-transitional", QemuFlag.VIRTIO_PCI_NON_TRANSITIONAL),
                    row("max-x86_64-cpu", QemuFlag.X86_MAX_CPU),
                    row("bochs-display", QemuFlag.BOCHS_DISPLAY),
                    row("dbus-vmstate", QemuFlag.DBUS_VMSTATE),
                    row("vhost-user-gpu", QemuFlag.VHOST_USER_GPU),
                    row("vhost-user-vga", QemuFlag.VHOST_USER_VGA),
                    row("ramfb", QemuFlag.RAMFB),
                    row("max-arm-cpu", QemuFlag.ARM_MAX_CPU),
                    row("i8042", QemuFlag.I8042),
                    row("rng-builtin", QemuFlag.RNG_BUILTIN),
                    row("tpm-spapr", QemuFlag.TPM_SPAPR),
                    row("vhost-user-fs-device", QemuFlag.VHOST_USER_FS),
                    row("tcg-accel", QemuFlag.TCG),
                    row("pvscsi", QemuFlag.PVSCSI),
                    row("spapr-tpm-proxy", QemuFlag.SPAPR_TPM_PROXY),
                    row("vmport", QemuFlag.MACHINE_VMPORT_OPT),
                    row("esp", QemuFlag.NCR53C90),
                    row("dc390", QemuFlag.DC390),
                    row("am53c974", QemuFlag.AM53C974),
                    row("virtio-pmem-pci", QemuFlag.VIRTIO_PMEM_PCI),
                    row("vhost-user-blk", QemuFlag.VHOST_USER_BLK),
                    row("input-linux", QemuFlag.INPUT_LINUX),
                    row("virtio-gpu-gl-pci", QemuFlag.VIRTIO_GPU_GL_PCI),
                    row("virtio-vga-gl", QemuFlag.VIRTIO_VGA_GL),
                    row("s390-pv-guest", QemuFlag.S390_PV_GUEST),
                    row("virtio-mem-pci", QemuFlag.VIRTIO_MEM_PCI),
                    row("virtio-iommu-pci", QemuFlag.VIRTIO_IOMMU_PCI),
                    row("sgx-epc", QemuFlag.SGX_EPC),
                    row("thread-context", QemuFlag.THREAD_CONTEXT));

    /// Paths through the schema of QMP, see [QmpSchema#has(String)].
    static final List<Row> SCHEMA =
            List.of(
                    row("blockdev-add/arg-type/+vxhs", QemuFlag.VXHS),
                    row(
                            "blockdev-add/arg-type/+file/drop-cache",
                            QemuFlag.MIGRATION_FILE_DROP_CACHE),
                    row("blockdev-add/arg-type/+nvme", QemuFlag.DRIVE_NVME),
                    row("blockdev-add/arg-type/+file/aio/^io_uring", QemuFlag.AIO_IO_URING),
                    row("blockdev-add/arg-type/+rbd/encrypt", QemuFlag.RBD_ENCRYPTION),
                    row(
                            "blockdev-add/arg-type/+nbd/tls-hostname",
                            QemuFlag.BLOCKDEV_NBD_TLS_HOSTNAME),
                    row(
                            "blockdev-snapshot/$allow-write-only-overlay",
                            QemuFlag.BLOCKDEV_SNAPSHOT_ALLOW_WRITE_ONLY_OVERLAY),
                    row(
                            "chardev-add/arg-type/backend/+socket/data/reconnect",
                            QemuFlag.CHARDEV_RECONNECT),
                    row("device_add/$json-cli-hotplug", QemuFlag.DEVICE_JSON_HOTPLUG),
                    row(
                            "migrate-set-parameters/arg-type/block-bitmap-mapping/bitmaps/transform",
                            QemuFlag.MIGRATION_PARAM_BLOCK_BITMAP_MAPPING),
                    row("nbd-server-start/arg-type/tls-creds", QemuFlag.NBD_TLS),
                    row("nbd-server-add/arg-type/bitmap", QemuFlag.NBD_BITMAP),
                    row("netdev_add/arg-type/+stream", QemuFlag.NETDEV_STREAM),
                    row("netdev_add/arg-type/+vhost-vdpa", QemuFlag.NETDEV_VHOST_VDPA),
                    row("netdev_add/arg-type/type/^dgram", QemuFlag.NETDEV_JSON),
                    row("object-add/arg-type/qom-type/^secret", QemuFlag.OBJECT_QAPIFIED),
                    row(
                            "query-display-options/ret-type/+egl-headless/rendernode",
                            QemuFlag.EGL_HEADLESS_RENDERNODE),
                    row("query-display-options/ret-type/+sdl", QemuFlag.SDL),
                    row("query-display-options/ret-type/+egl-headless", QemuFlag.EGL_HEADLESS),
                    row("query-iothreads/ret-type/poll-max-ns", QemuFlag.IOTHREAD_POLL_MAX_NS),
                    row("query-hotpluggable-cpus/ret-type/props/die-id", QemuFlag.SMP_DIES),
                    row(
                            "query-named-block-nodes/arg-type/flat",
                            QemuFlag.QUERY_NAMED_BLOCK_NODES_FLAT),
                    row("screendump/arg-type/device", QemuFlag.SCREENDUMP_DEVICE),
                    row("set-numa-node/arg-type/+hmat-lb", QemuFlag.NUMA_HMAT),
                    row(
                            "object-add/arg-type/+sev-guest/kernel-hashes",
                            QemuFlag.SEV_GUEST_KERNEL_HASHES),
                    row("calc-dirty-rate/arg-type/mode", QemuFlag.DIRTYRATE_PARAM_MODE),
                    row(
                            "chardev-add/arg-type/backend/+qemu-vdagent",
                            QemuFlag.CHARDEV_QEMU_VDAGENT),
                    row("query-display-options/ret-type/+dbus", QemuFlag.DISPLAY_DBUS),
                    row(
                            "object-add/arg-type/+iothread/thread-pool-max",
                            QemuFlag.IOTHREAD_THREAD_POOL_MAX),
                    row(
                            "query-migrate/ret-type/blocked-reasons",
                            QemuFlag.MIGRATION_BLOCKED_REASONS),
                    row("screendump/arg-type/format/^png", QemuFlag.SCREENSHOT_FORMAT_PNG));

    /// Properties of devices.
    static final List<TypeProperties> DEVICE_PROPERTIES =
            List.of(
                    properties(
                            "virtio-blk-pci",
                            null,
                            row("scsi", QemuFlag.VIRTIO_BLK_PCI_SCSI),
                            row("queue-size", QemuFlag.VIRTIO_BLK_QUEUE_SIZE),
                            row("acpi-index", QemuFlag.ACPI_INDEX)),
                    properties(
                            "virtio-net-pci",
                            QemuFlag.VIRTIO_NET,
                            row("acpi-index", QemuFlag.ACPI_INDEX),
                            row("rss", QemuFlag.VIRTIO_NET_RSS)),
                    properties(
                            "virtio-scsi-pci",
                            QemuFlag.VIRTIO_SCSI_PCI,
                            row("acpi-index", QemuFlag.ACPI_INDEX)),
                    properties(
                            "virtio-blk-ccw",
                            QemuFlag.VIRTIO_CCW,
                            row("scsi", QemuFlag.VIRTIO_BLK_PCI_SCSI),
                            row("queue-size", QemuFlag.VIRTIO_BLK_QUEUE_SIZE),
                            row("acpi-index", QemuFlag.ACPI_INDEX)),
                    properties(
                            "virtio-net-ccw",
                            QemuFlag.VIRTIO_NET,
                            row("acpi-index", QemuFlag.ACPI_INDEX),
                            row("rss", QemuFlag.VIRTIO_NET_RSS)),
                    properties(
                            "virtio-scsi-ccw",
                            QemuFlag.VIRTIO_SCSI_PCI,
                            row("acpi-index", QemuFlag.ACPI_INDEX)),
                    properties(
                            "vfio-pci",
                            QemuFlag.VFIO_PCI,
                            row("display", QemuFlag.VFIO_PCI_DISPLAY)),
                    properties(
                            "scsi-hd",
                            null,
                            row("channel", QemuFlag.SCSI_DISK_CHANNEL),
                            row("wwn", QemuFlag.SCSI_DISK_WWN),
                            row("rotation_rate", QemuFlag.ROTATION_RATE)),
                    properties("ide-hd", null, row("wwn", QemuFlag.IDE_DRIVE_WWN)),
                    properties(
                            "PIIX4_PM",
                            null,
                            row("disable_s3", QemuFlag.DISABLE_S3),
                            row("disable_s4", QemuFlag.DISABLE_S4),
                            row("acpi-root-pci-hotplug", QemuFlag.PIIX4_ACPI_ROOT_PCI_HOTPLUG)),
                    properties(
                            "usb-redir",
                            QemuFlag.USB_REDIR,
                            row("filter", QemuFlag.USB_REDIR_FILTER)),
                    properties(
                            "usb-storage",
                            QemuFlag.USB_STORAGE,
                            row("removable", QemuFlag.USB_STORAGE_REMOVABLE)),
                    properties(
                            "kvm-pit",
                            null,
                            row("lost_tick_policy", QemuFlag.KVM_PIT_LOST_TICK_POLICY)),
                    properties("VGA", QemuFlag.VGA, row("vgamem_mb", QemuFlag.VGA_VGAMEM_MB)),
                    properties(
                            "vmware-svga",
                            QemuFlag.VMWARE_SVGA,
                            row("vgamem_mb", QemuFlag.VMWARE_SVGA_VGAMEM_MB)),
                    properties(
                            "qxl",
                            QemuFlag.QXL,
                            row("vgamem_mb", QemuFlag.QXL_VGAMEM_MB),
                            row("vram64_size_mb", QemuFlag.QXL_VRAM64_SIZE_MB)),
                    properties(
                            "virtio-gpu-pci",
                            QemuFlag.VIRTIO_GPU,
                            row("virgl", QemuFlag.VIRTIO_GPU_VIRGL),
                            row("acpi-index", QemuFlag.ACPI_INDEX)),
                    properties(
                            "virtio-gpu-device",
                            QemuFlag.VIRTIO_GPU,
                            row("virgl", QemuFlag.VIRTIO_GPU_VIRGL),
                            row("acpi-index", QemuFlag.ACPI_INDEX)),
                    properties(
                            "ICH9-LPC",
                            null,
                            row("disable_s3", QemuFlag.ICH9_DISABLE_S3),
                            row("disable_s4", QemuFlag.ICH9_DISABLE_S4)),
                    properties(
                            "virtio-balloon-pci",
                            null,
                            row("deflate-on-oom", QemuFlag.VIRTIO_BALLOON_PCI_DEFLATE_ON_OOM),
                            row("free-page-reporting", QemuFlag.VIRTIO_BALLOON_FREE_PAGE_REPORTING),
                            row("acpi-index", QemuFlag.ACPI_INDEX)),
                    properties(
                            "virtio-balloon-ccw",
                            null,
                            row("deflate-on-oom", QemuFlag.VIRTIO_BALLOON_PCI_DEFLATE_ON_OOM),
                            row("free-page-reporting", QemuFlag.VIRTIO_BALLOON_FREE_PAGE_REPORTING),
                            row("acpi-index", QemuFlag.ACPI_INDEX)),
                    properties(
                            "virtio-balloon-device",
                            null,
                            row("deflate-on-oom", QemuFlag.VIRTIO_BALLOON_PCI_DEFLATE_ON_OOM),
                            row("free-page-reporting", QemuFlag.VIRTIO_BALLOON_FREE_PAGE_REPORTING),
                            row("acpi-index", QemuFlag.ACPI_INDEX)),
                    properties(
                            "intel-iommu",
                            QemuFlag.INTEL_IOMMU,
                            row("intremap", QemuFlag.INTEL_IOMMU_INTREMAP),
                            row("caching-mode", QemuFlag.INTEL_IOMMU_CACHING_MODE),
                            row("eim", QemuFlag.INTEL_IOMMU_EIM),
                            row("device-iotlb", QemuFlag.INTEL_IOMMU_DEVICE_IOTLB),
                            row("aw-bits", QemuFlag.INTEL_IOMMU_AW_BITS)),
                    properties(
                            "spapr-pci-host-bridge",
                            QemuFlag.SPAPR_PCI_HOST_BRIDGE,
                            row("numa_node", QemuFlag.SPAPR_PCI_HOST_BRIDGE_NUMA_NODE)),
                    properties(
                            "virtio-gpu-ccw",
                            QemuFlag.VIRTIO_GPU_CCW,
                            row("virgl", QemuFlag.VIRTIO_GPU_VIRGL),
                            row("acpi-index", QemuFlag.ACPI_INDEX)),
                    properties(
                            "mch",
                            QemuFlag.MCH,
                            row("extended-tseg-mbytes", QemuFlag.MCH_EXTENDED_TSEG_MBYTES)),
                    properties("nvdimm", QemuFlag.NVDIMM, row("unarmed", QemuFlag.NVDIMM_UNARMED)),
                    properties(
                            "pcie-root-port",
                            QemuFlag.PCIE_ROOT_PORT,
                            row("hotplug", QemuFlag.PCIE_ROOT_PORT_HOTPLUG)),
                    properties(
                            "usb-host",
                            null,
                            row("hostdevice", QemuFlag.USB_HOST_HOSTDEVICE),
                            row("guest-resets-all", QemuFlag.USB_HOST_GUEST_RESETS_ALL)),
                    properties(
                            "vhost-user-fs-device",
                            QemuFlag.VHOST_USER_FS,
                            row("bootindex", QemuFlag.VHOST_USER_FS_BOOTINDEX)),
                    properties(
                            "virtio-mem-pci",
                            QemuFlag.VIRTIO_MEM_PCI,
                            row("prealloc", QemuFlag.VIRTIO_MEM_PCI_PREALLOC)),
                    properties(
                            "virtio-iommu-pci",
                            QemuFlag.VIRTIO_IOMMU_PCI,
                            row("boot-bypass", QemuFlag.VIRTIO_IOMMU_BOOT_BYPASS)));

    /// Properties of other objects.
    static final List<TypeProperties> OBJECT_PROPERTIES =
            List.of(
                    properties(
                            "memory-backend-file",
                            null,
                            row("pmem", QemuFlag.MEMORY_BACKEND_FILE_PMEM),
                            row(
                                    "x-use-canonical-path-for-ramblock-id",
                                    QemuFlag
                                            .MEMORY_BACKEND_FILE_X_USE_CANONICAL_PATH_FOR_RAMBLOCK_ID),
                            row("reserve", QemuFlag.MEMORY_BACKEND_FILE_RESERVE),
                            row("prealloc-threads", QemuFlag.MEMORY_BACKEND_FILE_PREALLOC_THREADS)),
                    properties(
                            "memory-backend-memfd",
                            QemuFlag.MEMORY_BACKEND_MEMFD,
                            row("hugetlb", QemuFlag.MEMORY_BACKEND_MEMFD_HUGETLB)),
                    properties(
                            "max-x86_64-cpu",
                            QemuFlag.X86_MAX_CPU,
                            row("unavailable-features", QemuFlag.CPU_UNAVAILABLE_FEATURES),
                            row("kvm-no-adjvtime", QemuFlag.CPU_KVM_NO_ADJVTIME),
                            row("migratable", QemuFlag.CPU_MIGRATABLE)),
                    properties(
                            "max-arm-cpu",
                            QemuFlag.ARM_MAX_CPU,
                            row("unavailable-features", QemuFlag.CPU_UNAVAILABLE_FEATURES),
                            row("kvm-no-adjvtime", QemuFlag.CPU_KVM_NO_ADJVTIME),
                            row("migratable", QemuFlag.CPU_MIGRATABLE)));

    /// Properties of machine types.
    static final List<TypeProperties> MACHINE_PROPERTIES =
            List.of(
                    properties(
                            "pseries",
                            null,
                            row(
                                    "cap-hpt-max-page-size",
                                    QemuFlag.MACHINE_PSERIES_CAP_HPT_MAX_PAGE_SIZE),
                            row("cap-htm", QemuFlag.MACHINE_PSERIES_CAP_HTM),
                            row("cap-nested-hv", QemuFlag.MACHINE_PSERIES_CAP_NESTED_HV),
                            row("cap-ccf-assist", QemuFlag.MACHINE_PSERIES_CAP_CCF_ASSIST),
                            row("cap-cfpc", QemuFlag.MACHINE_PSERIES_CAP_CFPC),
                            row("cap-sbbc", QemuFlag.MACHINE_PSERIES_CAP_SBBC),
                            row("cap-ibs", QemuFlag.MACHINE_PSERIES_CAP_IBS)),
                    properties("virt", null, row("iommu", QemuFlag.MACHINE_VIRT_IOMMU)),
                    properties(
                            "none",
                            null,
                            row(
                                    "confidential-guest-support",
                                    QemuFlag.CONFIDENTIAL_GUEST_SUPPORT)));

    /// Options of the command line, and parameters of options.
    static final List<OptionRow> COMMAND_LINE_OPTIONS =
            List.of(
                    new OptionRow("fsdev", "multidevs", QemuFlag.FSDEV_MULTIDEVS),
                    new OptionRow("machine", "hpet", QemuFlag.MACHINE_HPET),
                    new OptionRow("sandbox", "", QemuFlag.SECCOMP_SANDBOX),
                    new OptionRow("spice", "", QemuFlag.SPICE),
                    new OptionRow("spice", "gl", QemuFlag.SPICE_GL),
                    new OptionRow("spice", "rendernode", QemuFlag.SPICE_RENDERNODE),
                    new OptionRow("vnc", "power-control", QemuFlag.VNC_POWER_CONTROL));

    private FlagSources() {}

    /// A name whose presence means a flag.
    record Row(String name, QemuFlag flag) {}

    /// A parameter of an option of the command line, or with an empty name the option itself.
    record OptionRow(String option, String parameter, QemuFlag flag) {}

    /// Properties of a type, asked for only with the flag `when`, if there is one.
    record TypeProperties(String type, @Nullable QemuFlag when, List<Row> rows) {}

    private static Row row(String name, QemuFlag flag) {
        return new Row(name, flag);
    }

    private static TypeProperties properties(String type, @Nullable QemuFlag when, Row... rows) {
        return new TypeProperties(type, when, List.of(rows));
    }
}
