package dev.jvirt.test;

import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.documents.domain.IoTune;
import java.util.OptionalLong;

/// `<iotune>` of a disk as typed parameters.
final class IoTuneLimits {
    private static final String SIZE = "size_iops_sec";
    private static final String GROUP = "group_name";
    private static final String[] KINDS = {
        "total_bytes_sec",
        "read_bytes_sec",
        "write_bytes_sec",
        "total_iops_sec",
        "read_iops_sec",
        "write_iops_sec"
    };

    /// How many parameters there are.
    static final int COUNT = 3 * KINDS.length + 2;

    private IoTuneLimits() {}

    static TypedParameters of(IoTune tune) {
        var parameters = TypedParameters.builder();
        put(parameters, tune.limits(), "");
        put(parameters, tune.peaks(), "_max");
        parameters
                .put(SIZE, TypedValue.ofUnsignedLong(tune.sizeIops().orElse(0)))
                .put(GROUP, TypedValue.ofString(tune.group().orElse("")));
        put(parameters, tune.lengths(), "_max_length");
        return parameters.build();
    }

    private static void put(TypedParameters.Builder parameters, IoTune.Limits limits, String end) {
        OptionalLong[] values = {
            limits.totalBytes(),
            limits.readBytes(),
            limits.writeBytes(),
            limits.totalIops(),
            limits.readIops(),
            limits.writeIops()
        };
        for (int i = 0; i < KINDS.length; i++) {
            parameters.put(KINDS[i] + end, TypedValue.ofUnsignedLong(values[i].orElse(0)));
        }
    }

    /// The limits that are told; there are no others then.
    static IoTune parse(TypedParameters parameters) {
        for (TypedParameter parameter : parameters.parameters()) {
            requireKnown(parameter.name());
        }
        requireOneKind(parameters, "bytes_sec");
        requireOneKind(parameters, "iops_sec");
        requireOneKind(parameters, "bytes_sec_max");
        requireOneKind(parameters, "iops_sec_max");
        for (String kind : KINDS) {
            if (number(parameters, kind).orElse(0) > number(parameters, kind + "_max").orElse(0)) {
                throw TestErrors.invalidArgument(
                        "%s cannot be set higher than %s_max ".formatted(kind, kind));
            }
        }
        return new IoTune(
                limits(parameters, ""),
                limits(parameters, "_max"),
                limits(parameters, "_max_length"),
                number(parameters, SIZE),
                parameters.getString(GROUP).filter(name -> !name.isEmpty()));
    }

    private static void requireKnown(String name) {
        if (name.equals(SIZE) || name.equals(GROUP)) {
            return;
        }
        for (String kind : KINDS) {
            if (name.equals(kind)
                    || name.equals(kind + "_max")
                    || name.equals(kind + "_max_length")) {
                return;
            }
        }
        throw TestErrors.parameter(name);
    }

    private static void requireOneKind(TypedParameters parameters, String what) {
        boolean total = number(parameters, "total_" + what).isPresent();
        boolean parts =
                number(parameters, "read_" + what).isPresent()
                        || number(parameters, "write_" + what).isPresent();
        if (total && parts) {
            throw TestErrors.invalidArgument(
                    "total and read/write of %s cannot be set at the same time".formatted(what));
        }
    }

    private static IoTune.Limits limits(TypedParameters parameters, String end) {
        return new IoTune.Limits(
                number(parameters, KINDS[0] + end),
                number(parameters, KINDS[1] + end),
                number(parameters, KINDS[2] + end),
                number(parameters, KINDS[3] + end),
                number(parameters, KINDS[4] + end),
                number(parameters, KINDS[5] + end));
    }

    private static OptionalLong number(TypedParameters parameters, String name) {
        OptionalLong told = parameters.getUnsignedLong(name);
        return told.orElse(0) == 0 ? OptionalLong.empty() : told;
    }
}
