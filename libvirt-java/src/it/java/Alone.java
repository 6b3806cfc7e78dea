import java.nio.file.Files;
import java.nio.file.Path;

/// Takes the [Tour] and then tells, as complaints, what of the C world is in its process: libvirt's
/// library, and JNA.
public final class Alone {
    private Alone() {}

    public static void main(String[] arguments) throws Exception {
        Tour.main(arguments);
        Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains("/libvirt") && line.contains(".so"))
                .map(line -> "mapped: " + line.substring(line.lastIndexOf('/') + 1))
                .distinct()
                .forEach(System.err::println);
        try {
            System.err.println("found: " + Class.forName("com.sun.jna.Native").getName());
        } catch (ClassNotFoundException expected) {
            // as it should be
        }
    }
}
