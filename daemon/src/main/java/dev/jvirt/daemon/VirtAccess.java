package dev.jvirt.daemon;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.access.ObjectType;
import dev.jvirt.daemon.access.Permission;
import dev.jvirt.daemon.access.polkit.ActionDefinitions;
import dev.jvirt.daemon.access.rules.Action;
import dev.jvirt.daemon.access.rules.Caller;
import dev.jvirt.daemon.access.rules.Decision;
import dev.jvirt.daemon.access.rules.RuleFile;
import dev.jvirt.host.Users;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The program `virt-access`: says of a file of rules whether it is right, and what it decides.
/// It needs no daemon.
public final class VirtAccess {
    private static final String NAME = "virt-access";
    private static final int DENIED = 1;
    private static final int FAILED = 2;
    private static final int CAN_WORDS = 3;

    private final PrintStream out;
    private final PrintStream err;
    private Path file;

    VirtAccess(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        file = DaemonPaths.of(Optional.empty(), Users.current(), environment).rules();
    }

    /// Answers one question.
    public static void main(String[] words) {
        System.exit(new VirtAccess(System.getenv(), System.out, System.err).run(words));
    }

    /// @return 0 if the answer is yes, 1 if it is no, 2 if there is none
    int run(String... words) {
        try {
            List<String> rest = options(words);
            return rest.isEmpty() ? misused() : answer(rest);
        } catch (LibvirtException | IOException | UsageException e) {
            err.println(NAME + ": error: " + e.getMessage());
            return FAILED;
        }
    }

    private int answer(List<String> words) throws IOException {
        if (words.getFirst().equals("can") && words.size() >= CAN_WORDS) {
            return can(words.get(1), words.get(2), words.subList(CAN_WORDS, words.size()));
        }
        if (words.size() != 1) {
            return misused();
        }
        return switch (words.getFirst()) {
            case "check" -> check();
            case "actions" -> printed(ActionDefinitions.permissions());
            case "logins" -> printed(ActionDefinitions.logins());
            case "-h", "--help" -> printed(usage());
            default -> misused();
        };
    }

    private int printed(String text) {
        out.print(text);
        return 0;
    }

    private int misused() {
        err.print(usage());
        return FAILED;
    }

    private List<String> options(String... words) {
        var rest = new ArrayList<String>();
        for (var all = List.of(words).iterator(); all.hasNext(); ) {
            String word = all.next();
            if (!word.equals("--file") && !word.equals("--root")) {
                rest.add(word);
                continue;
            }
            if (!all.hasNext()) {
                throw new UsageException("option '%s' requires an argument".formatted(word), true);
            }
            Path path = Path.of(all.next());
            file = word.equals("--file") ? path : rulesBelow(path);
        }
        return rest;
    }

    private static Path rulesBelow(Path root) {
        return DaemonPaths.of(Optional.of(root), 0, Map.of()).rules();
    }

    private int check() {
        int rules = RuleFile.load(file).rules().size();
        out.println("%s: %d rules, all right".formatted(file, rules));
        return 0;
    }

    private int can(String who, String action, List<String> attributes) throws IOException {
        Permission permission = permission(action);
        AccessObject object =
                AccessObject.described(permission.object(), attributes(permission, attributes));
        Decision decision = RuleFile.load(file).decide(caller(who), object, permission);
        out.println((decision.allows() ? "allowed: " : "denied: ") + decision.reason());
        return decision.allows() ? 0 : DENIED;
    }

    private static Permission permission(String action) {
        var meant = List.copyOf(Action.permissions(action));
        if (meant.size() != 1) {
            throw new UsageException("'%s' is not one action".formatted(action), true);
        }
        return meant.getFirst();
    }

    private static Caller caller(String who) throws IOException {
        if (who.startsWith("sasl:")) {
            return Caller.remote(Optional.of(who.substring("sasl:".length())), Optional.empty());
        }
        if (who.startsWith("x509:")) {
            return Caller.remote(Optional.empty(), Optional.of(who.substring("x509:".length())));
        }
        String name = who.startsWith("user:") ? who.substring("user:".length()) : who;
        return Caller.user(name)
                .orElseThrow(
                        () -> new UsageException("there is no user '%s'".formatted(name), true));
    }

    private static Map<String, String> attributes(Permission permission, List<String> words) {
        var attributes = new TreeMap<String, String>();
        ObjectType type = permission.object();
        for (String word : words) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (equals < 0 || !type.attributes().contains(name)) {
                throw new UsageException(
                        "expected ATTRIBUTE=VALUE in place of '%s', with one of %s"
                                .formatted(word, new TreeSet<>(type.attributes())),
                        true);
            }
            attributes.put(name, word.substring(equals + 1));
        }
        return attributes;
    }

    private static String usage() {
        return """

        Usage:
          virt-access [options] check
          virt-access [options] can <who> <action> [<attribute>=<value>...]
          virt-access actions | logins

        Says what the access driver "rules" of libvirtd decides, and which rule does it.

          check                   Only read the file
          can                     Whether somebody may do something: status 0 if so, 1 if not
          actions, logins         Print org.libvirt.api.policy or org.libvirt.unix.policy for polkit
          <who>                   A user of this host, or sasl:<name>, or x509:<distinguished name>
          <action>                Such as domain.start

        Options:
          -h | --help             Show this text
               --file <file>      Read this file, not that of the daemon
               --root <folder>    Read that of a daemon with this option

        """;
    }
}
