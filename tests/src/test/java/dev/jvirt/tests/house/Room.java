package dev.jvirt.tests.house;

import static java.util.stream.Collectors.toCollection;

import dev.jvirt.tests.lab.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// One room: a Maven module with its own package.
///
/// @param name the name in the table of `ARCHITECTURE.md`
/// @param folder the folder that the root pom names
record Room(String name, Path folder) {
    private static final Pattern REQUIRES =
            Pattern.compile("requires\\s+(?:static\\s+|transitive\\s+)*([\\w.]+)\\s*;");
    private static final Pattern HANDED_ON =
            Pattern.compile("requires\\s+transitive\\s+([\\w.]+)\\s*;");
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
    private static final Pattern OWN_ARTIFACT =
            Pattern.compile("<artifactId>(jvirt-[\\w-]+)</artifactId>");

    private static final String OWN = "dev.jvirt.";

    @Override
    public String toString() {
        return name;
    }

    String module() {
        return OWN + name.replace('-', '.');
    }

    /// `jvirt-NAME`, for drivers `jvirt-driver-NAME`.
    String artifact() {
        return folder.resolveSibling(".").normalize().endsWith("drivers")
                ? "jvirt-driver-" + name
                : "jvirt-" + name;
    }

    boolean hasCode() {
        return Files.isDirectory(folder.resolve("src/main/java"));
    }

    Path classes() {
        return folder.resolve("target/classes");
    }

    boolean hasDescriptor() {
        return Files.isRegularFile(descriptor());
    }

    private Path descriptor() {
        return folder.resolve("src/main/java/module-info.java");
    }

    /// The modules that the module descriptor asks for.
    Set<String> required() {
        return modules(REQUIRES);
    }

    /// Those of them that whoever uses this room gets with it.
    Set<String> handedOn() {
        return modules(HANDED_ON);
    }

    private Set<String> modules(Pattern statement) {
        if (!hasDescriptor()) {
            return Set.of();
        }
        return statement
                .matcher(Repository.read(descriptor()))
                .results()
                .map(match -> match.group(1))
                .collect(toCollection(TreeSet::new));
    }

    /// Our artifacts that the pom names for run time; what only builds or tests need is left out.
    List<String> runTimeArtifacts() {
        return DEPENDENCY
                .matcher(Repository.read(folder.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .filter(
                        text ->
                                !text.contains("<scope>test<")
                                        && !text.contains("<scope>provided<"))
                .flatMap(text -> OWN_ARTIFACT.matcher(text).results())
                .map(match -> match.group(1))
                .toList();
    }
}
