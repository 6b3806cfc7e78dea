package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainMigrateMaxSpeedFlag;
import dev.jvirt.api.domain.MigrationBegun;
import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.api.domain.MigrationFinished;
import dev.jvirt.api.domain.MigrationOrder;
import dev.jvirt.api.domain.MigrationOutcome;
import dev.jvirt.api.domain.MigrationPrepared;
import dev.jvirt.api.domain.MigrationSettings;
import dev.jvirt.api.domain.MigrationTerms;
import dev.jvirt.api.domain.MigrationUris;
import java.util.Optional;

/// What a driver can do to move domains between hosts. A driver overrides what it supports, and
/// says so with [DriverFeature]; the rest answers NO_SUPPORT.
///
/// There are three protocols, the third in two forms. In each the destination is told to prepare,
/// the source to perform, the destination to finish; in the third the source also begins, and is
/// told last how it went. Who leads the steps is the client, or the source by itself.
public interface MigrationDriver {
    /// Makes the destination ready for the first protocol.
    ///
    /// @param uri by which the guest shall be sent; empty: the destination chooses
    @Since("0.3.2")
    default MigrationPrepared prepare(Optional<String> uri, MigrationTerms terms) {
        throw unsupported("virDomainMigratePrepare");
    }

    /// Sends the guest, by the first and the second protocol, or in one step without either.
    @Since("0.3.2")
    default void perform(
            DomainId domain, MigrationCookie cookie, String uri, MigrationTerms terms) {
        throw unsupported("virDomainMigratePerform");
    }

    /// Lets the guest go on at the destination, by the first protocol.
    ///
    /// @param name of the domain at the destination
    @Since("0.3.2")
    default DomainId finish(String name, MigrationCookie cookie, String uri, long flags) {
        throw unsupported("virDomainMigrateFinish");
    }

    /// Makes the destination ready for the second protocol.
    ///
    /// @param uri by which the guest shall be sent; empty: the destination chooses
    /// @param xml the domain's document
    @Since("0.5.0")
    default MigrationPrepared prepare2(Optional<String> uri, MigrationTerms terms, String xml) {
        throw unsupported("virDomainMigratePrepare2");
    }

    /// Lets the guest go on at the destination, or removes what was prepared, by the second
    /// protocol.
    ///
    /// @param name of the domain at the destination
    @Since("0.5.0")
    default DomainId finish2(
            String name, MigrationCookie cookie, String uri, MigrationOutcome outcome) {
        throw unsupported("virDomainMigrateFinish2");
    }

    /// Makes the destination ready for the second protocol through a tunnel.
    ///
    /// @param xml the domain's document
    /// @return takes the guest
    @Since("0.7.2")
    default StreamChannel prepareTunnel(MigrationTerms terms, String xml) {
        throw unsupported("virDomainMigratePrepareTunnel");
    }

    /// Begins the third protocol at the source.
    ///
    /// @param xml the domain's document at the destination; empty: as it is
    @Since("0.9.2")
    default MigrationBegun begin3(DomainId domain, Optional<String> xml, MigrationTerms terms) {
        throw unsupported("virDomainMigrateBegin3");
    }

    /// Makes the destination ready for the third protocol.
    ///
    /// @param cookie of the source
    /// @param uri by which the guest shall be sent; empty: the destination chooses
    /// @param xml the domain's document
    @Since("0.9.2")
    default MigrationPrepared prepare3(
            MigrationCookie cookie, Optional<String> uri, MigrationTerms terms, String xml) {
        throw unsupported("virDomainMigratePrepare3");
    }

    /// Makes the destination ready for the third protocol through a tunnel.
    ///
    /// @param cookie of the source
    /// @param xml the domain's document
    @Since("0.9.2")
    default MigrationTunnel prepareTunnel3(
            MigrationCookie cookie, MigrationTerms terms, String xml) {
        throw unsupported("virDomainMigratePrepareTunnel3");
    }

    /// Sends the guest, by the third protocol, or in one step with the source as leader.
    ///
    /// @param cookie of the destination
    /// @return the source's cookie
    @Since("0.9.2")
    default MigrationCookie perform3(
            DomainId domain, MigrationCookie cookie, MigrationOrder order) {
        throw unsupported("virDomainMigratePerform3");
    }

