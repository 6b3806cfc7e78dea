package dev.jvirt.virsh.qemu;

import dev.jvirt.virsh.shell.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of `qemu-monitor-command` as one command of the monitor.
final class MonitorWords {
    private MonitorWords() {}

    /// JSON as it is; otherwise the first word is the name of a command and the others are its
    /// arguments, as an object or as the members of one.
    static String command(List<String> words) {
        String whole = String.join(" ", words);
        if (JsonText.parse(whole).isPresent()) {
            return whole;
        }
        var members = new ArrayList<JsonText.Member>();
        members.add(new JsonText.Member("execute", new JsonText.Quoted(words.getFirst())));
        String rest = String.join(" ", words.subList(1, words.size()));
        if (!rest.isEmpty()) {
            Optional<JsonText> arguments = JsonText.parse(rest);
            if (arguments.isEmpty()) {
                arguments = JsonText.parse("{" + rest + "}");
            }
            members.add(
                    new JsonText.Member(
                            "arguments",
                            arguments.orElseThrow(
                                    () ->
                                            new CommandFailure(
                                                    "failed to wrap arguments '"
                                                            + rest
                                                            + "' into a QMP command wrapper"))));
        }
        return new JsonText.Members(members).compact();
    }
}
