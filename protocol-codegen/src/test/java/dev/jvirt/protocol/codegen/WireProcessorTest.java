package dev.jvirt.protocol.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the processor refuses. What it makes of good definitions is tested where they are.
class WireProcessorTest {
    private static final String WIRE = "dev.jvirt.protocol.wire";

    @Test
    void aListNeedsALimit(@TempDir Path output) {
        var errors =
                errors(
                        output,
                        "@Struct(\"x\") public record Sample(java.util.List<Integer> ids) {}");

        assertThat(errors).singleElement().asString().contains("ids needs @Max or @Fixed");
    }

    @Test
    void aTypeWithoutAFormOnTheWireIsRefused(@TempDir Path output) {
        var errors =
                errors(
                        output,
                        "@Struct(\"x\") public record Sample(java.util.Map<String, String> map)"
                                + " {}");

        assertThat(errors).singleElement().asString().contains("map has no form on the wire");
    }

    @Test
    void aRecordThatIsNoStructIsRefusedAsAPart(@TempDir Path output) {
        var errors =
                errors(
                        output,
                        "@Struct(\"x\") public record Sample(Part part) { public record Part(int i)"
                                + " {} }");

        assertThat(errors).singleElement().asString().contains("part has no form on the wire");
    }

    @Test
    void aCaseOfAUnionNeedsItsNumber(@TempDir Path output) {
        var errors =
                errors(
                        output,
                        "@Struct(\"x\") public sealed interface Sample { record One(int i)"
                                + " implements Sample {} }");

        assertThat(errors).singleElement().asString().contains("One needs @Case");
    }

    /// The processor's complaints about a type in the package of the vocabulary.
    private static List<String> errors(Path output, String sample) {
        var sources = new ArrayList<JavaFileObject>();
        sources.add(source(WIRE + ".Sample", "package " + WIRE + "; " + sample));
        for (String annotation : List.of("Wire", "Procedure", "Event", "Max", "Fixed", "Chars")) {
            sources.add(
                    source(
                            WIRE + "." + annotation,
                            "package " + WIRE + "; public @interface " + annotation + " {}"));
        }
        sources.add(
                source(
                        WIRE + ".Struct",
                        "package " + WIRE + "; public @interface Struct { String[] value(); }"));
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var task =
                ToolProvider.getSystemJavaCompiler()
                        .getTask(
                                null,
                                null,
                                diagnostics,
                                List.of("-d", output.toString(), "-implicit:none"),
                                null,
                                sources);
        task.setProcessors(List.of(new WireProcessor()));
        task.call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(null))
                .toList();
    }

    private static JavaFileObject source(String name, String text) {
        URI uri = URI.create("string:///" + name.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
