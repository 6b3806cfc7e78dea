package dev.jvirt.daemon.admin;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.TypedValue;
import java.util.ArrayList;
import java.util.List;

/// Named values, given and taken.
final class Parameters {
    private final List<TypedParameter> list = new ArrayList<>();

    /// Refuses what is not an unsigned number of one of these names, or stands there twice.
    static void check(List<TypedParameter> given, String... names) {
        var seen = new ArrayList<String>();
        for (TypedParameter parameter : given) {
            String name = parameter.field();
            if (!List.of(names).contains(name)) {
                throw new LibvirtException(
                        ErrorCode.ARGUMENT_UNSUPPORTED,
                        "parameter '%s' not supported".formatted(name));
            }
            if (seen.contains(name)) {
                throw invalid("parameter '%s' occurs multiple times".formatted(name));
            }
            if (!(parameter.value() instanceof TypedValue.OfUnsignedInt)) {
                throw invalid(
                        "invalid type '%s' for parameter '%s', expected 'uint'"
                                .formatted(type(parameter.value()), name));
            }
            seen.add(name);
        }
    }

    private static String type(TypedValue value) {
        return switch (value) {
            case TypedValue.OfInt i -> "int";
            case TypedValue.OfUnsignedInt ui -> "uint";
            case TypedValue.OfLong l -> "llong";
            case TypedValue.OfUnsignedLong ul -> "ullong";
            case TypedValue.OfDouble d -> "double";
            case TypedValue.OfBoolean b -> "boolean";
            case TypedValue.OfString s -> "string";
        };
    }

    /// The unsigned number of that name; what lies above our `int` counts as its largest.
    static int unsigned(List<TypedParameter> given, String name, int otherwise) {
        for (TypedParameter parameter : given) {
            if (parameter.field().equals(name)
                    && parameter.value() instanceof TypedValue.OfUnsignedInt(int number)) {
                return number < 0 ? Integer.MAX_VALUE : number;
            }
        }
        return otherwise;
    }

    Parameters unsigned(String name, int value) {
        list.add(new TypedParameter(name, new TypedValue.OfUnsignedInt(value)));
        return this;
    }

    Parameters signed(String name, int value) {
        list.add(new TypedParameter(name, new TypedValue.OfInt(value)));
        return this;
    }

    Parameters truth(String name, boolean value) {
        list.add(new TypedParameter(name, new TypedValue.OfBoolean(value ? 1 : 0)));
        return this;
    }

    Parameters text(String name, String value) {
        list.add(new TypedParameter(name, new TypedValue.OfString(value)));
        return this;
    }

    List<TypedParameter> list() {
        return list;
    }

    private static LibvirtException invalid(String detail) {
        return new LibvirtException(ErrorCode.INVALID_ARG, detail);
    }
}
