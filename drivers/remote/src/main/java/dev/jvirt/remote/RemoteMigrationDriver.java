package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
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
import dev.jvirt.api.driver.MigrationDriver;
import dev.jvirt.api.driver.MigrationTunnel;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Migrations;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.protocol.domain.DomainMigratePrepareTunnel3Codec;
import dev.jvirt.protocol.domain.DomainMigratePrepareTunnel3ParamsCodec;
import dev.jvirt.protocol.domain.DomainMigratePrepareTunnel3ParamsReplyCodec;
import dev.jvirt.protocol.domain.DomainMigratePrepareTunnel3ReplyCodec;
import dev.jvirt.protocol.domain.DomainMigratePrepareTunnelCodec;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateBegin3;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateBegin3Params;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateConfirm3;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateConfirm3Params;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateFinish;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateFinish2;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateFinish3;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateFinish3Params;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateGetCompressionCache;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateGetMaxDowntime;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateGetMaxSpeed;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePerform;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePerform3;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePerform3Params;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepare;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepare2;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepare3;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepare3Params;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepareTunnel;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepareTunnel3;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepareTunnel3Params;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateSetCompressionCache;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateSetMaxDowntime;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateSetMaxSpeed;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateStartPostCopy;
import dev.jvirt.protocol.domain.MigrationCallsClient;
import dev.jvirt.protocol.wire.TypedParameter;
import java.util.List;
import java.util.Optional;

/// Domains on their way from or to the far host.
final class RemoteMigrationDriver implements MigrationDriver {
    /// `REMOTE_DOMAIN_MIGRATE_PARAM_LIST_MAX`
    private static final int MOST_PARAMETERS = 64;

    private final RemoteCaller caller;
    private final MigrationCallsClient calls;

    RemoteMigrationDriver(RemoteCaller caller) {
        this.caller = caller;
        this.calls = new MigrationCallsClient(caller);
    }

    @Override
    public MigrationPrepared prepare(Optional<String> uri, MigrationTerms terms) {
        var reply =
                calls.domainMigratePrepare(
                        new DomainMigratePrepare(
                                uri, terms.flags(), terms.name(), terms.bandwidth()));
        return new MigrationPrepared(Migrations.local(reply.cookie()), reply.uriOut());
    }

    @Override
    public void perform(DomainId domain, MigrationCookie cookie, String uri, MigrationTerms terms) {
        calls.domainMigratePerform(
                new DomainMigratePerform(
                        Identities.remote(domain),
                        Migrations.remote(cookie),
                        uri,
                        terms.flags(),
                        terms.name(),
                        terms.bandwidth()));
    }

    @Override
    public DomainId finish(String name, MigrationCookie cookie, String uri, long flags) {
        var call = new DomainMigrateFinish(name, Migrations.remote(cookie), uri, flags);
        return Identities.local(calls.domainMigrateFinish(call).ddom());
    }

    @Override
    public MigrationPrepared prepare2(Optional<String> uri, MigrationTerms terms, String xml) {
        var reply =
                calls.domainMigratePrepare2(
                        new DomainMigratePrepare2(
                                uri, terms.flags(), terms.name(), terms.bandwidth(), xml));
        return new MigrationPrepared(Migrations.local(reply.cookie()), reply.uriOut());
    }

    @Override
    public DomainId finish2(
            String name, MigrationCookie cookie, String uri, MigrationOutcome outcome) {
        var call =
                new DomainMigrateFinish2(
                        name, Migrations.remote(cookie), uri, outcome.flags(), outcome.cancelled());
        return Identities.local(calls.domainMigrateFinish2(call).ddom());
    }

    @Override
    public StreamChannel prepareTunnel(MigrationTerms terms, String xml) {
        return caller.openStream(
                MigrationCallsClient.DOMAIN_MIGRATE_PREPARE_TUNNEL,
                DomainMigratePrepareTunnelCodec.INSTANCE,
                new DomainMigratePrepareTunnel(
                        terms.flags(), terms.name(), terms.bandwidth(), xml));
    }

