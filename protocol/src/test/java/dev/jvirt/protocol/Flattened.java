package dev.jvirt.protocol;

import dev.jvirt.protocol.shape.Leaf;
import dev.jvirt.protocol.wire.Opaque;
import java.lang.reflect.RecordComponent;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The single values of a message by the way to them, found once by reflection over the record and
/// once by the shape of its bytes.
final class Flattened {
    private final Map<String, String> values = new LinkedHashMap<>();

    private Flattened() {}

    static Map<String, String> of(byte[] data, List<Leaf> leaves) {
        var values = new LinkedHashMap<String, String>();
        leaves.forEach(leaf -> values.put(leaf.path(), leaf.text(data)));
        return values;
    }

    static Map<String, String> of(Object record) {
        var flattened = new Flattened();
        flattened.add("", record);
        return flattened.values;
    }

    private void add(String path, Object value) {
        switch (value) {
            case Optional<?> optional ->
                    optional.ifPresentOrElse(found -> add(path, found), () -> put(path, "-"));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    add(path + "[" + i + "]", list.get(i));
                }
                if (list.isEmpty()) {
                    put(path, "-");
                }
            }
            case Opaque opaque -> put(path, HexFormat.of().formatHex(opaque.bytes()));
            case Record record -> addComponents(path.isEmpty() ? "" : path + ".", record);
            default -> put(path, value.toString());
        }
    }

    private void addComponents(String path, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                add(path + component.getName(), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void put(String path, String text) {
        values.put(path, text);
    }
}
