package dev.jvirt.api.migration;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainMigrateFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.MigrationBegun;
import dev.jvirt.api.domain.MigrationCookie;
import dev.jvirt.api.domain.MigrationFinished;
import dev.jvirt.api.domain.MigrationParameter;
import dev.jvirt.api.domain.MigrationPrepared;
import dev.jvirt.api.domain.MigrationSettings;
import dev.jvirt.api.driver.MigrationDriver;
import java.util.ArrayList;
import java.util.Optional;

/// The third protocol with typed parameters: what a step learns becomes a parameter of those after
/// it.
final class ParameterSteps implements ThirdSteps {
    private final MigrationRoute route;
    private final MigrationDriver source;
    private final MigrationDriver destination;
    private TypedParameters parameters;
    private StepFlags flags;

    ParameterSteps(MigrationRoute route, TypedParameters parameters, StepFlags flags) {
        this.route = route;
        this.source = route.source().migration();
        this.destination = route.destination().migration();
        this.parameters = parameters;
        this.flags = flags;
    }

    private MigrationSettings settings(Flags<DomainMigrateFlag> stepFlags) {
        return new MigrationSettings(parameters, stepFlags);
    }

    @Override
    public MigrationBegun begin() {
        return source.begin3Params(route.domain(), settings(flags.source()));
    }

    @Override
    public void checkPaused() {
        flags = flags.paused(isPaused());
    }

    /// A source that knows parameters knows this call, too.
    private boolean isPaused() {
        try {
            return route.source().domains().state(route.domain(), 0).state() == DomainState.PAUSED;
        } catch (LibvirtException e) {
            return false;
        }
    }

    @Override
    public MigrationPrepared prepare(MigrationBegun begun) {
        replace(MigrationParameter.DEST_XML, begun.xml());
        return destination.prepare3Params(settings(flags.destination()), begun.cookie());
    }

    @Override
    public void route(MigrationPrepared prepared) {
        if (prepared.uri().isPresent()) {
            replace(MigrationParameter.URI, prepared.uri().get());
        } else if (!isText(MigrationParameter.URI)) {
            throw FirstProtocol.noUri("domainMigratePrepare3 did not set uri");
        }
    }

    @Override
    public MigrationCookie perform(MigrationCookie cookie) {
        return source.perform3Params(
                route.domain(), Optional.empty(), settings(flags.source()), cookie);
    }

    @Override
    public MigrationFinished finish(MigrationCookie cookie, int cancelled) {
        if (!isText(MigrationParameter.DEST_NAME)) {
            replace(MigrationParameter.DEST_NAME, route.domain().name());
        }
        return destination.finish3Params(settings(flags.destination()), cookie, cancelled);
    }

    @Override
    public void confirm(MigrationCookie cookie, int cancelled) {
        source.confirm3Params(route.domain(), settings(flags.source()), cookie, cancelled);
    }

    private boolean isText(String name) {
        return parameters.get(name).orElse(null) instanceof TypedValue.OfString;
    }

    /// Puts a text in the place of the first value of that name, or at the end.
    private void replace(String name, String text) {
        var all = new ArrayList<>(parameters.parameters());
        var value = new TypedParameter(name, TypedValue.ofString(text));
        int place = 0;
        while (place < all.size() && !all.get(place).name().equals(name)) {
            place++;
        }
        if (place == all.size()) {
            all.add(value);
        } else if (all.get(place).value() instanceof TypedValue.OfString) {
            all.set(place, value);
        } else {
            throw new LibvirtException(
                    ErrorCode.INVALID_ARG, "Parameter '%s' is not a string".formatted(name));
        }
        parameters = new TypedParameters(all);
    }
}
