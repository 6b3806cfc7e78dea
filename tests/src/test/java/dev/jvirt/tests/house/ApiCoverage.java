package dev.jvirt.tests.house;

import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.tests.lab.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which Java member stands for which function of libvirt's public API, and what tests it.
///
/// The documentation of a member names the C functions it replaces. A function that reaches a
/// driver is tested by MirrorTest, which drives every method of every driver interface; the others
/// by the tests that name the function or call the member.
final class ApiCoverage {
    private static final Path TABLE =
            Repository.file("../shared/protocol/api-functions.tsv").normalize();
    private static final Pattern FUNCTION = Pattern.compile("`(vir[A-Z]\\w+)`");
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");
    private static final Pattern MEMBER = Pattern.compile("(\\w+)\\s*\\(");

    private final Map<String, String> members = new TreeMap<>();
    private final Map<String, String> driverMethods = new TreeMap<>();
    private final List<SourceFile> tests;

    /// A function and what is known of it; an empty text where nothing is.
    record Row(String library, String function, String member, String test) {}

    private ApiCoverage() {
        List<SourceFile> sources =
                Sources.all().stream().sorted(Comparator.comparing(SourceFile::path)).toList();
        for (SourceFile file : sources) {
            if (file.path().startsWith("api/src/main/java/dev/jvirt/api")
                    && !file.path().toString().contains("/driver/")) {
                addMembers(file);
            }
        }
        addDriverMethods(DriverSession.class);
        // those of libvirt-java name the same functions for another API
        tests =
                sources.stream()
                        .filter(file -> file.isTest() && !file.path().startsWith("libvirt-java"))
                        .toList();
    }

    static boolean hasTable() {
        return Files.isRegularFile(TABLE);
    }

    /// A row for each function, in the order of the recorded table.
    static List<Row> rows() {
        var coverage = new ApiCoverage();
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.skip(1)
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells[2].equals("function"))
                    .map(cells -> coverage.row(cells[0], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Row row(String library, String function) {
        String member = members.getOrDefault(function, "");
        return new Row(library, function, member, member.isEmpty() ? "" : test(function, member));
    }

    private String test(String function, String member) {
        String driver = driverMethods.get(function);
        if (driver != null) {
            return "MirrorTest: " + driver;
        }
        Pattern named = Pattern.compile("\\b" + function + "\\b");
        for (SourceFile test : tests) {
            if (!test.name().startsWith("ApiCoverage") && named.matcher(test.text()).find()) {
                return test.types().getFirst();
            }
        }
        String type = member.replaceAll("\\..*", "");
        String call = member.replaceAll(".*\\.", "");
        Pattern called = Pattern.compile("[.:]" + call + "\\b|\\bnew " + call + "\\b");
        for (SourceFile test : tests) {
            if (test.text().contains(type) && called.matcher(test.text()).find()) {
                return test.types().getFirst();
            }
        }
        return "";
    }

    /// Reads what the documentation of one file says, line by line.
    private void addMembers(SourceFile file) {
        var functions = new ArrayList<String>();
        String type = file.name().replace(".java", "");
        for (String line : file.lines()) {
            String code = line.strip();
            if (code.startsWith("///")) {
                FUNCTION.matcher(code).results().forEach(found -> functions.add(found.group(1)));
            } else if (!code.isEmpty() && !code.startsWith("@")) {
                String member = member(type, code);
                functions.forEach(function -> members.putIfAbsent(function, member));
                functions.clear();
            }
        }
    }

    private static String member(String type, String code) {
        var nested = TYPE.matcher(code);
        if (nested.find()) {
            return nested.group(1).equals(type) ? type : type + "." + nested.group(1);
        }
        var method = MEMBER.matcher(code);
        return method.find() ? type + "." + method.group(1) : type;
    }

    /// The C function of each driver method: the one that it names when nobody overrides it.
    private void addDriverMethods(Class<?> holder) {
        Method[] methods = holder.getMethods();
        // The JVM has them in no order that it keeps.
        Arrays.sort(methods, Comparator.comparing(Method::toString));
        for (Method method : methods) {
            Class<?> type = method.getReturnType();
            if (Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            if (method.getParameterCount() == 0 && isDriver(type)) {
                addDriverMethods(type);
            } else if (method.getGenericReturnType().getTypeName().contains("Driver>")) {
                addDriverMethods(driverIn(method));
            } else if (method.isDefault() && isDriver(holder) && !takesHandler(method)) {
                addDriverMethod(holder, method);
            }
        }
    }

    private static boolean isDriver(Class<?> type) {
        return type.isInterface() && type.getSimpleName().endsWith("Driver");
    }

    /// Subscriptions are tested with their events.
    private static boolean takesHandler(Method method) {
        return List.of(method.getParameterTypes()).contains(Consumer.class);
    }

    private static Class<?> driverIn(Method method) {
        String name = method.getGenericReturnType().getTypeName();
        try {
            return Class.forName(name.substring(name.indexOf('<') + 1, name.length() - 1));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private void addDriverMethod(Class<?> holder, Method method) {
        Object bare =
                Proxy.newProxyInstance(
                        holder.getClassLoader(),
                        new Class<?>[] {holder},
                        (proxy, called, arguments) ->
                                InvocationHandler.invokeDefault(proxy, called, arguments));
        for (int flags : new int[] {0, 1}) {
            try {
                method.invoke(bare, nothing(method, flags));
            } catch (ReflectiveOperationException e) {
                if (e.getCause() instanceof LibvirtException refusal) {
                    refusal.str2()
                            .ifPresent(
                                    function ->
                                            driverMethods.putIfAbsent(
                                                    function,
                                                    holder.getSimpleName()
                                                            + "."
                                                            + method.getName()));
                }
            }
        }
    }

    /// Arguments of a call that looks at none but its flags.
    private static Object[] nothing(Method method, int flags) {
        var zeros = new LinkedHashMap<Class<?>, Object>();
        zeros.put(Flags.class, new Flags<DomainXmlFlag>(flags));
        zeros.put(int.class, 0);
        zeros.put(long.class, 0L);
        zeros.put(boolean.class, false);
        zeros.put(double.class, 0.0);
        return Stream.of(method.getParameterTypes()).map(zeros::get).toArray();
    }

    /// The table as it stands in the documentation.
    static String markdown(List<Row> rows) {
        var text =
                new StringBuilder(
                        """
                        # libvirt's public API in Java

                        Every function of libvirt's C API, the member of `dev.jvirt.api` that stands for it, and what tests it.
                        MirrorTest drives the method of the driver interface through the client half, a socket and the daemon half.
                        This page is compared with the sources by `ApiCoverageTest`, which also writes it anew to
                        `tests/target/api-coverage.md`.

                        | library | C function | Java | test |
                        |---|---|---|---|
                        """);
        for (Row row : rows) {
            text.append(
                    "| %s | `%s` | `%s` | %s |\n"
                            .formatted(row.library(), row.function(), row.member(), row.test()));
        }
        return text.toString();
    }
}
