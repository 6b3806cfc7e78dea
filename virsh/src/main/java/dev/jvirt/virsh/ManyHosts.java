package dev.jvirt.virsh;

import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.ProgramOptions;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.ShellEnvironment;
import dev.jvirt.virsh.shell.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One command line on many hosts at once, for reading only. What they print comes in the order in
/// which the hosts are listed: tables as one with a column for the host, other lines with the host
/// in front.
record ManyHosts(Shell shell, DriverTable drivers) {
    private static final String OPTION = "--hosts";

    /// What one of them said.
    private static final class Answer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final List<Table> tables = new ArrayList<>();
        private int status;
    }

    /// Runs it everywhere.
    ///
    /// @param file that has a URI on each line, and comments behind `#`
    /// @param arguments of the program
    /// @return the status of the program: 1 if any host failed
    int run(String file, String[] arguments, ProgramOptions options) {
        List<String> uris;
        try {
            uris = uris(FileTexts.read(shell, file));
        } catch (CommandFailure e) {
            shell.report(e);
            return 1;
        }
        if (options.rest().isEmpty()) {
            shell.output().error("option " + OPTION + " needs a command");
            return 1;
        }
        String[] others = without(arguments, arguments.length - options.rest().size());
        var answers = new ArrayList<Answer>();
        var threads = new ArrayList<Thread>();
        for (String uri : uris) {
            var answer = new Answer();
            answers.add(answer);
            threads.add(Thread.ofVirtual().start(() -> ask(uri, others, answer)));
        }
        for (Thread thread : threads) {
            join(thread);
        }
        return print(uris, answers);
    }

    private static List<String> uris(String text) {
        var uris = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            int comment = line.indexOf('#');
            String uri = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!uri.isEmpty()) {
                uris.add(uri);
            }
        }
        return uris;
    }

    /// The arguments without the option that names the file.
    ///
    /// @param end of the program's own options
    private static String[] without(String[] arguments, int end) {
        var kept = new ArrayList<String>();
        for (int i = 0; i < arguments.length; i++) {
            if (i < end && arguments[i].equals(OPTION)) {
                i++;
            } else if (i >= end || !arguments[i].startsWith(OPTION + "=")) {
                kept.add(arguments[i]);
            }
        }
        return kept.toArray(String[]::new);
    }

    private void ask(String uri, String[] arguments, Answer answer) {
        var here = shell.environment();
        var environment =
                new ShellEnvironment(
                        here.variables(),
                        here.directory(),
                        new ByteArrayInputStream(new byte[0]),
                        answer.out,
                        answer.err,
                        false);
        var all = new ArrayList<>(List.of("-c", uri, "-r"));
        all.addAll(List.of(arguments));
        var session = new VirshSession(environment, drivers);
        answer.status =
                session.run(
                        all.toArray(String[]::new), output -> output.collect(uri, answer.tables));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int print(List<String> uris, List<Answer> answers) {
        Output output = shell.output();
        var merged = new ArrayList<Table>();
        int status = 0;
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            status = Math.max(status, answer.status);
            for (Table table : answer.tables) {
                merge(merged, table.labelled("Host", uris.get(i)));
            }
        }
        merged.forEach(output::table);
        for (int i = 0; i < answers.size(); i++) {
            print(uris.get(i), answers.get(i));
        }
        output.flush();
        return status;
    }

    private static void merge(List<Table> merged, Table table) {
        for (Table known : merged) {
            if (known.addAll(table)) {
                return;
            }
        }
        merged.add(table);
    }

    private void print(String uri, Answer answer) {
        Output output = shell.output();
        for (String line : answer.out.toString(StandardCharsets.UTF_8).lines().toList()) {
            if (output.json()) {
                output.line(line);
            } else if (!line.isEmpty()) {
                output.line(uri + ": " + line);
            }
        }
        for (String line : answer.err.toString(StandardCharsets.UTF_8).lines().toList()) {
            output.message(uri + ": " + line);
        }
    }
}
