package dev.jvirt.api;

/// A picture of a screen on its way.
///
/// @param mimeType of the picture, for example `image/png`
/// @param image the bytes of the picture; to be read to their end and finished, or closed
public record DomainScreenshot(String mimeType, Stream image) implements AutoCloseable {
    /// Does without the rest of the picture.
    @Override
    public void close() {
        image.close();
    }
}
