package dev.jvirt.daemon.config;

import dev.jvirt.api.config.ConfigReader;
import java.util.Optional;

/// What is logged where, as written: the words of the log settings are checked where they are used.
///
/// @param level 1 to 4, from debug to error; 0: not given
/// @param filters such as `1:qemu 3:object`
/// @param outputs such as `1:file:/var/log/libvirt/libvirtd.log`
public record LogConfig(int level, Optional<String> filters, Optional<String> outputs) {

    static LogConfig read(ConfigReader reader) {
        return new LogConfig(
                reader.unsigned("log_level", 0),
                reader.text("log_filters"),
                reader.text("log_outputs"));
    }
}
