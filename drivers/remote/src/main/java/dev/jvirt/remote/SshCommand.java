package dev.jvirt.remote;

import dev.jvirt.api.driver.ConnectUri;
import java.util.ArrayList;
import java.util.List;

/// How the user's own `ssh` is asked to lead to the daemon of another host.
///
/// @param target whom to reach
/// @param far what runs over there
record SshCommand(RemoteTarget target, FarCommand far) {
    static SshCommand of(RemoteTarget target, OpenFlags flags) {
        return new SshCommand(target, FarCommand.of(target, flags));
    }

    /// The program and its arguments.
    List<String> words() {
        var words = new ArrayList<String>();
        words.add(target.parameter("command").orElse("ssh"));
        target.port().ifPresent(port -> words.addAll(List.of("-p", Integer.toString(port))));
        target.uri().flatMap(ConnectUri::user).ifPresent(user -> words.addAll(List.of("-l", user)));
        target.parameter("keyfile").ifPresent(file -> words.addAll(List.of("-i", file)));
        words.addAll(List.of("-T", "-e", "none"));
        if (target.isSet("no_tty")) {
            words.addAll(List.of("-o", "BatchMode=yes"));
        }
        if (target.isSet("no_verify")) {
            words.addAll(List.of("-o", "StrictHostKeyChecking=no"));
        }
        // Whatever the name looks like, it is no option.
        words.addAll(List.of("--", target.host(), far.text()));
        return words;
    }
}
