package dev.jvirt.virsh;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainDefineFlag;
import dev.jvirt.api.domain.DomainDestroyFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInfo;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainRebootFlag;
import dev.jvirt.api.domain.DomainShutdownFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.DomainUndefineFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.api.domain.SecurityLabel;
import dev.jvirt.api.domain.ShutoffReason;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The domains of a [FakeHypervisor]: `web` runs, `Db` and `cache` are shut off, `tmp` is paused.
final class FakeDomains implements DomainDriver {
    static final DomainId WEB = new DomainId("web", new UUID(1, 1), 3);
    static final DomainId DB = new DomainId("Db", new UUID(2, 2), -1);
    static final DomainId CACHE = new DomainId("cache", new UUID(3, 3), -1);
    static final DomainId TMP = new DomainId("tmp", new UUID(4, 4), 12);

    /// What was done, a line each.
    final List<String> done = new ArrayList<>();

    /// Filters that the driver refuses.
    int unknownFilters;

    /// What every change answers, if anything.
    Optional<LibvirtException> refusal = Optional.empty();

    /// Whether it knows states with reasons.
    boolean knowsReasons = true;

    /// The devices in their documents, as XML.
    String devices = "";

    /// The events that come as soon as somebody waits for them.
    final List<DomainEvent> events = new ArrayList<>();

    @Override
    public List<DomainId> list(Flags<DomainListFlag> flags) {
        if ((flags.bits() & unknownFilters) != 0) {
            throw new LibvirtException(ErrorCode.INVALID_ARG, "unsupported flags");
        }
        done.add("list 0x" + Integer.toHexString(flags.bits()));
        var domains = new ArrayList<DomainId>();
        if (flags.has(DomainListFlag.INACTIVE) || flags.bits() == 0) {
            domains.addAll(List.of(DB, CACHE));
        }
        if (flags.has(DomainListFlag.ACTIVE) || flags.bits() == 0) {
            domains.addAll(List.of(TMP, WEB));
        }
        return domains;
    }

    @Override
    public DomainId lookupById(int id) {
        return find(domain -> domain.id() == id);
    }

    @Override
    public DomainId lookupByUuid(UUID uuid) {
        return find(domain -> domain.uuid().equals(uuid));
    }

    @Override
    public DomainId lookupByName(String name) {
        return find(domain -> domain.name().equals(name));
    }

    private static DomainId find(java.util.function.Predicate<DomainId> wanted) {
        for (DomainId domain : List.of(WEB, DB, CACHE, TMP)) {
            if (wanted.test(domain)) {
                return domain;
            }
        }
        throw new LibvirtException(ErrorDomain.TEST, ErrorCode.NO_DOMAIN, "no such domain");
    }

    @Override
    public DomainId createXml(String xml, Flags<DomainCreateFlag> flags) {
        change("createXml " + xml.strip(), flags.bits());
        return WEB;
    }

    @Override
    public DomainId defineXml(String xml, Flags<DomainDefineFlag> flags) {
        change("defineXml " + xml.strip(), flags.bits());
        return DB;
    }

    @Override
    public DomainId create(DomainId domain, Flags<DomainCreateFlag> flags) {
        change("create " + domain.name(), flags.bits());
        return domain.withId(20);
    }

    @Override
    public void destroy(DomainId domain, Flags<DomainDestroyFlag> flags) {
        change("destroy " + domain.name(), flags.bits());
    }

    @Override
    public void shutdown(DomainId domain, Flags<DomainShutdownFlag> flags) {
        change("shutdown " + domain.name(), flags.bits());
    }

    @Override
    public void reboot(DomainId domain, Flags<DomainRebootFlag> flags) {
        change("reboot " + domain.name(), flags.bits());
    }

    @Override
    public void reset(DomainId domain, int flags) {
        change("reset " + domain.name(), flags);
    }

    @Override
    public void suspend(DomainId domain) {
        change("suspend " + domain.name(), 0);
    }

    @Override
    public void resume(DomainId domain) {
        change("resume " + domain.name(), 0);
    }

    @Override
    public void undefine(DomainId domain, Flags<DomainUndefineFlag> flags) {
        change("undefine " + domain.name(), flags.bits());
    }

    @Override
    public void setAutostart(DomainId domain, boolean autostart) {
        change("autostart " + domain.name() + " " + autostart, 0);
    }

    @Override
    public DomainId rename(DomainId domain, String newName, int flags) {
        change("rename " + domain.name() + " to " + newName, flags);
        return domain;
    }

    private void change(String what, int flags) {
        refusal.ifPresent(
                error -> {
                    throw error;
                });
        done.add(flags == 0 ? what : what + " 0x" + Integer.toHexString(flags));
    }

    @Override
    public DomainInfo info(DomainId domain) {
        return new DomainInfo(state(domain), 2048, 1024, 2, domain.isActive() ? 1_550_000_000L : 0);
    }

    @Override
    public DomainStatus state(DomainId domain, int flags) {
        if (!knowsReasons) {
            throw LibvirtException.unsupported(ErrorDomain.TEST, "virDomainGetState");
        }
        return switch (state(domain)) {
            case RUNNING -> new DomainStatus(DomainState.RUNNING, RunningReason.BOOTED);
            case PAUSED -> new DomainStatus(DomainState.PAUSED, PausedReason.IOERROR);
            default -> new DomainStatus(DomainState.SHUTOFF, ShutoffReason.DESTROYED);
        };
    }

    private static DomainState state(DomainId domain) {
        if (!domain.isActive()) {
            return DomainState.SHUTOFF;
        }
        return domain.equals(TMP) ? DomainState.PAUSED : DomainState.RUNNING;
    }

    @Override
    public String xml(DomainId domain, Flags<DomainXmlFlag> flags) {
        done.add("xml " + domain.name() + " 0x" + Integer.toHexString(flags.bits()));
        return """
        <domain type='fake'>
          <name>%s</name>
          <title>About %s</title>
          <os>
            <type machine='pc' arch='i686'>hvm</type>
          </os>
        %s</domain>
        """
                .formatted(domain.name(), domain.name(), devices);
    }

    @Override
    public String osType(DomainId domain) {
        return "hvm";
    }

    @Override
    public boolean autostart(DomainId domain) {
        return domain.equals(DB);
    }

    @Override
    public boolean isActive(DomainId domain) {
        return domain.isActive();
    }

    @Override
    public boolean isPersistent(DomainId domain) {
        return !domain.equals(TMP);
    }

    @Override
    public boolean hasManagedSave(DomainId domain, int flags) {
        return domain.equals(CACHE);
    }

    @Override
    public List<SecurityLabel> securityLabels(DomainId domain) {
        return domain.isActive() ? List.of(new SecurityLabel("label", true)) : List.of();
    }

    @Override
    public List<String> messages(DomainId domain, int flags) {
        return domain.equals(WEB) ? List.of("first", "second") : List.of();
    }

    @Override
    public Subscription subscribe(
            DomainEventId kind, Optional<DomainId> domain, Consumer<DomainEvent> handler) {
        if (kind != DomainEventId.LIFECYCLE && kind != DomainEventId.REBOOT) {
            throw LibvirtException.unsupported(
                    ErrorDomain.TEST, "virConnectDomainEventRegisterAny");
        }
        for (DomainEvent event : events) {
            if (event.kind() == kind && (domain.isEmpty() || domain.get().equals(event.domain()))) {
                handler.accept(event);
            }
        }
        return () -> {};
    }
}
