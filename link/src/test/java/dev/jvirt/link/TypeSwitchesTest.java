package dev.jvirt.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.link.Samples.Circle;
import dev.jvirt.link.Samples.Nothing;
import dev.jvirt.link.Samples.Shapes;
import dev.jvirt.link.Samples.Square;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeSwitchesTest {
    private final TypeSwitches switches = new TypeSwitches(_ -> Optional.empty());

    /// What the switches may meet; null is one of them.
    private static Stream<@Nullable Object> values() {
        return Stream.of(
                null,
                new Circle(3),
                new Circle(5),
                new Circle(10),
                new Square(0),
                new Square(7),
                Nothing.NOTHING,
                Nothing.VOID,
                new Shapes(List.of(new Square(2), new Circle(4))),
                "text",
                new int[] {1, 2},
                1.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "guarded", "both"})
    void aRewrittenSwitchAnswersAsBefore(String method) throws Exception {
        Class<?> rewritten = load(switches.rewrite(bytes(Samples.class)));

        for (Object value : values().toArray()) {
            assertThat(answer(rewritten, method, value))
                    .as("%s of %s", method, value)
                    .isEqualTo(answer(Samples.class, method, value));
        }
    }

    /// The answer, or the class of what is thrown.
    private static Object answer(Class<?> type, String method, @Nullable Object value)
            throws ReflectiveOperationException {
        var found =
                Arrays.stream(type.getDeclaredMethods())
                        .filter(m -> m.getName().equals(method))
                        .findFirst()
                        .orElseThrow();
        found.setAccessible(true);
        try {
            return found.invoke(null, value);
        } catch (InvocationTargetException thrown) {
            return thrown.getTargetException().getClass();
        }
    }

    @Test
    void noSwitchOverTypesIsLeftToTheMachine() throws IOException {
        assertThat(typeSwitches(bytes(Samples.class))).isEqualTo(5);

        // The one with constants among its labels stays.
        assertThat(typeSwitches(switches.rewrite(bytes(Samples.class)))).isEqualTo(1);
    }

    @Test
    void switchesOfInterfacesAreRewrittenToo() throws Exception {
        byte[] rewritten = switches.rewrite(bytes(Samples.Sized.class));

        assertThat(typeSwitches(rewritten)).isZero();
        assertThat(answer(load(rewritten), "size", new Square(7))).isEqualTo(7);
    }

    @Test
    void aClassWithoutSwitchesStaysAsItIs() throws IOException {
        byte[] bytes = bytes(TypeSwitchesTest.class);

        assertThat(switches.rewrite(bytes)).isSameAs(bytes);
        byte[] once = switches.rewrite(bytes(Samples.Sized.class));
        assertThat(switches.rewrite(once)).isSameAs(once);
    }

    @Test
    void theProgramRewritesTheJarsOfItsPrefixOnly(@TempDir Path folder) throws IOException {
        byte[] before = bytes(Samples.class);
        jar(folder.resolve("ours-a.jar"), before);
        jar(folder.resolve("theirs.jar"), before);
        Files.writeString(folder.resolve("notes.txt"), "no jar");

        LinkTypes.main(new String[] {folder.toString(), "ours-"});

        assertThat(typeSwitches(content(folder.resolve("ours-a.jar")))).isEqualTo(1);
        assertThat(content(folder.resolve("theirs.jar"))).isEqualTo(before);
    }

    @Test
    void theProgramSaysWhatItNeeds() {
        assertThatThrownBy(() -> LinkTypes.main(new String[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a folder");
    }

    private static void jar(Path file, byte[] content) throws IOException {
        var create = Map.of("create", "true");
        try (var jar = FileSystems.newFileSystem(file, create)) {
            Path target = jar.getPath("dev/jvirt/link/Samples.class");
            Files.createDirectories(target.getParent());
            Files.write(target, content);
        }
    }

    private static byte[] content(Path file) throws IOException {
        try (var jars = ModuleJars.open(List.of(file))) {
            return jars.find(ClassDesc.of(Samples.class.getName())).orElseThrow();
        }
    }

    private static long typeSwitches(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(InvokeDynamicInstruction.class::isInstance)
                .map(InvokeDynamicInstruction.class::cast)
                .filter(call -> call.bootstrapMethod().methodName().equals("typeSwitch"))
                .count();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (var in = type.getResourceAsStream(file)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static Class<?> load(byte[] bytes) throws IllegalAccessException {
        return MethodHandles.lookup()
                .defineHiddenClass(bytes, true, MethodHandles.Lookup.ClassOption.NESTMATE)
                .lookupClass();
    }
}
