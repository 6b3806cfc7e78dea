package dev.jvirt.daemon.remote;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.MigrationSteps;
import dev.jvirt.api.domain.MigrationFinished;
import dev.jvirt.api.domain.MigrationOrder;
import dev.jvirt.api.domain.MigrationOutcome;
import dev.jvirt.api.domain.MigrationSettings;
import dev.jvirt.api.domain.MigrationTerms;
import dev.jvirt.api.domain.MigrationUris;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Migrations;
import dev.jvirt.bridge.Parameters;
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
import dev.jvirt.protocol.domain.MigrationCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.rpc.server.IncomingCall;
import java.util.List;

/// Migrations: the steps that clients lead, and what governs one under way.
record MigrationProgram(RemoteSession session, IncomingCall call) implements MigrationCallsHandler {

    private MigrationSteps steps() {
        return session.connection().migrationSteps();
    }

    private Domain domain(RemoteDomain named) {
        return session.connection().domain(Identities.local(named));
    }

    private static MigrationSettings settings(List<TypedParameter> parameters, int flags) {
        return new MigrationSettings(Parameters.local(parameters), new Flags<>(flags));
    }

    @Override
    public DomainMigratePrepare.Reply domainMigratePrepare(DomainMigratePrepare message) {
        var prepared =
                steps().prepare(
                                message.uriIn(),
                                new MigrationTerms(
                                        message.flags(), message.dname(), message.resource()));
        return new DomainMigratePrepare.Reply(Migrations.remote(prepared.cookie()), prepared.uri());
    }

    @Override
    public void domainMigratePerform(DomainMigratePerform message) {
        steps().perform(
                        Identities.local(message.domain()),
                        Migrations.local(message.cookie()),
                        message.uri(),
                        new MigrationTerms(message.flags(), message.dname(), message.resource()));
    }

    @Override
    public DomainMigrateFinish.Reply domainMigrateFinish(DomainMigrateFinish message) {
        var finished =
                steps().finish(
                                message.dname(),
                                Migrations.local(message.cookie()),
                                message.uri(),
                                message.flags());
        return new DomainMigrateFinish.Reply(Identities.remote(finished));
    }

    @Override
    public DomainMigratePrepare2.Reply domainMigratePrepare2(DomainMigratePrepare2 message) {
        var terms = new MigrationTerms(message.flags(), message.dname(), message.resource());
        var prepared = steps().prepare2(message.uriIn(), terms, message.domXml());
        return new DomainMigratePrepare2.Reply(
                Migrations.remote(prepared.cookie()), prepared.uri());
    }

    @Override
    public DomainMigrateFinish2.Reply domainMigrateFinish2(DomainMigrateFinish2 message) {
        var finished =
                steps().finish2(
                                message.dname(),
                                Migrations.local(message.cookie()),
                                message.uri(),
                                new MigrationOutcome(message.flags(), message.retcode()));
        return new DomainMigrateFinish2.Reply(Identities.remote(finished));
    }

    @Override
    public void domainMigratePrepareTunnel(DomainMigratePrepareTunnel message) {
        var terms = new MigrationTerms(message.flags(), message.dname(), message.resource());
        StreamPump.start(call, steps().prepareTunnel(terms, message.domXml()));
    }

    @Override
    public DomainMigrateBegin3.Reply domainMigrateBegin3(DomainMigrateBegin3 message) {
        var begun =
                steps().begin3(
                                Identities.local(message.domain()),
                                message.xmlin(),
                                new MigrationTerms(
                                        message.flags(), message.dname(), message.resource()));
        return new DomainMigrateBegin3.Reply(Migrations.remote(begun.cookie()), begun.xml());
    }

    @Override
    public DomainMigratePrepare3.Reply domainMigratePrepare3(DomainMigratePrepare3 message) {
        var prepared =
                steps().prepare3(
                                Migrations.local(message.cookieIn()),
                                message.uriIn(),
                                new MigrationTerms(
                                        message.flags(), message.dname(), message.resource()),
                                message.domXml());
        return new DomainMigratePrepare3.Reply(
                Migrations.remote(prepared.cookie()), prepared.uri());
    }

    @Override
    public DomainMigratePrepareTunnel3.Reply domainMigratePrepareTunnel3(
            DomainMigratePrepareTunnel3 message) {
        var tunnel =
                steps().prepareTunnel3(
                                Migrations.local(message.cookieIn()),
                                new MigrationTerms(
                                        message.flags(), message.dname(), message.resource()),
                                message.domXml());
        StreamPump.start(call, tunnel.stream());
        return new DomainMigratePrepareTunnel3.Reply(Migrations.remote(tunnel.cookie()));
    }

    @Override
    public DomainMigratePerform3.Reply domainMigratePerform3(DomainMigratePerform3 message) {
        var terms = new MigrationTerms(message.flags(), message.dname(), message.resource());
        var uris = new MigrationUris(message.dconnuri(), message.uri());
        var cookie =
                steps().perform3(
                                Identities.local(message.domain()),
                                Migrations.local(message.cookieIn()),
                                new MigrationOrder(message.xmlin(), uris, terms));
        return new DomainMigratePerform3.Reply(Migrations.remote(cookie));
    }