    @Override
    public MigrationBegun begin3(DomainId domain, Optional<String> xml, MigrationTerms terms) {
        var reply =
                calls.domainMigrateBegin3(
                        new DomainMigrateBegin3(
                                Identities.remote(domain),
                                xml,
                                terms.flags(),
                                terms.name(),
                                terms.bandwidth()));
        return new MigrationBegun(Migrations.local(reply.cookieOut()), reply.xml());
    }

    @Override
    public MigrationPrepared prepare3(
            MigrationCookie cookie, Optional<String> uri, MigrationTerms terms, String xml) {
        var reply =
                calls.domainMigratePrepare3(
                        new DomainMigratePrepare3(
                                Migrations.remote(cookie),
                                uri,
                                terms.flags(),
                                terms.name(),
                                terms.bandwidth(),
                                xml));
        return new MigrationPrepared(Migrations.local(reply.cookieOut()), reply.uriOut());
    }

    @Override
    public MigrationTunnel prepareTunnel3(
            MigrationCookie cookie, MigrationTerms terms, String xml) {
        var opened =
                caller.openStream(
                        MigrationCallsClient.DOMAIN_MIGRATE_PREPARE_TUNNEL3,
                        DomainMigratePrepareTunnel3Codec.INSTANCE,
                        new DomainMigratePrepareTunnel3(
                                Migrations.remote(cookie),
                                terms.flags(),
                                terms.name(),
                                terms.bandwidth(),
                                xml),
                        DomainMigratePrepareTunnel3ReplyCodec.INSTANCE);
        return new MigrationTunnel(Migrations.local(opened.reply().cookieOut()), opened.stream());
    }

    @Override
    public MigrationCookie perform3(DomainId domain, MigrationCookie cookie, MigrationOrder order) {
        var call =
                new DomainMigratePerform3(
                        Identities.remote(domain),
                        order.xml(),
                        Migrations.remote(cookie),
                        order.uris().connection(),
                        order.uris().hypervisor(),
                        order.terms().flags(),
                        order.terms().name(),
                        order.terms().bandwidth());
        return Migrations.local(calls.domainMigratePerform3(call).cookieOut());
    }

    @Override
    public MigrationFinished finish3(
            String name, MigrationCookie cookie, MigrationUris uris, MigrationOutcome outcome) {
        var reply =
                calls.domainMigrateFinish3(
                        new DomainMigrateFinish3(
                                name,
                                Migrations.remote(cookie),
                                uris.connection(),
                                uris.hypervisor(),
                                outcome.flags(),
                                outcome.cancelled()));
        return new MigrationFinished(
                Identities.local(reply.domain()), Migrations.local(reply.cookieOut()));
    }

    @Override
    public void confirm3(DomainId domain, MigrationCookie cookie, MigrationOutcome outcome) {
        calls.domainMigrateConfirm3(
                new DomainMigrateConfirm3(
                        Identities.remote(domain),
                        Migrations.remote(cookie),
                        outcome.flags(),
                        outcome.cancelled()));
    }

    @Override
    public MigrationBegun begin3Params(DomainId domain, MigrationSettings settings) {
        var reply =
                calls.domainMigrateBegin3Params(
                        new DomainMigrateBegin3Params(
                                Identities.remote(domain),
                                parameters(settings),
                                settings.flags().bits()));
        return new MigrationBegun(Migrations.local(reply.cookieOut()), reply.xml());
    }

    private static List<TypedParameter> parameters(MigrationSettings settings) {
        int size = settings.parameters().size();
        if (size > MOST_PARAMETERS) {
            throw new LibvirtException(
                    ErrorDomain.REMOTE,
                    ErrorCode.RPC,
                    "Too many migration parameters '%d' for limit '%d'"
                            .formatted(size, MOST_PARAMETERS));
        }
        return Parameters.remote(settings.parameters());
    }

