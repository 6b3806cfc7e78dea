package dev.jvirt.daemon.sasl;

import dev.jvirt.host.Paths;
import dev.jvirt.host.Users;
import dev.jvirt.rpc.sasl.SaslFailure;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The program `virt-sasl-passwd`: keeps the users who may log in by SASL. It needs no daemon, and
/// a running one sees the change at the next login.
public final class SaslPasswd {
    private static final String NAME = "virt-sasl-passwd";
    private static final String USAGE =
            """
            Usage: virt-sasl-passwd [options] add USER      Add a user, or change the password
                   virt-sasl-passwd [options] delete USER   Remove a user
                   virt-sasl-passwd [options] list          Show the users and their mechanisms

              --file FILE     The file of the users, in place of sasl-users beside libvirtd.conf
              --stdin         Take the password from the first line of the standard input
              --digest-md5    Let the user log in by DIGEST-MD5 as well. What is stored for that is
                              as good as the password to whoever reads it
              --realm REALM   The realm for DIGEST-MD5, in place of the name of this host
              --help          Show this text
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final InputStream in;
    private Path file;
    private boolean fromInput;
    private boolean digest;
    private Optional<String> realm = Optional.empty();

    SaslPasswd(Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
        boolean privileged = Users.current() == 0;
        file = Paths.of(Optional.empty(), privileged, environment).config().resolve(UserFile.NAME);
    }

    /// What makes no sense.
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    public static void main(String[] words) {
        System.exit(new SaslPasswd(System.getenv(), System.in, System.out, System.err).run(words));
    }

    /// @return 0 if it is done
    int run(String... words) {
        try {
            var rest = new ArrayDeque<>(Arrays.asList(words));
            if (options(rest)) {
                out.print(USAGE);
            } else {
                command(List.copyOf(rest));
            }
            out.flush();
            return 0;
        } catch (Refusal | IOException | SaslFailure e) {
            err.println(NAME + ": error: " + e.getMessage());
            return 1;
        }
    }

    /// @return whether only help is wanted
    private boolean options(ArrayDeque<String> words) throws Refusal {
        while (!words.isEmpty() && words.getFirst().startsWith("-")) {
            String word = words.removeFirst();
            switch (word) {
                case "--file" -> file = Path.of(value(word, words));
                case "--realm" -> realm = Optional.of(value(word, words));
                case "--stdin" -> fromInput = true;
                case "--digest-md5" -> digest = true;
                case "--help", "-h" -> {
                    return true;
                }
                default -> throw new Refusal("unknown option '%s'".formatted(word));
            }
        }
        return false;
    }

    private static String value(String option, ArrayDeque<String> words) throws Refusal {
        String value = words.pollFirst();
        if (value == null) {
            throw new Refusal("option '%s' needs a value".formatted(option));
        }
        return value;
    }

    private void command(List<String> words) throws Refusal, IOException {
        String command = words.isEmpty() ? "" : words.getFirst();
        boolean named = words.size() == 2 && !words.get(1).isBlank();
        if (command.equals("add") && named) {
            add(words.get(1));
        } else if (command.equals("delete") && named) {
            delete(words.get(1));
        } else if (command.equals("list") && words.size() == 1) {
            list();
        } else {
            throw new Refusal("what is to be done? See %s --help".formatted(NAME));
        }
    }

    private void add(String name) throws Refusal, IOException {
        if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            throw new Refusal("the name has characters that names cannot have");
        }
        UserFile users = UserFile.load(file);
        String password = fromInput ? typed(in) : asked(name);
        if (password.isEmpty()) {
            throw new Refusal("an empty password is none");
        }
        users.with(SaslUser.of(name, password, digestRealm(users))).write(file);
    }

    /// All users have the same realm unless somebody insists: clients can only be offered few.
    private Optional<String> digestRealm(UserFile users) throws IOException {
        if (!digest) {
            return Optional.empty();
        }
        if (realm.isPresent()) {
            return realm;
        }
        List<String> used = users.realms();
        return Optional.of(
                used.isEmpty() ? InetAddress.getLocalHost().getHostName() : used.getFirst());
    }

    private static String typed(InputStream in) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String line = reader.readLine();
        return line == null ? "" : line;
    }

    private static String asked(String name) throws Refusal {
        Console console = Objects.requireNonNull(System.console());
        if (!console.isTerminal()) {
            throw new Refusal("there is no terminal to ask on, see --stdin");
        }
        String password = text(console.readPassword("Password for %s: ", name));
        if (!password.equals(text(console.readPassword("Again: ")))) {
            throw new Refusal("the passwords differ");
        }
        return password;
    }

    private static String text(char @Nullable [] typed) {
        return typed == null ? "" : new String(typed);
    }

    private void delete(String name) throws Refusal, IOException {
        UserFile users = UserFile.load(file);
        if (users.users().stream().noneMatch(user -> user.name().equals(name))) {
            throw new Refusal("there is no user '%s' in %s".formatted(name, file));
        }
        users.without(name).write(file);
    }

    private void list() throws IOException {
        for (SaslUser user : UserFile.load(file).users()) {
            var mechanisms = new StringBuilder();
            user.verifiers().forEach(v -> mechanisms.append(' ').append(v.hash().mechanism()));
            user.digest().ifPresent(d -> mechanisms.append(" DIGEST-MD5@").append(d.realm()));
            out.println(user.name() + "\t" + mechanisms.toString().strip());
        }
    }
}
