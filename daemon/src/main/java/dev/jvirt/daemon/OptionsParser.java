package dev.jvirt.daemon;

import dev.jvirt.flight.record.RecordSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a command line as getopt_long does: letters may be joined, long names may be shortened as
/// long as they stay unique, values may follow in the same word.
final class OptionsParser {
    private static final int LONGEST_TIMEOUT = Integer.MAX_VALUE / 1000;

    private final DaemonName name;
    private final String[] words;
    private int at;
    private boolean help;
    private boolean version;
    private boolean verbose;
    private boolean daemon;
    private boolean listen;
    private int timeout;
    private @Nullable Path config;
    private @Nullable Path pidFile;
    private @Nullable Path root;
    private @Nullable RecordSettings record;

    private enum Name {
        HELP('h', false),
        VERBOSE('v', false),
        DAEMON('d', false),
        LISTEN('l', false),
        TIMEOUT('t', true),
        CONFIG('f', true),
        VERSION('V', false),
        PID_FILE('p', true),
        ROOT('\0', true),
        RECORD('\0', true);

        private final char letter;
        private final boolean hasValue;

        Name(char letter, boolean hasValue) {
            this.letter = letter;
            this.hasValue = hasValue;
        }

        String word() {
            return switch (this) {
                case HELP -> "help";
                case VERBOSE -> "verbose";
                case DAEMON -> "daemon";
                case LISTEN -> "listen";
                case TIMEOUT -> "timeout";
                case CONFIG -> "config";
                case VERSION -> "version";
                case PID_FILE -> "pid-file";
                case ROOT -> "root";
                case RECORD -> "record";
            };
        }
    }

    OptionsParser(DaemonName name, String... words) {
        this.name = name;
        this.words = words.clone();
    }

    Options parse() {
        while (at < words.length) {
            String word = words[at++];
            if (word.equals("--")) {
                break;
            }
            if (word.startsWith("--")) {
                longOption(word.substring(2));
            } else if (word.startsWith("-") && word.length() > 1) {
                letters(word);
            } else {
                throw unexpected();
            }
        }
        if (at < words.length) {
            throw unexpected();
        }
        return new Options(
                name,
                help,
                version,
                verbose,
                daemon,
                listen,
                timeout,
                Optional.ofNullable(config),
                Optional.ofNullable(pidFile),
                Optional.ofNullable(root),
                Optional.ofNullable(record));
    }

    private static UsageException unexpected() {
        return new UsageException("unexpected, non-option, command line arguments", false);
    }

    private void longOption(String text) {
        int equals = text.indexOf('=');
        String word = equals < 0 ? text : text.substring(0, equals);
        Name option = find(word);
        if (!option.hasValue) {
            if (equals >= 0) {
                throw usage("option '--%s' doesn't allow an argument".formatted(option.word()));
            }
            set(option, "");
        } else if (equals >= 0) {
            set(option, text.substring(equals + 1));
        } else if (at < words.length) {
            set(option, words[at++]);
        } else {
            throw usage("option '--%s' requires an argument".formatted(option.word()));
        }
    }

    private Name find(String word) {
        List<Name> candidates = new ArrayList<>();
        for (Name option : Name.values()) {
            if (!isKnown(option)) {
                continue;
            }
            if (option.word().equals(word)) {
                return option;
            }
            if (option.word().startsWith(word)) {
                candidates.add(option);
            }
        }
        if (candidates.isEmpty()) {
            throw usage("unrecognized option '--%s'".formatted(word));
        }
        if (candidates.size() > 1) {
            var possibilities = new StringBuilder();
            for (Name candidate : candidates) {
                possibilities.append(" '--").append(candidate.word()).append('\'');
            }
            throw usage(
                    "option '--%s' is ambiguous; possibilities:%s".formatted(word, possibilities));
        }
        return candidates.getFirst();
    }

    private boolean isKnown(Name option) {
        return option != Name.LISTEN || name.mayListenOnNetwork();
    }

    private void letters(String word) {
        for (int i = 1; i < word.length(); i++) {
            Name option = find(word.charAt(i));
            if (!option.hasValue) {
                set(option, "");
            } else if (i + 1 < word.length()) {
                set(option, word.substring(i + 1));
                return;
            } else if (at < words.length) {
                set(option, words[at++]);
            } else {
                throw usage("option requires an argument -- '%c'".formatted(option.letter));
            }
        }
    }

    private Name find(char letter) {
        for (Name option : Name.values()) {
            if (option.letter == letter && isKnown(option)) {
                return option;
            }
        }
        throw usage("invalid option -- '%c'".formatted(letter));
    }

    private void set(Name option, String value) {
        switch (option) {
            case HELP -> help = true;
            case VERBOSE -> verbose = true;
            case DAEMON -> daemon = true;
            case LISTEN -> listen = true;
            case TIMEOUT -> timeout = seconds(value);
            case CONFIG -> config = Path.of(value);
            case VERSION -> version = true;
            case PID_FILE -> pidFile = Path.of(value);
            case ROOT -> root = Path.of(value).toAbsolutePath().normalize();
            case RECORD -> record = recording(value);
        }
    }

    private static int seconds(String value) {
        try {
            int seconds = Integer.parseInt(value.strip());
            if (seconds >= 0 && seconds <= LONGEST_TIMEOUT) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new UsageException("Invalid value for timeout", false);
    }

    private static RecordSettings recording(String value) {
        try {
            return RecordSettings.parse(value);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), false);
        }
    }

    private static UsageException usage(String message) {
        return new UsageException(message, true);
    }
}
