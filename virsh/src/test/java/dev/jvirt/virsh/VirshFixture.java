package dev.jvirt.virsh;

import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs virsh against a [FakeHypervisor].
final class VirshFixture {
    final FakeHypervisor hypervisor = new FakeHypervisor();
    private final Map<String, String> variables = new HashMap<>();

    VirshFixture() {
        variables.put("LANG", "C.UTF-8");
        variables.put("VIRSH_DEFAULT_CONNECT_URI", "fake:///default");
    }

    /// Sets a variable of the environment.
    void variable(String name, String value) {
        variables.put(name, value);
    }

    /// What a run of virsh printed, and its status.
    record Result(int status, String out, String err) {}

    /// Runs a line of commands.
    Result line(String line) {
        return run("-c", "fake:///one", line);
    }

    Result run(String... arguments) {
        return run("", Path.of(""), arguments);
    }

    Result run(String input, Path directory, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        variables.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        var environment = new ShellEnvironment(variables, directory, in, out, err, false);
        int status =
                new VirshSession(environment, new DriverTable(List.of(hypervisor))).run(arguments);
        return new Result(
                status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
