package dev.jvirt.tests.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What compiled classes may know of each other.
class ClassRulesTest {
    private static final Rooms ROOMS = Rooms.read();

    /// The rooms whose packages have names that programs know, and these names.
    private static final Map<String, String> KNOWN_PACKAGES =
            Map.of("libvirt-java", "org.libvirt..");

    private static final List<String> NO_PRODUCT = List.of("fuzz", "tests");
    private static final List<String> DRIVERS = List.of("test", "qemu", "remote");

    /// What a client application has in its class path.
    private static final List<String> CLIENT =
            List.of("api", "rpc", "protocol", "flight", "remote");

    private static final Map<String, JavaClasses> CLASSES = new TreeMap<>();

    static Stream<String> rooms() {
        return ROOMS.withCode().stream().map(Room::name);
    }

    static Stream<String> clientRooms() {
        return CLIENT.stream();
    }

    static Stream<String> productRooms() {
        return rooms().filter(room -> !NO_PRODUCT.contains(room));
    }

    private static Room room(String name) {
        return Optional.ofNullable(ROOMS.rooms().get(name)).orElseThrow();
    }

    private static JavaClasses classes(String name) {
        return CLASSES.computeIfAbsent(
                name,
                _ -> {
                    Path folder = room(name).classes();
                    assertThat(folder).as("build room %s first", name).isDirectory();
                    return new ClassFileImporter().importPath(folder);
                });
    }

    /// A class of another room than those named.
    private static DescribedPredicate<JavaClass> roomOutside(List<String> allowed) {
        return DescribedPredicate.describe(
                "another room than " + allowed,
                type -> roomOf(type).filter(room -> !allowed.contains(room)).isPresent());
    }

    /// The room with the longest package name that a class is in.
    private static Optional<String> roomOf(JavaClass type) {
        return ROOMS.rooms().values().stream()
                .filter(room -> (type.getPackageName() + ".").startsWith(room.module() + "."))
                .max((a, b) -> a.module().length() - b.module().length())
                .map(Room::name);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void classesKnowTheRoomsOfTheTableOnly(String room) {
        var allowed =
                Stream.concat(Stream.of(room), ROOMS.uses().getOrDefault(room, Set.of()).stream())
                        .toList();

        noClasses().should().dependOnClassesThat(roomOutside(allowed)).check(classes(room));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void packagesOfARoomStartWithItsName(String name) {
        String own = room(name).module() + "..";

        noClasses()
                .that(not(resideInAnyPackage(own, KNOWN_PACKAGES.getOrDefault(name, own))))
                .and()
                .doNotHaveSimpleName("module-info")
                .should()
                .bePublic()
                .orShould()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(classes(name));
    }

    @Test
    void driversDoNotKnowEachOther() {
        for (String driver : DRIVERS) {
            String[] others =
                    DRIVERS.stream()
                            .filter(other -> !other.equals(driver))
                            .map(other -> "dev.jvirt." + other + "..")
                            .toArray(String[]::new);

            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(classes(driver));
        }
    }

    @ParameterizedTest
    @MethodSource("productRooms")
    void nativeCodeIsCalledByHostAlone(String room) {
        if (room.equals("host")) {
            return;
        }

        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("java.lang.foreign.."))
                .check(classes(room));
        methods().should().notHaveModifier(JavaModifier.NATIVE).check(classes(room));
    }

    @ParameterizedTest
    @MethodSource("clientRooms")
    void clientRoomsHaveNoDependencies(String room) {
        noClasses()
                .should()
                .dependOnClassesThat(
                        not(
                                resideInAnyPackage(
                                        "java..", "javax..", "dev.jvirt..", "org.jspecify..")))
                .check(classes(room));
    }

    @ParameterizedTest
    @MethodSource("clientRooms")
    void clientRoomsStartWithoutPatternsAndWithoutLoggingFrameworks(String room) {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.regex", "java.util.logging"))
                .orShould()
                .callMethod(String.class, "matches", String.class)
                .orShould()
                .callMethod(String.class, "replaceAll", String.class, String.class)
                .orShould()
                .callMethod(String.class, "replaceFirst", String.class, String.class)
                .check(classes(room));
    }

    @ParameterizedTest
    @MethodSource("productRooms")
    void productUsesNoReflectionAndNoThreadLocals(String room) {
        noClasses()
                .that()
                // the JDK has no other way to signals that compiles without a warning
                .doNotHaveFullyQualifiedName("dev.jvirt.daemon.Signals")
                .should()
                .dependOnClassesThat(resideInAPackage("java.lang.reflect"))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(classes(room));
    }

    @ParameterizedTest
    @MethodSource("productRooms")
    void nothingSleepsForLuck(String room) {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .check(classes(room));
    }

    /// The package that carries a room's name is its front: it may use the others and be used by
    /// them. Among the others there are no cycles.
    @ParameterizedTest
    @MethodSource("productRooms")
    void packagesOfARoomHaveNoCycles(String name) {
        slices().matching(room(name).module() + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes(name));
    }
}
