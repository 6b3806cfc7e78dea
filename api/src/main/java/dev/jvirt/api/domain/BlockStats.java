package dev.jvirt.api.domain;

/// What a disk has read and written (`virDomainBlockStatsStruct`); -1 stands for what a driver does
/// not count.
///
/// @param errors the number of errors, or of bytes that could not be read or written
public record BlockStats(
        long readRequests, long readBytes, long writeRequests, long writeBytes, long errors) {}
