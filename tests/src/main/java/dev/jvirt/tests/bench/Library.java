package dev.jvirt.tests.bench;

import dev.jvirt.tests.lab.NativeProgram;
import dev.jvirt.tests.lab.Programs;
import dev.jvirt.tests.lab.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Whose client library, and the program that loads it.
enum Library {
    C("C"),
    JVIRT("jvirt"),
    LIBVIRT_JAVA("libvirt-java"),
    PYTHON("libvirt-python");

    private static final String PROGRAMS = "dev.jvirt.benchmarks.client.";

    private final String title;

    Library(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /// Whether it can be measured here.
    boolean isHere() {
        return switch (this) {
            case C -> true;
            case JVIRT, LIBVIRT_JAVA -> Files.isDirectory(built());
            case PYTHON ->
                    Files.isExecutable(python())
                            && Programs.run(python().toString(), "-c", "import libvirt").exit()
                                    == 0;
        };
    }

    /// The program, to which call, threads and URI are added.
    List<String> command() {
        return switch (this) {
            case C -> List.of(NativeProgram.CALLS.path().orElseThrow().toString(), "turns");
            case JVIRT -> java("JvirtCalls");
            case LIBVIRT_JAVA -> java("LibvirtJavaCalls");
            case PYTHON ->
                    List.of(
                            python().toString(),
                            Repository.file("benchmarks/src/main/python/calls.py").toString());
        };
    }

    private static Path built() {
        return Repository.file("benchmarks/target/classes");
    }

    private static Path python() {
        return Path.of("/usr/bin/python3");
    }

    private static List<String> java(String program) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED,dev.jvirt.host",
                "--module-path",
                Repository.file("dist/target/modules").toString(),
                "--add-modules",
                "dev.jvirt.remote,dev.jvirt.host",
                "-cp",
                built() + ":" + Repository.file("benchmarks/target/lib") + "/*",
                PROGRAMS + program);
    }
}
