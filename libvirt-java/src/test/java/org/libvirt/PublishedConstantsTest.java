package org.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Constants have the values, and enums the positions, that programs have compiled in.
class PublishedConstantsTest {
    private static final Path JAR =
            Path.of(System.getProperty("jvirt.repository", ".."))
                    .resolve("libvirt-java/target/published/libvirt.jar");

    @SuppressWarnings("NullAway.Init")
    private static URLClassLoader published;

    @BeforeAll
    static void open() throws IOException {
        Path jna = JAR.resolveSibling("jna.jar");
        published =
                URLClassLoader.newInstance(
                        List.of(JAR, jna).stream()
                                .map(PublishedConstantsTest::url)
                                .toArray(java.net.URL[]::new),
                        ClassLoader.getPlatformClassLoader());
    }

    private static java.net.URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() throws IOException {
        published.close();
    }

    private static List<String> visibleTypes() throws IOException {
        var names = new ArrayList<String>();
        try (var jar = new JarFile(JAR.toFile())) {
            jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.contains("/jna/"))
                    .map(name -> name.replace('/', '.').replaceAll("\\.class$", ""))
                    .filter(name -> isVisible(load(published, name)))
                    .forEach(names::add);
        }
        return names;
    }

    private static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass();
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /// What the visible static fields of a type hold.
    private static Map<String, String> constants(Class<?> type) throws IllegalAccessException {
        var values = new TreeMap<String, String>();
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isStatic(modifiers) && Modifier.isPublic(modifiers)) {
                Object value = field.get(null);
                values.put(
                        field.getName(),
                        value instanceof Enum<?> constant
                                ? constant.name() + " " + constant.ordinal()
                                : String.valueOf(value));
            }
        }
        return values;
    }

    @Test
    void allOfThemAreEqual() throws IOException, IllegalAccessException {
        int compared = 0;
        for (String name : visibleTypes()) {
            Class<?> theirs = load(published, name);
            Class<?> ours = load(getClass().getClassLoader(), name);
            var expected = constants(theirs);

            assertThat(constants(ours)).as(name).isEqualTo(expected);
            compared += expected.size();
        }
        assertThat(compared).isGreaterThan(450);
    }

    @Test
    void numbersBehindEnumsAreEqual() throws ReflectiveOperationException {
        for (var call :
                Map.of(
                                "Connect$OpenFlags",
                                "getBit",
                                "CPUCompareResult",
                                "getReturnCode",
                                "ConnectAuth$CredentialType",
                                "mapToInt")
                        .entrySet()) {
            String name = "org.libvirt." + call.getKey();

            assertThat(numbers(load(getClass().getClassLoader(), name), call.getValue()))
                    .as(name)
                    .isEqualTo(numbers(load(published, name), call.getValue()));
        }
    }

    private static List<Object> numbers(Class<?> type, String method)
            throws ReflectiveOperationException {
        var numbers = new ArrayList<Object>();
        for (Object constant : type.getEnumConstants()) {
            numbers.add(type.getMethod(method).invoke(constant));
        }
        return numbers;
    }

    @Test
    void textsOfParametersAreEqual() throws ReflectiveOperationException {
        for (String name :
                List.of(
                        "TypedInt",
                        "TypedUint",
                        "TypedLong",
                        "TypedUlong",
                        "TypedDouble",
                        "SchedInt",
                        "SchedUint",
                        "SchedLong",
                        "SchedUlong",
                        "SchedDouble",
                        "SchedBoolean",
                        "TypedBoolean",
                        "TypedString")) {
            String type = "org.libvirt." + name + "Parameter";

            assertThat(texts(load(getClass().getClassLoader(), type)))
                    .as(name)
                    .isEqualTo(texts(load(published, type)));
        }
    }

    private static List<Object> texts(Class<?> type) throws ReflectiveOperationException {
        Object parameter = type.getConstructor().newInstance();
        return Arrays.asList(
                type.getMethod("getType").invoke(parameter),
                type.getMethod("getTypeAsString").invoke(parameter),
                type.getMethod("getValueAsString").invoke(parameter));
    }

    @Test
    void whatTheSummariesPrintIsEqual() throws ReflectiveOperationException {
        for (String name :
                List.of(
                        "DomainInfo",
                        "NodeInfo",
                        "VcpuInfo",
                        "DomainInterfaceStats",
                        "DomainBlockJobInfo")) {
            String type = "org.libvirt." + name;

            assertThat(load(getClass().getClassLoader(), type).getConstructor().newInstance())
                    .as(name)
                    .hasToString(load(published, type).getConstructor().newInstance().toString());
        }
    }
}
