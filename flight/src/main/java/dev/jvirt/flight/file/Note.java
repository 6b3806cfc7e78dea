package dev.jvirt.flight.file;

/// What the recorder has to say.
public record Note(long nanos, String text) implements Entry {}
