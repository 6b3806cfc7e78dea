package dev.jvirt.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.config.ClientConfig;
import dev.jvirt.api.config.ConfigReader;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.daemon.Options;
import dev.jvirt.daemon.config.DaemonConfig;
import dev.jvirt.qemu.config.ConfigFile;
import dev.jvirt.qemu.config.QemuConfig;
import dev.jvirt.qemu.firmware.FirmwareDescriptor;
import dev.jvirt.qemu.json.JsonException;
import dev.jvirt.qemu.json.JsonValue;
import dev.jvirt.virsh.shell.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Other texts: URIs, configuration, command lines, what QEMU says.
final class TextTargets {
    private static final Set<Class<? extends RuntimeException>> LIBVIRT =
            Set.of(LibvirtException.class);
    private static final Set<Class<? extends RuntimeException>> JSON = Set.of(JsonException.class);
    private static final Set<Class<? extends RuntimeException>> SHELL =
            Set.of(CommandFailure.class);

    private TextTargets() {}

    static List<FuzzTarget> all() {
        var all = new ArrayList<FuzzTarget>();
        all.add(target("uri", "connection URIs", LIBVIRT, TextTargets::uri));
        all.add(
                target(
                        "admin-uri",
                        "URIs of daemons",
                        LIBVIRT,
                        text -> Hidden.call("dev.jvirt.remote.AdminTarget", "of", text)));
        addConfigurations(all);
        all.add(target("cpu-list", "lists of CPUs", LIBVIRT, text -> CpuMap.parse(text).toBytes()));
        all.add(
                target(
                        "libvirtd-options",
                        "the daemon's command line",
                        Set.of(usage()),
                        text -> Options.parse(text.split("\0"))));
        all.add(target("virsh-line", "lines that virsh reads", SHELL, VirshParser::line));
        all.add(target("virsh-arguments", "virsh's command line", SHELL, VirshParser::arguments));
        all.add(
                target(
                        "virsh-completion",
                        "lines that are still being typed",
                        SHELL,
                        VirshParser::partial));
        all.add(target("json", "JSON", JSON, text -> JsonValue.parse(text).text()));
        all.add(
                target(
                        "qmp",
                        "what QEMU's monitor says",
                        JSON,
                        text ->
                                Hidden.call(
                                        "dev.jvirt.qemu.monitor.MonitorMessage", "parse", text)));
        all.add(target("firmware", "descriptions of firmware", JSON, FirmwareDescriptor::parse));
        return all;
    }

    private static void addConfigurations(List<FuzzTarget> all) {
        all.add(
                target(
                        "libvirtd-conf",
                        "the daemon's configuration",
                        LIBVIRT,
                        text -> DaemonConfig.parse("libvirtd.conf", text)));
        all.add(
                target(
                        "access-rules",
                        "what clients may do",
                        LIBVIRT,
                        text ->
                                Hidden.call(
                                        "dev.jvirt.daemon.access.rules.RuleFile",
                                        "parse",
                                        "access.rules",
                                        text)));
        all.add(
                target(
                        "libvirt-conf",
                        "the client's configuration",
                        LIBVIRT,
                        TextTargets::clientConfig));
        all.add(
                target(
                        "qemu-conf",
                        "the configuration of the QEMU driver",
                        LIBVIRT,
                        text -> QemuConfig.of(ConfigFile.parse("qemu.conf", text))));
        all.add(
                target(
                        "log-filters",
                        "log filters, from the configuration or virt-admin",
                        LIBVIRT,
                        text -> Hidden.call("dev.jvirt.daemon.log.LogFilter", "parseAll", text)));
    }

    private static FuzzTarget target(
            String name,
            String purpose,
            Set<Class<? extends RuntimeException>> refusals,
            Consumer<String> reading) {
        return new FuzzTarget(
                name,
                purpose,
                refusals,
                () -> SeedFiles.of(name),
                SeedFiles.words(name),
                input -> reading.accept(new String(input, UTF_8)));
    }

    @SuppressWarnings("unchecked") // it is one
    private static Class<? extends RuntimeException> usage() {
        return (Class<? extends RuntimeException>) Hidden.type("dev.jvirt.daemon.UsageException");
    }

    /// Reads it, says it again, and finds out what it means to the client.
    private static void uri(String text) {
        ConnectUri uri = ConnectUri.parse(text);
        uri.format();
        Hidden.call("dev.jvirt.remote.RemoteTarget", "of", uri);
    }

    private static void clientConfig(String text) {
        var config =
                (ClientConfig)
                        Hidden.construct(
                                ClientConfig.class.getName(),
                                new ConfigReader("libvirt.conf", text));
        config.defaultUri();
        config.resolve("work");
    }
}
