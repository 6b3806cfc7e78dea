package dev.jvirt.api.host;

/// A number of pages of one size.
///
/// @param size of a page, in KiB
/// @param count of pages
public record PageCount(int size, long count) {}
