package dev.jvirt.virsh.domain;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainDeviceModifyFlag;
import dev.jvirt.virsh.shell.Words;

/// Whether a command is about a domain as it runs, as it starts next, or as it is now: `--live`,
/// `--config`, `--current`.
public final class Affected {
    private Affected() {}

    /// What the options say.
    static Flags<DomainAffectFlag> by(Words words) {
        words.exclusive("current", "live");
        words.exclusive("current", "config");
        Flags<DomainAffectFlag> flags = Flags.none();
        if (words.has("config")) {
            flags = flags.with(DomainAffectFlag.CONFIG);
        }
        if (words.has("live")) {
            flags = flags.with(DomainAffectFlag.LIVE);
        }
        return flags;
    }

    /// Refuses options of a command about a device that contradict each other.
    public static void checkDevice(Words words) {
        words.exclusive("persistent", "current");
        words.exclusive("current", "live");
        words.exclusive("current", "config");
    }

    /// What the options of a command about a device say: `--persistent` is about a running domain
    /// and about its next start.
    static Flags<DomainDeviceModifyFlag> device(Words words, Domain domain) {
        Flags<DomainDeviceModifyFlag> flags = Flags.none();
        boolean persistent = words.has("persistent");
        if (words.has("config") || persistent) {
            flags = flags.with(DomainDeviceModifyFlag.CONFIG);
        }
        if (words.has("live") || persistent && domain.isActive()) {
            flags = flags.with(DomainDeviceModifyFlag.LIVE);
        }
        return flags;
    }

    /// Plugs a device in as the options say; a running domain's one if they say nothing.
    public static void attach(Words words, Domain domain, String xml) {
        Flags<DomainDeviceModifyFlag> flags = device(words, domain);
        if (flags.bits() != 0 || words.has("current")) {
            domain.devices().attach(xml, flags);
            return;
        }
        try {
            domain.devices().attach(xml, Flags.of(DomainDeviceModifyFlag.LIVE));
        } catch (LibvirtException e) {
            throw withoutFlags(e, "virDomainAttachDevice");
        }
    }

    /// Unplugs a device as the options say; a running domain's one if they say nothing.
    static void detach(Words words, Domain domain, String xml) {
        Flags<DomainDeviceModifyFlag> flags = device(words, domain);
        if (flags.bits() != 0 || words.has("current")) {
            domain.devices().detach(xml, flags);
        } else {
            detach(domain, xml);
        }
    }

    /// Unplugs a device of a running domain.
    static void detach(Domain domain, String xml) {
        try {
            domain.devices().detach(xml, Flags.of(DomainDeviceModifyFlag.LIVE));
        } catch (LibvirtException e) {
            throw withoutFlags(e, "virDomainDetachDevice");
        }
    }

    /// The error with the name of the function that takes no flags where none were given.
    private static LibvirtException withoutFlags(LibvirtException error, String function) {
        return error.code() == ErrorCode.NO_SUPPORT
                ? LibvirtException.unsupported(error.domain(), function)
                : error;
    }

    /// Whether any of the options was given.
    static boolean isGiven(Words words) {
        return words.has("current") || words.has("live") || words.has("config");
    }
}
