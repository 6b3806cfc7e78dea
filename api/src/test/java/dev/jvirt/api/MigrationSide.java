package dev.jvirt.api;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInfo;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.domain.MigrationBegun;
import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.api.domain.MigrationFinished;
import dev.jvirt.api.domain.MigrationOrder;
import dev.jvirt.api.domain.MigrationOutcome;
import dev.jvirt.api.domain.MigrationPrepared;
import dev.jvirt.api.domain.MigrationSettings;
import dev.jvirt.api.domain.MigrationTerms;
import dev.jvirt.api.domain.MigrationUris;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DriverFeature;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.MigrationDriver;
import dev.jvirt.api.driver.OpenRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One side of a migration: it notes the steps that it is told to take, and fails where it shall.
final class MigrationSide implements ConnectDriver {
    static final DomainId WEB = new DomainId("web", new UUID(1, 2), 3);

    /// What it can do.
    final Set<DriverFeature> features = EnumSet.allOf(DriverFeature.class);

    /// The errors of steps, by their names.
    final Map<String, LibvirtException> failures = new HashMap<>();

    /// Where it wants guests to be sent.
    Optional<String> uri = Optional.of("tcp:there:49152");

    DomainState state = DomainState.RUNNING;

    private final String name;
    private final List<String> steps;