    @Override
    public DomainMigrateFinish3.Reply domainMigrateFinish3(DomainMigrateFinish3 message) {
        MigrationFinished finished =
                steps().finish3(
                                message.dname(),
                                Migrations.local(message.cookieIn()),
                                new MigrationUris(message.dconnuri(), message.uri()),
                                new MigrationOutcome(message.flags(), message.cancelled()));
        return new DomainMigrateFinish3.Reply(
                Identities.remote(finished.domain()), Migrations.remote(finished.cookie()));
    }

    @Override
    public void domainMigrateConfirm3(DomainMigrateConfirm3 message) {
        steps().confirm3(
                        Identities.local(message.domain()),
                        Migrations.local(message.cookieIn()),
                        new MigrationOutcome(message.flags(), message.cancelled()));
    }

    @Override
    public DomainMigrateBegin3Params.Reply domainMigrateBegin3Params(
            DomainMigrateBegin3Params message) {
        var begun =
                steps().begin3Params(
                                Identities.local(message.domain()),
                                settings(message.params(), message.flags()));
        return new DomainMigrateBegin3Params.Reply(Migrations.remote(begun.cookie()), begun.xml());
    }

    @Override
    public DomainMigratePrepare3Params.Reply domainMigratePrepare3Params(
            DomainMigratePrepare3Params message) {
        var prepared =
                steps().prepare3Params(
                                settings(message.params(), message.flags()),
                                Migrations.local(message.cookieIn()));
        return new DomainMigratePrepare3Params.Reply(
                Migrations.remote(prepared.cookie()), prepared.uri());
    }

    @Override
    public DomainMigratePrepareTunnel3Params.Reply domainMigratePrepareTunnel3Params(
            DomainMigratePrepareTunnel3Params message) {
        var tunnel =
                steps().prepareTunnel3Params(
                                settings(message.params(), message.flags()),
                                Migrations.local(message.cookieIn()));
        StreamPump.start(call, tunnel.stream());
        return new DomainMigratePrepareTunnel3Params.Reply(Migrations.remote(tunnel.cookie()));
    }

    @Override
    public DomainMigratePerform3Params.Reply domainMigratePerform3Params(
            DomainMigratePerform3Params message) {
        var cookie =
                steps().perform3Params(
                                Identities.local(message.domain()),
                                message.dconnuri(),
                                settings(message.params(), message.flags()),
                                Migrations.local(message.cookieIn()));
        return new DomainMigratePerform3Params.Reply(Migrations.remote(cookie));
    }

    @Override
    public DomainMigrateFinish3Params.Reply domainMigrateFinish3Params(
            DomainMigrateFinish3Params message) {
        MigrationFinished finished =
                steps().finish3Params(
                                settings(message.params(), message.flags()),
                                Migrations.local(message.cookieIn()),
                                message.cancelled());
        return new DomainMigrateFinish3Params.Reply(
                Identities.remote(finished.domain()), Migrations.remote(finished.cookie()));
    }

    @Override
    public void domainMigrateConfirm3Params(DomainMigrateConfirm3Params message) {
        steps().confirm3Params(
                        Identities.local(message.domain()),
                        settings(message.params(), message.flags()),
                        Migrations.local(message.cookieIn()),
                        message.cancelled());
    }

    @Override
    public void domainMigrateStartPostCopy(DomainMigrateStartPostCopy message) {
        domain(message.domain()).migration().startPostCopy(message.flags());
    }

    @Override
    public void domainMigrateSetMaxDowntime(DomainMigrateSetMaxDowntime message) {
        domain(message.domain()).migration().setMaxDowntime(message.downtime(), message.flags());
    }

    @Override
    public DomainMigrateGetMaxDowntime.Reply domainMigrateGetMaxDowntime(
            DomainMigrateGetMaxDowntime message) {
        return new DomainMigrateGetMaxDowntime.Reply(
                domain(message.domain()).migration().maxDowntime(message.flags()));
    }

    @Override
    public void domainMigrateSetMaxSpeed(DomainMigrateSetMaxSpeed message) {
        domain(message.domain())
                .migration()
                .setMaxSpeed(message.bandwidth(), new Flags<>(message.flags()));
    }

    @Override
    public DomainMigrateGetMaxSpeed.Reply domainMigrateGetMaxSpeed(
            DomainMigrateGetMaxSpeed message) {
        return new DomainMigrateGetMaxSpeed.Reply(
                domain(message.domain()).migration().maxSpeed(new Flags<>(message.flags())));
    }

    @Override
    public DomainMigrateGetCompressionCache.Reply domainMigrateGetCompressionCache(
            DomainMigrateGetCompressionCache message) {
        return new DomainMigrateGetCompressionCache.Reply(
                domain(message.domain()).migration().compressionCache(message.flags()));
    }

    @Override
    public void domainMigrateSetCompressionCache(DomainMigrateSetCompressionCache message) {
        domain(message.domain())
                .migration()
                .setCompressionCache(message.cacheSize(), message.flags());
    }
}
