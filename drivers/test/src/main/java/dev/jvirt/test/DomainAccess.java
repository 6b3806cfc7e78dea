package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.domain.PublishedDomain;
import dev.jvirt.base.job.JobKind;
import dev.jvirt.documents.domain.DomainDefinition;
import java.util.Optional;
import java.util.function.Consumer;

/// The domains of a world, one at a time: for those who look at one, and for those who change it.
///
/// Every change is made while its domain's job is held, and reported before another change of the
/// world is made: a domain that is gone and its successor make one history.
final class DomainAccess {
    /// The client takes texts among typed parameters: every client does.
    private static final int STRING_OKAY = 4;

    private final TestWorld world;

    DomainAccess(TestWorld world) {
        this.world = world;
    }

    TestWorld world() {
        return world;
    }

    /// Whether a domain of the list is one for everybody: it runs, or it is defined. Others are
    /// just coming or going.
    static boolean exists(DomainObject domain) {
        PublishedDomain published = domain.published();
        return published.isActive() || published.persistent();
    }

    /// @throws LibvirtException OPERATION_INVALID if the domain does not run
    static void requireActive(PublishedDomain domain) {
        if (!domain.isActive()) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN, ErrorCode.OPERATION_INVALID, "domain is not running");
        }
    }

    /// The domain that is meant, or NO_DOMAIN.
    DomainObject require(DomainId domain) {
        return world.domains()
                .find(domain.uuid())
                .filter(DomainAccess::exists)
                .orElseThrow(() -> world.domains().missing(domain));
    }

    PublishedDomain published(DomainId domain) {
        return require(domain).published();
    }

    /// The domain as it runs.
    ///
    /// @throws LibvirtException OPERATION_INVALID if the domain does not run
    PublishedDomain running(DomainId domain) {
        PublishedDomain published = published(domain);
        requireActive(published);
        return published;
    }

    /// What is known beside its definition of a domain that runs.
    GuestState guest(DomainId domain) {
        running(domain);
        return world.guest(domain.uuid());
    }

    /// Changes a domain while nobody else does.
    ///
    /// @return the domain after that
    DomainId change(DomainId id, String function, Consumer<DomainObject> action) {
        while (true) {
            DomainObject domain = world.domains().require(id);
            try (var _ = domain.jobs().acquire(JobKind.MODIFY, function)) {
                if (!domain.isRemoved()) {
                    if (!exists(domain)) {
                        throw world.domains().missing(id);
                    }
                    world.inOrder(() -> action.accept(domain));
                    return domain.identity();
                }
            }
        }
    }

    /// The definition that a call which looks at one means.
    DomainDefinition definition(DomainId domain, Flags<DomainAffectFlag> flags) {
        PublishedDomain published = published(domain);
        requireOne(flags);
        return Scope.of(published, flags).live() ? published.current() : published.inactive();
    }

    /// How a definition changes.
    interface Redefinition {
        /// The new definition.
        ///
        /// @param live whether it is the one of the running domain
        DomainDefinition apply(DomainDefinition definition, boolean live);
    }

    /// Changes what the running domain is, or what it will be when it starts next: not both, which
    /// C's test driver refuses.
    void redefine(
            DomainId id, String function, Flags<DomainAffectFlag> flags, Redefinition change) {
        change(
                id,
                function,
                domain -> {
                    requireOne(flags);
                    redefine(domain, flags, change);
                });
    }

    /// Changes what the running domain is, what it will be when it starts next, or both.
    void redefineBoth(
            DomainId id, String function, Flags<DomainAffectFlag> flags, Redefinition change) {
        change(id, function, domain -> redefine(domain, flags, change));
    }

    /// Changes the definitions of a domain whose job is held.
    static void redefine(DomainObject domain, Flags<DomainAffectFlag> flags, Redefinition change) {
        PublishedDomain now = domain.published();
        Scope scope = Scope.of(now, flags);
        Optional<DomainDefinition> live =
                scope.live() ? Optional.of(change.apply(now.current(), true)) : Optional.empty();
        Optional<DomainDefinition> next =
                scope.config()
                        ? Optional.of(change.apply(now.inactive(), false))
                        : Optional.empty();
        live.ifPresent(domain::live);
        next.ifPresent(domain::next);
    }

    /// Which definitions a call is about.
    private record Scope(boolean live, boolean config) {
        static Scope of(PublishedDomain domain, Flags<DomainAffectFlag> flags) {
            boolean live = flags.has(DomainAffectFlag.LIVE);
            boolean config = flags.has(DomainAffectFlag.CONFIG);
            if (!live && !config) {
                return new Scope(domain.isActive(), !domain.isActive());
            }
            if (live) {
                requireActive(domain);
            }
            if (config && !domain.persistent()) {
                throw new LibvirtException(
                        ErrorDomain.DOMAIN,
                        ErrorCode.OPERATION_INVALID,
                        "transient domains do not have any persistent config");
            }
            return new Scope(live, config);
        }
    }

    private static void requireOne(Flags<DomainAffectFlag> flags) {
        if (flags.has(DomainAffectFlag.LIVE) && flags.has(DomainAffectFlag.CONFIG)) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN,
                    "virDomainObjGetOneDefState",
                    "flags",
                    "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually"
                            + " exclusive");
        }
    }

    /// Refuses all flags but those that say which definition is meant.
    static void allowScope(String function, Flags<DomainAffectFlag> flags) {
        flags.allow(ErrorDomain.TEST, function, DomainAffectFlag.values());
    }

    /// The same for a call that answers with typed parameters.
    static Flags<DomainAffectFlag> allowTyped(String function, Flags<DomainAffectFlag> flags) {
        var scope = new Flags<DomainAffectFlag>(flags.bits() & ~STRING_OKAY);
        scope.allow(ErrorDomain.TEST, function, DomainAffectFlag.values());
        return scope;
    }
}
