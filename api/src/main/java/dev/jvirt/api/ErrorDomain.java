package dev.jvirt.api;

/// Which part of libvirt reported an error (`virErrorDomain`).
public enum ErrorDomain {
    /// `VIR_FROM_NONE` (0), since 0.1.0.
    NONE(0),
    /// `VIR_FROM_XEN` (1), since 0.1.0.
    XEN(1),
    /// `VIR_FROM_XEND` (2), since 0.1.0.
    XEND(2),
    /// `VIR_FROM_XENSTORE` (3), since 0.1.0.
    XENSTORE(3),
    /// `VIR_FROM_SEXPR` (4), since 0.1.0.
    SEXPR(4),
    /// `VIR_FROM_XML` (5), since 0.1.0.
    XML(5),
    /// `VIR_FROM_DOM` (6), since 0.1.0.
    DOM(6),
    /// `VIR_FROM_RPC` (7), since 0.1.1.
    RPC(7),
    /// `VIR_FROM_PROXY` (8), since 0.1.3.
    PROXY(8),
    /// `VIR_FROM_CONF` (9), since 0.1.6.
    CONF(9),
    /// `VIR_FROM_QEMU` (10), since 0.2.0.
    QEMU(10),
    /// `VIR_FROM_NET` (11), since 0.2.0.
    NET(11),
    /// `VIR_FROM_TEST` (12), since 0.2.3.
    TEST(12),
    /// `VIR_FROM_REMOTE` (13), since 0.2.3.
    REMOTE(13),
    /// `VIR_FROM_OPENVZ` (14), since 0.3.1.
    OPENVZ(14),
    /// `VIR_FROM_XENXM` (15), since 0.4.1.
    XENXM(15),
    /// `VIR_FROM_STATS_LINUX` (16), since 0.4.1.
    STATS_LINUX(16),
    /// `VIR_FROM_LXC` (17), since 0.4.2.
    LXC(17),
    /// `VIR_FROM_STORAGE` (18), since 0.4.1.
    STORAGE(18),
    /// `VIR_FROM_NETWORK` (19), since 0.4.6.
    NETWORK(19),
    /// `VIR_FROM_DOMAIN` (20), since 0.4.6.
    DOMAIN(20),
    /// `VIR_FROM_UML` (21), since 0.5.0.
    UML(21),
    /// `VIR_FROM_NODEDEV` (22), since 0.5.0.
    NODEDEV(22),
    /// `VIR_FROM_XEN_INOTIFY` (23), since 0.5.0.
    XEN_INOTIFY(23),
    /// `VIR_FROM_SECURITY` (24), since 0.6.1.
    SECURITY(24),
    /// `VIR_FROM_VBOX` (25), since 0.6.3.
    VBOX(25),
    /// `VIR_FROM_INTERFACE` (26), since 0.6.4.
    INTERFACE(26),
    /// `VIR_FROM_ONE` (27), since 0.6.4.
    ONE(27),
    /// `VIR_FROM_ESX` (28), since 0.7.0.
    ESX(28),
    /// `VIR_FROM_PHYP` (29), since 0.7.0.
    PHYP(29),
    /// `VIR_FROM_SECRET` (30), since 0.7.1.
    SECRET(30),
    /// `VIR_FROM_CPU` (31), since 0.7.5.
    CPU(31),
    /// `VIR_FROM_XENAPI` (32), since 0.8.0.
    XENAPI(32),
    /// `VIR_FROM_NWFILTER` (33), since 0.8.0.
    NWFILTER(33),
    /// `VIR_FROM_HOOK` (34), since 0.8.0.
    HOOK(34),
    /// `VIR_FROM_DOMAIN_SNAPSHOT` (35), since 0.8.0.
    DOMAIN_SNAPSHOT(35),
    /// `VIR_FROM_AUDIT` (36), since 0.8.5.
    AUDIT(36),
    /// `VIR_FROM_SYSINFO` (37), since 0.8.6.
    SYSINFO(37),
    /// `VIR_FROM_STREAMS` (38), since 0.8.6.
    STREAMS(38),
    /// `VIR_FROM_VMWARE` (39), since 0.8.7.
    VMWARE(39),
    /// `VIR_FROM_EVENT` (40), since 0.9.0.
    EVENT(40),
    /// `VIR_FROM_LIBXL` (41), since 0.9.0.
    LIBXL(41),
    /// `VIR_FROM_LOCKING` (42), since 0.9.2.
    LOCKING(42),
    /// `VIR_FROM_HYPERV` (43), since 0.9.5.
    HYPERV(43),
    /// `VIR_FROM_CAPABILITIES` (44), since 0.9.8.
    CAPABILITIES(44),
    /// `VIR_FROM_URI` (45), since 0.9.11.
    URI(45),
    /// `VIR_FROM_AUTH` (46), since 0.9.11.
    AUTH(46),
    /// `VIR_FROM_DBUS` (47), since 0.9.12.
    DBUS(47),
    /// `VIR_FROM_PARALLELS` (48), since 0.10.0.
    PARALLELS(48),
    /// `VIR_FROM_DEVICE` (49), since 0.10.0.
    DEVICE(49),
    /// `VIR_FROM_SSH` (50), since 0.10.0.
    SSH(50),
    /// `VIR_FROM_LOCKSPACE` (51), since 1.0.0.
    LOCKSPACE(51),
    /// `VIR_FROM_INITCTL` (52), since 1.0.1.
    INITCTL(52),
    /// `VIR_FROM_IDENTITY` (53), since 1.0.4.
    IDENTITY(53),
    /// `VIR_FROM_CGROUP` (54), since 1.0.5.
    CGROUP(54),
    /// `VIR_FROM_ACCESS` (55), since 1.1.0.
    ACCESS(55),
    /// `VIR_FROM_SYSTEMD` (56), since 1.1.1.
    SYSTEMD(56),
    /// `VIR_FROM_BHYVE` (57), since 1.2.2.
    BHYVE(57),
    /// `VIR_FROM_CRYPTO` (58), since 1.2.3.
    CRYPTO(58),
    /// `VIR_FROM_FIREWALL` (59), since 1.2.4.
    FIREWALL(59),
    /// `VIR_FROM_POLKIT` (60), since 1.2.9.
    POLKIT(60),
    /// `VIR_FROM_THREAD` (61), since 1.2.14.
    THREAD(61),
    /// `VIR_FROM_ADMIN` (62), since 1.2.17.
    ADMIN(62),
    /// `VIR_FROM_LOGGING` (63), since 1.3.0.
    LOGGING(63),
    /// `VIR_FROM_XENXL` (64), since 1.3.2.
    XENXL(64),
    /// `VIR_FROM_PERF` (65), since 1.3.3.
    PERF(65),
    /// `VIR_FROM_LIBSSH` (66), since 2.5.0.
    LIBSSH(66),
    /// `VIR_FROM_RESCTRL` (67), since 3.7.0.
    RESCTRL(67),
    /// `VIR_FROM_FIREWALLD` (68), since 5.1.0.
    FIREWALLD(68),
    /// `VIR_FROM_DOMAIN_CHECKPOINT` (69), since 5.2.0.
    DOMAIN_CHECKPOINT(69),
    /// `VIR_FROM_TPM` (70), since 5.6.0.
    TPM(70),
    /// `VIR_FROM_BPF` (71), since 5.10.0.
    BPF(71),
    /// `VIR_FROM_CH` (72), since 7.5.0.
    CH(72);

    private final int code;

    ErrorDomain(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`; [#NONE] if a newer peer sends one that is not
    /// known here.
    public static ErrorDomain of(int code) {
        for (ErrorDomain value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return NONE;
    }
}
