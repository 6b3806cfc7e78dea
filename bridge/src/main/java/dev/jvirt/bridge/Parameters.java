package dev.jvirt.bridge;

import dev.jvirt.api.TypedParameters;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.TypedValue;
import java.util.ArrayList;
import java.util.List;

/// Typed parameters.
public final class Parameters {
    private Parameters() {}

    /// Parameters as they travel.
    public static List<TypedParameter> remote(TypedParameters parameters) {
        var wire = new ArrayList<TypedParameter>(parameters.size());
        for (var parameter : parameters.parameters()) {
            wire.add(new TypedParameter(parameter.name(), remote(parameter.value())));
        }
        return wire;
    }

    /// Parameters that came.
    public static TypedParameters local(List<TypedParameter> wire) {
        var parameters = TypedParameters.builder();
        for (TypedParameter parameter : wire) {
            parameters.put(parameter.field(), local(parameter.value()));
        }
        return parameters.build();
    }

    private static TypedValue remote(dev.jvirt.api.TypedValue value) {
        return switch (value) {
            case dev.jvirt.api.TypedValue.OfInt(int number) -> new TypedValue.OfInt(number);
            case dev.jvirt.api.TypedValue.OfUnsignedInt(int number) ->
                    new TypedValue.OfUnsignedInt(number);
            case dev.jvirt.api.TypedValue.OfLong(long number) -> new TypedValue.OfLong(number);
            case dev.jvirt.api.TypedValue.OfUnsignedLong(long number) ->
                    new TypedValue.OfUnsignedLong(number);
            case dev.jvirt.api.TypedValue.OfDouble(double number) ->
                    new TypedValue.OfDouble(number);
            case dev.jvirt.api.TypedValue.OfBoolean(boolean truth) ->
                    new TypedValue.OfBoolean(truth ? 1 : 0);
            case dev.jvirt.api.TypedValue.OfString(String text) -> new TypedValue.OfString(text);
        };
    }

    private static dev.jvirt.api.TypedValue local(TypedValue value) {
        return switch (value) {
            case TypedValue.OfInt(int number) -> new dev.jvirt.api.TypedValue.OfInt(number);
            case TypedValue.OfUnsignedInt(int number) ->
                    new dev.jvirt.api.TypedValue.OfUnsignedInt(number);
            case TypedValue.OfLong(long number) -> new dev.jvirt.api.TypedValue.OfLong(number);
            case TypedValue.OfUnsignedLong(long number) ->
                    new dev.jvirt.api.TypedValue.OfUnsignedLong(number);
            case TypedValue.OfDouble(double number) ->
                    new dev.jvirt.api.TypedValue.OfDouble(number);
            case TypedValue.OfBoolean(int truth) ->
                    new dev.jvirt.api.TypedValue.OfBoolean(truth != 0);
            case TypedValue.OfString(String text) -> new dev.jvirt.api.TypedValue.OfString(text);
        };
    }
}
