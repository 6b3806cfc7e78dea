package dev.jvirt.protocol.codegen;

import java.util.Objects;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/// A source file: the companion of a type, in the same package.
record Source(String qualifiedName, String text) {

    /// The companion of `type` with `suffix`; its text without the package. In `body`, `%1$s`
    /// stands for the type's qualified name and `%2$s` for the companion's name.
    static Source companion(TypeElement type, String suffix, String body, Object... parts) {
        var arguments = new Object[parts.length + 2];
        arguments[0] = type.getQualifiedName();
        arguments[1] = nameOf(type, suffix);
        System.arraycopy(parts, 0, arguments, 2, parts.length);
        String text = "package " + packageOf(type) + ";\n\n" + body.formatted(arguments);
        return new Source(packageOf(type) + "." + nameOf(type, suffix), text);
    }

    /// An expression for the codec of a record or union.
    static String codec(TypeElement type) {
        return packageOf(type) + "." + nameOf(type, "Codec") + ".INSTANCE";
    }

    /// The lines for each of `things`.
    static <T> String each(Iterable<? extends T> things, Function<T, String> lines) {
        var text = new StringBuilder();
        for (T thing : things) {
            text.append(lines.apply(thing));
        }
        return text.toString();
    }

    /// A record within a record is called by both names.
    private static String nameOf(TypeElement type, String suffix) {
        Element around = Objects.requireNonNull(type.getEnclosingElement());
        String outer = around.getKind() == ElementKind.RECORD ? around.getSimpleName() + "" : "";
        return outer + type.getSimpleName() + suffix;
    }

    private static String packageOf(Element element) {
        return element instanceof PackageElement found
                ? found.getQualifiedName().toString()
                : packageOf(Objects.requireNonNull(element.getEnclosingElement()));
    }
}
