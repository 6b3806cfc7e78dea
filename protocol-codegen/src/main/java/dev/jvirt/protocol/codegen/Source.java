package dev.jvirt.protocol.codegen;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/// A source file in the making.
final class Source {
    private final String packageName;
    private final String name;
    private final StringBuilder text = new StringBuilder();

    /// Begins the file of the type `name` beside `origin`.
    Source(TypeElement origin, String name) {
        this.packageName = packageOf(origin);
        this.name = name;
        line("package %s;", packageName);
        line("");
    }

    /// The name of the companion of `type`: what a nested type is called includes the types around
    /// it, except the interface of messages.
    static String companion(TypeElement type, String suffix) {
        Element around = enclosing(type);
        String prefix =
                around.getKind() == ElementKind.RECORD ? around.getSimpleName().toString() : "";
        return prefix + type.getSimpleName() + suffix;
    }

    /// An expression for the singleton codec of a record or union.
    static String codec(TypeElement type) {
        return packageOf(type) + "." + companion(type, "Codec") + ".INSTANCE";
    }

    private static String packageOf(Element element) {
        return element instanceof PackageElement found
                ? found.getQualifiedName().toString()
                : packageOf(enclosing(element));
    }

    private static Element enclosing(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement());
    }

    @SuppressWarnings("AnnotateFormatMethod") // would need a library for the sake of one method
    void line(String format, Object... arguments) {
        text.append(format.formatted(arguments)).append('\n');
    }

    String qualifiedName() {
        return packageName + "." + name;
    }

    String text() {
        return text.toString();
    }
}