    /// @param steps of both sides
    MigrationSide(String name, List<String> steps) {
        this.name = name;
        this.steps = steps;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> schemes() {
        return Set.of(name);
    }

    @Override
    public Optional<DriverSession> open(OpenRequest request) {
        return Optional.of(new Session());
    }

    private void step(String step, Object... details) {
        var line = new ArrayList<String>(List.of(name, step));
        for (Object detail : details) {
            line.add(text(detail));
        }
        steps.add(String.join(" ", line));
        LibvirtException failure = failures.get(step);
        if (failure != null) {
            throw failure;
        }
    }

    private static String text(Object detail) {
        return switch (detail) {
            case Optional<?> optional -> optional.map(MigrationSide::text).orElse("-");
            case MigrationCookie cookie ->
                    "<" + new String(cookie.bytes(), StandardCharsets.UTF_8) + ">";
            case MigrationTerms terms ->
                    "%x %s %d".formatted(terms.flags(), text(terms.name()), terms.bandwidth());
            case MigrationUris uris -> text(uris.connection()) + " " + text(uris.hypervisor());
            case MigrationOrder order ->
                    "%s %s %s"
                            .formatted(text(order.xml()), text(order.uris()), text(order.terms()));
            case MigrationOutcome outcome ->
                    "%x %d".formatted(outcome.flags(), outcome.cancelled());
            case MigrationSettings settings ->
                    "%x %s".formatted(settings.flags().bits(), text(settings.parameters()));
            case TypedParameters parameters ->
                    parameters.parameters().stream()
                            .map(one -> one.name() + "=" + one.value().text())
                            .toList()
                            .toString();
            default -> detail.toString();
        };
    }

    private static MigrationCookie cookie(String text) {
        return new MigrationCookie(text.getBytes(StandardCharsets.UTF_8));
    }

    private final class Session implements DriverSession {
        @Override
        public HostDriver host() {
            return new HostDriver() {
                @Override
                public String uri() {
                    return name + "://host/system";
                }

                @Override
                public boolean supportsFeature(int feature) {
                    return features.stream().anyMatch(one -> one.code() == feature);
                }
            };
        }

        @Override
        public DomainDriver domains() {
            return new Domains();
        }

        @Override
        public MigrationDriver migration() {
            return new Migration();
        }

        @Override
        public void close() {}
    }

    private final class Domains implements DomainDriver {
        @Override
        public DomainId lookupByName(String wanted) {
            step("lookup", wanted);
            return new DomainId(wanted, WEB.uuid(), 9);
        }

        @Override
        public DomainInfo info(DomainId domain) {
            step("info");
            return new DomainInfo(state, 1, 1, 1, 1);
        }

        @Override
        public DomainStatus state(DomainId domain, int flags) {
            step("state");
            return new DomainStatus(state, DomainStateReason.of(state, 1));
        }

        @Override
        public String xml(DomainId domain, Flags<DomainXmlFlag> flags) {
            step("xml", flags.bits());
            return "<source/>";
        }
    }

    private final class Migration implements MigrationDriver {
        @Override
        public MigrationPrepared prepare(Optional<String> wanted, MigrationTerms terms) {
            step("prepare", wanted, terms);
            return new MigrationPrepared(cookie("prepared"), uri);
        }

        @Override
        public void perform(
                DomainId domain, MigrationCookie cookie, String to, MigrationTerms terms) {
            step("perform", cookie, to, terms);
        }

        @Override
        public DomainId finish(String domain, MigrationCookie cookie, String from, long flags) {
            step("finish", domain, cookie, from, Long.toHexString(flags));
            return new DomainId(domain, WEB.uuid(), 9);
        }

        @Override
        public MigrationPrepared prepare2(
                Optional<String> wanted, MigrationTerms terms, String xml) {
            step("prepare2", wanted, terms, xml);
            return new MigrationPrepared(cookie("prepared"), uri);
        }

        @Override
        public DomainId finish2(
                String domain, MigrationCookie cookie, String from, MigrationOutcome outcome) {
            step("finish2", domain, cookie, from, outcome);
            return new DomainId(domain, WEB.uuid(), 9);
        }

        @Override
        public MigrationBegun begin3(DomainId domain, Optional<String> xml, MigrationTerms terms) {
            step("begin3", xml, terms);
            return new MigrationBegun(cookie("begun"), "<begun/>");
        }

        @Override
        public MigrationPrepared prepare3(
                MigrationCookie cookie, Optional<String> wanted, MigrationTerms terms, String xml) {
            step("prepare3", cookie, wanted, terms, xml);
            return new MigrationPrepared(cookie("prepared"), uri);
        }

        @Override
        public MigrationCookie perform3(
                DomainId domain, MigrationCookie cookie, MigrationOrder order) {
            step("perform3", cookie, order);
            return cookie("performed");
        }

        @Override
        public MigrationFinished finish3(
                String domain, MigrationCookie cookie, MigrationUris uris, MigrationOutcome how) {
            step("finish3", domain, cookie, uris, how);
            return new MigrationFinished(new DomainId(domain, WEB.uuid(), 9), cookie("finished"));
        }

        @Override
        public void confirm3(DomainId domain, MigrationCookie cookie, MigrationOutcome outcome) {
            step("confirm3", cookie, outcome);
        }

        @Override
        public MigrationBegun begin3Params(DomainId domain, MigrationSettings settings) {
            step("begin3Params", settings);
            return new MigrationBegun(cookie("begun"), "<begun/>");
        }

        @Override
        public MigrationPrepared prepare3Params(
                MigrationSettings settings, MigrationCookie cookie) {
            step("prepare3Params", cookie, settings);
            return new MigrationPrepared(cookie("prepared"), uri);
        }

        @Override
        public MigrationCookie perform3Params(
                DomainId domain,
                Optional<String> connectionUri,
                MigrationSettings settings,
                MigrationCookie cookie) {
            step("perform3Params", cookie, connectionUri, settings);
            return cookie("performed");
        }

        @Override
        public MigrationFinished finish3Params(
                MigrationSettings settings, MigrationCookie cookie, int cancelled) {
            step("finish3Params", cookie, cancelled, settings);
            String domain = settings.parameters().getString("destination_name").orElseThrow();
            return new MigrationFinished(new DomainId(domain, WEB.uuid(), 9), cookie("finished"));
        }

        @Override
        public void confirm3Params(
                DomainId domain,
                MigrationSettings settings,
                MigrationCookie cookie,
                int cancelled) {
            step("confirm3Params", cookie, cancelled, settings);
        }
    }
}
