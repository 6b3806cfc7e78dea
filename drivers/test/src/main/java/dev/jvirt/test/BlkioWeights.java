package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.documents.domain.BlkioTune;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringTokenizer;

/// `<blkiotune>` as typed parameters.
final class BlkioWeights {
    private static final String WEIGHT = "weight";

    /// What can be said of a device, with its name as a parameter.
    private enum Setting {
        DEVICE_WEIGHT("device_weight"),
        READ_IOPS("device_read_iops_sec"),
        WRITE_IOPS("device_write_iops_sec"),
        READ_BYTES("device_read_bytes_sec"),
        WRITE_BYTES("device_write_bytes_sec");

        private final String parameter;

        Setting(String parameter) {
            this.parameter = parameter;
        }

        OptionalLong of(BlkioTune.Device device) {
            return switch (this) {
                case DEVICE_WEIGHT -> device.weight();
                case READ_IOPS -> device.readIops();
                case WRITE_IOPS -> device.writeIops();
                case READ_BYTES -> device.readBytes();
                case WRITE_BYTES -> device.writeBytes();
            };
        }

        String text(List<BlkioTune.Device> devices) {
            var text = new StringBuilder();
            for (BlkioTune.Device device : devices) {
                OptionalLong number = of(device);
                if (number.isPresent()) {
                    text.append(text.isEmpty() ? "" : ",")
                            .append(device.path())
                            .append(',')
                            .append(number.getAsLong());
                }
            }
            return text.toString();
        }

        BlkioTune.Device changed(BlkioTune.Device device, OptionalLong number) {
            return new BlkioTune.Device(
                    device.path(),
                    this == DEVICE_WEIGHT ? number : device.weight(),
                    this == READ_IOPS ? number : device.readIops(),
                    this == WRITE_IOPS ? number : device.writeIops(),
                    this == READ_BYTES ? number : device.readBytes(),
                    this == WRITE_BYTES ? number : device.writeBytes());
        }

        static Setting of(String parameter) {
            for (Setting setting : values()) {
                if (setting.parameter.equals(parameter)) {
                    return setting;
                }
            }
            throw TestErrors.parameter(parameter);
        }
    }

    private BlkioWeights() {}

    static TypedParameters of(BlkioTune tune) {
        var parameters =
                TypedParameters.builder()
                        .put(WEIGHT, TypedValue.ofUnsignedInt(tune.weight().orElse(0)));
        for (Setting setting : Setting.values()) {
            parameters.put(setting.parameter, TypedValue.ofString(setting.text(tune.devices())));
        }
        return parameters.build();
    }

    static void check(TypedParameters parameters) {
        for (TypedParameter parameter : parameters.parameters()) {
            if (!parameter.name().equals(WEIGHT)) {
                Setting.of(parameter.name());
            }
        }
    }

    /// The tuning with some settings changed.
    static BlkioTune changed(BlkioTune tune, TypedParameters parameters) {
        OptionalInt weight = tune.weight();
        Map<String, BlkioTune.Device> devices = new LinkedHashMap<>();
        tune.devices().forEach(device -> devices.put(device.path(), device));
        for (TypedParameter parameter : parameters.parameters()) {
            if (parameter.name().equals(WEIGHT)) {
                weight = OptionalInt.of((int) parameters.getUnsignedInt(WEIGHT).orElse(0));
            } else {
                change(devices, Setting.of(parameter.name()), parameter.value().text());
            }
        }
        return new BlkioTune(weight, List.copyOf(devices.values()));
    }

    /// A text of paths and numbers in turn; 0 is no limit.
    private static void change(
            Map<String, BlkioTune.Device> devices, Setting setting, String text) {
        var words = new StringTokenizer(text, ",");
        while (words.hasMoreTokens()) {
            String path = words.nextToken();
            if (!words.hasMoreTokens()) {
                throw unreadable(setting, text);
            }
            long number;
            try {
                number = Long.parseLong(words.nextToken());
            } catch (NumberFormatException _) {
                throw unreadable(setting, text);
            }
            BlkioTune.Device device = devices.get(path);
            if (device == null) {
                device =
                        new BlkioTune.Device(
                                path,
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty());
            }
            devices.put(
                    path,
                    setting.changed(
                            device, number == 0 ? OptionalLong.empty() : OptionalLong.of(number)));
        }
    }

    private static LibvirtException unreadable(Setting setting, String text) {
        return new LibvirtException(
                ErrorDomain.DOMAIN,
                ErrorCode.INVALID_ARG,
                "unable to parse blkio device '%s' '%s'".formatted(setting.parameter, text));
    }
}
