/// JSON as QEMU speaks it: on the monitor, in block device descriptions and on the command line.
///
/// Read [JsonValue] first: an immutable tree. A [JsonObject] keeps the order of its members and is
/// built with [JsonObject#builder()]; [JsonParser] makes a tree from text; [JsonValue#text()]
/// prints it without whitespace, byte for byte as libvirt does.
@NullMarked
package dev.jvirt.qemu.json;

import org.jspecify.annotations.NullMarked;
