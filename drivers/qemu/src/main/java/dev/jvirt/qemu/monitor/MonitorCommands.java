package dev.jvirt.qemu.monitor;

import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the driver asks of QEMU, in its own words: a command here is one question of one API call.
///
/// The static methods make commands that are sent together with others, and read their answers.
public final class MonitorCommands {
    private static final Duration DUMP = Duration.ofHours(1);

    private final Monitor monitor;
    private final String holder;

    /// The questions of one API call.
    ///
    /// @param holder the call, named to whoever has to wait for it
    public MonitorCommands(Monitor monitor, String holder) {
        this.monitor = monitor;
        this.holder = holder;
    }

    /// Presses the power button.
    public void powerDown() {
        run("system_powerdown");
    }

    /// Presses the reset button.
    public void reset() {
        run("system_reset");
    }

    /// Stops the virtual CPUs.
    public void stop() {
        run("stop");
    }

    /// Lets the virtual CPUs go on.
    public void cont() {
        run("cont");
    }

    /// Writes the guest's memory into a file, which takes as long as the disk does.
    public void dump(Path file) {
        var arguments =
                JsonObject.builder().put("paging", false).put("protocol", "file:" + file).build();
        var command = new MonitorCommand("dump-guest-memory", arguments);
        monitor.execute(holder, List.of(command), DUMP).getFirst().value();
    }

    /// What the machine is doing.
    public VmStatus status() {
        return VmStatus.read(monitor.execute(holder, List.of(queryStatus())).getFirst().object());
    }

    /// Sends commands together.
    public List<MonitorReply> all(List<MonitorCommand> commands) {
        return monitor.execute(holder, commands);
    }

    private void run(String command) {
        monitor.execute(holder, new MonitorCommand(command));
    }

    /// Ends the negotiation; nothing else works before it.
    public static MonitorCommand capabilities() {
        return new MonitorCommand("qmp_capabilities");
    }

    /// Asks what the machine is doing, see [VmStatus#read].
    public static MonitorCommand queryStatus() {
        return new MonitorCommand("query-status");
    }

    /// Asks for the ends of the character devices, see [#chardevs].
    public static MonitorCommand queryChardevs() {
        return new MonitorCommand("query-chardev");
    }

    /// The character devices by the label that they have on the command line.
    public static Map<String, CharState> chardevs(MonitorReply reply) {
        var states = new LinkedHashMap<String, CharState>();
        for (JsonObject device : objects(reply)) {
            states.put(
                    device.string("label").orElse(""),
                    new CharState(
                            device.string("filename").orElse(""), device.isTrue("frontend-open")));
        }
        return states;
    }

    /// Asks for the virtual CPUs, see [#threads].
    public static MonitorCommand queryCpus() {
        return new MonitorCommand("query-cpus-fast");
    }

    /// The threads of the virtual CPUs in their order.
    public static List<Integer> threads(MonitorReply reply) {
        var threads = new ArrayList<Integer>();
        for (JsonObject cpu : objects(reply)) {
            threads.add((int) cpu.number("thread-id").orElse(0));
        }
        return threads;
    }

    /// Where QEMU keeps the first virtual CPU, by the answer to [#queryCpus].
    public static Optional<String> firstCpu(MonitorReply reply) {
        return objects(reply).stream().findFirst().flatMap(cpu -> cpu.string("qom-path"));
    }

    /// Asks for the devices that have a name, see [#devices].
    public static MonitorCommand queryDevices() {
        return new MonitorCommand(
                "qom-list", JsonObject.builder().put("path", "/machine/peripheral").build());
    }

    /// The names of the devices.
    public static List<String> devices(MonitorReply reply) {
        var devices = new ArrayList<String>();
        for (JsonObject property : objects(reply)) {
            if (property.string("type").orElse("").startsWith("child<")) {
                property.string("name").ifPresent(devices::add);
            }
        }
        return devices;
    }

    /// Asks how much memory the guest has left after what its balloon took, see [#balloon].
    public static MonitorCommand queryBalloon() {
        return new MonitorCommand("query-balloon");
    }

    /// The memory of the guest in KiB; `otherwise` if it has no balloon.
    public static long balloon(MonitorReply reply, long otherwise) {
        return reply.result().isPresent() && reply.object().has("actual")
                ? reply.object().number("actual").orElse(0) / 1024
                : otherwise;
    }

    /// Sets the size to which the balloon shrinks the guest.
    public static MonitorCommand setBalloon(long kib) {
        return new MonitorCommand("balloon", JsonObject.builder().put("value", kib * 1024).build());
    }

    /// Makes QEMU end when the guest reboots.
    public static MonitorCommand shutDownOnReboot() {
        return new MonitorCommand(
                "set-action", JsonObject.builder().put("reboot", "shutdown").build());
    }

    /// Connects or disconnects a network device.
    public static MonitorCommand setLink(String device, boolean up) {
        return new MonitorCommand(
                "set_link", JsonObject.builder().put("name", device).put("up", up).build());
    }

    /// Lets the virtual CPUs go on.
    public static MonitorCommand letRun() {
        return new MonitorCommand("cont");
    }

    private static List<JsonObject> objects(MonitorReply reply) {
        JsonValue value = reply.value();
        return value instanceof JsonArray array ? array.objects() : List.of();
    }
}
