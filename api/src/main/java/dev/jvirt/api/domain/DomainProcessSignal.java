package dev.jvirt.api.domain;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;

/// A signal for a process of a guest; named as on Linux, whatever the guest is
/// (`virDomainProcessSignal`).
public enum DomainProcessSignal {
    /// `VIR_DOMAIN_PROCESS_SIGNAL_NOP` (0), since 1.0.1.
    NOP(0),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_HUP` (1), since 1.0.1.
    HUP(1),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_INT` (2), since 1.0.1.
    INT(2),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_QUIT` (3), since 1.0.1.
    QUIT(3),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_ILL` (4), since 1.0.1.
    ILL(4),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_TRAP` (5), since 1.0.1.
    TRAP(5),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_ABRT` (6), since 1.0.1.
    ABRT(6),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_BUS` (7), since 1.0.1.
    BUS(7),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_FPE` (8), since 1.0.1.
    FPE(8),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_KILL` (9), since 1.0.1.
    KILL(9),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_USR1` (10), since 1.0.1.
    USR1(10),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_SEGV` (11), since 1.0.1.
    SEGV(11),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_USR2` (12), since 1.0.1.
    USR2(12),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_PIPE` (13), since 1.0.1.
    PIPE(13),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_ALRM` (14), since 1.0.1.
    ALRM(14),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_TERM` (15), since 1.0.1.
    TERM(15),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_STKFLT` (16), since 1.0.1.
    STKFLT(16),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_CHLD` (17), since 1.0.1.
    CHLD(17),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_CONT` (18), since 1.0.1.
    CONT(18),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_STOP` (19), since 1.0.1.
    STOP(19),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_TSTP` (20), since 1.0.1.
    TSTP(20),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_TTIN` (21), since 1.0.1.
    TTIN(21),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_TTOU` (22), since 1.0.1.
    TTOU(22),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_URG` (23), since 1.0.1.
    URG(23),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_XCPU` (24), since 1.0.1.
    XCPU(24),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_XFSZ` (25), since 1.0.1.
    XFSZ(25),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_VTALRM` (26), since 1.0.1.
    VTALRM(26),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_PROF` (27), since 1.0.1.
    PROF(27),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_WINCH` (28), since 1.0.1.
    WINCH(28),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_POLL` (29), since 1.0.1.
    POLL(29),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_PWR` (30), since 1.0.1.
    PWR(30),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_SYS` (31), since 1.0.1.
    SYS(31),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT0` (32), since 1.0.1.
    RT0(32),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT1` (33), since 1.0.1.
    RT1(33),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT2` (34), since 1.0.1.
    RT2(34),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT3` (35), since 1.0.1.
    RT3(35),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT4` (36), since 1.0.1.
    RT4(36),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT5` (37), since 1.0.1.
    RT5(37),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT6` (38), since 1.0.1.
    RT6(38),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT7` (39), since 1.0.1.
    RT7(39),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT8` (40), since 1.0.1.
    RT8(40),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT9` (41), since 1.0.1.
    RT9(41),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT10` (42), since 1.0.1.
    RT10(42),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT11` (43), since 1.0.1.
    RT11(43),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT12` (44), since 1.0.1.
    RT12(44),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT13` (45), since 1.0.1.
    RT13(45),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT14` (46), since 1.0.1.
    RT14(46),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT15` (47), since 1.0.1.
    RT15(47),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT16` (48), since 1.0.1.
    RT16(48),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT17` (49), since 1.0.1.
    RT17(49),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT18` (50), since 1.0.1.
    RT18(50),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT19` (51), since 1.0.1.
    RT19(51),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT20` (52), since 1.0.1.
    RT20(52),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT21` (53), since 1.0.1.
    RT21(53),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT22` (54), since 1.0.1.
    RT22(54),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT23` (55), since 1.0.1.
    RT23(55),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT24` (56), since 1.0.1.
    RT24(56),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT25` (57), since 1.0.1.
    RT25(57),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT26` (58), since 1.0.1.
    RT26(58),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT27` (59), since 1.0.1.
    RT27(59),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT28` (60), since 1.0.1.
    RT28(60),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT29` (61), since 1.0.1.
    RT29(61),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT30` (62), since 1.0.1.
    RT30(62),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT31` (63), since 1.0.1.
    RT31(63),
    /// `VIR_DOMAIN_PROCESS_SIGNAL_RT32` (64), since 1.0.1.
    RT32(64);

    private final int code;

    DomainProcessSignal(int code) {
        this.code = code;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// The constant with libvirt's number `code`.
    ///
    /// @throws LibvirtException INVALID_ARG if there is none
    public static DomainProcessSignal of(int code) {
        for (DomainProcessSignal value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        throw new LibvirtException(
                ErrorDomain.DOMAIN,
                ErrorCode.INVALID_ARG,
                "signum value %d is out of range".formatted(code));
    }
}
