package dev.jvirt.virsh.shell;

import static dev.jvirt.virsh.shell.Command.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands that every shell has: they are about the shell itself.
public final class ShellCommands {
    /// The names of those that are shown.
    public static final List<String> NAMES = List.of("cd", "echo", "exit", "help", "pwd", "quit");

    private final Shell shell;

    public ShellCommands(Shell shell) {
        this.shell = shell;
    }

    /// The command of that name, or null.
    public @Nullable Command find(String name) {
        return switch (name) {
            case "cd" -> cd();
            case "echo" -> echo();
            case "exit", "quit" -> quit(name);
            case "help" -> help();
            case "pwd" -> pwd();
            case "self-test" -> selfTest();
            case "complete" -> complete();
            default -> null;
        };
    }

    private Command help() {
        return command("help", "print help")
                .description(
                        "Tells about all commands, about a group of them, or about one of them")
                .option(
                        Option.string("command", "a command, or the keyword of a group")
                                .completedBy(words -> commandNames(shell.table())))
                .offline()
                .run(this::help);
    }

    private void help(Words words) {
        Output output = shell.output();
        CommandTable table = shell.table();
        String subject = words.textOrEmpty("command");
        if (subject.isEmpty()) {
            output.print(HelpText.ofAll(table));
            return;
        }
        Command command = table.find(subject);
        if (command != null) {
            output.print(HelpText.of(command));
            return;
        }
        CommandGroup group = table.group(subject);
        if (group == null) {
            throw new CommandFailure("command or command group '" + subject + "' doesn't exist");
        }
        output.print(HelpText.of(group));
    }

    static List<String> commandNames(CommandTable table) {
        var names = new ArrayList<String>();
        for (CommandGroup group : table.groups()) {
            names.addAll(group.names());
        }
        return names;
    }

    private Command cd() {
        return command("cd", "change the current directory")
                .description("Change the directory that relative file names start from.")
                .string("dir", "where to go (default: home or else root)")
                .offline()
                .run(this::cd);
    }

    private void cd(Words words) {
        if (!shell.interactive()) {
            throw new CommandFailure("cd: command valid only in interactive mode");
        }
        String target = words.textOrEmpty("dir");
        if (target.isEmpty()) {
            target = History.home(shell.environment());
        }
        Path directory = shell.resolve(target);
        try {
            Path real = directory.toRealPath();
            if (!Files.isDirectory(real)) {
                throw new NotDirectoryException(target);
            }
            if (!Files.isExecutable(real)) {
                throw new CommandFailure("cd: Permission denied: " + target);
            }
            shell.directory(real);
        } catch (IOException e) {
            throw new CommandFailure("cd: " + FileTexts.reason(e) + ": " + target);
        }
    }

    private Command pwd() {
        return command("pwd", "print the current directory")
                .description("Print the directory that relative file names start from.")
                .offline()
                .run(words -> shell.output().line(shell.directory().toAbsolutePath().toString()));
    }

    private Command quit(String name) {
        return command(name, "quit this interactive terminal").offline().run(words -> shell.quit());
    }

    private Command echo() {
        return command("echo", "echo arguments. Used for internal testing.")
                .description(
                        "Print the arguments, quoted if asked for. Good for trying out quotes.")
                .flag("shell", "quote for use in a shell")
                .flag("xml", "escape for use in XML")
                .flag("split", "split each argument at ','; ',,' stands for a comma")
                .flag("err", "print to stderr")
                .option(Option.alias("str", "string"))
                .option(Option.alias("hi", "string=hello"))
                .option(Option.arguments("string", "what to print"))
                .offline()
                .run(this::echo);
    }

    private void echo(Words words) {
        words.exclusive("shell", "xml");
        words.exclusive("shell", "split");
        words.exclusive("xml", "split");
        var text = new StringBuilder();
        for (String argument : words.arguments()) {
            if (words.has("xml")) {
                text.append(Quoting.xml(argument));
            } else if (words.has("shell")) {
                text.append(Quoting.shell(argument));
            } else if (words.has("split")) {
                for (String part : Quoting.split(argument)) {
                    text.append(part).append('\n');
                }
            } else {
                text.append(argument);
            }
            text.append(' ');
        }
        if (text.isEmpty()) {
            return;
        }
        text.setLength(text.length() - 1);
        if (words.has("err")) {
            shell.output().error(text.toString());
        } else {
            shell.output().print(text.toString());
        }
    }

    private Command selfTest() {
        return command("self-test", "check the commands of this shell")
                .description("for tests of this program")
                .flag("completers-missing", "show the options whose values nobody knows")
                .offline()
                .run(words -> new SelfTest(shell).run(words.has("completers-missing")));
    }

    private Command complete() {
        return command("complete", "complete a line")
                .description("for shells that complete the commands of this one")
                .option(
                        Option.arguments("string", "the line as it was typed so far")
                                .allowingEmpty())
                .offline()
                .run(words -> new Completion(shell).printFor(words));
    }
}
