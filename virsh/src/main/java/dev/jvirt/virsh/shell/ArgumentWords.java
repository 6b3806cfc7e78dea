package dev.jvirt.virsh.shell;

import java.util.List;

/// The words of a program's arguments, taken as they are.
final class ArgumentWords implements WordSource {
    private final List<String> arguments;
    private int position;

    ArgumentWords(List<String> arguments) {
        this.arguments = arguments;
    }

    @Override
    public Token next() {
        if (position == arguments.size()) {
            return new Token(Token.Kind.END, "", 0);
        }
        return new Token(Token.Kind.WORD, arguments.get(position++), 0);
    }
}
