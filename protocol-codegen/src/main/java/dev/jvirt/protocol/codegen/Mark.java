package dev.jvirt.protocol.codegen;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/// One annotation of the wire vocabulary, found by its simple name: the processor does not link
/// with the room that it serves.
record Mark(AnnotationMirror mirror) {
    private static final String VOCABULARY = "dev.jvirt.protocol.wire.";

    static String qualified(String name) {
        return VOCABULARY + name;
    }

    static boolean is(TypeElement annotation, String name) {
        return annotation.getQualifiedName().contentEquals(qualified(name));
    }

    static Optional<Mark> find(Element element, String name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (is((TypeElement) mirror.getAnnotationType().asElement(), name)) {
                return Optional.of(new Mark(mirror));
            }
        }
        return Optional.empty();
    }

    /// The value of `member` as written, or its default.
    Object value(String member) {
        Map<? extends ExecutableElement, ? extends AnnotationValue> given =
                mirror.getElementValues();
        for (Element candidate : mirror.getAnnotationType().asElement().getEnclosedElements()) {
            if (candidate instanceof ExecutableElement method
                    && method.getSimpleName().contentEquals(member)) {
                AnnotationValue value = given.get(method);
                value = value == null ? method.getDefaultValue() : value;
                return Objects.requireNonNull(value).getValue();
            }
        }
        throw new IllegalArgumentException(member);
    }

    /// The texts of the array `member`.
    List<String> texts(String member) {
        return ((List<?>) value(member))
                .stream().map(text -> ((AnnotationValue) text).getValue().toString()).toList();
    }
}
