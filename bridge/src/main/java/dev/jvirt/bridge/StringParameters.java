package dev.jvirt.bridge;

import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.protocol.wire.TypedParameter;
import java.util.ArrayList;
import java.util.List;

/// Texts among typed parameters. They came later than numbers: a client says with a bit among the
/// flags of its call that it can take them, and is not sent any without it.
public final class StringParameters {
    /// `VIR_TYPED_PARAM_STRING_OKAY`
    private static final int OKAY = 1 << 2;

    private StringParameters() {}

    /// Flags as they travel, with the bit.
    public static int accepted(int flags) {
        return flags | OKAY;
    }

    /// Flags for a driver, which always may answer with texts.
    public static int local(int flags) {
        return flags & ~OKAY;
    }

    /// Parameters for a client that sent these flags.
    public static List<TypedParameter> remote(TypedParameters parameters, int flags) {
        if ((flags & OKAY) != 0) {
            return Parameters.remote(parameters);
        }
        var numbers = new ArrayList<dev.jvirt.api.TypedParameter>(parameters.size());
        for (var parameter : parameters.parameters()) {
            if (!(parameter.value() instanceof TypedValue.OfString)) {
                numbers.add(parameter);
            }
        }
        return Parameters.remote(new TypedParameters(numbers));
    }
}
