package dev.jvirt.api.driver;

/// A picture of a screen on its way.
///
/// @param mimeType of the picture, for example `image/png`
/// @param image the bytes of the picture
public record Screenshot(String mimeType, StreamChannel image) {}
