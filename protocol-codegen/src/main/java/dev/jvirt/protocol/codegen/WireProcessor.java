package dev.jvirt.protocol.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/// Finds the annotated types and writes their companions.
public final class WireProcessor extends AbstractProcessor {

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Mark.qualified("Wire"), Mark.qualified("Struct"));
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (TypeElement type :
                    ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                try {
                    write(type, Mark.is(annotation, "Wire"));
                } catch (WireException e) {
                    processingEnv
                            .getMessager()
                            .printMessage(Diagnostic.Kind.ERROR, e.getMessage(), e.element());
                }
            }
        }
        return false;
    }

    private void write(TypeElement type, boolean isInterfaceOfMessages) {
        if (!isInterfaceOfMessages) {
            write(type, Codec.of(type));
            return;
        }
        List<Message> calls = Message.of(type, "Procedure");
        List<Message> events = Message.of(type, "Event");
        for (Message call : calls) {
            writeCodec(call.record());
            call.reply().ifPresent(this::writeCodec);
        }
        for (Message event : events) {
            writeCodec(event.record());
        }
        if (!calls.isEmpty()) {
            var surroundings = new Calls(type, calls);
            write(type, surroundings.client());
            write(type, surroundings.handler());
            write(type, surroundings.dispatch());
        }
        if (!events.isEmpty()) {
            var surroundings = new Events(type, events);
            write(type, surroundings.sender());
            write(type, surroundings.handler());
            write(type, surroundings.dispatch());
        }
    }

    private void writeCodec(TypeElement record) {
        if (!record.getRecordComponents().isEmpty()) {
            write(record, Codec.of(record));
        }
    }

    private void write(Element origin, Source source) {
        try (var writer =
                processingEnv
                        .getFiler()
                        .createSourceFile(source.qualifiedName(), origin)
                        .openWriter()) {
            writer.write(source.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
