package dev.jvirt.tests.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How the sources look, as far as a program can see it.
class HouseStyleTest {
    private static final int LONGEST_FILE = 600;
    private static final int LONGEST_METHOD = 60;
    private static final int AIM_FILE = 300;
    private static final int AIM_METHOD = 25;
    private static final int AIM_PARAMETERS = 4;

    private static final List<String> EMPTY_WORDS =
            List.of("Impl", "Manager", "Helper", "Helpers", "Util", "Utils");

    /// In a comment; spelled in two parts, since this file is read too.
    private static final Pattern LATER =
            Pattern.compile("//.*\\b(?:TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");

    private static final Pattern DOCUMENTED_PACKAGE =
            Pattern.compile("\\A(?:///.*\n)+@NullMarked\npackage ");

    private static List<SourceFile> sources = List.of();

    @BeforeAll
    static void readSources() {
        sources = Sources.all();
        assertThat(sources).hasSizeGreaterThan(100);
    }

    private static List<String> where(Stream<SourceFile> files) {
        return files.map(file -> file.path().toString()).toList();
    }

    @Test
    void filesAreShortEnoughToRead() {
        assertThat(sources)
                .filteredOn(file -> file.lineCount() > LONGEST_FILE)
                .extracting(file -> file.path() + ": " + file.lineCount() + " lines")
                .isEmpty();
    }

    @Test
    void methodsFitOnAScreen() {
        var product = sources.stream().filter(file -> !file.isTest());

        assertThat(methods(product, LONGEST_METHOD, SourceFile.Method::lines)).isEmpty();
    }

    /// What is above the aim, longest first, for whoever looks for the next thing to tidy.
    @Test
    void whatIsAboveTheAimIsReported() throws IOException {
        var report = new ArrayList<String>();
        report.add("# files of more than " + AIM_FILE + " lines");
        sources.stream()
                .filter(file -> file.lineCount() > AIM_FILE)
                .sorted(Comparator.comparingInt(SourceFile::lineCount).reversed())
                .forEach(file -> report.add(file.lineCount() + "\t" + file.path()));
        report.add("# methods of more than " + AIM_METHOD + " lines");
        report.addAll(methods(sources.stream(), AIM_METHOD, SourceFile.Method::lines));
        report.add("# methods of more than " + AIM_PARAMETERS + " parameters");
        report.addAll(methods(sources.stream(), AIM_PARAMETERS, SourceFile.Method::parameters));
        Path file = Repository.file("tests/target/house-style.txt");
        Files.createDirectories(file.getParent());
        Files.write(file, report);

        assertThat(file).isNotEmptyFile();
    }

    private static List<String> methods(
            Stream<SourceFile> files, int limit, ToIntFunction<SourceFile.Method> size) {
        record Sized(int size, String where) {}
        return files.flatMap(
                        file ->
                                file.methods().stream()
                                        .map(
                                                m ->
                                                        new Sized(
                                                                size.applyAsInt(m),
                                                                file.path() + "\t" + m.name())))
                .filter(sized -> sized.size() > limit)
                .sorted(Comparator.comparingInt(Sized::size).reversed())
                .map(sized -> sized.size() + "\t" + sized.where())
                .toList();
    }

    @Test
    void everyPackageTellsItsStory() {
        Set<Path> documented = new TreeSet<>();
        for (SourceFile file : sources) {
            if (file.name().equals("package-info.java")
                    && DOCUMENTED_PACKAGE.matcher(file.text()).find()) {
                documented.add(file.path().getParent());
            }
        }

        assertThat(sources)
                .filteredOn(file -> !file.isTest() && !file.types().isEmpty())
                .extracting(file -> file.path().getParent())
                .filteredOn(folder -> !documented.contains(folder))
                .as("packages without a documented @NullMarked package-info.java")
                .isEmpty();
    }

    @Test
    void oneTypeAFile() {
        assertThat(where(sources.stream().filter(file -> file.types().size() > 1))).isEmpty();
    }

    @Test
    void namesSayWhatAThingIs() {
        assertThat(sources.stream().flatMap(file -> file.types().stream()))
                .filteredOn(
                        type ->
                                EMPTY_WORDS.stream().anyMatch(type::endsWith)
                                        || type.startsWith("Abstract"))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(lines(LATER)).isEmpty();
    }

    @Test
    void nothingKnowsTheMachineItWasWrittenOn() {
        String here = Pattern.quote(Repository.folder() + "/");

        assertThat(lines(Pattern.compile(here))).isEmpty();
    }

    @Test
    void importsNameWhatTheyImport() {
        assertThat(lines(Pattern.compile("^import .*\\*;"))).isEmpty();
    }

    @Test
    void documentationIsMarkdown() {
        assertThat(lines(Pattern.compile("^\\s*/\\*\\*"))).isEmpty();
    }

    @Test
    void noTestIsSwitchedOffOrSleeps() {
        assertThat(
                        lines(
                                Pattern.compile(
                                        "^\\s*@Disabled|\\bThread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(")))
                .isEmpty();
    }

    @Test
    void testsAreNamedByBehaviour() {
        var annotations = Set.of("Test", "ParameterizedTest", "RepeatedTest");
        var prefix = Pattern.compile("\\.test(?!Driver|s)\\w*$");
        assertThat(sources.stream().flatMap(file -> file.methods().stream()))
                .filteredOn(method -> method.annotations().stream().anyMatch(annotations::contains))
                .extracting(SourceFile.Method::name)
                .filteredOn(name -> prefix.matcher(name).find())
                .isEmpty();
    }

    private static List<String> lines(Pattern pattern) {
        var found = new ArrayList<String>();
        for (SourceFile file : sources) {
            String[] lines = file.lines();
            for (int i = 0; i < lines.length; i++) {
                if (pattern.matcher(lines[i]).find()) {
                    found.add("%s:%d: %s".formatted(file.path(), i + 1, lines[i].strip()));
                }
            }
        }
        return found;
    }
}
