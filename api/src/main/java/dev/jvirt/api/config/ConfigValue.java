package dev.jvirt.api.config;

import java.util.List;

/// A value of a configuration file.
sealed interface ConfigValue {

    /// What stands between quotes: single, double or three double ones.
    record Text(String text) implements ConfigValue {}

    /// A decimal number.
    record Whole(long number) implements ConfigValue {}

    /// What stands between brackets.
    record Items(List<ConfigValue> items) implements ConfigValue {
        public Items {
            items = List.copyOf(items);
        }
    }
}
