package dev.jvirt.daemon.remote;

import dev.jvirt.api.TypedParameters;
import dev.jvirt.bridge.StringParameters;
import dev.jvirt.protocol.wire.TypedParameter;
import java.util.List;
import java.util.function.BiFunction;

/// The answer to calls that ask first how many values there are, and then for so many of them: the
/// number of values when none are wanted, the values and 0 else.
///
/// @param wanted as the client says
/// @param limit of the protocol
record Counted(int wanted, int limit) {

    /// Refuses what the protocol does not carry.
    Counted {
        if (wanted < 0) {
            throw WireErrors.internal("nparams must be non-negative");
        }
        if (wanted > limit) {
            throw WireErrors.internal("nparams too large");
        }
    }

    /// The reply with parameters, for a client that sent these flags.
    <R> R reply(
            TypedParameters found, int flags, BiFunction<List<TypedParameter>, Integer, R> reply) {
        return wanted == 0
                ? reply.apply(List.of(), found.size())
                : reply.apply(
                        StringParameters.remote(
                                new TypedParameters(first(found.parameters())), flags),
                        0);
    }

    /// The reply with other values.
    <T, R> R reply(List<T> found, BiFunction<List<T>, Integer, R> reply) {
        return wanted == 0 ? reply.apply(List.of(), found.size()) : reply.apply(first(found), 0);
    }

    private <T> List<T> first(List<T> found) {
        return found.size() <= wanted ? found : found.subList(0, wanted);
    }
}
