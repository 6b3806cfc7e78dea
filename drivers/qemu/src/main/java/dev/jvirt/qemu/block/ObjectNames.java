package dev.jvirt.qemu.block;

/// The names of the objects that the nodes of an image refer to.
public record ObjectNames(
        String authentication, String encryption, String cookies, String tls, String reservations) {
    /// The names for an image of a disk.
    public static ObjectNames of(String image, boolean managedReservations) {
        String storage = image + "-storage";
        return new ObjectNames(
                storage + "-auth-secret0",
                image + "-format-encryption-secret0",
                storage + "-httpcookie-secret0",
                "obj" + storage + "_tls0",
                managedReservations ? "pr-helper0" : "pr-helper-" + storage);
    }
}
