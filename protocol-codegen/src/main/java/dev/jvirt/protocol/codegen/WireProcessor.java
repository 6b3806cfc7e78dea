package dev.jvirt.protocol.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
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
                    companions(type, Mark.is(annotation, "Wire"))
                            .forEach(source -> write(type, source));
                } catch (IllegalArgumentException e) {
                    var messager = processingEnv.getMessager();
                    messager.printMessage(Diagnostic.Kind.ERROR, e.getMessage(), type);
                }
            }
        }
        return false;
    }

    private static List<Source> companions(TypeElement type, boolean hasMessages) {
        var sources = new ArrayList<Source>();
        if (!hasMessages) {
            sources.add(new Codec(type).source());
            return sources;
        }
        var calls = new Calls(type, Message.of(type, "Procedure"));
        if (!calls.calls().isEmpty()) {
            calls.calls().forEach(call -> addCodecs(call, sources));
            sources.addAll(List.of(calls.client(), calls.handler(), calls.dispatch()));
            sources.add(new Access(type, calls.calls()).source());
        }
        var events = new Events(type, Message.of(type, "Event"));
        if (!events.events().isEmpty()) {
            events.events().forEach(event -> addCodecs(event, sources));
            sources.addAll(List.of(events.sender(), events.handler(), events.dispatch()));
        }
        var messages = new ArrayList<>(calls.calls());
        messages.addAll(events.events());
        sources.add(new Shapes(type, messages).source());
        return sources;
    }

    private static void addCodecs(Message message, List<Source> sources) {
        if (Message.isEncoded(message.record())) {
            sources.add(new Codec(message.record()).source());
        }
        message.reply().map(reply -> new Codec(reply).source()).ifPresent(sources::add);
    }

    private void write(TypeElement origin, Source source) {
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
