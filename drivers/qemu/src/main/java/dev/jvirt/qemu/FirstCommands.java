package dev.jvirt.qemu;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Graphics;
import dev.jvirt.documents.domain.GraphicsPassword;
import dev.jvirt.documents.domain.Lifecycle;
import dev.jvirt.documents.domain.MemoryBalloon;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.command.DriverSettings;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.monitor.MonitorCommand;
import dev.jvirt.qemu.monitor.MonitorCommands;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What QEMU is told before the guest runs, because its command line cannot say it.
///
/// @param now when that is
record FirstCommands(DriverSettings settings, Instant now) {
    List<MonitorCommand> of(DomainDefinition live, QemuCapabilities capabilities) {
        var commands = new ArrayList<MonitorCommand>();
        if (capabilities.has(QemuFlag.SET_ACTION)
                && live.lifecycle().onReboot() == Lifecycle.Action.DESTROY) {
            commands.add(MonitorCommands.shutDownOnReboot());
        }
        for (Graphics graphics : live.devices().graphics()) {
            addPassword(graphics, commands);
        }
        for (NetworkInterface card : live.devices().interfaces()) {
            if (!card.policy().link().up().orElse(true)) {
                card.info()
                        .alias()
                        .ifPresent(alias -> commands.add(MonitorCommands.setLink(alias, false)));
            }
        }
        addBalloon(live, commands);
        return commands;
    }

    private void addPassword(Graphics graphics, List<MonitorCommand> commands) {
        switch (graphics) {
            case Graphics.Vnc vnc ->
                    addPassword("vnc", vnc.password(), settings.vnc().password(), commands);
            case Graphics.Spice spice ->
                    addPassword("spice", spice.password(), settings.spice().password(), commands);
            default -> {}
        }
    }

    private void addPassword(
            String protocol,
            Optional<GraphicsPassword> own,
            Optional<String> usual,
            List<MonitorCommand> commands) {
        Optional<String> password = own.map(GraphicsPassword::password).or(() -> usual);
        if (password.isEmpty()) {
            return;
        }
        var arguments = JsonObject.builder().put("protocol", protocol);
        arguments.put("password", password.get());
        own.flatMap(GraphicsPassword::connected)
                .map(Word::word)
                .ifPresent(word -> arguments.put("connected", word));
        commands.add(new MonitorCommand("set_password", arguments.build()));
        commands.add(
                new MonitorCommand(
                        "expire_password",
                        JsonObject.builder()
                                .put("protocol", protocol)
                                .put("time", end(own.flatMap(GraphicsPassword::validTo)))
                                .build()));
    }

    private String end(Optional<LocalDateTime> validTo) {
        if (validTo.isEmpty()) {
            return "never";
        }
        long end = validTo.get().toEpochSecond(ZoneOffset.UTC);
        return end <= now.getEpochSecond() ? "now" : Long.toString(end);
    }

    /// A guest that gets less memory than it may have gives the rest back.
    private static void addBalloon(DomainDefinition live, List<MonitorCommand> commands) {
        boolean hasBalloon =
                live.devices()
                        .first(MemoryBalloon.class)
                        .filter(balloon -> balloon.model() != MemoryBalloon.Model.NONE)
                        .isPresent();
        if (hasBalloon && live.memory().current() < live.memory().total()) {
            commands.add(MonitorCommands.setBalloon(live.memory().current()));
        }
    }
}
