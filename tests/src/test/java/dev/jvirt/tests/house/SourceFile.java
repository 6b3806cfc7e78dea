package dev.jvirt.tests.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.jvirt.tests.lab.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// One Java file as the compiler sees it.
///
/// @param path relative to the repository
/// @param text all of it
/// @param types names of the top-level types
/// @param methods all methods with a body, also those of nested types
record SourceFile(Path path, String text, List<String> types, List<Method> methods) {
    /// A method and its size from the first line of its signature to its closing brace.
    ///
    /// @param name with the names of the types around it
    /// @param annotations simple names
    record Method(String name, List<String> annotations, int lines, int parameters) {}

    /// Parses files; none of them has to compile.
    static List<SourceFile> parse(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-proc:none", "--enable-preview", "--release", "25");
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    _ -> {},
                                    options,
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            var parsed = new ArrayList<SourceFile>();
            for (CompilationUnitTree unit : task.parse()) {
                parsed.add(new Reader(unit, Trees.instance(task).getSourcePositions()).read());
            }
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    String[] lines() {
        return text.split("\n", -1);
    }

    int lineCount() {
        return (int) text.lines().count();
    }

    boolean isTest() {
        return path.toString().contains("src/test/java");
    }

    /// Walks one file.
    private static final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> methods = new ArrayList<>();
        private String outer = "";

        Reader(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        SourceFile read() throws IOException {
            scan(unit, null);
            var types =
                    unit.getTypeDecls().stream()
                            .filter(ClassTree.class::isInstance)
                            .map(type -> ((ClassTree) type).getSimpleName().toString())
                            .toList();
            var path = Repository.folder().relativize(Path.of(unit.getSourceFile().toUri()));
            return new SourceFile(
                    path, unit.getSourceFile().getCharContent(true).toString(), types, methods);
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            String before = outer;
            outer = before + type.getSimpleName() + ".";
            super.visitClass(type, null);
            outer = before;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            Optional.ofNullable(method.getBody())
                    .ifPresent(
                            body ->
                                    methods.add(
                                            new Method(
                                                    outer + method.getName(),
                                                    annotations(method),
                                                    endOf(body) - firstLine(method) + 1,
                                                    method.getParameters().size())));
            return super.visitMethod(method, null);
        }

        private static List<String> annotations(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .map(annotation -> annotation.getAnnotationType().toString())
                    .toList();
        }

        /// Annotations do not make a method long.
        private int firstLine(MethodTree method) {
            long afterAnnotations =
                    method.getModifiers().getAnnotations().stream()
                            .mapToLong(annotation -> positions.getEndPosition(unit, annotation))
                            .max()
                            .orElse(positions.getStartPosition(unit, method) - 1);
            return line(nextWord(afterAnnotations));
        }

        private long nextWord(long position) {
            try {
                var text = unit.getSourceFile().getCharContent(true);
                int at = (int) position + 1;
                while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
                return at;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private int endOf(Tree tree) {
            return line(positions.getEndPosition(unit, tree));
        }

        private int line(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
