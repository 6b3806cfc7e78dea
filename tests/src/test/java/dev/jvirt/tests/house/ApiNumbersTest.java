package dev.jvirt.tests.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.jvirt.tests.lab.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The enums of `api` have libvirt's numbers.
///
/// The documentation of each constant names libvirt's own constant and the release that brought it;
/// both are compared with the recorded table.
class ApiNumbersTest {
    private static final Path TABLE =
            Repository.file("../shared/protocol/api-enums.tsv").normalize();
    private static final Pattern CONSTANT =
            Pattern.compile(
                    "/// `(VIR_\\w+)`[^\n"
                            + "]*?, since ([\\d.]+)\\.\\s*\n"
                            + "(?:\\s*///[^\n"
                            + "]*\n"
                            + ")*\\s*(\\w+)[(,;]");

    private static final Map<String, Row> ROWS = new LinkedHashMap<>();

    /// What is recorded of one constant.
    private record Row(int value, String since) {}

    /// An enum of `api` with the constants that its file documents.
    ///
    private record ApiEnum(Class<? extends Enum<?>> type, Map<String, Documented> constants) {
        @Override
        public String toString() {
            return type.getSimpleName();
        }
    }

    private record Documented(String libvirtName, String since) {}

    @BeforeAll
    static void readTable() throws IOException {
        assumeThat(TABLE).as("the recorded numbers").isRegularFile();
        for (String line : Files.readAllLines(TABLE)) {
            String[] cells = line.split("\t");
            if (!cells[3].equals("?") && !cells[3].equals("value")) {
                ROWS.put(cells[2], new Row((int) Long.parseLong(cells[3]), cells[4]));
            }
        }
    }

    static Stream<ApiEnum> enums() {
        return Sources.all().stream()
                .filter(file -> file.path().startsWith("api/src/main/java"))
                .filter(file -> CONSTANT.matcher(file.text()).find())
                .map(ApiNumbersTest::read);
    }

    private static ApiEnum read(SourceFile file) {
        String name =
                Path.of("api/src/main/java").relativize(file.path()).toString().replace('/', '.');
        var constants = new LinkedHashMap<String, Documented>();
        CONSTANT.matcher(file.text())
                .results()
                .forEach(m -> constants.put(m.group(3), new Documented(m.group(1), m.group(2))));
        try {
            var type = Class.forName(name.substring(0, name.length() - ".java".length()));
            @SuppressWarnings("unchecked")
            var enumType = (Class<? extends Enum<?>>) type.asSubclass(Enum.class);
            return new ApiEnum(enumType, constants);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("build room api first", e);
        }
    }

    private static int number(Enum<?> constant) {
        try {
            for (String accessor : List.of("code", "bit")) {
                var method =
                        Stream.of(constant.getDeclaringClass().getMethods())
                                .filter(
                                        m ->
                                                m.getName().equals(accessor)
                                                        && m.getParameterCount() == 0)
                                .findFirst();
                if (method.isPresent()) {
                    return ((Number) method.get().invoke(constant)).intValue();
                }
            }
            return constant.ordinal();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /// All but the one that stands for what only newer peers know.
    private static Stream<? extends Enum<?>> constants(ApiEnum api) {
        return Stream.of(api.type().getEnumConstants())
                .filter(constant -> !constant.name().equals("UNKNOWN") || number(constant) != -1);
    }

    @Test
    void theEnumsAreFound() {
        assertThat(enums()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyConstantIsDocumented(ApiEnum api) {
        assertThat(api.constants().keySet())
                .containsAll(
                        constants(api)
                                .map(Object::toString)
                                .filter(name -> !name.isEmpty())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("enums")
    void constantsHaveTheNumbersOfTheirNamesakes(ApiEnum api) {
        for (Enum<?> constant : constants(api).toList()) {
            Documented documented =
                    Optional.ofNullable(api.constants().get(constant.name())).orElseThrow();

            assertThat(ROWS).as(constant.name()).containsKey(documented.libvirtName());
            assertThat(new Row(number(constant), documented.since()))
                    .as(documented.libvirtName())
                    .isEqualTo(ROWS.get(documented.libvirtName()));
        }
    }
}