    @Override
    public MigrationPrepared prepare3Params(MigrationSettings settings, MigrationCookie cookie) {
        var reply =
                calls.domainMigratePrepare3Params(
                        new DomainMigratePrepare3Params(
                                parameters(settings),
                                Migrations.remote(cookie),
                                settings.flags().bits()));
        return new MigrationPrepared(Migrations.local(reply.cookieOut()), reply.uriOut());
    }

    @Override
    public MigrationTunnel prepareTunnel3Params(
            MigrationSettings settings, MigrationCookie cookie) {
        var opened =
                caller.openStream(
                        MigrationCallsClient.DOMAIN_MIGRATE_PREPARE_TUNNEL3_PARAMS,
                        DomainMigratePrepareTunnel3ParamsCodec.INSTANCE,
                        new DomainMigratePrepareTunnel3Params(
                                parameters(settings),
                                Migrations.remote(cookie),
                                settings.flags().bits()),
                        DomainMigratePrepareTunnel3ParamsReplyCodec.INSTANCE);
        return new MigrationTunnel(Migrations.local(opened.reply().cookieOut()), opened.stream());
    }

    @Override
    public MigrationCookie perform3Params(
            DomainId domain,
            Optional<String> connectionUri,
            MigrationSettings settings,
            MigrationCookie cookie) {
        var call =
                new DomainMigratePerform3Params(
                        Identities.remote(domain),
                        connectionUri,
                        parameters(settings),
                        Migrations.remote(cookie),
                        settings.flags().bits());
        return Migrations.local(calls.domainMigratePerform3Params(call).cookieOut());
    }

    @Override
    public MigrationFinished finish3Params(
            MigrationSettings settings, MigrationCookie cookie, int cancelled) {
        var reply =
                calls.domainMigrateFinish3Params(
                        new DomainMigrateFinish3Params(
                                parameters(settings),
                                Migrations.remote(cookie),
                                settings.flags().bits(),
                                cancelled));
        return new MigrationFinished(
                Identities.local(reply.domain()), Migrations.local(reply.cookieOut()));
    }

    @Override
    public void confirm3Params(
            DomainId domain, MigrationSettings settings, MigrationCookie cookie, int cancelled) {
        calls.domainMigrateConfirm3Params(
                new DomainMigrateConfirm3Params(
                        Identities.remote(domain),
                        parameters(settings),
                        Migrations.remote(cookie),
                        settings.flags().bits(),
                        cancelled));
    }

    @Override
    public void startPostCopy(DomainId domain, int flags) {
        calls.domainMigrateStartPostCopy(
                new DomainMigrateStartPostCopy(Identities.remote(domain), flags));
    }

    @Override
    public void setMaxDowntime(DomainId domain, long milliseconds, int flags) {
        calls.domainMigrateSetMaxDowntime(
                new DomainMigrateSetMaxDowntime(Identities.remote(domain), milliseconds, flags));
    }

    @Override
    public long maxDowntime(DomainId domain, int flags) {
        var call = new DomainMigrateGetMaxDowntime(Identities.remote(domain), flags);
        return calls.domainMigrateGetMaxDowntime(call).downtime();
    }

    @Override
    public void setMaxSpeed(
            DomainId domain, long bandwidth, Flags<DomainMigrateMaxSpeedFlag> flags) {
        calls.domainMigrateSetMaxSpeed(
                new DomainMigrateSetMaxSpeed(Identities.remote(domain), bandwidth, flags.bits()));
    }

    @Override
    public long maxSpeed(DomainId domain, Flags<DomainMigrateMaxSpeedFlag> flags) {
        var call = new DomainMigrateGetMaxSpeed(Identities.remote(domain), flags.bits());
        return calls.domainMigrateGetMaxSpeed(call).bandwidth();
    }

    @Override
    public long compressionCache(DomainId domain, int flags) {
        var call = new DomainMigrateGetCompressionCache(Identities.remote(domain), flags);
        return calls.domainMigrateGetCompressionCache(call).cacheSize();
    }

    @Override
    public void setCompressionCache(DomainId domain, long size, int flags) {
        calls.domainMigrateSetCompressionCache(
                new DomainMigrateSetCompressionCache(Identities.remote(domain), size, flags));
    }
}
