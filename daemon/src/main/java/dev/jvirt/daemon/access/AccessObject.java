package dev.jvirt.daemon.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An object that somebody wants to do something with. Used by one thread.
///
/// Its attributes have the names of libvirt's polkit driver. They are those of the object itself,
/// not those that the client claims it has: who asks for them first has it looked up.
public final class AccessObject {
    /// The attribute of every object: the driver that it belongs to.
    public static final String DRIVER = "connect_driver";

    private final ObjectType type;
    private final String driver;
    private final Supplier<Map<String, String>> source;
    private @Nullable Map<String, String> attributes;

    /// @param driver the name of the driver, for example `QEMU`
    /// @param source finds the other attributes
    AccessObject(ObjectType type, String driver, Supplier<Map<String, String>> source) {
        this.type = type;
        this.driver = driver;
        this.source = source;
    }

    /// An object of which all attributes are known.
    public static AccessObject described(ObjectType type, Map<String, String> attributes) {
        return new AccessObject(type, attributes.getOrDefault(DRIVER, "QEMU"), () -> attributes);
    }

    /// What kind of object it is.
    public ObjectType type() {
        return type;
    }

    /// The name of the driver that it belongs to.
    public String driver() {
        return driver;
    }

    /// All attributes that are known of it.
    public Map<String, String> attributes() {
        Map<String, String> known = attributes;
        if (known == null) {
            known = new LinkedHashMap<>();
            known.put(DRIVER, driver);
            known.putAll(source.get());
            attributes = known;
        }
        return known;
    }

    /// One attribute, if it is known.
    public Optional<String> attribute(String name) {
        return name.equals(DRIVER)
                ? Optional.of(driver)
                : Optional.ofNullable(attributes().get(name));
    }
}
