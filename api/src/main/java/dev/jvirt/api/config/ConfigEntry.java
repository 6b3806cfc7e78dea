package dev.jvirt.api.config;

/// One `name = value` of a configuration file.
///
/// @param line where the name stands, counted from 1
record ConfigEntry(String name, ConfigValue value, int line) {}
