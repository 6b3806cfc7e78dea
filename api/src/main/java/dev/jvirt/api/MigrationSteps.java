package dev.jvirt.api;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.MigrationBegun;
import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.api.domain.MigrationFinished;
import dev.jvirt.api.domain.MigrationOrder;
import dev.jvirt.api.domain.MigrationOutcome;
import dev.jvirt.api.domain.MigrationPrepared;
import dev.jvirt.api.domain.MigrationSettings;
import dev.jvirt.api.domain.MigrationTerms;
import dev.jvirt.api.domain.MigrationUris;
import dev.jvirt.api.driver.MigrationDriver;
import java.util.Optional;

/// The single steps of migrations: for daemons, whose clients lead them. Applications use
/// [DomainMigration], which knows their order.
///
/// What each does, and for which side, is said at the method of the same name in
/// [MigrationDriver]. All throw OPERATION_DENIED on a read-only connection.
///
/// @param connection to one of the two sides
public record MigrationSteps(Connection connection) {

    private MigrationDriver changing(String function) {
        return connection.changing(ErrorDomain.DOMAIN, function).migration();
    }

    /// Prepare, first protocol.
    public MigrationPrepared prepare(Optional<String> uri, MigrationTerms terms) {
        return changing("virDomainMigratePrepare").prepare(uri, terms);
    }

    /// Perform, first and second protocol.
    public void perform(DomainId domain, MigrationCookie cookie, String uri, MigrationTerms terms) {
        changing("virDomainMigratePerform").perform(domain, cookie, uri, terms);
    }

    /// Finish, first protocol.
    public DomainId finish(String name, MigrationCookie cookie, String uri, long flags) {
        return changing("virDomainMigrateFinish").finish(name, cookie, uri, flags);
    }

    /// Prepare, second protocol.
    public MigrationPrepared prepare2(Optional<String> uri, MigrationTerms terms, String xml) {
        return changing("virDomainMigratePrepare2").prepare2(uri, terms, xml);
    }

    /// Finish, second protocol.
    public DomainId finish2(
            String name, MigrationCookie cookie, String uri, MigrationOutcome outcome) {
        return changing("virDomainMigrateFinish2").finish2(name, cookie, uri, outcome);
    }

    /// Prepare through a tunnel, second protocol.
    public Stream prepareTunnel(MigrationTerms terms, String xml) {
        return new Stream(changing("virDomainMigratePrepareTunnel").prepareTunnel(terms, xml));
    }

    /// Begin, third protocol.
    public MigrationBegun begin3(DomainId domain, Optional<String> xml, MigrationTerms terms) {
        return changing("virDomainMigrateBegin3").begin3(domain, xml, terms);
    }

    /// Prepare, third protocol.
    public MigrationPrepared prepare3(
            MigrationCookie cookie, Optional<String> uri, MigrationTerms terms, String xml) {
        return changing("virDomainMigratePrepare3").prepare3(cookie, uri, terms, xml);
    }

    /// Prepare through a tunnel, third protocol.
    public PreparedTunnel prepareTunnel3(MigrationCookie cookie, MigrationTerms terms, String xml) {
        var tunnel = changing("virDomainMigratePrepareTunnel3").prepareTunnel3(cookie, terms, xml);
        return new PreparedTunnel(tunnel.cookie(), new Stream(tunnel.stream()));
    }

    /// Perform, third protocol.
    public MigrationCookie perform3(DomainId domain, MigrationCookie cookie, MigrationOrder order) {
        return changing("virDomainMigratePerform3").perform3(domain, cookie, order);
    }

    /// Finish, third protocol.
    public MigrationFinished finish3(
            String name, MigrationCookie cookie, MigrationUris uris, MigrationOutcome outcome) {
        return changing("virDomainMigrateFinish3").finish3(name, cookie, uris, outcome);
    }

    /// Confirm, third protocol.
    public void confirm3(DomainId domain, MigrationCookie cookie, MigrationOutcome outcome) {
        changing("virDomainMigrateConfirm3").confirm3(domain, cookie, outcome);
    }

    /// Begin, third protocol with typed parameters.
    public MigrationBegun begin3Params(DomainId domain, MigrationSettings settings) {
        return changing("virDomainMigrateBegin3Params").begin3Params(domain, settings);
    }

    /// Prepare, third protocol with typed parameters.
    public MigrationPrepared prepare3Params(MigrationSettings settings, MigrationCookie cookie) {
        return changing("virDomainMigratePrepare3Params").prepare3Params(settings, cookie);
    }

    /// Prepare through a tunnel, third protocol with typed parameters.
    public PreparedTunnel prepareTunnel3Params(MigrationSettings settings, MigrationCookie cookie) {
        var tunnel =
                changing("virDomainMigratePrepareTunnel3Params")
                        .prepareTunnel3Params(settings, cookie);
        return new PreparedTunnel(tunnel.cookie(), new Stream(tunnel.stream()));
    }

    /// Perform, third protocol with typed parameters.
    public MigrationCookie perform3Params(
            DomainId domain,
            Optional<String> connectionUri,
            MigrationSettings settings,
            MigrationCookie cookie) {
        return changing("virDomainMigratePerform3Params")
                .perform3Params(domain, connectionUri, settings, cookie);
    }

    /// Finish, third protocol with typed parameters.
    public MigrationFinished finish3Params(
            MigrationSettings settings, MigrationCookie cookie, int cancelled) {
        return changing("virDomainMigrateFinish3Params").finish3Params(settings, cookie, cancelled);
    }

    /// Confirm, third protocol with typed parameters.
    public void confirm3Params(
            DomainId domain, MigrationSettings settings, MigrationCookie cookie, int cancelled) {
        changing("virDomainMigrateConfirm3Params")
                .confirm3Params(domain, settings, cookie, cancelled);
    }
}
