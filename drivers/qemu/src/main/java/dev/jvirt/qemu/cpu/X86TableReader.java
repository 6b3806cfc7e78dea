package dev.jvirt.qemu.cpu;

import dev.jvirt.qemu.cpu.X86Feature.Cpuid;
import dev.jvirt.qemu.cpu.X86Feature.Msr;
import dev.jvirt.qemu.cpu.X86Feature.Register;
import dev.jvirt.qemu.cpu.X86Model.Pattern;
import dev.jvirt.qemu.cpu.X86Model.Purpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Reads the table of x86 processors, which comes with the program and tells its own format.
final class X86TableReader {
    private static final String RESOURCE = "x86.txt";
    private static final int HEX = 16;
    private static final int LAST_STEPPING = 15;

    private final List<X86Feature> features = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, X86Model> models = new HashMap<>();
    private final List<X86Model> ordered = new ArrayList<>();
    private final Map<String, String> vendors = new HashMap<>();
    private Optional<Draft> draft = Optional.empty();

    private X86TableReader() {}

    /// A model whose lines are being read.
    private static final class Draft {
        private final String name;
        private final Optional<String> vendor;
        private final Purpose purpose;
        private final List<Pattern> signatures = new ArrayList<>();
        private FeatureSet features = FeatureSet.NONE;
        private FeatureSet gone = FeatureSet.NONE;

        Draft(String name, Optional<String> vendor, Purpose purpose) {
            this.name = name;
            this.vendor = vendor;
            this.purpose = purpose;
        }

        X86Model model() {
            return new X86Model(
                    name, vendor, purpose, List.copyOf(signatures), features.minus(gone), gone);
        }
    }

    static X86Table read() {
        try (InputStream in = X86TableReader.class.getResourceAsStream(RESOURCE)) {
            byte[] text = Objects.requireNonNull(in, RESOURCE).readAllBytes();
            return read(new String(text, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static X86Table read(String text) {
        var reader = new X86TableReader();
        for (String line : text.split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                reader.line(line.strip().split(" +"));
            }
        }
        reader.finish();
        return new X86Table(reader.features, reader.ordered, reader.vendors);
    }

    private void line(String[] words) {
        switch (words[0]) {
            case "vendor" -> vendors.put(words[1], words[2]);
            case "feature" -> feature(words);
            case "model" -> {
                finish();
                draft = Optional.of(draft(words));
            }
            default -> more(draft.orElseThrow(), words);
        }
    }

    private void finish() {
        draft.map(Draft::model)
                .ifPresent(
                        model -> {
                            ordered.add(model);
                            models.put(model.name(), model);
                        });
        draft = Optional.empty();
    }

    private void feature(String[] words) {
        boolean local = words[words.length - 1].equals("local");
        int bit = Integer.parseInt(words[5]);
        X86Feature.Place place =
                words[2].equals("msr")
                        ? new Msr(number(words[3]), words[4].equals("low") ? bit : bit + 32)
                        : new Cpuid(
                                number(words[2]),
                                number(words[3]),
                                Register.valueOf(words[4].toUpperCase(Locale.ROOT)),
                                bit);
        places.put(words[1], features.size());
        features.add(new X86Feature(words[1], place, local));
    }

    private static int number(String word) {
        return Integer.parseUnsignedInt(word, HEX);
    }

    private static Draft draft(String[] words) {
        Optional<String> vendor = Optional.of(words[2]).filter(v -> !v.equals("-"));
        var purpose =
                switch (words.length > 3 ? words[3] : "") {
                    case "not-any-more" -> Purpose.NONE;
                    case "not-for-guests" -> Purpose.HOSTS;
                    default -> Purpose.ALL;
                };
        return new Draft(words[1], vendor, purpose);
    }

    private void more(Draft model, String[] words) {
        switch (words[0]) {
            case "of" -> {
                for (int i = 1; i < words.length; i++) {
                    model.signatures.add(pattern(words[i]));
                }
            }
            case "from" -> model.features = Objects.requireNonNull(models.get(words[1])).features();
            case "with" -> model.features = model.features.plus(set(words));
            case "without" -> model.features = model.features.minus(set(words));
            case "gone" -> model.gone = model.gone.plus(set(words));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /// `6/85` or `6/85/5-7`
    private static Pattern pattern(String word) {
        String[] parts = word.split("/");
        int first = 0;
        int last = LAST_STEPPING;
        if (parts.length > 2) {
            String[] range = parts[2].split("-");
            first = Integer.parseInt(range[0]);
            last = Integer.parseInt(range[range.length - 1]);
        }
        return new Pattern(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), first, last);
    }

    private FeatureSet set(String[] words) {
        var found = new ArrayList<Integer>();
        for (int i = 1; i < words.length; i++) {
            found.add(Objects.requireNonNull(places.get(words[i]), words[i]));
        }
        return FeatureSet.of(found);
    }
}
