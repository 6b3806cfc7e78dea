package dev.jvirt.virsh.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Commands that only note that they ran.
final class FakeGroup implements CommandGroup {
    final List<Words> ran = new ArrayList<>();

    @Override
    public String title() {
        return "Fake Things";
    }

    @Override
    public String keyword() {
        return "fake";
    }

    @Override
    public List<String> names() {
        return List.of("copy", "copyall", "help");
    }

    @Override
    public @Nullable Command find(String name) {
        return switch (name) {
            case "copy" ->
                    Command.command("copy", "copy things")
                            .description("Copies one thing to another.")
                            .option(Option.data("from", "what to copy"))
                            .option(
                                    Option.data("to", "where to")
                                            .completedBy(w -> List.of("there")))
                            .option(Option.number("times", "how often"))
                            .string("label", "what to call it")
                            .option(Option.string("mark", "named only").named())
                            .option(Option.alias("f", "force"))
                            .flag("force", "even if it exists")
                            .option(Option.alias("twice", "repeat=2"))
                            .option(Option.alias("name", "rest"))
                            .string("repeat", "again")
                            .option(Option.arguments("rest", "the rest"))
                            .offline()
                            .run(ran::add);
            case "copyall" -> Command.command("copyall", "copy all").offline().run(ran::add);
            case "help" ->
                    Command.command("help", "help")
                            .string("command", "about what")
                            .offline()
                            .run(ran::add);
            default -> null;
        };
    }
}