    /// Lets the guest go on at the destination, or removes what was prepared, by the third
    /// protocol.
    ///
    /// @param name of the domain at the destination
    /// @param cookie of the source
    @Since("0.9.2")
    default MigrationFinished finish3(
            String name, MigrationCookie cookie, MigrationUris uris, MigrationOutcome outcome) {
        throw unsupported("virDomainMigrateFinish3");
    }

    /// Removes the domain from the source, or lets it go on there, by the third protocol.
    ///
    /// @param cookie of the destination
    @Since("0.9.2")
    default void confirm3(DomainId domain, MigrationCookie cookie, MigrationOutcome outcome) {
        throw unsupported("virDomainMigrateConfirm3");
    }

    /// As [#begin3], with typed parameters.
    @Since("1.1.0")
    default MigrationBegun begin3Params(DomainId domain, MigrationSettings settings) {
        throw unsupported("virDomainMigrateBegin3Params");
    }

    /// As [#prepare3], with typed parameters; the domain's document is one of them.
    @Since("1.1.0")
    default MigrationPrepared prepare3Params(MigrationSettings settings, MigrationCookie cookie) {
        throw unsupported("virDomainMigratePrepare3Params");
    }

    /// As [#prepareTunnel3], with typed parameters; the domain's document is one of them.
    @Since("1.1.0")
    default MigrationTunnel prepareTunnel3Params(
            MigrationSettings settings, MigrationCookie cookie) {
        throw unsupported("virDomainMigratePrepareTunnel3Params");
    }

    /// As [#perform3], with typed parameters.
    ///
    /// @param connectionUri by which the source reaches the daemon at the destination; empty
    /// unless it talks to it by itself
    @Since("1.1.0")
    default MigrationCookie perform3Params(
            DomainId domain,
            Optional<String> connectionUri,
            MigrationSettings settings,
            MigrationCookie cookie) {
        throw unsupported("virDomainMigratePerform3Params");
    }

    /// As [#finish3], with typed parameters; the domain's name is one of them.
    ///
    /// @param cancelled 0 if all went well, anything else if not
    @Since("1.1.0")
    default MigrationFinished finish3Params(
            MigrationSettings settings, MigrationCookie cookie, int cancelled) {
        throw unsupported("virDomainMigrateFinish3Params");
    }

    /// As [#confirm3], with typed parameters.
    ///
    /// @param cancelled 0 if all went well, anything else if not
    @Since("1.1.0")
    default void confirm3Params(
            DomainId domain, MigrationSettings settings, MigrationCookie cookie, int cancelled) {
        throw unsupported("virDomainMigrateConfirm3Params");
    }

    /// Lets the guest go on at the destination before all of its memory is there. `flags` must be
    /// 0.
    @Since("1.3.3")
    default void startPostCopy(DomainId domain, int flags) {
        throw unsupported("virDomainMigrateStartPostCopy");
    }

    /// Sets how long the guest may stand still, in milliseconds. `flags` must be 0.
    @Since("0.8.0")
    default void setMaxDowntime(DomainId domain, long milliseconds, int flags) {
        throw unsupported("virDomainMigrateSetMaxDowntime");
    }

    /// How long the guest may stand still, in milliseconds. `flags` must be 0.
    @Since("3.7.0")
    default long maxDowntime(DomainId domain, int flags) {
        throw unsupported("virDomainMigrateGetMaxDowntime");
    }

    /// Sets the most that is sent, in MiB/s.
    @Since("0.9.0")
    default void setMaxSpeed(
            DomainId domain, long bandwidth, Flags<DomainMigrateMaxSpeedFlag> flags) {
        throw unsupported("virDomainMigrateSetMaxSpeed");
    }

    /// The most that is sent, in MiB/s.
    @Since("0.9.5")
    default long maxSpeed(DomainId domain, Flags<DomainMigrateMaxSpeedFlag> flags) {
        throw unsupported("virDomainMigrateGetMaxSpeed");
    }

    /// The size of the cache for pages that were sent, in bytes. `flags` must be 0.
    @Since("1.0.3")
    default long compressionCache(DomainId domain, int flags) {
        throw unsupported("virDomainMigrateGetCompressionCache");
    }

    /// Sets the size of the cache for pages that were sent, in bytes. `flags` must be 0.
    @Since("1.0.3")
    default void setCompressionCache(DomainId domain, long size, int flags) {
        throw unsupported("virDomainMigrateSetCompressionCache");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
