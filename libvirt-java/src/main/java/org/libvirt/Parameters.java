package org.libvirt;

import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Typed parameters of this package as the client's, and back.
final class Parameters {
    private Parameters() {}

    static TypedParameter[] typed(TypedParameters parameters) {
        return parameters.parameters().stream()
                .map(parameter -> typed(parameter.name(), parameter.value()))
                .toArray(TypedParameter[]::new);
    }

    private static TypedParameter typed(String name, TypedValue value) {
        return switch (value) {
            case TypedValue.OfInt(int number) -> new TypedIntParameter(name, number);
            case TypedValue.OfUnsignedInt(int number) -> new TypedUintParameter(name, number);
            case TypedValue.OfLong(long number) -> new TypedLongParameter(name, number);
            case TypedValue.OfUnsignedLong(long number) -> new TypedUlongParameter(name, number);
            case TypedValue.OfDouble(double number) -> new TypedDoubleParameter(name, number);
            case TypedValue.OfBoolean(boolean truth) -> new TypedBooleanParameter(name, truth);
            case TypedValue.OfString(String text) -> new TypedStringParameter(name, text);
        };
    }

    static TypedParameters client(TypedParameter @Nullable [] parameters) {
        var all = new ArrayList<dev.jvirt.api.TypedParameter>();
        if (parameters != null) {
            for (TypedParameter parameter : parameters) {
                all.add(new dev.jvirt.api.TypedParameter(parameter.field, value(parameter)));
            }
        }
        return new TypedParameters(all);
    }

    private static TypedValue value(TypedParameter parameter) {
        return switch (parameter) {
            case TypedIntParameter number -> TypedValue.ofInt(number.value);
            case TypedUintParameter number -> TypedValue.ofUnsignedInt(number.value);
            case TypedLongParameter number -> TypedValue.ofLong(number.value);
            case TypedUlongParameter number -> TypedValue.ofUnsignedLong(number.value);
            case TypedDoubleParameter number -> TypedValue.ofDouble(number.value);
            case TypedBooleanParameter truth -> TypedValue.ofBoolean(truth.value);
            case TypedStringParameter text ->
                    TypedValue.ofString(text.value == null ? "" : text.value);
            default ->
                    throw new IllegalArgumentException(
                            "no type of libvirt: " + parameter.getClass().getName());
        };
    }

    static SchedParameter[] scheduler(TypedParameters parameters) {
        return parameters.parameters().stream()
                .map(parameter -> scheduler(parameter.name(), parameter.value()))
                .toArray(SchedParameter[]::new);
    }

    private static SchedParameter scheduler(String name, TypedValue value) {
        SchedParameter parameter =
                switch (value) {
                    case TypedValue.OfInt(int number) -> new SchedIntParameter(number);
                    case TypedValue.OfUnsignedInt(int number) -> new SchedUintParameter(number);
                    case TypedValue.OfLong(long number) -> new SchedLongParameter(number);
                    case TypedValue.OfUnsignedLong(long number) -> new SchedUlongParameter(number);
                    case TypedValue.OfDouble(double number) -> new SchedDoubleParameter(number);
                    case TypedValue.OfBoolean(boolean truth) -> new SchedBooleanParameter(truth);
                    case TypedValue.OfString(String text) ->
                            throw new IllegalArgumentException("a scheduler says: " + text);
                };
        parameter.field = name;
        return parameter;
    }

    static TypedParameters client(SchedParameter[] parameters) {
        var all = new ArrayList<dev.jvirt.api.TypedParameter>();
        for (SchedParameter parameter : parameters) {
            all.add(new dev.jvirt.api.TypedParameter(parameter.field, value(parameter)));
        }
        return new TypedParameters(all);
    }

    private static TypedValue value(SchedParameter parameter) {
        return switch (parameter) {
            case SchedIntParameter number -> TypedValue.ofInt(number.value);
            case SchedUintParameter number -> TypedValue.ofUnsignedInt(number.value);
            case SchedLongParameter number -> TypedValue.ofLong(number.value);
            case SchedUlongParameter number -> TypedValue.ofUnsignedLong(number.value);
            case SchedDoubleParameter number -> TypedValue.ofDouble(number.value);
            case SchedBooleanParameter truth -> TypedValue.ofBoolean(truth.value);
            default ->
                    throw new IllegalArgumentException(
                            "no type of libvirt: " + parameter.getClass().getName());
        };
    }
}
