package dev.jvirt.qemu.process;

import dev.jvirt.qemu.command.ShellText;
import dev.jvirt.qemu.status.Taint;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/// What a log says about the start of a domain: who started it, and how a person could.
///
/// @param host who starts it
record StartLog(ProcessSettings.HostFacts host, StartPlan start) {
    private static final String NEXT_LINE = " \\\n";

    String text(Instant now) {
        var text = new StringBuilder(4096);
        line(text, now)
                .append("starting up libvirt version: ")
                .append(host.product())
                .append(", qemu version: ")
                .append(start.emulator().version())
                .append(", kernel: ")
                .append(System.getProperty("os.version"))
                .append(", hostname: ")
                .append(host.hostname())
                .append('\n');
        command(text);
        var taints = EnumSet.noneOf(Taint.class);
        taints.addAll(start.warnings().taints());
        for (Taint taint : taints) {
            line(text, now)
                    .append("Domain id=%d is tainted: ".formatted(start.live().id().orElse(-1)))
                    .append(taint.word())
                    .append('\n');
        }
        return text.toString();
    }

    private static StringBuilder line(StringBuilder text, Instant now) {
        return text.append(DomainLog.stamp(now)).append(": ");
    }

    /// One line for each variable and option, so that people can read it.
    private void command(StringBuilder text) {
        start.command()
                .environment()
                .forEach(
                        (name, value) ->
                                text.append(name)
                                        .append('=')
                                        .append(ShellText.quote(value))
                                        .append(NEXT_LINE));
        List<String> words = start.command().arguments();
        text.append(ShellText.quote(words.getFirst()));
        boolean afterOption = false;
        for (String word : words.subList(1, words.size())) {
            boolean option = word.startsWith("-");
            text.append(option || !afterOption ? NEXT_LINE : " ").append(ShellText.quote(word));
            afterOption = option;
        }
        text.append('\n');
    }
}
