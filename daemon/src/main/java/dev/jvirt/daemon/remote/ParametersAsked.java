package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.bridge.StringParameters;
import dev.jvirt.protocol.wire.TypedParameter;
import java.util.List;

/// How many typed parameters a client has room for, and whether it takes texts. Without room it
/// asks how many there are.
///
/// @param room as many as it takes
/// @param wireFlags the flags as they came
record ParametersAsked(int room, int wireFlags) {

    /// Checks the room.
    ///
    /// @param limit of what can be sent
    static ParametersAsked of(int room, int wireFlags, int limit) {
        check(room, limit);
        return new ParametersAsked(room, wireFlags);
    }

    /// Checks how many values a client has room for.
    static void check(int room, int limit) {
        if (room < 0) {
            throw WireErrors.internal("nparams must be non-negative");
        }
        if (room > limit) {
            throw WireErrors.internal("nparams too large");
        }
    }

    /// Refuses a client without room, where the number cannot be asked for.
    ///
    /// @param function the C function that refuses it
    void needRoom(String function) {
        if (room == 0) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN,
                    function,
                    "*nparams",
                    "*nparams in %s must be greater than zero".formatted(function));
        }
    }

    /// The flags for the driver.
    int flags() {
        return StringParameters.local(wireFlags);
    }

    /// What is sent of the parameters.
    List<TypedParameter> sent(TypedParameters parameters) {
        return StringParameters.remote(first(parameters), wireFlags);
    }

    /// The number that is sent: only to who asked for it.
    int number(TypedParameters parameters) {
        return room == 0 ? parameters.size() : 0;
    }

    private TypedParameters first(TypedParameters parameters) {
        return parameters.size() <= room
                ? parameters
                : new TypedParameters(parameters.parameters().subList(0, room));
    }

    /// Refuses more parameters than can be sent.
    static List<TypedParameter> limited(TypedParameters parameters, int limit) {
        if (parameters.size() > limit) {
            throw WireErrors.protocol(
                    "too many parameters '%d' for limit '%d'".formatted(parameters.size(), limit));
        }
        return Parameters.remote(parameters);
    }
}
